"""One save: what changes, what is recorded, what conflicts, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.core.errors import Invalid, NotFound, UserError, VersionConflict


async def test_title_and_one_price(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S", "M")
    variant = product.variants[0]
    head = await shop.log.head()
    saved = await shop.update(
        product,
        translations={"en": {"title": "Blue shirt"}},
        variants=[{"id": variant.id, "prices": [money(1200, 1500)]}],
    )
    price = f"variants/{variant.id}/price@USD"
    compare_at = f"variants/{variant.id}/compare_at@USD"
    assert saved.version == 2
    assert saved.changed == ("title@en", price, compare_at)
    now = await shop.get(product.id)
    assert (now.version, now.translations["en"].title) == (2, "Blue shirt")
    assert now.translations["en"].handle == product.translations["en"].handle
    assert now.variants[0].prices[0].amount == 1200
    assert now.variants[1] == product.variants[1]
    assert now.updated_at > product.updated_at
    updated, priced = await shop.events(head)
    assert updated.event_type == "product.updated"
    assert updated.data["changes"] == {
        "title@en": ["Shirt", "Blue shirt"], price: [1000, 1200], compare_at: [None, 1500],
    }  # fmt: skip
    assert priced.event_type == "price.updated"
    assert priced.data == {
        "variant_id": variant.id, "product_id": product.id, "currency": "USD",
        "old_amount": 1000, "new_amount": 1200,
    }  # fmt: skip
    assert {updated.txid, priced.txid} == {saved.txid}
    assert updated.timestamp == now.updated_at


async def test_a_save_that_changes_nothing_records_nothing(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S", "M", vendor="V", tags=["a"], images=[{"url": "u"}])
    head = await shop.log.head()
    saved = await shop.update(
        product,
        translations={"en": {"title": " Shirt ", "handle": "shirt", "description": ""}},
        vendor="V",
        tags=["a", "A"],
        options=[{"name": "Size", "values": ["S", "M"]}],
        images=[{"url": "u"}],
        variants=[{"id": product.variants[0].id, "sku": "Shirt-S", "taxable": True, "prices": [money(1000)],
                   "remove_prices": ["EUR"], "option_values": ["S"]}],
    )  # fmt: skip
    assert (saved.version, saved.changed, saved.txid) == (1, (), None)
    assert await shop.log.head() == head
    assert await shop.get(product.id) == product


async def test_somebody_saved_first(shop: Any) -> None:
    product = await shop.add()
    await shop.update(product, vendor="First")
    with pytest.raises(VersionConflict) as caught:
        await shop.update(product, vendor="Second")
    assert caught.value.params == {"id": product.id, "expected": 1, "actual": 2}
    now = await shop.get(product.id)
    assert (now.vendor, now.version) == ("First", 2)
    with pytest.raises(VersionConflict):
        await shop.update(product)


async def test_none_empties_and_left_out_stays(shop: Any) -> None:
    product = await shop.add(vendor="V", product_type="T", category="C", tags=["a"])
    now = await shop.updated(product, vendor=None, product_type=" ", tags=None)
    assert (now.vendor, now.product_type, now.category, now.tags) == (None, None, "C", ())
    changes = (await shop.events())[-1].data["changes"]
    assert changes == {"vendor": ["V", None], "product_type": ["T", None], "tags": [["a"], []]}


async def test_words_of_one_language(shop: Any) -> None:
    product = await shop.add(translations={"en": {"title": "A", "description": "old", "meta_title": "m"}})
    now = await shop.updated(
        product, translations={"EN": {"description": "new", "meta_title": None, "meta_description": "d"}}
    )
    words = now.translations["en"]
    assert (words.title, words.description, words.meta_title, words.meta_description) == ("A", "new", None, "d")
    assert (await shop.events())[-1].data["changes"] == {
        "meta_title@en": ["m", None], "meta_description@en": [None, "d"], "description@en": ["old", "new"],
    }  # fmt: skip


async def test_a_title_cannot_be_emptied(shop: Any) -> None:
    product = await shop.add()
    assert await shop.problems(product, translations={"en": {"title": None}}) == {"title@en": "required"}
    assert await shop.problems(product, translations={"ru": {"description": "x"}}) == {"title@ru": "required"}
    assert await shop.problems(product, translations={"xyz": {"title": "x"}}) == {"title@xyz": "bad_locale"}


async def test_languages_come_and_go(shop: Any) -> None:
    product = await shop.add()
    product = await shop.updated(product, translations={"ru": {"title": "Кружка"}, "de": {"title": "Becher"}})
    assert product.translations["ru"].handle == "kruzhka"
    product = await shop.updated(product, translations={"en": None, "de": {"title": "Tasse"}})
    assert {locale: words.title for locale, words in product.translations.items()} == {"ru": "Кружка", "de": "Tasse"}
    changes = (await shop.events())[-1].data["changes"]
    assert changes["title@en"] == ["Mug", None]
    assert changes["handle@en"] == ["mug", None]
    assert await shop.problems(product, translations={"ru": None, "de": None}) == {"title": "no_translations"}
    product = await shop.updated(product, translations={"ru": None, "de": None, "en": {"title": "Mug"}})
    assert list(product.translations) == ["en"]
    assert await shop.problems(product, translations={"en": None}) == {"title": "no_translations"}
    product = await shop.updated(product, translations={"ru": {"title": "Кружка"}})
    product = await shop.updated(product, translations={"en": None})
    assert list(product.translations) == ["ru"]
    unknown = await shop.update(product, translations={"fr": None})
    assert unknown.changed == ()


async def test_handles(shop: Any) -> None:
    await shop.add("Cup")
    product = await shop.add("Mug")
    found = await shop.problems(product, translations={"en": {"handle": "cup"}})
    assert found == {"handle@en": "duplicate_handle"}
    assert await shop.problems(product, translations={"en": {"handle": "a b"}}) == {"handle@en": "bad_handle"}
    now = await shop.updated(product, translations={"en": {"title": "Cup", "handle": ""}})
    assert now.translations["en"].handle == "cup-2"
    again = await shop.updated(now, translations={"en": {"handle": None}})
    assert (again.version, again.translations["en"].handle) == (now.version, "cup-2")


async def test_prices_of_other_currencies_come_and_go(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S")
    path = f"variants/{product.variants[0].id}"
    head = await shop.log.head()
    now = await shop.updated(
        product,
        variants=[
            {"id": product.variants[0].id, "prices": [money(900, cost=1, currency="EUR")], "remove_prices": ["USD"]}
        ],
    )
    assert [(p.currency_code, p.amount, p.cost_amount) for p in now.variants[0].prices] == [("EUR", 900, 1)]
    events = await shop.events(head)
    assert events[0].data["changes"] == {
        f"{path}/price@EUR": [None, 900], f"{path}/cost@EUR": [None, 1], f"{path}/price@USD": [1000, None],
    }  # fmt: skip
    assert [event.event_type for event in events] == ["product.updated", "price.updated", "variant.updated"]
    assert events[1].data["old_amount"] is None


async def test_a_cost_alone_is_no_price_change(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S")
    variant = product.variants[0].id
    events = await shop.recorded(
        lambda: shop.update(product, variants=[{"id": variant, "prices": [money(1000, cost=5)]}])
    )
    assert [event.event_type for event in events] == ["product.updated", "variant.updated"]


async def test_wrong_prices(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S")
    variant, path = product.variants[0].id, f"variants/{product.variants[0].id}"
    found = await shop.problems(product, variants=[{"id": variant, "prices": [money(1000, 999)]}])
    assert found == {f"{path}/compare_at@USD": "compare_at_below_price"}
    await shop.update(product, variants=[{"id": variant, "prices": [money(1000, 1000)]}])
    product = await shop.get(product.id)
    found = await shop.problems(product, variants=[{"id": variant, "prices": [money(1)], "remove_prices": ["USD"]}])
    assert found == {f"{path}/price@USD": "given_twice"}


async def test_variant_fields(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    variant, path = product.variants[1].id, f"variants/{product.variants[1].id}"
    patch = {"id": variant, "taxable": False, "weight_mg": 5, "weight_unit": "g", "inventory_policy": "continue"}
    events = await shop.recorded(lambda: shop.update(product, variants=[patch]))
    assert [event.event_type for event in events] == ["product.updated", "variant.updated"]
    assert events[0].data["changes"] == {
        f"{path}/taxable": [True, False], f"{path}/weight_mg": [None, 5], f"{path}/weight_unit": [None, "g"],
        f"{path}/inventory_policy": ["deny", "continue"],
    }  # fmt: skip
    now = await shop.get(product.id)
    assert (now.variants[1].taxable, now.variants[1].weight_mg) == (False, 5)
    assert now.variants[0] == product.variants[0]
    found = await shop.problems(now, variants=[{"id": variant, "taxable": None, "inventory_policy": None}])
    assert found == {f"{path}/taxable": "required", f"{path}/inventory_policy": "required"}


async def test_codes(shop: Any) -> None:
    await shop.add("Other", variants=[{"sku": "TAKEN"}])
    product = await shop.add_sizes("S", "M")
    small, medium = product.variants
    path = f"variants/{small.id}"
    assert await shop.problems(product, variants=[{"id": small.id, "sku": "TAKEN"}]) == {f"{path}/sku": "duplicate_sku"}
    own = await shop.problems(product, variants=[{"id": small.id, "sku": "Shirt-M"}])
    assert own == {f"{path}/sku": "duplicate_sku"}
    both = [{"id": small.id, "sku": "X"}, {"id": medium.id, "sku": "X"}]
    assert await shop.problems(product, variants=both) == {f"variants/{medium.id}/sku": "given_twice"}
    wrong = {"id": small.id, "sku": "a\nb", "barcode": "4006381333932"}
    assert await shop.problems(product, variants=[wrong]) == {
        f"{path}/sku": "bad_sku", f"{path}/barcode": "bad_barcode_check",
    }  # fmt: skip
    swapped = await shop.updated(
        product, variants=[{"id": small.id, "sku": "Shirt-M", "barcode": "b"}, {"id": medium.id, "sku": "Shirt-S"}]
    )
    assert [(v.sku, v.barcode) for v in swapped.variants] == [("Shirt-M", "b"), ("Shirt-S", None)]
    emptied = await shop.updated(swapped, variants=[{"id": small.id, "sku": "", "barcode": None}])
    assert (emptied.variants[0].sku, emptied.variants[0].barcode) == (None, None)


async def test_one_save_hands_a_sku_on(shop: Any) -> None:
    product = await shop.add_sizes("S", "M", "L")
    small, medium, _ = product.variants
    now = await shop.updated(
        product,
        remove_variants=[small.id],
        variants=[{"id": medium.id, "sku": "Shirt-S"}],
        add_variants=[{"option_values": ["S"], "sku": "Shirt-M"}],
    )
    assert [(v.title, v.sku) for v in now.variants] == [("M", "Shirt-S"), ("L", "Shirt-L"), ("S", "Shirt-M")]


async def test_unknown_and_repeated_variants(shop: Any) -> None:
    product, other = await shop.add_sizes("S"), await shop.add_sizes("S", title="Other")
    stranger, own = other.variants[0].id, product.variants[0].id
    assert await shop.problems(product, variants=[{"id": stranger, "sku": "x"}]) == {
        f"variants/{stranger}": "unknown_variant"
    }
    twice = [{"id": own, "sku": "x"}, {"id": own, "sku": "y"}]
    assert await shop.problems(product, variants=twice) == {f"variants/{own}": "given_twice"}
    gone = {"remove_variants": [own], "variants": [{"id": own, "sku": "x"}], "add_variants": [{"option_values": ["S"]}]}
    assert await shop.problems(product, **gone) == {f"variants/{own}": "unknown_variant"}


async def test_images(shop: Any) -> None:
    product = await shop.add_sizes("S", "M", images=[{"url": "a"}, {"url": "b", "alt_text": "B"}, {"url": "c"}])
    a, b, c = product.images
    small, medium = product.variants
    product = await shop.updated(
        product, variants=[{"id": small.id, "image_id": a.id}, {"id": medium.id, "image_id": b.id}]
    )
    assert [v.image_id for v in product.variants] == [a.id, b.id]
    head = await shop.log.head()
    now = await shop.updated(product, images=[{"url": "c"}, {"url": "new"}, {"id": b.id, "url": "b2"}])
    assert [(i.url, i.alt_text) for i in now.images] == [("c", None), ("new", None), ("b2", None)]
    assert (now.images[0].id, now.images[2].id) == (c.id, b.id)
    assert [v.image_id for v in now.variants] == [None, b.id]
    changes = (await shop.events(head))[0].data["changes"]
    assert changes[f"variants/{small.id}/image_id"] == [a.id, None]
    assert [image["url"] for image in changes["images"][0]] == ["a", "b", "c"]
    found = await shop.problems(now, images=[{"id": a.id, "url": "a"}], variants=[{"id": medium.id, "image_id": b.id}])
    assert found == {"images/0": "unknown_image", f"variants/{medium.id}/image_id": "unknown_image"}
    found = await shop.problems(now, variants=[{"id": small.id, "image_id": a.id}])
    assert found == {f"variants/{small.id}/image_id": "unknown_image"}
    twice = [{"id": small.id, "sku": "x"}, {"id": small.id, "sku": "y"}]
    assert await shop.problems(now, images=[], variants=twice) == {f"variants/{small.id}": "given_twice"}
    assert (await shop.updated(now, images=[])).images == ()


async def test_many_languages_variants_and_fields_in_one_save(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S", "M", "L")
    events = await shop.recorded(
        lambda: shop.update(
            product,
            vendor="V",
            translations={"en": {"title": "New"}, "ru": {"title": "Новое"}},
            variants=[{"id": v.id, "prices": [money(500)], "sku": f"n-{v.title}"} for v in product.variants],
        )
    )
    kinds = [event.event_type for event in events]
    assert kinds == ["product.updated", *["price.updated"] * 3, *["variant.updated"] * 3]
    assert len(events[0].data["changes"]) == 1 + 3 + 6
    assert sum("changes" in event.data for event in events) == 1


async def test_what_is_not_there_and_what_is_in_the_trash(shop: Any) -> None:
    product = await shop.add()
    await shop.act("trash", product)
    product = await shop.get(product.id)
    with pytest.raises(UserError) as caught:
        await shop.update(product, vendor="x")
    assert caught.value.code == "in_trash"
    await shop.act("purge", product)
    with pytest.raises(NotFound):
        await shop.update(product, vendor="x")


async def test_too_many_tags_and_images(shop: Any) -> None:
    product = await shop.add()
    found = await shop.problems(
        product, tags=[str(n) for n in range(251)], images=[{"url": str(n)} for n in range(251)]
    )
    assert found == {"tags": "too_many_tags", "images": "too_many_images"}


async def test_a_failed_save_leaves_no_trace(shop: Any) -> None:
    """The unique rule is broken by the last of several statements; the earlier ones must go too."""
    await shop.add("Other", variants=[{"sku": "TAKEN"}])
    product = await shop.add()
    with pytest.raises(Invalid):
        await shop.update(product, vendor="V", translations={"en": {"title": "N"}},
                          variants=[{"id": product.variants[0].id, "sku": "TAKEN"}])  # fmt: skip
    assert await shop.get(product.id) == product


async def test_a_description_loses_what_runs_and_nothing_else(shop: Any) -> None:
    product = await shop.add_sizes("S", "M")
    given = '<p onclick="x()">Warm<br/>&amp; soft</p><script>alert(1)</script>'
    await shop.update(product, translations={"en": {"description": given}})
    assert (await shop.get(product.id)).translations["en"].description == "<p>Warm<br>&amp; soft</p>"
    kept = "Fits < 5 & > 3<br/>"
    await shop.update(await shop.get(product.id), translations={"en": {"description": kept}})
    assert (await shop.get(product.id)).translations["en"].description == kept

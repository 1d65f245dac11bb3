"""A new product: what is stored, what is recorded, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.commerce.changes import fields_of
from rustok_desktop.core.errors import Invalid


async def refused(shop: Any, **fields: Any) -> dict[str, str]:
    before = await shop.count("products"), await shop.log.head()
    with pytest.raises(Invalid) as caught:
        await shop.add(**fields)
    assert (await shop.count("products"), await shop.log.head()) == before
    return {problem.path: problem.code for problem in caught.value.fields}


async def test_everything_given_comes_back(shop: Any, money: Any) -> None:
    product = await shop.add(
        translations={
            "EN_us": {"title": "Red mug", "description": "<p>Holds tea</p>", "meta_title": "", "meta_description": "d"},
            "ru": {"title": "Красная кружка"},
        },
        options=[{"name": "Size", "values": ["S", "L"]}, {"name": "Colour", "values": ["Red"]}],
        variants=[
            {"option_values": ["S", "Red"], "sku": "M-S", "barcode": "4 006381 333931", "quantity": 7,
             "prices": [money(1250, 1500, 400), money(1100, currency="EUR")]},
            {"option_values": ["L", "Red"], "sku": "", "inventory_policy": "continue", "manage_inventory": False,
             "requires_shipping": False, "taxable": False, "weight_mg": 500, "weight_unit": "g"},
        ],
        images=[{"url": "https://x.test/1.jpg", "alt_text": "Front"}, {"url": "https://x.test/2.jpg"}],
        vendor="Acme", product_type="", category="Kitchen > Mugs", tags=["Tea", "tea", "gift"],
    )  # fmt: skip
    assert product.status == "draft"
    assert product.version == 1
    assert product.created_at == product.updated_at
    assert (product.vendor, product.product_type, product.category) == ("Acme", None, "Kitchen > Mugs")
    assert product.tags == ("Tea", "gift")
    assert product.currency_code == "USD"
    assert list(product.translations) == ["en-US", "ru"]
    english = product.translations["en-US"]
    assert (english.title, english.handle, english.meta_title) == ("Red mug", "red-mug", None)
    assert product.translations["ru"].handle == "krasnaya-kruzhka"
    assert [(o.name, [v.value for v in o.values]) for o in product.options] == [
        ("Size", ["S", "L"]),
        ("Colour", ["Red"]),
    ]
    small, large = product.variants
    assert (small.title, small.option_values, small.position) == ("S / Red", ("S", "Red"), 0)
    assert small.barcode == "4006381333931"
    assert [(p.currency_code, p.amount, p.compare_at_amount, p.cost_amount) for p in small.prices] == [
        ("EUR", 1100, None, None), ("USD", 1250, 1500, 400),
    ]  # fmt: skip
    assert [level.on_hand for level in small.stock] == [7]
    assert (large.title, large.sku, large.inventory_policy, large.position) == ("L / Red", None, "continue", 1)
    assert (large.manage_inventory, large.requires_shipping, large.taxable) == (False, False, False)
    assert (large.weight_mg, large.weight_unit) == (500, "g")
    assert [level.on_hand for level in large.stock] == [0]
    assert [(i.url, i.alt_text) for i in product.images] == [
        ("https://x.test/1.jpg", "Front"), ("https://x.test/2.jpg", None),
    ]  # fmt: skip


async def test_the_event_tells_the_whole_product(shop: Any, money: Any) -> None:
    product = await shop.add_sizes("S", "M", tags=["a"], vendor="V", images=[{"url": "u"}])
    [event] = await shop.events()
    assert event.event_type == "product.created"
    assert event.data["product_id"] == event.aggregate_id == product.id
    told = {path: pair[1] for path, pair in event.data["changes"].items()}
    assert told == fields_of(product)
    assert all(pair[0] in (None, []) for pair in event.data["changes"].values())


async def test_first_stock_is_a_movement(shop: Any) -> None:
    product = await shop.add(variants=[{"quantity": 5}])
    created, moved = await shop.events()
    assert (created.event_type, moved.event_type) == ("product.created", "inventory.updated")
    assert {name: moved.data[name] for name in ("old_quantity", "new_quantity", "delta", "reason")} == {
        "old_quantity": 0, "new_quantity": 5, "delta": 5, "reason": "initial",
    }  # fmt: skip
    [movement] = await shop.catalog.movements(shop.ctx, product.id)
    assert (movement.delta, movement.reason, movement.actor_id) == (5, "initial", shop.ctx.actor_id)
    assert "changes" not in moved.data


async def test_published_at_once(shop: Any) -> None:
    product = await shop.add(publish=True)
    assert (product.status, product.published_at) == ("active", product.created_at)
    assert [event.event_type for event in await shop.events()] == ["product.created", "product.published"]
    assert (await shop.events())[0].data["changes"]["status"] == [None, "active"]


async def test_a_product_without_options_has_one_default_variant(shop: Any) -> None:
    product = await shop.add()
    [variant] = product.variants
    assert (variant.title, variant.option_values) == ("Default", ())
    assert await refused(shop, variants=[{}, {}]) == {"variants/1": "duplicate_combination"}
    assert await refused(shop, variants=[{"option_values": ["S"]}]) == {"variants/0": "option_mismatch"}


async def test_at_least_a_title_and_a_variant(shop: Any) -> None:
    assert await refused(shop, translations={}, variants=[]) == {"title": "no_translations", "variants": "no_variants"}


async def test_made_handles_count_on_per_language(shop: Any) -> None:
    handles = [(await shop.add("Mug")).translations["en"].handle for _ in range(3)]
    assert handles == ["mug", "mug-2", "mug-3"]
    other = await shop.add(translations={"de": {"title": "Mug"}})
    assert other.translations["de"].handle == "mug"
    nameless = [(await shop.add("!!!")).translations["en"].handle for _ in range(2)]
    assert nameless == ["product", "product-2"]


async def test_a_given_handle_in_use_is_refused_with_its_holder(shop: Any) -> None:
    await shop.add("First", translations={"en": {"title": "First", "handle": "cup"}})
    with pytest.raises(Invalid) as caught:
        await shop.add(translations={"en": {"title": "Second", "handle": "cup"}})
    [problem] = caught.value.fields
    assert (problem.path, problem.code, problem.suggestion) == ("handle@en", "duplicate_handle", "cup-2")
    assert problem.params["holder"] == "First"
    assert await shop.count("products") == 1
    words = {"en": {"title": "Second", "handle": "cup"}, "de": {"title": "Zweite", "handle": "tasse"}}
    assert await refused(shop, translations=words) == {"handle@en": "duplicate_handle"}


@pytest.mark.parametrize(("handle", "code"), [("My Mug", "bad_handle"), ("admin", "reserved_handle")])
async def test_a_bad_handle_is_refused(shop: Any, handle: str, code: str) -> None:
    found = await refused(shop, translations={"en": {"title": "Mug", "handle": handle}})
    assert found == {"handle@en": code}


async def test_a_sku_in_use_is_refused_with_its_holder(shop: Any) -> None:
    await shop.add("First", variants=[{"sku": "A"}])
    options = [{"name": "Size", "values": ["S", "M"]}]
    variants = [{"option_values": ["S"], "sku": "B"}, {"option_values": ["M"], "sku": "A"}]
    with pytest.raises(Invalid) as caught:
        await shop.add(options=options, variants=variants)
    [problem] = caught.value.fields
    assert (problem.path, problem.code) == ("variants/1/sku", "duplicate_sku")
    assert problem.params == {"sku": "A", "holder": "First"}


async def test_all_skus_in_use_are_told_at_once(shop: Any) -> None:
    await shop.add_sizes("S", "M", title="X")
    variants = [{"option_values": ["S"], "sku": "X-S"}, {"option_values": ["M"], "sku": "X-M"}]
    found = await refused(shop, options=[{"name": "Size", "values": ["S", "M"]}], variants=variants)
    assert found == {"variants/0/sku": "duplicate_sku", "variants/1/sku": "duplicate_sku"}


async def test_variants_without_sku_do_not_collide(shop: Any) -> None:
    await shop.add(variants=[{"sku": ""}])
    await shop.add(variants=[{"sku": "  "}])
    assert await shop.count("products") == 2


async def test_all_problems_are_told_together(shop: Any, money: Any) -> None:
    found = await refused(
        shop,
        translations={"en": {"title": "A", "handle": "A b"}, "english": {"title": "B"}, "EN": {"title": "C"}},
        options=[{"name": "Size", "values": ["S", "M"]}, {"name": "size", "values": []}],
        variants=[
            {"option_values": ["S"], "sku": "X", "barcode": "4006381333932", "prices": [money(10, 5), money(3)]},
            {"option_values": ["S", "M"], "sku": "X", "quantity": -1},
        ],
    )
    assert found == {
        "handle@en": "bad_handle",
        "title@english": "bad_locale",
        "title@en": "given_twice",
        "options/1/name": "duplicate_option",
        "options/1/values": "required",
        "variants/0": "option_value_missing",
        "variants/1": "option_mismatch",
        "variants/0/barcode": "bad_barcode_check",
        "variants/0/compare_at@USD": "compare_at_below_price",
        "variants/0/price@USD": "given_twice",
        "variants/1/sku": "given_twice",
        "variants/1/quantity": "insufficient_inventory",
    }


async def test_stock_below_nothing_only_where_the_policy_allows(shop: Any) -> None:
    product = await shop.add(variants=[{"quantity": -2, "inventory_policy": "continue"}])
    assert product.variants[0].stock[0].on_hand == -2
    product = await shop.add(variants=[{"quantity": -2, "manage_inventory": False}])
    assert product.variants[0].stock[0].on_hand == -2

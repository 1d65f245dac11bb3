"""A product made from another one."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.commerce.duplicate import copy_title
from rustok_desktop.commerce.schemas import DuplicateProduct
from rustok_desktop.core import limits
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, NotFound, UserError, VersionConflict


async def full(shop: Any, money: Any) -> Any:
    product = await shop.add_sizes(
        "S",
        "L",
        title="Shirt",
        vendor="Kiln",
        tags=["linen", "summer"],
        images=[{"url": "https://shop.test/a.png", "alt_text": "front"}, {"url": "https://shop.test/b.png"}],
        publish=True,
        translations={"en": {"title": "Shirt", "description": "Soft"}, "ru": {"title": "Рубашка"}},
    )
    second = product.variants[1]
    prices = [money(1200, 1500, 600)]
    patch = {"id": second.id, "barcode": "4006381333931", "image_id": product.images[1].id, "prices": prices}
    product = await shop.updated(product, variants=[patch])
    await shop.move(second, 7)
    return await shop.get(product.id)


async def duplicated(shop: Any, product: Any, **fields: Any) -> Any:
    command = DuplicateProduct(product_id=product.id, **fields)
    saved = await shop.catalog.duplicate_product(shop.ctx, command)
    return await shop.get(saved.product_id)


async def test_a_copy_is_a_draft_with_everything_but_identity_and_stock(shop: Any, money: Any) -> None:
    product = await full(shop, money)
    copy = await duplicated(shop, product)
    assert copy.id != product.id
    assert (copy.status, copy.version, copy.published_at) == ("draft", 1, None)
    assert (copy.vendor, copy.tags, copy.metadata) == (product.vendor, product.tags, product.metadata)
    titles = {locale: (words.title, words.handle) for locale, words in copy.translations.items()}
    assert titles == {"en": ("Shirt (copy)", "shirt-copy"), "ru": ("Рубашка (копия)", "rubashka-kopiya")}
    assert copy.translations["en"].description == "Soft"
    assert [(o.name, [v.value for v in o.values]) for o in copy.options] == [("Size", ["S", "L"])]
    for old, new in zip(product.variants, copy.variants, strict=True):
        assert new.id != old.id
        assert (new.title, new.option_values, new.prices) == (old.title, old.option_values, old.prices)
        assert (new.sku, new.barcode) == (None, None)
        assert [level.on_hand for level in new.stock] == [0]
    assert [(i.url, i.alt_text) for i in copy.images] == [(i.url, i.alt_text) for i in product.images]
    assert copy.variants[1].image_id == copy.images[1].id != product.images[1].id
    assert not {v.id for o in copy.options for v in o.values} & {v.id for o in product.options for v in o.values}


async def test_the_event_names_its_cause(shop: Any, money: Any) -> None:
    product = await full(shop, money)
    before = (await shop.events())[-1]
    events = await shop.recorded(lambda: duplicated(shop, product))
    assert [event.event_type for event in events] == ["product.created"]
    assert events[0].causation_id == before.id
    assert events[0].data["changes"]["title@en"] == [None, "Shirt (copy)"]


async def test_copies_of_copies_have_handles_of_their_own(shop: Any) -> None:
    product = await shop.add("Mug")
    handles = [(await duplicated(shop, product)).translations["en"].handle for _ in range(3)]
    assert handles == ["mug-copy", "mug-copy-2", "mug-copy-3"]


async def test_a_long_title_is_cut_to_keep_the_mark(shop: Any) -> None:
    product = await shop.add("x" * limits.TITLE)
    title = (await duplicated(shop, product)).translations["en"].title
    assert len(title) == limits.TITLE
    assert title.endswith("x (copy)")
    assert copy_title("{0}", "en") == "{0} (copy)"


async def test_refusals(shop: Any, other_shop: Any) -> None:
    product = await shop.add()
    with pytest.raises(VersionConflict):
        await duplicated(shop, product, base_version=7)
    with pytest.raises(NotFound):
        await duplicated(other_shop, product)
    with pytest.raises(Forbidden):
        await duplicated(shop.seen_by(Role.CUSTOMER), product)
    await shop.act("trash", product)
    with pytest.raises(UserError) as caught:
        await duplicated(shop, product)
    assert caught.value.code == "in_trash"

"""A product opened by its first variants, the others slice by slice: together they are the whole product."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rustok_desktop.commerce.views import ProductView, VariantView
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.ids import new_id
from rustok_desktop.storage.statements import prepare


async def _sizes(shop: Any, count: int) -> ProductView:
    product = await shop.add_sizes(*(f"S{number}" for number in range(count)))
    prices = [{"currency_code": code, "amount": 700} for code in ("EUR", "USD")]
    await shop.update(product, variants=[{"id": product.variants[1].id, "prices": prices}])
    await shop.move(product.variants[-1], 4)
    whole: ProductView = await shop.get(product.id)
    return whole


async def _rest(shop: Any, head: ProductView, limit: int) -> list[VariantView]:
    found = list(head.variants)
    while True:
        after = (found[-1].position, found[-1].id)
        part = await shop.catalog.variants_after(shop.ctx, head.id, after, limit)
        assert part.version == head.version
        if not part.variants:
            return found
        assert len(part.variants) <= limit
        found += part.variants.views()


@pytest.mark.parametrize(("first", "limit"), [(1, 1), (2, 3), (3, 2), (7, 7), (50, 50)])
async def test_the_slices_are_the_product(shop: Any, first: int, limit: int) -> None:
    whole = await _sizes(shop, 7)
    opened = await shop.catalog.open_product(shop.ctx, whole.id, first)
    assert opened.variant_count == 7
    assert opened.view == replace(whole, variants=whole.variants[:first])
    assert tuple(await _rest(shop, opened.view, limit)) == whole.variants


async def test_variants_of_one_position_are_neither_lost_nor_doubled(shop: Any) -> None:
    whole = await _sizes(shop, 5)

    def level(uow: Any) -> None:
        uow.run(prepare("UPDATE product_variants SET position = 3 WHERE product_id = :id"), id=whole.id)

    await shop.database.writer.run(level)
    opened = await shop.catalog.open_product(shop.ctx, whole.id, 2)
    found = await _rest(shop, opened.view, 2)
    assert sorted(v.id for v in found) == sorted(v.id for v in whole.variants)
    assert [v.id for v in found] == [v.id for v in (await shop.get(whole.id)).variants]


async def test_a_slice_says_which_version_it_belongs_to(shop: Any) -> None:
    whole = await _sizes(shop, 3)
    saved = await shop.update(whole, vendor="Kiln")
    part = await shop.catalog.variants_after(shop.ctx, whole.id, (-1, ""), 2)
    assert (part.version, len(part.variants)) == (saved.version, 2)


async def test_neither_opens_what_is_not_there(shop: Any, other_shop: Any) -> None:
    whole = await _sizes(shop, 2)
    for seen, product_id in ((shop, new_id()), (other_shop, whole.id)):
        with pytest.raises(NotFound):
            await seen.catalog.open_product(seen.ctx, product_id, 5)
        with pytest.raises(NotFound):
            await seen.catalog.variants_after(seen.ctx, product_id, (-1, ""), 5)

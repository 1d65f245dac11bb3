"""Who may do what, and that nobody sees another shop."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import (
    AdjustStock,
    BulkChanges,
    BulkEdit,
    ChangePrices,
    ConfirmProductTranslation,
    CreateProduct,
    DuplicateProduct,
    ProductCommand,
    SetOwnPrices,
    UpdateProduct,
)
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import AppError, Forbidden, NotFound
from rustok_desktop.core.ids import new_id

Call = Callable[[Any, str, str], Awaitable[Any]]
NEW = CreateProduct.model_validate({"translations": {"en": {"title": "N"}}, "variants": [{}]})

RAISE = ChangePrices(formula="+10 %", currency_code="USD")


def _bulk(product_id: str) -> BulkEdit:
    return BulkEdit(product_ids=(product_id,), changes=BulkChanges(vendor="x"))


def _own_price(variant_id: str) -> SetOwnPrices:
    price = {"variant_id": variant_id, "amount": 1700}
    return SetOwnPrices.model_validate({"currency_code": "USD", "prices": [price]})


def _confirmed(product_id: str) -> ConfirmProductTranslation:
    return ConfirmProductTranslation(product_id=product_id, base_version=1, locale="en")


CALLS: dict[str, Call] = {
    "create_product": lambda s, p, v: s.catalog.create_product(s.ctx, NEW),
    "update_product": lambda s, p, v: s.catalog.update_product(
        s.ctx, UpdateProduct(product_id=p, base_version=1, vendor="x")
    ),
    **{
        act: lambda s, p, v, act=act: getattr(s.catalog, act)(s.ctx, ProductCommand(product_id=p))
        for act in ("publish", "unpublish", "archive", "unarchive", "trash", "restore", "purge")
    },
    "adjust_stock": lambda s, p, v: s.catalog.adjust_stock(s.ctx, AdjustStock(variant_id=v, delta=1)),
    "preview_prices": lambda s, p, v: s.catalog.preview_prices(s.ctx, RAISE.model_copy(update={"product_ids": (p,)})),
    "change_prices": lambda s, p, v: s.catalog.change_prices(s.ctx, RAISE.model_copy(update={"variant_ids": (v,)})),
    "set_own_prices": lambda s, p, v: s.catalog.set_own_prices(s.ctx, _own_price(v)),
    "translations": lambda s, p, v: s.catalog.translations(s.ctx, "ru", everything=True),
    "translation_state": lambda s, p, v: s.catalog.translation_state(s.ctx, p, "ru"),
    "confirm_translation": lambda s, p, v: s.catalog.confirm_translation(s.ctx, _confirmed(p)),
    "preview_bulk": lambda s, p, v: s.catalog.preview_bulk(s.ctx, _bulk(p)),
    "edit_many": lambda s, p, v: s.catalog.edit_many(s.ctx, _bulk(p)),
    "duplicate_product": lambda s, p, v: s.catalog.duplicate_product(s.ctx, DuplicateProduct(product_id=p)),
    "ensure_location": lambda s, p, v: s.catalog.ensure_location(s.ctx),
    "get_product": lambda s, p, v: s.catalog.get_product(s.ctx, p),
    "open_product": lambda s, p, v: s.catalog.open_product(s.ctx, p, 10),
    "variants_after": lambda s, p, v: s.catalog.variants_after(s.ctx, p, (-1, ""), 10),
    "get_product_with": lambda s, p, v: s.catalog.get_product_with(s.ctx, p, (v,)),
    "movements": lambda s, p, v: s.catalog.movements(s.ctx, p),
    "locations": lambda s, p, v: s.catalog.locations(s.ctx),
}
READING = {"get_product", "get_product_with", "open_product", "translation_state", "variants_after"}
# No answer, but no error.
EMPTY = {"create_product", "ensure_location", "locations", "movements", "preview_bulk", "translations"}
ALLOWED = {
    Role.SUPER_ADMIN: set(CALLS),
    Role.ADMIN: set(CALLS),
    Role.MANAGER: set(CALLS) - {"purge"},
    Role.CUSTOMER: READING,
}


def test_every_method_is_listed() -> None:
    methods = inspect.getmembers(CatalogService, inspect.iscoroutinefunction)
    assert {name for name, _ in methods if not name.startswith("_")} == set(CALLS)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", CALLS)
async def test_roles(shop: Any, role: Role, name: str) -> None:
    product = await shop.add()
    caller = shop.seen_by(role)
    try:
        await CALLS[name](caller, product.id, product.variants[0].id)
        refused = False
    except AppError as error:
        refused = isinstance(error, Forbidden)
    assert refused == (name not in ALLOWED[role])


@pytest.mark.parametrize("name", sorted(set(CALLS) - READING))
async def test_the_permission_comes_first(shop: Any, name: str) -> None:
    """A caller without the right learns nothing, not even whether the thing is there."""
    with pytest.raises(Forbidden):
        await CALLS[name](shop.seen_by(Role.CUSTOMER), new_id(), new_id())


@pytest.mark.parametrize("name", sorted(set(CALLS) - EMPTY))
async def test_another_shop_s_product_is_not_there(shop: Any, other_shop: Any, name: str) -> None:
    product = await shop.add(variants=[{"quantity": 2}])
    if name in ("restore", "purge"):
        await shop.act("trash", product)
    before = await shop.get(product.id)
    with pytest.raises(NotFound):
        await CALLS[name](other_shop, product.id, product.variants[0].id)
    assert await shop.get(product.id) == before
    assert await other_shop.events() == []


async def test_another_shop_s_product_is_in_no_preview(shop: Any, other_shop: Any) -> None:
    product = await shop.add()
    assert len((await shop.catalog.preview_bulk(shop.ctx, _bulk(product.id))).lines) == 1
    assert (await other_shop.catalog.preview_bulk(other_shop.ctx, _bulk(product.id))).lines == ()


async def test_another_shop_s_ledger_is_empty(shop: Any, other_shop: Any) -> None:
    product = await shop.add(variants=[{"quantity": 2}])
    assert await other_shop.catalog.movements(other_shop.ctx, product.id) == ()
    assert await other_shop.catalog.locations(other_shop.ctx) == ()
    location = (await shop.catalog.locations(shop.ctx))[0]
    theirs = await other_shop.add(variants=[{"quantity": 1}])
    assert theirs.variants[0].stock[0].location_id != location.id
    with pytest.raises(NotFound):
        await other_shop.move(theirs.variants[0], 1, location_id=location.id)


async def test_shops_share_no_handles_and_no_skus(shop: Any, other_shop: Any) -> None:
    for each in (shop, other_shop):
        product = await each.add(variants=[{"sku": "A"}])
        assert product.translations["en"].handle == "mug"


async def test_parts_of_another_shop_s_product_cannot_be_reached(shop: Any, other_shop: Any) -> None:
    theirs = await shop.add_sizes("S", images=[{"url": "u"}])
    own = await other_shop.add_sizes("S")
    variant, image = theirs.variants[0].id, theirs.images[0].id
    assert await other_shop.problems(own, variants=[{"id": variant, "sku": "x"}]) == {
        f"variants/{variant}": "unknown_variant"
    }
    assert await other_shop.problems(own, remove_variants=[variant]) == {f"variants/{variant}": "unknown_variant"}
    assert await other_shop.problems(own, images=[{"id": image, "url": "x"}]) == {"images/0": "unknown_image"}
    option = {"id": theirs.options[0].id, "name": "Size", "values": ["S"]}
    assert "unknown_option" in (await other_shop.problems(own, options=[option])).values()


async def test_events_carry_the_caller_s_chain(shop: Any) -> None:
    from dataclasses import replace

    shop.ctx = replace(shop.ctx, correlation_id=new_id(), causation_id=new_id(), device_id=new_id())
    await shop.add(variants=[{"quantity": 1}])
    events = await shop.events()
    assert len(events) == 2
    for event in events:
        assert (event.correlation_id, event.causation_id) == (shop.ctx.correlation_id, shop.ctx.causation_id)
        assert event.device_id == shop.ctx.device_id

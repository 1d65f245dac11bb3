"""How to call price lists and the shop's currencies."""

from __future__ import annotations

from typing import Any

from rustok_desktop.commerce import price_lists_schemas as p
from rustok_desktop.core.context import Context

from .world import Call, World

_AT = "2026-11-28T10:00:00.000000Z"


async def _listed(w: World) -> None:
    """A list with a price of the world's product."""
    lists = w.shop.platform.price_lists
    made = await lists.create(w.shop.ctx, p.CreatePriceList(name=w.name, status="active"))
    w.ids["list"] = made.price_list_id
    price = p.ListPrice(variant_id=w.variant, amount=900)
    w.version = (
        await lists.set_prices(w.shop.ctx, p.SetListPrices(price_list_id=made.price_list_id, prices=(price,)))
    ).version


async def _trashed(w: World) -> None:
    await _listed(w)
    saved = await w.shop.platform.price_lists.trash(w.shop.ctx, p.PriceListCommand(price_list_id=w["list"]))
    w.version = saved.version


def _about(w: World, version: int | None, **more: Any) -> dict[str, Any]:
    return {"price_list_id": w["list"], "base_version": version, **more}


def _formula(w: World, version: int | None) -> p.FormulaForList:
    return p.FormulaForList.model_validate(_about(w, version, formula="-20 %", product_ids=[w.product.id]))


def _over_the_list(w: World, version: int | None) -> p.FormulaForList:
    return p.FormulaForList.model_validate(_about(w, version, formula="-30 %"))


def _act(name: str, ready: Any) -> Call:
    def make(w: World, ctx: Context, v: int | None) -> Any:
        return getattr(w.shop.platform.price_lists, name)(ctx, p.PriceListCommand.model_validate(_about(w, v)))

    return Call(make, ready, versioned=True)


async def _all_prices(w: World, ctx: Context) -> Any:
    """The page behind the first price, too."""
    lists = w.shop.platform.price_lists
    first = await lists.prices(ctx, w["list"], limit=1)
    return first, await lists.prices(ctx, w["list"], after=first.next, limit=1)


PRICES = {
    "price_lists.create": Call(
        lambda w, ctx, v: w.shop.platform.price_lists.create(ctx, p.CreatePriceList(name=f"New {w.number}")),
        hidden=False,
    ),
    "price_lists.update": Call(
        lambda w, ctx, v: w.shop.platform.price_lists.update(
            ctx, p.UpdatePriceList.model_validate(_about(w, v, priority=7))
        ),
        _listed,
        versioned=True,
    ),
    "price_lists.trash": _act("trash", _listed),
    "price_lists.restore": _act("restore", _trashed),
    "price_lists.purge": _act("purge", _trashed),
    "price_lists.set_prices": Call(
        lambda w, ctx, v: w.shop.platform.price_lists.set_prices(
            ctx,
            p.SetListPrices.model_validate(
                _about(w, v, prices=[{"variant_id": w.variant, "min_quantity": 10, "amount": 800}])
            ),
        ),
        _listed,
        versioned=True,
    ),
    "price_lists.change_prices": Call(
        lambda w, ctx, v: w.shop.platform.price_lists.change_prices(ctx, _formula(w, v)), _listed, versioned=True
    ),
    "price_lists.preview_prices": Call(
        lambda w, ctx, v: w.shop.platform.price_lists.preview_prices(ctx, _over_the_list(w, v)), _listed, versioned=True
    ),
    "price_lists.list": Call(lambda w, ctx, v: w.shop.platform.price_lists.list(ctx), _listed, hidden=False),
    "price_lists.get": Call(lambda w, ctx, v: w.shop.platform.price_lists.get(ctx, w["list"]), _listed),
    "price_lists.prices": Call(lambda w, ctx, v: _all_prices(w, ctx), _listed),
    "price_lists.of_product": Call(
        lambda w, ctx, v: w.shop.platform.price_lists.of_product(ctx, w.product.id, "USD", _AT), _listed
    ),
    "price_lists.effective": Call(
        lambda w, ctx, v: w.shop.platform.price_lists.effective(ctx, w.variant, "USD", 1, _AT), _listed
    ),
    "price_lists.variants_by_sku": Call(
        lambda w, ctx, v: w.shop.platform.price_lists.variants_by_sku(ctx, (w.product.variants[0].sku or "",)),
        _listed,
        hidden=False,
    ),
    "tenants.set_currencies": Call(
        lambda w, ctx, v: w.shop.platform.tenants.set_currencies(ctx, ("EUR", "KZT")), hidden=False
    ),
}

"""How to call what changes and reads stock."""

from __future__ import annotations

from rustok_desktop.commerce import stock_schemas as s
from rustok_desktop.commerce.stock_views import LevelQuery

from .world import MARK, Call, World


async def _second_location(w: World) -> None:
    command = s.CreateLocation(name=w.name)
    location = await w.shop.platform.inventory.create_location(w.shop.ctx, command)
    w.ids["location"] = location.id
    w.version = location.version


async def _reserved(w: World) -> None:
    command = s.ReserveStock(variant_id=w.variant, quantity=1, reference=MARK)
    w.ids["reservation"] = await w.shop.platform.inventory.reserve(w.shop.ctx, command)


async def _counting(w: World) -> None:
    await _second_location(w)
    command = s.OpenStocktake(location_id=w["location"])
    stocktake = await w.shop.platform.inventory.open_stocktake(w.shop.ctx, command)
    w.ids["stocktake"] = stocktake.id
    w.version = stocktake.version


def _close(name: str) -> Call:
    return Call(
        lambda w, ctx, v: getattr(w.shop.platform.inventory, name)(
            ctx, s.CloseStocktake(stocktake_id=w["stocktake"], base_version=v)
        ),
        _counting,
        versioned=True,
    )


def _location(name: str) -> Call:
    return Call(
        lambda w, ctx, v: getattr(w.shop.platform.inventory, name)(
            ctx, s.LocationCommand(location_id=w["location"], base_version=v)
        ),
        _second_location,
        versioned=True,
    )


STOCK = {
    "inventory.create_location": Call(
        lambda w, ctx, v: w.shop.platform.inventory.create_location(ctx, s.CreateLocation(name=f"New {w.number}")),
        hidden=False,
    ),
    "inventory.update_location": Call(
        lambda w, ctx, v: w.shop.platform.inventory.update_location(
            ctx, s.UpdateLocation(location_id=w["location"], base_version=v, name=f"Other {w.number}")
        ),
        _second_location,
        versioned=True,
    ),
    "inventory.make_default": _location("make_default"),
    "inventory.close_location": _location("close_location"),
    "inventory.transfer": Call(
        lambda w, ctx, v: w.shop.platform.inventory.transfer(
            ctx,
            s.TransferStock(
                from_location_id=w.location,
                to_location_id=w["location"],
                lines=(s.TransferLine(variant_id=w.variant, quantity=2),),
            ),
        ),
        _second_location,
    ),
    "inventory.reserve": Call(
        lambda w, ctx, v: w.shop.platform.inventory.reserve(ctx, s.ReserveStock(variant_id=w.variant, quantity=1))
    ),
    "inventory.release": Call(
        lambda w, ctx, v: w.shop.platform.inventory.release(ctx, s.ReleaseStock(reservation_id=w["reservation"])),
        _reserved,
    ),
    "inventory.reservations": Call(
        lambda w, ctx, v: w.shop.platform.inventory.reservations(ctx, w.variant), _reserved, hidden=False
    ),
    "inventory.set_threshold": Call(
        lambda w, ctx, v: w.shop.platform.inventory.set_threshold(
            ctx, s.SetThreshold(variant_id=w.variant, location_id=w.location, threshold=3)
        )
    ),
    "inventory.level": Call(lambda w, ctx, v: w.shop.platform.inventory.level(ctx, w.variant, w.location)),
    "inventory.levels": Call(
        lambda w, ctx, v: w.shop.platform.inventory.levels(ctx, LevelQuery(w.location)), hidden=False
    ),
    "inventory.figures": Call(
        lambda w, ctx, v: w.shop.platform.inventory.figures(ctx, LevelQuery(w.location)), hidden=False
    ),
    "inventory.movements": Call(lambda w, ctx, v: w.shop.platform.inventory.movements(ctx, w.variant), hidden=False),
    "inventory.open_stocktake": Call(
        lambda w, ctx, v: w.shop.platform.inventory.open_stocktake(ctx, s.OpenStocktake(location_id=w["location"])),
        _second_location,
    ),
    "inventory.open_stocktake_at": Call(
        lambda w, ctx, v: w.shop.platform.inventory.open_stocktake_at(ctx, w["location"]), _counting, hidden=False
    ),
    "inventory.stocktake": Call(lambda w, ctx, v: w.shop.platform.inventory.stocktake(ctx, w["stocktake"]), _counting),
    "inventory.count": Call(
        lambda w, ctx, v: w.shop.platform.inventory.count(
            ctx, s.CountStock(stocktake_id=w["stocktake"], variant_id=w.variant, add=1)
        ),
        _counting,
    ),
    "inventory.apply_stocktake": _close("apply_stocktake"),
    "inventory.cancel_stocktake": _close("cancel_stocktake"),
}

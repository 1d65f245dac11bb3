"""Reading stock: the list by location, movements, promises, stocktakes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rustok_desktop.commerce import stock_statements as stock_sql
from rustok_desktop.commerce.stock_views import (
    CountView,
    LevelPage,
    LevelQuery,
    LevelView,
    ReservationView,
    StockFigures,
    StocktakeView,
)
from rustok_desktop.commerce.stocktake import uncounted_params
from rustok_desktop.commerce.views import MovementView
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.limits import LOW_STOCK
from rustok_desktop.storage.reader import Reader

_BEGINNING = ("", -1, "")


async def default_threshold(reader: Reader, ctx: Context) -> int:
    """Fewer than this are low where nothing else is said."""
    row = await reader.one(stock_sql.DEFAULT_THRESHOLD, at_tenant_id=ctx.tenant_id)
    return LOW_STOCK if row is None else int(row[0])


async def read_levels(
    reader: Reader, ctx: Context, query: LevelQuery, after: tuple[str, int, str] | None, limit: int
) -> LevelPage:
    """One page of the list, in the order the products were made."""
    threshold = await default_threshold(reader, ctx)
    product_id, position, variant_id = after or _BEGINNING
    match, params = _match(query)
    statement = stock_sql.LEVELS[match, query.state]
    place = {"product_id": product_id, "position": position, "variant_id": variant_id, "limit": limit}
    rows = await reader.all(statement, **_params(ctx, query, threshold), **params, **place)
    views = tuple(_level(row, threshold) for row in rows)
    last = views[-1] if len(views) == limit else None
    return LevelPage(views, None if last is None else (last.product_id, last.position, last.variant_id))


async def read_level(reader: Reader, ctx: Context, variant_id: str, location_id: str) -> LevelView:
    """One variant at a location. NotFound, also for one in the trash."""
    threshold = await default_threshold(reader, ctx)
    params = _params(ctx, LevelQuery(location_id), threshold)
    row = await reader.one(stock_sql.LEVEL, at_id=variant_id, **params)
    if row is None:
        raise NotFound("not_found", kind="variant", id=variant_id)
    return _level(row, threshold)


async def read_figures(reader: Reader, ctx: Context, query: LevelQuery) -> StockFigures:
    """The whole list in numbers, whatever state it is narrowed to."""
    threshold = await default_threshold(reader, ctx)
    match, params = _match(query)
    row = await reader.one(stock_sql.FIGURES[match], **_params(ctx, query, threshold), **params)
    return StockFigures(*row) if row is not None else StockFigures(0, 0, 0, 0, 0)


async def read_variant_movements(
    reader: Reader, ctx: Context, variant_id: str, location_id: str | None, limit: int
) -> tuple[MovementView, ...]:
    """The latest lines of one variant's ledger, of one location or all."""
    at = {"at_tenant_id": ctx.tenant_id, "at_variant_id": variant_id}
    rows = await reader.all(stock_sql.MOVEMENTS_OF_VARIANT, location_id=location_id, limit=limit, **at)
    return tuple(MovementView(*row) for row in rows)


async def read_reservations(reader: Reader, ctx: Context, variant_id: str, limit: int) -> tuple[ReservationView, ...]:
    """A variant's promises that still stand."""
    at = {"at_tenant_id": ctx.tenant_id, "at_variant_id": variant_id}
    rows = await reader.all(stock_sql.RESERVATIONS, limit=limit, **at)
    return tuple(ReservationView(*row) for row in rows)


async def read_stocktake(reader: Reader, ctx: Context, stocktake_id: str) -> StocktakeView:
    """A stocktake with all its counts over one state of the file. NotFound."""
    at = {"at_tenant_id": ctx.tenant_id, "at_id": stocktake_id}
    async with reader.snapshot() as session:
        row = await session.one(stock_sql.STOCKTAKE, **at)
        if row is None:
            raise NotFound("not_found", kind="stocktake", id=stocktake_id)
        found = StocktakeView(*row)
        counts = await session.all(stock_sql.COUNTS, locale=ctx.locale, **at)
        missing = await session.all(stock_sql.UNCOUNTED, at_tenant_id=ctx.tenant_id, **uncounted_params(found))
    views = tuple(CountView(*count) for count in counts)
    return replace(found, counts=views, uncounted=len(missing), uncounted_units=sum(row[1] for row in missing))


async def read_open_stocktake(reader: Reader, ctx: Context, location_id: str) -> StocktakeView | None:
    """The stocktake that is going on at a location, if there is one."""
    at = {"at_tenant_id": ctx.tenant_id, "at_location_id": location_id}
    row = await reader.one(stock_sql.OPEN_STOCKTAKE, **at)
    return None if row is None else await read_stocktake(reader, ctx, row[0])


def _match(query: LevelQuery) -> tuple[str, dict[str, Any]]:
    if query.product_ids is not None:
        return "products", {"ids": dumps(list(query.product_ids))}
    if query.code:
        escaped = query.code.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return "code", {"pattern": f"%{escaped}%"}
    return "all", {}


def _params(ctx: Context, query: LevelQuery, threshold: int) -> dict[str, Any]:
    return {
        "at_tenant_id": ctx.tenant_id,
        "location_id": query.location_id,
        "threshold": threshold,
        "locale": ctx.locale,
    }


def _level(row: tuple[Any, ...], threshold: int) -> LevelView:
    title, variant_title, sku, barcode, policy, managed, on_hand, reserved, own = row[3:]
    words = (title or "", variant_title, sku, barcode, policy)
    in_force = threshold if own is None else own
    return LevelView(row[0], row[1], row[2], *words, bool(managed), on_hand, reserved, own, in_force)

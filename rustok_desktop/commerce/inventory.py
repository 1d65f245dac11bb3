"""Stock: every act on locations, levels, promises and stocktakes passes here, whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from rustok_desktop.commerce import stock_queries as queries
from rustok_desktop.commerce.locations import Places
from rustok_desktop.commerce.low_stock import set_threshold
from rustok_desktop.commerce.reservations import release_stock, reserve_stock
from rustok_desktop.commerce.stock_schemas import (
    CloseStocktake,
    CountStock,
    CreateLocation,
    LocationCommand,
    OpenStocktake,
    ReleaseStock,
    ReserveStock,
    SetThreshold,
    TransferStock,
    UpdateLocation,
)
from rustok_desktop.commerce.stock_views import (
    Applied,
    CountView,
    LevelPage,
    LevelQuery,
    LevelView,
    ReservationView,
    StockFigures,
    StocktakeView,
    Transferred,
)
from rustok_desktop.commerce.stocktake import Stocktakes
from rustok_desktop.commerce.transfers import transfer_stock
from rustok_desktop.commerce.views import LocationView, MovementView
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

PAGE = 200
T = TypeVar("T")


class InventoryService:
    """What the ledger stands on. One command is one transaction.

    Every method checks its permission first (Forbidden) and sees only the caller's shop (NotFound for anything
    else). Commands raise UserError when they cannot be done as asked; nothing is changed then. Single
    adjustments are an act of the catalog.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def create_location(self, ctx: Context, command: CreateLocation) -> LocationView:
        """A new place for stock. Invalid for a name or code that is taken."""
        require(ctx, Resource.INVENTORY, Action.CREATE)
        return await self._writer.run(lambda uow: self._places(ctx, uow).create(command))

    async def update_location(self, ctx: Context, command: UpdateLocation) -> LocationView:
        """Another name or code. VersionConflict."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        return await self._writer.run(lambda uow: self._places(ctx, uow).update(command))

    async def make_default(self, ctx: Context, command: LocationCommand) -> LocationView:
        """Where stock goes if nobody says where. VersionConflict."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        return await self._writer.run(lambda uow: self._places(ctx, uow).make_default(command))

    async def close_location(self, ctx: Context, command: LocationCommand) -> LocationView:
        """For good; only when it is empty. VersionConflict."""
        require(ctx, Resource.INVENTORY, Action.DELETE)
        return await self._writer.run(lambda uow: self._places(ctx, uow).close(command))

    async def transfer(self, ctx: Context, command: TransferStock) -> Transferred:
        """Move goods between locations, all lines or none."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        return await self._writer.run(partial(transfer_stock, _rooted(ctx), self._bus, command))

    async def reserve(self, ctx: Context, command: ReserveStock) -> str:
        """Promise units; the promise's id."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        return await self._writer.run(partial(reserve_stock, _rooted(ctx), self._bus, command))

    async def release(self, ctx: Context, command: ReleaseStock) -> None:
        """End a promise, with or without the goods leaving."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        await self._writer.run(partial(release_stock, _rooted(ctx), self._bus, command))

    async def set_threshold(self, ctx: Context, command: SetThreshold) -> int:
        """When a variant is low at a location; the threshold now in force."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        return await self._writer.run(partial(set_threshold, _rooted(ctx), self._bus, command))

    async def open_stocktake(self, ctx: Context, command: OpenStocktake) -> StocktakeView:
        """Begin to count; one stocktake at a time per location."""
        require(ctx, Resource.INVENTORY, Action.CREATE)
        stocktake = await self._stocktakes(ctx, lambda stocktakes: stocktakes.open(command))
        return await queries.read_stocktake(self._reader, ctx, stocktake.id)

    async def count(self, ctx: Context, command: CountStock) -> CountView:
        """One more of an article, or so many of it. NotFound for a code nothing has."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        return await self._stocktakes(ctx, lambda stocktakes: stocktakes.count(command))

    async def apply_stocktake(self, ctx: Context, command: CloseStocktake) -> Applied:
        """Make the counts true. VersionConflict when somebody counted on after the review."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        return await self._stocktakes(ctx, lambda stocktakes: stocktakes.apply(command))

    async def cancel_stocktake(self, ctx: Context, command: CloseStocktake) -> None:
        """End it without moving anything. VersionConflict."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        await self._stocktakes(ctx, lambda stocktakes: stocktakes.cancel(command))

    async def levels(
        self, ctx: Context, query: LevelQuery, *, after: tuple[str, int, str] | None = None, limit: int = PAGE
    ) -> LevelPage:
        """One page of the variants at a location."""
        require(ctx, Resource.INVENTORY, Action.LIST)
        return await queries.read_levels(self._reader, ctx, query, after, limit)

    async def level(self, ctx: Context, variant_id: str, location_id: str) -> LevelView:
        """One variant at one location."""
        require(ctx, Resource.INVENTORY, Action.READ)
        return await queries.read_level(self._reader, ctx, variant_id, location_id)

    async def figures(self, ctx: Context, query: LevelQuery) -> StockFigures:
        """How many variants the list has, how many of them are low and out, and their units."""
        require(ctx, Resource.INVENTORY, Action.LIST)
        return await queries.read_figures(self._reader, ctx, query)

    async def movements(
        self, ctx: Context, variant_id: str, location_id: str | None = None, limit: int = PAGE
    ) -> tuple[MovementView, ...]:
        """A variant's ledger, the latest lines first; empty for one that is not there."""
        require(ctx, Resource.INVENTORY, Action.READ)
        return await queries.read_variant_movements(self._reader, ctx, variant_id, location_id, limit)

    async def reservations(self, ctx: Context, variant_id: str, limit: int = PAGE) -> tuple[ReservationView, ...]:
        """Promises of a variant that still stand, the latest first."""
        require(ctx, Resource.INVENTORY, Action.READ)
        return await queries.read_reservations(self._reader, ctx, variant_id, limit)

    async def stocktake(self, ctx: Context, stocktake_id: str) -> StocktakeView:
        """A stocktake with its counts."""
        require(ctx, Resource.INVENTORY, Action.READ)
        return await queries.read_stocktake(self._reader, ctx, stocktake_id)

    async def open_stocktake_at(self, ctx: Context, location_id: str) -> StocktakeView | None:
        """The one that is going on at a location."""
        require(ctx, Resource.INVENTORY, Action.READ)
        return await queries.read_open_stocktake(self._reader, ctx, location_id)

    def _places(self, ctx: Context, uow: UnitOfWork) -> Places:
        return Places(_rooted(ctx), self._bus, uow)

    async def _stocktakes(self, ctx: Context, act: Callable[[Stocktakes], T]) -> T:
        return await self._writer.run(lambda uow: act(Stocktakes(_rooted(ctx), self._bus, uow)))


def _rooted(ctx: Context) -> Context:
    """All events of one command belong together, also when the caller started no chain."""
    return ctx if ctx.correlation_id is not None else ctx.with_new_correlation()

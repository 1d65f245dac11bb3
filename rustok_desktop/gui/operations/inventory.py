"""What the Inventory page asks of the platform. Each operation is a plain value; the platform is touched only
inside ``__call__``, which runs on the core thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.commerce.stock_views import (
    Applied,
    CountView,
    LevelPage,
    LevelQuery,
    LevelView,
    StockFigures,
    StocktakeView,
    Transferred,
)
from rustok_desktop.commerce.views import LocationView, MovementView

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

_FOUND = 200  # products a search by words looks at
MOVEMENTS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class LevelStart:
    """The list's first rows, and the question they answer: what was typed may be a code or words."""

    query: LevelQuery
    page: LevelPage


@dataclass(frozen=True, slots=True)
class CountedNow:
    """One article counted, and the whole stocktake after it."""

    view: CountView
    stocktake: StocktakeView


@dataclass(frozen=True, slots=True)
class ReadPlaces:
    """The shop's locations, the default one first."""

    async def __call__(self, platform: Platform) -> tuple[LocationView, ...]:
        return await platform.catalog.locations(platform.context())


@dataclass(frozen=True, slots=True)
class OpenLevels:
    """The first rows at a location. A text is tried as part of a SKU or barcode, then as words."""

    location_id: str
    text: str
    state: str
    limit: int

    async def __call__(self, platform: Platform) -> LevelStart:
        ctx = platform.context()
        query = LevelQuery(self.location_id, code=self.text, state=self.state)
        page = await platform.inventory.levels(ctx, query, limit=self.limit)
        if not self.text or page.rows:
            return LevelStart(query, page)
        found = await platform.search.search(ctx, self.text, limit=_FOUND)
        products = tuple(hit.row.product_id for hit in found.hits)
        query = LevelQuery(self.location_id, product_ids=products, state=self.state)
        return LevelStart(query, await platform.inventory.levels(ctx, query, limit=self.limit))


@dataclass(frozen=True, slots=True)
class MoreLevels:
    """The rows that follow."""

    query: LevelQuery
    after: tuple[str, int, str]
    limit: int

    async def __call__(self, platform: Platform) -> LevelPage:
        return await platform.inventory.levels(platform.context(), self.query, after=self.after, limit=self.limit)


@dataclass(frozen=True, slots=True)
class ReadFigures:
    """The list in numbers."""

    query: LevelQuery

    async def __call__(self, platform: Platform) -> StockFigures:
        return await platform.inventory.figures(platform.context(), self.query)


@dataclass(frozen=True, slots=True)
class ReadMovements:
    """The ledger of one variant at a location."""

    variant_id: str
    location_id: str

    async def __call__(self, platform: Platform) -> tuple[MovementView, ...]:
        ctx = platform.context()
        return await platform.inventory.movements(ctx, self.variant_id, self.location_id, MOVEMENTS_SHOWN)


@dataclass(frozen=True, slots=True)
class Adjust:
    """Add ``delta`` to what is on hand; the level after it."""

    variant_id: str
    location_id: str
    delta: int
    reason: str

    async def __call__(self, platform: Platform) -> LevelView:
        from rustok_desktop.commerce.schemas import AdjustStock

        ctx = platform.context().with_new_correlation()
        await platform.catalog.adjust_stock(
            ctx,
            AdjustStock(variant_id=self.variant_id, location_id=self.location_id, delta=self.delta, reason=self.reason),
        )
        return await platform.inventory.level(ctx, self.variant_id, self.location_id)


@dataclass(frozen=True, slots=True)
class ChangeThreshold:
    """When a variant is low at a location; None: as the shop says. The level after it."""

    variant_id: str
    location_id: str
    threshold: int | None

    async def __call__(self, platform: Platform) -> LevelView:
        from rustok_desktop.commerce.stock_schemas import SetThreshold

        ctx = platform.context().with_new_correlation()
        command = SetThreshold(variant_id=self.variant_id, location_id=self.location_id, threshold=self.threshold)
        await platform.inventory.set_threshold(ctx, command)
        return await platform.inventory.level(ctx, self.variant_id, self.location_id)


@dataclass(frozen=True, slots=True)
class Transfer:
    """Goods of one variant to another location."""

    variant_id: str
    source: str
    target: str
    quantity: int

    async def __call__(self, platform: Platform) -> Transferred:
        from rustok_desktop.commerce.stock_schemas import TransferLine, TransferStock

        line = TransferLine(variant_id=self.variant_id, quantity=self.quantity)
        command = TransferStock(from_location_id=self.source, to_location_id=self.target, lines=(line,))
        return await platform.inventory.transfer(platform.context().with_new_correlation(), command)


@dataclass(frozen=True, slots=True)
class PlaceAct:
    """``create`` (with ``name``), ``rename``, ``default`` or ``close`` a location; all locations after it."""

    act: str
    location_id: str = ""
    version: int = 0
    name: str = ""

    async def __call__(self, platform: Platform) -> tuple[LocationView, ...]:
        from rustok_desktop.commerce.stock_schemas import CreateLocation, LocationCommand, UpdateLocation

        ctx, inventory = platform.context().with_new_correlation(), platform.inventory
        at = {"location_id": self.location_id, "base_version": self.version}
        if self.act == "create":
            await inventory.create_location(ctx, CreateLocation(name=self.name))
        elif self.act == "rename":
            await inventory.update_location(ctx, UpdateLocation.model_validate({**at, "name": self.name}))
        elif self.act == "default":
            await inventory.make_default(ctx, LocationCommand.model_validate(at))
        else:
            await inventory.close_location(ctx, LocationCommand.model_validate(at))
        return await platform.catalog.locations(ctx)


@dataclass(frozen=True, slots=True)
class BeginStocktake:
    """Go on with the stocktake at a location, or open one."""

    location_id: str

    async def __call__(self, platform: Platform) -> StocktakeView:
        from rustok_desktop.commerce.stock_schemas import OpenStocktake

        ctx = platform.context().with_new_correlation()
        going = await platform.inventory.open_stocktake_at(ctx, self.location_id)
        if going is not None:
            return going
        return await platform.inventory.open_stocktake(ctx, OpenStocktake(location_id=self.location_id))


@dataclass(frozen=True, slots=True)
class ReadStocktake:
    """A stocktake as it stands, None at a location where nobody counts."""

    location_id: str

    async def __call__(self, platform: Platform) -> StocktakeView | None:
        return await platform.inventory.open_stocktake_at(platform.context(), self.location_id)


@dataclass(frozen=True, slots=True)
class CountOne:
    """One more of an article (``code``), or exactly ``quantity`` of it (``variant_id``)."""

    stocktake_id: str
    code: str = ""
    variant_id: str = ""
    quantity: int | None = None

    async def __call__(self, platform: Platform) -> CountedNow:
        from rustok_desktop.commerce.stock_schemas import CountStock

        ctx = platform.context().with_new_correlation()
        command = CountStock(
            stocktake_id=self.stocktake_id,
            code=self.code or None,
            variant_id=self.variant_id or None,
            add=1 if self.code and self.quantity is None else 0,
            quantity=self.quantity,
        )
        view = await platform.inventory.count(ctx, command)
        return CountedNow(view, await platform.inventory.stocktake(ctx, self.stocktake_id))


@dataclass(frozen=True, slots=True)
class ApplyStocktake:
    """Make the counts true; ``zero``: articles nobody counted are gone."""

    stocktake_id: str
    version: int
    zero: bool

    async def __call__(self, platform: Platform) -> Applied:
        from rustok_desktop.commerce.stock_schemas import CloseStocktake

        command = CloseStocktake(
            stocktake_id=self.stocktake_id, base_version=self.version, uncounted="zero" if self.zero else "keep"
        )
        return await platform.inventory.apply_stocktake(platform.context().with_new_correlation(), command)


@dataclass(frozen=True, slots=True)
class CancelStocktake:
    """End a stocktake without moving anything."""

    stocktake_id: str

    async def __call__(self, platform: Platform) -> None:
        from rustok_desktop.commerce.stock_schemas import CloseStocktake

        command = CloseStocktake(stocktake_id=self.stocktake_id)
        await platform.inventory.cancel_stocktake(platform.context().with_new_correlation(), command)

"""The catalog: every act on products passes here, whoever asks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from threading import Event

from rustok_desktop.commerce import lifecycle, stock, translating
from rustok_desktop.commerce.bulk import BulkStopped, BulkWork, names_categories, preview_bulk
from rustok_desktop.commerce.create import create_product
from rustok_desktop.commerce.duplicate import duplicate_product
from rustok_desktop.commerce.ports import CategoryLists
from rustok_desktop.commerce.pricing import change_prices, preview_prices, set_own_prices
from rustok_desktop.commerce.queries import (
    open_product,
    read_locations,
    read_movements,
    read_product,
    read_slice,
    read_variants,
)
from rustok_desktop.commerce.schemas import (
    AdjustStock,
    BulkEdit,
    ChangePrices,
    ConfirmProductTranslation,
    CreateProduct,
    DuplicateProduct,
    ProductCommand,
    SetOwnPrices,
    UpdateProduct,
)
from rustok_desktop.commerce.update import update_product
from rustok_desktop.commerce.variant_records import VariantSlice
from rustok_desktop.commerce.views import (
    BulkDone,
    BulkPreview,
    LocationView,
    MovementView,
    OpenedProduct,
    PricePreview,
    PricesChanged,
    ProductView,
    Saved,
    TranslationList,
)
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

MOVEMENTS_SHOWN = 200
TRANSLATIONS_SHOWN = 300
PRICES_SHOWN = 50


class CatalogService:
    """Products with their words, variants, prices and stock. One command is one transaction.

    Every method checks its permission first (Forbidden) and sees only the caller's shop (NotFound for
    anything else). Commands raise Invalid with all wrong fields, VersionConflict when somebody saved first,
    or another UserError; nothing is changed then. Their answer says the new version and what changed.
    """

    def __init__(
        self, writer: Writer, reader: Reader, bus: TransactionalEventBus, categories: CategoryLists | None = None
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._categories = categories

    async def create_product(self, ctx: Context, command: CreateProduct) -> Saved:
        """A new product, as a draft or published. Empty handles are made from the titles."""
        require(ctx, Resource.PRODUCTS, Action.CREATE)
        return await self._writer.run(partial(create_product, _rooted(ctx), self._bus, command))

    async def duplicate_product(self, ctx: Context, command: DuplicateProduct) -> Saved:
        """A new draft like another product: its words marked as a copy, no SKUs, barcodes or stock."""
        require(ctx, Resource.PRODUCTS, Action.CREATE)
        require(ctx, Resource.PRODUCTS, Action.READ)
        return await self._writer.run(partial(duplicate_product, _rooted(ctx), self._bus, command))

    async def update_product(self, ctx: Context, command: UpdateProduct) -> Saved:
        """Everything one save of the editor changed; ``changed`` is empty when that was nothing."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(update_product, _rooted(ctx), self._bus, command))

    async def publish(self, ctx: Context, command: ProductCommand) -> Saved:
        """draft -> active."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._change_status(ctx, "publish", command)

    async def unpublish(self, ctx: Context, command: ProductCommand) -> Saved:
        """active -> draft."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._change_status(ctx, "unpublish", command)

    async def archive(self, ctx: Context, command: ProductCommand) -> Saved:
        """draft or active -> archived."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._change_status(ctx, "archive", command)

    async def unarchive(self, ctx: Context, command: ProductCommand) -> Saved:
        """archived -> draft."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._change_status(ctx, "unarchive", command)

    async def trash(self, ctx: Context, command: ProductCommand) -> Saved:
        """Into the trash; an active product must be unpublished or archived first."""
        require(ctx, Resource.PRODUCTS, Action.DELETE)
        return await self._writer.run(partial(lifecycle.trash, _rooted(ctx), self._bus, command))

    async def restore(self, ctx: Context, command: ProductCommand) -> Saved:
        """Out of the trash."""
        require(ctx, Resource.PRODUCTS, Action.DELETE)
        return await self._writer.run(partial(lifecycle.restore, _rooted(ctx), self._bus, command))

    async def purge(self, ctx: Context, command: ProductCommand) -> Saved:
        """Delete for good what is in the trash. ``version`` in the answer is the last one it had."""
        require(ctx, Resource.PRODUCTS, Action.MANAGE)
        return await self._writer.run(partial(lifecycle.purge, _rooted(ctx), self._bus, command))

    async def preview_prices(self, ctx: Context, command: ChangePrices, lines: int = PRICES_SHOWN) -> PricePreview:
        """What a formula would do to the chosen variants. Nothing is written; wrong outcomes are in the answer."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await preview_prices(self._reader, ctx, command, lines)

    async def change_prices(self, ctx: Context, command: ChangePrices) -> PricesChanged:
        """Put a formula on many prices at once: all of them, or none."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(change_prices, _rooted(ctx), self._bus, command))

    async def set_own_prices(self, ctx: Context, command: SetOwnPrices) -> PricesChanged:
        """Set prices of many variants at once: all of them, or none."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(set_own_prices, _rooted(ctx), self._bus, command))

    async def preview_bulk(self, ctx: Context, command: BulkEdit) -> BulkPreview:
        """What one edit would do to many products. Nothing is written; what forbids it is in the answer."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        if names_categories(command.changes):
            require(ctx, Resource.CATEGORIES, Action.UPDATE)
        return await preview_bulk(self._reader, ctx, command)

    async def edit_many(
        self, ctx: Context, command: BulkEdit, progress: Callable[[int, int], None] | None = None
    ) -> BulkDone:
        """The same edit to many products, all or nothing: one transaction, and one step to undo.

        ``progress`` hears done and total, on another thread. Cancelled before the end, nothing is changed; when the
        cancelling comes too late, the answer is that of the finished edit.
        """
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        if names_categories(command.changes):
            require(ctx, Resource.CATEGORIES, Action.UPDATE)
        stop = Event()
        work = BulkWork(_rooted(ctx), self._bus, self._categories, command, progress, stop.is_set)
        writing = asyncio.ensure_future(self._writer.run(work))
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            stop.set()
            try:
                return await writing
            except BulkStopped:
                raise asyncio.CancelledError from None

    async def adjust_stock(self, ctx: Context, command: AdjustStock) -> Saved:
        """One line of the stock ledger."""
        require(ctx, Resource.INVENTORY, Action.UPDATE)
        return await self._writer.run(partial(stock.adjust_stock, _rooted(ctx), self._bus, command))

    async def ensure_location(self, ctx: Context) -> str:
        """The id of the default stock location, made if there is none."""
        require(ctx, Resource.INVENTORY, Action.CREATE)

        def work(uow: UnitOfWork) -> str:
            return stock.default_location(uow, ctx)

        return await self._writer.run(work)

    async def get_product(self, ctx: Context, product_id: str) -> ProductView:
        """The whole product, also from the trash."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        return await read_product(self._reader, ctx, product_id)

    async def open_product(self, ctx: Context, product_id: str, limit: int) -> OpenedProduct:
        """The product with its first ``limit`` variants, and how many it has: quick however many those are."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        return await open_product(self._reader, ctx, product_id, limit)

    async def variants_after(self, ctx: Context, product_id: str, after: tuple[int, str], limit: int) -> VariantSlice:
        """The next ``limit`` variants behind the one of this position and id; an empty slice ends them."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        return await read_slice(self._reader, ctx, product_id, after, limit)

    async def get_product_with(self, ctx: Context, product_id: str, variant_ids: Sequence[str]) -> ProductView:
        """The product with only these of its variants: as quick as a small product, however many there are."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        return await read_variants(self._reader, ctx, product_id, variant_ids)

    async def translations(
        self, ctx: Context, locale: str, *, everything: bool = False, limit: int = TRANSLATIONS_SHOWN
    ) -> TranslationList:
        """Products whose words in ``locale`` are missing, older than the original or not whole; ``everything``: all."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)  # drafts are among them
        return await translating.read_translations(self._reader, ctx, locale, everything=everything, limit=limit)

    async def translation_state(self, ctx: Context, product_id: str, locale: str) -> str:
        """missing, stale, partly or done; ``done`` where there is nothing to translate from."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        return await translating.read_state(self._reader, ctx, product_id, locale)

    async def confirm_translation(self, ctx: Context, command: ConfirmProductTranslation) -> Saved:
        """A translation still fits although the original has changed. Nothing but that is recorded."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(translating.confirm, _rooted(ctx), self._bus, command))

    async def movements(self, ctx: Context, product_id: str, limit: int = MOVEMENTS_SHOWN) -> tuple[MovementView, ...]:
        """The latest lines of the product's stock ledger; none for a product that is not there."""
        require(ctx, Resource.INVENTORY, Action.READ)
        return await read_movements(self._reader, ctx, product_id, limit)

    async def locations(self, ctx: Context) -> tuple[LocationView, ...]:
        """Where stock is kept, the default location first."""
        require(ctx, Resource.INVENTORY, Action.READ)
        return await read_locations(self._reader, ctx)

    async def _change_status(self, ctx: Context, act: str, command: ProductCommand) -> Saved:
        change: Callable[[UnitOfWork], Saved] = partial(lifecycle.change_status, act, _rooted(ctx), self._bus, command)
        return await self._writer.run(change)


def _rooted(ctx: Context) -> Context:
    """All events of one command belong together, also when the caller started no chain."""
    return ctx if ctx.correlation_id is not None else ctx.with_new_correlation()

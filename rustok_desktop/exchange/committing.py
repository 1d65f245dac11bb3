"""Writing a plan to the shop, batch by batch, and keeping the record of the import."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterable, Callable
from dataclasses import replace
from functools import partial

from rustok_desktop.core.context import Context
from rustok_desktop.core.events import NewEvent
from rustok_desktop.exchange.copying import Copied, Copier
from rustok_desktop.exchange.plan_process import OnProgress
from rustok_desktop.exchange.planner import Counts
from rustok_desktop.exchange.recording import Origin, record
from rustok_desktop.exchange.schemas import ImportProgress, RowError, Tally
from rustok_desktop.exchange.staged import Batch
from rustok_desktop.exchange.streaming import StagingStopped
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork
from rustok_desktop.storage.writer import Writer


class Commit:
    """One plan on its way into the shop."""

    def __init__(
        self, writer: Writer, bus: TransactionalEventBus, ctx: Context, origin: Origin, *, followed: bool = True
    ) -> None:
        """``followed``: the log's consumers are to keep pace; otherwise they are woken at the end."""
        self._writer = writer
        self._bus = bus
        self._ctx = ctx
        self._origin = origin
        self._followed = followed
        self.started = False  # something is written
        self.products: Counter[str] = Counter()
        self.variants: Counter[str] = Counter()
        self.images: Counter[str] = Counter()
        self.errors: list[RowError] = []
        self.left_out = 0
        self.state = "interrupted"  # unless the end is reached

    async def run(
        self,
        batches: AsyncIterable[Batch],
        total: int,
        locale: str,
        on_progress: OnProgress | None,
        cancelled: Callable[[], bool],
    ) -> None:
        """Copy every batch. Stopping early, by ``cancelled`` or by cancelling the task, keeps whole batches.

        StagingStopped passes, after what came before it is written.
        """
        try:
            async with self._writer.attached(self._origin.staging) as schema:
                copier = Copier(schema, self._ctx.tenant_id, locale, self._ctx.locale)
                async for batch in batches:
                    if cancelled():
                        self.state = "cancelled"
                        return
                    if batch.places:
                        await self._copy(copier, batch)
                    self._tell(batch.high, total, on_progress)
            self.state = "done"
        except asyncio.CancelledError:
            self.state = "cancelled"
            raise
        except StagingStopped:
            self.state = "failed"
            raise
        finally:
            await asyncio.shield(self._writer.run(self._finish))

    async def _copy(self, copier: Copier, batch: Batch) -> None:
        """One batch. Its outcome is counted also when the task is cancelled while it is being written."""
        task = asyncio.ensure_future(self._copy_counted(copier, batch))
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait({task})
            raise

    async def _copy_counted(self, copier: Copier, batch: Batch) -> None:
        try:
            copied = await self._writer.run(partial(self._unit, copier, copier.copy, batch))
        except UniqueViolation:
            copied = await self._writer.run(partial(self._unit, copier, copier.copy_each, batch))
        self.started = True
        self._add(copied)

    def _unit(
        self, copier: Copier, copy: Callable[[UnitOfWork, Batch], Copied], batch: Batch, uow: UnitOfWork
    ) -> Copied:
        copied = copy(uow, batch)
        self._tell_low(uow, copier.low(uow, batch, copied))
        if copied.products and self._followed:
            uow.after_commit(self._bus.wake)
        sums = (self.products + copied.products, self.variants + copied.variants, self.images + copied.images)
        self._record(uow, "running", sums)
        return copied

    def _tell_low(self, uow: UnitOfWork, found: list[tuple[str, str, int, int]]) -> None:
        """In the transaction of the movements that did it, and part of the import like them."""
        ctx = replace(self._ctx, correlation_id=self._origin.import_id)
        for product_id, variant_id, remaining, threshold in found:
            data = {"product_id": product_id, "variant_id": variant_id, "remaining": remaining, "threshold": threshold}
            self._bus.publish_in_tx(uow, ctx, NewEvent("inventory.low", "product", product_id, data))

    def _record(self, uow: UnitOfWork, state: str, sums: tuple[Counter[str], ...]) -> None:
        """The import's own row, in the transaction of the batch it speaks of."""
        tallies = dict(zip(("products", "variants", "images"), sums, strict=True))
        record(uow, self._ctx, self._origin, state, tallies, begun=self.started)

    def _finish(self, uow: UnitOfWork) -> None:
        if self.products:
            uow.after_commit(self._bus.wake)
        self._record(uow, self.state, (self.products, self.variants, self.images))

    def _add(self, copied: Copied) -> None:
        self.products += copied.products
        self.variants += copied.variants
        self.images += copied.images
        self.errors += copied.errors
        self.left_out += copied.left_out

    def _tell(self, done: int, total: int, on_progress: OnProgress | None) -> None:
        if on_progress is not None and self.started:
            on_progress(ImportProgress("write", done, total, self.tally(self.products)))

    @staticmethod
    def tally(counter: Counter[str]) -> Tally:
        """The four counts."""
        return Counts.tally(counter)

"""Follows the log and keeps the index of products up to date."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack

from rustok_desktop.core.event_types import SHAPES_PRODUCT
from rustok_desktop.core.events import EventRef
from rustok_desktop.index.merging import SearchMerger
from rustok_desktop.index.rebuild import Rebuilder
from rustok_desktop.index.staged import project, project_staged
from rustok_desktop.index.worker import IndexWorker, discard
from rustok_desktop.outbox.consumer import Effect
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

NAME = "index.products"
DIRECT = 40  # products; up to here preparing them on the writer is quicker than asking the worker
_WHOLE_SHOP = frozenset({"locale.enabled", "locale.disabled"})
_REINDEX = "index.reindex_requested"
_PRODUCT = "product"
EVENT_TYPES = _WHOLE_SHOP | {_REINDEX} | SHAPES_PRODUCT


class ProductProjector:
    """A consumer of the log. Events name products; what a product looks like is read from the write tables."""

    name = NAME
    event_types: frozenset[str] | None = EVENT_TYPES
    batch_size = 500

    def __init__(self, writer: Writer, worker: IndexWorker, rebuilder: Rebuilder, merger: SearchMerger) -> None:
        self._writer = writer
        self._worker = worker
        self._rebuilder = rebuilder
        self._merger = merger
        self._attached = AsyncExitStack()

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        """What the events of ``batch`` change. A shop whose languages changed is rebuilt here, in its own steps."""
        await self.close()
        for tenant in dict.fromkeys(ref.tenant_id for ref in batch if _concerns_shop(ref)):
            await self._rebuilder.run(tenant)
        products: dict[str, dict[str, None]] = {}
        for ref in batch:
            if ref.aggregate_type == _PRODUCT:
                products.setdefault(ref.tenant_id, {})[ref.aggregate_id] = None
        asked = {tenant: list(ids) for tenant, ids in products.items()}
        count = sum(map(len, asked.values()))
        if not count:
            return None
        return await self._bulk(asked, count) if count > DIRECT else lambda uow: project(uow, asked)

    async def close(self) -> None:
        """Let go of the last batch's staging file."""
        await self._attached.aclose()

    async def _bulk(self, asked: dict[str, list[str]], count: int) -> Effect:
        loop = asyncio.get_running_loop()
        path = await self._worker.prepare(asked)
        # The effect runs after this returns, so the file stays attached until the next batch comes.
        self._attached.callback(discard, path)
        schema = await self._attached.enter_async_context(self._writer.attached(path))

        def written() -> None:  # on the writer's thread
            loop.call_soon_threadsafe(self._merger.wrote, count)

        def effect(uow: UnitOfWork) -> None:
            project_staged(uow, schema)
            uow.after_commit(written)

        return effect


def _concerns_shop(ref: EventRef) -> bool:
    return ref.event_type in _WHOLE_SHOP or (ref.event_type == _REINDEX and ref.aggregate_type != _PRODUCT)

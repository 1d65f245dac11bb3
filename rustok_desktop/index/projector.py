"""Follows the log and keeps one projection of the index up to date."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack

from rustok_desktop.core.event_types import SHAPES_PRODUCT
from rustok_desktop.core.events import EventRef
from rustok_desktop.index.merging import SearchMerger
from rustok_desktop.index.rebuild import Rebuilder
from rustok_desktop.index.staged import Stage
from rustok_desktop.index.worker import IndexWorker, discard
from rustok_desktop.outbox.consumer import Effect
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

DIRECT = 40  # documents; up to here preparing them on the writer is quicker than asking the worker
_REINDEX = "index.reindex_requested"
_LANGUAGES = frozenset({"locale.enabled", "locale.disabled"})
WHOLE_SHOP = _LANGUAGES | {_REINDEX}
_OWNERS = frozenset({"product", "node"})  # a request for one of these means it alone
PRODUCT_EVENTS = WHOLE_SHOP | SHAPES_PRODUCT


class Projector:
    """A consumer of the log. Events name what changed; what it looks like is read from the write tables."""

    batch_size = 500

    def __init__(
        self,
        event_types: frozenset[str],
        stage: Stage,
        writer: Writer,
        worker: IndexWorker,
        rebuilder: Rebuilder,
        merger: SearchMerger,
    ) -> None:
        self.name = f"index.{stage.projection.name}"
        self.event_types: frozenset[str] | None = event_types
        self._stage = stage
        self._writer = writer
        self._worker = worker
        self._rebuilder = rebuilder
        self._merger = merger
        self._attached = AsyncExitStack()

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        """What the events of ``batch`` change. A shop whose languages changed is rebuilt here, in its own steps."""
        await self.close()
        for tenant in dict.fromkeys(ref.tenant_id for ref in batch if self._concerns_shop(ref)):
            await self._rebuilder.run(tenant)
        asked = await self.asked(batch)
        count = sum(map(len, asked.values()))
        if not count:
            return None
        direct = count <= DIRECT and await self.light(asked)
        return (lambda uow: self._stage.project(uow, asked)) if direct else await self._bulk(asked, count)

    async def asked(self, batch: Sequence[EventRef]) -> dict[str, list[str]]:
        """The ids that the events concern, by shop."""
        found: dict[str, dict[str, None]] = {}
        for ref in batch:
            if ref.aggregate_type == self.aggregate:
                found.setdefault(ref.tenant_id, {})[ref.aggregate_id] = None
        return {tenant: list(ids) for tenant, ids in found.items()}

    async def light(self, asked: dict[str, list[str]]) -> bool:
        """Whether so few are also quickly prepared."""
        return True

    @property
    def aggregate(self) -> str:
        """The aggregate type whose ids are the owners' ids."""
        return self._stage.projection.aggregate

    async def close(self) -> None:
        """Let go of the last batch's staging file."""
        await self._attached.aclose()

    async def _bulk(self, asked: dict[str, list[str]], count: int) -> Effect:
        loop = asyncio.get_running_loop()
        path = await self._worker.prepare(self._stage.projection.name, asked)
        # The effect runs after this returns, so the file stays attached until the next batch comes.
        self._attached.callback(discard, path)
        schema = await self._attached.enter_async_context(self._writer.attached(path))

        def written() -> None:  # on the writer's thread
            loop.call_soon_threadsafe(self._merger.wrote, count)

        def effect(uow: UnitOfWork) -> None:
            self._stage.project_staged(uow, schema)
            uow.after_commit(written)

        return effect

    def _concerns_shop(self, ref: EventRef) -> bool:
        if ref.event_type in _LANGUAGES:
            return True
        return ref.event_type == _REINDEX and ref.aggregate_type not in _OWNERS

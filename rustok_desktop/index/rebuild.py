"""Rebuilding a projection of a shop in chunks, in place: it stays usable, and it goes on where it stopped.

The worker prepares a chunk while the writer applies the one before; a checkpoint is written with each chunk.
What the index has too much is swept at the end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.index.merging import SearchMerger
from rustok_desktop.index.projections import STAGES
from rustok_desktop.index.rebuild_sql import EMPTY_SCOPES, RebuildSql
from rustok_desktop.index.staged import Stage
from rustok_desktop.index.worker import IndexWorker, discard
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import Prepared, prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

RUNNING, STOPPED, DONE = "running", "stopped", "done"
BATCH = 1_000  # owners; the writer is busy for about a fifth of a second with so many new ones
Progress = Callable[[int, int], None]

_SQL = {name: RebuildSql.of(stage.projection) for name, stage in STAGES.items()}
_LOAD = prepare("SELECT state, after_id, processed FROM index_rebuilds WHERE name = :name AND tenant_id = :tenant")
_SAVE = prepare(
    "INSERT INTO index_rebuilds (name, tenant_id, state, after_id, processed, total, started_at, finished_at)"
    " VALUES (:name, :tenant, :state, :after, :processed, :total, :now, :finished)"
    " ON CONFLICT (name, tenant_id) DO UPDATE SET state = excluded.state, after_id = excluded.after_id,"
    " processed = excluded.processed, total = excluded.total, finished_at = excluded.finished_at,"
    " started_at = CASE WHEN :begin THEN excluded.started_at ELSE index_rebuilds.started_at END"
)


@dataclass(slots=True)
class _Run:
    tenant: str
    after: str
    processed: int
    total: int
    batch: int


@dataclass(slots=True)
class _Chunk:
    last_id: str
    count: int
    staging: Path


class Rebuilder:
    """One rebuild of its projection at a time; others wait for their turn."""

    def __init__(
        self, stage: Stage, reader: Reader, writer: Writer, worker: IndexWorker, merger: SearchMerger
    ) -> None:
        self._stage = stage
        self._sql = _SQL[stage.projection.name]
        self._reader = reader
        self._writer = writer
        self._worker = worker
        self._merger = merger
        self._turn = asyncio.Lock()
        self.running: set[str] = set()  # shops being rebuilt

    async def run(
        self,
        tenant: str,
        *,
        batch: int = BATCH,
        resume: bool = False,
        on_progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[int, int]:
        """Rebuild; returns (processed, total). With ``resume`` go on from the checkpoint of an unfinished one.

        When ``cancelled`` says so it stops after the chunk under way and keeps the checkpoint.
        """
        async with self._turn:
            self.running.add(tenant)
            try:
                run = await self._begin(tenant, batch, resume)
                finished = await self._chunks(run, on_progress, cancelled)
                if finished:
                    await self._sweep(tenant)
                await self._writer.run(lambda uow: self._save(uow, run, DONE if finished else STOPPED))
            finally:
                self.running.discard(tenant)
        if finished:
            self._merger.wrote(run.processed)
        return run.processed, run.total

    async def _begin(self, tenant: str, batch: int, resume: bool) -> _Run:
        total = await self._reader.one(self._sql.total, tenant=tenant)
        run = _Run(tenant, "", 0, int(total[0]) if total else 0, max(1, min(batch, 5_000)))
        found = await self._reader.one(_LOAD, name=self._stage.projection.name, tenant=tenant)
        resumed = resume and found is not None and found[0] != DONE
        if resumed and found is not None:
            run.after, run.processed = found[1], int(found[2])
        await self._writer.run(lambda uow: self._save(uow, run, RUNNING, begin=not resumed))
        return run

    async def _chunks(self, run: _Run, on_progress: Progress | None, cancelled: Callable[[], bool]) -> bool:
        """True when the end was reached."""
        ahead = await self._start(run, run.after)
        try:
            while ahead is not None:
                if cancelled():
                    return False
                chunk = await ahead
                ahead = await self._start(run, chunk.last_id)
                await self._apply(run, chunk)
                if on_progress is not None:
                    on_progress(run.processed, max(run.total, run.processed))
        finally:
            if ahead is not None:
                await _drop(ahead)
        return True

    async def _start(self, run: _Run, after: str) -> asyncio.Task[_Chunk] | None:
        rows = await self._reader.all(self._sql.next, tenant=run.tenant, after=after, limit=run.batch)
        ids = [row[0] for row in rows]
        return asyncio.create_task(self._prepare(run.tenant, ids)) if ids else None

    async def _prepare(self, tenant: str, ids: list[str]) -> _Chunk:
        return _Chunk(ids[-1], len(ids), await self._worker.prepare(self._stage.projection.name, {tenant: ids}))

    async def _apply(self, run: _Run, chunk: _Chunk) -> None:
        def work(uow: UnitOfWork) -> None:
            self._stage.project_staged(uow, schema)
            run.after = chunk.last_id
            run.processed += chunk.count
            self._save(uow, run, RUNNING)

        try:
            async with self._writer.attached(chunk.staging) as schema:
                await self._writer.run(work)
        finally:
            discard(chunk.staging)

    async def _sweep(self, tenant: str) -> None:
        """Remove what stands for nothing any more, some at a time."""
        # What is gone does not come back, so what was read may be removed as it is.
        while strays := await self._reader.all(self._sql.stray_rows, tenant=tenant, limit=BATCH):
            await self._writer.run(lambda uow, found=strays: self._stage.remove(uow, found))  # type: ignore[misc]
        for find, confirm in self._sql.stray_hits:
            while rows := await self._reader.all(find, tenant=tenant, limit=BATCH):
                ranks = dumps([row[0] for row in rows])
                await self._writer.run(lambda uow, c=confirm, r=ranks: self._remove_stray(uow, c, r))  # type: ignore[misc]
        await self._writer.run(lambda uow: uow.run(EMPTY_SCOPES, tenant=tenant))

    def _save(self, uow: UnitOfWork, run: _Run, state: str, *, begin: bool = False) -> None:
        values: dict[str, Any] = {"after": run.after, "processed": run.processed, "total": run.total, "begin": begin}
        finished, name = (uow.now if state == DONE else None), self._stage.projection.name
        uow.run(_SAVE, name=name, tenant=run.tenant, state=state, now=uow.now, finished=finished, **values)

    def _remove_stray(self, uow: UnitOfWork, confirm: Prepared, ranks: str) -> None:
        self._stage.remove_hits(uow, [row[0] for row in uow.all(confirm, ranks=ranks)])


async def _drop(task: asyncio.Task[_Chunk]) -> None:
    """Throw away a chunk that nobody will apply."""
    task.cancel()
    (result,) = await asyncio.gather(task, return_exceptions=True)
    if isinstance(result, _Chunk):
        discard(result.staging)

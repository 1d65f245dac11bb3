"""The index as a service: its projections put together, where they stand, and their rebuild."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.index import projections
from rustok_desktop.index.content_projector import CONTENT_EVENTS, ContentProjector
from rustok_desktop.index.merging import SearchMerger
from rustok_desktop.index.projection import Projection
from rustok_desktop.index.projector import PRODUCT_EVENTS, Projector
from rustok_desktop.index.rebuild import BATCH, Progress, Rebuilder
from rustok_desktop.index.schemas import ProjectionStatus
from rustok_desktop.index.staged import Stage
from rustok_desktop.index.worker import IndexWorker
from rustok_desktop.outbox import cursors
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import Prepared, prepare

PRODUCTS = projections.PRODUCTS.projection.name
CONTENT = projections.CONTENT.projection.name
_FAILED = prepare("SELECT count(*) FROM sys_dead_letters WHERE consumer = :name AND tenant_id = :tenant")


_SCOPES = prepare("SELECT id FROM index_scopes WHERE tenant_id = :tenant ORDER BY id")


def _owners(projection: Projection, scopes: int) -> Prepared:
    """How many owners have a row in one of so many scopes, ``:scope0`` and on.

    Each scope is walked in the order of its index and the walks are merged: DISTINCT over all of them would put every
    key into a table of its own first. One scope has each owner once, so nothing needs to be compared.
    """
    key, rows = projection.key, projection.rows
    own = "(SELECT id FROM index_scopes WHERE id = :scope{} AND tenant_id = :tenant)".format
    if scopes == 1:
        return prepare(f"SELECT count(*) FROM {rows} WHERE scope = {own(0)}")
    parts = []
    for in_trash in (0, 1):
        walks = (f"SELECT {key} FROM {rows} WHERE scope = {own(n)} AND in_trash = {in_trash}" for n in range(scopes))
        parts.append(f"(SELECT count(*) FROM ({' UNION '.join(walks)} ORDER BY 1))")
    return prepare(f"SELECT {' + '.join(parts)}")


@dataclass(frozen=True, slots=True)
class _Part:
    """What works on one projection."""

    merger: SearchMerger
    rebuilder: Rebuilder
    projector: Projector


class IndexService:
    """Give :attr:`projectors` to the consumers' runner; close after the runner has stopped."""

    def __init__(self, database: Database, log: EventLog, data_dir: DataDirectory) -> None:
        self._database = database
        self._reader = database.reader
        self._log = log
        self._worker = IndexWorker(database.path, data_dir.temp)
        self._parts = {
            PRODUCTS: self._part(projections.PRODUCTS, partial(Projector, PRODUCT_EVENTS)),
            CONTENT: self._part(projections.CONTENT, partial(ContentProjector, CONTENT_EVENTS, self._reader)),
        }

    @property
    def projectors(self) -> tuple[Projector, ...]:
        """The consumers of the log, one per projection."""
        return tuple(part.projector for part in self._parts.values())

    @property
    def projector(self) -> Projector:
        """The one of products."""
        return self._parts[PRODUCTS].projector

    async def close(self) -> None:
        """Stop idle work and the worker process; before the database is closed."""
        for part in self._parts.values():
            part.merger.stop()
            await part.projector.close()
        self._worker.close()

    async def status(self, ctx: Context) -> tuple[ProjectionStatus, ...]:
        """Where each projection stands."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        head = await self._log.head()
        return tuple([await self._status(ctx, name, head) for name in self._parts])

    async def rebuild(
        self,
        ctx: Context,
        name: str = PRODUCTS,
        *,
        batch: int = BATCH,
        resume: bool = False,
        on_progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[int, int]:
        """Rebuild a projection of this shop; returns (processed, total). See :meth:`Rebuilder.run`."""
        require(ctx, Resource.PRODUCTS, Action.MANAGE)
        part = self._parts.get(name)
        if part is None:
            raise NotFound("not_found", kind="index", id=name)
        return await part.rebuilder.run(
            ctx.tenant_id, batch=batch, resume=resume, on_progress=on_progress, cancelled=cancelled
        )

    def _part(self, stage: Stage, projector: Callable[..., Projector]) -> _Part:
        writer = self._database.writer
        merger = SearchMerger(writer, stage.projection.tables)
        rebuilder = Rebuilder(stage, self._reader, writer, self._worker, merger)
        return _Part(merger, rebuilder, projector(stage, writer, self._worker, rebuilder, merger))

    async def _status(self, ctx: Context, name: str, head: int) -> ProjectionStatus:
        consumer = self._parts[name].projector.name
        position = await self._reader.one(cursors.POSITION, name=consumer)
        rows = await self._rows(name, ctx.tenant_id)
        failed = await self._reader.one(_FAILED, name=consumer, tenant=ctx.tenant_id)
        at = int(position[0]) if position else 0
        broken = int(failed[0]) if failed else 0
        state = self._state(name, ctx.tenant_id, broken, head - at)
        detail = str(broken) if state == "failing" else ""
        return ProjectionStatus(name, at, head, max(0, head - at), rows, state, detail)

    async def _rows(self, name: str, tenant: str) -> int:
        scopes = {f"scope{n}": row[0] for n, row in enumerate(await self._reader.all(_SCOPES, tenant=tenant))}
        if not scopes:
            return 0
        owners = _owners(projections.STAGES[name].projection, len(scopes))
        counted = await self._reader.one(owners, tenant=tenant, **scopes)
        return int(counted[0]) if counted else 0

    def _state(self, name: str, tenant: str, broken: int, lag: int) -> str:
        if tenant in self._parts[name].rebuilder.running:
            return "rebuilding"
        if broken:
            return "failing"
        return "behind" if lag > 0 else "ready"

"""The index as a service: its parts put together, where it stands, and its rebuild."""

from __future__ import annotations

from collections.abc import Callable

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.index import projector
from rustok_desktop.index.merging import SearchMerger
from rustok_desktop.index.projector import ProductProjector
from rustok_desktop.index.rebuild import BATCH, NAME, Progress, Rebuilder
from rustok_desktop.index.schemas import ProjectionStatus
from rustok_desktop.index.worker import IndexWorker
from rustok_desktop.outbox import cursors
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

_ROWS = prepare(
    "SELECT count(DISTINCT product_id) FROM index_products WHERE scope IN"
    " (SELECT id FROM index_scopes WHERE tenant_id = :tenant)"
)
_FAILED = prepare("SELECT count(*) FROM sys_dead_letters WHERE consumer = :name AND tenant_id = :tenant")


class IndexService:
    """Give :attr:`projector` to the consumers' runner; close after the runner has stopped."""

    def __init__(self, database: Database, log: EventLog, data_dir: DataDirectory) -> None:
        self._reader = database.reader
        self._log = log
        self._worker = IndexWorker(database.path, data_dir.temp)
        self.merger = SearchMerger(database.writer)
        self._rebuilder = Rebuilder(database.reader, database.writer, self._worker, self.merger)
        self.projector = ProductProjector(database.writer, self._worker, self._rebuilder, self.merger)

    async def close(self) -> None:
        """Stop idle work and the worker process; before the database is closed."""
        self.merger.stop()
        await self.projector.close()
        self._worker.close()

    async def status(self, ctx: Context) -> tuple[ProjectionStatus, ...]:
        """Where each projection stands."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        head = await self._log.head()
        position = await self._reader.one(cursors.POSITION, name=projector.NAME)
        rows = await self._reader.one(_ROWS, tenant=ctx.tenant_id)
        failed = await self._reader.one(_FAILED, name=projector.NAME, tenant=ctx.tenant_id)
        at = int(position[0]) if position else 0
        broken = int(failed[0]) if failed else 0
        state = self._state(ctx.tenant_id, broken, head - at)
        detail = str(broken) if state == "failing" else ""
        return (ProjectionStatus(NAME, at, head, max(0, head - at), int(rows[0]) if rows else 0, state, detail),)

    async def rebuild(
        self,
        ctx: Context,
        name: str = NAME,
        *,
        batch: int = BATCH,
        resume: bool = False,
        on_progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[int, int]:
        """Rebuild a projection of this shop; returns (processed, total). See :meth:`Rebuilder.run`."""
        require(ctx, Resource.PRODUCTS, Action.MANAGE)
        if name != NAME:
            raise NotFound("not_found", kind="index", id=name)
        return await self._rebuilder.run(
            ctx.tenant_id, batch=batch, resume=resume, on_progress=on_progress, cancelled=cancelled
        )

    def _state(self, tenant: str, broken: int, lag: int) -> str:
        if tenant in self._rebuilder.running:
            return "rebuilding"
        if broken:
            return "failing"
        return "behind" if lag > 0 else "ready"

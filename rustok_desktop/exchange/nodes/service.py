"""Importing content: plan (nothing is written to the shop), review, commit."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from rustok_desktop.core.clock import Clock, utc_now
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.locale import normalize_locale
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.exchange.jobs import PREFIX
from rustok_desktop.exchange.nodes import report, staged
from rustok_desktop.exchange.nodes.committing import ContentCommit
from rustok_desktop.exchange.nodes.schemas import (
    ITEMS_SHOWN,
    ContentAction,
    ContentOptions,
    ContentPlan,
    ContentReport,
    FoundContent,
    PlannedItem,
)
from rustok_desktop.exchange.plan_process import OnProgress, run_worker
from rustok_desktop.exchange.recording import Origin
from rustok_desktop.exchange.reports import since
from rustok_desktop.identity.tables import tenants
from rustok_desktop.media.service import MediaService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.staging import StagingFile
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.writer import Writer

if TYPE_CHECKING:
    from rustok_desktop.exchange.nodes.worker import ContentJob

FORMATS = ("auto", "markdown", "wxr", "ghost")
BESIDE_A_WINDOW = 10
RunPlan = Callable[["ContentJob", OnProgress | None], Coroutine[Any, Any, FoundContent]]

_SHOP = prepare(select(tenants.c.default_locale).where(tenants.c.id == bindparam("tenant_id")))


async def run_plan(job: ContentJob, on_progress: OnProgress | None) -> FoundContent:
    """The worker's answer, from a process of its own."""
    # Here: what the other process reads and writes with is not needed in this one.
    from rustok_desktop.exchange.nodes import worker

    found: FoundContent = await run_worker(worker.main, job, on_progress)
    return found


def _never() -> bool:
    return False


class ContentImportService:
    """Imports pages and posts from files. Needs ``nodes:import``; a plan belongs to the caller's shop."""

    def __init__(
        self,
        writer: Writer,
        reader: Reader,
        bus: TransactionalEventBus,
        media: MediaService,
        directory: DataDirectory,
        clock: Clock = utc_now,
        run_plan: RunPlan = run_plan,
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._media = media
        self._directory = directory
        self._clock = clock
        self._run_plan = run_plan

    async def plan(
        self,
        ctx: Context,
        path: Path,
        options: ContentOptions | None = None,
        on_progress: OnProgress | None = None,
        *,
        nice: int = BESIDE_A_WINDOW,
    ) -> ContentPlan:
        """Read a file or folder in a worker process and say what an import would do. The shop is not changed.

        UserError for what is refused as a whole. Cancelling the task ends the worker and removes what it wrote.
        """
        job = await self._job(ctx, path, options or ContentOptions(), nice)
        staging = Path(job.staging)
        try:
            found = await self._run_plan(job, on_progress)
            tally, parts = await asyncio.to_thread(staged.tallies, staging)
            noted = await asyncio.to_thread(staged.noted_count, staging)
        except BaseException:
            await asyncio.shield(asyncio.to_thread(_remove, staging))
            raise
        return ContentPlan(job.import_id, ctx.tenant_id, path, staging, found, tally, parts, noted)

    async def planned(
        self,
        ctx: Context,
        plan: ContentPlan,
        *,
        action: ContentAction | None = None,
        part: str | None = None,
        noted: bool = False,
        text: str = "",
        after: int = 0,
        limit: int = 200,
    ) -> list[PlannedItem]:
        """A page of the plan's items in file order, after the ordinal ``after``; ``noted`` asks for those only
        that there is something to know of.
        """
        _check(ctx, plan)
        return await asyncio.to_thread(
            staged.items, plan.staging, action=action, part=part, noted=noted, text=text, after=after, limit=limit
        )

    async def exclude(self, ctx: Context, plan: ContentPlan, ordinals: Iterable[int], excluded: bool = True) -> None:
        """Leave items out of the commit, or take them back in."""
        _check(ctx, plan)
        await asyncio.to_thread(staged.exclude, plan.staging, list(ordinals), excluded)

    async def commit(
        self,
        ctx: Context,
        plan: ContentPlan,
        on_progress: OnProgress | None = None,
        cancelled: Callable[[], bool] = _never,
    ) -> ContentReport:
        """Write the plan in batches, each whole with its events, all of them one import; the plan is used up.

        ``cancelled`` is asked between batches: the report then says what was kept. Items that changed since the
        plan was made are left as they are and reported. Cancelling the task also keeps whole batches.
        """
        _check(ctx, plan)
        started = time.monotonic()
        origin = Origin(plan.plan_id, plan.source, plan.found.format, plan.staging)
        commit = ContentCommit(self._writer, self._bus, self._media, ctx, origin)
        target = self._directory.imports / f"{plan.plan_id}-report.csv"
        try:
            await commit.run(on_progress, cancelled)
            outcome = await asyncio.to_thread(report.conclude, plan.staging, commit.done, commit.failures, target)
        finally:
            await asyncio.shield(asyncio.to_thread(_remove, plan.staging))
        return ContentReport(
            import_id=plan.plan_id,
            found=plan.found,
            tally=outcome.tally,
            parts=outcome.parts,
            items=outcome.items,
            report_file=target,
            dry_run=False,
            cancelled=commit.state == "cancelled",
            took_ms=since(started),
        )

    async def discard(self, ctx: Context, plan: ContentPlan) -> None:
        """Forget a plan. Safe to call for one that is used up."""
        _check_whose(ctx, plan)
        await asyncio.to_thread(_remove, plan.staging)

    async def run(
        self,
        ctx: Context,
        path: Path,
        options: ContentOptions | None = None,
        *,
        dry_run: bool = False,
        on_progress: OnProgress | None = None,
        cancelled: Callable[[], bool] = _never,
    ) -> ContentReport:
        """Plan and commit at once, without review. A ``dry_run`` writes nothing; its items are all that would change
        or that there is something to know of.
        """
        started = time.monotonic()
        plan = await self.plan(ctx, path, options, on_progress, nice=0)
        report = await self.carry_out(ctx, plan, dry_run=dry_run, on_progress=on_progress, cancelled=cancelled)
        return replace(report, took_ms=since(started))

    async def carry_out(
        self,
        ctx: Context,
        plan: ContentPlan,
        *,
        dry_run: bool = False,
        on_progress: OnProgress | None = None,
        cancelled: Callable[[], bool] = _never,
    ) -> ContentReport:
        """Commit a plan, or in a ``dry_run`` only say what it holds. It is used up in either case."""
        if not dry_run:
            return await self.commit(ctx, plan, on_progress, cancelled)
        try:
            items = await self.planned(ctx, plan, limit=ITEMS_SHOWN)
        finally:
            await self.discard(ctx, plan)
        shown = tuple(item for item in items if item.action is not ContentAction.UNCHANGED or item.notes)
        return ContentReport(plan.plan_id, plan.found, plan.tally, plan.parts, shown, None, True, False, 0)

    async def _job(self, ctx: Context, path: Path, options: ContentOptions, nice: int) -> ContentJob:
        require(ctx, Resource.NODES, Action.IMPORT)
        if options.format not in FORMATS:
            raise UserError("unsupported_format", value=options.format)
        row = await self._reader.one(_SHOP, tenant_id=ctx.tenant_id)
        if row is None:
            raise NotFound("not_found", kind="shop", id=ctx.tenant_id)
        import_id = new_id()
        self._directory.temp.mkdir(parents=True, exist_ok=True)
        from rustok_desktop.exchange.nodes.worker import ContentJob

        return ContentJob(
            source=str(path),
            staging=str(self._directory.temp / f"{PREFIX}{import_id}.db"),
            database=str(self._directory.database),
            tenant_id=ctx.tenant_id,
            locale=_locale(options.locale) or row[0],
            own_locale=row[0],
            import_id=import_id,
            actor_id=ctx.actor_id,
            speech=ctx.locale,
            format=options.format,
            now=self._clock(),
            nice=nice,
        )


def _locale(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return normalize_locale(text)
    except ValueError:
        raise Invalid([FieldProblem("locale", "bad_locale", {"value": text})]) from None


def _check(ctx: Context, plan: ContentPlan) -> None:
    _check_whose(ctx, plan)
    if not plan.staging.exists():
        raise UserError("plan_gone")


def _check_whose(ctx: Context, plan: ContentPlan) -> None:
    """A plan's commands name the shop they were made for, so nobody else may see or carry them out."""
    require(ctx, Resource.NODES, Action.IMPORT)
    if plan.tenant_id != ctx.tenant_id:
        raise NotFound("not_found", kind="import", id=plan.plan_id)


def _remove(staging: Path) -> None:
    StagingFile.remove(staging)

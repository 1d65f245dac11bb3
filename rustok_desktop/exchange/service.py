"""Importing files: plan (nothing is written to the shop), review, commit."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import aclosing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import update

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import AppError, NotFound, UserError
from rustok_desktop.core.messages import message
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.exchange import plan_file
from rustok_desktop.exchange.committing import Commit
from rustok_desktop.exchange.jobs import PREFIX, Jobs, rejected_path
from rustok_desktop.exchange.plan_process import OnProgress, OnStaged, run_plan
from rustok_desktop.exchange.recording import Origin
from rustok_desktop.exchange.reports import Outline, dry_report, failed, report_of
from rustok_desktop.exchange.schemas import (
    ERRORS_SHOWN,
    ImportAction,
    ImportOptions,
    ImportPlan,
    ImportProgress,
    ImportReport,
    PlannedProduct,
    RowError,
)
from rustok_desktop.exchange.staged import Batch
from rustok_desktop.exchange.streaming import StagingStopped, Stream
from rustok_desktop.exchange.tables import imports
from rustok_desktop.exchange.worker import Job, Planned
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.staging import StagingFile
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.writer import Writer

RunPlan = Callable[[Job, OnProgress | None, OnStaged | None], Coroutine[Any, Any, Planned]]
BESIDE_A_WINDOW = 10
_log = logging.getLogger(__name__)

_INTERRUPTED = prepare(update(imports).where(imports.c.state == "running").values(state="interrupted"))


def _never() -> bool:
    return False


class ImportService:
    """Imports products from files. Needs ``products:import``; a plan belongs to the caller's shop."""

    def __init__(
        self,
        writer: Writer,
        reader: Reader,
        bus: TransactionalEventBus,
        log: EventLog,
        directory: DataDirectory,
        run_plan: RunPlan = run_plan,
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._log = log
        self._directory = directory
        self._jobs = Jobs(writer, reader, directory)
        self._run_plan = run_plan

    async def plan(
        self,
        ctx: Context,
        path: Path,
        options: ImportOptions | None = None,
        on_progress: OnProgress | None = None,
        *,
        nice: int = BESIDE_A_WINDOW,
    ) -> ImportPlan:
        """Read a file in a worker process and say what an import would do. The shop is not changed.

        UserError for a file that is refused. Cancelling the task ends the worker and removes what it wrote.
        ``nice`` is how far the worker stands back for other processes, as for the command of that name.
        """
        job = await self._jobs.make(ctx, path, options or ImportOptions(), nice)
        staging = Path(job.staging)
        try:
            planned = await self._run_plan(job, on_progress, None)
            errors = await asyncio.to_thread(plan_file.errors, staging, 0, ERRORS_SHOWN)
            unwanted = sorted(options.left_out) if options is not None else []
            left_out = await asyncio.to_thread(plan_file.leave_out, staging, unwanted) if unwanted else 0
        except BaseException:
            await asyncio.shield(asyncio.to_thread(_remove, staging))
            raise
        return ImportPlan(
            plan_id=job.import_id,
            tenant_id=ctx.tenant_id,
            source=path,
            staging=staging,
            found=planned.found,
            products=planned.products,
            variants=planned.variants,
            images=planned.images,
            fields_changed=planned.fields_changed,
            errors=errors,
            error_count=planned.error_count,
            empty_columns=planned.empty_columns,
            head=planned.head,
            left_out=left_out,
        )

    async def planned(
        self,
        ctx: Context,
        plan: ImportPlan,
        *,
        action: ImportAction | None = None,
        text: str = "",
        after: int = 0,
        limit: int = 200,
    ) -> list[PlannedProduct]:
        """A page of the plan's products in file order, after the ordinal ``after``; ``text`` narrows by title,
        handle, SKU or new value."""
        _check(ctx, plan)
        return await asyncio.to_thread(plan_file.products, plan.staging, action, text, after, limit)

    async def errors(
        self, ctx: Context, plan: ImportPlan, *, after: int = 0, limit: int = 200
    ) -> tuple[RowError, ...]:
        """A page of the plan's findings; ``after`` counts findings."""
        _check(ctx, plan)
        return await asyncio.to_thread(plan_file.errors, plan.staging, after, limit)

    async def exclude(self, ctx: Context, plan: ImportPlan, ordinals: Iterable[int], excluded: bool = True) -> None:
        """Leave products out of the commit, or take them back in."""
        _check(ctx, plan)
        await asyncio.to_thread(plan_file.exclude, plan.staging, list(ordinals), excluded)

    def rejected_rows(self, ctx: Context, plan: ImportPlan) -> Path | None:
        """The file of records the plan leaves out, until the plan is committed or discarded."""
        _check_whose(ctx, plan)
        path = rejected_path(plan.staging)
        return path if path.exists() else None

    async def commit(
        self,
        ctx: Context,
        plan: ImportPlan,
        on_progress: OnProgress | None = None,
        cancelled: Callable[[], bool] = _never,
    ) -> ImportReport:
        """Write the plan in batches, each whole with its events; the plan is used up.

        ``cancelled`` is asked between batches: the report then says what was kept. Products that changed since
        the plan was made are left as they are and reported. Cancelling the task also keeps whole batches.
        """
        _check(ctx, plan)
        started = time.monotonic()
        origin = Origin(plan.plan_id, plan.source, plan.found.format, plan.staging)
        commit = Commit(self._writer, self._bus, ctx, origin)
        try:
            locale, _ = await self._jobs.shop(ctx)
            batches = await asyncio.to_thread(plan_file.batches, plan.staging)
            total = batches[-1].high if batches else 0
            await commit.run(_each(batches), total, locale, on_progress, cancelled)
            rejected = await asyncio.to_thread(self._keep_rejected, plan.plan_id, plan.staging)
        finally:
            await asyncio.shield(asyncio.to_thread(_remove, plan.staging))
        return report_of(_outline(plan), commit, rejected, started)

    async def discard(self, ctx: Context, plan: ImportPlan) -> None:
        """Forget a plan. Safe to call for one that is used up."""
        _check_whose(ctx, plan)
        await asyncio.to_thread(_remove, plan.staging)

    async def run(
        self,
        ctx: Context,
        path: Path,
        options: ImportOptions | None = None,
        *,
        dry_run: bool = False,
        on_progress: OnProgress | None = None,
        cancelled: Callable[[], bool] = _never,
    ) -> ImportReport:
        """Plan and commit at once, without review: a batch is written while the next ones are read.

        ``cancelled`` is asked between batches, as by :meth:`commit`. A fault in the middle keeps the batches
        before it; the report then says ``failed``. It is raised when nothing was written yet. A ``dry_run``
        writes nothing and counts what would happen.
        """
        started = time.monotonic()
        if dry_run:
            plan = await self.plan(ctx, path, options, on_progress, nice=0)
            await self.discard(ctx, plan)
            return dry_report(_outline(plan), started)
        job = replace(await self._jobs.make(ctx, path, options or ImportOptions()), streamed=True)
        try:
            return await self._stream(ctx, job, on_progress, cancelled, started)
        finally:
            await asyncio.shield(asyncio.to_thread(_remove, Path(job.staging)))

    async def _stream(
        self,
        ctx: Context,
        job: Job,
        on_progress: OnProgress | None,
        cancelled: Callable[[], bool],
        started: float,
    ) -> ImportReport:
        commit: Commit | None = None

        def read(progress: ImportProgress) -> None:
            if on_progress is not None and (commit is None or not commit.started):
                on_progress(progress)

        stream = Stream(lambda staged: self._run_plan(job, read, staged))
        fault: StagingStopped | None = None
        try:
            first = await stream.first()
            origin = Origin(job.import_id, Path(job.source), first.found.format, Path(job.staging))
            commit = Commit(self._writer, self._bus, ctx, origin, followed=False)
            async with aclosing(stream.batches()) as batches:
                await commit.run(batches, first.total, job.locale, on_progress, cancelled)
        except StagingStopped as stopped:
            if commit is None or not commit.started:
                raise stopped.cause from None
            fault = stopped
        finally:
            await asyncio.shield(stream.close())
        report = await self._streamed_report(job, stream, commit, started)
        return report if fault is None else _told(report, fault, ctx.locale)

    async def _streamed_report(self, job: Job, stream: Stream, commit: Commit, started: float) -> ImportReport:
        """The sums up to the last batch that was written or looked at."""
        reached = stream.reached
        rejected = await asyncio.to_thread(self._keep_rejected, job.import_id, Path(job.staging))
        sums = (reached.products, reached.variants, reached.images)
        outline = Outline(job.import_id, reached.found, *sums, tuple(stream.errors))
        return report_of(outline, commit, rejected, started)

    async def sweep(self) -> None:
        """After a start: remove what a killed process left behind, and mark its imports as interrupted."""
        await asyncio.to_thread(_sweep_files, self._directory.temp)
        await self._writer.run(lambda uow: uow.run(_INTERRUPTED))

    def _keep_rejected(self, import_id: str, staging: Path) -> Path | None:
        source = rejected_path(staging)
        if not source.exists():
            return None
        self._directory.imports.mkdir(parents=True, exist_ok=True)
        kept = self._directory.imports / f"{import_id}-rejected.csv"
        os.replace(source, kept)
        return kept


def _check(ctx: Context, plan: ImportPlan) -> None:
    _check_whose(ctx, plan)
    if not plan.staging.exists():
        raise UserError("plan_gone")


def _check_whose(ctx: Context, plan: ImportPlan) -> None:
    """A plan's rows name the shop they were made for, so nobody else may see or write them."""
    require(ctx, Resource.PRODUCTS, Action.IMPORT)
    if plan.tenant_id != ctx.tenant_id:
        raise NotFound("not_found", kind="import", id=plan.plan_id)


def _remove(staging: Path) -> None:
    StagingFile.remove(staging)
    rejected_path(staging).unlink(missing_ok=True)


def _sweep_files(folder: Path) -> None:
    for path in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):  # a file that another process still holds goes at the next start
            path.unlink()


async def _each(batches: Iterable[Batch]) -> AsyncIterator[Batch]:
    for batch in batches:
        yield batch


def _outline(plan: ImportPlan) -> Outline:
    return Outline(plan.plan_id, plan.found, plan.products, plan.variants, plan.images, plan.errors)


def _told(report: ImportReport, stopped: StagingStopped, speech: str) -> ImportReport:
    """A fault that people know is told in their words; another one is a bug, and its traceback is for the log."""
    cause = stopped.cause
    if isinstance(cause, AppError):
        return failed(report, cause.code, cause.text(speech))
    _log.error("the import %s stopped: %s", report.import_id, cause)
    return failed(report, "import_stopped", message("import_stopped", speech))

"""Exporting content: Markdown folders and WordPress files."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rustok_desktop.core.clock import Clock, utc_now
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.exchange.nodes.schemas import ExportOptions, ExportReport
from rustok_desktop.exchange.plan_process import OnProgress, run_worker
from rustok_desktop.exchange.reports import since
from rustok_desktop.storage.data_dir import DataDirectory

if TYPE_CHECKING:
    from rustok_desktop.exchange.nodes.export_worker import ExportJob

FORMATS = ("markdown", "wxr")
RunExport = Callable[["ExportJob", OnProgress | None], Coroutine[Any, Any, ExportReport]]


async def run_export(job: ExportJob, on_progress: OnProgress | None) -> ExportReport:
    """The worker's answer, from a process of its own."""
    # Here: what the other process reads and writes with is not needed in this one.
    from rustok_desktop.exchange.nodes import export_worker

    report: ExportReport = await run_worker(export_worker.main, job, on_progress)
    return report


class ContentExportService:
    """Writes pages and posts to files. Needs ``nodes:export``; the shop is only read."""

    def __init__(
        self, directory: DataDirectory, clock: Clock = utc_now, run_export: RunExport = run_export
    ) -> None:
        self._directory = directory
        self._clock = clock
        self._run_export = run_export

    async def export(
        self,
        ctx: Context,
        target: Path,
        options: ExportOptions | None = None,
        on_progress: OnProgress | None = None,
        *,
        nice: int = 0,
    ) -> ExportReport:
        """Write everything that is not in the trash. UserError when the target is there already or cannot be written.

        Nothing is left of an export that did not end; cancelling the task ends the worker.
        """
        require(ctx, Resource.NODES, Action.EXPORT)
        chosen = options or ExportOptions()
        if chosen.format not in FORMATS:
            raise UserError("unsupported_format", value=chosen.format)
        started = time.monotonic()
        await asyncio.to_thread(_check, target, chosen)
        from rustok_desktop.exchange.nodes.export_worker import ExportJob

        job = ExportJob(
            target=str(target),
            format=chosen.format,
            site=chosen.site,
            database=str(self._directory.database),
            media=str(self._directory.media),
            tenant_id=ctx.tenant_id,
            speech=ctx.locale,
            now=self._clock(),
            nice=nice,
        )
        report = await self._run_export(job, on_progress)
        return replace(report, took_ms=since(started))


def _check(target: Path, options: ExportOptions) -> None:
    """Nothing of anybody's is ever overwritten, except a file that was chosen for it."""
    if not target.parent.is_dir():
        raise UserError("export_unwritable", path=str(target), detail=f"{target.parent}")
    if target.is_dir():
        if options.format == "wxr" or any(target.iterdir()):
            raise UserError("export_exists", path=str(target))
    elif target.exists() and not options.overwrite:
        raise UserError("export_exists", path=str(target))

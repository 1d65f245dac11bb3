"""Importing files: plan (nothing is written to the shop), review, commit."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import bindparam, select, update

from rustok_desktop.commerce.stock import default_location
from rustok_desktop.commerce.tables import stock_locations
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.exchange import plan_file
from rustok_desktop.exchange.committing import Commit
from rustok_desktop.exchange.plan_process import OnProgress, run_plan
from rustok_desktop.exchange.schemas import (
    ImportAction,
    ImportOptions,
    ImportPlan,
    ImportReport,
    PlannedProduct,
    RowError,
)
from rustok_desktop.exchange.tables import imports
from rustok_desktop.exchange.worker import Job, Planned
from rustok_desktop.identity.tables import tenants
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

RunPlan = Callable[[Job, OnProgress | None], Awaitable[Planned]]
FORMATS = ("auto", "shopify")
BESIDE_A_WINDOW = 5
ERRORS_SHOWN = 1000  # of a plan or report; the others are in the file of rejected rows
_PREFIX = "import-"

_SHOP = prepare(
    select(tenants.c.default_locale, tenants.c.currency_code).where(tenants.c.id == bindparam("tenant_id"))
)
_LOCATION = prepare(
    select(stock_locations.c.id).where(
        stock_locations.c.tenant_id == bindparam("tenant_id"), stock_locations.c.is_default == 1
    )
)
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
        require(ctx, Resource.PRODUCTS, Action.IMPORT)
        options = options or ImportOptions()
        if options.format not in FORMATS:
            raise UserError("unsupported_format", value=options.format)
        job = await self._job(ctx, path, options, nice)
        staging = Path(job.staging)
        try:
            planned = await self._run_plan(job, on_progress)
            errors = await asyncio.to_thread(plan_file.errors, staging, 0, ERRORS_SHOWN)
        except BaseException:
            await asyncio.shield(asyncio.to_thread(_remove, staging))
            raise
        return ImportPlan(
            plan_id=job.import_id,
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
        )

    async def planned(
        self,
        plan: ImportPlan,
        *,
        action: ImportAction | None = None,
        text: str = "",
        after: int = 0,
        limit: int = 200,
    ) -> list[PlannedProduct]:
        """A page of the plan's products in file order, after the ordinal ``after``; ``text`` narrows by title,
        handle, SKU or new value."""
        _check_there(plan)
        return await asyncio.to_thread(plan_file.products, plan.staging, action, text, after, limit)

    async def errors(self, plan: ImportPlan, *, after: int = 0, limit: int = 200) -> tuple[RowError, ...]:
        """A page of the plan's findings; ``after`` counts findings."""
        _check_there(plan)
        return await asyncio.to_thread(plan_file.errors, plan.staging, after, limit)

    async def exclude(self, plan: ImportPlan, ordinals: Iterable[int], excluded: bool = True) -> None:
        """Leave products out of the commit, or take them back in."""
        _check_there(plan)
        await asyncio.to_thread(plan_file.exclude, plan.staging, list(ordinals), excluded)

    def rejected_rows(self, plan: ImportPlan) -> Path | None:
        """The file of records the plan leaves out, until the plan is committed or discarded."""
        path = _rejected_path(plan.staging)
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
        require(ctx, Resource.PRODUCTS, Action.IMPORT)
        _check_there(plan)
        started = time.monotonic()
        commit = Commit(self._writer, self._bus, ctx, plan)
        try:
            locale, _ = await self._shop(ctx)
            batches = await asyncio.to_thread(plan_file.batches, plan.staging)
            await commit.run(batches, locale, on_progress, cancelled)
            rejected = await asyncio.to_thread(self._keep_rejected, plan)
        finally:
            await asyncio.shield(asyncio.to_thread(_remove, plan.staging))
        return _report(plan, commit, rejected, started)

    async def discard(self, plan: ImportPlan) -> None:
        """Forget a plan. Safe to call for one that is used up."""
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
        """Plan and, unless ``dry_run``, commit. A dry run's report counts what would happen."""
        started = time.monotonic()
        plan = await self.plan(ctx, path, options, on_progress, nice=0)
        if dry_run:
            await self.discard(plan)
            return _dry_report(plan, started)
        report = await self.commit(ctx, plan, on_progress, cancelled)
        return replace(report, took_ms=_since(started))

    async def sweep(self) -> None:
        """After a start: remove what a killed process left behind, and mark its imports as interrupted."""
        await asyncio.to_thread(_sweep_files, self._directory.temp)
        await self._writer.run(lambda uow: uow.run(_INTERRUPTED))

    async def _shop(self, ctx: Context) -> tuple[str, str]:
        """The shop's language and currency."""
        row = await self._reader.one(_SHOP, tenant_id=ctx.tenant_id)
        if row is None:
            raise NotFound("not_found", kind="shop", id=ctx.tenant_id)
        return row[0], row[1]

    async def _job(self, ctx: Context, path: Path, options: ImportOptions, nice: int = 0) -> Job:
        locale, currency = await self._shop(ctx)
        row = await self._reader.one(_LOCATION, tenant_id=ctx.tenant_id)
        location: str = row[0] if row is not None else await self._writer.run(_location_of(ctx))
        import_id = new_id()
        self._directory.temp.mkdir(parents=True, exist_ok=True)
        staging = self._directory.temp / f"{_PREFIX}{import_id}.db"
        return Job(
            source=str(path),
            staging=str(staging),
            rejected=str(_rejected_path(staging)),
            database=str(self._directory.database),
            tenant_id=ctx.tenant_id,
            locale=locale,
            currency=currency,
            location_id=location,
            import_id=import_id,
            actor_id=ctx.actor_id,
            device_id=ctx.device_id,
            speech=ctx.locale,
            encoding=options.encoding,
            erase_columns=tuple(sorted(options.erase_columns)),
            nice=nice,
        )

    def _keep_rejected(self, plan: ImportPlan) -> Path | None:
        source = _rejected_path(plan.staging)
        if not source.exists():
            return None
        self._directory.imports.mkdir(parents=True, exist_ok=True)
        kept = self._directory.imports / f"{plan.plan_id}-rejected.csv"
        os.replace(source, kept)
        return kept


def _location_of(ctx: Context) -> Callable[[UnitOfWork], str]:
    return lambda uow: default_location(uow, ctx)


def _check_there(plan: ImportPlan) -> None:
    if not plan.staging.exists():
        raise UserError("plan_gone")


def _rejected_path(staging: Path) -> Path:
    return staging.with_suffix(".rejected.csv")


def _remove(staging: Path) -> None:
    staging.unlink(missing_ok=True)
    _rejected_path(staging).unlink(missing_ok=True)


def _sweep_files(folder: Path) -> None:
    for path in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # a file that another process still holds goes at the next start
            path.unlink()


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)


def _report(plan: ImportPlan, commit: Commit, rejected: Path | None, started: float) -> ImportReport:
    """What was kept. Unchanged and refused are the plan's; a product left out at the last moment is refused."""
    products, variants, images = map(commit.tally, (commit.products, commit.variants, commit.images))
    return ImportReport(
        import_id=plan.plan_id,
        format=plan.found.format,
        records=plan.found.records,
        products=replace(
            products,
            unchanged=plan.products.unchanged,
            rejected=plan.products.rejected + commit.left_out,
        ),
        variants=replace(variants, unchanged=plan.variants.unchanged, rejected=plan.variants.rejected),
        images=replace(images, unchanged=plan.images.unchanged, rejected=plan.images.rejected),
        errors=(*plan.errors, *commit.errors)[:ERRORS_SHOWN],
        rejected_file=rejected,
        dry_run=False,
        cancelled=commit.state == "cancelled",
        took_ms=_since(started),
    )


def _dry_report(plan: ImportPlan, started: float) -> ImportReport:
    return ImportReport(
        import_id=plan.plan_id,
        format=plan.found.format,
        records=plan.found.records,
        products=plan.products,
        variants=plan.variants,
        images=plan.images,
        errors=plan.errors,
        rejected_file=None,
        dry_run=True,
        cancelled=False,
        took_ms=_since(started),
    )

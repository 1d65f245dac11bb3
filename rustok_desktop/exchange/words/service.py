"""The shop's texts for translators: out into a file, and back after a look at what would change."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
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
from rustok_desktop.exchange.nodes import staged
from rustok_desktop.exchange.nodes.schemas import ContentPlan, ContentReport
from rustok_desktop.exchange.nodes.service import ContentImportService
from rustok_desktop.exchange.plan_process import OnProgress, run_worker
from rustok_desktop.exchange.reports import since
from rustok_desktop.exchange.words.schemas import (
    DELIMITERS,
    FORMATS,
    FoundTexts,
    TextsChosen,
    TextsOptions,
    TextsReport,
)
from rustok_desktop.exchange.words.units import KINDS, Languages
from rustok_desktop.identity.tables import tenant_locales, tenants
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.staging import StagingFile
from rustok_desktop.storage.statements import prepare

if TYPE_CHECKING:
    from rustok_desktop.exchange.words.worker import ReadJob, WriteJob

BESIDE_A_WINDOW = 10
RunWrite = Callable[["WriteJob", OnProgress | None], Coroutine[Any, Any, TextsReport]]
RunRead = Callable[["ReadJob", OnProgress | None], Coroutine[Any, Any, FoundTexts]]

_SHOP = prepare(select(tenants.c.default_locale, tenants.c.slug).where(tenants.c.id == bindparam("tenant_id")))
_ENABLED = prepare(
    select(tenant_locales.c.locale).where(
        tenant_locales.c.tenant_id == bindparam("tenant_id"), tenant_locales.c.is_enabled == 1
    )
)


async def run_write(job: WriteJob, on_progress: OnProgress | None) -> TextsReport:
    """The exporting process's answer."""
    # Here: what the other process reads and writes with is not needed in this one.
    from rustok_desktop.exchange.words import worker

    report: TextsReport = await run_worker(worker.write_main, job, on_progress)
    return report


async def run_read(job: ReadJob, on_progress: OnProgress | None) -> FoundTexts:
    """The reading process's answer."""
    from rustok_desktop.exchange.words import worker

    found: FoundTexts = await run_worker(worker.read_main, job, on_progress)
    return found


class TextExchangeService:
    """Writes files for translators and plans what they bring back. Needs ``nodes:export`` and ``nodes:import``.

    A plan is a :class:`ContentPlan`: the import of content reviews it, leaves items out, writes it and discards it.
    """

    def __init__(
        self,
        reader: Reader,
        imports: ContentImportService,
        directory: DataDirectory,
        clock: Clock = utc_now,
        run_write: RunWrite = run_write,
        run_read: RunRead = run_read,
    ) -> None:
        self._reader = reader
        self._imports = imports
        self._directory = directory
        self._clock = clock
        self._run_write = run_write
        self._run_read = run_read

    async def export(
        self,
        ctx: Context,
        target: Path,
        options: TextsOptions,
        on_progress: OnProgress | None = None,
        *,
        nice: int = 0,
    ) -> TextsReport:
        """Write texts to a file. UserError for languages the shop does not have, or a file that is there.

        Nothing is left of an export that did not end; cancelling the task ends the worker.
        """
        require(ctx, Resource.NODES, Action.EXPORT)
        require(ctx, Resource.PRODUCTS, Action.EXPORT)
        _check(options)
        if "media" in options.kinds:
            require(ctx, Resource.MEDIA, Action.READ)
        own, slug, enabled = await self._shop(ctx)
        languages = Languages(_locale("source", options.source) or own, _locale("target", options.target) or "")
        unknown = [name for name in (languages.source, languages.target) if name not in enabled]
        if unknown:
            raise UserError("texts_language_off", path=target.name, languages=", ".join(unknown))
        if languages.source == languages.target:
            raise UserError("texts_same_language", language=languages.target)
        started = time.monotonic()
        await asyncio.to_thread(_check_target, target, overwrite=options.overwrite)
        from rustok_desktop.exchange.words.worker import WriteJob

        job = WriteJob(
            target=str(target),
            format=options.format,
            delimiter=options.delimiter,
            everything=options.everything,
            kinds=options.kinds,
            languages=languages,
            shop=slug,
            database=str(self._directory.database),
            tenant_id=ctx.tenant_id,
            now=self._clock(),
            nice=nice,
        )
        return replace(await self._run_write(job, on_progress), took_ms=since(started))

    async def plan(
        self,
        ctx: Context,
        path: Path,
        chosen: TextsChosen | None = None,
        on_progress: OnProgress | None = None,
        *,
        nice: int = BESIDE_A_WINDOW,
    ) -> ContentPlan:
        """Compare a file's texts with the shop, which is not changed. UserError for what is refused as a whole.

        Translations of originals that have changed since are in the plan but left out, until somebody takes them in.
        """
        require(ctx, Resource.NODES, Action.IMPORT)
        require(ctx, Resource.PRODUCTS, Action.IMPORT)
        job, import_id = await self._job(ctx, path, chosen or TextsChosen(), nice)
        staging = Path(job.staging)
        try:
            found = await self._run_read(job, on_progress)
            tally, parts = await asyncio.to_thread(staged.tallies, staging)
            noted = await asyncio.to_thread(staged.noted_count, staging)
            excluded = await asyncio.to_thread(staged.excluded_count, staging)
        except BaseException:
            await asyncio.shield(asyncio.to_thread(StagingFile.remove, staging))
            raise
        return ContentPlan(import_id, ctx.tenant_id, path, staging, found, tally, parts, noted, excluded)

    async def run(
        self,
        ctx: Context,
        path: Path,
        chosen: TextsChosen | None = None,
        *,
        dry_run: bool = False,
        on_progress: OnProgress | None = None,
    ) -> ContentReport:
        """Plan and write at once, without review; a ``dry_run`` writes nothing. The import of content reports."""
        started = time.monotonic()
        plan = await self.plan(ctx, path, chosen, on_progress, nice=0)
        report = await self._imports.carry_out(ctx, plan, dry_run=dry_run, on_progress=on_progress)
        return replace(report, took_ms=since(started))

    async def _job(self, ctx: Context, path: Path, chosen: TextsChosen, nice: int) -> tuple[ReadJob, str]:
        _, _, enabled = await self._shop(ctx)
        import_id = new_id()
        self._directory.temp.mkdir(parents=True, exist_ok=True)
        from rustok_desktop.exchange.words.worker import ReadJob

        job = ReadJob(
            source=str(path),
            staging=str(self._directory.temp / f"{PREFIX}{import_id}.db"),
            database=str(self._directory.database),
            tenant_id=ctx.tenant_id,
            actor_id=ctx.actor_id,
            speech=ctx.locale,
            target=_locale("target", chosen.target),
            moved=chosen.moved,
            enabled=enabled,
            now=self._clock(),
            nice=nice,
        )
        return job, import_id

    async def _shop(self, ctx: Context) -> tuple[str, str, tuple[str, ...]]:
        """The shop's own language, its name in addresses, and all languages that are on."""
        row = await self._reader.one(_SHOP, tenant_id=ctx.tenant_id)
        if row is None:
            raise NotFound("not_found", kind="shop", id=ctx.tenant_id)
        rows = await self._reader.all(_ENABLED, tenant_id=ctx.tenant_id)
        return row[0], row[1], tuple({row[0], *(line[0] for line in rows)})


def _check(options: TextsOptions) -> None:
    if options.format not in FORMATS:
        raise UserError("unsupported_format", value=options.format)
    if options.delimiter not in DELIMITERS:
        raise Invalid([FieldProblem("delimiter", "bad_value", {"detail": " ".join(DELIMITERS)})])
    unknown = sorted(set(options.kinds) - set(KINDS))
    if unknown or not options.kinds:
        raise Invalid([FieldProblem("kinds", "bad_value", {"detail": ", ".join(unknown or KINDS)})])


def _check_target(target: Path, *, overwrite: bool) -> None:
    if not target.parent.is_dir():
        raise UserError("export_unwritable", path=str(target), detail=str(target.parent))
    if target.is_dir() or (target.exists() and not overwrite):
        raise UserError("export_exists", path=str(target))


def _locale(name: str, text: str | None) -> str | None:
    if not text:
        return None
    try:
        return normalize_locale(text)
    except ValueError:
        raise Invalid([FieldProblem(name, "bad_locale", {"value": text})]) from None

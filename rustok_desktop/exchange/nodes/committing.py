"""Writing a plan of content: batches of items through the services' own units of work, as one import."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from rustok_desktop.core import limits
from rustok_desktop.core.codec import loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import AppError, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.messages import message
from rustok_desktop.exchange.nodes import staged
from rustok_desktop.exchange.nodes.acts import carry_out
from rustok_desktop.exchange.nodes.planned import CATEGORIES, PICTURES
from rustok_desktop.exchange.nodes.staged import Work
from rustok_desktop.exchange.plan_process import OnProgress
from rustok_desktop.exchange.recording import Origin, record
from rustok_desktop.exchange.schemas import ImportProgress, Tally
from rustok_desktop.media.schemas import DescribeMedium, TextPatch
from rustok_desktop.media.service import MediaService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork
from rustok_desktop.storage.writer import Writer

BATCH = 25  # items in one transaction: the window waits no longer than for these


class ContentCommit:
    """One plan on its way into the shop. An item that is refused costs nobody else anything."""

    def __init__(
        self, writer: Writer, bus: TransactionalEventBus, media: MediaService, ctx: Context, origin: Origin
    ) -> None:
        self._writer = writer
        self._bus = bus
        self._media = media
        self._ctx = replace(ctx, correlation_id=origin.import_id)
        # Categories and pictures are a step of their own: texts in the trash still refer to them.
        self._before = replace(ctx, correlation_id=new_id())
        self._origin = origin
        self._ids: dict[str, str] = {}  # stand-ins of the plan -> what was made
        self.begun = False
        self.state = "interrupted"  # unless the end is reached
        self._apart: set[int] = set()  # items of the step before
        self.done: dict[int, str] = {}  # item -> created | updated
        self.failures: dict[int, str] = {}  # item -> why it was refused at the last moment

    async def run(self, on_progress: OnProgress | None, cancelled: Callable[[], bool]) -> None:
        """Write everything. Stopping early, by ``cancelled`` or by cancelling the task, keeps whole batches."""
        total, reached, place = await asyncio.to_thread(staged.work_count, self._origin.staging), 0, staged.BEGIN
        if total == 0:
            self.state = "done"
            return
        await self._writer.run(partial(self._record, "running"))
        self.begun = True
        try:
            while rows := await asyncio.to_thread(staged.work, self._origin.staging, place, BATCH):
                if cancelled():
                    self.state = "cancelled"
                    return
                await self._whole(rows)
                place, reached = rows[-1].place, reached + len(rows)
                if on_progress is not None:
                    on_progress(ImportProgress("write", reached, total, self.tally()))
            self.state = "done"
        except asyncio.CancelledError:
            self.state = "cancelled"
            raise
        finally:
            await asyncio.shield(self._writer.run(partial(self._record, self.state)))

    def tally(self) -> Tally:
        """What is written so far."""
        counts = Counter(self.done.values())
        return Tally(counts["created"], counts["updated"], rejected=len(self.failures))

    async def _whole(self, rows: list[Work]) -> None:
        """One batch; finished also when the task is cancelled meanwhile."""
        task = asyncio.ensure_future(self._batch(rows))
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait({task})
            raise

    async def _batch(self, rows: list[Work]) -> None:
        for row in rows:
            if row.place[0] == PICTURES:
                await self._take_in(row)
        others = [row for row in rows if row.place[0] != PICTURES]
        if others:
            done, failures, ids = await self._writer.run(partial(self._unit, others))
            self.done |= done
            self.failures |= failures
            self._ids |= ids

    async def _take_in(self, row: Work) -> None:
        """A picture: its file is copied and its row written by the media's own service."""
        _, values = loads(row.text)[0]
        try:
            uploaded = await self._media.upload(self._before, Path(values["file"]), values["name"])
            title, alt = (values["title"] or "")[: limits.TITLE], (values["alt_text"] or "")[: limits.ALT_TEXT]
            if uploaded.created and (title or alt):
                words = {values["locale"]: TextPatch(title=title or None, alt_text=alt or None)}
                command = DescribeMedium(media_id=uploaded.media_id, base_version=1, translations=words)
                await self._media.describe(self._before, command)
        except AppError as error:
            self.failures[row.ordinal] = error.text(self._ctx.locale)
            return
        self._ids[row.becomes or ""] = uploaded.media_id
        self.done[row.ordinal] = "created"
        self._apart.add(row.ordinal)

    def _unit(
        self, rows: list[Work], uow: UnitOfWork
    ) -> tuple[dict[int, str], dict[int, str], dict[str, str]]:
        """A batch in one transaction, each item whole or not at all; what came of it counts once it is durable."""
        done: dict[int, str] = {}
        failures: dict[int, str] = {}
        ids: dict[str, str] = {}
        for row in rows:
            if row.ordinal in self.failures or row.ordinal in failures:
                continue
            try:
                with uow.savepoint():
                    made = self._item(uow, row, self._ids | ids)
            except AppError as error:
                failures[row.ordinal] = self._said(error)
            except UniqueViolation:
                failures[row.ordinal] = message("item_changed_meanwhile", self._ctx.locale)
            else:
                done[row.ordinal] = "created" if row.created else "updated"
                if row.becomes is not None and made is not None:
                    ids[row.becomes] = made
        self._record("running", uow, {**self.done, **done})
        return done, failures, ids

    def _item(self, uow: UnitOfWork, row: Work, ids: dict[str, str]) -> str | None:
        text, made = row.text, None
        for needed in row.needs:
            if needed not in ids:
                raise UserError("needed_item_left_out")
            text = text.replace(needed, ids[needed])
        ctx = self._ctx
        if row.place[0] == CATEGORIES:
            ctx = self._before
            self._apart.add(row.ordinal)
        for name, values in loads(text):
            made = carry_out(uow, ctx, self._bus, name, values)
        return made

    def _said(self, error: AppError) -> str:
        if error.code == "version_conflict":
            return message("item_changed_meanwhile", self._ctx.locale)
        fields = "; ".join(f"{field.path}: {field.text(self._ctx.locale)}" for field in error.fields)
        return f"{error.text(self._ctx.locale)} {fields}".strip()

    def _record(self, state: str, uow: UnitOfWork, done: dict[int, str] | None = None) -> None:
        counted = self.done if done is None else done
        counts = Counter(fate for ordinal, fate in counted.items() if ordinal not in self._apart)
        tallies: dict[str, Any] = {"nodes": {name: counts[name] for name in ("created", "updated")}}
        record(uow, self._ctx, self._origin, state, tallies, begun=self.begun)

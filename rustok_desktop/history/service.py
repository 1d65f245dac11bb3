"""History: what happened to things, putting old values back, and the stack of undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.history import statements as sql
from rustok_desktop.history import steps
from rustok_desktop.history.reading import HistoryReading
from rustok_desktop.history.reverting import Reverter, Reverters, Standing, State, UnknownPath, Work, changes_of, put
from rustok_desktop.history.undoing import Turner, turning
from rustok_desktop.history.views import HistoryPage, Restored, StepView, Undone, UndoProgress, UndoState
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

ENTRIES_SHOWN = 30
BATCH = 400  # events taken back in one transaction
_NO_END = 2**62

OnProgress = Callable[[UndoProgress], None]


class HistoryService:
    """Reads the log's ``changes`` and puts them back as ordinary edits, each with its own event.

    Every method checks its permission first (Forbidden) and sees only the caller's shop. The stack of steps is
    that of the asking person on this device. A purge cannot be taken back. Things are named by aggregate type
    and id; what a kind needs to be read and put back is told by its reverter.
    """

    def __init__(
        self, reader: Reader, writer: Writer, log: EventLog, bus: TransactionalEventBus, reverters: Reverters
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._log = log
        self._bus = bus
        self._reverters = reverters
        self._reading = HistoryReading(reader, log, reverters)
        self.batch = BATCH

    async def entries(
        self, ctx: Context, kind: str, thing_id: str, limit: int = ENTRIES_SHOWN, before: int | None = None
    ) -> HistoryPage:
        """What happened to a thing, the latest first; also to one that was deleted for good."""
        require(ctx, self._reverter(kind).resource, Action.READ)
        return await self._reading.page(ctx, kind, thing_id, limit, before)

    async def restore_field(self, ctx: Context, event_id: str, path: str, base_version: int | None) -> Restored:
        """Put back what the field was before the event. NotFound for no such event or field in it.

        ``base_version`` is the version that was seen; None puts back whatever there is now.
        """
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        event = await self._event(ctx, event_id)
        was = await self._before(ctx, event, path)
        return await self._restore(ctx, event, base_version, lambda work, now: self._with_field(event, now, path, was))

    async def restore_version(self, ctx: Context, event_id: str, base_version: int | None) -> Restored:
        """The thing's fields as they were after the event; status, trash and stock stay as they are."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        event = await self._event(ctx, event_id)
        return await self._restore(ctx, event, base_version, lambda work, now: self._as_after(work, event, now))

    async def state(self, ctx: Context) -> UndoState:
        """What an undo and a redo would do now, by name."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        await self._fold()

        def work(uow: UnitOfWork) -> UndoState:
            undo, redo = steps.to_undo(uow, ctx), steps.to_redo(uow, ctx)
            name = partial(steps.view_of, uow, ctx, self._log, self._reverters)
            return UndoState(name(undo) if undo else None, name(redo) if redo else None)

        return await self._writer.run(work)

    async def undo(
        self,
        ctx: Context,
        step_id: str | None = None,
        *,
        on_progress: OnProgress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Undone:
        """Take the latest step back, in one transaction; a long one in batches that go on after a stop.

        ``step_id`` is the step the person saw; UserError ``undo_other_step`` when another came in between.
        UserError ``nothing_to_undo``, or ``undo_blocked`` when a later edit stands on the same fields.
        """
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._turn(ctx, step_id, True, on_progress, cancelled)

    async def undo_transaction(self, ctx: Context, txid: str) -> Undone:
        """Take back the step that a transaction of a moment ago belongs to; the errors of :meth:`undo`."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        row = await self._reader.one(sql.CHAIN_OF, tenant_id=ctx.tenant_id, txid=txid)
        if row is None:
            raise NotFound("not_found", kind="step", id=txid)
        return await self._turn(ctx, str(row[0]), True, None, lambda: False)

    async def redo(
        self,
        ctx: Context,
        step_id: str | None = None,
        *,
        on_progress: OnProgress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Undone:
        """Do the step that was undone last again; the errors of :meth:`undo` with ``redo``."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._turn(ctx, step_id, False, on_progress, cancelled)

    # -- restoring ----------------------------------------------------------------------------------

    def _reverter(self, kind: str) -> Reverter:
        if not self._reverters.knows(kind):
            raise NotFound("not_found", kind=kind, id="")
        return self._reverters.of(kind)

    async def _event(self, ctx: Context, event_id: str) -> Envelope:
        event = await self._log.get(event_id)
        if event is None or event.tenant_id != ctx.tenant_id or not self._reverters.knows(event.aggregate_type):
            raise NotFound("not_found", kind="event", id=event_id)
        require(ctx, self._reverters.of(event.aggregate_type).resource, Action.UPDATE)
        return event

    async def _before(self, ctx: Context, event: Envelope, path: str) -> object:
        """What the field was before the transaction of ``event``."""
        reverter = self._reverters.of(event.aggregate_type)
        rows = await self._reader.all(sql.OF_TRANSACTION, txid=event.txid, **self._of(ctx, event))
        for told in map(self._log.envelope, rows):
            if path in changes_of(told.data) and reverter.restorable(told, path):
                return changes_of(told.data)[path][0]
        raise NotFound("not_found", kind="field", id=path)

    async def _restore(
        self, ctx: Context, event: Envelope, base_version: int | None, choose: Callable[[Work, State], State]
    ) -> Restored:
        reverter, thing_id = self._reverters.of(event.aggregate_type), event.aggregate_id

        def act(uow: UnitOfWork) -> None:
            work = Work(uow, replace(turning(ctx), causation_id=event.id), self._bus, "restore")
            reverter.check(work, thing_id, base_version)
            now = reverter.state(work, thing_id)
            try:
                wanted = choose(work, now)
            except (Standing, UnknownPath) as error:
                raise UserError("undo_unknown_field", field=error.path) from error
            reverter.write(work, thing_id, now, wanted)

        await self._writer.run(act)
        return Restored(event.aggregate_type, thing_id)

    def _with_field(self, event: Envelope, now: State, path: str, was: object) -> State:
        single = replace(event, event_type=_edit_type(event), data={"changes": {path: [was, None]}})
        return self._reverters.of(event.aggregate_type).wind(now, single, back=True, check=False)

    def _as_after(self, work: Work, event: Envelope, now: State) -> State:
        reverter = self._reverters.of(event.aggregate_type)
        rows = work.uow.all(sql.THING_BETWEEN, first=event.seq + 1, last=_NO_END, **self._of(work.ctx, event))
        wanted = now
        for later in map(self._log.envelope, rows):
            if later.txid != event.txid:
                wanted = reverter.wind(wanted, later, back=True, check=False)
        kept = {path for path in {*now, *wanted} if reverter.lasting(path)}
        wanted = dict(wanted)
        for path in kept:
            put(wanted, path, now.get(path))
        return wanted

    def _of(self, ctx: Context, event: Envelope) -> dict[str, str]:
        at = {"thing_id": event.aggregate_id, "tenant_id": ctx.tenant_id}
        return {**at, "telling": self._reverters.telling}

    # -- undo and redo ------------------------------------------------------------------------------

    async def _fold(self) -> None:
        while not await self._writer.run(partial(steps.fold, self._reverters)):
            pass

    async def _turn(
        self,
        ctx: Context,
        step_id: str | None,
        back: bool,
        on_progress: OnProgress | None,
        cancelled: Callable[[], bool],
    ) -> Undone:
        await self._fold()
        ctx = turning(ctx)
        done, wanted = 0, step_id
        while True:
            try:
                view, count, finished = await self._writer.run(partial(self._batch, ctx, wanted, back))
            except UserError as error:
                if error.code == "undo_gone":  # it never will be possible: said once, it is out of the way
                    await self._writer.run(partial(steps.give_up, ctx, back=back))
                raise
            done, wanted = done + count, view.id
            if on_progress is not None and not (finished and done == count):
                on_progress(UndoProgress(view, done, view.total))
            if finished or cancelled():
                return Undone(view, done, finished)

    def _batch(self, ctx: Context, step_id: str | None, back: bool, uow: UnitOfWork) -> tuple[StepView, int, bool]:
        """One batch of a step, the whole of a short one: everything in it, or nothing."""
        steps.fold(self._reverters, uow)
        step = steps.to_undo(uow, ctx) if back else steps.to_redo(uow, ctx)
        if step is None:
            raise UserError("nothing_to_undo" if back else "nothing_to_redo")
        if step_id not in (None, step.id):
            raise UserError("undo_other_step" if back else "redo_other_step")
        view = steps.view_of(uow, ctx, self._log, self._reverters, step)
        events = steps.events(uow, ctx, self._log, self._reverters, step, back=back, limit=self.batch)
        turner = Turner(uow, ctx, self._bus, self._log, self._reverters, step, back=back)
        end = not events or events[-1].seq == (step.first_seq if back else step.last_seq)
        if step.position is None and not end:
            turner.check()
        count = turner.turn(events)
        if end:
            steps.mark(uow, ctx, step, "undone" if back else "done")
        else:
            steps.mark(uow, ctx, step, "undoing" if back else "redoing", events[-1].seq)
        return view, count, end


def _edit_type(event: Envelope) -> str:
    """A single field is put back as an edit, whatever it was changed with (stock moves tell no fields)."""
    return f"{event.aggregate_type}.updated"

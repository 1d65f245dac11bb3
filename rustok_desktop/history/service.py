"""History: what happened to a product, putting old values back, and the stack of undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rustok_desktop.commerce import loading
from rustok_desktop.commerce.queries import view_in
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.history import statements as sql
from rustok_desktop.history import states, steps
from rustok_desktop.history.edits import Mover
from rustok_desktop.history.reading import read_page
from rustok_desktop.history.states import LIFECYCLE, State, changes_of
from rustok_desktop.history.undoing import Turner, turning
from rustok_desktop.history.views import HistoryPage, StepView, Undone, UndoProgress, UndoState
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
    that of the asking person on this device. A purge cannot be taken back.
    """

    def __init__(
        self, reader: Reader, writer: Writer, log: EventLog, catalog: CatalogService, bus: TransactionalEventBus
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._log = log
        self._catalog = catalog
        self._bus = bus
        self.batch = BATCH

    async def entries(
        self, ctx: Context, product_id: str, limit: int = ENTRIES_SHOWN, before: int | None = None
    ) -> HistoryPage:
        """What happened to a product, the latest first; also of one that was deleted for good."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        return await read_page(self._reader, self._log, ctx, product_id, limit, before)

    async def restore_field(self, ctx: Context, event_id: str, path: str, base_version: int) -> ProductView:
        """Put back what the field was before the event. NotFound for no such event or field in it."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        event = await self._event(ctx, event_id)
        was = await self._before(ctx, event, path)
        choose = partial(_with_field, path=path, was=was)
        return await self._restore(ctx, event, base_version, choose)

    async def restore_version(self, ctx: Context, event_id: str, base_version: int) -> ProductView:
        """The product's fields as they were after the event; status, trash and stock stay as they are."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        event = await self._event(ctx, event_id)
        return await self._restore(ctx, event, base_version, None)

    async def state(self, ctx: Context) -> UndoState:
        """What an undo and a redo would do now, by name."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        await self._fold()

        def work(uow: UnitOfWork) -> UndoState:
            undo, redo = steps.to_undo(uow, ctx), steps.to_redo(uow, ctx)
            name = partial(steps.view_of, uow, ctx, self._log)
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

    async def _event(self, ctx: Context, event_id: str) -> Envelope:
        event = await self._log.get(event_id)
        if event is None or event.tenant_id != ctx.tenant_id or event.aggregate_type != "product":
            raise NotFound("not_found", kind="event", id=event_id)
        return event

    async def _before(self, ctx: Context, event: Envelope, path: str) -> object:
        """What the field was before the transaction of ``event``."""
        at = {"product_id": event.aggregate_id, "tenant_id": ctx.tenant_id}
        rows = await self._reader.all(sql.OF_TRANSACTION, txid=event.txid, **at)
        for told in map(self._log.envelope, rows):
            if path in changes_of(told.data) and states.known(path):
                return changes_of(told.data)[path][0]
        raise NotFound("not_found", kind="field", id=path)

    async def _restore(
        self, ctx: Context, event: Envelope, base_version: int, choose: Callable[[State], State] | None
    ) -> ProductView:
        product_id = event.aggregate_id

        def work(uow: UnitOfWork) -> None:
            caused = replace(turning(ctx), causation_id=event.id)
            stored = loading.load_product(uow, ctx, product_id)
            command = ProductCommand(product_id=product_id, base_version=base_version)
            loading.check_version(stored, command.base_version)
            now = states.state_of(view_in(uow, ctx, product_id))
            try:
                wanted = choose(now) if choose else self._as_after(uow, ctx, event, now)
            except (states.Standing, states.UnknownPath) as error:
                raise UserError("undo_unknown_field", field=error.path) from error
            if choose is None or "deleted_at" in wanted:
                loading.check_not_in_trash(stored)
            Mover(uow, caused, self._bus, "restore").move(product_id, now, wanted, stocked=False)

        await self._writer.run(work)
        return await self._catalog.get_product(ctx, product_id)

    def _as_after(self, uow: UnitOfWork, ctx: Context, event: Envelope, now: State) -> State:
        at = {"product_id": event.aggregate_id, "tenant_id": ctx.tenant_id}
        rows = uow.all(sql.PRODUCT_BETWEEN, first=event.seq + 1, last=_NO_END, **at)
        wanted = now
        for later in map(self._log.envelope, rows):
            if later.txid == event.txid:
                continue
            if later.event_type == "inventory.updated":
                wanted = states.moved(wanted, later.data, back=True)
                continue
            changes = {path: pair for path, pair in changes_of(later.data).items() if path not in LIFECYCLE}
            wanted = states.wound(wanted, changes, back=True, check=False)
        return wanted

    # -- undo and redo ------------------------------------------------------------------------------

    async def _fold(self) -> None:
        while not await self._writer.run(steps.fold):
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
            view, count, finished = await self._writer.run(partial(self._batch, ctx, wanted, back))
            done, wanted = done + count, view.id
            if on_progress is not None and not (finished and done == count):
                on_progress(UndoProgress(view, done, view.products))
            if finished or cancelled():
                return Undone(view, done, finished)

    def _batch(self, ctx: Context, step_id: str | None, back: bool, uow: UnitOfWork) -> tuple[StepView, int, bool]:
        """One batch of a step, the whole of a short one: everything in it, or nothing."""
        steps.fold(uow)
        step = steps.to_undo(uow, ctx) if back else steps.to_redo(uow, ctx)
        if step is None:
            raise UserError("nothing_to_undo" if back else "nothing_to_redo")
        if step_id not in (None, step.id):
            raise UserError("undo_other_step" if back else "redo_other_step")
        view = steps.view_of(uow, ctx, self._log, step)
        events = steps.events(uow, ctx, self._log, step, back=back, limit=self.batch)
        turner = Turner(uow, ctx, self._bus, self._log, step, back=back)
        end = not events or events[-1].seq == (step.first_seq if back else step.last_seq)
        if step.position is None and not end:
            turner.check()
        count = turner.turn(events)
        if end:
            steps.mark(uow, ctx, step, "undone" if back else "done")
        else:
            steps.mark(uow, ctx, step, "undoing" if back else "redoing", events[-1].seq)
        return view, count, end


def _with_field(now: State, path: str, was: object) -> State:
    return states.wound(now, {path: [was, None]}, back=True, check=False)

"""Undoing and redoing one batch of a step: plan every product, then move it. Inside one unit of work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rustok_desktop.commerce.queries import view_in
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.ids import new_id
from rustok_desktop.history import statements as sql
from rustok_desktop.history import states
from rustok_desktop.history.edits import Mover
from rustok_desktop.history.states import LIFECYCLE, Standing, State, UnknownPath, changes_of
from rustok_desktop.history.steps import Step
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.unit_of_work import UnitOfWork

_CREATED = "product.created"


class Turner:
    """Turns a step back, or forth again. ``UserError`` ``undo_blocked`` names the later edit that stands on it."""

    def __init__(
        self, uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, log: EventLog, step: Step, *, back: bool
    ) -> None:
        self._uow = uow
        self._ctx = ctx
        self._bus = bus
        self._log = log
        self._step = step
        self._back = back
        self._reason = "undo" if back else "redo"

    def turn(self, events: list[Envelope]) -> int:
        """Move all products of ``events``; how many they are."""
        count = 0
        for product_id, own in _by_product(events):
            now, wanted = self.plan(product_id, own)
            ctx = replace(self._ctx, causation_id=own[0].id)
            Mover(self._uow, ctx, self._bus, self._reason).move(product_id, now, wanted)
            count += 1
        return count

    def check(self) -> None:
        """Plan, and leave out, all products of the step that anybody touched since."""
        step = self._step
        at = {"first": step.first_seq, "last": step.last_seq, "tenant_id": self._ctx.tenant_id}
        for (product_id,) in self._uow.all(sql.TOUCHED_LATER, id=step.id, **at):
            rows = self._uow.all(sql.PRODUCT_BETWEEN, product_id=product_id, **at)
            events = [e for e in map(self._log.envelope, rows) if e.correlation_id == step.id]
            self.plan(product_id, events if self._back else events[::-1])

    def plan(self, product_id: str, events: list[Envelope]) -> tuple[State, State]:
        """The product as it is and as it is to be."""
        try:
            view = view_in(self._uow, self._ctx, product_id)
        except NotFound as error:
            raise UserError("undo_gone", id=product_id) from error
        now = states.state_of(view)
        try:
            if any(event.event_type == _CREATED for event in events):
                return now, self._created(now, events)
            return now, self._wound(now, events)
        except Standing as standing:
            raise self._blocked(product_id, standing.path) from standing
        except UnknownPath as unknown:
            raise UserError("undo_unknown_field", field=unknown.path) from unknown

    def _wound(self, state: State, events: list[Envelope]) -> State:
        for event in events:
            if event.event_type == "inventory.updated":
                state = states.moved(state, event.data, back=self._back)
            else:
                state = states.wound(state, changes_of(event.data), back=self._back)
        return state

    def _created(self, now: State, events: list[Envelope]) -> State:
        """A product the step made goes to the trash as it is, and comes back from there."""
        made: State = {}
        for event in sorted(events, key=lambda event: event.seq):
            made = states.wound(made, changes_of(event.data), back=False, check=False)
        # An import leaves both out of what it records.
        skipped = {"metadata", "published_at"} - made.keys()
        if not self._back:
            skipped |= set(LIFECYCLE)
        path = states.unlike(made, now, besides=skipped)
        if path is not None:
            raise Standing(path)
        if self._back:
            status = "draft" if now.get("status") == "active" else now.get("status")
            return {**now, "status": status, "deleted_at": self._uow.now}
        if "deleted_at" not in now:
            raise Standing("deleted_at")
        wanted = {path: value for path, value in now.items() if path not in LIFECYCLE}
        return wanted | {name: made[name] for name in LIFECYCLE if made.get(name) is not None}

    def _blocked(self, product_id: str, path: str) -> UserError:
        later = self._later(product_id, path)
        title = self._uow.one(sql.TITLE, tenant_id=self._ctx.tenant_id, product_id=product_id, locale=self._ctx.locale)
        return UserError(
            "undo_blocked" if self._back else "redo_blocked",
            id=product_id,
            title=str(title[0]) if title else "",
            field=path,
            when=later.timestamp[:16].replace("T", " ") if later else "",
            event_type=later.event_type if later else "",
            event_id=later.id if later else "",
        )

    def _later(self, product_id: str, path: str) -> Envelope | None:
        """The latest event that speaks of this field or of what it is a part of."""
        at = {"product_id": product_id, "tenant_id": self._ctx.tenant_id, "first": self._step.last_seq + 1}
        found = [self._log.envelope(row) for row in self._uow.all(sql.PRODUCT_BETWEEN, last=2**62, **at)]
        about = (e for e in found if any(_overlap(path, other) for other in changes_of(e.data)))
        return next(about, found[0] if found else None)


def turning(ctx: Context) -> Context:
    """The context of an undo or redo: a chain of its own."""
    return replace(ctx, correlation_id=new_id())


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _by_product(events: list[Envelope]) -> Iterator[tuple[str, list[Envelope]]]:
    groups: dict[str, list[Envelope]] = {}
    for event in events:
        groups.setdefault(event.aggregate_id, []).append(event)
    yield from groups.items()

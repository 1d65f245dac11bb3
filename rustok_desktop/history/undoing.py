"""Undoing and redoing one batch of a step: plan every thing, then move it. Inside one unit of work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action, require
from rustok_desktop.history import statements as sql
from rustok_desktop.history.reverting import (
    CREATE,
    TRASH,
    Reverter,
    Reverters,
    Standing,
    State,
    UnknownPath,
    Work,
    changes_of,
    told_name,
)
from rustok_desktop.history.steps import Step
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.unit_of_work import UnitOfWork

_NO_END = 2**62


class Turner:
    """Turns a step back, or forth again. ``UserError`` ``undo_blocked`` names the later edit that stands on it."""

    def __init__(
        self,
        uow: UnitOfWork,
        ctx: Context,
        bus: TransactionalEventBus,
        log: EventLog,
        reverters: Reverters,
        step: Step,
        *,
        back: bool,
    ) -> None:
        self._work = Work(uow, ctx, bus, "undo" if back else "redo")
        self._log = log
        self._reverters = reverters
        self._step = step
        self._back = back

    def turn(self, events: list[Envelope]) -> int:
        """Move all things of ``events``; how many they are."""
        moved = set()
        for reverter, thing_id, own in self._by_thing(events):
            require(self._work.ctx, reverter.resource, Action.UPDATE)
            now, wanted = self.plan(reverter, thing_id, own)
            work = replace(self._work, ctx=replace(self._work.ctx, causation_id=own[0].id))
            reverter.write(work, thing_id, now, wanted)
            moved.add(thing_id)
        return len(moved)

    def check(self) -> None:
        """Plan, and leave out, all things of the step that anybody touched since."""
        step, uow = self._step, self._work.uow
        at = self._at(first=step.first_seq, last=step.last_seq)
        for kind, thing_id in uow.all(sql.TOUCHED_LATER, id=step.id, **at):
            rows = uow.all(sql.THING_BETWEEN, thing_id=thing_id, **at)
            events = [e for e in map(self._log.envelope, rows) if e.correlation_id == step.id]
            if events:
                self.plan(self._reverters.of(kind), thing_id, events if self._back else events[::-1])

    def plan(self, reverter: Reverter, thing_id: str, events: list[Envelope]) -> tuple[State, State]:
        """The thing as it is and as it is to be."""
        self._check_there(reverter, thing_id, events)
        try:
            return reverter.plan(self._work, thing_id, events, back=self._back)
        except Standing as standing:
            raise self._blocked(reverter, thing_id, standing.path) from standing
        except UnknownPath as unknown:
            raise UserError("undo_unknown_field", field=unknown.path) from unknown

    def _check_there(self, reverter: Reverter, thing_id: str, events: list[Envelope]) -> None:
        if reverter.state(self._work, thing_id):
            return
        at = {"thing_id": thing_id, "tenant_id": self._work.ctx.tenant_id}
        comes_back = self._reverters.act(events[0]) == (TRASH if self._back else CREATE)
        if not comes_back or self._work.uow.one(sql.PURGED, final=self._reverters.final, **at) is not None:
            raise UserError("undo_gone", id=thing_id)

    def _by_thing(self, events: list[Envelope]) -> Iterator[tuple[Reverter, str, list[Envelope]]]:
        """In the order in which they move: by rank, and within it by turns where the order matters."""
        of = self._reverters.of
        ranked = sorted(events, key=lambda event: of(event.aggregate_type).rank)  # stable
        for kind, own in groupby(ranked, attrgetter("aggregate_type")):
            reverter = of(kind)
            if reverter.ordered:
                runs = groupby(own, attrgetter("aggregate_id"))
                yield from ((reverter, thing_id, list(run)) for thing_id, run in runs)
                continue
            groups: dict[str, list[Envelope]] = {}
            for event in own:
                groups.setdefault(event.aggregate_id, []).append(event)
            yield from ((reverter, thing_id, group) for thing_id, group in groups.items())

    def _blocked(self, reverter: Reverter, thing_id: str, path: str) -> UserError:
        later = self._later(thing_id, path)
        name = reverter.name(self._work.uow, self._work.ctx, thing_id)
        return UserError(
            "undo_blocked" if self._back else "redo_blocked",
            id=thing_id,
            title=name or (told_name(changes_of(later.data), self._work.ctx.locale) if later else ""),
            field=path,
            when=later.timestamp[:16].replace("T", " ") if later else "",
            event_type=later.event_type if later else "",
            event_id=later.id if later else "",
        )

    def _later(self, thing_id: str, path: str) -> Envelope | None:
        """The latest event that speaks of this field or of what it is a part of."""
        at = self._at(first=self._step.last_seq + 1, last=_NO_END)
        rows = self._work.uow.all(sql.THING_BETWEEN, thing_id=thing_id, **at)
        found = [self._log.envelope(row) for row in rows]
        about = (e for e in found if any(_overlap(path, other) for other in changes_of(e.data)))
        return next(about, found[0] if found else None)

    def _at(self, *, first: int, last: int) -> dict[str, object]:
        telling = self._reverters.telling
        return {"first": first, "last": last, "tenant_id": self._work.ctx.tenant_id, "telling": telling}


def turning(ctx: Context) -> Context:
    """The context of an undo or redo: a chain of its own."""
    return replace(ctx, correlation_id=new_id())


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")

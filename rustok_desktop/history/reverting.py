"""What history needs to know of a kind of thing to take changes of it back: one reverter for each aggregate type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import Changes, Envelope
from rustok_desktop.core.permissions import Resource
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

State = dict[str, Any]  # paths, as they stand in ``changes``, and their values; empty: the thing is not there
CREATE, EDIT, TRASH, RESTORE, PURGE, STOCK = "create", "edit", "trash", "restore", "purge", "stock"


class Standing(Exception):
    """A field does not hold what the change left there: a later edit stands on it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class UnknownPath(Exception):
    """A field that history does not know how to put back."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Work:
    """What a reverter works with inside a unit of work; ``reason`` is ``undo``, ``redo`` or ``restore``."""

    uow: UnitOfWork
    ctx: Context
    bus: TransactionalEventBus
    reason: str


class Reverter(Protocol):
    """How things of one kind are read, wound back and written. All methods run inside units of work.

    ``acts`` names the act of every event type that tells changes, such as ``{"category.created": "create"}``;
    events of other types are left alone. Within a step reverters of a lower ``rank`` move first, and those of the
    highest one name the step. ``ordered`` when the order of acts on several things matters, as in a tree.
    """

    kind: str  # the aggregate type
    resource: Resource
    acts: Mapping[str, str]
    rank: int
    ordered: bool

    def state(self, work: Work, thing_id: str) -> State:
        """The thing as it is; empty when it is not there."""

    def wind(self, state: State, event: Envelope, *, back: bool, check: bool = True) -> State:
        """The state without the event, or with it again. Standing (if ``check``) or UnknownPath."""

    def plan(self, work: Work, thing_id: str, events: Sequence[Envelope], *, back: bool) -> tuple[State, State]:
        """The thing as it is and as it is to be when all ``events``, in the order given, are turned."""

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """From one state to the other by the ordinary rules of the owning module, with its ordinary events.

        Asks for the permissions that creating and deleting need.
        """

    def check(self, work: Work, thing_id: str, base_version: int | None) -> None:
        """NotFound, UserError for what cannot be edited now, VersionConflict."""

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """What people call it; empty when it is not there."""

    def detail(self, events: Sequence[Envelope]) -> str:
        """What the name of a step of these events says beside the thing's own, such as a language; often nothing."""

    def restorable(self, event: Envelope, path: str) -> bool:
        """Whether this one field can be put back to what it was before the event."""

    def lasting(self, path: str) -> bool:
        """Whether a restored version leaves this field as it is now."""


class Reverters:
    """All there are, by kind. ``telling`` and ``final`` are event types as JSON lists for statements."""

    def __init__(self, reverters: Iterable[Reverter]) -> None:
        self._by_kind = {reverter.kind: reverter for reverter in reverters}
        self._acts = {name: act for one in self._by_kind.values() for name, act in one.acts.items()}
        self.telling = dumps(sorted(self._acts))
        self.final = dumps(sorted(name for name, act in self._acts.items() if act == PURGE))

    def of(self, kind: str) -> Reverter:
        """KeyError for a kind nobody registered: its events tell nothing, so none is asked for."""
        return self._by_kind[kind]

    def knows(self, kind: str) -> bool:
        """Whether there is one."""
        return kind in self._by_kind

    def act(self, event: Envelope) -> str:
        """What was done: ``create``, ``edit`` …"""
        return self._acts.get(event.event_type, EDIT)

    def main(self, events: Sequence[Envelope]) -> Reverter:
        """The one whose things a step is about."""
        return max((self.of(event.aggregate_type) for event in events), key=lambda reverter: reverter.rank)


def changes_of(data: Mapping[str, Any]) -> Changes:
    """The ``changes`` of an event's body, none for a thin event."""
    return data.get("changes") or {}


def same(one: Any, other: Any) -> bool:
    """Equal, where nothing at all counts as an empty list or text."""
    return bool(one == other) or (nothing(one) and nothing(other))


def nothing(value: Any) -> bool:
    """None, or an empty list, object or text."""
    return value is None or value in ([], {}, "")


def put(state: State, path: str, value: Any) -> None:
    """Set a path, or take it away."""
    if nothing(value):
        state.pop(path, None)
    else:
        state[path] = value


def told_name(changes: Mapping[str, Sequence[Any]], locale: str) -> str:
    """What a thing was called, read from an event that tells all of it."""
    found = ""
    for path, (was, now) in changes.items():
        name, _, language = path.partition("@")
        if name in ("name", "title", "filename") and (was or now):
            if language == locale:
                return str(was or now)
            found = found or str(was or now)
    return found

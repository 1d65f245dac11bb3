"""From events to acts: what belongs together becomes one line. Pure; the reading is in ``shop_overview``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rustok_desktop.core.clock import parse_time
from rustok_desktop.runtime.overview_views import Act, FieldChange

RUN_S = 600  # edits of one thing by one person with pauses up to this are one line
# Of several events of one act the one that says most.
_TELLING = (
    "deleted", "created", "trashed", "restored", "archived", "unarchived", "published", "unpublished",
    "scheduled", "unscheduled",
)  # fmt: skip
_NAMES = ("title", "name")


@dataclass(frozen=True, slots=True)
class Recorded:
    """The part of an event that activity needs."""

    seq: int
    id: str
    event_type: str
    subject: str
    subject_id: str
    correlation_id: str
    at: str
    actor_id: str | None
    data: dict[str, Any]


@dataclass(slots=True)
class _Group:
    newest: Recorded
    kinds: set[str] = field(default_factory=set)
    subjects: dict[str, str] = field(default_factory=dict)  # id -> type
    changes: dict[str, list[Any]] = field(default_factory=dict)
    title: str = ""  # as the newest event that speaks of it calls the first thing
    events: int = 0
    since: str = ""

    def add(self, event: Recorded) -> None:
        """An older event of the same act."""
        self.events += 1
        self.since = event.at
        self.kinds.add(kind_of(event.event_type))
        self.subjects[event.subject_id] = event.subject
        changes = changes_of(event)
        if not self.title and event.subject_id == next(iter(self.subjects)):
            self.title = title_in(changes)
        for path, (was, becomes) in changes.items():
            known = self.changes.setdefault(path, [was, becomes])
            known[0] = was

    def act(self) -> Act:
        """The line."""
        kind = next((kind for kind in _TELLING if kind in self.kinds), "updated")
        first = next(iter(self.subjects))
        changes = {} if kind == "created" else self.changes
        return Act(
            id=self.newest.id,
            at=self.newest.at,
            kind=kind,
            actor_id=self.newest.actor_id,
            subject=self.subjects[first],
            subject_id=first if len(self.subjects) == 1 else "",
            title=self.title if len(self.subjects) == 1 else "",
            count=len(self.subjects),
            changes=_as_fields(changes),
            events=self.events,
            since=self.since,
        )


def kind_of(event_type: str) -> str:
    """``product.trashed`` -> ``trashed``; whatever is a change inside the thing is ``updated``."""
    verb = event_type.rpartition(".")[2]
    if verb == "purged":
        return "deleted"
    inside = event_type.startswith(("price.", "variant.", "inventory.", "redirect."))
    return "updated" if inside or verb not in _TELLING else verb


def changes_of(event: Recorded) -> dict[str, tuple[Any, Any]]:
    """The fields an event changed, ``{path: (was, is)}``; a stock movement counts as a field of its variant."""
    data = event.data
    if event.event_type == "inventory.updated":
        return {f"variants/{data['variant_id']}/stock": (data["old_quantity"], data["new_quantity"])}
    if event.event_type in ("locale.enabled", "locale.disabled"):
        on = event.event_type == "locale.enabled"
        return {"locales": (None, data["locale"]) if on else (data["locale"], None)}
    return {path: (was, becomes) for path, (was, becomes) in (data.get("changes") or {}).items()}


def title_in(changes: dict[str, tuple[Any, Any]]) -> str:
    """What a thing is called by its own changes: the new title, or the last one of a thing that goes."""
    for path, (was, becomes) in changes.items():
        if path.partition("@")[0] in _NAMES:
            return str(becomes or was or "")
    return ""


def grouped(events: Iterable[Recorded]) -> list[Act]:
    """One act per chain of events, from events newest first."""
    groups: dict[str, _Group] = {}
    for event in events:
        groups.setdefault(event.correlation_id, _Group(event)).add(event)
    return [group.act() for group in groups.values()]


def folded(acts: Sequence[Act]) -> list[Act]:
    """Neighbours that are edits of one thing by one person, shortly after another, as one act."""
    found: list[Act] = []
    for act in acts:
        if found and _goes_on(found[-1], act):
            found[-1] = _joined(found[-1], act)
        else:
            found.append(act)
    return [act for act in found if not _came_to_nothing(act)]


def _goes_on(later: Act, earlier: Act) -> bool:
    same = (later.kind, later.actor_id, later.subject_id) == (earlier.kind, earlier.actor_id, earlier.subject_id)
    if not same or later.kind != "updated" or not later.subject_id:
        return False
    # The line carries the time of its newest edit; a run is as long as its pauses are short.
    return (parse_time(later.since) - parse_time(earlier.at)).total_seconds() <= RUN_S


def _joined(later: Act, earlier: Act) -> Act:
    changes = {change.path: [change.old, change.new] for change in later.changes}
    for change in earlier.changes:
        known = changes.setdefault(change.path, [change.old, change.new])
        known[0] = change.old
    fields = _as_fields(changes)
    title = later.title or earlier.title
    return replace(later, changes=fields, title=title, events=later.events + earlier.events, since=earlier.since)


def _came_to_nothing(act: Act) -> bool:
    return act.kind == "updated" and act.events > 1 and not act.changes and bool(act.subject_id)


def _as_fields(changes: dict[str, list[Any]]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(path, was, becomes) for path, (was, becomes) in changes.items() if was != becomes)

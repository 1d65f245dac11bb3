"""Winding of things whose state is plain: one value for each path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rustok_desktop.core.errors import NotFound, VersionConflict
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.permissions import Resource
from rustok_desktop.history.reverting import (
    CREATE,
    EDIT,
    PURGE,
    TRASH,
    Standing,
    State,
    UnknownPath,
    Work,
    changes_of,
    put,
    same,
)


class PathReverter:
    """The part of a reverter that is the same for all but products. ``fields`` are the heads of known paths.

    A path of ``soft`` is put back but never refused. A creation is taken back by a deletion, and only while nothing
    but soft fields was added to what it made.
    """

    kind: str
    resource: Resource
    acts: Mapping[str, str]
    rank = 0
    ordered = False
    fields: frozenset[str] = frozenset()
    soft: frozenset[str] = frozenset()

    def state(self, work: Work, thing_id: str) -> State:
        """The thing as it is; empty when it is not there."""
        raise NotImplementedError

    def version(self, work: Work, thing_id: str) -> int | None:
        """None when it is not there."""
        raise NotImplementedError

    def wind(self, state: State, event: Envelope, *, back: bool, check: bool = True) -> State:
        """The state without the event, or with it again."""
        result = dict(state)
        for path, (was, becomes) in changes_of(event.data).items():
            held, target = (becomes, was) if back else (was, becomes)
            if _head(path) not in self.fields:
                raise UnknownPath(path)
            if not check or same(state.get(path), held):
                put(result, path, target)
            elif _head(path) not in self.soft:
                raise Standing(path)
            elif path in state or held is None:  # elsewhere by now, or there already
                put(result, path, target)
        return result

    def plan(self, work: Work, thing_id: str, events: Sequence[Envelope], *, back: bool) -> tuple[State, State]:
        """All ``events`` turned, in the order given."""
        now = self.state(work, thing_id)
        wanted = now
        for event in events:
            wanted = self.wind(wanted, event, back=back)
            if self.acts[event.event_type] == (CREATE if back else TRASH):
                wanted = self._gone(wanted)
        return now, wanted

    def check(self, work: Work, thing_id: str, base_version: int | None) -> None:
        """NotFound, VersionConflict."""
        version = self.version(work, thing_id)
        if version is None:
            raise NotFound("not_found", kind=self.kind, id=thing_id)
        if base_version is not None and version != base_version:
            raise VersionConflict("version_conflict", id=thing_id, expected=base_version, actual=version)

    def detail(self, events: Sequence[Envelope]) -> str:
        """Nothing more."""
        return ""

    def restorable(self, event: Envelope, path: str) -> bool:
        """Fields of edits that are a matter of this thing alone."""
        return self.acts.get(event.event_type) == EDIT and _head(path) in self.fields - self.soft

    def lasting(self, path: str) -> bool:
        """What depends on the neighbours."""
        return _head(path) in self.soft

    def _gone(self, left: State) -> State:
        added = first_of(path for path in left if _head(path) not in self.soft)
        if added is not None:
            raise Standing(added)
        return {}


def acts(kind: str, **others: str) -> dict[str, str]:
    """The usual event types of a kind: created, updated, deleted, purged, and ``others`` by their last part."""
    usual = {"created": CREATE, "updated": EDIT, "deleted": TRASH, "purged": PURGE}
    return {f"{kind}.{name}": act for name, act in (usual | others).items()}


def first_of(paths: Iterable[str]) -> str | None:
    """The first one, or None."""
    return next(iter(paths), None)


def words_of(state: State, names: Sequence[str]) -> dict[str, dict[str, str | None]]:
    """``name@en`` … of a state by language, each with all ``names``."""
    found: dict[str, dict[str, str | None]] = {}
    for path, value in state.items():
        name, at, locale = path.partition("@")
        if at and name in names:
            found.setdefault(locale, dict.fromkeys(names))[name] = value
    return found


def reordered(order: Sequence[str], was: Mapping[str, int], becomes: Mapping[str, int]) -> list[str]:
    """``order`` after the ids whose places differ went to where they belong: out first, then in from the top."""
    differing = {i for i in {*was, *becomes} if was.get(i) != becomes.get(i)}
    result = [i for i in order if i not in differing]
    for i in sorted((i for i in becomes if i in differing), key=lambda i: (becomes[i], i)):
        result.insert(min(becomes[i], len(result)), i)
    return result


def places(state: State, head: str) -> dict[str, int]:
    """``products/<id>: place`` of a state as places by id."""
    return {path.partition("/")[2]: value for path, value in state.items() if path.startswith(f"{head}/")}


def _head(path: str) -> str:
    return path.partition("/")[0].partition("@")[0]

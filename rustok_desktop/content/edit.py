"""One command on a node in the making: what changes, what is wrong, what to write, which events to record.

Planning never writes. Only a plan without problems is saved: writes in the order they were planned, then the
events. Each changed path stands in exactly one event: own fields in ``node.*``, a language's words in
``node.translation.updated``, its body in ``body.updated``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rustok_desktop.content import pictures, slugs
from rustok_desktop.content import statements as sql
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import Prepared
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork

AGGREGATE = "node"


class NodeEdit:
    """Collects the plan of one command on one node.

    ``slugs`` (locale -> slug) holds the addresses about to be written, so that a violation can be explained;
    ``moved`` the (locale, old, new) addresses of what was public. ``shows`` asks to look for pictures anew.
    """

    def __init__(self, ctx: Context, node_id: str, kind: str, now: str) -> None:
        self.ctx = ctx
        self.node_id = node_id
        self.kind = kind
        self.now = now
        self.changes: Changes = {}
        self.words: dict[str, Changes] = {}
        self.bodies: dict[str, Changes] = {}
        self.problems: list[FieldProblem] = []
        self.slugs: dict[str, str] = {}
        self.moved: list[tuple[str, str, str]] = []
        self.shows = False
        self._writes: list[tuple[Prepared, dict[str, Any]]] = []
        self._ahead: list[NewEvent] = []
        self._facets: list[NewEvent] = []
        self._common = {
            "tenant_id": ctx.tenant_id,
            "at_tenant_id": ctx.tenant_id,
            "node_id": node_id,
            "at_node_id": node_id,
            "kind": kind,
            "at_kind": kind,
            "created_at": now,
            "updated_at": now,
        }

    @property
    def changed(self) -> tuple[str, ...]:
        """Every path that changes."""
        parts = (self.changes, *self.words.values(), *self.bodies.values())
        return tuple(path for part in parts for path in part)

    def note(self, path: str, was: Any, becomes: Any) -> bool:
        """Remember a changed field of the node itself; false when nothing changed."""
        if was == becomes:
            return False
        self.changes[path] = [was, becomes]
        return True

    def note_words(self, locale: str, name: str, was: Any, becomes: Any) -> bool:
        """Remember a changed word of one language."""
        if was == becomes:
            return False
        self.words.setdefault(locale, {})[f"{name}@{locale}"] = [was, becomes]
        return True

    def note_body(self, locale: str, name: str, was: Any, becomes: Any) -> bool:
        """Remember a changed body or format of one language."""
        if was == becomes:
            return False
        self.bodies.setdefault(locale, {})[f"{name}@{locale}"] = [was, becomes]
        return True

    def wrong(self, path: str, code: str, suggestion: str | None = None, **params: object) -> None:
        """Remember a problem; nothing will be written."""
        self.problems.append(FieldProblem(path, code, params, suggestion))

    def add_problems(self, problems: Iterable[FieldProblem | None]) -> None:
        """Remember several."""
        self.problems.extend(problem for problem in problems if problem is not None)

    def write(self, statement: Prepared, **params: Any) -> None:
        """Plan a statement; tenant, node, kind and the present moment are filled in."""
        self._writes.append((statement, {**self._common, **params}))

    def facet(self, event_type: str, **data: Any) -> None:
        """Plan an event that follows the command's own; about another node if ``node_id`` is given."""
        self._facets.append(self._told(event_type, data))

    def ahead(self, event_type: str, **data: Any) -> None:
        """The same for one that goes before, because it makes room: taken back, it comes last."""
        self._ahead.append(self._told(event_type, data))

    def _told(self, event_type: str, data: dict[str, Any]) -> NewEvent:
        data = {"node_id": self.node_id, **data}
        return NewEvent(event_type, AGGREGATE, data["node_id"], data)

    def check(self) -> None:
        """Raises Invalid with every problem found so far."""
        if self.problems:
            raise Invalid(self.problems)

    def save(self, uow: UnitOfWork, bus: TransactionalEventBus, event_type: str | None, version: int) -> NodeSaved:
        """Write what was planned; record what made room, then ``event_type`` (if any), words, bodies, facets."""
        self.check()
        try:
            for statement, params in self._writes:
                uow.run(statement, **params)
        except UniqueViolation as violation:
            raise slugs.taken(uow, self.ctx, violation, self.node_id, self.kind, self.slugs) from violation
        if self.shows:
            pictures.follow(uow, self.ctx, self.node_id)
        for event in self._events(event_type):
            bus.publish_in_tx(uow, self.ctx, event)
        return NodeSaved(self.node_id, version, self.changed, uow.txid, tuple(self.moved))

    def _events(self, event_type: str | None) -> list[NewEvent]:
        node = {"node_id": self.node_id}
        events = [*self._ahead]
        if event_type is not None:
            data = {**node, "kind": self.kind, "changes": self.changes}
            if event_type == "node.created" and self.changes.get("author_id"):
                data["author_id"] = self.changes["author_id"][1]
            events.append(NewEvent(event_type, AGGREGATE, self.node_id, data))
        for name, parts in (("node.translation.updated", self.words), ("body.updated", self.bodies)):
            for locale, changes in parts.items():
                data = {**node, "locale": locale, "changes": changes}
                events.append(NewEvent(name, AGGREGATE, self.node_id, data))
        return events + self._facets

    def put_row(self, row: dict[str, Any], version: int) -> None:
        """Plan the node's own row with all its columns (JSON as text)."""
        self.write(sql.UPDATE_NODE, **{**row, "version": version, "updated_at": self.now})

    def touch(self, version: int) -> None:
        """Plan only the new version."""
        self.write(sql.TOUCH_NODE, version=version)

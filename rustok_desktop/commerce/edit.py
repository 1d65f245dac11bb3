"""One command in the making: what changes, what is wrong, what to write, which events to record.

Planning never writes. Only when the whole plan is free of problems does :meth:`Edit.save` run the writes in
the order they were planned, then record the events; a command therefore reports all its problems at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.duplicates import taken
from rustok_desktop.commerce.views import Saved
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import Prepared
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork

AGGREGATE = "product"


class Edit:
    """Collects the plan of one command on one product.

    ``handles`` (locale -> handle) and ``skus`` (variant id -> (problem path, SKU)) hold the unique values
    about to be written, so that a violation can be explained; ``pictures`` (id -> problem path) the shop's own
    pictures that images newly refer to, which must be there; ``location_id`` where first stock goes, once it was asked.
    """

    __slots__ = (
        "_common",
        "_facets",
        "_follow",
        "_writes",
        "changes",
        "ctx",
        "handles",
        "location_id",
        "now",
        "pictures",
        "problems",
        "product_id",
        "skus",
    )

    def __init__(self, ctx: Context, product_id: str, now: str) -> None:
        self.ctx = ctx
        self.product_id = product_id
        self.now = now
        self.changes: Changes = {}
        self.problems: list[FieldProblem] = []
        self.handles: dict[str, str] = {}
        self.skus: dict[str, tuple[str, str]] = {}
        self.pictures: dict[str, str] = {}
        self.location_id: str | None = None
        self._writes: list[tuple[Prepared, dict[str, Any]]] = []
        self._follow: dict[int, list[tuple[Prepared, dict[str, Any]]]] = {}
        self._facets: list[NewEvent] = []
        self._common = {
            "tenant_id": ctx.tenant_id,
            "at_tenant_id": ctx.tenant_id,
            "product_id": product_id,
            "at_product_id": product_id,
            "created_at": now,
            "updated_at": now,
        }

    def note(self, path: str, was: Any, becomes: Any) -> bool:
        """Remember a changed field; false when nothing changed."""
        if was == becomes:
            return False
        self.changes[path] = [was, becomes]
        return True

    def wrong(self, path: str, code: str, suggestion: str | None = None, **params: object) -> None:
        """Remember a problem; nothing will be written."""
        self.problems.append(FieldProblem(path, code, params, suggestion))

    def add_problems(self, problems: Iterable[FieldProblem]) -> None:
        """Remember several."""
        self.problems.extend(problems)

    def write(self, statement: Prepared, **params: Any) -> None:
        """Plan a statement; tenant, product and the present moment are filled in."""
        self._writes.append((statement, {**self._common, **params}))

    def follow(self, statement: Prepared, **params: Any) -> None:
        """Plan a row that hangs on a new one: written after all others, together with those of the same statement.

        Only for what nothing else of this command touches again.
        """
        self._follow.setdefault(id(statement), []).append((statement, {**self._common, **params}))

    def _following(self) -> Iterator[tuple[Prepared, dict[str, Any]]]:
        return chain.from_iterable(self._follow.values())

    def facet(self, event_type: str, **data: Any) -> None:
        """Plan a thin event without ``changes`` that follows the command's own."""
        data["product_id"] = self.product_id
        self._facets.append(NewEvent(event_type, AGGREGATE, self.product_id, data))

    def check(self) -> None:
        """Raises Invalid with every problem found so far."""
        if self.problems:
            raise Invalid(self.problems)

    def save(self, uow: UnitOfWork, bus: TransactionalEventBus, event_type: str | None, version: int) -> Saved:
        """Write everything planned and record the events: ``event_type`` with the changes, then the facets.

        A command whose only events are facets (a stock movement) passes None.
        """
        if self.pictures:
            ids = dumps(list(self.pictures))
            for (media_id,) in uow.all(sql.UNKNOWN_MEDIA, ids=ids, at_tenant_id=self.ctx.tenant_id):
                self.wrong(self.pictures[media_id], "unknown_medium")
        self.check()
        try:
            for statement, rows in groupby((*self._writes, *self._following()), key=itemgetter(0)):
                uow.run_many(statement, [statement.bind(params) for _, params in rows])
        except UniqueViolation as violation:
            raise taken(uow, self.ctx, violation, self.product_id, self.handles, self.skus) from violation
        events = self._facets
        if event_type is not None:
            data = {"product_id": self.product_id, "changes": self.changes}
            events = [NewEvent(event_type, AGGREGATE, self.product_id, data), *events]
        bus.publish_all_in_tx(uow, self.ctx, events)
        return Saved(self.product_id, version, tuple(self.changes), uow.txid)

    def touch(self, version: int, values: dict[str, Any] | None = None) -> None:
        """Plan the product's own row: its new version, and its fields when ``values`` has all of them."""
        if values is None:
            self.write(sql.TOUCH_PRODUCT, at_id=self.product_id, version=version)
        else:
            self.write(sql.UPDATE_PRODUCT, at_id=self.product_id, version=version, **values)


def in_the_way(changed: Iterable[tuple[str, str | None, str | None]]) -> list[str]:
    """Of changing rows ``(id, old, new)`` the ids whose old value another of them takes over.

    Those must first step aside, or a swap of two unique values would break the rule half-way. Old is None
    for a new row.
    """
    rows = list(changed)
    wanted = {new for _, _, new in rows if new is not None}
    return [row_id for row_id, old, _ in rows if old in wanted]

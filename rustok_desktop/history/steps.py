"""The stack of steps: folded from the log, kept in ``history_steps``. All of it inside units of work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from rustok_desktop.core.codec import loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import Envelope
from rustok_desktop.history import statements as sql
from rustok_desktop.history.states import VARIANTS, changes_of
from rustok_desktop.history.views import StepView
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.unit_of_work import UnitOfWork

_CHUNK = 20_000  # events folded in one transaction
_NAMED_BY = 40  # events of a step that are read to name it
_EVERYTHING = 1_000_000_000
_ACTS = {
    "product.created": "create",
    "product.trashed": "trash",
    "product.restored": "restore",
    "product.published": "publish",
    "product.unpublished": "unpublish",
    "product.archived": "archive",
    "product.unarchived": "unarchive",
    "product.updated": "edit",
    "inventory.updated": "stock",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the stack; ``position`` is the last event that a long undo or redo has come to."""

    id: str
    at: str
    state: str
    first_seq: int
    last_seq: int
    position: int | None


def fold(uow: UnitOfWork) -> bool:
    """Bring the steps up to date with the log, a chunk of it; false when there is more to do."""
    row = uow.one(sql.READ_MARK)
    after, head = int(row[0]) if row else 0, int((uow.one(sql.HEAD) or (0,))[0])
    if after >= head:
        return True
    upto = min(head, after + _CHUNK)
    uow.run(sql.FOLD, after=after, upto=upto, now=uow.now)
    uow.run(sql.SUPERSEDE, now=uow.now)
    uow.run(sql.WRITE_MARK, value=str(upto))
    return upto == head


def to_undo(uow: UnitOfWork, ctx: Context) -> Step | None:
    """The latest step of this person on this device that stands."""
    row = uow.one(sql.TO_UNDO, **_owner(ctx))
    return Step(*row) if row else None


def to_redo(uow: UnitOfWork, ctx: Context) -> Step | None:
    """The step that was undone last, unless something new was done since."""
    row = uow.one(sql.TO_REDO, **_owner(ctx))
    return Step(*row) if row else None


def mark(uow: UnitOfWork, ctx: Context, step: Step, state: str, position: int | None = None) -> None:
    """Write what became of a step. What the undo itself recorded is no step."""
    head = int((uow.one(sql.HEAD) or (0,))[0])
    key = {"tenant_id": ctx.tenant_id, "id": step.id}
    uow.run(sql.SET_STATE, state=state, turn=head, position=position, now=uow.now, **key)
    uow.run(sql.ECHO, **{**_owner(ctx), "id": ctx.correlation_id, "seq": head, "now": uow.now})


def events(uow: UnitOfWork, ctx: Context, log: EventLog, step: Step, *, back: bool, limit: int) -> list[Envelope]:
    """Events of the step that are still to be undone or redone, in that order, cut between two products."""
    first, last = step.first_seq, step.last_seq
    if step.position is not None and step.state == ("undoing" if back else "redoing"):
        first, last = (first, step.position - 1) if back else (step.position + 1, last)
    params = {"first": first, "last": last, "id": step.id, "tenant_id": ctx.tenant_id}
    statement = sql.STEP_BACKWARD if back else sql.STEP_FORWARD
    rows = uow.all(statement, limit=limit + 1, **params)
    found = [log.envelope(row) for row in rows]
    if len(rows) <= limit:
        return found
    whole = [event for event in found if event.aggregate_id != found[-1].aggregate_id]
    return whole or [log.envelope(row) for row in uow.all(statement, limit=_EVERYTHING, **params)]


def view_of(uow: UnitOfWork, ctx: Context, log: EventLog, step: Step) -> StepView:
    """The step by name."""
    params = {"first": step.first_seq, "last": step.last_seq, "id": step.id, "tenant_id": ctx.tenant_id}
    partial = step.state in ("undoing", "redoing")
    imported = uow.one(sql.IMPORT, tenant_id=ctx.tenant_id, id=step.id)
    if imported is not None:
        tally = loads(imported[1]).get("products", {})
        count = int(tally.get("created", 0)) + int(tally.get("updated", 0))
        return StepView(step.id, "import", step.at, count, source=file_name(imported[0]), partial=partial)
    found = [log.envelope(row) for row in uow.all(sql.STEP_FORWARD, limit=_NAMED_BY, **params)]
    products = int((uow.one(sql.STEP_PRODUCTS, **params) or (0,))[0])
    title = _title(uow, ctx, found[0]) if found else ""
    return StepView(step.id, _kind(found), step.at, products, title, _fields(found), partial=partial)


def file_name(source: str) -> str:
    """The last part of a path, whichever system wrote it."""
    return PurePath(source.replace("\\", "/")).name


def _kind(found: list[Envelope]) -> str:
    kinds = {_ACTS.get(event.event_type, "edit") for event in found}
    for kind in ("create", "trash", "restore"):  # whatever else went with it
        if kind in kinds:
            return kind
    telling = kinds - {"stock"}
    return telling.pop() if len(telling) == 1 else "edit" if telling else "stock"


def _fields(found: list[Envelope]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for event in found:
        for path in changes_of(event.data):
            last = path.rpartition("/")[2].partition("@")[0]
            names["variants" if path.count("/") == 1 and path.startswith(VARIANTS) else last] = None
    return tuple(names)


def _title(uow: UnitOfWork, ctx: Context, event: Envelope) -> str:
    at = {"tenant_id": ctx.tenant_id, "product_id": event.aggregate_id, "locale": ctx.locale}
    row = uow.one(sql.TITLE, **at)
    return str(row[0]) if row else ""


def _owner(ctx: Context) -> dict[str, Any]:
    return {"tenant_id": ctx.tenant_id, "actor_id": ctx.actor_id, "device_id": ctx.device_id}

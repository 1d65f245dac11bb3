"""The stack of steps: folded from the log, kept in ``history_steps``. All of it inside units of work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import Envelope
from rustok_desktop.history import statements as sql
from rustok_desktop.history.reverting import CREATE, EDIT, RESTORE, STOCK, TRASH, Reverters, changes_of, told_name
from rustok_desktop.history.views import StepView
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.unit_of_work import UnitOfWork

_CHUNK = 20_000  # events folded in one transaction
_NAMED_BY = 40  # events of a step that are read to name it
_WITH_WORDS = ("publish", "schedule")  # the button that does it saves what was typed as well
_EVERYTHING = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the stack; ``position`` is the last event that a long undo or redo has come to."""

    id: str
    at: str
    state: str
    first_seq: int
    last_seq: int
    position: int | None


def fold(reverters: Reverters, uow: UnitOfWork) -> bool:
    """Bring the steps up to date with the log, a chunk of it; false when there is more to do."""
    row = uow.one(sql.READ_MARK)
    after, head = int(row[0]) if row else 0, int((uow.one(sql.HEAD) or (0,))[0])
    if after >= head:
        return True
    upto = min(head, after + _CHUNK)
    uow.run(sql.FOLD, after=after, upto=upto, telling=reverters.telling, final=reverters.final, now=uow.now)
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


def give_up(ctx: Context, uow: UnitOfWork, *, back: bool) -> None:
    """The step in front can be neither undone nor redone any more."""
    step = to_undo(uow, ctx) if back else to_redo(uow, ctx)
    if step is not None:
        uow.run(sql.SET_STATE, state="final", turn=0, position=None, now=uow.now, tenant_id=ctx.tenant_id, id=step.id)


def events(
    uow: UnitOfWork, ctx: Context, log: EventLog, reverters: Reverters, step: Step, *, back: bool, limit: int
) -> list[Envelope]:
    """Events of the step that are still to be undone or redone, in that order, cut between two things."""
    first, last = step.first_seq, step.last_seq
    if step.position is not None and step.state == ("undoing" if back else "redoing"):
        first, last = (first, step.position - 1) if back else (step.position + 1, last)
    params = _within(ctx, step, reverters.telling) | {"first": first, "last": last}
    statement = sql.STEP_BACKWARD if back else sql.STEP_FORWARD
    rows = uow.all(statement, limit=limit + 1, **params)
    found = [log.envelope(row) for row in rows]
    if len(rows) <= limit:
        return found
    # Only the last run goes to the next batch: other events of the same thing may stand long before it.
    cut = found[-1].aggregate_id
    run = next((n for n, event in enumerate(reversed(found)) if event.aggregate_id != cut), len(found))
    return found[: len(found) - run] or [log.envelope(row) for row in uow.all(statement, limit=_EVERYTHING, **params)]


def view_of(uow: UnitOfWork, ctx: Context, log: EventLog, reverters: Reverters, step: Step) -> StepView:
    """The step by name."""
    params = _within(ctx, step, reverters.telling)
    partial = step.state in ("undoing", "redoing")
    imported = uow.one(sql.IMPORT, tenant_id=ctx.tenant_id, id=step.id)
    if imported is not None:
        tallies = loads(imported[1])
        thing = "node" if "nodes" in tallies else "product"
        tally = tallies.get(f"{thing}s", {})
        count = int(tally.get("created", 0)) + int(tally.get("updated", 0))
        source = file_name(imported[0])
        return StepView(step.id, "import", step.at, count, source=source, partial=partial, thing=thing, total=count)
    found = [log.envelope(row) for row in uow.all(sql.STEP_FORWARD, limit=_NAMED_BY, **params)]
    total = _count(uow, params)
    if not found:
        return StepView(step.id, EDIT, step.at, total, partial=partial, total=total)
    main = reverters.main(found)
    own = [event for event in found if event.aggregate_type == main.kind]
    kind = _kind(reverters, own)
    telling = [event for event in own if reverters.act(event) == kind] or own
    types = {event.event_type for event in telling} if main.ordered else main.acts
    count = _count(uow, params | {"telling": dumps(sorted(types))})
    title = main.name(uow, ctx, telling[0].aggregate_id) or told_name(changes_of(telling[0].data), ctx.locale)
    fields = _fields(telling if main.ordered else own)
    detail = main.detail(telling)
    return StepView(step.id, kind, step.at, count, title, fields, "", partial, main.kind, total, detail)


def file_name(source: str) -> str:
    """The last part of a path, whichever system wrote it."""
    return PurePath(source.replace("\\", "/")).name


def _within(ctx: Context, step: Step, telling: str) -> dict[str, Any]:
    at = {"first": step.first_seq, "last": step.last_seq, "id": step.id}
    return {**at, "tenant_id": ctx.tenant_id, "telling": telling}


def _count(uow: UnitOfWork, params: dict[str, Any]) -> int:
    return int((uow.one(sql.STEP_COUNT, **params) or (0,))[0])


def _kind(reverters: Reverters, found: list[Envelope]) -> str:
    kinds = {reverters.act(event) for event in found}
    for kind in (CREATE, TRASH, RESTORE, *_WITH_WORDS):  # whatever else went with it
        if kind in kinds:
            return kind
    telling = kinds - {STOCK}
    return telling.pop() if len(telling) == 1 else EDIT if telling else STOCK


def _fields(found: list[Envelope]) -> tuple[str, ...]:
    """The names of what changed; a whole part of a list, such as a variant, by the name of the list."""
    names: dict[str, None] = {}
    for event in found:
        for path in changes_of(event.data):
            parts = path.split("/")
            names[parts[0] if len(parts) == 2 else parts[-1].partition("@")[0]] = None
    return tuple(names)


def _owner(ctx: Context) -> dict[str, Any]:
    return {"tenant_id": ctx.tenant_id, "actor_id": ctx.actor_id, "device_id": ctx.device_id}

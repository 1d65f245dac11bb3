"""The history of one thing, read from the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import Envelope
from rustok_desktop.history import statements as sql
from rustok_desktop.history.reverting import (
    CREATE,
    EDIT,
    PURGE,
    RESTORE,
    STOCK,
    TRASH,
    Reverter,
    Reverters,
    changes_of,
)
from rustok_desktop.history.steps import file_name
from rustok_desktop.history.views import FieldChange, HistoryEntry, HistoryPage, StockMove
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.reader import Reader

FIELDS_SHOWN = 100
_NO_END = 2**62
_DONE = {CREATE: "created", EDIT: "updated", TRASH: "trashed", RESTORE: "restored", PURGE: "deleted"}
# What says what was done: a creation or the trash before an edit, an edit before its facets.
_RANKS = {CREATE: 3, PURGE: 3, TRASH: 2, RESTORE: 2}


class HistoryReading:
    """Pages of one thing's history."""

    def __init__(self, reader: Reader, log: EventLog, reverters: Reverters) -> None:
        self._reader = reader
        self._log = log
        self._reverters = reverters

    async def page(self, ctx: Context, kind: str, thing_id: str, limit: int, before: int | None) -> HistoryPage:
        """The latest ``limit`` transactions on a thing, or those before a place in the log."""
        at = {"thing_id": thing_id, "tenant_id": ctx.tenant_id, "telling": self._reverters.telling}
        groups = await self._reader.all(sql.GROUPS, before=before or _NO_END, limit=limit + 1, **at)
        shown = groups[:limit]
        if not shown:
            return HistoryPage((), None)
        first, last = min(group[0] for group in shown), shown[0][1]
        rows = await self._reader.all(sql.THING_BETWEEN, first=first, last=last, **at)
        events = [event for event in map(self._log.envelope, rows) if event.aggregate_type == kind]
        sources = await _sources(self._reader, ctx, events)
        turned = await _turned(self._reader, ctx, events)
        reverter = self._reverters.of(kind)
        entries = tuple(self._entry(ctx, reverter, own, sources, turned) for own in _by_transaction(events))
        return HistoryPage(entries, shown[-1][0] if len(groups) > limit else None)

    def _entry(
        self, ctx: Context, reverter: Reverter, events: Sequence[Envelope], sources: dict[str, str], turned: set[str]
    ) -> HistoryEntry:
        main = self._main(events)
        changes: dict[str, list[Any]] = {}
        for event in events:
            for path, (was, now) in changes_of(event.data).items():
                changes[path] = [changes[path][0] if path in changes else was, now]
        fields = tuple(
            FieldChange(path, was, now, reverter.restorable(main, path))
            for path, (was, now) in list(changes.items())[:FIELDS_SHOWN]
        )
        moves = tuple(_move(event.data) for event in events if self._reverters.act(event) == STOCK)
        source = sources.get(main.correlation_id, "")
        act = self._reverters.act(main)
        return HistoryEntry(
            event_id=main.id,
            seq=events[-1].seq,
            at=main.timestamp,
            actor_id=main.actor_id,
            mine=main.actor_id == ctx.actor_id,
            act=_DONE.get(act, act if act == STOCK else main.event_type.rpartition(".")[2]),
            origin="import" if source else "undo" if main.correlation_id in turned else "",
            source=source,
            fields=fields,
            field_count=len(changes),
            movements=moves,
        )

    def _main(self, events: Sequence[Envelope]) -> Envelope:
        telling = [event for event in events if changes_of(event.data)]
        return max(telling or events, key=lambda event: (_RANKS.get(self._reverters.act(event), 1), -event.seq))


def _by_transaction(events: Iterable[Envelope]) -> list[list[Envelope]]:
    groups: dict[str, list[Envelope]] = {}
    for event in events:
        groups.setdefault(event.txid, []).append(event)
    return [group[::-1] for group in groups.values()]


def _move(data: dict[str, Any]) -> StockMove:
    delta = data.get("delta")
    return StockMove(
        variant_id=data["variant_id"],
        location_id=data["location_id"],
        delta=data["new_quantity"] - data["old_quantity"] if delta is None else delta,
        quantity=data["new_quantity"],
        reason=data.get("reason") or "",
        reference=data.get("reference"),
    )


async def _sources(reader: Reader, ctx: Context, events: Iterable[Envelope]) -> dict[str, str]:
    """File names of the imports among the events, by the import's id, which is the chain of its events."""
    found: dict[str, str] = {}
    for chain in {event.correlation_id for event in events}:
        row = await reader.one(sql.IMPORT, tenant_id=ctx.tenant_id, id=chain)
        if row is not None:
            found[chain] = file_name(str(row[0]))
    return found


async def _turned(reader: Reader, ctx: Context, events: Iterable[Envelope]) -> set[str]:
    """The chains that an undo or redo recorded."""
    chains = sorted({event.correlation_id for event in events})
    rows = await reader.all(sql.ECHOES, tenant_id=ctx.tenant_id, ids=dumps(chains))
    return {str(row[0]) for row in rows}

"""The history of one product, read from the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import Envelope
from rustok_desktop.history import statements as sql
from rustok_desktop.history.states import changes_of, known
from rustok_desktop.history.steps import file_name
from rustok_desktop.history.views import FieldChange, HistoryEntry, HistoryPage, StockMove
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.reader import Reader

FIELDS_SHOWN = 100
_NO_END = 2**62


async def read_page(
    reader: Reader, log: EventLog, ctx: Context, product_id: str, limit: int, before: int | None
) -> HistoryPage:
    """The latest ``limit`` transactions on a product, or those before a place in the log."""
    at = {"product_id": product_id, "tenant_id": ctx.tenant_id}
    groups = await reader.all(sql.GROUPS, before=before or _NO_END, limit=limit + 1, **at)
    shown = groups[:limit]
    if not shown:
        return HistoryPage((), None)
    first, last = min(group[0] for group in shown), shown[0][1]
    rows = await reader.all(sql.PRODUCT_BETWEEN, first=first, last=last, **at)
    events = [log.envelope(row) for row in rows]
    sources = await _sources(reader, ctx, events)
    turned = await _turned(reader, ctx, events)
    entries = tuple(_entry(ctx, own, sources, turned) for own in _by_transaction(events))
    return HistoryPage(entries, shown[-1][0] if len(groups) > limit else None)


def _by_transaction(events: Iterable[Envelope]) -> list[list[Envelope]]:
    groups: dict[str, list[Envelope]] = {}
    for event in events:
        groups.setdefault(event.txid, []).append(event)
    return [group[::-1] for group in groups.values()]


def _entry(ctx: Context, events: Sequence[Envelope], sources: dict[str, str], turned: set[str]) -> HistoryEntry:
    main = _main(events)
    changes: dict[str, list[Any]] = {}
    for event in events:
        for path, (was, now) in changes_of(event.data).items():
            changes[path] = [changes[path][0] if path in changes else was, now]
    fields = tuple(
        FieldChange(path, was, now, _restorable(main, path))
        for path, (was, now) in list(changes.items())[:FIELDS_SHOWN]
    )
    moves = tuple(_move(event.data) for event in events if event.event_type == "inventory.updated")
    source = sources.get(main.correlation_id, "")
    origin = "import" if source else "undo" if main.correlation_id in turned else ""
    return HistoryEntry(
        event_id=main.id,
        seq=events[-1].seq,
        at=main.timestamp,
        actor_id=main.actor_id,
        mine=main.actor_id == ctx.actor_id,
        act="stock" if main.event_type == "inventory.updated" else main.event_type.removeprefix("product."),
        origin=origin,
        source=source,
        fields=fields,
        field_count=len(changes),
        movements=moves,
    )


def _main(events: Sequence[Envelope]) -> Envelope:
    """The event that says what was done: a creation or the trash before an edit, an edit before its facets."""
    ranks = {"product.created": 3, "product.deleted": 3, "product.trashed": 2, "product.restored": 2}
    telling = [event for event in events if changes_of(event.data)]
    return max(telling or events, key=lambda event: (ranks.get(event.event_type, 1), -event.seq))


def _restorable(main: Envelope, path: str) -> bool:
    return main.event_type not in ("product.created", "product.deleted") and known(path)


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

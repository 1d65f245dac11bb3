"""Reading the log."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select

from rustok_desktop.core.codec import loads
from rustok_desktop.core.events import Envelope, EventRef
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.outbox.tables import sys_events
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import Prepared, prepare

_E = sys_events.c
_REF = (_E.seq, _E.event_type, _E.tenant_id, _E.aggregate_type, _E.aggregate_id, _E.txid)
_HEAD = prepare(select(func.coalesce(func.max(_E.seq), 0)))
_REFS = prepare(select(*_REF).where(_E.seq > bindparam("after")).order_by(_E.seq).limit(bindparam("limit")))
_REFS_AT = prepare(select(*_REF).where(_E.seq == bindparam("seq")))
_GET = prepare(select(*_E).where(_E.id == bindparam("id")))


def _any_or(name: str) -> Any:
    return or_(bindparam(name).is_(None), getattr(_E, name) == bindparam(name))


_MATCH = and_(_any_or("tenant_id"), _any_or("event_type"), _any_or("aggregate_id"), _E.seq > bindparam("after"))
_FORWARD = prepare(select(*_E).where(_MATCH).order_by(_E.seq).limit(bindparam("limit")))
_BACKWARD = prepare(select(*_E).where(_MATCH).order_by(_E.seq.desc()).limit(bindparam("limit")))
_OF_AGGREGATE = prepare(
    select(*_E)
    .where(_E.aggregate_id == bindparam("aggregate_id"), _any_or("tenant_id"), _any_or("event_type"))
    .where(_E.seq > bindparam("after"))
    .order_by(_E.seq.desc())
    .limit(bindparam("limit"))
)


class EventLog:
    """Order, subjects and bodies of recorded events. Bodies pass the upcasters: readers see current shapes."""

    def __init__(self, reader: Reader, upcasters: Upcasters) -> None:
        self._reader = reader
        self._upcasters = upcasters
        self._by_types: dict[frozenset[str], Prepared] = {}

    async def head(self) -> int:
        """The newest sequence number, 0 for an empty log."""
        row = await self._reader.one(_HEAD)
        return int(row[0]) if row else 0

    async def refs(self, after: int, limit: int, types: frozenset[str] | None = None) -> list[EventRef]:
        """Events after ``after`` in order, without bodies; ``types`` narrows by event type."""
        statement = _REFS if types is None else self._refs_of(types)
        return [EventRef(*row) for row in await self._reader.all(statement, after=after, limit=limit)]

    async def ref(self, seq: int) -> EventRef | None:
        """The event with this sequence number."""
        row = await self._reader.one(_REFS_AT, seq=seq)
        return EventRef(*row) if row else None

    async def read(
        self,
        after: int = 0,
        limit: int = 100,
        *,
        tenant_id: str | None = None,
        event_type: str | None = None,
        aggregate_id: str | None = None,
        descending: bool = False,
    ) -> list[Envelope]:
        """Whole events that match, oldest first unless ``descending``."""
        params: dict[str, Any] = {
            "after": after,
            "limit": limit,
            "tenant_id": tenant_id,
            "event_type": event_type,
        }
        statement = _BACKWARD if descending else _FORWARD
        if aggregate_id is not None and descending:
            statement = _OF_AGGREGATE
        rows = await self._reader.all(statement, aggregate_id=aggregate_id, **params)
        return [self.envelope(row) for row in rows]

    async def get(self, event_id: str) -> Envelope | None:
        """One event by its id."""
        row = await self._reader.one(_GET, id=event_id)
        return self.envelope(row) if row else None

    def _refs_of(self, types: frozenset[str]) -> Prepared:
        known = self._by_types.get(types)
        if known is None:
            where = (_E.seq > bindparam("after"), or_(*(_E.event_type == name for name in sorted(types))))
            known = prepare(select(*_REF).where(*where).order_by(_E.seq).limit(bindparam("limit")))
            self._by_types[types] = known
        return known

    def envelope(self, row: tuple[Any, ...]) -> Envelope:
        """A row of the log, all its columns in their order, as its readers see it."""
        (seq, event_id, event_type, written, *between, text) = row
        version, data = self._upcasters.upcast(event_type, written, loads(text))
        return Envelope(*(seq, event_id, event_type, version, *between, data))  # columns stand in the record's order

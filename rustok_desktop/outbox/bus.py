"""The transactional event bus: an event is a row in the transaction that makes it true, or it is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.event_types import validate_event
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.tables import sys_events
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_COLUMNS = (
    "id",
    "event_type",
    "schema_version",
    "tenant_id",
    "aggregate_type",
    "aggregate_id",
    "correlation_id",
    "causation_id",
    "timestamp",
    "actor_id",
    "device_id",
    "txid",
    "data",
)
# By place, not by name: binding names costs more than the rest of the work for a thin event, and one act may record
# tens of thousands.
_APPEND = prepare(f"INSERT INTO {sys_events.name} ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})")


class TransactionalEventBus:
    """Appends to the log; after the commit tells whoever follows it (transport level L0)."""

    def __init__(self) -> None:
        self._listeners: tuple[Callable[[], None], ...] = ()

    def publish_in_tx(self, uow: UnitOfWork, ctx: Context, event: NewEvent) -> str:
        """Record ``event`` in this transaction and return its id. EventInvalid undoes the whole command."""
        (event_id,) = self.publish_all_in_tx(uow, ctx, (event,))
        return event_id

    def publish_all_in_tx(self, uow: UnitOfWork, ctx: Context, events: Iterable[NewEvent]) -> list[str]:
        """Record events in the order given, as one statement; their ids."""
        rows = [_row(uow, ctx, event) for event in events]
        if rows:
            uow.run_many(_APPEND, rows)
            uow.after_commit(self.wake)
        return [row[0] for row in rows]

    def subscribe_wakeup(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` after each commit that recorded events, on any thread; returns the unsubscription.

        No listener is no error: the log keeps the event for whoever comes.
        """
        self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            self._listeners = tuple(known for known in self._listeners if known is not listener)

        return unsubscribe

    def wake(self) -> None:
        """Tell all listeners that the log grew (bulk writers call it themselves, after their commit)."""
        for listener in self._listeners:
            listener()


def _row(uow: UnitOfWork, ctx: Context, event: NewEvent) -> tuple[Any, ...]:
    validate_event(event)
    event_id = new_id()
    return (
        event_id,
        event.event_type,
        event.schema_version,
        ctx.tenant_id,
        event.aggregate_type,
        event.aggregate_id,
        ctx.correlation_id or event_id,
        ctx.causation_id,
        uow.now,
        ctx.actor_id,
        ctx.device_id,
        uow.txid,
        dumps(event.data),
    )

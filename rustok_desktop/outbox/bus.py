"""The transactional event bus: an event is a row in the transaction that makes it true, or it is nothing."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import insert

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.event_types import validate_event
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.tables import sys_events
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_COLUMNS = [column for column in sys_events.columns if column.name != "seq"]
_APPEND = prepare(insert(sys_events).values({column.name: None for column in _COLUMNS}))


class TransactionalEventBus:
    """Appends to the log; after the commit tells whoever follows it (transport level L0)."""

    def __init__(self) -> None:
        self._listeners: tuple[Callable[[], None], ...] = ()

    def publish_in_tx(self, uow: UnitOfWork, ctx: Context, event: NewEvent) -> str:
        """Record ``event`` in this transaction and return its id. EventInvalid undoes the whole command."""
        validate_event(event)
        event_id = new_id()
        uow.run(
            _APPEND,
            id=event_id,
            event_type=event.event_type,
            schema_version=event.schema_version,
            tenant_id=ctx.tenant_id,
            aggregate_type=event.aggregate_type,
            aggregate_id=event.aggregate_id,
            correlation_id=ctx.correlation_id or event_id,
            causation_id=ctx.causation_id,
            trace_id=None,
            timestamp=uow.now,
            actor_id=ctx.actor_id,
            device_id=ctx.device_id,
            txid=uow.txid,
            data=dumps(event.data),
        )
        uow.after_commit(self.wake)
        return event_id

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

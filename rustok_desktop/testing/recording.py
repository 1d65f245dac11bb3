"""A bus that remembers: every event a shop has committed since, in the order of its log."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

from sqlalchemy import bindparam, select

from rustok_desktop.core.codec import loads
from rustok_desktop.core.events import Envelope
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.tables import sys_events
from rustok_desktop.storage.connection import open_reader
from rustok_desktop.storage.statements import prepare

_NEW = prepare(select(*sys_events.c).where(sys_events.c.seq > bindparam("after")).order_by(sys_events.c.seq))


class RecordingBus(TransactionalEventBus):
    """Give it to whatever takes a bus. It reads the log of ``database`` after each commit.

    So what was rolled back is not there, and what an import wrote in bulk is. When an ``await`` of a command
    returns, its events are recorded.
    """

    def __init__(self, database: Path) -> None:
        super().__init__()
        self._database = database
        self._lock = threading.Lock()
        self._events: list[Envelope] = []
        self._seen = 0

    @property
    def events(self) -> tuple[Envelope, ...]:
        """Everything since the start or the last :meth:`clear`, oldest first."""
        with self._lock:
            return tuple(self._events)

    @property
    def types(self) -> list[str]:
        """The types of :attr:`events`, in order."""
        return [event.event_type for event in self.events]

    def of_type(self, *event_types: str) -> list[Envelope]:
        """The events of any of these types."""
        return [event for event in self.events if event.event_type in event_types]

    def for_aggregate(self, aggregate_id: str) -> list[Envelope]:
        """The events about one thing, e.g. a product."""
        return [event for event in self.events if event.aggregate_id == aggregate_id]

    def for_tenant(self, tenant_id: str) -> list[Envelope]:
        """The events of one shop."""
        return [event for event in self.events if event.tenant_id == tenant_id]

    def clear(self) -> None:
        """Forget what was recorded so far, and what the log holds that was not read yet."""
        with self._lock:
            self._read()
            self._events.clear()

    def wake(self) -> None:
        """Read what was committed, then wake the listeners."""
        with self._lock:
            self._read()
        super().wake()

    def _read(self) -> None:
        with closing(open_reader(self._database)) as connection:
            for seq, *fields, data in connection.execute(_NEW.sql, _NEW.bind({"after": self._seen})):
                self._events.append(Envelope(*(seq, *fields, loads(data))))  # columns stand in the record's order
                self._seen = seq

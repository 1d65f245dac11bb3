"""One place for the newest value on its way to another thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar, cast

V = TypeVar("V")
Deliver = Callable[[Callable[[], None]], None]


class Mailbox(Generic[V]):
    """Values put while one still waits to be taken become one value, so a slow reader is never flooded."""

    _EMPTY = object()

    def __init__(self, deliver: Deliver, reader: Callable[[V], None], merge: Callable[[V, V], V] | None = None) -> None:
        """``merge(waiting, new)`` joins two values; without it the newest wins. ``reader`` is called by
        ``deliver``, in the receiving thread."""
        self._deliver = deliver
        self._reader = reader
        self._merge = merge
        self._lock = threading.Lock()
        self._value: object = self._EMPTY

    def put(self, value: V) -> None:
        """Leave a value; on any thread."""
        with self._lock:
            waiting = self._value is not self._EMPTY
            if waiting and self._merge is not None:
                value = self._merge(cast("V", self._value), value)
            self._value = value
        if not waiting:
            self._deliver(self._take)

    def _take(self) -> None:
        with self._lock:
            value, self._value = self._value, self._EMPTY
        self._reader(cast("V", value))

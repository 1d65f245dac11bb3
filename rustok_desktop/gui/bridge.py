"""The one way back into the window's thread: closures in a queue and a signal that carries nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, Signal, Slot

# A drain longer than this goes on in the next turn of the event loop, so that painting and typing come through.
_BUDGET_SECONDS = 0.008


class Bridge(QObject):
    """Runs posted closures in the thread that owns it, in the order in which each thread posted them."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[Callable[[], None]] = deque()
        self._scheduled = False
        self._open = True
        self._woken.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def post(self, closure: Callable[[], None]) -> None:
        """Queues a closure; safe from any thread. After :meth:`close` it is dropped."""
        if not self._open:
            return
        self._queue.append(closure)
        self._wake()

    def close(self) -> None:
        """Drops what is queued and everything that comes later."""
        self._open = False
        self._queue.clear()

    def _wake(self) -> None:
        if not self._scheduled:
            self._scheduled = True
            self._woken.emit()

    @Slot()
    def _drain(self) -> None:
        # Cleared first: a closure posted while we drain either is seen below or wakes us again.
        self._scheduled = False
        deadline = perf_counter() + _BUDGET_SECONDS
        try:
            while self._queue and perf_counter() < deadline:
                self._queue.popleft()()
        finally:
            # Also after a closure that raised: the others must not wait for the next post.
            if self._queue:
                self._wake()

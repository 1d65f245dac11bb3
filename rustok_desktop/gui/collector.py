"""Garbage collection in the window's thread only."""

from __future__ import annotations

import gc
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1_000
_YOUNG = 3_000
_MIDDLE = 10
_OLD = 10
_OLD_EVERY_SECONDS = 60.0


class Collector(QObject):
    """Takes collection over from the interpreter, which runs it in whichever thread happens to allocate.

    A cycle with a widget in it that is freed on the core thread takes the process down.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last_full = perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.step)

    def start(self) -> None:
        """Stops automatic collection; what exists now is never walked again."""
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Gives collection back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def step(self) -> int:
        """Collects the youngest generation that is due; answers which (-1: none)."""
        young, middle, old = gc.get_count()
        now = perf_counter()
        if old > _OLD and now - self._last_full > _OLD_EVERY_SECONDS:
            self._last_full = now
            gc.collect(2)
            return 2
        if middle > _MIDDLE:
            gc.collect(1)
            return 1
        if young > _YOUNG:
            gc.collect(0)
            return 0
        return -1

"""Long work in the window's thread, a few milliseconds of it at a time."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

BUDGET_SECONDS = 0.003
_PAUSE_MS = 4  # after each turn, in which the loop comes to everything else


class Turns(QObject):
    """Goes through one iterator of small steps at a time, beginning in a turn of the loop to come."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether steps are left."""
        return self._steps is not None

    def start(self, steps: Iterator[object]) -> None:
        """Go through these; what is left of others is dropped."""
        self._steps = steps
        self._timer.start(0)

    def finish(self) -> None:
        """All that is left, now."""
        steps = self._steps
        self.drop()
        for _ in steps or ():
            pass

    def drop(self) -> None:
        """Forget what is left."""
        self._timer.stop()
        self._steps = None

    @Slot()
    def _turn(self) -> None:
        steps, until = self._steps, perf_counter() + BUDGET_SECONDS
        while steps is not None and steps is self._steps:
            if next(steps, self) is self:
                if steps is self._steps:  # the last step may have begun something new
                    self.drop()
            elif perf_counter() >= until:
                self._timer.start(_PAUSE_MS)
                return

"""A thin bar that says: working."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

_SHOW_AFTER_MS = 300
_SHOW_AT_LEAST_MS = 500


class BusyBar(QProgressBar):
    """Shows itself when work takes longer than 300 ms, and then for at least 500 ms. Its room stays reserved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 0)
        self.setTextVisible(False)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._busy = False
        self._shown_long_enough = True
        self._delay = self._single(_SHOW_AFTER_MS, self._appear)
        self._hold = self._single(_SHOW_AT_LEAST_MS, self._held)
        self.hide()

    def set_busy(self, busy: bool, done: int = 0, total: int = 0) -> None:
        """Starts or ends; with a ``total`` the bar shows how far the work is."""
        self.setRange(0, total)
        self.setValue(done)
        if busy and not self._busy:
            self._delay.start()
        elif not busy:
            self._delay.stop()
            if self._shown_long_enough:
                self.hide()
        self._busy = busy

    @Slot()
    def _appear(self) -> None:
        self._shown_long_enough = False
        self._hold.start()
        self.show()

    @Slot()
    def _held(self) -> None:
        self._shown_long_enough = True
        if not self._busy:
            self.hide()

    def _single(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

"""Notices searches of the product list that found nothing and were left standing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from rustok_desktop.gui.operations.home import record_empty_search
from rustok_desktop.gui.services import ClientPort

STANDING_MS = 2000  # shorter, and every half-typed word would count
SHORTEST = 3


class EmptySearchRecorder(QObject):
    """Tell :meth:`listed` after every answer; ``asked`` gives the search as it stands, '' when there is none."""

    def __init__(self, client: ClientPort, asked: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._asked = asked
        self._waiting = ""
        self._last = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STANDING_MS)
        self._timer.timeout.connect(self._stood)

    def listed(self, total: int) -> None:
        """A search was answered with so many rows."""
        text = " ".join(self._asked().split())
        if total or len(text) < SHORTEST:
            self._timer.stop()
            self._last = ""
        elif text not in (self._last, self._waiting if self._timer.isActive() else ""):
            self._waiting = text
            self._timer.start()

    @Slot()
    def _stood(self) -> None:
        text = " ".join(self._asked().split())
        if text == self._waiting:
            self._last = text
            self._client.submit(record_empty_search(text), on_error=_unimportant)


def _unimportant(_error: BaseException) -> None:
    """A search that was not counted is no reason to disturb anybody."""

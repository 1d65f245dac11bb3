"""Counts the words of a text a piece at a time, so that a long one never holds up the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rustok_desktop.content.markdown import PIECE, count_words, pieces


class WordCounter(QObject):
    """``counted`` with the number of words of the text given last; at once for a text of one piece."""

    counted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: Iterator[str] = iter(())
        self._words = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    def count(self, text: str) -> None:
        """Begin anew with this text."""
        self._left = pieces(text)
        self._words = 0
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        piece = next(self._left, "")
        self._words += count_words(piece)
        if len(piece) < PIECE:  # the last one, or none is left
            self._next.stop()
            self.counted.emit(self._words)
        else:
            self._next.start()

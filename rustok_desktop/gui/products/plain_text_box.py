"""A text box that is left with Tab."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class PlainTextBox(QPlainTextEdit):
    """Several lines of plain text; ``lines`` is the height it asks for."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """So many lines of the font."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 40, metrics.lineSpacing() * self._lines + metrics.height() * 2)

    def minimumSizeHint(self) -> QSize:
        """All lines but one: the form scrolls before its text boxes shrink."""
        metrics = self.fontMetrics()
        least = metrics.lineSpacing() * max(2, self._lines - 1) + metrics.height()
        return QSize(metrics.averageCharWidth() * 12, least)

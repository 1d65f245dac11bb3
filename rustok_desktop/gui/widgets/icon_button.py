"""A button that is only an icon."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget


class IconButton(QToolButton):
    """A small button; ``tip`` is its tooltip and its accessible name, so it is required."""

    def __init__(self, icon: QIcon, tip: str, parent: QWidget | None = None, *, outlined: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "icon")
        self.setProperty("outlined", outlined)
        self.setIcon(icon)
        self.set_tip(tip)
        self.setAutoRaise(True)

    def set_tip(self, tip: str) -> None:
        """Changes tooltip and accessible name."""
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def sizeHint(self) -> QSize:
        """A square as high as a line of text with its padding."""
        line = self.fontMetrics().height()
        side = round(line * (2.0 if self.property("outlined") else 1.6))
        self.setIconSize(QSize(line, line))
        return QSize(side, side)

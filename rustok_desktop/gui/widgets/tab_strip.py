"""Underlined tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget


class TabStrip(QTabBar):
    """A row of tabs without frames; connect ``currentChanged`` to a stack."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)

    def set_tabs(self, texts: Sequence[str]) -> None:
        """Sets the texts; the chosen tab stays."""
        while self.count() > len(texts):
            self.removeTab(self.count() - 1)
        for index, text in enumerate(texts):
            if index < self.count():
                self.setTabText(index, text)
            else:
                self.addTab(text)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the chosen tab's heavier type, so that nothing moves when the choice does."""
        hint = super().tabSizeHint(index)
        normal, heavy = QFont(self.font()), QFont(self.font())
        normal.setWeight(QFont.Weight.Medium)
        heavy.setWeight(QFont.Weight.DemiBold)
        text = self.tabText(index)
        more = QFontMetrics(heavy).horizontalAdvance(text) - QFontMetrics(normal).horizontalAdvance(text)
        return QSize(hint.width() + (0 if index == self.currentIndex() else max(0, more)), hint.height())

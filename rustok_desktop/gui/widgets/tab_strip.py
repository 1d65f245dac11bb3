"""Underlined tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from rustok_desktop.gui.widgets.properties import restyle


class TabStrip(QTabBar):
    """A row of tabs without frames; connect ``currentChanged`` to a stack.

    Where they do not fit they move closer together; what does not fit even then is reached by arrows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self._spare = 0  # what standing close saves, in all

    def set_tabs(self, texts: Sequence[str]) -> None:
        """Sets the texts; the chosen tab stays."""
        while self.count() > len(texts):
            self.removeTab(self.count() - 1)
        for index, text in enumerate(texts):
            if index < self.count():
                self.setTabText(index, text)
            else:
                self.addTab(text)
        self._fit()

    @property
    def tight(self) -> bool:
        """The tabs stand close together."""
        return bool(self._spare)

    def sizeHint(self) -> QSize:
        """Room to stand apart."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._spare, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Apart where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._wanted() + self._spare
        if (needed > self.width()) == self.tight:
            return
        restyle(self, "tight", not self.tight)
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # or the tabs stay where they are
        self._spare = needed - self._wanted() if not self.tight else 0
        self.updateGeometry()

    def _wanted(self) -> int:
        return sum(self.tabSizeHint(index).width() for index in range(self.count()))

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the chosen tab's heavier type, so that nothing moves when the choice does."""
        hint = super().tabSizeHint(index)
        normal, heavy = QFont(self.font()), QFont(self.font())
        normal.setWeight(QFont.Weight.Medium)
        heavy.setWeight(QFont.Weight.DemiBold)
        text = self.tabText(index)
        more = QFontMetrics(heavy).horizontalAdvance(text) - QFontMetrics(normal).horizontalAdvance(text)
        return QSize(hint.width() + (0 if index == self.currentIndex() else max(0, more)), hint.height())

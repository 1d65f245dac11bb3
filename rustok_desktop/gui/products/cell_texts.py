"""Laid out texts of grid cells, kept for the next paint."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

from rustok_desktop.gui.theme.theme import Theme

_KEPT = 6_000


class CellTexts(QObject):
    """Draws one line of text into a cell, elided at the right where it is too long.

    Shaping a text takes longer than everything else about a cell, and most cells show at the next paint what they
    showed at the last one.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: dict[tuple[str, bool, int], tuple[QStaticText, float, float]] = {}
        self._fonts: dict[bool, QFont] = {}
        theme.changed.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """Other fonts."""
        self._kept.clear()
        self._fonts.clear()

    def font(self, *, strong: bool) -> QFont:
        """The font of cells; unsaved ones are in bold."""
        found = self._fonts.get(strong)
        if found is None:
            found = self._theme.font("body", tabular=True)
            if strong:
                found.setWeight(QFont.Weight.DemiBold)
            self._fonts[strong] = found
        return found

    def draw(self, painter: QPainter, rect: QRect, text: str, *, strong: bool, right: bool) -> None:
        """Draw in the painter's pen."""
        if not text:
            return
        width = rect.width()
        laid, wide, high = self._kept.get((text, strong, width)) or self._lay(text, strong, width)
        left = rect.right() + 1 - wide if right else rect.left()
        painter.setFont(self._fonts[strong])
        painter.drawStaticText(QPointF(left, rect.top() + (rect.height() - high) / 2), laid)

    def _lay(self, text: str, strong: bool, width: int) -> tuple[QStaticText, float, float]:
        font = self.font(strong=strong)
        laid = _laid(text, font)
        if laid.size().width() > width + 2:
            laid = _laid(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width + 2), font)
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        found = self._kept[text, strong, width] = (laid, laid.size().width(), laid.size().height())
        return found


def _laid(text: str, font: QFont) -> QStaticText:
    laid = QStaticText(text)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.prepare(font=font)
    return laid

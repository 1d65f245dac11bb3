"""How a search engine might show the product."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import wrapped

TITLE_SHOWN = 60
DESCRIPTION_SHOWN = 160
_LINES = 3
_MARGIN, _GAP = 10, 3


class SearchPreview(QWidget):
    """Address, title and three lines of description, cut where search engines cut them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_texts(self, address: str, title: str, description: str) -> None:
        """Show these; they are read out as the widget's description."""
        self._texts = (address, _cut(title, TITLE_SHOWN), _cut(description, DESCRIPTION_SHOWN))
        self.setAccessibleDescription(" · ".join(text for text in self._texts if text))
        self.update()

    def sizeHint(self) -> QSize:
        """Address, title, three lines and the distances between them."""
        small, strong = (QFontMetrics(self._theme.font(style)).height() for style in ("small", "section"))
        px = self._theme.px
        return QSize(small * 18, small * (1 + _LINES) + strong + 2 * px(_MARGIN) + 2 * px(_GAP) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the card and its lines."""
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.bg))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.px(8), theme.px(8))
        area = self.rect().adjusted(theme.px(14), theme.px(_MARGIN), -theme.px(14), -theme.px(_MARGIN))
        address, title, _ = self._texts
        top = self._line(painter, area, area.top(), address, "small", tokens.muted) + theme.px(_GAP)
        strong = tokens.accent if title else tokens.muted
        top = self._line(painter, area, top, title, "section", strong) + theme.px(_GAP)
        for line in self.lines(area.width()):
            top = self._line(painter, area, top, line, "small", tokens.text)
        painter.end()

    def lines(self, width: int) -> list[str]:
        """The description as it is shown in this width."""
        return wrapped(self._texts[2], QFontMetrics(self._theme.font("small")), width, _LINES)

    def _line(self, painter: QPainter, area: QRect, top: int, text: str, style: str, color: str) -> int:
        painter.setFont(self._theme.font(style))
        painter.setPen(QColor(color))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        rect = QRect(area.left(), top, area.width(), metrics.height())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        return top + metrics.height()


def _cut(text: str, limit: int) -> str:
    plain = " ".join(text.split())
    if len(plain) <= limit:
        return plain
    return plain[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"

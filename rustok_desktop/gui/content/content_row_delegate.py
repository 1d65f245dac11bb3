"""A line of the list: title, state, and how complete each language is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.gui.content.content_list_model import ROW
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import Tokens
from rustok_desktop.gui.widgets.painting import paint_chip
from rustok_desktop.index.content_schemas import ContentRow

Index = QModelIndex | QPersistentModelIndex
TONES = {"published": "ok", "scheduled": "accent", "draft": "neutral", "archived": "warn"}


def state_of(row: ContentRow) -> str:
    """draft, scheduled, published or archived."""
    return "scheduled" if row.status != "published" and row.publish_at is not None else row.status


def paint_share(painter: QPainter, center: QPointF, size: float, share: int, tokens: Tokens) -> None:
    """The sign of completeness: a full dot, a pie, or an empty ring."""
    area = QRectF(center.x() - size / 2, center.y() - size / 2, size, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent if share else tokens.outline), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area)
    if share:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        if share >= 100:
            painter.drawEllipse(area)
        else:
            painter.drawPie(area, 90 * 16, -round(share / 100 * 360 * 16))
    painter.restore()


class ContentRowDelegate(QStyledItemDelegate):
    """``locales`` are the shop's languages; ``names`` the states in words."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.locales: tuple[str, ...] = ()
        self.names: dict[str, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(self._theme.px(160), self._theme.px(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        row: ContentRow = index.data(ROW)
        theme, px = self._theme, self._theme.px
        tokens, rect = theme.tokens, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), QColor(tokens.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        words = rect.adjusted(px(15), px(10), -px(12), -px(9))
        painter.setFont(theme.font("medium"))
        painter.setPen(QColor(tokens.text))
        shown = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, shown)
        foot = QRect(words.left(), words.bottom() - px(20), words.width(), px(22))
        painter.setFont(theme.font("chip"))
        state = state_of(row)
        paint_chip(painter, foot, self.names.get(state, state), TONES.get(state, "neutral"), tokens)
        self._paint_languages(painter, foot, row)
        painter.restore()

    def _paint_languages(self, painter: QPainter, rect: QRect, row: ContentRow) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        painter.setFont(self._theme.font("small"))
        metrics = painter.fontMetrics()
        right = rect.right()
        for locale in reversed(self.locales[:3]):
            name = locale.partition("-")[0].upper()
            width = metrics.horizontalAdvance(name)
            painter.setPen(QColor(tokens.warn if locale in row.stale else tokens.muted))
            place = QRect(right - width, rect.top(), width, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
            right -= width + px(4) + px(9)
            center = QPointF(right + px(9) / 2, rect.center().y() + 1)
            paint_share(painter, center, px(9), row.languages.get(locale, 0), tokens)
            right -= px(9)

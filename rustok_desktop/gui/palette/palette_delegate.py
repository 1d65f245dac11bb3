"""Paints the lines of the palette."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.gui.palette.palette_model import LINE, Heading
from rustok_desktop.gui.palette.palette_source import PaletteItem
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import paint_key_caps, paint_marked, paint_thumbnail

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class PaletteDelegate(QStyledItemDelegate):
    """Headings in small capitals; items with picture, marked name, note and right edge."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Fixed heights from the body font."""
        line = QFontMetrics(self._theme.font()).height()
        heading = isinstance(index.data(LINE), Heading)
        return QSize(0, round(line * (1.75 if heading else 2.5)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one line."""
        line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            self._paint_heading(painter, option.rect, line)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_item(painter, option.rect, line, selected)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        px = self._theme.px
        area = rect.adjusted(px(10), px(6), -px(10), 0)
        painter.setFont(self._theme.font("head"))
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(area, _LEFT, heading.text.upper())
        painter.setFont(self._theme.font("small", tabular=True))
        painter.drawText(area, _RIGHT, heading.label)

    def _paint_item(self, painter: QPainter, rect: QRect, item: PaletteItem, selected: bool) -> None:
        px = self._theme.px
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tokens.row_selected))
            painter.drawRoundedRect(QRectF(rect), px(8), px(8))
        side = px(24)
        top = rect.top() + (rect.height() - side) // 2
        self._paint_picture(painter, QRect(rect.left() + px(10), top, side, side), item, selected)
        room = rect.adjusted(px(46), 0, -px(10), 0)
        room.setRight(room.right() - self._paint_right(painter, room, item) - px(12))
        self._paint_name(painter, room, item)

    def _paint_picture(self, painter: QPainter, tile: QRect, item: PaletteItem, selected: bool) -> None:
        if item.picture:
            paint_thumbnail(painter, tile, item.picture, self._theme.tokens, initial=False)
            return
        small = self._theme.px(16)
        ratio = painter.device().devicePixelRatio()
        drawing = self._icons.pixmap(item.icon, small, "accent" if selected else "muted", ratio)
        painter.drawPixmap(tile.center().x() - small // 2 + 1, tile.center().y() - small // 2 + 1, drawing)

    def _paint_name(self, painter: QPainter, room: QRect, item: PaletteItem) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._theme.font("medium"))
        used = paint_marked(painter, room, item.text, item.marks, tokens.text, tokens.accent)
        if item.note and used < room.width():
            painter.setFont(self._theme.font())
            painter.setPen(QColor(tokens.text if item.note_strong else tokens.muted))
            rest = room.adjusted(used + self._theme.px(12), 0, 0, 0)
            text = QFontMetrics(painter.font()).elidedText(item.note, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, _LEFT, text)

    def _paint_right(self, painter: QPainter, room: QRect, item: PaletteItem) -> int:
        if item.keys:
            painter.setFont(self._theme.font("small"))
            return paint_key_caps(painter, room, item.keys, self._theme.tokens)
        used = 0
        if item.value:
            painter.setFont(self._theme.font("strong", tabular=True))
            painter.setPen(QColor(self._theme.tokens.text))
            painter.drawText(room, _RIGHT, item.value)
            used = QFontMetrics(painter.font()).horizontalAdvance(item.value)
        if item.side:
            used = self._paint_side(painter, room, item.side, used)
        return used

    def _paint_side(self, painter: QPainter, room: QRect, text: str, used: int) -> int:
        painter.setFont(self._theme.font("body", tabular=True))
        painter.setPen(QColor(self._theme.tokens.muted))
        width = QFontMetrics(painter.font()).horizontalAdvance(text)
        if not used:
            painter.drawText(room, _RIGHT, text)
            return width
        # Beside a value the texts of all rows begin in one column.
        taken = max(self._theme.px(142), used + self._theme.px(20) + width)
        painter.drawText(room.adjusted(room.width() - taken, 0, 0, 0), _LEFT, text)
        return taken

"""The lists at the left: name, what it does, and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.commerce.price_lists_views import PriceListRow
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOTE = int(Qt.ItemDataRole.UserRole) + 1
_ROW = int(Qt.ItemDataRole.UserRole) + 2
ICONS = {"sale": "tag", "override": "dollar"}


class PriceListModel(QAbstractListModel):
    """The highest priority first; the note beneath is made by whoever knows the words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PriceListRow, ...] = ()
        self._notes: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[PriceListRow], notes: Sequence[str]) -> None:
        """Replaces the list."""
        self.beginResetModel()
        self.rows, self._notes = tuple(rows), tuple(notes)
        self.endResetModel()

    def find(self, price_list_id: str | None) -> int:
        """Where a list stands, -1 when it does not."""
        return next((place for place, row in enumerate(self.rows) if row.id == price_list_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All of them."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, note, row."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {self._notes[index.row()]}"
        return {_NOTE: self._notes[index.row()], _ROW: row}.get(role)


class PriceListDelegate(QStyledItemDelegate):
    """An icon of the type, the name, and the note in grey."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the lines of the product list."""
        return QSize(self._theme.px(120), self._theme.px(50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        tokens, px = self._theme.tokens, self._theme.px
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        side = px(18)
        place = QRect(rect.left() + px(14), rect.top() + (rect.height() - side) // 2, side, side)
        self._icons.icon(ICONS[index.data(_ROW).type], "accent" if selected else "muted").paint(painter, place)
        words = rect.adjusted(px(44), px(7), -px(10), -px(7))
        for style, color, side_of, text in (
            ("medium", tokens.text, Qt.AlignmentFlag.AlignTop, index.data()),
            ("small", tokens.muted, Qt.AlignmentFlag.AlignBottom, index.data(_NOTE)),
        ):
            painter.setFont(self._theme.font(style))
            painter.setPen(QColor(color))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, side_of | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()

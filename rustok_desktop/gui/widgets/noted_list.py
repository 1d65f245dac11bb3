"""A list at the left of a page: an icon, a name, and a note beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOTE = int(Qt.ItemDataRole.UserRole) + 1
_ICON = int(Qt.ItemDataRole.UserRole) + 2


class NotedListModel(QAbstractListModel):
    """Rows with an ``id``; how one is called and pictured is told by functions, the note by whoever knows the words."""

    def __init__(
        self, name_of: Callable[[Any], str], icon_of: Callable[[Any], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.rows: tuple[Any, ...] = ()
        self._name_of, self._icon_of = name_of, icon_of
        self._notes: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[Any], notes: Sequence[str]) -> None:
        """Replaces the list."""
        self.beginResetModel()
        self.rows, self._notes = tuple(rows), tuple(notes)
        self.endResetModel()

    def find(self, row_id: str | None) -> int:
        """Where a row stands, -1 when it does not."""
        return next((place for place, row in enumerate(self.rows) if row.id == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All of them."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, note, icon."""
        row, note = self.rows[index.row()], self._notes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._name_of(row)}, {note}"
        if role == _ICON:
            return self._icon_of(row)
        return note if role == _NOTE else None


class NotedDelegate(QStyledItemDelegate):
    """The icon, the name, and the note in grey."""

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
        self._icons.icon(index.data(_ICON), "accent" if selected else "muted").paint(painter, place)
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

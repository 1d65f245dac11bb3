"""The groups at the left: a title, the surest reason, how many products."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.commerce.matching_search import Group
from rustok_desktop.gui.duplicates.reason_texts import chip_text
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
_GROUP = int(Qt.ItemDataRole.UserRole) + 1
_NOTE = int(Qt.ItemDataRole.UserRole) + 2


class GroupListModel(QAbstractListModel):
    """Groups as they were found; ``notes`` are their second lines, by whoever knows the words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []
        self._notes: list[str] = []

    def show_groups(self, groups: Sequence[Group], notes: Sequence[str]) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self.groups, self._notes = list(groups), list(notes)
        self.endResetModel()

    def drop(self, group: Group) -> None:
        """That one is dealt with."""
        if group in self.groups:
            row = self.groups.index(group)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.groups[row], self._notes[row]
            self.endRemoveRows()

    def set_notes(self, notes: Sequence[str]) -> None:
        """Other words."""
        self._notes = list(notes)
        if self.groups:
            self.dataChanged.emit(self.index(0), self.index(len(self.groups) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All groups."""
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Note and group."""
        group, note = self.groups[index.row()], self._notes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return group.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{group.title}, {note}"
        return {_GROUP: group, _NOTE: note}.get(role)


class GroupDelegate(QStyledItemDelegate):
    """The title, a chip of the surest reason at the right, and the note in grey."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the lines of the product list."""
        return QSize(self._theme.px(120), self._theme.px(52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        tokens, px = self._theme.tokens, self._theme.px
        group: Group = index.data(_GROUP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        words = rect.adjusted(px(14), px(7), -px(12), -px(7))
        text, tone = chip_text(group.reasons[0])
        painter.setFont(self._theme.font("chip"))
        width = min(chip_size(painter.font(), text).width(), words.width() // 2)
        height = words.height() // 2
        paint_chip(painter, QRect(words.right() - width, words.top(), width, height), text, tone, tokens)
        self._write(painter, words.adjusted(0, 0, -width - px(8), 0), "medium", tokens.text, index.data())
        self._write(painter, words, "small", tokens.muted, index.data(_NOTE), Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        style: str,
        color: str,
        text: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> None:
        painter.setFont(self._theme.font(style))
        painter.setPen(QColor(color))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine, shown)

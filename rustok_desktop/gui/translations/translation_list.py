"""What is to be translated as a list: a title, its state, and how much of it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.gui.content.content_row_delegate import paint_share
from rustok_desktop.gui.operations.translations import TransRow
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TONES = {"missing": "danger", "stale": "warn", "partly": "neutral", "done": "ok"}
Index = QModelIndex | QPersistentModelIndex


class TranslationListModel(QAbstractListModel):
    """Rows in the order they come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[TransRow, ...] = ()
        self.states: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.mixed = True  # each line says of which kind it is

    def show_rows(self, rows: Sequence[TransRow]) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def find(self, thing_id: str) -> int:
        """The place of a line, -1 when it is not there."""
        return next((place for place, row in enumerate(self.rows) if row.id == thing_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All lines."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is heard, and the row to paint."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            kind = f"{self.kinds.get(row.kind, row.kind)}: " if self.mixed else ""
            return f"{kind}{row.title}: {self.states.get(row.state, row.state)}"
        return row.title if role == Qt.ItemDataRole.ToolTipRole else None


class TranslationDelegate(QStyledItemDelegate):
    """The sign of completeness, the title, and the state in a word."""

    def __init__(self, theme: Theme, model: TranslationListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.px(160), self._theme.px(60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        row: TransRow = index.data(ROW_ROLE)
        px, tokens, rect = self._theme.px, self._theme.tokens, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), QColor(tokens.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        words = rect.adjusted(px(15), px(9), -px(12), -px(9))
        painter.setFont(self._theme.font("medium"))
        painter.setPen(QColor(tokens.text))
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, title)
        foot = QRect(words.left(), words.bottom() - px(18), words.width(), px(20))
        painter.setFont(self._theme.font("chip"))
        text = self._model.states.get(row.state, row.state)
        paint_chip(painter, foot, text, TONES[row.state], tokens)
        left = foot.left() + chip_size(painter.font(), text).width() + px(12)
        paint_share(painter, QPointF(left + px(5), foot.center().y() + 1), px(9), row.share, tokens)
        painter.setFont(self._theme.font("small", tabular=True))
        painter.setPen(QColor(tokens.muted))
        place = QRect(left + px(15), foot.top(), foot.right() - left - px(15), foot.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{row.share} %")
        if self._model.mixed:
            kind = self._model.kinds.get(row.kind, row.kind)
            room = place.width() - painter.fontMetrics().horizontalAdvance("100 %  ")
            kind = painter.fontMetrics().elidedText(kind, Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        painter.restore()

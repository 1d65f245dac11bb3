"""What people said as a list: model, painting, and the keys of verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.core.locale import relative_time
from rustok_desktop.gui.operations.moderation import SaidRow
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip

SAID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_TONES = {"pending": "warn", "approved": "ok", "rejected": "danger"}


class SaidModel(QAbstractListModel):
    """``more_asked`` follows scrolling near the end, with where to go on."""

    more_asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SaidRow, ...] = ()
        self._next: str | None = None

    def show_rows(self, rows: Sequence[SaidRow], following: str | None, *, append: bool = False) -> None:
        """Another list, or more of the same."""
        self._next = following
        if append:
            if rows:
                first = len(self.rows)
                self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
                self.rows = (*self.rows, *rows)
                self.endInsertRows()
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def find(self, node_id: str) -> int:
        """The place of a line, -1 when it is not there."""
        return next((place for place, row in enumerate(self.rows) if row.id == node_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The lines read so far."""
        return 0 if parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: Index) -> bool:
        """More can be read below."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        """Read on."""
        following, self._next = self._next, None
        if following is not None:
            self.more_asked.emit(following)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is heard, and the row to paint."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == SAID_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.author}: {row.title or row.body} ({row.where})"
        return None


class SaidDelegate(QStyledItemDelegate):
    """Who and where, the first words in two lines, and when."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.language = "en"
        self.somebody = ""
        self.states: dict[str, str] = {}
        self.chips = False  # topics of all verdicts stand in one list

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are equally high."""
        return QSize(self._theme.px(160), self._theme.px(86))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        row: SaidRow = index.data(SAID_ROLE)
        px, tokens, rect = self._theme.px, self._theme.tokens, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), QColor(tokens.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        inner = rect.adjusted(px(14), px(9), -px(12), -px(8))
        line = painter.fontMetrics().height() + px(3)
        self._paint_head(painter, QRect(inner.left(), inner.top(), inner.width(), line), row)
        words = inner.adjusted(0, line, 0, -line)
        painter.setFont(self._theme.font("medium" if row.title else "body"))
        painter.setPen(QColor(tokens.text))
        text = " ".join((row.title or row.body).split())
        painter.drawText(words, int(_WORDS), _cut(painter, text, words))
        self._paint_foot(painter, QRect(inner.left(), inner.bottom() - line + 2, inner.width(), line), row)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: SaidRow) -> None:
        tokens, elide = self._theme.tokens, Qt.TextElideMode.ElideRight
        painter.setFont(self._theme.font("small", tabular=True))
        painter.setPen(QColor(tokens.muted))
        when = relative_time(row.created_at, datetime.now(UTC).isoformat(), self.language)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, when)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(when) - self._theme.px(10)
        painter.setFont(self._theme.font("strong"))
        painter.setPen(QColor(tokens.text))
        who = painter.fontMetrics().elidedText(row.author or self.somebody, elide, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, who)

    def _paint_foot(self, painter: QPainter, rect: QRect, row: SaidRow) -> None:
        px, tokens, left = self._theme.px, self._theme.tokens, rect.left()
        ratio, side = painter.device().devicePixelRatio(), px(13)
        for shown, icon in ((row.pinned, "pin"), (row.locked, "lock"), (row.state != "open", "x-circle")):
            if shown:
                pixmap = self._icons.pixmap(icon, side, "accent", ratio)
                painter.drawPixmap(left, rect.center().y() - side // 2, pixmap)
                left += side + px(5)
        if self.chips and row.moderation != "approved":
            painter.setFont(self._theme.font("chip"))
            text = self.states.get(row.moderation, row.moderation)
            width = chip_size(painter.font(), text).width()
            tone = _TONES.get(row.moderation, "neutral")
            paint_chip(painter, QRect(left, rect.top(), width, rect.height()), text, tone, tokens)
            left += width + px(6)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(tokens.muted))
        rest = QRect(left, rect.top(), rect.right() - left, rect.height())
        where = painter.fontMetrics().elidedText(row.where, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, where)


_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def _cut(painter: QPainter, text: str, rect: QRect) -> str:
    """As much as two lines hold."""
    room = rect.width() * max(1, rect.height() // max(1, painter.fontMetrics().height()))
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room * 0.93))


class SaidView(QListView):
    """``front`` names the line in front ('' for none); ``asked`` carries a verdict: approve (A), reject (R), hide (H),
    or remove (Del)."""

    front = Signal(str)
    asked = Signal(str)
    opened = Signal()

    def __init__(self, model: SaidModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.delegate = SaidDelegate(theme, icons, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._moved)
        theme.changed.connect(self.viewport().update)

    def selected(self) -> list[SaidRow]:
        """The chosen lines from the top down."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.rows[place] for place in places if place < len(self._model.rows)]

    def choose(self, node_id: str, fallback: int) -> None:
        """Bring a line to the front, or what stands where it stood."""
        place = self._model.find(node_id)
        if place < 0:
            place = min(fallback, len(self._model.rows) - 1)
        index = self._model.index(place) if place >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not index.isValid():
            self.front.emit("")

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.front.emit(self._model.rows[current.row()].id if current.isValid() else "")

    def event(self, event: QEvent) -> bool:
        """These keys are the list's while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _verdict(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Verdicts by keys, Enter opens."""
        verdict = _verdict(event)
        if verdict and self.selectionModel().hasSelection():
            self.asked.emit(verdict)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _verdict(event: QKeyEvent) -> str:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    keys = {Qt.Key.Key_A: "approve", Qt.Key.Key_R: "reject", Qt.Key.Key_H: "hide", Qt.Key.Key_Delete: "remove"}
    # Other keyboards have other letters in these places.
    letters = {"ф": "approve", "к": "reject", "р": "hide"}
    return keys.get(Qt.Key(event.key()), "") or letters.get(event.text().lower(), "")

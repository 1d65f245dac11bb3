"""Appointments by day: model and painting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.core.locale import format_time, local_time
from rustok_desktop.gui.operations.agenda import PUBLISH, Appointment
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
Line = Appointment | date


class AgendaModel(QAbstractListModel):
    """Days as heads, below each what happens then. ``today`` and ``tomorrow`` are words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.language = "en"
        self.today_is = date.min
        self.words = {"today": "", "tomorrow": "", "publish_at": "", "unpublish_at": ""}

    def show_appointments(self, appointments: Sequence[Appointment], today: date) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self.lines, self.today_is = [], today
        day = None
        for one in appointments:
            at = local_time(one.at).date()
            if at != day:
                day = at
                self.lines.append(at)
            self.lines.append(one)
        self.endResetModel()

    def find(self, node_id: str, act: str) -> int:
        """The line of an appointment, -1 when it is not there."""
        found = (
            place
            for place, line in enumerate(self.lines)
            if isinstance(line, Appointment) and (line.row.id, line.act) == (node_id, act)
        )
        return next(found, -1)

    def day_text(self, day: date) -> str:
        """``Today · Saturday, 28 November``."""
        locale = QLocale(self.language)
        pattern = "dddd, d MMMM" if day.year == self.today_is.year else "dddd, d MMMM yyyy"
        text = locale.toString(QDate(day.year, day.month, day.day), pattern)
        text = text[:1].upper() + text[1:]
        near = {self.today_is: self.words["today"], self.today_is + timedelta(days=1): self.words["tomorrow"]}
        return f"{near[day]} · {text}" if day in near else text

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Heads and appointments."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are not chosen."""
        if index.isValid() and not isinstance(self.lines[index.row()], Appointment):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is heard, and the line to paint."""
        if not index.isValid() or not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if not isinstance(line, Appointment):
                return self.day_text(line)
            return f"{format_time(local_time(line.at))} {line.row.title}, {self.words[line.act]}"
        return None


class AgendaDelegate(QStyledItemDelegate):
    """A day in heavy type; an appointment with its time, title and act."""

    def __init__(self, theme: Theme, model: AgendaModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads and lines are equally high."""
        return QSize(self._theme.px(160), self._theme.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        line: Line = index.data(LINE_ROLE)
        px, tokens, rect = self._theme.px, self._theme.tokens, QRect(option.rect)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.save()
        if not isinstance(line, Appointment):
            painter.fillRect(rect, QColor(tokens.bg))
            painter.setFont(self._theme.font("section"))
            painter.setPen(QColor(tokens.accent if line == self._model.today_is else tokens.text))
            painter.drawText(rect.adjusted(px(14), 0, -px(8), 0), left, self._model.day_text(line))
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        if selected:
            painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), QColor(tokens.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        painter.setFont(self._theme.font("strong", tabular=True))
        painter.setPen(QColor(tokens.text))
        painter.drawText(rect.adjusted(px(14), 0, 0, 0), left, format_time(local_time(line.at)))
        painter.setFont(self._theme.font("chip"))
        text, tone = self._model.words[line.act], "ok" if line.act == PUBLISH else "warn"
        room = chip_size(painter.font(), text).width()
        paint_chip(painter, QRect(rect.right() - room - px(12), rect.top(), room, rect.height()), text, tone, tokens)
        painter.setFont(self._theme.font("body"))
        painter.setPen(QColor(tokens.text))
        words = rect.adjusted(px(74), 0, -room - px(22), 0)
        title = painter.fontMetrics().elidedText(line.row.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, left, title)
        painter.restore()

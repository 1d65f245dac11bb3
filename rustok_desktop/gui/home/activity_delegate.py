"""Paints the lines of the activity in columns that keep their edges."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rustok_desktop.gui.home.activity_model import LINE_ROLE, Line
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import chip_colors

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Columns:
    """Where the columns of a line ``width`` wide stand, as (left, width)."""

    def __init__(self, theme: Theme, width: int) -> None:
        edge, gap = theme.px(14), theme.px(10)
        when, person = theme.px(46), theme.px(104)
        rest = max(0, width - 2 * edge - when - person - 4 * gap - theme.px(20))
        shares = [round(rest * share) for share in (0.36, 0.20, 0.18, 0.26)]
        self.when = (edge, when)
        self.who = (edge + when + gap, person)
        left = edge + when + gap + person + gap
        self.what = (left, shares[0])
        self.field = (left + shares[0] + gap, shares[1])
        self.old = (left + shares[0] + shares[1] + gap, shares[2])
        self.arrow = (self.old[0] + shares[2], theme.px(20) + gap)
        self.new = (self.arrow[0] + self.arrow[1], shares[3])


class ActivityDelegate(QStyledItemDelegate):
    """One line at a time; heights come from the font."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Acts stand wider apart than days and fields."""
        line: Line = index.data(LINE_ROLE)
        heights = {"day": 27, "field": 26}
        return QSize(200, self._theme.px(heights.get(line.kind, 36) if line else 36))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints a line."""
        line: Line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == "day":
            self._day(painter, rect, line)
        elif line.kind == "more":
            self._ground(painter, option)
            self._text(painter, rect, (0, rect.width()), line.what, "accent", "strong", Qt.AlignmentFlag.AlignCenter)
        else:
            self._ground(painter, option)
            self._line(painter, rect, line)
        painter.restore()

    def _ground(self, painter: QPainter, option: Any) -> None:
        tokens = self._theme.tokens
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.row_selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.hover))

    def _day(self, painter: QPainter, rect: QRect, line: Line) -> None:
        painter.fillRect(rect, QColor(self._theme.tokens.sunk))
        left = self._theme.px(14)
        used = 0
        if line.when:
            self._text(painter, rect, (left, rect.width()), line.when, "text", "strong")
            used = QFontMetrics(self._theme.font("strong")).horizontalAdvance(line.when) + self._theme.px(8)
        self._text(painter, rect, (left + used, rect.width() - used), line.what, "muted" if used else "text")

    def _line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        columns = Columns(self._theme, rect.width())
        if line.kind == "act":
            self._rule(painter, rect)
            self._text(painter, rect, columns.when, line.when, "muted", "body", tabular=True)
            self._person(painter, rect, columns.who, line)
            self._what(painter, rect, columns.what, line)
            field = columns.field
        else:
            field = self._branch(painter, rect, columns.field, line)
        self._text(painter, rect, field, line.field, "muted")
        if line.act is not None and line.act.kind == "import":
            # An import's outcome takes the room of old and new.
            room = (columns.field[0], columns.new[0] + columns.new[1] - columns.field[0])
            self._text(painter, rect, room, line.new, "text", "medium")
            return
        if line.old:
            self._text(painter, rect, columns.old, line.old, "muted", "body", _RIGHT, tabular=True)
            self._icon(painter, rect, columns.arrow, "arrow-right")
        self._text(painter, rect, columns.new, line.new, "text", "strong", tabular=True)

    def _rule(self, painter: QPainter, rect: QRect) -> None:
        edge = self._theme.px(14)
        painter.setPen(QPen(QColor(self._theme.tokens.border), 1))
        painter.drawLine(rect.left() + edge, rect.top(), rect.right() - edge, rect.top())

    def _person(self, painter: QPainter, rect: QRect, column: tuple[int, int], line: Line) -> None:
        tokens = self._theme.tokens
        side = self._theme.px(21)
        _, fill = chip_colors("accent", tokens)
        left = rect.left() + column[0]
        top = rect.top() + (rect.height() - side) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawEllipse(QRect(left, top, side, side))
        names = {"import": "upload"}
        kind = line.act.kind if line.act is not None else ""
        icon = names.get(kind, "user" if line.act is not None and line.act.actor_id else "shop")
        inner = self._theme.px(12)
        drawing = self._icons.pixmap(icon, inner, "accent", painter.device().devicePixelRatioF())
        painter.drawPixmap(left + (side - inner) // 2, top + (side - inner) // 2, drawing)
        gap = side + self._theme.px(8)
        self._text(painter, rect, (column[0] + gap, column[1] - gap), line.who, "text")

    def _what(self, painter: QPainter, rect: QRect, column: tuple[int, int], line: Line) -> None:
        left, width = column
        if line.folds:
            side = self._theme.px(14)
            arrow = "chevron-down" if line.unfolded else "chevron-right"
            self._icon(painter, rect, (left - self._theme.px(2), side), arrow)
            left, width = left + side + self._theme.px(4), width - side - self._theme.px(4)
        self._text(painter, rect, (left, width), line.what, "text", "medium")

    def _branch(self, painter: QPainter, rect: QRect, column: tuple[int, int], line: Line) -> tuple[int, int]:
        """The little tree before a field of an unfolded act; where its name stands."""
        x = rect.left() + column[0] + self._theme.px(4)
        middle = rect.center().y()
        painter.setPen(QPen(QColor(self._theme.tokens.outline), 1))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, middle if line.last else rect.bottom() + 1))
        painter.drawLine(QPointF(x, middle), QPointF(x + self._theme.px(9), middle))
        shift = self._theme.px(18)
        return column[0] + shift, column[1] - shift

    def _icon(self, painter: QPainter, rect: QRect, column: tuple[int, int], name: str) -> None:
        side = self._theme.px(13)
        drawing = self._icons.pixmap(name, side, "muted", painter.device().devicePixelRatioF())
        left = rect.left() + column[0] + (column[1] - side) // 2
        painter.drawPixmap(left, rect.top() + (rect.height() - side) // 2, drawing)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        column: tuple[int, int],
        text: str,
        color: str,
        style: str = "body",
        align: Qt.AlignmentFlag = _LEFT,
        *,
        tabular: bool = False,
    ) -> None:
        font: QFont = self._theme.font(style, tabular=tabular)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.color(color)))
        area = QRect(rect.left() + column[0], rect.top(), max(0, column[1]), rect.height())
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(align | Qt.TextFlag.TextSingleLine), shown)

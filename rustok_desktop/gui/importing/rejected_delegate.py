"""Paints rejected rows, with the buttons that mend them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.exchange.schemas import RowError
from rustok_desktop.gui.importing.rejected_model import ERROR_ROLE, MENDABLE_ROLE, REASON_ROLE
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import RADIUS
from rustok_desktop.gui.widgets.painting import wrapped

_Index = QModelIndex | QPersistentModelIndex
USE, TYPE = "use", "type"
_LINES = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class RejectedDelegate(QStyledItemDelegate):
    """Four lines: place and value, the reason in two, suggestion with its buttons."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are equally high."""
        line = QFontMetrics(self._theme.font("body")).height()
        return QSize(option.rect.width(), round(line * 4.7) + self._theme.px(26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Place, value chip, reason, suggestion."""
        error: RowError = index.data(ERROR_ROLE)
        tokens, rect = self._theme.tokens, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.row_selected))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        lines = self._lines(rect)
        used = self._paint_value(painter, lines[0], error.value)
        place = self.tr("Line %1").replace("%1", f"{error.line:,}")
        self._pieces(
            painter,
            lines[0].adjusted(0, 0, -used, 0),
            ((place, "strong", tokens.text), (f"  ·  {error.column}", "body", tokens.muted)),
        )
        painter.setFont(self._theme.font("body"))
        painter.setPen(QColor(tokens.text))
        # Two lines at most: a third would stand on its neighbours.
        reason = wrapped(index.data(REASON_ROLE), QFontMetrics(self._theme.font("body")), lines[1].width(), 2)
        painter.drawText(lines[1].united(lines[2]), _LINES, "\n".join(reason))
        acts = self._acts(rect, index)
        used = lines[3].right() - min((area.left() for area in acts.values()), default=lines[3].right())
        pieces: tuple[tuple[str, str, str], ...]
        if error.suggestion:
            pieces = ((self.tr("Suggestion") + "  ", "body", tokens.muted), (error.suggestion, "strong", tokens.text))
        else:
            pieces = ((self.tr("No suggestion"), "body", tokens.muted),)
        self._pieces(painter, lines[3].adjusted(0, 0, -used - self._theme.px(6), 0), pieces)
        for act, area in acts.items():
            self._paint_button(painter, area, self._word(act), primary=act == USE)
        painter.restore()

    def act_at(self, rect: QRect, index: _Index, point: QPoint) -> str:
        """The button of a row at ``rect`` under the mouse: ``use``, ``type`` or empty."""
        return next((act for act, area in self._acts(rect, index).items() if area.contains(point)), "")

    def act_area(self, rect: QRect, index: _Index, act: str) -> QRect:
        """Where a button of a row is; nothing where the row has none."""
        return self._acts(rect, index).get(act, QRect())

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A line for the new value."""
        error: RowError = index.data(ERROR_ROLE)
        line = QLineEdit(parent)
        named = self.tr("New value of {column} in line {line}")
        line.setAccessibleName(named.format(column=error.column, line=error.line))
        return line

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The value as the file has it, ready to be typed over."""
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(Qt.ItemDataRole.EditRole))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Enter takes it."""
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        """Over the last line."""
        area = self._lines(option.rect)[3]
        high = max(area.height(), editor.sizeHint().height())
        editor.setGeometry(area.left(), area.bottom() - high + 1, area.width(), high)

    def _lines(self, rect: QRect) -> list[QRect]:
        pad = self._theme.px(14)
        inner = rect.adjusted(pad, self._theme.px(9), -pad, -self._theme.px(9))
        height = inner.height() // 4
        return [QRect(inner.left(), inner.top() + n * height, inner.width(), height) for n in range(4)]

    def _acts(self, rect: QRect, index: _Index) -> dict[str, QRect]:
        """From the right: Type…, and before it Use where something is suggested."""
        if not index.data(MENDABLE_ROLE):
            return {}
        line, metrics = self._lines(rect)[3], QFontMetrics(self._theme.font("chip"))
        high = round(metrics.height() * 1.5)
        found, right = {}, line.right()
        for act in (TYPE, USE) if index.data(ERROR_ROLE).suggestion else (TYPE,):
            width = metrics.horizontalAdvance(self._word(act)) + self._theme.px(18)
            found[act] = QRect(right - width + 1, line.center().y() - high // 2, width, high)
            right -= width + self._theme.px(6)
        return found

    def _word(self, act: str) -> str:
        return self.tr("Use") if act == USE else self.tr("Type…")

    def _paint_button(self, painter: QPainter, area: QRect, word: str, *, primary: bool) -> None:
        tokens = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.border))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), RADIUS.small, RADIUS.small)
        painter.setFont(self._theme.font("chip"))
        painter.setPen(QColor(tokens.accent if primary else tokens.text))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_value(self, painter: QPainter, rect: QRect, value: str) -> int:
        flat = " ".join(value.split())
        font = self._theme.font("chip")
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(flat or self.tr("empty"), Qt.TextElideMode.ElideRight, rect.width() // 2)
        width = metrics.horizontalAdvance(shown) + self._theme.px(14)
        high = min(rect.height(), round(metrics.height() * 1.35))
        area = QRect(rect.right() - width, rect.top() + (rect.height() - high) // 2, width, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.danger_soft))
        painter.drawRoundedRect(area, RADIUS.small, RADIUS.small)
        painter.setPen(QColor(self._theme.tokens.danger))
        painter.setFont(font)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
        return width + self._theme.px(8)

    def _pieces(self, painter: QPainter, rect: QRect, pieces: Sequence[tuple[str, str, str]]) -> None:
        left = rect.left()
        for text, style, color in pieces:
            font = self._theme.font(style)
            metrics = QFontMetrics(font)
            room = rect.right() - left
            if room <= 0:
                return
            painter.setFont(font)
            painter.setPen(QColor(color))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, rect.top(), room, rect.height()), _LINE, shown)
            left += metrics.horizontalAdvance(shown)

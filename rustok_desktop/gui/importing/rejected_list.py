"""The rows the import leaves out: where, what, why, and what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.exchange.schemas import RowError
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.theme.tokens import RADIUS
from rustok_desktop.gui.widgets.painting import wrapped

_Index = QModelIndex | QPersistentModelIndex
ERROR_ROLE = Qt.ItemDataRole.UserRole
_LINES = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class RejectedModel(QAbstractListModel):
    """The errors in file order."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._errors: tuple[RowError, ...] = ()

    def set_errors(self, errors: Sequence[RowError]) -> None:
        """Replace them."""
        self.beginResetModel()
        self._errors = tuple(errors)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One row per error."""
        return 0 if parent.isValid() else len(self._errors)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The error itself, or a sentence for tooltips, copying and screen readers."""
        if not index.isValid():
            return None
        error = self._errors[index.row()]
        if role == ERROR_ROLE:
            return error
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            place = self.tr("Line %1").replace("%1", str(error.line))
            text = f"{place} · {error.column}: {error.value}\n{error.message}"
            if error.suggestion:
                text += "\n" + self.tr("Suggestion: %1").replace("%1", error.suggestion)
            return text
        return None


class RejectedDelegate(QStyledItemDelegate):
    """Four lines: place and value, the reason in two, suggestion."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are equally high."""
        line = QFontMetrics(self._theme.font("body")).height()
        return QSize(option.rect.width(), round(line * 4.7) + self._theme.px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Place, value chip, reason, suggestion."""
        error: RowError = index.data(ERROR_ROLE)
        tokens, rect = self._theme.tokens, option.rect
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        pad = self._theme.px(14)
        inner = rect.adjusted(pad, self._theme.px(9), -pad, -self._theme.px(9))
        height = inner.height() // 4
        lines = [QRect(inner.left(), inner.top() + n * height, inner.width(), height) for n in range(4)]
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
        reason = wrapped(error.message, QFontMetrics(self._theme.font("body")), inner.width(), 2)
        painter.drawText(lines[1].united(lines[2]), _LINES, "\n".join(reason))
        pieces: tuple[tuple[str, str, str], ...]
        if error.suggestion:
            pieces = ((self.tr("Suggestion") + "  ", "body", tokens.muted), (error.suggestion, "strong", tokens.text))
        else:
            pieces = ((self.tr("No suggestion"), "body", tokens.muted),)
        self._pieces(painter, lines[3], pieces)
        painter.restore()

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


class RejectedList(QListView):
    """The list of rejected rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RejectedModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RejectedDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)

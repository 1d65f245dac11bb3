"""Paints the review list: thumbnails, chips, struck-through old values."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem, QWidget

from rustok_desktop.exchange.schemas import ImportAction
from rustok_desktop.gui.importing.import_texts import action_text, action_tone, field_text, value_text
from rustok_desktop.gui.importing.plan_table_model import (
    CHANGE,
    FIELD,
    LINE_ROLE,
    PRODUCT,
    TICK,
    VARIANTS,
    WHAT,
    PlanLine,
)
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import chip_size, paint_chip, paint_thumbnail

_Index = QModelIndex | QPersistentModelIndex
_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class PlanDelegate(QStyledItemDelegate):
    """One delegate for all columns; a rule stands only under a product's last row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.compact = False  # no tiles: the room goes to the words

    def row_height(self) -> int:
        """The fixed height of a row in pixels."""
        return self._theme.px(38)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Only the height counts."""
        return QSize(self._theme.px(40), self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Background, rule, then the column's content."""
        line: PlanLine = index.data(LINE_ROLE)
        tokens = self._theme.tokens
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.row_selected))
        if line.last:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        inner = rect.adjusted(self._theme.px(8), 0, -self._theme.px(8), -1)
        painter.setFont(self._theme.font("body"))
        column = index.column()
        if column == TICK:
            self._paint_tick(painter, option, index, line)
        elif column == PRODUCT and line.first:
            self._paint_product(painter, inner, line)
        elif column == WHAT and line.first:
            painter.setFont(self._theme.font("chip"))
            paint_chip(painter, inner, action_text(line.product.action), action_tone(line.product.action), tokens)
        elif column == FIELD:
            self._paint_text(painter, inner, _field(line), tokens.muted)
        elif column == CHANGE:
            self._paint_change(painter, inner, line)
        elif column == VARIANTS and line.first:
            painter.setFont(self._theme.font("body", tabular=True))
            painter.setPen(QColor(tokens.text))
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line.product.variants)
            )
        painter.restore()

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, line: PlanLine) -> None:
        if not line.first or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return
        box = QStyleOptionButton()
        style = option.widget.style()
        side = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, option.widget)
        box.rect = QRect(0, 0, side, side)
        box.rect.moveCenter(option.rect.center())
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
        box.state |= QStyle.StateFlag.State_Enabled
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)

    def _paint_product(self, painter: QPainter, rect: QRect, line: PlanLine) -> None:
        name = line.product.title or line.product.handle
        if not self.compact:
            side = self._theme.px(26)
            tile = QRect(rect.left(), rect.center().y() - side // 2, side, side)
            paint_thumbnail(painter, tile, name, self._theme.tokens)
            rect = rect.adjusted(side + self._theme.px(9), 0, 0, 0)
        rejected = line.product.action in (ImportAction.REJECT, ImportAction.UNCHANGED)
        color = self._theme.tokens.muted if rejected else self._theme.tokens.text
        painter.setFont(self._theme.font("medium"))
        self._paint_text(painter, rect, name, color)

    def _paint_change(self, painter: QPainter, rect: QRect, line: PlanLine) -> None:
        diff, tokens = line.diff, self._theme.tokens
        if diff is None:
            return
        if line.product.action is ImportAction.CREATE and diff.old is None:
            painter.setFont(self._theme.font("strong"))
            self._paint_text(painter, rect, value_text(diff.field, diff.new), tokens.text)
            return
        half = int(rect.width() * 0.42)
        old = QRect(rect.left(), rect.top(), half - self._theme.px(10), rect.height())
        arrow = QRectF(rect.left() + half - self._theme.px(4), rect.top(), self._theme.px(18), rect.height())
        new = QRect(
            rect.left() + half + self._theme.px(18), rect.top(), rect.width() - half - self._theme.px(18), rect.height()
        )
        struck = QFont(painter.font())
        struck.setStrikeOut(bool(diff.old))
        painter.setFont(struck)
        self._paint_text(painter, old, value_text(diff.field, diff.old), tokens.muted)
        painter.setFont(self._theme.font("body"))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(arrow, Qt.AlignmentFlag.AlignCenter, "→")
        if diff.erased:
            painter.setFont(self._theme.font("chip"))
            paint_chip(painter, new, self.tr("erased"), "danger", tokens)
            return
        painter.setFont(self._theme.font("strong"))
        more = self.tr("and %Ln more", "", line.more) if line.more else ""
        self._paint_text(painter, new, f"{value_text(diff.field, diff.new)}  {more}".rstrip(), tokens.text)

    def _paint_text(self, painter: QPainter, rect: QRect, text: str, color: str) -> None:
        flat = " ".join(text.split())
        painter.setPen(QColor(color))
        shown = QFontMetrics(painter.font()).elidedText(flat, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LINE, shown)

    def chip_width(self) -> int:
        """The widest chip of the column, so that the column can be as wide."""
        font = self._theme.font("chip")
        return max(chip_size(font, action_text(action)).width() for action in ImportAction)


def _field(line: PlanLine) -> str:
    if line.diff is None:
        return field_text("all") if line.product.action is ImportAction.CREATE else ""
    return field_text(line.diff.field, line.diff.variant)

"""Ticks beside the rows of the variant grid."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionButton, QTableView

from rustok_desktop.gui.products.variant_grid_rows import VariantGridRows
from rustok_desktop.gui.theme.theme import Theme

_WIDTH = 36


class VariantTickHeader(QHeaderView):
    """One box per row, painted; a drag ticks what it passes. Never scrolls away sideways."""

    tick_asked = Signal(int, int, bool)  # from row, to row, on

    def __init__(self, model: VariantGridRows, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._rows = model
        self._theme = theme
        self._table = table
        self._from: int | None = None
        self._on = True
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """As wide as a box with room around it; asking every row how high it would like to be takes long."""
        return QSize(self._theme.px(_WIDTH), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt
        """The box of one row."""
        tokens = self._theme.tokens
        painter.save()
        group = self._rows.group(logicalIndex) is not None
        painter.fillRect(rect, QColor(tokens.sunk if group else tokens.surface))
        painter.setPen(QColor(tokens.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        box = QStyleOptionButton()
        style = self._table.style()
        side = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self._table)
        box.rect = QRect(0, 0, side, side)
        box.rect.moveCenter(rect.center())
        box.state = QStyle.StateFlag.State_Enabled | _STATES[self._rows.tick_state(logicalIndex)]
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, self._table)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the box over; with Shift, all from the one turned before."""
        row = self.logicalIndexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or row < 0:
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self._from is not None
        if not shifted:
            self._from = row
            self._on = self._rows.tick_state(row) != Qt.CheckState.Checked
        self.tick_asked.emit(self._from, row, self._on)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag goes on."""
        row = self.logicalIndexAt(QPoint(self.width() // 2, event.position().toPoint().y()))
        if event.buttons() & Qt.MouseButton.LeftButton and row >= 0 and self._from is not None:
            self.tick_asked.emit(self._from, row, self._on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The last row stays, for a click with Shift."""


_STATES = {
    Qt.CheckState.Checked: QStyle.StateFlag.State_On,
    Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
    Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
}

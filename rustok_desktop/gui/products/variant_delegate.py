"""Paints and edits cells of the variant grid."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.gui.products.variant_grid_model import (
    DIRTY_ROLE,
    POLICIES,
    PROBLEM_ROLE,
    GridColumn,
    VariantGridModel,
)
from rustok_desktop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class VariantDelegate(QStyledItemDelegate):
    """Grid lines, a corner and soft fill for unsaved cells, a red frame for wrong ones."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        model = index.model()
        assert isinstance(model, VariantGridModel)
        tokens = self._theme.tokens
        rect = QRect(option.rect)
        dirty, problem = bool(index.data(DIRTY_ROLE)), index.data(PROBLEM_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        fill = tokens.warn_soft if dirty else tokens.row_selected if selected else tokens.surface
        painter.fillRect(rect, QColor(fill))
        painter.setPen(QColor(tokens.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if dirty:
            side = self._theme.px(7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.warn))
            corner = rect.topLeft()
            painter.drawPolygon(QPolygon([corner, corner + QPoint(side, 0), corner + QPoint(0, side)]))
        self._paint_text(painter, rect, index, model, dirty)
        if problem is not None:
            painter.setPen(QPen(QColor(tokens.danger), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, model: VariantGridModel, dirty: bool) -> None:
        tokens = self._theme.tokens
        font = self._theme.font("body", tabular=True)
        if dirty:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        quiet = not model.editable(index)
        out = model.column_name(index.column()) == GridColumn.STOCK and model.cell_text(index).startswith(("0", "-"))
        painter.setPen(QColor(tokens.danger if out else tokens.muted if quiet else tokens.text))
        pad = self._theme.px(9)
        inner = rect.adjusted(pad, 0, -pad, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole) or ""), Qt.TextElideMode.ElideRight, inner.width() + 2
        )
        painter.drawText(inner, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line without a frame of its own, or the two policies."""
        model = index.model()
        assert isinstance(model, VariantGridModel)
        name = model.head(index.column())
        if model.column_name(index.column()) == GridColumn.POLICY:
            box = QComboBox(parent)
            for policy in POLICIES:
                box.addItem(model.policy_text(policy), policy)
            box.setAccessibleName(name)
            box.activated.connect(self._policy_chosen)
            return box
        line = QLineEdit(parent)
        line.setProperty("role", "cell")
        line.setFont(self._theme.font("body", tabular=True))
        line.setAlignment(Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole))))
        line.setAccessibleName(name)
        return line

    def _policy_chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The text as typed."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hands over what was typed."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Covers the cell; a box of policies may be wider."""
        rect = QRect(option.rect)
        if isinstance(editor, QComboBox):
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
        editor.setGeometry(rect)

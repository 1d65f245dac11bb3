"""Paints and edits cells of the variant grid."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygon, QPolygonF
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.gui.products.cell_texts import CellTexts
from rustok_desktop.gui.products.variant_grid_model import (
    AFTER,
    AFTER_ROLE,
    POLICIES,
    GridColumn,
    VariantGridModel,
)
from rustok_desktop.gui.products.variant_rows import GroupRow
from rustok_desktop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class VariantDelegate(QStyledItemDelegate):
    """Grid lines, a corner and soft fill for unsaved cells, a red frame for wrong ones; groups in bold on a band."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = CellTexts(theme, self)
        self._colours: dict[str, QColor] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        model = index.model()
        assert isinstance(model, VariantGridModel)
        row, column = index.row(), index.column()
        group = model.group(row)
        if group is not None:
            self._paint_group(painter, QRect(option.rect), index, model, group)
            return
        look = model.look(row, column)
        after = model.column_name(column) == AFTER
        tokens, rect = self._theme.tokens, option.rect
        chosen = after or bool(option.state & QStyle.StateFlag.State_Selected)
        fill = tokens.warn_soft if look.dirty else tokens.row_selected if chosen else tokens.surface
        painter.fillRect(rect, self._colour(fill))
        painter.setPen(self._colour(tokens.border))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        if look.dirty:
            self._paint_corner(painter, rect)
        if after:
            self._paint_after(painter, rect, index)
        else:
            pen = tokens.danger if look.out else tokens.muted if look.quiet else tokens.text
            painter.setPen(self._colour(pen))
            inner = rect.adjusted(self._theme.px(9), 0, -self._theme.px(9), 0)
            self._texts.draw(painter, inner, look.text, strong=look.dirty, right=look.right)
        if look.wrong:
            painter.setPen(QPen(self._colour(tokens.danger), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _colour(self, name: str) -> QColor:
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(name)
        return found

    def _paint_corner(self, painter: QPainter, rect: QRect) -> None:
        """The mark of an unsaved cell."""
        side, corner = self._theme.px(7), rect.topLeft()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(self._theme.tokens.warn))
        painter.drawPolygon(QPolygon([corner, corner + QPoint(side, 0), corner + QPoint(0, side)]))

    def _paint_group(
        self, painter: QPainter, rect: QRect, index: Index, model: VariantGridModel, group: GroupRow
    ) -> None:
        tokens = self._theme.tokens
        painter.save()
        name = model.column_name(index.column())
        painter.fillRect(rect, QColor(tokens.accent_soft if name == AFTER else tokens.sunk))
        painter.setPen(QColor(tokens.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(self._theme.px(9), 0, -self._theme.px(9), 0)
        if index.column() == 0:
            self._paint_name(painter, inner, model, group)
        else:
            kind = model.worst(group)[0] if name == GridColumn.POLICY else ""
            painter.setFont(self._theme.font("strong" if name == AFTER else "body", tabular=True))
            painter.setPen(QColor(tokens.danger if kind in ("wrong", "out") else tokens.warn if kind else tokens.text))
            alignment = int(index.data(Qt.ItemDataRole.TextAlignmentRole))
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            painter.drawText(inner, alignment, _cut(painter, text, inner.width()))
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRect, model: VariantGridModel, group: GroupRow) -> None:
        tokens = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arm = self._theme.px(4)
        middle = QPointF(rect.left() + arm, rect.center().y() + 0.5)
        shape = ((-0.5, -1), (0.5, 0), (-0.5, 1)) if group.folded else ((-1, -0.5), (0, 0.5), (1, -0.5))
        painter.setPen(QPen(QColor(tokens.muted), max(1.0, arm * 0.4)))
        painter.drawPolyline(QPolygonF([middle + QPointF(x * arm, y * arm) for x, y in shape]))
        left = rect.adjusted(self._theme.px(18), 0, 0, 0)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        font = self._theme.font("strong")
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        text = _cut(painter, group.value or "—", left.width())
        painter.drawText(left, line, text)
        left.setLeft(left.left() + QFontMetrics(font).horizontalAdvance(text) + self._theme.px(10))
        painter.setFont(self._theme.font("body", tabular=True))
        painter.drawText(left, line, _cut(painter, model.count_text(group), left.width()))

    def _paint_after(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """``38.00 → 41.99``: the old one struck through, the new one in bold; grey where nothing changes."""
        outcome = index.data(AFTER_ROLE)
        if outcome is None:
            return
        before, after, wrong = outcome
        tokens, gap = self._theme.tokens, self._theme.px(6)
        inner = rect.adjusted(self._theme.px(9), 0, -self._theme.px(9), 0)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        font = self._theme.font("body" if before == after else "strong", tabular=True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.danger if wrong else tokens.muted if before == after else tokens.text))
        shown = _cut(painter, after or "—", inner.width())
        painter.drawText(inner, line, shown)
        if before == after or not before:
            return
        inner.setRight(inner.right() - QFontMetrics(font).horizontalAdvance(shown) - gap)
        struck = self._theme.font("body", tabular=True)
        painter.setFont(struck)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(inner, line, "→")
        inner.setRight(inner.right() - QFontMetrics(struck).horizontalAdvance("→") - gap)
        struck.setStrikeOut(True)
        painter.setFont(struck)
        if inner.width() >= QFontMetrics(struck).horizontalAdvance(before):
            painter.drawText(inner, line, before)

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


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, width) + 2)

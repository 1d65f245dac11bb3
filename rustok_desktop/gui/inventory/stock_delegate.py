"""Paints a line of the stock list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rustok_desktop.commerce.stock_views import LevelView
from rustok_desktop.gui.inventory.stock_table_model import LEVEL_ROLE, NUMBERS, Column
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.painting import paint_chip, paint_thumbnail

ROW_HEIGHT = 48
THUMBNAIL = 34
PADDING = 8
TONES = {"in": "ok", "low": "warn", "out": "danger", "untracked": "neutral"}
Index = QModelIndex | QPersistentModelIndex


class StockDelegate(QStyledItemDelegate):
    """Tile, title with variant and SKU beneath it, figures, chip; a line edit for the cells that are typed in place."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def row_height(self) -> int:
        """The one height of all rows, in pixels."""
        return self._theme.px(ROW_HEIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as every row; columns are sized by the view."""
        return QSize(self._theme.px(60), self.row_height())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line that opens with everything selected, so typing replaces it."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        editor.setAccessibleName(str(head))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole cell, so that frame and text have room."""
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        level = index.data(LEVEL_ROLE)
        tokens = self._theme.tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect)
        painter.save()
        painter.fillRect(rect, QColor(tokens.row_selected if selected else tokens.surface))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.border))
        if selected and option.state & QStyle.StateFlag.State_HasFocus and index.column() in NUMBERS:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        pad = self._theme.px(PADDING)
        if isinstance(level, LevelView):
            self._paint_cell(painter, rect.adjusted(pad, 0, -pad, -1), index, level)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRect, index: Index, level: LevelView) -> None:
        tokens, column = self._theme.tokens, index.column()
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if column == Column.ARTICLE:
            self._paint_article(painter, rect, level)
            return
        if column == Column.STATE:
            painter.setFont(self._theme.font("chip"))
            paint_chip(painter, rect, text, TONES[level.state], tokens)
            return
        own = column == Column.THRESHOLD and level.own_threshold is not None
        quiet = column in (Column.RESERVED, Column.THRESHOLD) and not own
        color = tokens.muted if quiet else tokens.text
        if column == Column.AVAILABLE and level.state in ("low", "out"):
            color = tokens.warn if level.state == "low" else tokens.danger
        painter.setFont(self._theme.font("body", tabular=True))
        painter.setPen(QColor(color))
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 2)
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _paint_article(self, painter: QPainter, rect: QRect, level: LevelView) -> None:
        tokens = self._theme.tokens
        side = self._theme.px(THUMBNAIL)
        tile = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
        painter.setFont(self._theme.font("body"))
        paint_thumbnail(painter, tile, level.product_title, tokens, radius=self._theme.px(6))
        words = rect.adjusted(side + self._theme.px(10), 0, 0, 0)
        variant = "" if level.variant_title in ("", "Default") else level.variant_title
        beneath = " · ".join(part for part in (variant, level.sku) if part)
        half = words.height() // 2
        line = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        top = line | (Qt.AlignmentFlag.AlignBottom if beneath else Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(tokens.text))
        title = painter.fontMetrics().elidedText(level.product_title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words.adjusted(0, 0, 0, -half) if beneath else words, top, title)
        if beneath:
            painter.setFont(self._theme.font("small"))
            painter.setPen(QColor(tokens.muted))
            shown = painter.fontMetrics().elidedText(beneath, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words.adjusted(0, half + 2, 0, 0), line | Qt.AlignmentFlag.AlignTop, shown)

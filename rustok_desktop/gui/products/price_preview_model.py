"""The first rows of a price change, before anything is written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from rustok_desktop.commerce.views import PriceLine
from rustok_desktop.core.money import format_amount
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex
PRODUCT, VARIANT, SKU, WAS, BECOMES = range(5)


class PricePreviewModel(HeadedTableModel):
    """Product, variant, SKU, the amount as it is (struck through) and as it would be."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(BECOMES + 1, (WAS, BECOMES), parent=parent)
        self._theme = theme
        self._lines: tuple[PriceLine, ...] = ()
        self._currency = "USD"
        self._language = "en"

    def set_texts(self, heads: tuple[str, ...], language: str) -> None:
        """Heads in the order of columns."""
        self._language = language
        self.set_heads(heads)

    def show_lines(self, lines: tuple[PriceLine, ...], currency: str) -> None:
        """Other rows."""
        self.beginResetModel()
        self._lines, self._currency = lines, currency
        self.endResetModel()

    def row_total(self) -> int:
        """One row per variant."""
        return len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, alignment, and what is wrong as colour and tip."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.FontRole and column >= WAS:
            return self._font(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            wrong = line.problem is not None and column == BECOMES
            tokens = self._theme.tokens
            return QColor(tokens.danger if wrong else tokens.muted if column in (SKU, WAS) else tokens.text)
        if role == Qt.ItemDataRole.ToolTipRole and line.problem is not None:
            return line.problem.text(self._language)
        return None

    def _text(self, line: PriceLine, column: int) -> str:
        if column == PRODUCT:
            return line.product_title
        if column == VARIANT:
            return line.variant_title
        if column == SKU:
            return line.sku or ""
        amount = line.was if column == WAS else line.becomes
        return "—" if amount is None else format_amount(amount, self._currency, self._language)

    def _font(self, column: int) -> QFont:
        font = self._theme.font("strong" if column == BECOMES else "body", tabular=True)
        font.setStrikeOut(column == WAS)
        return font

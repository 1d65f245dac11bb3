"""The first rows of a price change, before anything is written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from rustok_desktop.commerce.views import PriceLine
from rustok_desktop.core.money import format_amount
from rustok_desktop.gui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PRODUCT, VARIANT, SKU, WAS, BECOMES = range(5)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PricePreviewModel(QAbstractTableModel):
    """Product, variant, SKU, the amount as it is (struck through) and as it would be."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[PriceLine, ...] = ()
        self._currency = "USD"
        self._language = "en"
        self._heads: tuple[str, ...] = ("",) * 5

    def set_texts(self, heads: tuple[str, ...], language: str) -> None:
        """Heads in the order of columns."""
        self._heads, self._language = heads, language
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, BECOMES)

    def show_lines(self, lines: tuple[PriceLine, ...], currency: str) -> None:
        """Other rows."""
        self.beginResetModel()
        self._lines, self._currency = lines, currency
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row per variant."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Five."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals over their columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].upper()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section >= WAS else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, alignment, and what is wrong as colour and tip."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column >= WAS else _LEFT
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

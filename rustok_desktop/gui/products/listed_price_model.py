"""The prices a product has in price lists, with whether they hold now."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from rustok_desktop.commerce.price_lists_rules import ACTIVE, state_at
from rustok_desktop.commerce.price_lists_views import ProductPrices, VariantListPrice
from rustok_desktop.core.locale import format_number
from rustok_desktop.core.money import format_amount, plain_amount
from rustok_desktop.gui.prices.price_list_texts import short_state
from rustok_desktop.gui.products.entry import money_text
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex
LIST, VARIANT, FROM, PRICE, STATE = range(5)


class ListedPrice(NamedTuple):
    """A line: a variant and what a list says of it."""

    variant_id: str
    variant: str
    listed: VariantListPrice


class ListedPriceModel(HeadedTableModel):
    """By list, variant, quantity. ``typed`` carries the row and the price as typed."""

    typed = Signal(int, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(STATE + 1, (FROM, PRICE), parent=parent)
        self._theme = theme
        self._rows: list[ListedPrice] = []
        self._currency, self._at, self._language = "USD", "", "en"

    def set_texts(self, heads: tuple[str, ...], language: str) -> None:
        """Heads in the order of columns."""
        self._language = language
        self.set_heads(heads)
        self._all_changed()

    def show_prices(self, prices: ProductPrices | None) -> None:
        """Other lines."""
        self.beginResetModel()
        self._rows = []
        if prices is not None:
            self._currency, self._at = prices.currency_code, prices.at
            self._rows = [
                ListedPrice(one.variant_id, one.variant_title, listed)
                for one in prices.variants
                for listed in one.listed
            ]
            self._rows.sort(key=lambda row: (-row.listed.terms.priority, row.listed.terms.name, row.listed.terms.id))
        self.endResetModel()

    def line(self, row: int) -> ListedPrice | None:
        """What stands in a row, None outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_total(self) -> int:
        """One line per price."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The price is written."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == PRICE else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What is typed shows when it is saved."""
        if role != Qt.ItemDataRole.EditRole or index.column() != PRICE:
            return False
        if str(value).strip() != self.data(index, role):
            self.typed.emit(index.row(), str(value).strip())
        return False

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts; what does not hold now is grey."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole:
            return money_text(plain_amount(row.listed.amount, self._currency), self._language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.FontRole and column in (FROM, PRICE):
            return self._theme.font("body", tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            tokens = self._theme.tokens
            return QColor(tokens.text if state_at(row.listed.terms, self._at) == ACTIVE else tokens.muted)
        return None

    def _text(self, row: ListedPrice, column: int) -> str:
        if column == LIST:
            return row.listed.terms.name
        if column == VARIANT:
            return row.variant
        if column == FROM:
            return format_number(row.listed.min_quantity, self._language)
        if column == PRICE:
            return format_amount(row.listed.amount, self._currency, self._language)
        return short_state(state_at(row.listed.terms, self._at))

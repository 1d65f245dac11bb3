"""The prices of a list as a table; price and quantity are written in place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from rustok_desktop.commerce.price_lists_views import ListPricePage, ListPriceView
from rustok_desktop.core.locale import format_number, number_style
from rustok_desktop.core.money import discount, format_amount, margin, plain_amount
from rustok_desktop.gui.products.entry import money_text
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex
PRODUCT, SKU, BASE, FROM, PRICE, OFF, MARGIN = range(7)
WRITTEN = frozenset({FROM, PRICE})
NOTHING = "—"


class ListPriceModel(HeadedTableModel):
    """Rows come in pages; ``more_asked`` carries the cursor. ``typed`` carries the row, the column and the text."""

    more_asked = Signal(str)
    typed = Signal(int, int, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(MARGIN + 1, (BASE, FROM, PRICE, OFF, MARGIN), parent=parent)
        self._theme = theme
        self._rows: list[ListPriceView] = []
        self._next: str | None = None
        self._currency, self._language = "USD", "en"
        self._sale = True

    def set_texts(self, heads: tuple[str, ...], language: str) -> None:
        """Heads in the order of columns."""
        self._language = language
        self.set_heads(heads)
        self._all_changed()

    def show_page(self, page: ListPricePage, currency: str, *, sale: bool) -> None:
        """Begins anew; the same rows keep what is chosen and where one looks."""
        self._currency, self._sale = currency, sale
        fresh = list(page.prices)
        self._next = page.next
        if [_key(row) for row in fresh] == [_key(row) for row in self._rows]:
            self._rows = fresh
            self._all_changed()
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def append(self, page: ListPricePage) -> None:
        """Goes on with the next page."""
        if page.prices:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page.prices) - 1)
            self._rows += page.prices
            self.endInsertRows()
        self._next = page.next

    def price(self, row: int) -> ListPriceView:
        """What stands in a line."""
        return self._rows[row]

    def titles(self) -> dict[str, str]:
        """Variants in words, by id, as far as they are here."""
        return {row.variant_id: _name(row) for row in self._rows}

    def row_total(self) -> int:
        """The rows that are here."""
        return len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there is another page."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        """Asks for it, once."""
        after, self._next = self._next, None
        if after is not None:
            self.more_asked.emit(after)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Price and quantity are written."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in WRITTEN else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What is typed is saved by whoever listens, and shows when it is."""
        if role != Qt.ItemDataRole.EditRole or index.column() not in WRITTEN:
            return False
        if str(value).strip() != self.data(index, role):
            self.typed.emit(index.row(), index.column(), str(value).strip())
        return False

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts; a sale that takes nothing off is grey."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole:
            plain = plain_amount(row.amount, self._currency)
            return str(row.min_quantity) if column == FROM else money_text(plain, self._language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == PRODUCT:
            return _name(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.FontRole and column >= BASE:
            return self._theme.font("strong" if column == PRICE else "body", tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            tokens = self._theme.tokens
            idle = self._sale and row.base_amount is not None and row.amount >= row.base_amount
            return QColor(tokens.muted if column in (SKU, BASE) or idle else tokens.text)
        return None

    def _text(self, row: ListPriceView, column: int) -> str:
        if column == PRODUCT:
            return _name(row)
        if column == SKU:
            return row.sku or ""
        if column == BASE:
            return NOTHING if row.base_amount is None else self._money(row.base_amount)
        if column == FROM:
            return format_number(row.min_quantity, self._language)
        if column == PRICE:
            return self._money(row.amount)
        if column == OFF:
            off = discount(row.amount, row.base_amount)
            return self._percent(-off) if off is not None else ""
        return self._percent(margin(row.amount, row.cost_amount))

    def _money(self, amount: int) -> str:
        return format_amount(amount, self._currency, self._language)

    def _percent(self, value: Decimal | None) -> str:
        if value is None:
            return NOTHING
        return f"{value:f} %".replace(".", number_style(self._language).decimal).replace("-", "−")


def _key(row: ListPriceView) -> tuple[str, int]:
    return row.variant_id, row.min_quantity


def _name(row: ListPriceView) -> str:
    return row.product_title if row.variant_title == "Default" else f"{row.product_title} · {row.variant_title}"

"""The members of a collection as lines of the product list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rustok_desktop.commerce.collections_views import MemberPage, MemberView
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.products.page_cache import Listed
from rustok_desktop.gui.products.product_table_model import LISTED_ROLE, RIGHT_ALIGNED, Column
from rustok_desktop.gui.products.row_text import chip_key, price_text
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel
from rustok_desktop.index.schemas import ProductRow

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (Column.PRODUCT, Column.SKU, Column.STATUS, Column.STOCK, Column.PRICE)


class MemberModel(HeadedTableModel):
    """Rows come in pages; ``more_asked`` carries the cursor when the view nears the end."""

    more_asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(COLUMNS), RIGHT_ALIGNED, parent=parent)
        self._rows: list[ProductRow] = []
        self._next: str | None = None
        self._language = "en"
        self._chips: dict[str, str] = {}

    def set_texts(self, language: str, heads: tuple[str, ...], chips: dict[str, str]) -> None:
        """The words of heads and chips."""
        self._language, self._chips = language, chips
        self.set_heads(heads)
        self._all_changed()

    def show_page(self, page: MemberPage) -> None:
        """Begins anew with a first page."""
        self.beginResetModel()
        self._rows = [_row(member) for member in page.members]
        self._next = page.next
        self.endResetModel()

    def append(self, page: MemberPage) -> None:
        """Goes on with the next page."""
        if page.members:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page.members) - 1)
            self._rows += [_row(member) for member in page.members]
            self.endInsertRows()
        self._next = page.next

    def product_id(self, row: int) -> str:
        """The product of a line."""
        return self._rows[row].product_id

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there is another page."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        """Asks for it, once."""
        after, self._next = self._next, None
        if after is not None:
            self.more_asked.emit(after)

    def row_total(self) -> int:
        """The rows that are here."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts of a cell, and the line for the delegate."""
        row = self._rows[index.row()]
        if role == LISTED_ROLE:
            return Listed(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self._text(row, index.column())

    def _text(self, row: ProductRow, column: int) -> str:
        if column == Column.PRODUCT:
            return row.title
        if column == Column.SKU:
            return row.sku
        if column == Column.STATUS:
            return self._chips.get(chip_key(row), chip_key(row))
        if column == Column.STOCK:
            return "" if row.stock_state == "untracked" else format_number(row.on_hand, self._language)
        return price_text(row, self._language)


def _row(member: MemberView) -> ProductRow:
    return ProductRow(
        0, member.product_id, 0, False, member.status, member.title, "", "", "", (), member.sku, 1,
        member.currency_code, member.price_min, member.price_max, None, member.on_hand or 0,
        "untracked" if member.on_hand is None else "in", None, "",
    )  # fmt: skip

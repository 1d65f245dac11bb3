"""The members of a collection as lines of the product list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rustok_desktop.commerce.collections_views import MemberPage, MemberView
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.products.page_cache import Listed
from rustok_desktop.gui.products.product_table_model import LISTED_ROLE, RIGHT_ALIGNED, Column
from rustok_desktop.gui.products.row_text import chip_key, price_text
from rustok_desktop.index.schemas import ProductRow

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (Column.PRODUCT, Column.SKU, Column.STATUS, Column.STOCK, Column.PRICE)


class MemberModel(QAbstractTableModel):
    """Rows come in pages; ``more_asked`` carries the cursor when the view nears the end."""

    more_asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ProductRow] = []
        self._next: str | None = None
        self._language = "en"
        self._heads: tuple[str, ...] = ("",) * len(COLUMNS)
        self._chips: dict[str, str] = {}

    def set_texts(self, language: str, heads: tuple[str, ...], chips: dict[str, str]) -> None:
        """The words of heads and chips."""
        self._language, self._heads, self._chips = language, heads, chips
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The rows that are here."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The fixed columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals, aligned with their columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].upper()
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts of a cell, and the line for the delegate."""
        row = self._rows[index.row()]
        if role == LISTED_ROLE:
            return Listed(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
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


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _row(member: MemberView) -> ProductRow:
    return ProductRow(
        0, member.product_id, 0, False, member.status, member.title, "", "", "", (), member.sku, 1,
        member.currency_code, member.price_min, member.price_max, None, member.on_hand or 0,
        "untracked" if member.on_hand is None else "in", None, "",
    )  # fmt: skip

"""The products of a category, or the hits of a search for products to add, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rustok_desktop.gui.operations.taxonomy import FoundProduct
from rustok_desktop.taxonomy.views import CategoryProduct

Index = QModelIndex | QPersistentModelIndex
PRODUCT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ACT_ROLE = PRODUCT_ROLE + 1  # "remove", "add" or "" for a hit that is in already
PAGE = 200


class CategoryProductModel(QAbstractListModel):
    """``more_asked`` carries how many there are when the next part is wanted."""

    more_asked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._products: list[CategoryProduct] = []
        self._acts: list[str] = []
        self._more = False

    def show_products(self, products: Sequence[CategoryProduct], *, append: bool = False) -> None:
        """The category's products, from the start or the next part."""
        start = len(self._products) if append else 0
        if append and products:
            self.beginInsertRows(QModelIndex(), start, start + len(products) - 1)
            self._fill(products, append=True)
            self.endInsertRows()
        elif not append:
            self.beginResetModel()
            self._fill(products, append=False)
            self.endResetModel()
        self._more = len(products) == PAGE

    def show_hits(self, hits: Sequence[FoundProduct]) -> None:
        """Products to add."""
        self.beginResetModel()
        self._products = [hit.product for hit in hits]
        self._acts = ["" if hit.inside else "add" for hit in hits]
        self._more = False
        self.endResetModel()

    def product(self, row: int) -> CategoryProduct | None:
        """The product of a line."""
        return self._products[row] if 0 <= row < len(self._products) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One line per product."""
        return 0 if parent.isValid() else len(self._products)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, the product itself, what can be done with it."""
        product = self.product(index.row())
        if product is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return product.title
        if role == PRODUCT_ROLE:
            return product
        return self._acts[index.row()] if role == ACT_ROLE else None

    def canFetchMore(self, parent: Index) -> bool:
        """The last part was full."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Asks once for the next part."""
        self._more = False
        self.more_asked.emit(len(self._products))

    def _fill(self, products: Sequence[CategoryProduct], *, append: bool) -> None:
        self._products = [*self._products, *products] if append else list(products)
        self._acts = ["remove"] * len(self._products)

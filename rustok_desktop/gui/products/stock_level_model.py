"""What is on hand of each variant, as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from rustok_desktop.commerce.views import VariantView
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.products.saved_variants import SavedVariants
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("variant", "sku", "on_hand")


class StockLevelModel(HeadedTableModel):
    """Saved variants with the sum of their stock; read-only."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(len(COLUMNS), [COLUMNS.index("on_hand")], parent=parent)
        self._variants = SavedVariants((), "")
        self._ids: list[str] = []
        self._language = "en"

    def show_variants(self, variants: SavedVariants) -> None:
        """Put other variants; the same ones keep what is chosen, and further ones come behind them."""
        ids, had = variants.ids(), self._ids
        if ids[: len(had)] != had or not had:
            self.beginResetModel()
            self._variants, self._ids = variants, ids
            self.endResetModel()
            return
        self._variants = variants
        self._all_changed()
        if len(ids) > len(had):
            self.beginInsertRows(QModelIndex(), len(had), len(ids) - 1)
            self._ids = ids
            self.endInsertRows()

    def set_texts(self, language: str, heads: tuple[str, ...]) -> None:
        """The words of heads, in the language of the window."""
        self._language = language
        self.set_heads(heads)

    def variant(self, row: int) -> VariantView | None:
        """The variant of a row."""
        return self._variants.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def row_of(self, variant_id: str) -> int:
        """The row of a variant, -1 when it has none."""
        return self._ids.index(variant_id) if variant_id in self._variants else -1

    def row_total(self) -> int:
        """One row per variant."""
        return len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The texts of a variant."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.variant(index.row())
        if row is None:
            return None
        name = COLUMNS[index.column()]
        if name == "on_hand":
            return format_number(sum(level.on_hand for level in row.stock), self._language)
        return row.title if name == "variant" else row.sku or ""

"""What is on hand of each variant, as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from rustok_desktop.commerce.views import VariantView
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("variant", "sku", "on_hand")


class StockLevelModel(HeadedTableModel):
    """Saved variants with the sum of their stock; read-only."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(len(COLUMNS), [COLUMNS.index("on_hand")], parent=parent)
        self._rows: tuple[VariantView, ...] = ()
        self._language = "en"

    def show_rows(self, rows: tuple[VariantView, ...]) -> None:
        """Put other variants; the same ones keep what is chosen."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            self._all_changed()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_texts(self, language: str, heads: tuple[str, ...]) -> None:
        """The words of heads, in the language of the window."""
        self._language = language
        self.set_heads(heads)

    def variant(self, row: int) -> VariantView | None:
        """The variant of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, variant_id: str) -> int:
        """The row of a variant, -1 when it has none."""
        return next((row for row, variant in enumerate(self._rows) if variant.id == variant_id), -1)

    def row_total(self) -> int:
        """One row per variant."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The texts of a variant."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        name = COLUMNS[index.column()]
        if name == "on_hand":
            return format_number(sum(level.on_hand for level in row.stock), self._language)
        return row.title if name == "variant" else row.sku or ""

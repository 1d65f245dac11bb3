"""The counted articles of a stocktake as a table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from rustok_desktop.commerce.stock_views import CountView
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.inventory.stock_table_model import article_text
from rustok_desktop.gui.products.entry import read_whole
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex


class CountColumn(IntEnum):
    """The columns, left to right."""

    ARTICLE = 0
    SKU = 1
    COUNTED = 2
    SEEN = 3
    DIFFERENCE = 4
    MOVED = 5
    AFTER = 6


class CountTableModel(HeadedTableModel):
    """The latest count first; a typed quantity only asks (``count_asked``: variant id, quantity)."""

    count_asked = Signal(str, int)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(len(CountColumn), range(CountColumn.COUNTED, len(CountColumn)), parent=parent)
        self._theme = theme
        self._all: tuple[CountView, ...] = ()
        self._rows: tuple[CountView, ...] = ()
        self._only_differences = False
        self._language = "en"

    def show_counts(self, counts: tuple[CountView, ...]) -> None:
        """Put other counts; the same articles in the same order keep cell and scroll."""
        self._all = counts
        rows = tuple(c for c in counts if c.difference) if self._only_differences else counts
        if [c.variant_id for c in rows] == [c.variant_id for c in self._rows]:
            self._rows = rows
            self._all_changed()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_only_differences(self, only: bool) -> None:
        """Show only what applying would move."""
        self._only_differences = only
        self.show_counts(self._all)

    def count(self, row: int) -> CountView | None:
        """The row, None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def set_texts(self, language: str, heads: tuple[str, ...]) -> None:
        """The words of the heads, in the language of the window."""
        self._language = language
        self.set_heads(heads)
        self._all_changed()

    def row_total(self) -> int:
        """One row per article."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The quantity can be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == CountColumn.COUNTED else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts of a count; differences in the colour of their direction."""
        count = self.count(index.row())
        if count is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.EditRole:
            return str(count.counted)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(count, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(count, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """So many are there."""
        count = self.count(index.row())
        number, problem = read_whole("counted", str(value), least=0)
        if count is None or problem is not None or number is None:
            return False
        if number != count.counted:
            self.count_asked.emit(count.variant_id, number)
        return True

    def _text(self, count: CountView, column: int) -> str:
        if column == CountColumn.ARTICLE:
            return article_text(count.product_title, count.variant_title)
        if column == CountColumn.SKU:
            return count.sku or count.barcode or ""
        if column in (CountColumn.DIFFERENCE, CountColumn.MOVED):
            number = count.difference if column == CountColumn.DIFFERENCE else count.moved
            return ("+" if number > 0 else "") + format_number(number, self._language) if number else "–"
        numbers = {CountColumn.COUNTED: count.counted, CountColumn.SEEN: count.seen, CountColumn.AFTER: count.after}
        return format_number(numbers[CountColumn(column)], self._language)

    def _color(self, count: CountView, column: int) -> QColor | None:
        tokens = self._theme.tokens
        if column == CountColumn.DIFFERENCE and count.difference:
            return QColor(tokens.warn if count.difference < 0 else tokens.ok)
        return QColor(tokens.muted) if column in (CountColumn.SKU, CountColumn.SEEN, CountColumn.MOVED) else None

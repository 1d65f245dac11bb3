"""What tables of fixed columns have in common: heads, counts, sides."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


def alignment(right: bool) -> Qt.AlignmentFlag:
    """Numbers right, words left."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class HeadedTableModel(QAbstractTableModel):
    """A table of ``columns`` columns, those in ``numbers`` at the right; heads in capitals over their columns.

    Subclasses say how many rows there are (:meth:`row_total`) and what stands in them (``data``).
    """

    def __init__(self, columns: int, numbers: Collection[int] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._numbers = frozenset(map(int, numbers))
        self._heads: tuple[str, ...] = ("",) * columns

    def row_total(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def set_heads(self, heads: tuple[str, ...]) -> None:
        """The words of the heads, in the language of the window."""
        self._heads = heads
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._columns - 1)

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """The side of a column's texts and head."""
        return alignment(column in self._numbers)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A table has no rows below rows."""
        return 0 if parent.isValid() else self.row_total()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The fixed columns."""
        return 0 if parent.isValid() else self._columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals, aligned with their columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self._columns:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].upper()
        return self.alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _all_changed(self) -> None:
        """Every cell is to be painted again; the rows are the same."""
        if rows := self.row_total():
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, self._columns - 1))

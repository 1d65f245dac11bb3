"""Tables of fixed columns: heads, sides, counts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

SIDE = Qt.ItemDataRole.TextAlignmentRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Things(HeadedTableModel):
    def __init__(self, *things: tuple[str, str]) -> None:
        super().__init__(2, (1,))
        self.things = things

    def row_total(self) -> int:
        return len(self.things)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.things[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def test_heads_stand_in_capitals_over_their_columns() -> None:
    model = Things(("Mug", "3"))
    told: list[tuple[int, int]] = []
    model.headerDataChanged.connect(lambda _side, first, last: told.append((first, last)))
    assert model.headerData(0, ACROSS) == ""
    model.set_heads(("Name", "Количество"))
    assert told == [(0, 1)]
    assert [model.headerData(n, ACROSS) for n in range(3)] == ["NAME", "КОЛИЧЕСТВО", None]
    assert model.headerData(0, DOWN) is None
    assert bool(model.headerData(1, ACROSS, SIDE) & Qt.AlignmentFlag.AlignRight)
    assert bool(model.headerData(0, ACROSS, SIDE) & Qt.AlignmentFlag.AlignLeft)


def test_a_table_has_nothing_below_its_rows() -> None:
    model = Things(("Mug", "3"), ("Bowl", "4"))
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)

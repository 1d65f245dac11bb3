"""Rows and columns of the variant grid: what stands where, which rows are folded, which variants are ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.price_effect import Effect
from rustok_desktop.gui.products.product_texts import variant_key, variant_path
from rustok_desktop.gui.products.variant_rows import GridRow, GroupRow, arrange
from rustok_desktop.gui.products.variant_sums import VariantSums

Index = QModelIndex | QPersistentModelIndex


class GridColumn(StrEnum):
    """Columns after those of the options; values are the names of paths."""

    SKU = "sku"
    BARCODE = "barcode"
    PRICE = "price"
    COMPARE_AT = "compare_at"
    COST = "cost"
    MARGIN = "margin"
    STOCK = "quantity"
    WEIGHT = "weight"
    POLICY = "inventory_policy"


_FEW = 20  # rows painted again one by one
AFTER = "after"  # what a formula would make of its column; there only while one is being written


class VariantGridRows(QAbstractTableModel):
    """Rows follow the controller's state.

    Group rows stand above their variants. Ticks belong to variants, not to rows: they outlive folding, scrolling and
    grouping. ``ticks_changed`` follows every change of them.
    """

    ticks_changed = Signal()

    def __init__(self, controller: EditorController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._state: EditorState | None = None
        self._keys: list[str] = []
        self._rows: list[GridRow] = []
        self._places: dict[str, int] | None = None
        self._columns: list[str] = []
        self._sums = VariantSums(None)
        self._group: int | None = None
        self._folded: set[str] = set()
        self._ticked: set[str] = set()
        self._effect: Effect | None = None
        self._wrong: set[str] = set()
        controller.replaced.connect(self.reload)
        controller.edited.connect(self.follow)
        controller.grown.connect(self._grow)
        self.reload()

    # -- following ---------------------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Another product or version."""
        same = self._controller.state is self._state
        keys, columns = self._wanted()
        if same and keys == self._keys and columns == self._columns and self._arranged(keys) == self._rows:
            self._sums.forget()
            self._paint_again()
            return
        self.beginResetModel()
        if not same:
            self._ticked.clear()
            self._folded.clear()
            self._effect = None
        self._state = self._controller.state
        self._sums = VariantSums(self._state)
        keys, columns = self._wanted()
        self._take_rows(keys)
        self._columns = columns
        self.endResetModel()
        self._keep_ticks()

    @Slot()
    def follow(self) -> None:
        """Something was typed, a variant came or went."""
        keys, columns = self._wanted()
        if columns != self._columns or self._controller.state is not self._state:
            self.reload()
            return
        if self._group is not None:
            self._regroup(keys)
        elif keys != self._keys:
            self._follow_rows(keys)
            self._keep_ticks()
        self._paint_again()

    @Slot()
    def _grow(self) -> None:
        """Further saved variants are here; they stand before the new ones."""
        state = self._controller.state
        if state is not self._state or state is None or (self._group is not None and state.complete):
            self.follow()
            return
        keys, place = state.variant_keys(), len(self._keys) - len(state.added)
        count = len(keys) - len(self._keys)
        if count <= 0 or keys[place + count :] != self._keys[place:]:
            self.follow()
            return
        self.beginInsertRows(QModelIndex(), place, place + count - 1)
        self._take_rows(keys)
        self.endInsertRows()
        self.ticks_changed.emit()  # the ticked ones are a smaller part now

    def _wanted(self) -> tuple[list[str], list[str]]:
        state = self._controller.state
        if state is None:
            return [], []
        count = len(state.options())
        if self._group is not None and self._group >= count:
            self._group = None
        columns = [*(f"option{place}" for place in range(count)), *GridColumn]
        if self._effect is not None:
            columns.insert(columns.index(self._effect.target) + 1, AFTER)
        return state.variant_keys(), columns

    def _arranged(self, keys: list[str]) -> list[GridRow]:
        state = self._controller.state
        if state is None or self._group is None or not state.complete:
            return list(keys)  # a group says what all of its variants come to
        column, options = f"option{self._group}", state.options()
        return arrange(keys, lambda key: state.cell(key, column).strip(), options[self._group].values, self._folded)

    def _take_rows(self, keys: list[str]) -> None:
        self._keys, self._rows, self._places = keys, self._arranged(keys), None

    def _regroup(self, keys: list[str]) -> None:
        if self._arranged(keys) != self._rows:
            self.beginResetModel()
            self._take_rows(keys)
            self.endResetModel()
            self._keep_ticks()

    def _follow_rows(self, keys: list[str]) -> None:
        wanted, had = set(keys), self._keys
        kept = [key for key in had if key in wanted]
        if keys[: len(kept)] != kept or len(had) - len(kept) > 100:
            self.beginResetModel()
            self._take_rows(keys)
            self.endResetModel()
            return
        for row in reversed([row for row, key in enumerate(had) if key not in wanted]):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._keys[row]
            del self._rows[row]
            self._places = None
            self.endRemoveRows()
        if len(keys) > len(kept):
            self.beginInsertRows(QModelIndex(), len(kept), len(keys) - 1)
            self._take_rows(keys)
            self.endInsertRows()

    def _paint_again(self) -> None:
        """Only the rows that the news is about, where that is known, and those that became wrong or right by it."""
        about, wrong = self._controller.about, self._wrong_keys()
        turned, self._wrong = wrong ^ self._wrong, wrong
        if about is None or self._group is not None or self._effect is not None or len(about) + len(turned) > _FEW:
            self._all_changed()
            return
        for row in map(self._place, about | turned):
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def _wrong_keys(self) -> set[str]:
        return {key for key in map(variant_key, self._controller.problems()) if key is not None}

    def _all_changed(self) -> None:
        if self._rows and self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self._columns) - 1))

    # -- what stands where --------------------------------------------------------------------------

    def column_name(self, column: int) -> str:
        """``option0``… or a :class:`GridColumn`."""
        return self._columns[column]

    def key(self, row: int) -> str:
        """The variant of a row; the first of its variants for a group."""
        found = self._rows[row]
        return found.keys[0] if isinstance(found, GroupRow) else found

    def group(self, row: int) -> GroupRow | None:
        """The group that a row stands for, None for a variant's own row."""
        found = self._rows[row]
        return found if isinstance(found, GroupRow) else None

    def keys(self) -> Sequence[str]:
        """All variants of the product that are here, also folded ones."""
        return tuple(self._keys)

    def group_rows(self) -> list[int]:
        """The rows of groups, top to bottom."""
        return [row for row, found in enumerate(self._rows) if isinstance(found, GroupRow)]

    def path(self, index: Index) -> str:
        """The field path of a cell, "" for a group's."""
        state, key = self._state, self._rows[index.row()]
        if isinstance(key, GroupRow) or state is None:
            return ""
        return variant_path(key, self._columns[index.column()], state.currency)

    def locate(self, path: str) -> QModelIndex:
        """The cell of a path, an invalid index when there is none. A variant's own path is its first cell, a folded
        variant's is its group's."""
        parts = path.split("/")
        row = self._place(parts[1]) if len(parts) > 1 else None
        if row is None:
            return QModelIndex()
        name = parts[2].partition("@")[0] if len(parts) > 2 else self._columns[0]
        return self.index(row, self._columns.index(name) if name in self._columns else 0)

    def _place(self, key: str) -> int | None:
        if self._places is None:
            self._places = {}
            for row, found in enumerate(self._rows):
                for member in (found.keys if found.folded else ()) if isinstance(found, GroupRow) else (found,):
                    self._places[member] = row
        return self._places.get(key)

    # -- groups ------------------------------------------------------------------------------------

    @property
    def grouped_by(self) -> int | None:
        """The place of the option that groups, None for none."""
        return self._group

    def group_by(self, place: int | None) -> None:
        """Group by the values of an option, or not at all."""
        state = self._state
        if place != self._group and (place is None or (state is not None and place < len(state.options()))):
            self._group = place
            self._folded.clear()
            self._regroup(self._keys)  # of variants that are still on their way: when the last one is here

    def fold(self, row: int, folded: bool | None = None) -> None:
        """Fold a group or unfold it; None turns it over."""
        group = self.group(row)
        if group is None or folded == group.folded:
            return
        count, turned = len(group.keys), GroupRow(group.value, group.keys, not group.folded)
        if turned.folded:
            self._folded.add(group.value)
            self.beginRemoveRows(QModelIndex(), row + 1, row + count)
            self._rows[row : row + count + 1] = [turned]
            self._places = None
            self.endRemoveRows()
        else:
            self._folded.discard(group.value)
            self.beginInsertRows(QModelIndex(), row + 1, row + count)
            self._rows[row : row + 1] = [turned, *group.keys]
            self._places = None
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    # -- ticks -------------------------------------------------------------------------------------

    def ticked(self) -> list[str]:
        """The ticked variants, in order."""
        return [key for key in self._keys if key in self._ticked] if self._ticked else []

    def tick_state(self, row: int | None = None) -> Qt.CheckState:
        """Of a variant, of a group, or of all variants."""
        found = self._rows[row] if row is not None else None
        keys = self._keys if found is None else found.keys if isinstance(found, GroupRow) else (found,)
        count = len(self._ticked) if found is None else sum(key in self._ticked for key in keys)
        if found is None and count and self._state is not None and not self._state.complete:
            return Qt.CheckState.PartiallyChecked
        if not count:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if count == len(keys) else Qt.CheckState.PartiallyChecked

    def tick(self, rows: Iterable[int], on: bool) -> None:
        """Tick or untick the variants of rows; a group's row stands for all of its own."""
        found = (self._rows[row] for row in rows)
        keys = {key for row in found for key in (row.keys if isinstance(row, GroupRow) else (row,))}
        self._put_ticks(self._ticked | keys if on else self._ticked - keys)

    def tick_all(self, on: bool) -> None:
        """Tick every variant, or none; every one means also those that are still on their way."""
        if on:
            self._controller.when_whole(self._tick_every)
        else:
            self._put_ticks(set())

    def _tick_every(self) -> None:
        self._put_ticks(set(self._keys))

    def _put_ticks(self, ticked: set[str]) -> None:
        if ticked != self._ticked:
            self._ticked = ticked
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, len(self._rows) - 1))
            self.ticks_changed.emit()

    def _keep_ticks(self) -> None:
        self._put_ticks(self._ticked & set(self._keys))
        self.ticks_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row per variant that is not folded away, one per group."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Options, then the fixed columns."""
        return 0 if parent.isValid() else len(self._columns)

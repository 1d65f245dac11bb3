"""The review list: one row per changed field; a product's first row carries its name and its tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from rustok_desktop.exchange.schemas import FieldDiff, ImportAction, PlannedProduct
from rustok_desktop.gui.importing.import_texts import action_text, field_text, value_text

TICK, PRODUCT, WHAT, FIELD, CHANGE, VARIANTS = range(6)
PAGE = 200
FIELDS_SHOWN = 8
LINE_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class PlanLine:
    """One row: a product and one of its differences, or None where there is nothing to compare."""

    product: PlannedProduct
    diff: FieldDiff | None
    first: bool
    last: bool
    more: int = 0  # differences not listed


class PlanTableModel(QAbstractTableModel):
    """Grows as it is scrolled: ``wanted(after)`` asks for the products behind that ordinal."""

    wanted = Signal(int)
    ticked = Signal(object, bool)  # PlannedProduct, taken in

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._lines: list[PlanLine] = []
        self._excluded: set[int] = set()
        self._after = 0
        self._complete = True
        self._asked = False

    def restart(self) -> None:
        """Empty, and ask for the first page."""
        self.beginResetModel()
        self._lines.clear()
        self._excluded.clear()
        self._after, self._complete, self._asked = 0, False, True
        self.endResetModel()
        self.wanted.emit(0)

    def append(self, products: Sequence[PlannedProduct], page: int = PAGE) -> None:
        """Take the next page; fewer than ``page`` products end the list."""
        self._asked = False
        self._complete = len(products) < page
        lines = [line for product in products for line in _lines_of(product)]
        self._excluded.update(product.ordinal for product in products if product.excluded)
        if products:
            self._after = products[-1].ordinal
        if lines:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines.extend(lines)
            self.endInsertRows()

    def line(self, row: int) -> PlanLine:
        """The row."""
        return self._lines[row]

    def is_ticked(self, product: PlannedProduct) -> bool:
        """Whether the product is to be imported."""
        return product.action in _TICKABLE and product.ordinal not in self._excluded

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Rows so far."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Tick, product, what happens, field, old and new, variants."""
        return 0 if parent.isValid() else 6

    def canFetchMore(self, parent: _Index) -> bool:
        """There may be more products, and nobody asked yet."""
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, parent: _Index) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit(self._after)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The tick of a product's first row can be changed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == TICK:
            line = self._lines[index.row()]
            if line.first and line.product.action in _TICKABLE:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for painting, reading aloud and copying."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK and line.first:
            return Qt.CheckState.Checked if self.is_ticked(line.product) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _TEXTS[index.column()](line)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == VARIANTS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a product."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        product = self._lines[index.row()].product
        taken = Qt.CheckState(value) == Qt.CheckState.Checked
        (self._excluded.discard if taken else self._excluded.add)(product.ordinal)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), VARIANTS))
        self.ticked.emit(product, taken)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column heads."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == VARIANTS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (
            "",
            self.tr("Product"),
            self.tr("What happens"),
            self.tr("Field"),
            self.tr("Old → new"),
            self.tr("Variants"),
        )
        return heads[section].upper()


_TICKABLE = (ImportAction.CREATE, ImportAction.UPDATE)


def _lines_of(product: PlannedProduct) -> list[PlanLine]:
    diffs: list[FieldDiff | None] = list(product.diffs[:FIELDS_SHOWN]) or [None]
    lines = [PlanLine(product, diff, first=n == 0, last=n == len(diffs) - 1) for n, diff in enumerate(diffs)]
    lines[-1].more = max(0, len(product.diffs) - FIELDS_SHOWN)
    return lines


def _product_text(line: PlanLine) -> str:
    return line.product.title or line.product.handle if line.first else ""


def _what_text(line: PlanLine) -> str:
    return action_text(line.product.action) if line.first else ""


def _field_text(line: PlanLine) -> str:
    if line.diff is not None:
        return field_text(line.diff.field, line.diff.variant)
    return field_text("all") if line.product.action is ImportAction.CREATE else ""


def _change_text(line: PlanLine) -> str:
    if line.diff is None:
        return ""
    field = line.diff.field
    return f"{value_text(field, line.diff.old)} → {value_text(field, line.diff.new)}"


def _variants_text(line: PlanLine) -> str:
    return str(line.product.variants) if line.first else ""


_TEXTS: dict[int, Callable[[PlanLine], str]] = {
    TICK: lambda line: "",
    PRODUCT: _product_text,
    WHAT: _what_text,
    FIELD: _field_text,
    CHANGE: _change_text,
    VARIANTS: _variants_text,
}

"""The variants of a product as a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.locale import format_number, number_style
from rustok_desktop.core.money import margin
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.entry import read_money
from rustok_desktop.gui.products.product_texts import MONEY, variant_path

Index = QModelIndex | QPersistentModelIndex
DIRTY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PROBLEM_ROLE = int(Qt.ItemDataRole.UserRole) + 2


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


RIGHT = frozenset({*MONEY, GridColumn.MARGIN, GridColumn.STOCK, GridColumn.WEIGHT})
POLICIES = ("deny", "continue")


class VariantGridModel(QAbstractTableModel):
    """Rows follow the controller's state. Cells take texts as typed; the margin is read-only, and so is the stock
    of a saved variant, which only movements change."""

    def __init__(self, controller: EditorController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._state: EditorState | None = None
        self._keys: list[str] = []
        self._columns: list[str] = []
        self._heads: dict[str, str] = {}
        self._policies: dict[str, str] = {}
        self._stock: dict[str, int] = {}
        controller.replaced.connect(self.reload)
        controller.edited.connect(self.follow)
        self.reload()

    # -- following ---------------------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Another product or version."""
        keys, columns = self._wanted()
        if self._controller.state is self._state and keys == self._keys and columns == self._columns:
            self._read_stock()
            self._all_changed()
            return
        self.beginResetModel()
        self._state, self._keys, self._columns = self._controller.state, keys, columns
        self._read_stock()
        self.endResetModel()

    @Slot()
    def follow(self) -> None:
        """Something was typed, a variant came or went."""
        keys, columns = self._wanted()
        if columns != self._columns or self._controller.state is not self._state:
            self.reload()
            return
        if keys != self._keys:
            self._follow_rows(keys)
        self._all_changed()

    def _wanted(self) -> tuple[list[str], list[str]]:
        state = self._controller.state
        if state is None:
            return [], []
        options = [f"option{place}" for place in range(len(state.options()))]
        return state.variant_keys(), [*options, *GridColumn]

    def _follow_rows(self, keys: list[str]) -> None:
        kept = [key for key in self._keys if key in set(keys)]
        for row in reversed([row for row, key in enumerate(self._keys) if key not in set(keys)]):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._keys[row]
            self.endRemoveRows()
        if keys[: len(kept)] == kept and len(keys) > len(kept):
            self.beginInsertRows(QModelIndex(), len(kept), len(keys) - 1)
            self._keys = keys
            self.endInsertRows()
        elif keys != self._keys:
            self.beginResetModel()
            self._keys = keys
            self.endResetModel()

    def _read_stock(self) -> None:
        view = self._state.view if self._state is not None else None
        variants = view.variants if view is not None else ()
        self._stock = {v.id: sum(level.on_hand for level in v.stock) for v in variants}

    def _all_changed(self) -> None:
        if self._keys and self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, len(self._columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self._columns) - 1))

    def set_texts(self, heads: dict[str, str], policies: dict[str, str]) -> None:
        """The words of heads and policies, in the language of the window."""
        self._heads, self._policies = heads, policies
        self._all_changed()

    def policy_text(self, policy: str) -> str:
        """A policy in words."""
        return self._policies.get(policy, policy)

    # -- cells -------------------------------------------------------------------------------------

    def column_name(self, column: int) -> str:
        """``option0``… or a :class:`GridColumn`."""
        return self._columns[column]

    def key(self, row: int) -> str:
        """The variant of a row."""
        return self._keys[row]

    def keys(self) -> Sequence[str]:
        """The variants, top to bottom."""
        return tuple(self._keys)

    def path(self, index: Index) -> str:
        """The field path of a cell."""
        state = self._state
        return variant_path(self._keys[index.row()], self._columns[index.column()], state.currency if state else "")

    def locate(self, path: str) -> QModelIndex:
        """The cell of a path, an invalid index when there is none. A variant's own path is its first cell."""
        parts = path.split("/")
        if len(parts) < 2 or parts[1] not in self._keys:
            return QModelIndex()
        name = parts[2].partition("@")[0] if len(parts) > 2 else self._columns[0]
        column = self._columns.index(name) if name in self._columns else 0
        return self.index(self._keys.index(parts[1]), column)

    def problem(self, index: Index) -> FieldProblem | None:
        """What is wrong with a cell. A new variant's missing cells are not wrong before a save was tried."""
        state = self._state
        if state is None:
            return None
        found = self._controller.problems().get(self.path(index))
        unfinished = found is not None and found.code in ("required", "option_value_missing", "duplicate_combination")
        if unfinished and not state.attempted and self._keys[index.row()] in state.added:
            return None
        return found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row per variant."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Options, then the fixed columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals, aligned with their columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head(section).upper()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def head(self, section: int) -> str:
        """The head of a column as words."""
        name = self._columns[section]
        options = self._state.options() if self._state is not None else ()
        return options[section].name if section < len(options) else self._heads.get(name, name)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._columns[column] in RIGHT else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Which cells can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsEditable if self.editable(index) else base

    def editable(self, index: Index) -> bool:
        """Whether a cell takes text."""
        if not index.isValid() or self._state is None:
            return False
        name = self._columns[index.column()]
        fresh = self._keys[index.row()] in self._state.added
        return name != GridColumn.MARGIN and (fresh or name != GridColumn.STOCK)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, whether unsaved, and what is wrong."""
        if not index.isValid() or self._state is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._shown(index)
        if role == Qt.ItemDataRole.EditRole:
            return self.cell_text(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == DIRTY_ROLE:
            return self._state.is_dirty(self.path(index))
        if role == PROBLEM_ROLE:
            return self.problem(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            problem = self.problem(index)
            return problem.text(self._controller.language) if problem is not None else None
        return None

    def cell_text(self, index: Index) -> str:
        """The text as typed, or as worked out for read-only cells."""
        state, name, key = self._state, self._columns[index.column()], self._keys[index.row()]
        if state is None or name == GridColumn.MARGIN:
            return self._margin(key)
        if name == GridColumn.STOCK and key in self._stock:
            return format_number(self._stock[key], self._controller.language)
        return state.cell(key, name)

    def _shown(self, index: Index) -> str:
        text = self.cell_text(index)
        return self._policies.get(text, text) if self._columns[index.column()] == GridColumn.POLICY else text

    def _margin(self, key: str) -> str:
        state = self._state
        if state is None:
            return ""
        amounts = (
            read_money("", state.cell(key, name), state.currency, language=state.language)[0]
            for name in ("price", "cost")
        )
        price, cost = amounts
        gain = margin(price, cost) if price is not None else None
        return "" if gain is None else f"{gain:f} %".replace(".", number_style(self._controller.language).decimal)

    # -- typing ------------------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a text as typed."""
        if role != Qt.ItemDataRole.EditRole or not self.editable(index):
            return False
        return self.put([(index, str(value))])

    def put(self, cells: Iterable[tuple[Index, str]]) -> bool:
        """Take several texts as one edit; read-only cells are passed over. False when nothing changed."""
        wanted = [(self.path(index), self._clean(index, text)) for index, text in cells if self.editable(index)]
        return self._controller.edit_many(wanted)

    def _clean(self, index: Index, text: str) -> str:
        """A policy may come in words, from a paste; anything else stays as typed."""
        if self._columns[index.column()] != GridColumn.POLICY:
            return text
        plain = text.strip().casefold()
        words = {self._policies.get(policy, policy).casefold(): policy for policy in POLICIES}
        return words.get(plain, plain if plain in POLICIES else self.cell_text(index))

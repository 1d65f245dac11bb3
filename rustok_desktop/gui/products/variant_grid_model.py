"""The variants of a product as a sheet, grouped if asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Qt

from rustok_desktop.commerce.price_formula import Amounts
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.locale import format_number, number_style
from rustok_desktop.core.money import margin
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.entry import money_text, plain_money
from rustok_desktop.gui.products.price_effect import Effect
from rustok_desktop.gui.products.product_texts import MONEY, variant_key, variant_path
from rustok_desktop.gui.products.variant_grid_rows import AFTER, GridColumn, Index, VariantGridRows
from rustok_desktop.gui.products.variant_rows import GridRow, GroupRow, GroupSums, extent, range_text

__all__ = ["AFTER", "AFTER_ROLE", "DIRTY_ROLE", "POLICIES", "PROBLEM_ROLE", "GridColumn", "VariantGridModel"]

DIRTY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PROBLEM_ROLE = int(Qt.ItemDataRole.UserRole) + 2
AFTER_ROLE = int(Qt.ItemDataRole.UserRole) + 3  # (text before, text after, whether it breaks a rule) or None
RIGHT = frozenset({*MONEY, GridColumn.MARGIN, GridColumn.STOCK, GridColumn.WEIGHT})
READ_ONLY = frozenset({str(GridColumn.MARGIN), AFTER})
POLICIES = ("deny", "continue")
# Put together once: combining flags takes longer than anything else that is asked about a cell.
_RIGHTWARDS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFTWARDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _READ | Qt.ItemFlag.ItemIsEditable


class CellLook(NamedTuple):
    """How a variant's cell is painted: ``quiet`` takes no text, ``out`` says that nothing is on hand."""

    text: str
    dirty: bool
    wrong: bool
    quiet: bool
    out: bool
    right: bool


class VariantGridModel(VariantGridRows):
    """Cells take texts as typed; the margin is read-only, and so is the stock of a saved variant, which only movements
    change. Group rows take nothing."""

    def __init__(self, controller: EditorController, parent: QObject | None = None) -> None:
        self._heads: dict[str, str] = {}
        self._policies: dict[str, str] = {}
        self._words: dict[str, str] = {}
        super().__init__(controller, parent)

    def set_texts(self, heads: dict[str, str], policies: dict[str, str], words: dict[str, str] | None = None) -> None:
        """The words of heads and policies, and of groups (``out``, ``low``, ``wrong``, with ``{n}``), in the language
        of the window."""
        self._heads, self._policies, self._words = heads, policies, words or {}
        self._all_changed()

    def policy_text(self, policy: str) -> str:
        """A policy in words."""
        return self._policies.get(policy, policy)

    # -- cells -------------------------------------------------------------------------------------

    def sums(self, group: GroupRow) -> GroupSums:
        """What a group comes to."""
        return self._sums.of_group(group, self._wrong_keys())

    def amounts(self, key: str) -> Amounts:
        """A variant's price, compare-at and cost in minor units as typed."""
        return self._sums.amounts(key)

    # -- what a formula would do -------------------------------------------------------------------

    @property
    def effect(self) -> Effect | None:
        """What stands in the column of outcomes."""
        return self._effect

    def show_effect(self, effect: Effect | None) -> None:
        """Show what a formula would do in a column beside its own; None takes the column away."""
        had = self._columns.index(AFTER) if AFTER in self._columns else -1
        wanted = -1 if effect is None or not self._columns else self._without_after().index(effect.target) + 1
        if had >= 0 and had != wanted:
            self.beginRemoveColumns(QModelIndex(), had, had)
            self._effect = None
            del self._columns[had]
            self.endRemoveColumns()
        if wanted >= 0 and had != wanted:
            self.beginInsertColumns(QModelIndex(), wanted, wanted)
            self._effect = effect
            self._columns.insert(wanted, AFTER)
            self.endInsertColumns()
        self._effect = effect
        if wanted >= 0 and self._rows:
            self.dataChanged.emit(self.index(0, wanted), self.index(len(self._rows) - 1, wanted))

    def _without_after(self) -> list[str]:
        return [name for name in self._columns if name != AFTER]

    def _after_text(self, row: GridRow) -> str:
        effect, state = self._effect, self._state
        if effect is None or state is None:
            return ""
        if isinstance(row, GroupRow):
            found = extent(effect.amount(key) for key in row.keys)
            return range_text(found, state.currency, self._controller.language)
        before, after = effect.texts(row) or ("", "")
        return f"{before} → {after}" if before != after else after

    # -- cells -------------------------------------------------------------------------------------

    def problem(self, index: Index) -> FieldProblem | None:
        """What is wrong with a cell. A new variant's missing cells are not wrong before a save was tried."""
        key = self._rows[index.row()]
        return None if isinstance(key, GroupRow) else self._problem(key, self.path(index))

    def wrong_cells(self) -> int:
        """How many cells have to be put right, also in folded groups."""
        known = set(self._keys)
        found = ((variant_key(path) or path.partition("/")[2], path) for path in self._controller.problems())
        return sum(1 for key, path in found if key in known and self._problem(key, path) is not None)

    def _problem(self, key: str, path: str) -> FieldProblem | None:
        state = self._state
        if state is None:
            return None
        found = self._controller.problems().get(path)
        unfinished = found is not None and found.code in ("required", "option_value_missing", "duplicate_combination")
        if unfinished and not state.attempted and key in state.added:
            return None
        return found

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals, aligned with their columns; ticks beside the rows."""
        if orientation == Qt.Orientation.Vertical and 0 <= section < len(self._rows):
            return self.tick_state(section) if role == Qt.ItemDataRole.CheckStateRole else None
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
        if name == AFTER and self._effect is not None:
            column = self._heads.get(self._effect.target, self._effect.target)
            return self._words.get("after", "{column}").format(column=column)
        options = self._state.options() if self._state is not None else ()
        return options[section].name if section < len(options) else self._heads.get(name, name)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        name = self._columns[column]
        if name == AFTER and self._effect is not None:
            name = self._effect.target
        return _RIGHTWARDS if name in RIGHT else _LEFTWARDS

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Which cells can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TYPED if self.editable(index) else _READ

    def editable(self, index: Index) -> bool:
        """Whether a cell takes text."""
        if not index.isValid() or self._state is None:
            return False
        name, key = self._columns[index.column()], self._rows[index.row()]
        if isinstance(key, GroupRow) or name in READ_ONLY:
            return False
        return name != GridColumn.STOCK or key in self._state.added

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, whether unsaved, and what is wrong."""
        if not index.isValid() or self._state is None:
            return None
        if role == AFTER_ROLE:
            return self._outcome(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._shown(index)
        if role == Qt.ItemDataRole.EditRole:
            return self.cell_text(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == DIRTY_ROLE:
            return self.group(index.row()) is None and self._state.is_dirty(self.path(index))
        if role == PROBLEM_ROLE:
            return self.problem(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            problem = self.problem(index)
            return problem.text(self._controller.language) if problem is not None else None
        return None

    def look(self, row: int, column: int) -> CellLook:
        """All that a paint of a variant's cell needs, in one call."""
        state, key, name = self._state, self._rows[row], self._columns[column]
        assert state is not None
        assert isinstance(key, str)
        path = variant_path(key, name, state.currency)
        fixed = name in READ_ONLY or (name == GridColumn.STOCK and key not in state.added)
        text = self._text(key, name)
        return CellLook(
            self._policies.get(text, text) if name == GridColumn.POLICY else text,
            path in state.edits,
            self._problem(key, path) is not None,
            fixed,
            name == GridColumn.STOCK and text.startswith(("0", "-")),
            name in RIGHT,
        )

    def _outcome(self, index: Index) -> tuple[str, str, bool] | None:
        key = self._rows[index.row()]
        if self._effect is None or self._columns[index.column()] != AFTER or isinstance(key, GroupRow):
            return None
        texts = self._effect.texts(key)
        return None if texts is None else (*texts, key in self._effect.wrong)

    def cell_text(self, index: Index) -> str:
        """The text as typed, money in the form of the window's language; or as worked out for read-only cells."""
        return self._text(self._rows[index.row()], self._columns[index.column()])

    def _text(self, key: GridRow, name: str) -> str:
        state = self._state
        if state is None:
            return ""
        if name == AFTER:
            return self._after_text(key)
        if isinstance(key, GroupRow):
            return self._group_text(key, name)
        if name == GridColumn.MARGIN:
            return self._margin(key)
        if name == GridColumn.STOCK and (on_hand := self._sums.on_hand(key)) is not None:
            return format_number(on_hand, self._controller.language)
        text = state.cell(key, name)
        return money_text(text, self._controller.language) if name in MONEY else text

    def _shown(self, index: Index) -> str:
        text = self.cell_text(index)
        policy = self._columns[index.column()] == GridColumn.POLICY and self.group(index.row()) is None
        return self._policies.get(text, text) if policy else text

    def _group_text(self, group: GroupRow, name: str) -> str:
        sums = self.sums(group)
        if name == f"option{self._group}":
            return group.value
        if name == GridColumn.STOCK:
            return format_number(sums.on_hand, self._controller.language)
        if name == GridColumn.POLICY:
            return self.worst(group)[1]
        currency = self._state.currency if self._state is not None else ""
        return range_text(sums.ranges.get(name), currency, self._controller.language)

    def count_text(self, group: GroupRow) -> str:
        """How many variants a group has, in words."""
        return self.tr("%Ln variant(s)", "", len(group.keys))

    def longest_texts(self, column: int) -> list[str]:
        """Texts that a column should have room for: the values of an option, the ranges of groups."""
        name, state = self._columns[column], self._state
        if state is not None and name.startswith("option"):
            return list(state.options()[column].values)
        if name not in (*MONEY, AFTER):
            return []
        groups = (self.group(row) for row in self.group_rows())
        return [self._after_text(g) if name == AFTER else self._group_text(g, name) for g in groups if g is not None]

    def worst(self, group: GroupRow) -> tuple[str, str]:
        """The worst that can be said of a group's variants, as its kind (wrong, out, low or nothing) and in words."""
        sums = self.sums(group)
        for kind, count in (("wrong", sums.wrong), ("out", sums.out), ("low", sums.low)):
            if count:
                return kind, self._words.get(kind, "{n}").format(n=format_number(count, self._controller.language))
        return "", ""

    def _margin(self, key: str) -> str:
        price, cost = self._sums.amount(key, "price"), self._sums.amount(key, "cost")
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
        """A policy may come in words, from a paste, and money as the window's language writes it; anything else stays
        as typed."""
        name = self._columns[index.column()]
        if name in MONEY:
            return plain_money(text, self._controller.language)
        if name != GridColumn.POLICY:
            return text
        plain = text.strip().casefold()
        words = {self._policies.get(policy, policy).casefold(): policy for policy in POLICIES}
        return words.get(plain, plain if plain in POLICIES else self.cell_text(index))

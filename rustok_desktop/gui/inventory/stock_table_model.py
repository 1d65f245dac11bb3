"""Variants and their stock at one location, read page by page as the person scrolls."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from shiboken6 import isValid

from rustok_desktop.commerce.stock_views import LevelPage, LevelQuery, LevelView, StockFigures
from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.operations.inventory import LevelStart, MoreLevels, OpenLevels, ReadFigures
from rustok_desktop.gui.products.entry import read_whole
from rustok_desktop.gui.services import ClientPort
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

Index = QModelIndex | QPersistentModelIndex
PAGE = 200
_KEPT = 2000  # rows read again at most when something changed; the rest comes back by scrolling
LEVEL_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Column(IntEnum):
    """The columns, left to right."""

    ARTICLE = 0
    ON_HAND = 1
    RESERVED = 2
    AVAILABLE = 3
    THRESHOLD = 4
    STATE = 5


NUMBERS = frozenset({Column.ON_HAND, Column.RESERVED, Column.AVAILABLE, Column.THRESHOLD})
EDITABLE = frozenset({Column.ON_HAND, Column.THRESHOLD})


class StockTableModel(HeadedTableModel):
    """``listed`` after the list was read, ``figured`` with its numbers. A typed cell only asks: ``adjust_asked``
    (level, difference) and ``threshold_asked`` (level, threshold or None); the answer comes as :meth:`replace`."""

    listed = Signal()
    figured = Signal(object)
    failed = Signal(object)
    adjust_asked = Signal(object, int)
    threshold_asked = Signal(object, object)

    def __init__(self, client: ClientPort, parent: QObject | None = None) -> None:
        super().__init__(len(Column), NUMBERS, parent=parent)
        self._client = client
        self._rows: list[LevelView] = []
        self._next: tuple[str, int, str] | None = None
        self._query: LevelQuery | None = None
        self._asked = 0
        self._fetching = False
        self._question = ("", "", "")
        self._states: dict[str, str] = {}
        self._language = "en"
        self.loaded = False

    # -- reading -----------------------------------------------------------------------------------

    def open(self, location_id: str, text: str, state: str) -> None:
        """Another question; the old rows stay until the answer is there."""
        self._question = (location_id, text, state)
        self._read(PAGE)

    def refresh(self) -> None:
        """Read again what is shown."""
        if self._question[0]:
            self._read(min(max(PAGE, len(self._rows)), _KEPT))

    def _read(self, limit: int) -> None:
        self._asked += 1
        self._client.submit(
            OpenLevels(*self._question, limit),
            on_result=partial(self._opened, self._asked),
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )

    def _opened(self, asked: int, start: LevelStart) -> None:
        if asked != self._asked:
            return
        rows = list(start.page.rows)
        if [row.variant_id for row in rows] == [row.variant_id for row in self._rows]:
            self._rows = rows
            self._all_changed()
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self._next, self._query, self._fetching, self.loaded = start.page.next, start.query, False, True
        self.listed.emit()
        self._client.submit(
            ReadFigures(start.query),
            on_result=partial(self._counted, asked),
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )

    def _counted(self, asked: int, figures: StockFigures) -> None:
        if asked == self._asked:
            self.figured.emit(figures)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether rows follow those that are here."""
        return not parent.isValid() and self._next is not None and not self._fetching

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page."""
        if self._next is None or self._query is None or self._fetching:
            return
        self._fetching = True
        self._client.submit(
            MoreLevels(self._query, self._next, PAGE),
            on_result=partial(self._arrived, self._asked),
            on_error=self._fetch_failed,
            alive=partial(isValid, self),
        )

    def _arrived(self, asked: int, page: LevelPage) -> None:
        if asked != self._asked:
            return
        self._fetching = False
        self._next = page.next
        if page.rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page.rows) - 1)
            self._rows.extend(page.rows)
            self.endInsertRows()

    def _fetch_failed(self, error: BaseException) -> None:
        self._fetching = False
        self.failed.emit(error)

    def replace(self, level: LevelView) -> None:
        """Show a row as it is after a change."""
        row = self.row_of(level.variant_id)
        if row is not None:
            self._rows[row] = level
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    # -- looking -----------------------------------------------------------------------------------

    def level(self, row: int) -> LevelView | None:
        """The row, None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, variant_id: str | None) -> int | None:
        """Where a variant stands among the rows read so far."""
        return next((n for n, row in enumerate(self._rows) if row.variant_id == variant_id), None)

    def state_texts(self) -> tuple[str, ...]:
        """The words of all chips."""
        return tuple(self._states.values())

    def set_texts(self, language: str, heads: tuple[str, ...], states: dict[str, str]) -> None:
        """The words of heads and chips, in the language of the window."""
        self._language, self._states = language, states
        self.set_heads(heads)
        self._all_changed()

    def row_total(self) -> int:
        """The rows read so far."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """On hand and threshold are typed in place."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts of a cell; the whole level under LEVEL_ROLE."""
        level = self.level(index.row())
        if level is None:
            return None
        if role == LEVEL_ROLE:
            return level
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role == Qt.ItemDataRole.EditRole:
            return str(level.on_hand if index.column() == Column.ON_HAND else level.threshold)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(level, index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """``12`` sets what is on hand, ``+3`` and ``-3`` change it; an empty threshold is the shop's."""
        level = self.level(index.row())
        number, problem = read_whole("cell", str(value))
        if level is None or problem is not None:
            return False
        if index.column() == Column.THRESHOLD:
            if number is not None and number < 0:
                return False
            if number != level.threshold or (number is None and level.own_threshold is not None):
                self.threshold_asked.emit(level, number)
            return True
        if number is None:
            return False
        sign = str(value).strip()[:1]
        # A stock below nothing is shown with its minus: there only a plus can mean a change.
        changes = sign == "+" or (sign in {"-", "\u2212"} and level.on_hand >= 0)
        delta = number if changes else number - level.on_hand
        if delta:
            self.adjust_asked.emit(level, delta)
        return True

    def _text(self, level: LevelView, column: int) -> str:
        if column == Column.ARTICLE:
            return article_text(level.product_title, level.variant_title)
        if column == Column.STATE:
            return self._states.get(level.state, level.state)
        if column == Column.THRESHOLD and not level.managed:
            return ""
        numbers = {
            Column.ON_HAND: level.on_hand,
            Column.RESERVED: level.reserved,
            Column.AVAILABLE: level.available,
            Column.THRESHOLD: level.threshold,
        }
        return format_number(numbers[Column(column)], self._language)


def article_text(product: str, variant: str) -> str:
    """``Studio apron · Indigo / XS``; a product's only variant adds nothing."""
    return product if variant in ("", "Default") else f"{product} · {variant}"

"""The list of products as a table of any length: pages come when rows are looked at."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.locale import format_number, relative_time
from rustok_desktop.gui.operations.products import ListedPage, ListStart, OpenList, ReadAnchors, ReadPage
from rustok_desktop.gui.products.page_cache import ANCHOR_STEP, PAGE_SIZE, Fetch, Listed, PageCache
from rustok_desktop.gui.products.row_text import chip_key, price_text
from rustok_desktop.gui.services import ClientPort, HandlePort, Operation
from rustok_desktop.index.schemas import Anchors, ProductQuery

Index = QModelIndex | QPersistentModelIndex
LISTED_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Column(IntEnum):
    """The columns of the list, as they usually stand from left to right."""

    PRODUCT = 0
    SKU = 1
    STATUS = 2
    STOCK = 3
    PRICE = 4
    UPDATED = 5
    VENDOR = 6
    TYPE = 7
    VARIANTS = 8


RIGHT_ALIGNED = frozenset({Column.STOCK, Column.PRICE, Column.VARIANTS})


class ProductTableModel(QAbstractTableModel):
    """Rows of one query. ``opened`` follows a new query's first page, ``refreshed`` the same query read again,
    ``filled`` every page that arrives, ``failed`` an error (the rows shown so far stay)."""

    opened = Signal()
    refreshed = Signal()
    filled = Signal()
    failed = Signal(object)

    def __init__(self, client: ClientPort, language: str = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._language = language
        self._cache = PageCache()
        self._query = ProductQuery()
        self._asked = 0
        self._running: list[HandlePort] = []  # what reads over the whole list for the present question
        self._loaded = False
        self._chips: dict[str, str] = {}
        self._heads: tuple[str, ...] = ("",) * len(Column)
        self._pump_timer = QTimer(self)
        self._pump_timer.setSingleShot(True)
        self._pump_timer.setInterval(0)
        self._pump_timer.timeout.connect(self._pump)

    # -- questions ---------------------------------------------------------------------------------

    @property
    def query(self) -> ProductQuery:
        """What the rows answer, or are about to."""
        return self._query

    @property
    def total(self) -> int:
        """How many rows the list has."""
        return self._cache.total

    @property
    def loaded(self) -> bool:
        """Whether any answer has come yet."""
        return self._loaded

    def open(self, query: ProductQuery) -> None:
        """Ask a new question; the old rows stay until its first page is here. Nobody waits for the old one's answer."""
        self._query = query
        for handle in self._running:
            handle.cancel()
        self._running.clear()
        self._ask(fresh=True)

    def refresh(self) -> None:
        """Ask the same question again without losing the place."""
        self._ask(fresh=not self._loaded)

    def _ask(self, *, fresh: bool) -> None:
        self._asked += 1
        self._run(
            OpenList(self._query, PAGE_SIZE),
            partial(self._opened, self._asked, fresh),
            partial(self._open_failed, self._asked),
        )

    def _run(self, act: Operation, on_result: Callable[[Any], None], on_error: Callable[[BaseException], None]) -> None:
        handle = self._client.submit(act, on_result=on_result, on_error=on_error, alive=partial(isValid, self))
        self._running = [*(running for running in self._running if not running.done), handle]

    def _opened(self, asked: int, fresh: bool, start: ListStart) -> None:
        if asked != self._asked:
            return
        if fresh or not self._loaded:
            self.beginResetModel()
            self._cache.restart(start.total, start.rows, start.next)
            self._loaded = True
            self.endResetModel()
            self.opened.emit()
        else:
            self._resize(start)
            self.refreshed.emit()
        if start.total > 2 * ANCHOR_STEP:
            self._run(ReadAnchors(self._query), partial(self._anchored, self._cache.generation), _ignore)

    def _resize(self, start: ListStart) -> None:
        before = self._cache.total
        if start.total > before:
            self.beginInsertRows(QModelIndex(), before, start.total - 1)
            self._cache.refresh(start.total, start.rows, start.next)
            self.endInsertRows()
        elif start.total < before:
            self.beginRemoveRows(QModelIndex(), start.total, before - 1)
            self._cache.refresh(start.total, start.rows, start.next)
            self.endRemoveRows()
        else:
            self._cache.refresh(start.total, start.rows, start.next)
        self._changed(0, start.total - 1)

    def _open_failed(self, asked: int, error: BaseException) -> None:
        if asked == self._asked:
            self.failed.emit(error)

    def _anchored(self, generation: int, anchors: Anchors) -> None:
        self._cache.set_anchors(generation, anchors)

    @Slot()
    def _pump(self) -> None:
        for fetch in self._cache.next_fetches():
            self._client.submit(
                ReadPage(self._query, fetch),
                on_result=partial(self._arrived, fetch),
                on_error=partial(self._fetch_failed, fetch),
                alive=partial(isValid, self),
            )

    def _arrived(self, fetch: Fetch, page: ListedPage) -> None:
        filled = self._cache.accept(fetch, page.rows, page.next, page.previous)
        if filled is None:
            return
        self._changed(*filled)
        self.filled.emit()
        if self._cache.wanting:
            self._pump_timer.start()

    def _fetch_failed(self, fetch: Fetch, error: BaseException) -> None:
        self._cache.failed(fetch)
        self.failed.emit(error)

    def _changed(self, first: int, last: int) -> None:
        if last >= first >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    # -- looking -----------------------------------------------------------------------------------

    def listed(self, row: int) -> Listed | None:
        """The row if it is here; asking for nothing."""
        return self._cache.peek(row) if 0 <= row < self._cache.total else None

    def find(self, product_id: str) -> int | None:
        """Where a product stands among the rows that are here."""
        return self._cache.find(product_id)

    def set_texts(self, language: str, heads: tuple[str, ...], chips: dict[str, str]) -> None:
        """The words of heads and chips, in the language of the window."""
        self._language, self._chips = language, chips
        self._heads = (*heads, *("",) * (len(Column) - len(heads)))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._changed(0, self._cache.total - 1)

    def chip_texts(self) -> tuple[str, ...]:
        """The words of all chips there are."""
        return tuple(self._chips.values())

    def chip_text(self, key: str) -> str:
        """The words of a chip."""
        return self._chips.get(key, key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All rows, also those not read yet."""
        return 0 if parent.isValid() else self._cache.total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The fixed columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads in capitals, aligned with their columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].upper()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts of a cell; a row that is not here yet is empty and asked for."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, LISTED_ROLE):
            return None
        listed = self._cache.row(index.row())
        if self._cache.wanting:
            self._pump_timer.start()
        if role == LISTED_ROLE:
            return listed
        return "" if listed is None else self._text(listed, index.column())

    def _text(self, listed: Listed, column: int) -> str:
        row = listed.row
        if column == Column.PRODUCT:
            return row.title
        if column == Column.SKU:
            return row.sku
        if column == Column.STATUS:
            return self.chip_text(chip_key(row))
        if column == Column.STOCK:
            return format_number(row.on_hand, self._language)
        if column == Column.PRICE:
            return price_text(row, self._language)
        if column == Column.VARIANTS:
            return format_number(row.variant_count, self._language)
        if column in (Column.VENDOR, Column.TYPE):
            return row.vendor if column == Column.VENDOR else row.product_type
        return relative_time(row.updated_at, utc_now(), self._language)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _ignore(error: BaseException) -> None:
    """A list without anchors still works, only its jumps are slower."""

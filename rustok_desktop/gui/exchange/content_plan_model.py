"""The items of a content import as rows: what happens, to what, and what there is to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rustok_desktop.exchange.nodes.schemas import ContentAction, PlannedItem
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel

WHAT, KIND, TITLE, KNOW = range(4)
PAGE = 500
TICKABLE = (ContentAction.CREATE, ContentAction.UPDATE)


class ContentPlanModel(HeadedTableModel):
    """Grows as it is scrolled; ``more_wanted`` asks for what comes after an ordinal. ``ticked`` when an item is left
    out or taken back in.
    """

    more_wanted = Signal(int)
    ticked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(4, (), parent)
        self._rows: list[PlannedItem] = []
        self._whole = True
        self._asked = False
        self._decided: dict[int, bool] = {}  # by ordinal, whether it is taken; the plan's own answer else

    def forget(self) -> None:
        """Another plan, of which nothing is decided."""
        self._decided.clear()

    def row_total(self) -> int:
        """As many as have come."""
        return len(self._rows)

    def restart(self) -> None:
        """Forget everything and ask for the first rows."""
        self.beginResetModel()
        self._rows, self._whole, self._asked = [], False, True
        self.endResetModel()
        self.more_wanted.emit(0)

    def add(self, items: Sequence[PlannedItem]) -> None:
        """The next rows; fewer than a page are the last ones."""
        self._asked, self._whole = False, len(items) < PAGE
        if items:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(items) - 1)
            self._rows += items
            self.endInsertRows()

    def item(self, row: int) -> PlannedItem | None:
        """The item of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether there is more to come."""
        return not parent.isValid() and not self._whole and not self._asked

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Ask for it."""
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(self._rows[-1].ordinal if self._rows else 0)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        item = self.item(index.row())
        if item is not None and role == Qt.ItemDataRole.CheckStateRole and index.column() == WHAT:
            if item.action not in TICKABLE:
                return None
            return Qt.CheckState.Checked if self.is_taken(item) else Qt.CheckState.Unchecked
        if item is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.column() == WHAT:
            return self.what(item.action)
        if index.column() == KIND:
            return self.kind(item.part)
        return item.title if index.column() == TITLE else " ".join(filter(None, (item.reason, *item.notes)))

    def is_taken(self, item: PlannedItem) -> bool:
        """Whether it comes along."""
        return item.action in TICKABLE and self._decided.get(item.ordinal, not item.excluded)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """What would be written can be left out."""
        flags = super().flags(index)
        item = self.item(index.row())
        if item is not None and index.column() == WHAT and item.action in TICKABLE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Leave an item out, or take it back in."""
        item = self.item(index.row())
        if item is None or role != Qt.ItemDataRole.CheckStateRole or item.action not in TICKABLE:
            return False
        taken = Qt.CheckState(value) == Qt.CheckState.Checked
        if taken != self.is_taken(item):
            self._decided[item.ordinal] = taken
            self.dataChanged.emit(index, index)
            self.ticked.emit(item, taken)
        return True

    def turn(self, row: int) -> None:
        """The other way round."""
        item = self.item(row)
        if item is not None:
            state = Qt.CheckState.Unchecked if self.is_taken(item) else Qt.CheckState.Checked
            self.setData(self.index(row, WHAT), state, Qt.ItemDataRole.CheckStateRole)

    def what(self, action: ContentAction) -> str:
        """What happens, in a word."""
        return {
            ContentAction.CREATE: self.tr("New"),
            ContentAction.UPDATE: self.tr("Changed"),
            ContentAction.UNCHANGED: self.tr("As it is"),
            ContentAction.SKIP: self.tr("Left out"),
        }[action]

    def kind(self, part: str) -> str:
        """What it is, in a word."""
        return {
            "post": self.tr("Post"),
            "page": self.tr("Page"),
            "article": self.tr("Article"),
            "custom": self.tr("Own kind"),
            "comment": self.tr("Comment"),
            "menu": self.tr("Menu"),
            "menu_item": self.tr("Menu item"),
            "category": self.tr("Category"),
            "picture": self.tr("Picture"),
            "media": self.tr("Picture"),
            "product": self.tr("Product"),
            "file": self.tr("File"),
            "block": self.tr("Block"),
            "text": self.tr("Text"),
        }.get(part, part)

"""Tags as a table: name, how many products."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rustok_desktop.core.locale import format_number
from rustok_desktop.core.text import fold
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel
from rustok_desktop.taxonomy.views import TagView

Index = QModelIndex | QPersistentModelIndex
NAME, COUNT = 0, 1
TAG_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class TagTableModel(HeadedTableModel):
    """``renamed`` carries (id, typed name); the name shown changes when the shop says so."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(2, (COUNT,), parent=parent)
        self._all: tuple[TagView, ...] = ()
        self._shown: list[TagView] = []
        self._text = ""
        self._sort = (NAME, False)
        self.language = "en"

    def show_tags(self, tags: Sequence[TagView]) -> None:
        """Replaces everything."""
        self._all = tuple(tags)
        self._apply()

    def filter(self, text: str) -> None:
        """Only names with this in them."""
        self._text = fold(text.strip())
        self._apply()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By name or by count."""
        self._sort = (max(column, NAME), order == Qt.SortOrder.DescendingOrder)
        self._apply()

    def set_texts(self, heads: tuple[str, str], language: str) -> None:
        """The words of heads, in the language of the window."""
        self.language = language
        self.set_heads(heads)
        self._all_changed()

    @property
    def total(self) -> int:
        """How many tags there are."""
        return len(self._all)

    @property
    def unused(self) -> int:
        """How many no product carries."""
        return sum(tag.use_count == 0 for tag in self._all)

    def tag(self, row: int) -> TagView | None:
        """The tag of a line."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, tag_id: str) -> int:
        """The line of a tag, -1 when it is not shown."""
        return next((row for row, tag in enumerate(self._shown) if tag.id == tag_id), -1)

    def _apply(self) -> None:
        self.beginResetModel()
        column, descending = self._sort
        found = [tag for tag in self._all if self._text in fold(tag.name)]
        if column == COUNT:
            found.sort(key=lambda tag: tag.use_count)
        self._shown = found[::-1] if descending else found
        self.endResetModel()

    def row_total(self) -> int:
        """One line per tag."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts and the tag itself."""
        tag = self.tag(index.row())
        if tag is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return tag.name if index.column() == NAME else format_number(tag.use_count, self.language)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return tag if role == TAG_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tells a typed name; an empty or unchanged one is no rename."""
        tag, name = self.tag(index.row()), str(value).strip()
        if tag is None or role != Qt.ItemDataRole.EditRole or not name or name == tag.name:
            return False
        self.renamed.emit(tag.id, name)
        return True

"""The trash as a table: what, which kind, since when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from rustok_desktop.core.text import fold
from rustok_desktop.gui.history.field_texts import NOTHING, moment_text
from rustok_desktop.gui.widgets.headed_table_model import HeadedTableModel
from rustok_desktop.history.views import TrashedThing

Index = QModelIndex | QPersistentModelIndex
NAME, KIND, WHEN = 0, 1, 2


def kind_text(kind: str) -> str:
    """A kind of thing in words; the bare name for one that has none."""
    translate = QCoreApplication.translate
    return {
        "product": translate("TrashKinds", "Product"),
        "category": translate("TrashKinds", "Category"),
        "collection": translate("TrashKinds", "Collection"),
        "tag": translate("TrashKinds", "Tag"),
        "media": translate("TrashKinds", "Picture"),
        "node": translate("TrashKinds", "Page or post"),
        "price_list": translate("TrashKinds", "Price list"),
    }.get(kind, kind)


class TrashTableModel(HeadedTableModel):
    """Read-only; sorted by any column, filtered by what stands in the first two."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(3, parent=parent)
        self._all: tuple[TrashedThing, ...] = ()
        self._shown: list[TrashedThing] = []
        self._text = ""
        self._sort = (WHEN, True)
        self._language = "en"

    def show_things(self, things: Sequence[TrashedThing]) -> None:
        """Replaces everything."""
        self._all = tuple(things)
        self._apply()

    def filter(self, text: str) -> None:
        """Only what has this in its name or kind."""
        self._text = fold(text.strip())
        self._apply()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By any column."""
        self._sort = (max(column, NAME), order == Qt.SortOrder.DescendingOrder)
        self._apply()

    def set_texts(self, heads: tuple[str, str, str], language: str) -> None:
        """The words of heads and kinds, in the language of the window."""
        self._language = language
        self.set_heads(heads)
        self._apply()

    @property
    def things(self) -> tuple[TrashedThing, ...]:
        """All of them, whatever is filtered."""
        return self._all

    def thing(self, row: int) -> TrashedThing | None:
        """The thing of a line."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _apply(self) -> None:
        self.beginResetModel()
        column, descending = self._sort
        found = [t for t in self._all if self._text in fold(f"{t.name} {kind_text(t.kind)}")]
        keys = {NAME: lambda t: fold(t.name), KIND: lambda t: fold(kind_text(t.kind)), WHEN: lambda t: t.deleted_at}
        self._shown = sorted(found, key=keys[column], reverse=descending)
        self.endResetModel()

    def row_total(self) -> int:
        """One line per thing."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts."""
        thing = self.thing(index.row())
        if thing is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.column() == NAME:
            return thing.name or NOTHING
        return kind_text(thing.kind) if index.column() == KIND else moment_text(thing.deleted_at, self._language)

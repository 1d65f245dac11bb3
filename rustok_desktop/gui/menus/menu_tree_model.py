"""The items of a menu as a model: what is dragged and typed is only told, the shop decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

if TYPE_CHECKING:
    from rustok_desktop.content.menus import MenuItemView, MenuView

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MIME = "application/x-rustok-menu-item"
_EDIT = int(Qt.ItemDataRole.EditRole)


class MenuTreeModel(QStandardItemModel):
    """One column. ``renamed`` carries (id, title); ``dropped`` (id, parent's id, index or -1 for last)."""

    renamed = Signal(str, str)
    dropped = Signal(str, str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._lines: dict[str, QStandardItem] = {}
        self._views: dict[str, MenuItemView] = {}
        self.menu: MenuView | None = None

    def show_menu(self, menu: MenuView | None) -> None:
        """Replaces everything."""
        self.clear()
        self.setColumnCount(1)
        self.menu, self._lines, self._views = menu, {}, {}
        if menu is not None:
            self._add(self.invisibleRootItem(), menu.items)

    def _add(self, above: QStandardItem, items: Iterable[MenuItemView]) -> None:
        for view in items:
            line = QStandardItem(view.title)
            line.setData(view, ITEM_ROLE)
            self._lines[view.id], self._views[view.id] = line, view
            above.appendRow(line)
            self._add(line, view.items)

    def view(self, index: Index) -> MenuItemView | None:
        """The item of a line."""
        return index.data(ITEM_ROLE) if index.isValid() else None

    def find(self, item_id: str) -> MenuItemView | None:
        """The item of an id."""
        return self._views.get(item_id)

    def index_of(self, item_id: str) -> QModelIndex:
        """The line of an item, invalid when there is none."""
        line = self._lines.get(item_id)
        return self.indexFromItem(line) if line is not None else QModelIndex()

    def siblings(self, item: MenuItemView) -> tuple[MenuItemView, ...]:
        """The item and those beside it, in order."""
        above = self.find(item.parent_id)
        if above is not None:
            return above.items
        return self.menu.items if self.menu is not None else ()

    def place(self, item: MenuItemView) -> int:
        """Where it stands among its siblings."""
        return [one.id for one in self.siblings(item)].index(item.id)

    def broken(self) -> list[MenuItemView]:
        """The items that cannot be followed, from the top down."""
        return [view for view in self._views.values() if view.broken is not None]

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Tells a typed title; an empty or unchanged one is no rename."""
        view = self.view(index)
        title = str(value).strip()
        if view is None or role != _EDIT or not title or title == view.title:
            return False
        self._lines[view.id].setText(title)
        self.renamed.emit(view.id, title)
        return True

    def mimeTypes(self) -> list[str]:
        """Items only."""
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        """A drop moves."""
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The id of what is dragged."""
        data = QMimeData()
        view = next((view for index in indexes if (view := self.view(index))), None)
        if view is not None:
            data.setData(MIME, view.id.encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Not into itself or what stands below it."""
        moved = self._dragged(data)
        target = self.view(parent)
        while target is not None:
            if moved is None or target.id == moved.id:
                return False
            target = self.find(target.parent_id)
        return moved is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tells the drop. Answers False: the view must not move lines itself, the shop's answer does."""
        moved = self._dragged(data)
        if moved is not None and self.menu is not None and self.canDropMimeData(data, action, row, column, parent):
            target = self.view(parent)
            parent_id = target.id if target is not None else self.menu.id
            # Among its own siblings a place behind the line counts without the line itself.
            behind = parent_id == moved.parent_id and row > self.place(moved)
            self.dropped.emit(moved.id, parent_id, row - 1 if behind else row)
        return False

    def _dragged(self, data: QMimeData) -> MenuItemView | None:
        return self.find(bytes(data.data(MIME).data()).decode()) if data.hasFormat(MIME) else None

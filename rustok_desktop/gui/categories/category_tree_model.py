"""The tree of categories as a model: what is dragged and typed is only told, the shop decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from rustok_desktop.taxonomy.views import CategoryNode

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MIME = "application/x-rustok-category"
_EDIT = int(Qt.ItemDataRole.EditRole)


class CategoryTreeModel(QStandardItemModel):
    """One column. ``renamed`` carries (id, name); ``dropped`` carries (id, parent id or '', index or -1 for last)."""

    renamed = Signal(str, str)
    dropped = Signal(str, str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._nodes: dict[str, CategoryNode] = {}
        self._items: dict[str, QStandardItem] = {}
        self.locale = ""

    def show_nodes(self, nodes: Sequence[CategoryNode]) -> None:
        """Replaces everything; parents come before their children."""
        self.clear()
        self.setColumnCount(1)
        self._nodes = {node.id: node for node in nodes}
        self._items = {}
        for node in nodes:
            item = QStandardItem(node.name)
            item.setData(node, NODE_ROLE)
            item.setToolTip(node.path)
            self._items[node.id] = item
            above = self._items[node.parent_id] if node.parent_id is not None else self.invisibleRootItem()
            above.appendRow(item)

    def node(self, index: Index) -> CategoryNode | None:
        """The category of a line."""
        node = index.data(NODE_ROLE) if index.isValid() else None
        return node if isinstance(node, CategoryNode) else None

    def find(self, category_id: str | None) -> CategoryNode | None:
        """The category of an id."""
        return self._nodes.get(category_id or "")

    def index_of(self, category_id: str) -> QModelIndex:
        """The line of a category, invalid when there is none."""
        item = self._items.get(category_id)
        return self.indexFromItem(item) if item is not None else QModelIndex()

    def siblings(self, parent_id: str | None) -> list[CategoryNode]:
        """The children of a category in order."""
        return [node for node in self._nodes.values() if node.parent_id == parent_id]

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Tells a typed name; an empty or unchanged one is no rename."""
        node = self.node(index)
        if node is None or role != _EDIT:
            return False
        name = str(value).strip()
        if not name or name == node.name:
            return False
        self._items[node.id].setText(name)
        self.renamed.emit(node.id, name)
        return True

    def mimeTypes(self) -> list[str]:
        """Categories only."""
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        """A drop moves."""
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The id of what is dragged."""
        data = QMimeData()
        node = next((node for index in indexes if (node := self.node(index))), None)
        if node is not None:
            data.setData(MIME, node.id.encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Not into itself or what stands below it."""
        moved = self._dragged(data)
        target = self.node(parent)
        while target is not None:
            if moved is None or target.id == moved.id:
                return False
            target = self.find(target.parent_id)
        return moved is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tells the drop. Answers False: the view must not move lines itself, the shop's answer does."""
        moved = self._dragged(data)
        if moved is not None and self.canDropMimeData(data, action, row, column, parent):
            target = self.node(parent)
            parent_id = target.id if target is not None else None
            # Among its own siblings a place behind the line counts without the line itself.
            behind = row > moved.position and parent_id == moved.parent_id
            self.dropped.emit(moved.id, parent_id or "", row - 1 if behind else row)
        return False

    def _dragged(self, data: QMimeData) -> CategoryNode | None:
        return self.find(bytes(data.data(MIME).data()).decode()) if data.hasFormat(MIME) else None

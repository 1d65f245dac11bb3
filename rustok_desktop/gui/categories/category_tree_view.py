"""The tree of categories on screen, for mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.categories.category_row_delegate import CategoryRowDelegate
from rustok_desktop.gui.categories.category_tree_model import CategoryTreeModel
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.arranged_tree_view import STEPS, ArrangedTreeView, Index
from rustok_desktop.taxonomy.views import CategoryNode

_MOVE_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CategoryTreeView(ArrangedTreeView):
    """``step_asked`` follows Ctrl+Shift+arrows, ``delete_asked`` Del; ``add_asked`` (Ins) carries the id of the one in
    front; F2 edits the name in place."""

    add_asked = Signal(str)

    def __init__(self, model: CategoryTreeModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, 20, parent)
        self.delegate = CategoryRowDelegate(theme, icons, self)
        self.setItemDelegate(self.delegate)

    def line(self, index: Index) -> CategoryNode | None:
        """The category of a line."""
        node: CategoryNode | None = self._model.node(index)
        return node

    def show_nodes(self, nodes: tuple[CategoryNode, ...], prefer: str | None = None) -> None:
        """Shows a tree anew, folded as it was; ``prefer`` or the category in front stays in front."""
        self.refill(lambda: self._model.show_nodes(nodes), prefer)

    def edit_name(self, category_id: str) -> None:
        """Begin to type the name of a category."""
        if self.choose(category_id):
            self.edit(self._model.index_of(category_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, adds and deletes by keys."""
        node, key = self.current, Qt.Key(event.key())
        if node is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _MOVE_KEYS and key in STEPS:
            self.step_asked.emit(node.id, STEPS[key])
        elif node is not None and key == Qt.Key.Key_Delete:
            self.delete_asked.emit(node.id)
        elif key == Qt.Key.Key_Insert:
            self.add_asked.emit(node.id if node is not None else "")
        else:
            super().keyPressEvent(event)

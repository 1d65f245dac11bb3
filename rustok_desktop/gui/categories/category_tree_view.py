"""The tree of categories on screen, for mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from rustok_desktop.gui.categories.category_row_delegate import CategoryRowDelegate
from rustok_desktop.gui.categories.category_tree_model import CategoryTreeModel
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.taxonomy.views import CategoryNode

_STEPS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "out",
    Qt.Key.Key_Right: "in",
}
_MOVE_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CategoryTreeView(QTreeView):
    """``chosen`` names the category in front ('' for none); ``step_asked`` (id, up | down | out | in) moves by
    Ctrl+Shift+arrows; ``add_asked`` (Ins) and ``delete_asked`` (Del) carry ids; F2 edits the name in place."""

    chosen = Signal(str)
    step_asked = Signal(str, str)
    add_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, model: CategoryTreeModel, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._filling = False
        self._folded: set[str] = set()
        self.delegate = CategoryRowDelegate(theme, icons, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(True)
        self.setTabKeyNavigation(False)
        self.restyle()
        theme.changed.connect(self.restyle)
        self.selectionModel().currentChanged.connect(self._current)
        self.collapsed.connect(self._collapsed)
        self.expanded.connect(self._expanded)

    @Slot()
    def restyle(self) -> None:
        """Sizes follow the font."""
        self.setIndentation(self._theme.px(20))
        self.viewport().update()

    @property
    def current(self) -> CategoryNode | None:
        """The category in front."""
        return self._model.node(self.currentIndex())

    def show_nodes(self, nodes: tuple[CategoryNode, ...], prefer: str | None = None) -> None:
        """Shows a tree anew; what was folded stays folded, ``prefer`` or the one in front stays in front."""
        before = self.current
        wanted = prefer or (before.id if before is not None else "")
        place = self.verticalScrollBar().value()
        self._filling = True
        self._model.show_nodes(nodes)
        self.expandAll()
        for category_id in list(self._folded):
            index = self._model.index_of(category_id)
            if index.isValid():
                self.collapse(index)
        index = self._model.index_of(wanted)
        if not index.isValid() and nodes:
            index = self._model.index(0, 0)
        self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(place)
        self._filling = False
        self._tell()

    def edit_name(self, category_id: str) -> None:
        """Begin to type the name of a category."""
        index = self._model.index_of(category_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, adds and deletes by keys."""
        node, key = self.current, Qt.Key(event.key())
        if node is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _MOVE_KEYS and key in _STEPS:
            self.step_asked.emit(node.id, _STEPS[key])
        elif node is not None and key == Qt.Key.Key_Delete:
            self.delete_asked.emit(node.id)
        elif key == Qt.Key.Key_Insert:
            self.add_asked.emit(node.id if node is not None else "")
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._filling:
            self._tell()

    def _tell(self) -> None:
        node = self.current
        self.chosen.emit(node.id if node is not None else "")

    @Slot(QModelIndex)
    def _collapsed(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if node is not None and not self._filling:
            self._folded.add(node.id)

    @Slot(QModelIndex)
    def _expanded(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if node is not None and not self._filling:
            self._folded.discard(node.id)

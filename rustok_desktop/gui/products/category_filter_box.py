"""The filter by category: a tree to choose from, with a field to find one in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeView, QWidget

from rustok_desktop.gui.categories.category_tree_model import CategoryTreeModel
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.popup_filter_box import PopupFilterBox
from rustok_desktop.taxonomy.views import CategoryNode

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TO_TREE = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CategoryFilterBox(PopupFilterBox):
    """Its value is a category's id, which stands for everything below it too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme = theme
        self._model = CategoryTreeModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._model)
        self._found.setRecursiveFilteringEnabled(True)
        self._found.setAutoAcceptChildRows(True)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.finder = QLineEdit()
        self.finder.setClearButtonEnabled(True)
        self.finder.textChanged.connect(self._typed)
        self.finder.installEventFilter(self)
        self.tree = QTreeView()
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setModel(self._found)
        self.tree.installEventFilter(self)
        self.tree.clicked.connect(self._take)
        self.body.addWidget(self.finder)
        self.body.addWidget(self.tree)
        self.retranslate()

    def set_nodes(self, nodes: Sequence[CategoryNode]) -> None:
        """The categories there are."""
        self._model.show_nodes(nodes)
        self.tree.expandAll()

    def node(self, category_id: str | None) -> CategoryNode | None:
        """The category of an id, None when there is none (any more)."""
        return self._model.find(category_id)

    def prepare(self) -> QWidget:
        """The whole tree with the chosen category in sight."""
        self.finder.clear()
        self.tree.expandAll()
        self.tree.setFixedSize(self._theme.px(300), self._theme.px(260))
        value = self.value()
        index = self._found.mapFromSource(self._model.index_of(str(value))) if value is not None else QModelIndex()
        self.tree.setCurrentIndex(index if index.isValid() else self._found.index(0, 0))
        self.tree.scrollTo(self.tree.currentIndex())
        return self.finder

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        self.tree.expandAll()
        self.tree.setCurrentIndex(self._first(text.strip()))

    def _first(self, text: str) -> QModelIndex:
        """The first line that is meant itself, not only kept because of what stands below it."""
        index = self._found.index(0, 0)
        while index.isValid() and text.casefold() not in str(index.data()).casefold():
            index = self.tree.indexBelow(index)
        return index if index.isValid() else self._found.index(0, 0)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        node = self._model.node(self._found.mapToSource(index))
        if node is not None:
            self.close_panel()
            self.choose(node.id, node.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the tree while one types; Enter takes the line in front."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is not self.panel:
            key = Qt.Key(event.key())
            if key in _ENTER:
                self._take(self.tree.currentIndex())
                return True
            if watched is self.finder and key in _TO_TREE:
                self.tree.setFocus()
                self.tree.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.finder.setPlaceholderText(self.tr("Find a category"))
        self.finder.setAccessibleName(self.tr("Find a category"))
        self.tree.setAccessibleName(self.tr("Categories"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

"""The left side of the Categories page: the tree, its acts, the language of its names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.categories.category_tree_model import CategoryTreeModel
from rustok_desktop.gui.categories.category_tree_view import CategoryTreeView
from rustok_desktop.gui.history.take_back import offer_undo
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.operations.taxonomy import (
    AddCategory,
    PlaceCategory,
    ReadTree,
    RemoveCategory,
    RenameCategory,
)
from rustok_desktop.gui.services import GuiServices, Operation
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.taxonomy.views import CategoryNode, CategorySaved, DeletedCategory


class CategoryTreePane(QWidget):
    """``chosen`` carries the category in front or None; ``counted`` follows each reading; ``failed`` errors."""

    chosen = Signal(object)
    counted = Signal(int)
    failed = Signal(object)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._asked = 0
        self._begun: str | None = None  # a category just made, whose name is to be typed
        icons = services.icons
        self.model = CategoryTreeModel(self)
        self.tree = CategoryTreeView(self.model, services.theme, icons)
        self.locales = ChoiceRow(look="pill")
        self.child_button = IconButton(icons.icon("plus", "text"), "")
        self.rename_button = IconButton(icons.icon("pencil", "text"), "")
        self.delete_button = IconButton(icons.icon("trash", "text"), "")
        self.first_button = Button("", icons.icon("plus", "on_accent"), "primary")
        self.empty = EmptyState(icons.icon("tree", "muted"), actions=(self.first_button,))
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inset = self._services.theme.px(10)
        tools = QHBoxLayout()
        tools.setContentsMargins(inset, inset, inset, 0)
        tools.setSpacing(SPACE.xs)
        tools.addWidget(self.locales)
        tools.addStretch(1)
        for button in (self.child_button, self.rename_button, self.delete_button):
            tools.addWidget(button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.empty)
        body = QVBoxLayout()
        body.setContentsMargins(inset // 2, 0, inset // 2, inset // 2)
        body.addWidget(self.stack)
        card = Card(margin=1)
        card.body.addLayout(tools)
        card.body.addLayout(body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _connect(self) -> None:
        self.tree.chosen.connect(self._choose)
        # Reading waits while a name is typed; queued, because the view still counts as editing at that moment.
        self.tree.delegate.closeEditor.connect(self.read, Qt.ConnectionType.QueuedConnection)
        self.tree.step_asked.connect(self.step)
        self.tree.add_asked.connect(self.add)
        self.tree.delete_asked.connect(self.delete)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.model.renamed.connect(self.rename)
        self.model.dropped.connect(self._dropped)
        self.locales.chosen.connect(self._language_chosen)
        self.child_button.clicked.connect(self.add_below)
        self.rename_button.clicked.connect(self.edit_name)
        self.delete_button.clicked.connect(self.delete_current)
        self.first_button.clicked.connect(self.add_top)

    # -- reading -----------------------------------------------------------------------------------

    def start(self) -> None:
        """Ask for the shop's languages, then read the tree."""
        alive = partial(isValid, self)
        self._services.client.submit(ReadShop(), on_result=self._show_shop, on_error=self.failed.emit, alive=alive)

    def _show_shop(self, shop: ShopFacts) -> None:
        self.locales.set_choices([(code, code.upper()) for code, _ in shop.locales])
        for code, name in shop.locales:
            self.locales.button(code).setToolTip(name)
        self.locales.set_value(shop.default_locale)
        self.locales.setVisible(len(shop.locales) > 1)
        self.read()

    @property
    def name_locale(self) -> str:
        """The language of the names shown and typed."""
        return str(self.locales.value() or "")

    @Slot()
    def read(self) -> None:
        """Read the tree again, unless a name is being typed."""
        if not self.name_locale or self.tree.state() == CategoryTreeView.State.EditingState:
            return
        self._asked += 1
        self._services.client.submit(
            ReadTree(self.name_locale),
            on_result=partial(self._show, self._asked),
            on_error=self.failed.emit,
            alive=partial(isValid, self),
        )

    def _show(self, request: int, nodes: tuple[CategoryNode, ...]) -> None:
        if request != self._asked or self.tree.state() == CategoryTreeView.State.EditingState:
            return
        begun, self._begun = self._begun, None
        self.tree.delegate.locale = self.name_locale
        self.tree.show_nodes(nodes, begun)
        self.stack.setCurrentWidget(self.tree if nodes else self.empty)
        self.counted.emit(len(nodes))
        if begun is not None:
            self.tree.edit_name(begun)

    @Slot(object)
    def _language_chosen(self, _locale: object) -> None:
        self.read()

    @Slot(str)
    def _choose(self, category_id: str) -> None:
        node = self.model.find(category_id)
        for button in (self.child_button, self.rename_button, self.delete_button):
            button.setEnabled(node is not None)
        self.chosen.emit(node)

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def add_top(self) -> None:
        """A new category at the top; its name is typed at once."""
        self.add("")

    @Slot()
    def add_below(self) -> None:
        """A new one below the one in front."""
        node = self.tree.current
        self.add(node.id if node is not None else "")

    @Slot(str)
    def add(self, parent_id: str) -> None:
        """A new one below ``parent_id`` or, with '', at the top."""
        self._submit(AddCategory(self.tr("New category"), self.name_locale, parent_id or None), self._added)

    def _added(self, saved: CategorySaved) -> None:
        self._begun = saved.category_id
        self.read()

    @Slot()
    def edit_name(self) -> None:
        """Type the name of the one in front."""
        node = self.tree.current
        if node is not None:
            self.tree.edit_name(node.id)

    @Slot(str, str)
    def rename(self, category_id: str, name: str) -> None:
        """Another name in the language shown."""
        node = self.model.find(category_id)
        if node is not None:
            self._submit(RenameCategory(node.id, node.version, self.name_locale, name), self._read_after)

    @Slot(str, str, int)
    def _dropped(self, category_id: str, parent_id: str, index: int) -> None:
        self.place(category_id, parent_id or None, index if index >= 0 else None)

    def place(self, category_id: str, parent_id: str | None, index: int | None) -> None:
        """To another place, with a notice that can take it back."""
        node = self.model.find(category_id)
        if node is not None:
            self._submit(PlaceCategory(node.id, parent_id, index, node.version), partial(self._moved, node))

    def _moved(self, was: CategoryNode, saved: CategorySaved) -> None:
        self.read()
        if saved.txid is not None:
            text = self.tr("“{name}” moved").format(name=was.name)
            offer_undo(self._services, self, text, saved.txid, self.read)

    @Slot(str, str)
    def step(self, category_id: str, way: str) -> None:
        """One step up, down, in (below the one above) or out (behind the parent)."""
        node = self.model.find(category_id)
        if node is None:
            return
        siblings = self.model.siblings(node.parent_id)
        parent = self.model.find(node.parent_id)
        if way == "up" and node.position > 0:
            self.place(node.id, node.parent_id, node.position - 1)
        elif way == "down" and node.position < len(siblings) - 1:
            self.place(node.id, node.parent_id, node.position + 1)
        elif way == "in" and node.position > 0:
            self.place(node.id, siblings[node.position - 1].id, None)
        elif way == "out" and parent is not None:
            self.place(node.id, parent.parent_id, parent.position + 1)

    @Slot()
    def delete_current(self) -> None:
        """Delete the one in front."""
        node = self.tree.current
        if node is not None:
            self.delete(node.id)

    @Slot(str)
    def delete(self, category_id: str) -> None:
        """Delete at once; the notice can bring it back."""
        node = self.model.find(category_id)
        if node is not None:
            self._submit(RemoveCategory(node.id, node.version), partial(self._deleted, node))

    def _deleted(self, was: CategoryNode, deleted: DeletedCategory) -> None:
        self.read()
        parts = [self.tr("“{name}” deleted").format(name=was.name)]
        if deleted.children:
            parts.append(self.tr("%Ln group(s) below it moved up", "", len(deleted.children)))
        if deleted.products:
            parts.append(self.tr("%Ln product(s) without it now", "", len(deleted.products)))
        offer_undo(self._services, self, " · ".join(parts), deleted.txid, partial(self._brought_back, was))

    def _brought_back(self, was: CategoryNode) -> None:
        self.read()
        self._services.notices.show(self.tr("“{name}” is back").format(name=was.name), "ok")

    def _read_after(self, _saved: CategorySaved) -> None:
        self.read()

    def _refused(self, error: BaseException) -> None:
        self.read()  # what was typed or dropped is not so
        self.failed.emit(error)

    def _submit(self, operation: Operation, on_result: Callable[[Any], None]) -> None:
        self._services.client.submit(
            operation, on_result=on_result, on_error=self._refused, alive=partial(isValid, self), write=True
        )

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        icons, menu = self._services.icons, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("plus", "text"), self.tr("New category"), self.add_top)
        if self.tree.indexAt(place).isValid():
            below = menu.addAction(icons.icon("plus", "text"), self.tr("New subcategory"), self.add_below)
            below.setShortcut(QKeySequence("Ins"))
            named = menu.addAction(icons.icon("pencil", "text"), self.tr("Rename"), self.edit_name)
            named.setShortcut(QKeySequence("F2"))
            menu.addSeparator()
            gone = menu.addAction(icons.icon("trash", "danger"), self.tr("Delete"), self.delete_current)
            gone.setShortcut(QKeySequence("Del"))
        menu.popup(self.tree.viewport().mapToGlobal(place))

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.tree.delegate.language = self._services.translator.language
        self.tree.setAccessibleName(self.tr("Categories"))
        self.tree.setAccessibleDescription(self.tr("F2 renames, Ins adds below, Del deletes, Ctrl+Shift+arrows move."))
        self.locales.setAccessibleName(self.tr("Language of the names"))
        self.child_button.set_tip(self.tr("New subcategory (Ins)"))
        self.rename_button.set_tip(self.tr("Rename (F2)"))
        self.delete_button.set_tip(self.tr("Delete (Del)"))
        self.first_button.setText(self.tr("New category"))
        self.empty.set_texts(
            self.tr("No categories yet"),
            self.tr("Categories are the shelves of the shop: a tree in which products are found."),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

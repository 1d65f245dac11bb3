"""The left side of the Menus page: the field that adds, the tree, its acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from rustok_desktop.gui.menus.menu_tree_model import MenuTreeModel
from rustok_desktop.gui.menus.menu_tree_view import MenuTreeView
from rustok_desktop.gui.menus.target_chooser import TargetChooser
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.choice_row import ChoiceRow
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from rustok_desktop.content.menus import MenuView


class MenuPane(QWidget):
    """``add_asked`` carries a Target, ``place_asked`` (item, parent, index or -1), ``delete_asked`` an id."""

    add_asked = Signal(object)
    place_asked = Signal(str, str, int)
    delete_asked = Signal(str)
    failed = Signal(object)

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        icons = services.icons
        self.model = MenuTreeModel(self)
        self.tree = MenuTreeView(self.model, services.theme, icons)
        self.chooser = TargetChooser(services, fills=True)
        self.locales = ChoiceRow(look="pill")
        self.out_button = IconButton(icons.icon("arrow-left", "text"), "")
        self.in_button = IconButton(icons.icon("arrow-right", "text"), "")
        self.up_button = IconButton(icons.icon("arrow-up", "text"), "")
        self.down_button = IconButton(icons.icon("arrow-down", "text"), "")
        self.rename_button = IconButton(icons.icon("pencil", "text"), "")
        self.delete_button = IconButton(icons.icon("trash", "text"), "")
        self.nothing = EmptyState(icons.icon("link", "muted"))
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        inset = self._services.theme.px(10)
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(2)
        tools.addWidget(self.locales)
        tools.addStretch(1)
        for button in self._buttons():
            tools.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(inset, inset, inset, 0)
        head.setSpacing(SPACE.s)
        head.addWidget(self.chooser)
        head.addWidget(self.tools)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.nothing)
        body = QVBoxLayout()
        body.setContentsMargins(inset // 2, 0, inset // 2, inset // 2)
        body.addWidget(self.stack)
        self.card = card = Card(margin=1)
        card.body.addLayout(head)
        card.body.addLayout(body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _buttons(self) -> tuple[IconButton, ...]:
        moves = (self.up_button, self.down_button, self.out_button, self.in_button)
        return (*moves, self.rename_button, self.delete_button)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self.add_asked)
        self.chooser.failed.connect(self.failed)
        self.chooser.searching.connect(self._searching)
        self.tree.chosen.connect(self._chosen)
        self.tree.step_asked.connect(self.step)
        self.tree.delete_asked.connect(self.delete_asked)
        self.model.dropped.connect(self.place_asked)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        for button, way in (
            (self.up_button, "up"),
            (self.down_button, "down"),
            (self.out_button, "out"),
            (self.in_button, "in"),
        ):
            button.setProperty("way", way)
            button.clicked.connect(self._step_pressed)
        self.rename_button.clicked.connect(self._rename)
        self.delete_button.clicked.connect(self._delete)

    def show_menu(self, menu: MenuView | None, prefer: str | None = None) -> None:
        """Shows a menu, unless a label is being typed."""
        if self.tree.state() == MenuTreeView.State.EditingState:
            return
        self.tree.show_menu(menu, prefer)
        self.stack.setCurrentWidget(self.tree if menu is not None and menu.items else self.nothing)

    @Slot(str)
    def _chosen(self, item_id: str) -> None:
        for button in self._buttons():
            button.setEnabled(bool(item_id))

    @Slot(bool)
    def _searching(self, on: bool) -> None:
        self.stack.setVisible(not on)
        self.tools.setVisible(not on)
        self.card.body.setStretch(0, int(on))  # hits take the room of the tree
        self.card.body.setStretch(1, int(not on))

    @Slot()
    def _step_pressed(self) -> None:
        view = self.tree.current
        if view is not None:
            self.step(view.id, str(self.sender().property("way")))

    @Slot(str, str)
    def step(self, item_id: str, way: str) -> None:
        """One step up, down, in (below the one above) or out (behind the parent)."""
        view = self.model.find(item_id)
        if view is None:
            return
        siblings, place = self.model.siblings(view), self.model.place(view)
        above = self.model.find(view.parent_id)
        if way == "up" and place > 0:
            self.place_asked.emit(view.id, view.parent_id, place - 1)
        elif way == "down" and place < len(siblings) - 1:
            self.place_asked.emit(view.id, view.parent_id, place + 1)
        elif way == "in" and place > 0:
            self.place_asked.emit(view.id, siblings[place - 1].id, -1)
        elif way == "out" and above is not None:
            self.place_asked.emit(view.id, above.parent_id, self.model.place(above) + 1)

    @Slot()
    def _rename(self) -> None:
        if self.tree.currentIndex().isValid():
            self.tree.edit(self.tree.currentIndex())

    @Slot()
    def _delete(self) -> None:
        view = self.tree.current
        if view is not None:
            self.delete_asked.emit(view.id)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        if not self.tree.indexAt(place).isValid():
            return
        icons, menu = self._services.icons, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        named = menu.addAction(icons.icon("pencil", "text"), self.tr("Rename"), self._rename)
        named.setShortcut(QKeySequence("F2"))
        menu.addSeparator()
        gone = menu.addAction(icons.icon("trash", "danger"), self.tr("Delete"), self._delete)
        gone.setShortcut(QKeySequence("Del"))
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.chooser.set_placeholder(self.tr("Add: page, product, category or address"))
        self.locales.setAccessibleName(self.tr("Language of the labels"))
        self.tree.setAccessibleName(self.tr("Items of the menu"))
        self.tree.setAccessibleDescription(self.tr("Alt+arrows move, F2 renames, Del deletes."))
        self.up_button.set_tip(self.tr("Up (Alt+Up)"))
        self.down_button.set_tip(self.tr("Down (Alt+Down)"))
        self.out_button.set_tip(self.tr("One level out (Alt+Left)"))
        self.in_button.set_tip(self.tr("Below the one above (Alt+Right)"))
        self.rename_button.set_tip(self.tr("Rename (F2)"))
        self.delete_button.set_tip(self.tr("Delete (Del)"))
        self.nothing.set_texts(
            self.tr("No items yet"), self.tr("Type above what the menu should lead to; Enter adds the first hit.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

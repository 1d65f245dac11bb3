"""The Menus page: a menu per place in the shop, its tree, and what the chosen item says and leads to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.menus.item_panel import ItemPanel
from rustok_desktop.gui.menus.menu_acts import MenuActs, count_items
from rustok_desktop.gui.menus.menu_pane import MenuPane
from rustok_desktop.gui.menus.menu_panel import MenuPanel
from rustok_desktop.gui.menus.menu_texts import LOCATIONS, location_text
from rustok_desktop.gui.notices.failure import tell_failure
from rustok_desktop.gui.operations.menus import ReadMenus
from rustok_desktop.gui.operations.products import ReadShop, ShopFacts
from rustok_desktop.gui.operations.targets import NODES, Target
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.card import Card
from rustok_desktop.gui.widgets.empty_state import EmptyState
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.page_header import PageHeader
from rustok_desktop.gui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from rustok_desktop.content.menus import MenuView
    from rustok_desktop.runtime.notices import ChangeNotice

_REFRESH_MS = 200
_KINDS = frozenset({"node", "product", "category", "tenant"})
_ADD = str(QT_TRANSLATE_NOOP("MenusPage", "Add to the menu"))
_BROKEN = str(QT_TRANSLATE_NOOP("MenusPage", "Next broken link"))


class MenusPage(QWidget):
    """Opens with ``item_id`` to show one, ``broken`` true for the first that leads nowhere."""

    def __init__(self, services: GuiServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self._services = services
        self._asked = 0
        self._prefer: str | None = None
        self._shop = ShopFacts("", "", (), "")
        self.menus: tuple[MenuView, ...] = ()
        self.header = PageHeader()
        icons = services.icons
        self.broken_button = Button("", icons.icon("alert", "warn"))
        self.rename_button = IconButton(icons.icon("pencil", "text"), "", outlined=True)
        self.delete_button = IconButton(icons.icon("trash", "text"), "", outlined=True)
        self.tabs = TabStrip()
        self.several = FilterBox()
        self.pane = MenuPane(services)
        self.panel = ItemPanel(services)
        self.first_button = Button("", icons.icon("plus", "on_accent"), "primary")
        self.empty = EmptyState(icons.icon("menu", "muted"), actions=(self.first_button,))
        self.about = MenuPanel(services)
        self.acts = MenuActs(services, self.pane.model, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._lay_out()
        self.retranslate()
        self._connect()
        self._register()
        self._submit(ReadShop(), self._show_shop)

    def _lay_out(self) -> None:
        px = self._services.theme.px
        self.header.add_action(self.broken_button)
        self.header.add_action(self.several)
        self.header.add_action(self.rename_button)
        self.header.add_action(self.delete_button)
        card = Card(margin=1)
        self.side = QStackedWidget()
        self.side.addWidget(self.panel)
        self.side.addWidget(self.about)
        self.side.setCurrentWidget(self.about)
        card.body.addWidget(self.side)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(card)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([px(520), px(440)])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(18), px(18), px(14))
        column.setSpacing(SPACE.m)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show)
        self.several.chosen.connect(self._show)
        self.broken_button.clicked.connect(self.show_broken)
        self.rename_button.clicked.connect(self.rename_menu)
        self.delete_button.clicked.connect(self._delete_menu)
        self.about.renamed.connect(self._menu_renamed)
        self.first_button.clicked.connect(self._make_menu)
        self.pane.locales.chosen.connect(self.read)
        self.pane.tree.chosen.connect(self._item_chosen)
        self.pane.tree.clicked.connect(self._item_clicked)
        self.pane.tree.delegate.closeEditor.connect(self.read, Qt.ConnectionType.QueuedConnection)
        self.pane.model.renamed.connect(self._rename)
        self.pane.add_asked.connect(self._add)
        self.pane.place_asked.connect(self.acts.place)
        self.pane.delete_asked.connect(self.acts.delete)
        self.panel.changed.connect(self._change)
        self.panel.mend_asked.connect(self._mend)
        self.panel.open_asked.connect(self._open)
        self.acts.made.connect(self._made)
        self.acts.changed.connect(self.read)
        self.acts.refused.connect(self._refused)
        for part in (self.pane, self.panel):
            part.failed.connect(self._failed)
        self._timer.timeout.connect(self.read)
        self.destroyed.connect(self._services.client.watch(self._noticed))

    def _register(self) -> None:
        def text(source: str) -> partial[str]:
            return partial(QCoreApplication.translate, "MenusPage", source)

        words = ("menu", "navigation", "link", "меню", "навигация", "ссылка")
        self._services.actions.register(
            Action("menus.add", text(_ADD), self.add_here, "products", icon="menu", keywords=words),
            Action(
                "menus.broken", text(_BROKEN), self.show_broken, "products", None, "alert", self._some_broken, words
            ),
        )

    # -- reading -----------------------------------------------------------------------------------

    def _submit(self, operation: Any, on_result: Any, *, write: bool = False) -> None:
        alive = partial(isValid, self)
        submit = self._services.client.submit
        submit(operation, on_result=on_result, on_error=self._failed, alive=alive, write=write)

    def _show_shop(self, shop: ShopFacts) -> None:
        self._shop = shop
        self.pane.locales.set_choices([(code, code.upper()) for code, _ in shop.locales])
        for code, name in shop.locales:
            self.pane.locales.button(code).setToolTip(name)
        self.pane.locales.set_value(shop.default_locale)
        self.pane.locales.setVisible(len(shop.locales) > 1)
        self.panel.set_shop(shop)
        self.about.set_shop(shop)
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the menus again."""
        if self._shop.default_locale:
            self._asked += 1
            self._submit(ReadMenus(str(self.pane.locales.value() or "")), partial(self._listed, self._asked))

    def _listed(self, asked: int, menus: tuple[MenuView, ...]) -> None:
        if asked == self._asked:
            self.menus = menus
            self._show()

    def _noticed(self, notice: ChangeNotice) -> None:
        if isValid(self) and (notice.bulk or notice.kinds & _KINDS) and not self._timer.isActive():
            self._timer.start()

    @property
    def location(self) -> str:
        """The place whose menu is shown."""
        return LOCATIONS[max(0, self.tabs.currentIndex())]

    @property
    def menu(self) -> MenuView | None:
        """The menu shown, None where the place has none."""
        here = [menu for menu in self.menus if menu.location == self.location]
        return next((menu for menu in here if menu.id == self.several.value()), here[0] if here else None)

    @Slot()
    def _show(self) -> None:
        here = [menu for menu in self.menus if menu.location == self.location]
        self.several.set_choices([(menu.id, menu.title or location_text(menu.location)) for menu in here])
        self.several.setVisible(len(here) > 1)
        menu, prefer = self.menu, self._prefer
        self._prefer = None
        self.pane.tree.delegate.locale = str(self.pane.locales.value() or "")
        self.stack.setCurrentWidget(self.splitter if menu is not None else self.empty)
        self.rename_button.setVisible(menu is not None)
        self.delete_button.setVisible(menu is not None)
        self.about.show_menu(menu)
        self.pane.show_menu(menu, prefer)
        self._show_words()

    @Slot(str)
    def _item_chosen(self, item_id: str) -> None:
        item = self.pane.model.find(item_id)
        if item is not None:
            self.panel.show_item(item)
        naming = self.about.isVisible() and self.about.is_typed_into()
        self.side.setCurrentWidget(self.panel if item is not None and not naming else self.about)

    @Slot()
    def _item_clicked(self) -> None:
        item = self.pane.tree.current
        self._item_chosen(item.id if item is not None else "")

    def _broken(self) -> list[tuple[str, str, str]]:
        """(location, menu, item) of every broken link."""
        found = []
        for menu in self.menus:
            waiting = list(menu.items)
            while waiting:
                item = waiting.pop(0)
                waiting = [*item.items, *waiting]
                if item.broken is not None:
                    found.append((menu.location, menu.id, item.id))
        return found

    def _some_broken(self) -> bool:
        return bool(self._broken())

    @Slot()
    def show_broken(self) -> None:
        """Go to the next link that cannot be followed."""
        if not self.isVisible():
            self._services.navigator.go("menus")
        broken = self._broken()
        current = self.pane.tree.current
        ids = [item_id for _, _, item_id in broken]
        if broken:
            after = ids.index(current.id) + 1 if current is not None and current.id in ids else 0
            self._go_to(*broken[after % len(broken)])

    def _go_to(self, location: str, menu_id: str, item_id: str) -> None:
        self._prefer = item_id
        if LOCATIONS[self.tabs.currentIndex()] != location:
            self.tabs.setCurrentIndex(LOCATIONS.index(location))
        self.several.set_value(menu_id)
        self._prefer = item_id
        self._show()
        self.pane.tree.choose(item_id)

    def open_with(self, broken: bool = False) -> None:
        """What the navigator asks for."""
        if broken:
            self.show_broken()

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def add_here(self) -> None:
        """Type what the menu should lead to."""
        if not self.isVisible():
            self._services.navigator.go("menus")
        if self.menu is not None:
            self.pane.chooser.field.setFocus()
        else:
            self._make_menu()

    @Slot()
    def _make_menu(self) -> None:
        self.acts.make_menu(self.location, self._shop.default_locale)

    @Slot()
    def rename_menu(self) -> None:
        """Type another name for the menu shown."""
        if self.menu is not None:
            self.side.setCurrentWidget(self.about)
            self.about.begin()

    @Slot(str, str)
    def _menu_renamed(self, locale: str, text: str) -> None:
        if self.about.menu is not None:
            self.acts.rename_menu(self.about.menu, {locale: text or None})

    @Slot()
    def _delete_menu(self) -> None:
        if self.menu is not None:
            self.acts.delete_menu(self.menu)

    @Slot(object)
    def _add(self, target: Target) -> None:
        if self.menu is not None:
            self.acts.add(self.menu, self.pane.tree.current, target, self._shop.default_locale)

    @Slot(str, str)
    def _rename(self, item_id: str, title: str) -> None:
        self.acts.change(self.pane.model.find(item_id), {"titles": {str(self.pane.locales.value()): title}})

    @Slot(object)
    def _change(self, fields: dict[str, Any]) -> None:
        self.acts.change(self.panel.item, fields)

    @Slot()
    def _mend(self) -> None:
        if self.panel.item is not None:
            self.acts.mend(self.panel.item)

    @Slot(str)
    def _made(self, item_id: str) -> None:
        self._prefer = item_id
        if self.menu is None:
            self.pane.chooser.field.setFocus()
        self.read()

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        self._failed(error)
        self.panel.item = self.about.menu = None  # what was typed or dropped is not so
        self.read()

    @Slot()
    def _open(self) -> None:
        item, go = self.panel.item, self._services.navigator.go
        if item is None:
            return
        if item.target_kind in NODES:
            go("content", node_id=item.target_id)
        elif item.target_kind == "product":
            go("products", product_id=item.target_id)
        else:
            go("categories")

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        tell_failure(self._services, error)

    # -- words -------------------------------------------------------------------------------------

    def _show_words(self) -> None:
        counts = dict.fromkeys(LOCATIONS, 0)
        for menu in self.menus:
            counts[menu.location] += count_items(menu.items)
        texts = [f"{location_text(place)}  {counts[place] or ''}".rstrip() for place in LOCATIONS]
        self.tabs.blockSignals(True)
        self.tabs.set_tabs(texts)
        self.tabs.blockSignals(False)
        broken = len(self._broken())
        self.broken_button.setVisible(broken > 0)
        self.broken_button.setText(self.tr("%Ln broken link(s)", "", broken))
        titles = {
            "header": self.tr("No menu in the header yet"),
            "footer": self.tr("No menu in the footer yet"),
            "sidebar": self.tr("No menu in the sidebar yet"),
            "mobile": self.tr("No menu for phones yet"),
        }
        self.empty.set_texts(
            titles[self.location], self.tr("Visitors find their way by it: pages, products, categories, other sites.")
        )

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self.header.set_title(self.tr("Menus"))
        self.tabs.setAccessibleName(self.tr("Place in the shop"))
        self.several.set_label(self.tr("Menu"))
        self.rename_button.set_tip(self.tr("Rename the menu"))
        self.delete_button.set_tip(self.tr("Delete the menu"))
        self.first_button.setText(self.tr("Make a menu"))
        self.broken_button.setToolTip(self.tr("Go to the next link that cannot be followed"))
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

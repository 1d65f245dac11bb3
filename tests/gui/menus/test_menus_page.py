"""The Menus page as a person uses it: a tree per place, links that are chosen, moved, renamed and mended."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from rustok_desktop.content.menus import MenuItemView, MenuView
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.gui.menus.menu_tree_model import MIME
from rustok_desktop.gui.menus.menus_page import MenusPage
from rustok_desktop.gui.menus.target_chooser import TARGET_ROLE, as_address
from rustok_desktop.gui.operations.history import UndoTransaction
from rustok_desktop.gui.operations.menus import (
    AddItem,
    AddMenu,
    ChangeItem,
    DropItem,
    MendTarget,
    PlaceItem,
    RenameMenu,
)
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.operations.targets import Target
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.products.shop_client import ShopClient

ALT = Qt.KeyboardModifier.AltModifier


def item(name: str, parent: str = "m1", broken: str | None = None, *below: MenuItemView) -> MenuItemView:
    kind, address = ("page", None) if broken else ("address", f"/{name.lower()}")
    return MenuItemView(
        name.lower(),
        parent,
        3,
        name,
        {"en": name},
        kind,
        "n1" if broken else None,
        address,
        "Old page",
        False,
        broken,
        below,
    )


HEADER = MenuView(
    "m1",
    2,
    "header",
    "Header",
    {"en": "Header"},
    (item("Home"), item("Shop", "m1", None, item("Bowls", "shop"), item("Cups", "shop", "hidden")), item("About")),
)
FOOTER = MenuView("m2", 1, "footer", "Footer", {"en": "Footer"}, (item("Terms", "m2", "trashed"),))


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    made.answers = {
        "ReadShop": lambda op: ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), ""),
        "ReadMenus": lambda op: (HEADER, FOOTER),
        "FindTargets": lambda op: (Target("page", "p9", "About us", "published"), Target("product", "p1", "Bowl")),
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> MenusPage:
    made = MenusPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    qtbot.waitUntil(lambda: made.menu is not None)
    return made


def front(page: MenusPage, item_id: str) -> None:
    page.pane.tree.choose(item_id)


def test_each_place_shows_its_menu_and_how_many_items(page: MenusPage) -> None:
    assert [page.tabs.tabText(at) for at in range(4)] == ["Header  5", "Footer  1", "Sidebar", "Mobile"]
    assert page.pane.model.rowCount() == 3
    page.tabs.setCurrentIndex(2)
    assert page.stack.currentWidget() is page.empty
    page.tabs.setCurrentIndex(1)
    assert [view.title for view in page.menu.items] == ["Terms"]  # type: ignore[union-attr]


def test_a_place_without_a_menu_offers_one(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    page.tabs.setCurrentIndex(3)
    qtbot.mouseClick(page.first_button, Qt.MouseButton.LeftButton)
    assert client.operations("AddMenu") == [AddMenu("mobile", {"en": "Mobile"})]


def test_a_menu_is_renamed_in_every_language(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    front(page, "about")
    qtbot.mouseClick(page.rename_button, Qt.MouseButton.LeftButton)
    line = page.about.titles.line("en")
    assert (page.side.currentWidget(), line.text()) == (page.about, "Header")
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "Main menu")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert client.operations("RenameMenu") == [RenameMenu("m1", 2, {"en": "Main menu"})]
    reads = len(client.operations("ReadMenus"))
    client.answer("RenameMenu", NodeSaved("m1", 3, ("title@en",), "tx"))
    qtbot.waitUntil(lambda: len(client.operations("ReadMenus")) > reads)
    page.pane.tree.show_menu(HEADER)
    assert page.side.currentWidget() is page.about, "what is read anew does not take the names away"
    qtbot.mouseClick(page.pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=row_of(page, "about"))
    assert page.side.currentWidget() is page.panel


def row_of(page: MenusPage, item_id: str) -> QPoint:
    return page.pane.tree.visualRect(page.pane.model.index_of(item_id)).center()


def test_a_hit_is_added_behind_the_item_in_front(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    front(page, "bowls")
    field = page.pane.chooser.field
    qtbot.keyClicks(field, "about")
    qtbot.waitUntil(lambda: page.pane.chooser.model.rowCount() == 2)
    assert not page.pane.stack.isVisible()  # hits take the tree's room
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert client.operations("AddItem") == [AddItem("shop", Target("page", "p9", "About us", "published"), "en", 1)]
    assert page.pane.stack.isVisible()


def test_what_looks_like_an_address_is_offered_first(qtbot: Any, page: MenusPage) -> None:
    qtbot.keyClicks(page.pane.chooser.field, "kiln.example.com/a")
    model = page.pane.chooser.model
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    assert model.index(0, 0).data(TARGET_ROLE) == Target("address", "https://kiln.example.com/a", "kiln.example.com/a")


@pytest.mark.parametrize(
    ("typed", "address"),
    [("/about", "/about"), ("#top", "#top"), ("www.a.de", "https://www.a.de"), ("bowl", None), ("two words", None)],
)
def test_addresses_are_told_from_words(typed: str, address: str | None) -> None:
    assert as_address(typed) == address


def test_down_goes_to_the_hits_and_escape_back(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    chooser = page.pane.chooser
    qtbot.keyClicks(chooser.field, "bowl")
    qtbot.waitUntil(lambda: chooser.model.rowCount() == 2)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.hits, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.hits, Qt.Key.Key_Return)
    assert client.operations("AddItem")[0].target.id == "p1"


@pytest.mark.parametrize(
    ("item_id", "key", "parent", "index"),
    [
        ("shop", Qt.Key.Key_Up, "m1", 0),
        ("shop", Qt.Key.Key_Down, "m1", 2),
        ("shop", Qt.Key.Key_Right, "home", None),
        ("bowls", Qt.Key.Key_Left, "m1", 2),
    ],
)
def test_alt_and_arrows_move_an_item(
    qtbot: Any, page: MenusPage, client: ShopClient, item_id: str, key: Qt.Key, parent: str, index: int | None
) -> None:
    front(page, item_id)
    qtbot.keyClick(page.pane.tree, key, ALT)
    assert client.operations("PlaceItem") == [PlaceItem(item_id, 3, parent, index)]


def test_the_first_cannot_go_further_up(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    front(page, "home")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(page.pane.tree, key, ALT)
    assert client.operations("PlaceItem") == []


def dragged(item_id: str) -> QMimeData:
    data = QMimeData()
    data.setData(MIME, item_id.encode())
    return data


def test_a_drop_places_an_item_and_never_below_itself(page: MenusPage, client: ShopClient) -> None:
    model, move = page.pane.model, Qt.DropAction.MoveAction
    shop, bowls = model.index_of("shop"), model.index_of("bowls")
    assert not model.canDropMimeData(dragged("shop"), move, -1, -1, bowls)
    assert not model.dropMimeData(dragged("home"), move, 3, 0, QModelIndex())
    assert not model.dropMimeData(dragged("about"), move, 1, 0, shop)
    page.acts.saves._done(None, NodeSaved("home", 4, (), None))
    assert client.operations("PlaceItem") == [PlaceItem("home", 3, "m1", 2), PlaceItem("about", 3, "shop", 1)]


def test_a_move_can_be_taken_back(qtbot: Any, page: MenusPage, client: ShopClient, services: GuiServices) -> None:
    front(page, "shop")
    qtbot.keyClick(page.pane.tree, Qt.Key.Key_Up, ALT)
    client.answer("PlaceItem", NodeSaved("shop", 4, ("position",), "tx1"))
    notice = services.notices.history[-1]
    assert "“Shop” moved" in notice.text
    assert notice.action is not None
    notice.action()
    assert client.operations("UndoTransaction") == [UndoTransaction("tx1")]


def test_f2_renames_in_the_language_shown(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    qtbot.mouseClick(page.pane.locales.button("ru"), Qt.MouseButton.LeftButton)
    front(page, "home")
    qtbot.keyClick(page.pane.tree, Qt.Key.Key_F2)
    editor = page.pane.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Start")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(client.operations("ChangeItem")))
    assert client.operations("ChangeItem") == [ChangeItem("home", 3, {"titles": {"ru": "Start"}})]


def test_a_label_is_saved_when_it_is_left_and_the_next_save_knows_the_version(
    qtbot: Any, page: MenusPage, client: ShopClient
) -> None:
    front(page, "home")
    line = page.panel.titles.line("en")
    line.setFocus()
    line.setText("Start")
    page.panel.titles.line("ru").setFocus()
    page.panel.new_window.click()
    assert [op.fields for op in client.operations("ChangeItem")] == [{"titles": {"en": "Start"}}]
    client.answer("ChangeItem", NodeSaved("home", 4, ("title@en",), "tx"))
    assert client.operations("ChangeItem")[-1] == ChangeItem("home", 4, {"new_window": True})


def test_an_emptied_label_takes_the_language_away(page: MenusPage, client: ShopClient) -> None:
    front(page, "home")
    line = page.panel.titles.line("en")
    line.setText("")
    line.editingFinished.emit()
    assert client.operations("ChangeItem")[-1].fields == {"titles": {"en": None}}


def test_del_removes_with_what_is_below(qtbot: Any, page: MenusPage, client: ShopClient, services: GuiServices) -> None:
    front(page, "shop")
    qtbot.keyClick(page.pane.tree, Qt.Key.Key_Delete)
    assert client.operations("DropItem") == [DropItem("shop", 3)]
    client.answer("DropItem", NodeSaved("shop", 4, ("deleted_at",), "tx1"))
    assert services.notices.history[-1].text == "“Shop” deleted · 2 items below it went along"


def test_broken_links_are_counted_and_gone_through_one_by_one(qtbot: Any, page: MenusPage) -> None:
    assert page.broken_button.text() == "2 broken links"
    front(page, "home")
    qtbot.mouseClick(page.broken_button, Qt.MouseButton.LeftButton)
    assert page.pane.tree.current.id == "cups"
    assert "not public" in page.panel.trouble.text()
    qtbot.mouseClick(page.broken_button, Qt.MouseButton.LeftButton)
    assert page.location == "footer"
    assert page.pane.tree.current.id == "terms"


def test_a_broken_link_is_mended_where_it_is_shown(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    front(page, "cups")
    assert page.panel.mend.text() == "Publish"
    qtbot.mouseClick(page.panel.mend, Qt.MouseButton.LeftButton)
    assert client.operations("MendTarget") == [MendTarget("page", "n1", "hidden")]
    page.open_with(broken=True)
    assert page.panel.mend.text() == "Restore"


def test_another_target_is_chosen_in_the_panel(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    front(page, "cups")
    qtbot.keyClicks(page.panel.chooser.field, "about")
    qtbot.waitUntil(lambda: page.panel.chooser.model.rowCount() == 2)
    qtbot.keyClick(page.panel.chooser.field, Qt.Key.Key_Return)
    assert client.operations("ChangeItem")[-1].fields == {"target": {"kind": "page", "id": "p9"}}


def test_a_refused_label_is_told_and_shown_as_it_is(page: MenusPage, client: ShopClient, services: GuiServices) -> None:
    front(page, "home")
    line = page.panel.titles.line("en")
    line.setText("")
    line.editingFinished.emit()
    reads = len(client.operations("ReadMenus"))
    client.fail("ChangeItem", Invalid([FieldProblem("title@en", "required")]))
    assert services.notices.history[-1].kind == "error"
    assert len(client.operations("ReadMenus")) == reads + 1


def test_changes_from_elsewhere_are_read(qtbot: Any, page: MenusPage, client: ShopClient) -> None:
    reads = len(client.operations("ReadMenus"))
    client.notify(ChangeNotice(frozenset({"media"}), frozenset(), frozenset(), 1))
    client.notify(ChangeNotice(frozenset({"node"}), frozenset({"home"}), frozenset({"tx"}), 2))
    qtbot.waitUntil(lambda: len(client.operations("ReadMenus")) == reads + 1)


def test_the_way_to_what_a_link_leads_to(page: MenusPage, services: GuiServices, qtbot: Any) -> None:
    front(page, "cups")
    qtbot.mouseClick(page.panel.open_button, Qt.MouseButton.LeftButton)
    assert services.navigator.page == "content"
    assert services.navigator.arguments == {"node_id": "n1"}


def test_russian_at_once(page: MenusPage, services: GuiServices) -> None:
    services.translator.set_language("ru")
    page.retranslate()
    assert page.tabs.tabText(0) == "Шапка  5"
    services.translator.set_language("en")

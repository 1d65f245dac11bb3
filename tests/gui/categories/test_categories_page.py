"""The Categories page as a person uses it: tree, products of a category, tags."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit

from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.categories.categories_page import CategoriesPage
from rustok_desktop.gui.categories.category_product_view import act_rect
from rustok_desktop.gui.categories.category_tree_model import CategoryTreeModel
from rustok_desktop.gui.categories.category_tree_view import CategoryTreeView
from rustok_desktop.gui.operations.history import UndoTransaction
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.operations.taxonomy import (
    AddCategory,
    FoundProduct,
    MergeInto,
    PlaceCategory,
    PutProducts,
    RemoveCategory,
    RenameCategory,
    RenameTagTo,
    WordTag,
)
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from rustok_desktop.taxonomy.views import (
    Assigned,
    CategoryNode,
    CategoryProduct,
    CategorySaved,
    DeletedCategory,
    TagSaved,
    TagView,
)
from tests.gui.conftest import FakePrompter
from tests.gui.products.shop_client import ShopClient


def node(name: str, parent: str | None = None, position: int = 0, depth: int = 0, total: int = 0) -> CategoryNode:
    return CategoryNode(name.lower(), parent, position, depth, 3, name, name, ("en",), total, total)


TREE = (
    node("Home", total=5),
    node("Kitchen", "home", 0, 1, 3),
    node("Bath", "home", 1, 1, 2),
    node("Garden", None, 1),
)
PRODUCTS = (CategoryProduct("p1", "Mug", "active", "M-1"), CategoryProduct("p2", "Bowl", "draft", None))
TAGS = (
    TagView("t1", 4, "Blue", "Blue", {"en": "Blue"}, 3),
    TagView("t2", 1, "Navy", "Navy", {"en": "Navy"}, 7),
    TagView("t3", 1, "Old", "Old", {"en": "Old"}, 0),
)


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    made.answers = {
        "ReadShop": lambda op: ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), ""),
        "ReadTree": lambda op: TREE,
        "ReadCategoryProducts": lambda op: PRODUCTS if op.category_id == "home" else (),
        "FindProducts": lambda op: tuple(FoundProduct(product, product.product_id == "p1") for product in PRODUCTS),
        "ReadTags": lambda op: TAGS,
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> CategoriesPage:
    made = CategoriesPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    qtbot.waitUntil(lambda: made.panel.model.rowCount() == 2)
    return made


def operations(client: ShopClient, kind: type) -> list[Any]:
    return [call.operation for call in client.calls if isinstance(call.operation, kind)]


def line(page: CategoriesPage, name: str) -> QModelIndex:
    return page.categories.model.index_of(name)


def tree_of(page: CategoriesPage) -> CategoryTreeView:
    return page.categories.tree


def test_tree_and_products_are_shown(page: CategoriesPage) -> None:
    model = page.categories.model
    assert model.rowCount() == 2
    assert model.rowCount(line(page, "home")) == 2
    assert tree_of(page).current == TREE[0]
    assert page.panel.title.text() == "Home"
    assert page.panel.products.delegate.states["active"] == "Active"


def test_another_category_shows_its_products(qtbot: Any, page: CategoriesPage) -> None:
    tree_of(page).setCurrentIndex(line(page, "garden"))
    qtbot.waitUntil(lambda: page.panel.model.rowCount() == 0)
    assert page.panel.stack.currentWidget() is page.panel.empty


def test_f2_renames_in_place(qtbot: Any, page: CategoriesPage, client: ShopClient) -> None:
    tree = tree_of(page)
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Home"
    editor.selectAll()
    qtbot.keyClicks(editor, "House")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: operations(client, RenameCategory) == [RenameCategory("home", 3, "en", "House")])


def test_a_change_elsewhere_does_not_take_the_words_from_under_the_fingers(
    qtbot: Any, page: CategoriesPage, client: ShopClient
) -> None:
    page.categories.edit_name()
    before = len(operations(client, type(client.last("ReadTree").operation)))
    page.refresh()
    assert len(operations(client, type(client.last("ReadTree").operation))) == before
    editor = tree_of(page).findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_names_are_typed_in_the_chosen_language(page: CategoriesPage, client: ShopClient) -> None:
    page.categories.locales.button("ru").click()
    assert client.last("ReadTree").operation.locale == "ru"
    page.categories.model.setData(line(page, "home"), "Дом")
    assert operations(client, RenameCategory)[-1].locale == "ru"


def test_a_new_category_waits_for_its_name(qtbot: Any, page: CategoriesPage, client: ShopClient) -> None:
    page.new_button.click()
    assert operations(client, AddCategory) == [AddCategory("New category", "en", None)]
    client.answers["ReadTree"] = lambda op: (*TREE, node("New", None, 2))
    client.answer("AddCategory", CategorySaved("new", 1, ("name@en",), "tx"))
    qtbot.waitUntil(lambda: tree_of(page).state() == CategoryTreeView.State.EditingState)
    current = tree_of(page).current
    assert current is not None
    assert current.id == "new"
    editor = tree_of(page).findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        ("bath", Qt.Key.Key_Up, PlaceCategory("bath", "home", 0, 3)),
        ("home", Qt.Key.Key_Down, PlaceCategory("home", None, 1, 3)),
        ("bath", Qt.Key.Key_Right, PlaceCategory("bath", "kitchen", None, 3)),
        ("kitchen", Qt.Key.Key_Left, PlaceCategory("kitchen", None, 1, 3)),
    ],
)
def test_moves_by_keys(
    qtbot: Any, page: CategoriesPage, client: ShopClient, name: str, key: Qt.Key, expected: PlaceCategory
) -> None:
    tree = tree_of(page)
    tree.setCurrentIndex(line(page, name))
    qtbot.keyClick(tree, key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert operations(client, PlaceCategory) == [expected]


def test_a_move_can_be_taken_back(page: CategoriesPage, client: ShopClient, services: GuiServices) -> None:
    page.categories.place("bath", None, 0)
    client.answer("PlaceCategory", CategorySaved("bath", 4, ("parent_id",), "tx"))
    notice = services.notices.take()[-1]
    assert notice.text == "“Bath” moved"
    assert notice.action is not None
    notice.action()
    assert operations(client, UndoTransaction) == [UndoTransaction("tx")]


def drop(model: CategoryTreeModel, name: str, row: int, parent: QModelIndex) -> list[tuple[str, str, int]]:
    told: list[tuple[str, str, int]] = []
    model.dropped.connect(lambda *arguments: told.append(arguments))
    data = model.mimeData([model.index_of(name)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)
    return told


def test_drops_are_told_in_the_shops_terms(page: CategoriesPage) -> None:
    model = page.categories.model
    assert drop(model, "kitchen", 2, model.index_of("home")) == [("kitchen", "home", 1)]


def test_a_drop_on_a_line_goes_below_it(page: CategoriesPage) -> None:
    model = page.categories.model
    assert drop(model, "garden", -1, model.index_of("kitchen")) == [("garden", "kitchen", -1)]


def test_nothing_drops_into_itself(page: CategoriesPage) -> None:
    model = page.categories.model
    assert drop(model, "home", -1, model.index_of("kitchen")) == []
    assert drop(model, "home", -1, model.index_of("home")) == []


def test_a_delete_tells_what_became_of_things_and_can_be_undone(
    qtbot: Any, page: CategoriesPage, client: ShopClient, services: GuiServices
) -> None:
    qtbot.keyClick(tree_of(page), Qt.Key.Key_Delete)
    assert operations(client, RemoveCategory) == [RemoveCategory("home", 3)]
    deleted = DeletedCategory("home", None, 0, {}, ("kitchen", "bath"), ("p1",), "tx")
    client.answer("RemoveCategory", deleted)
    notice = services.notices.take()[-1]
    assert notice.text == "“Home” deleted · 2 groups below it moved up · 1 product without it now"
    assert notice.action is not None
    notice.action()
    assert operations(client, UndoTransaction) == [UndoTransaction("tx")]
    client.answer("UndoTransaction", None)
    assert services.notices.take()[-1].text == "“Home” is back"


def test_a_refusal_is_told_and_the_tree_is_read_again(
    page: CategoriesPage, client: ShopClient, services: GuiServices
) -> None:
    before = len([call for call in client.calls if call.name == "ReadTree"])
    page.categories.place("bath", None, 0)
    client.fail("PlaceCategory", UserError("category_cycle"))
    assert services.notices.take()[-1].text == "A category cannot be moved below itself."
    assert len([call for call in client.calls if call.name == "ReadTree"]) == before + 1


def test_products_are_found_and_added(qtbot: Any, page: CategoriesPage, client: ShopClient) -> None:
    panel = page.panel
    panel.search.setText("bowl")
    panel.search.search_now()
    qtbot.waitUntil(lambda: panel.model.data(panel.model.index(0), int(Qt.ItemDataRole.UserRole) + 2) == "")
    panel.products.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.products, Qt.Key.Key_Return)
    assert operations(client, PutProducts) == [PutProducts("home", ("p2",))]


def test_a_click_takes_a_product_out_and_undo_puts_it_back(
    qtbot: Any, page: CategoriesPage, client: ShopClient, services: GuiServices
) -> None:
    view = page.panel.products
    zone = act_rect(view.visualRect(page.panel.model.index(1)), services.theme)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=zone.center())
    assert operations(client, PutProducts) == [PutProducts("home", ("p2",), out=True)]
    client.answer("PutProducts", Assigned("home", 1, "tx"))
    notice = services.notices.take()[-1]
    assert notice.text == "1 product taken out of the category"
    assert notice.action is not None
    notice.action()
    assert operations(client, UndoTransaction) == [UndoTransaction("tx")]
    client.fail("UndoTransaction", UserError("undo_other_step"))
    assert "Nothing was undone" in services.notices.take()[-1].text


def test_changes_elsewhere_are_followed(qtbot: Any, page: CategoriesPage, client: ShopClient) -> None:
    client.answers["ReadTree"] = lambda op: TREE[:1]
    client.notify(ChangeNotice(frozenset({"category"}), frozenset(), frozenset(), 1))
    qtbot.waitUntil(lambda: page.categories.model.rowCount(line(page, "home")) == 0)


def test_an_empty_shop_says_what_categories_are_for(qtbot: Any, page: CategoriesPage, client: ShopClient) -> None:
    client.answers["ReadTree"] = lambda op: ()
    page.refresh()
    qtbot.waitUntil(lambda: page.categories.stack.currentWidget() is page.categories.empty)
    page.categories.first_button.click()
    assert len(operations(client, AddCategory)) == 1


def test_tags_are_renamed_in_place(page: CategoriesPage, client: ShopClient, services: GuiServices) -> None:
    page.open_with(tags=True)
    assert page.tags.isVisible()
    assert not page.new_button.isVisible()
    page.tags.model.setData(page.tags.model.index(0, 0), "Azure")
    assert operations(client, RenameTagTo) == [RenameTagTo("t1", "Azure", 4)]
    client.answer("RenameTagTo", TagSaved("t1", 5, 3, "tx"))
    notice = services.notices.take()[-1]
    assert notice.text == "“Blue” is now “Azure” · 3 products changed"
    assert notice.action is not None
    notice.action()
    assert operations(client, UndoTransaction) == [UndoTransaction("tx")]


def test_merging_asks_first(page: CategoriesPage, client: ShopClient, prompter: FakePrompter) -> None:
    page.open_with(tags=True)
    table = page.tags.table
    table.selectRow(0)
    assert not page.tags.merge_button.isEnabled()
    table.selectAll()
    table.setCurrentIndex(page.tags.model.index(1, 0))
    table.selectAll()
    prompter.answers = [None, "merge"]
    page.tags.merge_button.click()
    assert operations(client, MergeInto) == []
    page.tags.merge_button.click()
    into = page.tags.chosen()[0].id
    assert {operation.into_id for operation in operations(client, MergeInto)} == {into}
    assert len(operations(client, MergeInto)) == 2
    assert prompter.asked[0][2][-1].id == "merge"


def select(page: CategoriesPage, row: int) -> None:
    """Not by selectRow(), which heeds keys that an earlier test may have left pressed."""
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    page.tags.table.selectionModel().setCurrentIndex(page.tags.model.index(row, 0), flags)


def test_a_tag_is_named_in_every_language(qtbot: Any, page: CategoriesPage, client: ShopClient) -> None:
    page.open_with(tags=True)
    panel = page.tags.panel
    qtbot.waitUntil(lambda: page.tags.model.rowCount() == 3 and bool(panel.names))
    assert panel.note.text() == "Choose one tag to see its names."
    select(page, 0)
    assert list(panel.names) == ["en", "ru"]
    assert panel.names["en"].editor.text() == "Blue"
    russian = panel.names["ru"].editor
    russian.setText("Синий")
    page.tags.read()  # news from elsewhere do not take away what is being typed
    russian.editingFinished.emit()
    assert operations(client, WordTag)[-1] == WordTag("t1", 4, "ru", "name", "Синий")
    address = panel.slugs["en"].editor
    address.setText("azure")
    address.editingFinished.emit()
    assert operations(client, WordTag)[-1] == WordTag("t1", 4, "en", "slug", "azure")
    home = panel.names["en"].editor
    home.setText("")
    home.editingFinished.emit()
    assert home.text() == "Blue"
    home.setText("Azure")
    home.editingFinished.emit()
    assert operations(client, RenameTagTo)[-1] == RenameTagTo("t1", "Azure", 4)
    assert len(operations(client, WordTag)) == 2


def test_a_refused_word_is_put_back(qtbot: Any, page: CategoriesPage, client: ShopClient) -> None:
    page.open_with(tags=True)
    qtbot.waitUntil(lambda: page.tags.model.rowCount() == 3 and bool(page.tags.panel.names))
    select(page, 0)
    client.answers["WordTag"] = lambda op: UserError("duplicate_slug", slug="navy", holder="Navy")
    address = page.tags.panel.slugs["ru"].editor
    address.setText("navy")
    address.editingFinished.emit()
    assert operations(client, WordTag) == []  # no name in that language yet
    russian = page.tags.panel.names["ru"].editor
    russian.setText("Navy")
    russian.editingFinished.emit()
    qtbot.waitUntil(lambda: russian.text() == "")
    page.tags.panel.retranslate()
    assert russian.accessibleName() == "Name · Русский"


def test_unused_tags_are_removed_after_a_question(
    page: CategoriesPage, client: ShopClient, prompter: FakePrompter
) -> None:
    page.open_with(tags=True)
    prompter.answers = ["remove"]
    page.tags.clean_button.click()
    assert prompter.asked[0][0] == "Remove 1 unused tag?"
    assert client.last("RemoveUnusedTags").write


def test_tags_are_filtered_and_sorted(page: CategoriesPage) -> None:
    model = page.tags.model
    model.filter("LU")
    assert [model.tag(row).name for row in range(model.rowCount())] == ["Blue"]
    model.filter("")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [model.tag(row).name for row in range(model.rowCount())] == ["Navy", "Blue", "Old"]


def test_everything_has_a_name(page: CategoriesPage) -> None:
    parts = [
        page.categories.tree,
        page.categories.locales,
        page.categories.child_button,
        page.categories.rename_button,
        page.categories.delete_button,
        page.panel.search,
        page.panel.products,
        page.tabs,
        page.tags.table,
        page.tags.search,
    ]
    assert all(part.accessibleName() for part in parts)


def test_words_follow_the_language(qtbot: Any, page: CategoriesPage, services: GuiServices) -> None:
    services.translator.set_language("ru")
    qtbot.waitUntil(lambda: page.new_button.text() == "Новая категория")
    assert page.tags.merge_button.text() == "Объединить"
    services.translator.set_language("en")
    qtbot.waitUntil(lambda: page.new_button.text() == "New category")

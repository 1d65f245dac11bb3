"""The page: search, filters, empty states, opening, acts, languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.operations.products import ActOnMany, BulkResult, ListStart, ShopFacts
from rustok_desktop.gui.products.product_menu import BulkMenu, ProductMenu
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductSort, StatusFilter
from rustok_desktop.runtime.notices import INDEX, ChangeNotice
from tests.unit.gui_products.samples import product, row

from .conftest import saved
from .shop_client import ShopClient


@pytest.fixture
def page(services: GuiServices, client: ShopClient, qtbot: QtBot) -> ProductPage:
    made = ProductPage(services)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    qtbot.waitUntil(lambda: made.list.model.loaded)
    return made


def queries(client: ShopClient) -> list[object]:
    return [op.query for op in client.operations("OpenList")]


def test_shows_the_list_and_its_length(page: ProductPage) -> None:
    assert page.list.stack.currentWidget() is page.list.table
    assert page.list.header._count.text() == "3"
    assert not page.editor.isVisible()


def test_typing_searches_once_a_moment_later(page: ProductPage, client: ShopClient, qtbot: QtBot) -> None:
    page.list.filters.search.setFocus()
    qtbot.keyClicks(page.list.filters.search, "mug")
    assert len(queries(client)) == 1
    qtbot.waitUntil(lambda: len(queries(client)) == 2)
    asked = client.operations("OpenList")[-1].query
    assert (asked.text, asked.sort) == ("mug", ProductSort.RELEVANCE)
    page.list.filters.search.clear_now()
    assert client.operations("OpenList")[-1].query == client.operations("OpenList")[0].query


def test_filters_ask(page: ProductPage, client: ShopClient) -> None:
    page.list.filters.show_status(StatusFilter.DRAFT)
    assert client.operations("OpenList")[-1].query.status == StatusFilter.DRAFT


def test_nothing_found_offers_the_way_back(page: ProductPage, client: ShopClient, qtbot: QtBot) -> None:
    client.answers["OpenList"] = lambda op: ListStart(0, (), None)
    page.list.search("zzz")
    qtbot.waitUntil(lambda: page.list.stack.currentWidget() is page.list.nothing_found)
    page.list.clear_filters.click()
    qtbot.waitUntil(lambda: page.list.stack.currentWidget() is page.list.empty)
    assert page.list.filters.search.text() == ""


def test_an_empty_shop_offers_the_first_acts(
    page: ProductPage, client: ShopClient, services: GuiServices, qtbot: QtBot
) -> None:
    client.answers["OpenList"] = lambda op: ListStart(0, (), None)
    page.list.refresh()
    qtbot.waitUntil(lambda: page.list.stack.currentWidget() is page.list.empty)
    page.list.first_import.click()
    assert services.navigator.page == "import"
    page.list.first_demo.click()
    assert client.last("FillDemo").write
    client.answer("FillDemo", 60)
    assert services.notices.history[-1].kind == "ok"


def test_a_click_opens_the_editor_beside_the_list(page: ProductPage, client: ShopClient, qtbot: QtBot) -> None:
    table = page.list.table
    spot = table.visualRect(page.list.model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: page.editor.isVisible() and page.controller.state is not None)
    assert page.controller.state is not None
    assert page.controller.state.product_id == "p1"
    assert page.list.isVisible()


def test_enter_opens_wide_and_escape_goes_back_step_by_step(page: ProductPage, qtbot: QtBot) -> None:
    page.list.table.select("p1")
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.editor.isVisible()
    assert not page.list.isVisible()
    qtbot.waitUntil(lambda: page.controller.state is not None)
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.editor.isVisible()
    assert page.controller.state is None


def test_the_list_gets_the_focus_without_opening_anything(page: ProductPage, qtbot: QtBot) -> None:
    page.list.filters.search.setFocus()
    page.list.table.setFocus()
    qtbot.wait(100)
    assert not page.editor.isVisible()


def test_the_list_is_read_again_when_the_read_model_followed(
    page: ProductPage, client: ShopClient, qtbot: QtBot
) -> None:
    before = len(client.operations("OpenList"))
    client.notify(ChangeNotice(frozenset({"product"}), frozenset({"p1"}), frozenset({"t"}), 1))
    for head in range(5):
        client.notify(ChangeNotice(frozenset({INDEX}), frozenset({"p1"}), frozenset(), head))
    qtbot.waitUntil(lambda: len(client.operations("OpenList")) > before)
    qtbot.wait(150)
    assert len(client.operations("OpenList")) == before + 1


def test_trash_can_be_undone(page: ProductPage, client: ShopClient, services: GuiServices) -> None:
    page.run("trash", "p1")
    client.answer("Act", saved(product(version=4, status="draft")))
    notice = services.notices.history[-1]
    assert "Ramen bowl" in notice.text
    assert notice.action is not None
    notice.action()
    assert [(op.act, op.product_id) for op in client.operations("Act")] == [("trash", "p1"), ("restore", "p1")]


@pytest.mark.parametrize(
    ("changes", "acts"),
    [
        ({"status": "active"}, ["open", "duplicate", "labels", "price_list", "unpublish", "unpublish_and_trash"]),
        ({"status": "draft"}, ["open", "duplicate", "labels", "price_list", "publish", "trash"]),
        ({"status": "archived"}, ["open", "duplicate", "labels", "price_list", "unarchive", "trash"]),
        ({"in_trash": True}, ["open", "restore"]),
    ],
)
def test_the_menu_knows_the_product(
    page: ProductPage, services: GuiServices, changes: dict[str, object], acts: list[str]
) -> None:
    menu = ProductMenu(row(1, **changes), services.icons, page.run, page)
    assert [action.data() for action in menu.actions() if action.data()] == acts


def test_actions_work_on_what_is_open(
    page: ProductPage, client: ShopClient, services: GuiServices, qtbot: QtBot
) -> None:
    assert not services.actions.trigger("products.save")
    page.open_with(product_id="p2")
    qtbot.waitUntil(lambda: page.controller.state is not None)
    page.controller.edit("vendor", "x")
    assert services.actions.get("products.save").target() == "Ramen bowl, indigo"
    assert services.actions.trigger("products.save")
    assert client.last("SaveChanges").operation.command.vendor == "x"
    assert services.actions.trigger("products.find")
    assert page.focusWidget() is page.list.filters.search


def test_new_product_by_its_key(page: ProductPage, services: GuiServices) -> None:
    assert services.actions.get("products.new").shortcut == "Ctrl+N"
    services.actions.trigger("products.new")
    assert page.editor.isVisible()
    assert page.controller.state is not None
    assert page.controller.state.view is None
    assert page.editor.focusWidget() is page.editor.general.fields["title"].editor


def test_kept_drafts_are_offered_at_the_start(
    services: GuiServices, client: ShopClient, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "drafts.json").write_text('{"p1": {"version": 3, "edits": {"title@en": "Half"}, "was": {}}}', "utf-8")
    client.answers["ReadShop"] = lambda op: ShopFacts("en", "USD", (("en", "English"),), str(tmp_path))
    page = ProductPage(services)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(services.notices.history))
    notice = services.notices.history[-1]
    assert notice.action is not None
    notice.action()
    qtbot.waitUntil(lambda: page.controller.state is not None)
    assert page.controller.text("title@en") == "Half"


def test_errors_are_sentences(page: ProductPage, services: GuiServices) -> None:
    from rustok_desktop.core.errors import UserError

    page.controller.failed.emit(UserError("disk_full"))
    page.controller.failed.emit(OSError("strange"))
    known, strange = services.notices.history[-2:]
    assert known.text == UserError("disk_full").text("en")
    assert "strange" in strange.details
    assert "strange" not in strange.text


def test_the_language_changes_under_an_open_editor(page: ProductPage, services: GuiServices, qtbot: QtBot) -> None:
    page.open_with(product_id="p1")
    qtbot.waitUntil(lambda: page.controller.state is not None)
    page.controller.edit("title@en", "Unsaved")
    services.translator.set_language("ru")
    qtbot.waitUntil(lambda: page.controller.language == "ru")
    assert page.list.model.index(0, 4).data() == "24,00\u00a0$"
    title, price = (page.editor.general.fields[name].editor for name in ("title", "price"))
    assert (title.text(), price.text()) == ("Unsaved", "38,00")  # type: ignore[attr-defined]


def test_the_look_changes_under_an_open_editor(page: ProductPage, services: GuiServices, qtbot: QtBot) -> None:
    page.open_with(product_id="p1")
    qtbot.waitUntil(lambda: page.controller.state is not None)
    services.theme.set_scale(150)
    assert page.list.table.verticalHeader().defaultSectionSize() == services.theme.px(50)
    services.theme.set_scheme("dark")
    for tab in range(5):
        page.editor.strip.setCurrentIndex(tab)
        page.grab()


def test_several_rows_are_one_act_with_one_notice(
    page: ProductPage, client: ShopClient, services: GuiServices, qtbot: QtBot
) -> None:
    table = page.list.table
    qtbot.waitUntil(lambda: page.list.model.listed(2) is not None)
    table.selectAll()
    assert table.marked == ("p0", "p1", "p2")
    page.list.model.refresh()
    assert table.marked == ("p0", "p1", "p2")
    menu = BulkMenu(table.marked, services.icons, page.bulk.run, page)
    assert [action.data() for action in menu.actions() if action.data()] == [
        "edit", "publish", "unpublish", "labels", "price_list", "trash",
    ]  # fmt: skip
    menu.actions()[-1].trigger()
    asked = client.operations("ActOnMany")[-1]
    assert asked == ActOnMany("trash", ("p0", "p1", "p2"))
    before = len(services.notices.history)
    refused = ("Mug", UserError("cannot_delete_published", id="p1"))
    client.last("ActOnMany").answer(BulkResult(("p0", "p2"), (refused,)))
    (notice,) = services.notices.history[before:]
    assert notice.text == "2 products moved to the trash. 1 product stayed as they were"
    assert notice.details.startswith("Mug: ")
    notice.action()
    assert client.operations("ActOnMany")[-1] == ActOnMany("restore", ("p0", "p2"))


def test_a_copy_is_opened(page: ProductPage, client: ShopClient, services: GuiServices, qtbot: QtBot) -> None:
    page.run("duplicate", "p1")
    copy = product(product_id="p9")
    client.last("Duplicate").answer(saved(copy))
    qtbot.waitUntil(lambda: page.controller.state is not None and page.controller.state.product_id == "p9")
    assert services.notices.history[-1].text.endswith("is a new draft")


def test_marked_products_or_the_whole_list_go_into_a_price_list(
    page: ProductPage, client: ShopClient, services: GuiServices, qtbot: QtBot
) -> None:
    page.bulk.run("price_list", ("p1", "p2"))
    assert (services.navigator.page, services.navigator.arguments) == ("prices", {"product_ids": ("p1", "p2")})
    page.put_into_price_list()
    client.answer("CollectProducts", ("p0", "p1", "p2"))
    assert services.navigator.arguments == {"product_ids": ("p0", "p1", "p2")}

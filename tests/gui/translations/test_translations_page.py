"""The Translations page as a person uses it: the undone first, side by side, on by keys, nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.gui.exchange.texts_import_dialog import TextsImportDialog
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.operations.translations import (
    ALL,
    FieldPair,
    ReadTranslations,
    SaveTranslation,
    StillFits,
    TransItem,
    TransPage,
    TransRow,
)
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.translations.translations_page import TranslationsPage
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.products.shop_client import ShopClient

LOCALES = (("en", "English"), ("ru", "Русский"), ("de", "Deutsch"))
ROWS = (
    TransRow("page", "p1", "About", "missing", 0),
    TransRow("page", "p2", "Visit", "stale", 80),
    TransRow("page", "p3", "Terms", "partly", 50),
)
COUNTS = {"missing": 1, "stale": 1, "partly": 1, "done": 1}


def item(thing_id: str, *, stale: bool = False, target: str = "") -> TransItem:
    pairs = (FieldPair("title", f"Title {thing_id}", target, False), FieldPair("body", "Long text", "", True))
    return TransItem("page", thing_id, 4, f"Title {thing_id}", stale, pairs)


class Shop:
    """What the shop answers; tests change it."""

    def __init__(self) -> None:
        self.rows = list(ROWS)
        self.items = {"p1": item("p1"), "p2": item("p2", stale=True, target="Старое"), "p3": item("p3", target="Усл.")}
        self.locales = LOCALES


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def client(shop: Shop) -> ShopClient:
    made = ShopClient()
    made.answers = {
        "ReadShop": lambda op: ShopFacts("en", "USD", shop.locales, ""),
        "ReadTranslations": lambda op: TransPage(tuple(shop.rows), COUNTS),
        "LoadTranslation": lambda op: shop.items[op.thing_id],
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> TranslationsPage:
    made = TranslationsPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    qtbot.waitUntil(lambda: made.editor.item is not None)
    return made


def write(page: TranslationsPage, name: str, text: str) -> None:
    row = next(row for row in page.editor.rows if row.pair.name == name)
    row.target.setPlainText(text)


def shown(page: TranslationsPage) -> str:
    return page.editor.item.id if page.editor.item is not None else ""


def test_the_undone_first_with_how_much_is_done(page: TranslationsPage) -> None:
    assert [row.state for row in page.model.rows] == ["missing", "stale", "partly"]
    assert page.tabs.tabText(0) == "To do  3"
    assert page.tabs.tabText(1) == "All  4"
    assert page.header._count.text() == "25 %"
    assert page.written == "ru"


def test_original_and_translation_stand_side_by_side(page: TranslationsPage) -> None:
    title, body = page.editor.rows
    assert title.source.toPlainText() == "Title p1"
    assert title.source.isReadOnly()
    assert title.target.accessibleName() == "Title · Русский"
    assert body.source.toPlainText() == "Long text"
    assert page.told.text() == "0 of 2 fields"


def test_ctrl_enter_saves_and_goes_on(qtbot: Any, page: TranslationsPage, client: ShopClient) -> None:
    write(page, "title", "О нас")
    assert page._services.actions.get("translations.next").shortcut == "Ctrl+Return"
    page._services.actions.trigger("translations.next")
    assert client.operations("SaveTranslation") == [SaveTranslation("page", "p1", 4, "ru", {"title": "О нас"})]
    qtbot.waitUntil(lambda: shown(page) == "p2")


def test_products_stand_beside_pages_and_are_saved_as_what_they_are(
    qtbot: Any, page: TranslationsPage, client: ShopClient, shop: Shop
) -> None:
    pairs = (FieldPair("title", "Bowl", "", False), FieldPair("meta_title", "Bowls", "", False))
    shop.items["b1"] = TransItem("product", "b1", 7, "Bowl", False, pairs)
    shop.rows = [ROWS[0], TransRow("product", "b1", "Bowl", "missing", 0)]
    page.read()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.model.index(1).data() == "Products: Bowl: missing"
    page._services.actions.trigger("translations.next")
    qtbot.waitUntil(lambda: shown(page) == "b1")
    write(page, "title", "Миска")
    page._services.actions.trigger("translations.previous")
    assert client.operations("SaveTranslation") == [SaveTranslation("product", "b1", 7, "ru", {"title": "Миска"})]
    qtbot.waitUntil(lambda: shown(page) == "p1")


def test_nothing_typed_saves_nothing(qtbot: Any, page: TranslationsPage, client: ShopClient) -> None:
    page.save_and_next()
    qtbot.waitUntil(lambda: shown(page) == "p2")
    assert client.operations("SaveTranslation") == []


def test_an_emptied_field_is_emptied(qtbot: Any, page: TranslationsPage, client: ShopClient) -> None:
    page.list.setCurrentIndex(page.model.index(2))
    qtbot.waitUntil(lambda: shown(page) == "p3")
    write(page, "title", "")
    page.keep()
    assert client.operations("SaveTranslation")[-1].words == {"title": None}


def test_going_elsewhere_saves(qtbot: Any, page: TranslationsPage, client: ShopClient) -> None:
    write(page, "title", "О нас")
    page.list.setCurrentIndex(page.model.index(1))
    assert len(client.operations("SaveTranslation")) == 1
    qtbot.waitUntil(lambda: shown(page) == "p2")
    client.answer("SaveTranslation", NodeSaved("p1", 5, ("title@ru",), "tx"))
    write(page, "title", "Новое")
    page.hide()
    assert client.operations("SaveTranslation")[-1].words == {"title": "Новое"}


def test_what_was_refused_is_there_when_one_comes_back(
    qtbot: Any, page: TranslationsPage, client: ShopClient, services: GuiServices
) -> None:
    write(page, "body", "Длинный")
    page.list.setCurrentIndex(page.model.index(1))
    client.fail("SaveTranslation", Invalid([FieldProblem("title@ru", "required")]))
    assert services.notices.history[-1].kind == "error"
    qtbot.waitUntil(lambda: shown(page) == "p2")
    page.list.setCurrentIndex(page.model.index(0))
    qtbot.waitUntil(lambda: shown(page) == "p1")
    assert page.editor.rows[1].value() == "Длинный"
    page.keep()
    client.fail("SaveTranslation", Invalid([FieldProblem("title@ru", "required")]))
    assert page.editor.rows[0].target_field.error


def test_a_saved_translation_is_not_typed_any_more(
    qtbot: Any, page: TranslationsPage, client: ShopClient, shop: Shop
) -> None:
    write(page, "title", "О нас")
    page.keep()
    shop.items["p1"] = replace(item("p1", target="О нас"), version=5)
    client.answer("SaveTranslation", NodeSaved("p1", 5, ("title@ru",), "tx"))
    qtbot.waitUntil(lambda: page.editor.item is not None and page.editor.item.version == 5)
    assert page.editor.changes() == {}
    assert not page.save_button.isEnabled()
    assert page.told.text() == "1 of 2 fields"


def test_who_types_on_after_a_save_is_not_disturbed(
    qtbot: Any, page: TranslationsPage, client: ShopClient, shop: Shop
) -> None:
    body = page.editor.rows[1].target
    body.setFocus()
    qtbot.keyClicks(body, "one")
    page.keep()
    qtbot.keyClicks(body, " two")
    pairs = (FieldPair("title", "Other title", "", False), FieldPair("body", "Long text", "one", True))
    shop.items["p1"] = TransItem("page", "p1", 5, "Other title", False, pairs)
    client.answer("SaveTranslation", NodeSaved("p1", 5, ("body@ru",), "tx"))
    qtbot.waitUntil(lambda: page.editor.rows[0].source.toPlainText() == "Other title")
    assert page.editor.rows[1].target is body
    assert body.toPlainText() == "one two"
    page.keep()
    assert client.operations("SaveTranslation")[-1] == SaveTranslation("page", "p1", 5, "ru", {"body": "one two"})


def test_a_stale_one_is_accepted_as_it_is(qtbot: Any, page: TranslationsPage, client: ShopClient) -> None:
    assert not page.fits.isVisible()
    page.list.setCurrentIndex(page.model.index(1))
    qtbot.waitUntil(lambda: shown(page) == "p2")
    assert page.fits.isVisible()
    qtbot.mouseClick(page.fits, Qt.MouseButton.LeftButton)
    assert client.operations("StillFits") == [StillFits("page", "p2", 4, "ru")]


def test_a_translation_may_begin_with_the_original(qtbot: Any, page: TranslationsPage) -> None:
    qtbot.mouseClick(page.editor.rows[1].copy, Qt.MouseButton.LeftButton)
    assert page.editor.changes() == {"body": "Long text"}


def test_a_title_has_no_line_breaks(qtbot: Any, page: TranslationsPage) -> None:
    title = page.editor.rows[0]
    title.target.setFocus()
    qtbot.keyClick(title.target, Qt.Key.Key_Return)
    assert title.value() == ""
    assert not title.target.hasFocus()


def test_other_languages_kinds_and_everything_are_asked_for(
    qtbot: Any, page: TranslationsPage, client: ShopClient
) -> None:
    qtbot.mouseClick(page.locales.button("de"), Qt.MouseButton.LeftButton)
    assert client.operations("ReadTranslations")[-1] == ReadTranslations(ALL, "de")
    at = [value for value, _ in page.kind.choices()].index("menu_item")
    page.kind.setCurrentIndex(at)
    page.kind.activated.emit(at)
    page.tabs.setCurrentIndex(1)
    assert client.operations("ReadTranslations")[-1] == ReadTranslations("menu_item", "de", True)


def test_the_next_takes_the_place_of_what_is_done(
    qtbot: Any, page: TranslationsPage, client: ShopClient, shop: Shop
) -> None:
    shop.rows = list(ROWS[1:])
    client.notify(ChangeNotice(frozenset({"index"}), frozenset({"p1"}), frozenset({"tx"}), 2))
    qtbot.waitUntil(lambda: shown(page) == "p2")


def test_a_list_read_again_leaves_alone_what_is_being_typed(
    qtbot: Any, page: TranslationsPage, client: ShopClient, shop: Shop
) -> None:
    write(page, "title", "О н")
    reads = len(client.operations("ReadTranslations"))
    shop.rows = list(ROWS[1:])
    client.notify(ChangeNotice(frozenset({"index"}), frozenset({"p1"}), frozenset({"tx"}), 2))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2 and len(client.operations("ReadTranslations")) > reads)
    assert shown(page) == "p1"
    assert page.editor.rows[0].value() == "О н"


def test_when_all_is_done_it_says_so(qtbot: Any, page: TranslationsPage, shop: Shop) -> None:
    shop.rows = []
    page.read()
    qtbot.waitUntil(lambda: page.left.currentWidget() is page.done)
    assert page.side.currentWidget() is page.nothing


def test_a_shop_of_one_language_is_shown_the_way_to_a_second(
    qtbot: Any, services: GuiServices, client: ShopClient, shop: Shop
) -> None:
    shop.locales = LOCALES[:1]
    made = TranslationsPage(services)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.stack.currentWidget() is made.single)
    qtbot.mouseClick(made.settings_button, Qt.MouseButton.LeftButton)
    assert services.navigator.page == "settings"


def test_a_file_of_translated_texts_is_read_over_the_page(
    qtbot: Any, page: TranslationsPage, client: ShopClient, services: GuiServices
) -> None:
    assert (page.files.written, page.files.shop.locales) == ("ru", LOCALES)
    page.open_with(path="/x/t.xlf")
    dialog = page.files.dialog
    assert isinstance(dialog, TextsImportDialog)
    lists = sum(call.name == "ReadTranslations" for call in client.calls)
    dialog.imported.emit()
    assert sum(call.name == "ReadTranslations" for call in client.calls) == lists + 1  # menus stand in no index
    dialog.reject()

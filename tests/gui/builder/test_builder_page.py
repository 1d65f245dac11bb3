"""The page builder as a person uses it: cards, forms, what is kept and what is refused."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from rustok_desktop.content.pages import BlockView
from rustok_desktop.content.views import NodeSaved, NodeText, NodeView
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, VersionConflict
from rustok_desktop.gui.builder.block_list import CARD_ROLE, MIME
from rustok_desktop.gui.builder.builder_page import BuilderPage
from rustok_desktop.gui.operations.block_forms import ReadForms
from rustok_desktop.gui.operations.builder import ActOnBlock, BuiltPage, ChangeBlock, PutBlock, ShiftBlock
from rustok_desktop.gui.operations.history import UndoTransaction
from rustok_desktop.gui.operations.media import MediaStart
from rustok_desktop.gui.operations.products import ShopFacts
from rustok_desktop.gui.operations.targets import Target
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.media.views import MediaPage, MediaRow
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.products.shop_client import ShopClient

FORMS = asyncio.run(ReadForms()(None))  # type: ignore[arg-type] - asks nothing of the platform
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def page_view(page_id: str) -> NodeView:
    text = NodeText("en", "About us")
    return NodeView(
        page_id, "page", "draft", None, None, None, None, 0, 0, 0, None, None, None, None, 3,
        "", "", None, None, None, None, None, translations={"en": text},
    )  # fmt: skip


HERO = BlockView("b1", 2, "hero", False, {"link": "/shop"}, {"en": {"title": "Pots"}, "ru": {"title": "Горшки"}})
TEXT = BlockView("b2", 2, "text", False, {}, {"en": {"text": "Words"}})
FAQ = BlockView("b3", 5, "faq", True, {}, {"en": {"items": [{"title": "Why?", "text": "So."}]}})

KILN = MediaRow("m1", "kiln.png", "image/png", 9, 4, 3, "", 0)


class Shop:
    """What the shop answers; tests change it."""

    def __init__(self) -> None:
        self.blocks: list[BlockView] = [HERO, TEXT, FAQ]


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def client(shop: Shop) -> ShopClient:
    made = ShopClient()
    made.answers = {
        "ReadShop": lambda op: ShopFacts("en", "EUR", (("en", "English"), ("ru", "Русский")), ""),
        "ReadForms": lambda op: FORMS,
        "ReadPage": lambda op: BuiltPage(page_view(op.page_id), tuple(shop.blocks)),
        "RenderPage": lambda op: "".join(f"<p>{block.texts}</p>" for block in op.blocks),
        "OpenMedia": lambda op: MediaStart(
            1, MediaPage((MediaRow("m1", "kiln.png", "image/png", 9, 4, 3, "", 0),), None)
        ),
        "FindTargets": lambda op: (Target("product", "p1", "Bowl"),),
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> BuilderPage:
    made = BuilderPage(services)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.open_with(node_id="p1")
    qtbot.waitUntil(lambda: len(made.controller.blocks) == 3 and bool(made.controller.forms))
    return made


def texts(page: BuilderPage) -> Any:
    assert page.panel.texts is not None
    return page.panel.texts


def data(page: BuilderPage) -> Any:
    assert page.panel.data is not None
    return page.panel.data


def order(page: BuilderPage) -> list[str]:
    return [card.key for card in page.model.cards]


def saved(client: ShopClient, name: str, block_id: str, version: int, txid: str = "tx") -> None:
    client.answer(name, NodeSaved(block_id, version, ("x",), txid))


def test_blocks_are_cards_with_their_first_words(page: BuilderPage) -> None:
    cards = [page.model.index(row).data(CARD_ROLE) for row in range(3)]
    assert [(card.type, card.summary, card.state) for card in cards] == [
        ("hero", "Pots", ""),
        ("text", "Words", ""),
        ("faq", "Why?", "hidden"),
    ]
    assert page.title.text() == "About us"
    assert page.model.index(0).data() == "1. Hero: Pots"


def test_without_a_page_it_says_where_to_choose_one(qtbot: Any, services: GuiServices) -> None:
    made = BuilderPage(services)
    qtbot.addWidget(made)
    made.show()
    assert made.stack.currentWidget() is made.nothing
    qtbot.mouseClick(made.to_pages, Qt.MouseButton.LeftButton)
    assert services.navigator.page == "content"


def test_an_empty_page_offers_the_first_block(qtbot: Any, page: BuilderPage, shop: Shop) -> None:
    shop.blocks = []
    page.controller.read()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)


def test_what_is_typed_is_saved_after_a_pause(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    qtbot.keyClicks(texts(page).editor("title"), " and pans")
    assert page.told.text() == "Writing…"
    assert client.operations("ChangeBlock") == []
    qtbot.waitUntil(lambda: bool(client.operations("ChangeBlock")))
    assert client.operations("ChangeBlock") == [ChangeBlock("b1", 2, None, {"en": {"title": "Pots and pans"}})]
    saved(client, "ChangeBlock", "b1", 3)
    assert page.told.text() == "Saved"
    assert page.model.cards[0].summary == "Pots and pans"


def test_what_is_typed_during_a_save_stays_and_is_saved_next(
    qtbot: Any, page: BuilderPage, client: ShopClient, shop: Shop
) -> None:
    title = texts(page).editor("title")
    qtbot.keyClicks(title, "1")
    page.flush()
    qtbot.keyClicks(title, "2")
    shop.blocks[0] = BlockView("b1", 3, "hero", False, HERO.data, {**HERO.texts, "en": {"title": "Pots1"}})
    saved(client, "ChangeBlock", "b1", 3)
    qtbot.waitUntil(lambda: len(client.operations("ChangeBlock")) == 2)
    assert client.operations("ChangeBlock")[1] == ChangeBlock("b1", 3, None, {"en": {"title": "Pots12"}})
    assert title.text() == "Pots12"


def test_another_language_is_typed_beside(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    qtbot.mouseClick(page.locales.button("ru"), Qt.MouseButton.LeftButton)
    assert texts(page).editor("title").text() == "Горшки"
    assert data(page).editor("link").text() == "/shop"
    texts(page).editor("title").setText("")
    texts(page).editor("title").textEdited.emit("")
    page.flush()
    assert client.operations("ChangeBlock") == [ChangeBlock("b1", 2, None, {"ru": None})]


def test_a_field_for_all_languages_is_told_as_a_whole(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    align = data(page).editor("align")
    align.setCurrentIndex(1)
    align.activated.emit(1)
    page.flush()
    assert client.operations("ChangeBlock") == [ChangeBlock("b1", 2, {"link": "/shop", "align": "center"}, {})]


def test_a_refusal_stands_at_its_field_and_nothing_is_lost(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    link = data(page).editor("link")
    link.setText("nowhere")
    link.textEdited.emit("nowhere")
    page.flush()
    client.fail("ChangeBlock", Invalid([FieldProblem("data/link", "bad_block_field")]))
    assert data(page).fields["link"].error == "This does not fit here."
    assert page.told.text() == "Not saved yet"
    page.controller.choose("b2")
    page.controller.choose("b1")
    assert data(page).editor("link").text() == "nowhere"
    assert data(page).fields["link"].error
    assert len(client.operations("ChangeBlock")) == 1  # the same again would be refused again
    link.setText("/there")
    link.textEdited.emit("/there")
    page.flush()
    saved(client, "ChangeBlock", "b1", 3)
    assert data(page).fields["link"].error is None


def test_what_could_not_be_saved_waits_while_another_page_is_shown(
    qtbot: Any, page: BuilderPage, client: ShopClient
) -> None:
    page.controller.add("image")
    client.fail("PutBlock", Invalid([FieldProblem("data/picture", "required")]))
    page.open_with(node_id="p2")
    qtbot.waitUntil(lambda: page.controller.page is not None and page.controller.page.id == "p2")
    assert not any(block.new for block in page.controller.blocks)
    page.open_with(node_id="p1")
    qtbot.waitUntil(lambda: page.controller.page is not None and page.controller.page.id == "p1")
    assert [block.type for block in page.controller.blocks] == ["hero", "image", "text", "faq"]


def choose_type(qtbot: Any, page: BuilderPage, row: int) -> None:
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    assert page.types.isVisible()
    page.types.list.setCurrentIndex(page.types.model.index(row, 0))
    qtbot.keyClick(page.types.list, Qt.Key.Key_Return)


def test_a_block_is_added_behind_the_one_in_front(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    choose_type(qtbot, page, 1)
    assert client.operations("PutBlock") == [PutBlock("p1", "text", {}, {}, 1)]
    assert page.model.cards[1].state == "unsaved"
    assert page.panel.isAncestorOf(QApplication.focusWidget())
    saved(client, "PutBlock", "b9", 1)
    assert page.controller.key == "b9"
    assert order(page) == ["b1", "b9", "b2", "b3"]


def test_a_block_that_needs_something_first_is_on_the_page_when_it_has_it(
    qtbot: Any, page: BuilderPage, client: ShopClient
) -> None:
    choose_type(qtbot, page, 2)  # a picture
    client.fail("PutBlock", Invalid([FieldProblem("data/picture", "required")]))
    assert data(page).fields["picture"].error == "This field cannot be empty."
    qtbot.mouseClick(data(page).editor("picture").choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.chooser.model.rowCount() == 1)
    page.chooser.grid.select("m1")
    qtbot.mouseClick(page.chooser.use, Qt.MouseButton.LeftButton)
    assert not page.chooser.isVisible()
    page.flush()
    assert client.operations("PutBlock")[-1].data == {"picture": "media:m1"}


def test_prices_begin_in_the_money_of_the_shop(page: BuilderPage, client: ShopClient) -> None:
    page.controller.add("pricing")
    assert client.operations("PutBlock")[-1].data == {"currency_code": "EUR"}


def test_entries_are_added_filled_moved_and_removed(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    page.controller.choose("b3")
    entries = texts(page).editor("items")
    qtbot.mouseClick(entries.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(entries.cards[1].form.editor("title"), "How?")
    qtbot.mouseClick(entries.cards[1].up, Qt.MouseButton.LeftButton)
    assert entries.value() == [{"title": "How?"}, {"title": "Why?", "text": "So."}]
    qtbot.mouseClick(entries.cards[1].remove, Qt.MouseButton.LeftButton)
    page.flush()
    assert client.operations("ChangeBlock")[-1].texts == {"en": {"items": [{"title": "How?"}]}}
    client.fail("ChangeBlock", Invalid([FieldProblem("texts@en/items/0/text", "required")]))
    assert entries.cards[0].form.fields["text"].error


def test_products_are_chosen_by_name_where_they_are_asked_for(
    qtbot: Any, page: BuilderPage, client: ShopClient
) -> None:
    page.controller.add("product_grid")
    form = data(page)
    assert not form.fields["product_ids"].isVisible()
    form.editor("source").setCurrentIndex(3)
    form.editor("source").activated.emit(3)
    assert form.fields["product_ids"].isVisible()
    field = form.editor("product_ids").chooser.field
    qtbot.keyClicks(field, "bowl")
    qtbot.waitUntil(lambda: form.editor("product_ids").chooser.model.rowCount() == 1)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.controller.block is not None
    assert page.controller.block.data == {"source": "chosen", "product_ids": ["p1"]}


@pytest.mark.parametrize(
    ("key", "modifier", "operation"),
    [
        (Qt.Key.Key_Down, ALT, ShiftBlock("b2", 2, 2)),
        (Qt.Key.Key_Up, ALT, ShiftBlock("b2", 2, 0)),
        (Qt.Key.Key_D, CTRL, ActOnBlock("duplicate", "b2", 2)),
        (Qt.Key.Key_H, CTRL, ActOnBlock("hide", "b2", 2)),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ActOnBlock("remove", "b2", 2)),
    ],
)
def test_keys_act_on_the_block_in_front(
    qtbot: Any, page: BuilderPage, client: ShopClient, key: Qt.Key, modifier: Any, operation: Any
) -> None:
    page.controller.choose("b2")
    qtbot.keyClick(page.list, key, modifier)
    assert client.operations(type(operation).__name__) == [operation]


def test_a_hidden_block_is_shown_again(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    page.controller.choose("b3")
    qtbot.mouseClick(page.buttons["hide"], Qt.MouseButton.LeftButton)
    assert client.operations("ActOnBlock") == [ActOnBlock("show", "b3", 5)]


def test_a_drop_moves_a_card_at_once(page: BuilderPage, client: ShopClient) -> None:
    mime = QMimeData()
    mime.setData(MIME, b"b1")
    assert not page.model.dropMimeData(mime, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert order(page) == ["b2", "b3", "b1"]
    assert client.operations("ShiftBlock") == [ShiftBlock("b1", 2, 2)]


def test_a_removed_block_can_be_taken_back(
    qtbot: Any, page: BuilderPage, client: ShopClient, shop: Shop, services: GuiServices
) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    shop.blocks = [TEXT, FAQ]
    saved(client, "ActOnBlock", "b1", 3, "tx9")
    qtbot.waitUntil(lambda: order(page) == ["b2", "b3"])
    notice = services.notices.history[-1]
    assert notice.text == "Block “Hero” removed"
    assert notice.action is not None
    notice.action()
    assert client.operations("UndoTransaction") == [UndoTransaction("tx9")]


def test_a_new_block_that_was_never_saved_just_goes(page: BuilderPage, client: ShopClient) -> None:
    page.controller.add("image")
    client.fail("PutBlock", Invalid([FieldProblem("data/picture", "required")]))
    page.act("remove")
    assert order(page) == ["b1", "b2", "b3"]
    assert client.operations("ActOnBlock") == []


def test_a_change_from_elsewhere_is_shown_in_the_form(
    qtbot: Any, page: BuilderPage, client: ShopClient, shop: Shop
) -> None:
    shop.blocks[0] = BlockView("b1", 7, "hero", False, {}, {"en": {"title": "Other"}})
    client.notify(ChangeNotice(frozenset({"node"}), frozenset({"b1"}), frozenset({"tx"}), 2))
    qtbot.waitUntil(lambda: texts(page).editor("title").text() == "Other")


def test_a_save_that_came_second_is_told_and_tried_on_the_new_version(
    qtbot: Any, page: BuilderPage, client: ShopClient, shop: Shop, services: GuiServices
) -> None:
    qtbot.keyClicks(texts(page).editor("title"), "!")
    page.flush()
    shop.blocks[0] = BlockView("b1", 8, "hero", False, {"link": "/other"}, HERO.texts)
    client.fail("ChangeBlock", VersionConflict("version_conflict", id="b1", expected=2, actual=8))
    assert "meanwhile" in services.notices.history[-1].text
    qtbot.waitUntil(lambda: len(client.operations("ChangeBlock")) == 2)
    assert client.operations("ChangeBlock")[1].base_version == 8
    assert client.operations("ChangeBlock")[1].texts == {"en": {"title": "Pots!"}}


def test_a_page_that_is_gone_is_left(qtbot: Any, page: BuilderPage, client: ShopClient, services: GuiServices) -> None:
    client.answers["ReadPage"] = lambda op: NotFound("not_found", kind="page", id="p1")
    page.controller.read()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing)
    assert services.notices.history[-1].kind == "error"


def test_the_preview_shows_what_is_typed_and_not_what_is_hidden(
    qtbot: Any, page: BuilderPage, client: ShopClient
) -> None:
    qtbot.waitUntil(lambda: "Pots" in page.preview.toPlainText())
    assert "Why?" not in page.preview.toPlainText()
    qtbot.keyClicks(texts(page).editor("title"), "!")
    qtbot.waitUntil(lambda: "Pots!" in page.preview.toPlainText())
    qtbot.mouseClick(page.preview_button, Qt.MouseButton.LeftButton)
    assert not page.preview.isVisible()


def test_a_narrow_preview_has_fewer_columns(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    qtbot.waitUntil(lambda: bool(client.operations("RenderPage")))
    wide = client.operations("RenderPage")[-1].most
    page.resize(760, 640)
    qtbot.waitUntil(lambda: client.operations("RenderPage")[-1].most < wide)


def test_going_elsewhere_saves_what_is_typed(qtbot: Any, page: BuilderPage, client: ShopClient) -> None:
    qtbot.keyClicks(texts(page).editor("title"), "!")
    page.hide()
    assert len(client.operations("ChangeBlock")) == 1


def test_the_page_is_reached_from_there_and_back(qtbot: Any, page: BuilderPage, services: GuiServices) -> None:
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert services.navigator.page == "content"
    assert services.navigator.arguments == {"node_id": "p1"}


def test_russian_at_once(page: BuilderPage, services: GuiServices) -> None:
    services.translator.set_language("ru")
    page.retranslate()
    assert page.add_button.text() == "Добавить блок"
    assert page.model.index(0).data() == "1. Обложка: Pots"
    services.translator.set_language("en")

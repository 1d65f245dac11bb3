"""Filters of the product list: boxes, chips, and what is asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.collections_views import CollectionRow
from rustok_desktop.gui.operations.products import FilterChoices, ListStart
from rustok_desktop.gui.products.product_filters import ProductFilters
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductQuery, ProductSort, StatusFilter, StockFilter, Without
from rustok_desktop.runtime.notices import ChangeNotice
from rustok_desktop.taxonomy.views import CategoryNode

from .shop_client import ShopClient


def node(category_id: str, name: str, parent: str | None = None, depth: int = 0) -> CategoryNode:
    return CategoryNode(category_id, parent, 0, depth, 1, name, name, ("en",), 0, 0)


TREE = (node("wear", "Wear"), node("gloves", "Gloves", "wear", 1), node("home", "Home"))
GIFTS = CollectionRow("gifts", 1, "manual", "Gifts", 3, "2026-01-01T00:00:00Z")


@pytest.fixture
def page(services: GuiServices, client: ShopClient, qtbot: QtBot) -> ProductPage:
    client.answers["ReadFilterChoices"] = lambda op: FilterChoices(TREE, (GIFTS,))
    made = ProductPage(services)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    qtbot.waitUntil(lambda: made.list.model.loaded and bool(made.list.filters.names.choices.categories))
    return made


@pytest.fixture
def filters(page: ProductPage) -> ProductFilters:
    return page.list.filters


def asked(client: ShopClient) -> ProductQuery:
    return client.operations("OpenList")[-1].query


def shown(page: ProductPage) -> list[str]:
    return page.list.chips.texts()


def test_a_category_is_chosen_in_the_tree_by_keys(
    page: ProductPage, filters: ProductFilters, client: ShopClient, qtbot: QtBot
) -> None:
    box = filters.category
    page.list.filters.more.setChecked(True)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.panel.isVisible()
    qtbot.keyClicks(box.finder, "glo")
    assert box.tree.currentIndex().data() == "Gloves"  # not "Wear", which only leads there
    qtbot.keyClick(box.finder, Qt.Key.Key_Return)
    assert not box.panel.isVisible()
    assert asked(client).category == "gloves"
    assert box.shown_text() == "Category: Gloves"
    assert shown(page) == ["Category: Gloves"]
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    assert asked(client).category is None
    assert page.list.chips.isHidden()


def test_the_tree_is_walked_by_arrows_and_left_by_escape(
    filters: ProductFilters, client: ShopClient, qtbot: QtBot
) -> None:
    box = filters.category
    box.showPopup()
    for widget, key in ((box.finder, Qt.Key.Key_Down), (box.tree, Qt.Key.Key_Down)):
        QTest.keyClick(widget, key)
    assert box.tree.currentIndex().data() == "Home"
    before = len(client.operations("OpenList"))
    QTest.keyClick(box.tree, Qt.Key.Key_Escape)
    assert not box.panel.isVisible()
    assert len(client.operations("OpenList")) == before
    box.showPopup()
    qtbot.mouseClick(
        box.tree.viewport(), Qt.MouseButton.LeftButton, pos=box.tree.visualRect(box.tree.currentIndex()).center()
    )
    assert asked(client).category == "wear"


def test_prices_are_read_as_written(filters: ProductFilters, client: ShopClient, qtbot: QtBot) -> None:
    box = filters.price
    box.showPopup()
    box.low.setText("12.50")
    box.high.setText("cheap")
    box.apply.click()
    assert box.panel.isVisible()
    assert box._problem.isVisible()
    box.high.setText("9")  # the wrong way round is understood
    QTest.keyClick(box.high, Qt.Key.Key_Return)
    assert (asked(client).price_from, asked(client).price_to) == (900, 1250)
    assert box.shown_text() == "Price: $9.00 – $12.50"
    box.showPopup()
    assert (box.low.text(), box.high.text()) == ("9.00", "12.50")
    box.high.clear()
    box.apply.click()
    assert box.shown_text() == "Price: from $9.00"
    box.showPopup()
    box.forget.click()
    assert (asked(client).price_from, asked(client).price_to) == (None, None)


def test_what_is_missing_is_ticked(page: ProductPage, filters: ProductFilters, client: ShopClient) -> None:
    box = filters.without
    box.showPopup()
    for lacking in (Without.PRICE, Without.IMAGE):
        box.ticks[lacking].click()
    assert asked(client).without == (Without.IMAGE, Without.PRICE)
    assert shown(page) == ["Without image", "Without price"]
    page.list.chips.chips["without.image"].remove.click()
    assert asked(client).without == (Without.PRICE,)
    assert not box.ticks[Without.IMAGE].isChecked()


def test_chips_say_and_take_away_every_filter(page: ProductPage, filters: ProductFilters, client: ShopClient) -> None:
    query = ProductQuery(
        text="mug",
        status=StatusFilter.ACTIVE,
        stock=StockFilter.LOW,
        category="gloves",
        collection="gifts",
        vendor="Kiln & Clay",
        product_type="Bowls",
        tag="stoneware",
        price_to=500,
        without=(Without.IMAGE,),
        sort=ProductSort.TITLE,
        descending=False,
    )
    filters.ask(query)
    assert asked(client) == query
    assert filters.search.text() == "mug"
    assert shown(page) == [
        "Status: active",
        "Stock: low",
        "Category: Gloves",
        "Collection: Gifts",
        "Vendor: Kiln & Clay",
        "Type: Bowls",
        "Tag: stoneware",
        "Price: up to $5.00",
        "Without image",
    ]
    chip = page.list.chips.chips["vendor"].remove
    assert chip.accessibleName() == "Take away the filter “Vendor: Kiln & Clay”"
    chip.click()
    assert asked(client).vendor is None
    assert len(shown(page)) == 8
    page.list.chips.clear_all.click()
    assert asked(client) == ProductQuery(text="mug", sort=ProductSort.TITLE, descending=False)
    assert page.list.chips.isHidden()


def test_the_keyboard_stays_among_the_chips(page: ProductPage, filters: ProductFilters, qtbot: QtBot) -> None:
    filters.ask(ProductQuery(status=StatusFilter.DRAFT, stock=StockFilter.OUT, vendor="Kiln & Clay"))
    chips = page.list.chips.chips
    chips["stock"].remove.setFocus()
    qtbot.keyClick(chips["stock"].remove, Qt.Key.Key_Space)
    assert list(page.list.chips.chips) == ["status", "vendor"]
    assert page.list.chips.chips["vendor"].remove.hasFocus()


def test_a_filter_for_something_deleted_says_so_and_stays(
    page: ProductPage, filters: ProductFilters, client: ShopClient, qtbot: QtBot
) -> None:
    filters.ask(ProductQuery(category="gloves", status=StatusFilter.ACTIVE))
    client.answers["ReadFilterChoices"] = lambda op: FilterChoices((TREE[0],), ())
    client.answers["OpenList"] = lambda op: ListStart(0, (), None)
    page.list.refresh()
    qtbot.waitUntil(lambda: "Category: Gloves (deleted)" in shown(page))
    assert asked(client).category == "gloves"
    qtbot.waitUntil(lambda: page.list.stack.currentWidget() is page.list.nothing_found)
    assert "Gloves (deleted)" in page.list.nothing_found._text.text()
    filters.ask(ProductQuery(collection="never heard of"))
    assert shown(page) == ["Collection: deleted"]
    client.answers["ReadFilterChoices"] = lambda op: FilterChoices(TREE, (GIFTS,))
    filters.ask(ProductQuery(category="gloves"))
    page.list.refresh()
    qtbot.waitUntil(lambda: shown(page) == ["Category: Gloves"])


@pytest.mark.parametrize("kind", ["category", "collection"])
def test_the_list_follows_memberships(page: ProductPage, client: ShopClient, qtbot: QtBot, kind: str) -> None:
    before, choices = len(client.operations("OpenList")), len(client.operations("ReadFilterChoices"))
    client.notify(ChangeNotice(frozenset({"media"}), frozenset({"m"}), frozenset({"t"}), 1))
    client.notify(ChangeNotice(frozenset({kind}), frozenset({"gloves"}), frozenset({"t"}), 2))
    qtbot.waitUntil(lambda: len(client.operations("OpenList")) == before + 1)
    qtbot.waitUntil(lambda: len(client.operations("ReadFilterChoices")) == choices + 1)


def test_bulk_edit_and_prices_take_the_same_question(
    page: ProductPage, filters: ProductFilters, client: ShopClient
) -> None:
    query = ProductQuery(category="gloves", price_to=500, without=(Without.IMAGE,))
    filters.ask(query)
    page.edit_many(None)
    page.change_prices()
    assert [op.query for op in client.operations("CollectProducts")] == [query, query]
    for dialog in (page.bulk_dialog, page.price_dialog):
        assert dialog is not None
        dialog.reject()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_many_filters_wrap_and_never_widen_the_window(
    page: ProductPage, filters: ProductFilters, services: GuiServices, qtbot: QtBot, language: str
) -> None:
    services.translator.set_language(language)
    page.resize(800, 600)
    narrow = page.list.minimumSizeHint().width()
    filters.more.setChecked(True)
    filters.ask(
        ProductQuery(
            status=StatusFilter.ACTIVE,
            stock=StockFilter.LOW,
            category="gloves",
            collection="gifts",
            vendor="A vendor whose name is as long as a name can be, and then goes on for some more words still",
            price_from=100,
            without=tuple(Without),
        )
    )
    qtbot.waitUntil(lambda: page.list.chips.height() > 40)
    assert page.list.minimumSizeHint().width() <= max(narrow, services.theme.px(360))
    assert page.width() == 800
    boxes: list[QWidget] = [*filters.boxes(), *(chip.remove for chip in page.list.chips.chips.values())]
    for box in boxes:
        assert box.accessibleName()
        assert box.mapTo(page.list, box.rect().bottomRight()).x() <= page.list.width()

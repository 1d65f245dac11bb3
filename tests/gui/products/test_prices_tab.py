"""The prices tab of the editor: own prices per currency as unsaved edits, lists beside them, what holds now."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.price_lists_rules import ListOffer, ListTerms, price_steps
from rustok_desktop.commerce.price_lists_views import PriceListSaved, ProductPrices, VariantListPrice, VariantPrices
from rustok_desktop.gui.operations.price_lists import LoadedProductPrices, LoadProductPrices, SetListPrices
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.listed_price_model import FROM, LIST, STATE
from rustok_desktop.gui.products.listed_price_model import PRICE as LISTED
from rustok_desktop.gui.products.own_price_model import COST, MARGIN, NOW, PRICE, VARIANT
from rustok_desktop.gui.products.product_editor import ProductEditor
from rustok_desktop.gui.services import GuiServices
from tests.unit.gui_products.samples import apron

from .conftest import editing_apron
from .shop_client import ShopClient

AT = "2026-11-28T10:00:00.000000Z"
SALE = ListTerms("l1", "Spring", "sale", "active", "USD", 5)
LATER = ListTerms("l2", "Winter", "sale", "active", "USD", 0, starts_at="2027-01-01T00:00:00.000000Z")


def held(currency: str = "USD") -> ProductPrices:
    """Two variants; the first has a sale with two quantities, and one to come."""
    ids = [variant.id for variant in apron(1, 2).variants]
    offers = [(SALE, 1, 800), (SALE, 10, 700), (LATER, 1, 100)] if currency == "USD" else []
    listed = tuple(VariantListPrice(terms, 3, quantity, amount) for terms, quantity, amount in offers)
    steps = price_steps(1000, [ListOffer(*offer) for offer in offers], currency, AT)
    one = VariantPrices(ids[0], "S", "A-S", 1000, None, None, listed, steps)
    two = VariantPrices(ids[1], "M", "A-M", 1200, None, None, (), price_steps(1200, [], currency, AT))
    return ProductPrices("p1", currency, AT, (one, two), ("USD",))


def answer(operation: LoadProductPrices) -> LoadedProductPrices:
    return LoadedProductPrices(held(operation.currency or "USD"), ("USD", "EUR", "KZT"), frozenset({"KZT"}))


@pytest.fixture
def controller(client: ShopClient, qtbot: QtBot) -> EditorController:
    client.answers["LoadProductPrices"] = answer
    return editing_apron(client, qtbot, 1, 2)


@pytest.fixture
def editor(controller: EditorController, services: GuiServices, qtbot: QtBot) -> ProductEditor:
    made = ProductEditor(controller, services.theme, services.icons)
    controller.setParent(made)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.strip.setCurrentIndex(made.tabs.index(made.prices))
    made.show()
    qtbot.waitUntil(lambda: made.prices.listed.rowCount() == 3)
    return made


@pytest.fixture
def tab(editor: ProductEditor) -> Any:
    return editor.prices


def cell(model: Any, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def test_each_variant_says_what_it_costs_now_and_from_which_quantity(tab: Any) -> None:
    assert cell(tab.own, 0, NOW) == "$8.00  ·  from 10: $7.00"
    assert cell(tab.own, 1, NOW) == "$12.00"
    assert [tab.currencies.button(code).text() for code in ("USD", "KZT")] == ["USD", "KZT (not in use)"]


def test_lists_stand_by_priority_with_whether_they_hold(tab: Any) -> None:
    lines = [[cell(tab.listed, row, column) for column in (LIST, FROM, LISTED, STATE)] for row in range(3)]
    assert lines == [
        ["Spring", "1", "$8.00", "holds"],
        ["Spring", "10", "$7.00", "holds"],
        ["Winter", "1", "$1.00", "to come"],
    ]


def test_an_own_price_in_another_currency_is_an_unsaved_edit(
    tab: Any, controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    tab.currencies.button("EUR").click()
    qtbot.waitUntil(lambda: client.operations("LoadProductPrices")[-1].currency == "EUR")
    assert cell(tab.own, 0, PRICE) == ""
    tab.own.setData(tab.own.index(0, PRICE), "14.50")
    tab.own.setData(tab.own.index(0, COST), "7.25")
    assert cell(tab.own, 0, MARGIN) == "50.0 %"
    assert controller.state is not None
    assert controller.state.dirty
    controller.save()
    (command,) = (operation.command for operation in client.operations("SaveChanges"))
    (patch,) = command.variants
    (price,) = patch.prices
    assert (price.currency_code, price.amount, price.cost_amount) == ("EUR", 1450, 725)
    assert "remove_prices" not in patch.model_fields_set


def test_a_wrong_price_in_another_currency_is_gone_to(
    tab: Any, controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    tab.currencies.button("EUR").click()
    tab.own.setData(tab.own.index(1, PRICE), "much")
    tab.currencies.button("USD").click()
    controller.save()
    assert client.operations("SaveChanges") == []
    assert tab.own.currency == "EUR"
    assert (tab.own_view.currentIndex().row(), tab.own_view.currentIndex().column()) == (1, PRICE)
    assert cell(tab.own, 1, PRICE) == "much"


def test_a_price_in_a_list_is_saved_at_once_and_read_again(tab: Any, client: ShopClient, qtbot: QtBot) -> None:
    tab.listed.setData(tab.listed.index(0, LISTED), "7.77")
    variant = apron(1, 2).variants[0].id
    assert client.operations("SetListPrices") == [SetListPrices("l1", ((variant, 1, 777),))]
    count = len(client.operations("LoadProductPrices"))
    client.answer("SetListPrices", PriceListSaved("l1", 4, ("x",), 1, "tx"))
    qtbot.waitUntil(lambda: len(client.operations("LoadProductPrices")) == count + 1)
    tab.listed.setData(tab.listed.index(0, LISTED), "much")
    assert len(client.operations("SetListPrices")) == 1
    assert tab.nothing.isVisible()


def test_a_list_is_opened_from_its_line(tab: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.list_asked) as asked:
        tab.listed_view.activated.emit(tab.listed.index(2, LIST))
    assert asked.args == ["l2"]


def test_a_narrow_pane_keeps_price_and_what_holds(tab: Any) -> None:
    tab.resize(380, 600)
    hidden = [tab.own_view.isColumnHidden(column) for column in (VARIANT, PRICE, COST, MARGIN, NOW)]
    assert hidden == [False, False, True, True, False]

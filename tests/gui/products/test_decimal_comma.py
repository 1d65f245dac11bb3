"""Amounts in fields and cells, in the form of the window's language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.price_lists_rules import ListTerms
from rustok_desktop.commerce.price_lists_views import (
    ListPricePage,
    ListPriceView,
    ProductPrices,
    VariantListPrice,
    VariantPrices,
)
from rustok_desktop.gui.operations.products import Loaded, ShopFacts
from rustok_desktop.gui.prices.list_price_model import PRICE as LIST_PRICE
from rustok_desktop.gui.prices.list_price_model import ListPriceModel
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.editor_language import turn_language
from rustok_desktop.gui.products.elided_label import ElidedLabel
from rustok_desktop.gui.products.listed_price_model import PRICE as LISTED
from rustok_desktop.gui.products.own_price_model import PRICE as OWN_PRICE
from rustok_desktop.gui.products.price_filter_box import PriceFilterBox
from rustok_desktop.gui.products.product_editor import ProductEditor
from rustok_desktop.gui.services import GuiServices
from tests.unit.gui_products.samples import apron, movements, product, variant

from .shop_client import ShopClient

EDIT = Qt.ItemDataRole.EditRole


@pytest.fixture
def controller(client: ShopClient, qtbot: QtBot) -> EditorController:
    one = product(variants=(variant(price=1250, compare_at=1500, cost=500),))
    several = replace(apron(2, 2), id="p2")
    client.answers["LoadProduct"] = lambda op: Loaded(several if op.product_id == "p2" else one, movements())
    made = EditorController(client, "ru")
    made.set_shop(ShopFacts("en", "USD", (("en", "English"),), ""))
    made.open("p1")
    qtbot.waitUntil(lambda: made.state is not None)
    return made


@pytest.fixture
def editor(controller: EditorController, services: GuiServices, qtbot: QtBot) -> ProductEditor:
    made = ProductEditor(controller, services.theme, services.icons)
    controller.setParent(made)
    qtbot.addWidget(made)
    made.show()
    controller.replaced.emit()
    return made


def test_a_field_shows_the_comma_and_lets_one_type_either(
    editor: ProductEditor, controller: EditorController, qtbot: QtBot
) -> None:
    price = editor.general.fields["price"].editor
    assert isinstance(price, QLineEdit)
    state = controller.state
    assert state is not None
    assert (price.text(), state.dirty) == ("12,50", False)
    for typed in ("12.50", "12,50"):
        price.selectAll()
        qtbot.keyClicks(price, typed)
        assert (price.text(), price.cursorPosition(), state.dirty) == (typed, 5, False)
        price.editingFinished.emit()
        assert price.text() == "12,50"
    price.selectAll()
    qtbot.keyClicks(price, "1.5")
    controller.edit("vendor", "Other")
    assert (price.text(), price.cursorPosition()) == ("1.5", 3)
    assert editor.general.fields["compare_at"].editor.text() == "15,00"  # type: ignore[attr-defined]
    assert state.edits["variants/v1/price@USD"] == "1.5"


def test_another_language_under_what_was_typed(
    editor: ProductEditor, controller: EditorController, qtbot: QtBot
) -> None:
    turn_language(controller, "en")
    price, cost = (editor.general.fields[name].editor for name in ("price", "cost"))
    assert isinstance(price, QLineEdit)
    assert isinstance(cost, QLineEdit)
    assert (price.text(), cost.text()) == ("12.50", "5.00")
    price.selectAll()
    qtbot.keyClicks(price, "1,500")  # a thousand and a half in English
    qtbot.keyClicks(cost, "x")
    assert editor.variants.model.amounts("v1")[0] == 150000
    turn_language(controller, "ru")
    assert (price.text(), cost.text()) == ("1500,00", "x5.00")  # what is no amount stays as typed
    assert editor.variants.model.amounts("v1")[0] == 150000
    assert set(controller.problems()) == {"variants/v1/cost@USD", "variants/v1/compare_at@USD"}
    assert "1500,00" in controller.problems()["variants/v1/compare_at@USD"].text("ru")


def test_what_only_the_other_language_can_read(editor: ProductEditor, controller: EditorController) -> None:
    turn_language(controller, "en")
    controller.set_shop(ShopFacts("en", "KWD", (("en", "English"),), ""))
    controller.new_product()
    model = editor.variants.model
    key = model.key(0)
    path = f"variants/{key}/price@KWD"
    controller.edit(path, "12,345")  # in English a thousand or a fraction of three digits
    assert (model.amounts(key)[0], controller.problems()[path].code) == (None, "bad_amount")
    turn_language(controller, "ru")
    assert model.amounts(key)[0] == 12345
    assert path not in controller.problems()


def test_cells_are_copied_and_pasted_as_a_spreadsheet_writes_them(
    editor: ProductEditor, controller: EditorController, qtbot: QtBot
) -> None:
    controller.open("p2")
    qtbot.waitUntil(lambda: controller.state is not None and controller.state.variant_count() == 4)
    state, grid, model = controller.state, editor.variants.grid, editor.variants.model
    assert state is not None
    column = next(c for c in range(model.columnCount()) if model.column_name(c) == "price")
    first, last = model.index(0, column), model.index(3, column)
    before = [model.index(row, column).data() for row in range(4)]
    assert all("," in text and "." not in text for text in before)
    assert model.look(0, column).text == first.data() == first.data(EDIT) == before[0]
    grid.setCurrentIndex(first)
    grid.selectColumn(column)
    grid.copy()
    assert QGuiApplication.clipboard().text() == "\n".join(before)
    grid.paste()
    assert not state.dirty
    QGuiApplication.clipboard().setText("41,5")
    grid.setCurrentIndex(last)
    grid.paste()
    assert (last.data(), state.edits) == ("41,5", {model.path(last): "41.5"})
    model.tick([0], True)
    editor.variants.bulk.lines["price"].click()
    editor.variants.bulk.formula.line.setText("+1")
    outcome = model.effect
    assert outcome is not None
    assert "," in outcome.texts(model.key(0))[1]  # type: ignore[index]
    editor.variants.bulk.formula.take()
    assert "." in state.edits[model.path(first)]


def test_own_prices_and_those_of_lists(
    editor: ProductEditor, controller: EditorController, services: GuiServices
) -> None:
    own = editor.prices.own
    own.refresh()
    cell = own.index(0, OWN_PRICE)
    assert (cell.data(), cell.data(EDIT)) == ("12,50", "12,50")
    assert not own.setData(cell, "12,50")
    assert not own.setData(cell, "12.50")
    assert own.setData(cell, "13,5")
    assert (cell.data(), controller.text(own.path(0, OWN_PRICE))) == ("13,5", "13.5")
    listed = ListPriceModel(services.theme, controller)
    listed.set_texts(tuple("1234567"), "ru")
    row = ListPriceView("p1", "Bowl", "active", "v1", "Default", "BWL", 1500, None, 500, 1, 1250)
    listed.show_page(ListPricePage((row,), None), "USD", sale=True)
    typed: list[str] = []
    listed.typed.connect(lambda _row, _column, text: typed.append(text))
    price = listed.index(0, LIST_PRICE)
    for text in (price.data(EDIT), "12,49"):
        listed.setData(price, text)
    assert (price.data(EDIT), typed) == ("12,50", ["12,49"])
    in_lists = editor.prices.listed
    in_lists.set_texts(tuple("12345"), "ru")
    terms = ListTerms("l1", "Spring", "sale", "active", "USD", 5)
    on_sale = VariantListPrice(terms, 3, 1, 990)
    one = VariantPrices("v1", "Default", "BWL", 1250, None, None, (on_sale,), ())
    in_lists.show_prices(ProductPrices("p1", "USD", "2026-11-28T10:00:00.000000Z", (one,), ("USD",)))
    assert in_lists.index(0, LISTED).data(EDIT) == "9,90"


def test_a_conflict_shows_both_amounts_in_the_same_form(editor: ProductEditor, controller: EditorController) -> None:
    state = controller.state
    assert state is not None
    controller.edit("variants/v1/price@USD", "13.5")
    state.rebase(product(version=4, variants=(variant(price=1400, compare_at=1500, cost=500),)))
    controller.replaced.emit()
    told = [label.text() for label in editor.band.findChildren(ElidedLabel)]
    assert [text.rpartition(" ")[2] for text in told] == ["13,5", "14,00"]


def test_the_filter_by_price(services: GuiServices, qtbot: QtBot) -> None:
    box = PriceFilterBox()
    qtbot.addWidget(box)
    box.set_money("USD", "ru")
    box.put_range((1250, None))
    box.prepare()
    assert box.low.text() == "12,50"
    box.set_money("USD", "en")
    assert box.low.text() == "12.50"

"""The Prices page before a shop that answers when told to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QDateTime, Qt

from rustok_desktop.commerce.price_lists_views import (
    ListPriceLine,
    ListPricePage,
    ListPricePreview,
    ListPriceView,
    PriceListRow,
    PriceListSaved,
)
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.gui.operations.history import UndoTransaction
from rustok_desktop.gui.operations.price_lists import (
    ApplyListFormula,
    ListFormula,
    LoadedPriceList,
    PreviewListFormula,
    PriceLists,
    SavePriceList,
    SetListPrices,
)
from rustok_desktop.gui.prices.list_formula_bar import CHOSEN, LIST, SELECTED
from rustok_desktop.gui.prices.list_price_model import BASE, FROM, MARGIN, OFF, PRICE, PRODUCT
from rustok_desktop.gui.prices.price_lists_page import PriceListsPage
from rustok_desktop.history.views import FieldChange, HistoryEntry, HistoryPage
from rustok_desktop.index.schemas import ProductRow
from rustok_desktop.runtime.notices import ChangeNotice

MAY = "2026-05-01T10:00:00.000000Z"


def a_list(list_id: str = "l1", **given: Any) -> PriceListRow:
    row = PriceListRow(list_id, 3, "Spring", None, "sale", "active", "USD", 5, None, None, None, "", 3)
    return replace(row, **given)


ROWS = (a_list(), a_list("l2", name="Resellers", type="override", status="draft", priority=0, count=1))


def price(number: int, **given: Any) -> ListPriceView:
    view = ListPriceView(
        f"p{number}", f"Mug {number}", "active", f"v{number}", "Default", f"M-{number}", 1000, None, 400, 1, 800
    )
    return replace(view, **given)


PRICES = (
    price(1),
    price(2, min_quantity=10, variant_title="S", base_amount=None, cost_amount=None),
    price(3, amount=1200),
)


def loaded(
    list_id: str = "l1", prices: tuple[ListPriceView, ...] = PRICES, after: str | None = None
) -> LoadedPriceList:
    return LoadedPriceList(next(row for row in ROWS if row.id == list_id), ListPricePage(prices, after))


def preview(**given: Any) -> ListPricePreview:
    line = ListPriceLine("p1", "Mug 1", "v1", "Default", "M-1", 1000, 400, None, 899)
    found = ListPricePreview("USD", 1, 3, 1, 0, 0, 2, 0, Decimal("60.0"), Decimal("55.5"), (line,))
    return replace(found, **given)


@pytest.fixture(autouse=True)
def named(monkeypatch: pytest.MonkeyPatch, client: Any) -> None:
    """Operations here are values: they are known by their class."""
    submit = client.submit

    def named_submit(operation: Any, **fields: Any) -> Any:
        call = submit(operation, **fields)
        call.name = type(operation).__name__
        return call

    monkeypatch.setattr(client, "submit", named_submit)


@pytest.fixture
def page(qtbot: Any, services: Any, client: Any) -> PriceListsPage:
    made = PriceListsPage(services)
    qtbot.addWidget(made)
    client.answer("ReadPriceLists", PriceLists(ROWS, ("USD", "EUR"), MAY))
    made.resize(1100, 720)
    made.show()
    return made


@pytest.fixture
def shown(page: PriceListsPage, client: Any) -> PriceListsPage:
    """With the first list open."""
    page.list.setCurrentIndex(page.model.index(0))
    client.answer("LoadPriceList", loaded())
    return page


def cells(page: PriceListsPage, row: int) -> list[str]:
    return [page.editor.model.index(row, column).data() for column in (PRODUCT, BASE, FROM, PRICE, OFF, MARGIN)]


def write(page: PriceListsPage, row: int, column: int, text: str) -> None:
    page.editor.model.setData(page.editor.model.index(row, column), text)


def texts(services: Any) -> list[str]:
    return [notice.text for notice in services.notices.history]


def test_lists_with_what_they_do_and_whether_they_hold(page: PriceListsPage) -> None:
    told = [page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert told == ["Spring, Sale · holds · 3 prices", "Resellers, Replaces prices · draft · 1 price"]
    assert page.side.currentWidget() is page.nothing


def test_without_lists_the_page_says_what_it_is_for(page: PriceListsPage, client: Any) -> None:
    page.read()
    client.answer("ReadPriceLists", PriceLists((), ("USD",), MAY))
    assert page.stack.currentWidget() is page.empty


def test_prices_beside_the_own_ones(shown: PriceListsPage) -> None:
    assert cells(shown, 0) == ["Mug 1", "$10.00", "1", "$8.00", "−20.0 %", "50.0 %"]
    assert cells(shown, 1) == ["Mug 2 · S", "—", "10", "$8.00", "", "—"]
    assert cells(shown, 2) == ["Mug 3", "$10.00", "1", "$12.00", "", "66.7 %"]
    assert "hold now" in shown.editor.state.text()
    assert not shown.editor.currency.isEnabled()


def test_further_prices_are_asked_for_behind_the_last_one(page: PriceListsPage, client: Any) -> None:
    page.list.setCurrentIndex(page.model.index(0))
    client.answer("LoadPriceList", loaded(after="p3/v3/1"))
    page.editor.model.fetchMore(page.editor.model.index(-1, -1))
    assert client.last("ReadListPrices").operation.after == "p3/v3/1"
    client.answer("ReadListPrices", ListPricePage((price(4),), None))
    assert page.editor.model.rowCount() == 4
    assert not page.editor.model.canFetchMore(page.editor.model.index(-1, -1))


def test_a_new_list_is_saved_with_what_was_typed(page: PriceListsPage, client: Any, qtbot: Any) -> None:
    page.new_button.click()
    editor = page.editor
    assert page.side.currentWidget() is editor
    page.save()
    assert editor.name_field.error
    qtbot.keyClicks(editor.name, "Autumn")
    editor.type.button("override").click()
    editor.priority.setValue(7)
    editor.currency.setCurrentIndex(1)
    editor.currency.chosen.emit("EUR")
    editor.has_start.click()
    editor.start.setDateTime(QDateTime(2026, 5, 1, 8, 30, 0))
    page.editor.save_button.click()
    operation = client.last("SavePriceList").operation
    assert isinstance(operation, SavePriceList)
    given = dict(operation.fields)
    assert (operation.price_list_id, given["name"], given["type"], given["priority"]) == (None, "Autumn", "override", 7)
    assert (given["currency_code"], given["status"]) == ("EUR", "active")
    assert given["starts_at"].endswith("30:00.000000Z")
    assert "ends_at" not in given
    client.answer("SavePriceList", PriceListSaved("l2", 1, ("name",), 0, "tx"))
    client.answer("ReadPriceLists", PriceLists(ROWS, ("USD", "EUR"), MAY))
    assert client.last("LoadPriceList").operation.price_list_id == "l2"


def test_only_what_differs_is_saved_and_a_refusal_stands_at_its_field(
    shown: PriceListsPage, client: Any, qtbot: Any
) -> None:
    editor = shown.editor
    assert not editor.save_button.isEnabled()
    editor.has_end.click()
    editor.status.button("draft").click()
    assert "draft" in editor.state.text()
    editor.save_button.click()
    operation = client.last("SavePriceList").operation
    assert (operation.price_list_id, operation.base_version) == ("l1", 3)
    assert [name for name, _ in operation.fields] == ["status", "ends_at"]
    client.fail("SavePriceList", Invalid([FieldProblem("ends_at", "end_before_start")]))
    assert editor.end_field.error == "The end must be later than the start."
    editor.discard_button.click()
    client.answer("LoadPriceList", loaded())
    assert not editor.has_end.isChecked()
    assert not editor.save_button.isEnabled()


def test_moments_that_nobody_touched_keep_their_seconds(page: PriceListsPage, client: Any) -> None:
    page.list.setCurrentIndex(page.model.index(0))
    row = a_list(starts_at="2026-05-01T10:00:31.000001Z")
    client.answer("LoadPriceList", LoadedPriceList(row, ListPricePage((), None)))
    page.editor.name.setText("Other")
    page.editor.name.textEdited.emit("Other")
    assert page.editor.draft is not None
    assert page.editor.draft.changes() == (("name", "Other"),)


def test_what_is_typed_stays_with_its_list(shown: PriceListsPage, client: Any) -> None:
    shown.editor.name.setText("Summer")
    shown.editor.name.textEdited.emit("Summer")
    shown.list.setCurrentIndex(shown.model.index(1))
    client.answer("LoadPriceList", loaded("l2", ()))
    assert shown.editor.name.text() == "Resellers"
    shown.list.setCurrentIndex(shown.model.index(0))
    client.answer("LoadPriceList", loaded())
    assert shown.editor.name.text() == "Summer"


def test_a_price_and_a_quantity_are_written_in_place(shown: PriceListsPage, client: Any, services: Any) -> None:
    write(shown, 0, PRICE, "7.50")
    assert client.last("SetListPrices").operation == SetListPrices("l1", (("v1", 1, 750),))
    write(shown, 0, FROM, "5")
    assert client.last("SetListPrices").operation == SetListPrices("l1", (("v1", 5, 800),), (("v1", 1),))
    count = len(client.calls)
    write(shown, 0, PRICE, "8.00")  # as it is
    for column, text in ((PRICE, "much"), (PRICE, ""), (FROM, "0"), (FROM, "some")):
        write(shown, 0, column, text)
    assert len(client.calls) == count
    assert len([text for text in texts(services) if "whole number" in text]) == 2
    assert "A price is needed." in texts(services)


def test_selected_prices_are_taken_out_and_come_back(shown: PriceListsPage, client: Any, services: Any) -> None:
    assert not shown.editor.remove_button.isEnabled()
    shown.editor.table.selectAll()
    shown.editor.remove_button.click()
    operation = client.last("SetListPrices").operation
    assert operation.remove == (("v1", 1), ("v2", 10), ("v3", 1))
    client.answer("SetListPrices", PriceListSaved("l1", 4, ("x",), 3, "tx9"))
    notice = services.notices.history[-1]
    assert notice.text == "3 prices taken out of the list"
    notice.action()
    assert client.last("UndoTransaction").operation == UndoTransaction("tx9")


def test_a_product_is_found_and_added_with_its_own_prices(shown: PriceListsPage, client: Any, services: Any) -> None:
    shown.editor.search.setText("bowl")
    shown.editor.find_asked.emit("bowl")
    row = ProductRow(
        0, "p9", 0, False, "active", "Bowl", "", "", "", (), "B-9", 1, "USD", 1, 1, None, 0, "in", None, ""
    )
    client.answer("FindProducts", (row,))
    assert shown.editor.results.isVisible()
    shown.editor.results.itemActivated.emit(shown.editor.results.item(0))
    operation = client.last("ApplyListFormula").operation
    assert operation == ApplyListFormula(ListFormula("l1", "= price", product_ids=("p9",)))
    client.answer("ApplyListFormula", PriceListSaved("l1", 3, (), 0, None))
    assert "Nothing was added" in texts(services)[-1]
    assert not shown.editor.results.isVisible()


def test_a_formula_is_looked_at_before_it_is_applied(
    shown: PriceListsPage, client: Any, qtbot: Any, services: Any
) -> None:
    bar = shown.editor.bar
    assert bar.scope.value() == LIST
    assert not bar.apply.isEnabled()
    qtbot.keyClicks(bar.line, "-10 %")
    qtbot.waitUntil(lambda: bool(client.pending("PreviewListFormula")))
    assert client.last("PreviewListFormula").operation == PreviewListFormula(ListFormula("l1", "-10 %"))
    assert not bar.apply.isEnabled()
    client.answer("PreviewListFormula", preview())
    assert shown.editor.sheets.currentWidget() is shown.editor.preview_table
    assert (
        bar.outcome.text()
        == "1 new  ·  0 changed  ·  average margin 60.0 % → 55.5 %  ·  2 without the amount it starts from"
    )
    assert bar.apply.text() == "Set 1 price"
    bar.apply.click()
    assert client.last("ApplyListFormula").operation == ApplyListFormula(ListFormula("l1", "-10 %", version=3))
    client.answer("ApplyListFormula", PriceListSaved("l1", 4, ("x",), 1, "tx"))
    assert texts(services)[-1] == "1 price set"
    assert shown.editor.sheets.currentWidget() is shown.editor.table
    assert bar.text == ""


def test_a_formula_that_cannot_be_says_why(shown: PriceListsPage, client: Any, qtbot: Any) -> None:
    bar = shown.editor.bar
    qtbot.keyClicks(bar.line, "+")
    qtbot.waitUntil(lambda: bar.outcome.text() == "A number is still missing.")
    assert not client.pending("PreviewListFormula")
    bar.line.clear()
    qtbot.keyClicks(bar.line, "-50")
    qtbot.waitUntil(lambda: bool(client.pending("PreviewListFormula")))
    client.answer("PreviewListFormula", preview(wrong=1))
    assert "nothing can be set" in bar.outcome.text()
    assert not bar.apply.isEnabled()


def test_an_answer_that_comes_too_late_is_not_shown(shown: PriceListsPage, client: Any, qtbot: Any) -> None:
    bar = shown.editor.bar
    qtbot.keyClicks(bar.line, "-1")
    qtbot.waitUntil(lambda: bool(client.pending("PreviewListFormula")))
    late = client.last("PreviewListFormula")
    qtbot.keyClicks(bar.line, "0")
    late.answer(preview())
    assert not bar.apply.isEnabled()
    assert shown.editor.sheets.currentWidget() is shown.editor.table


def test_the_selected_lines_get_a_price_from_another_quantity_on(
    shown: PriceListsPage, client: Any, qtbot: Any
) -> None:
    shown.editor.table.selectRow(0)
    bar = shown.editor.bar
    bar.choose(SELECTED)
    bar.quantity.setValue(10)
    qtbot.keyClicks(bar.line, "-20 %")
    qtbot.waitUntil(lambda: bool(client.pending("PreviewListFormula")))
    asked = client.last("PreviewListFormula").operation.formula
    assert (asked.min_quantity, asked.variant_ids, asked.product_ids) == (10, ("v1",), ())


def test_products_chosen_elsewhere_wait_for_their_list(page: PriceListsPage, client: Any, qtbot: Any) -> None:
    page.open_with(product_ids=("p7", "p8"))
    page.list.setCurrentIndex(page.model.index(0))
    client.answer("LoadPriceList", loaded())
    bar = page.editor.bar
    assert bar.scope.value() == CHOSEN
    assert "2 chosen products" in bar.scope.shown_text()
    qtbot.keyClicks(bar.line, "-10 %")
    qtbot.waitUntil(lambda: bool(client.pending("PreviewListFormula")))
    client.answer("PreviewListFormula", preview())
    bar.apply.click()
    assert client.last("ApplyListFormula").operation.formula.product_ids == ("p7", "p8")
    client.answer("ApplyListFormula", PriceListSaved("l1", 4, ("x",), 1, "tx"))
    assert bar.scope.value() == LIST


def test_a_list_goes_to_the_trash_with_a_way_back(shown: PriceListsPage, client: Any, services: Any) -> None:
    shown.editor.trash_button.click()
    assert client.last("TrashPriceList").operation.price_list_id == "l1"
    client.answer("TrashPriceList", PriceListSaved("l1", 4, ("deleted_at",), 0, "tx5"))
    assert texts(services)[-1].startswith("“Spring” moved to the trash")
    services.notices.history[-1].action()
    assert client.last("UndoTransaction").operation == UndoTransaction("tx5")


def test_changes_made_elsewhere_are_read(shown: PriceListsPage, client: Any, qtbot: Any) -> None:
    client.notify(ChangeNotice(frozenset({"price_list"}), frozenset({"l1"}), frozenset(), 1))
    qtbot.waitUntil(lambda: bool(client.pending("ReadPriceLists")))
    client.answer("ReadPriceLists", PriceLists(ROWS[1:], ("USD", "EUR"), MAY))
    assert shown.side.currentWidget() is shown.nothing


def test_history_names_the_variants(shown: PriceListsPage, client: Any) -> None:
    shown.editor.history_button.click()
    operation = client.last("ReadHistory").operation
    assert (operation.kind, operation.thing_id) == ("price_list", "l1")
    fields = (FieldChange("prices/v1:10@USD", None, 800), FieldChange("priority", 0, 5))
    entry = HistoryEntry("e", 1, MAY, None, True, "updated", fields=fields, field_count=2)
    client.answer("ReadHistory", HistoryPage((entry,), None))
    model = shown.history.list.model
    told = [[model.index(row, column).data() for column in range(3)] for row in (1, 2)]
    assert told == [["Price · Mug 1 · from 10", "—", "$8.00"], ["Priority", "0", "5"]]


def test_everything_can_be_named(shown: PriceListsPage) -> None:
    editor = shown.editor
    named = [editor.type, editor.status, editor.currency, editor.table, editor.results, editor.bar.line]
    named += [editor.bar.quantity, editor.bar.scope, editor.name, editor.start, editor.priority, shown.list]
    assert all(widget.accessibleName() for widget in named)


def test_columns_of_prices_are_dragged_hidden_and_remembered(page: PriceListsPage, services: Any) -> None:
    editor = page.editor
    head = editor.table.horizontalHeader()
    head.moveSection(head.visualIndex(PRICE), 1)
    editor.columns.show_column("change", False)
    assert head.visualIndex(PRICE) == 1
    assert editor.table.isColumnHidden(OFF)
    kept = services.preferences.get("price_list.columns", {})["usual"]
    assert (kept["order"][1], kept["hidden"]) == ("price", ["change"])


def test_what_is_typed_while_a_list_is_saved_stays_and_nothing_is_saved_twice(
    page: PriceListsPage, client: Any, qtbot: Any
) -> None:
    page.new_button.click()
    qtbot.keyClicks(page.editor.name, "Autumn")
    page.save()
    page.save()
    page.editor.priority.setValue(9)
    qtbot.keyClicks(page.editor.name, "!")
    assert len([call for call in client.calls if call.name == "SavePriceList"]) == 1
    client.answer("SavePriceList", PriceListSaved("l2", 1, ("name",), 0, "tx"))
    page.save()
    client.answer("ReadPriceLists", PriceLists(ROWS, ("USD", "EUR"), MAY))
    client.answer("LoadPriceList", loaded("l2"))
    assert (page.editor.name.text(), page.editor.priority.value()) == ("Autumn!", 9)
    assert len([call for call in client.calls if call.name == "SavePriceList"]) == 1
    page.save()
    assert dict(client.last("SavePriceList").operation.fields) == {"name": "Autumn!", "priority": 9}

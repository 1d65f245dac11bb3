"""The Inventory page over a client that answers at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.stock_views import (
    Applied,
    CountView,
    LevelPage,
    LevelQuery,
    LevelView,
    StockFigures,
    StocktakeView,
    Transferred,
)
from rustok_desktop.commerce.views import LocationView, MovementView
from rustok_desktop.core.errors import NotFound, UserError, VersionConflict
from rustok_desktop.gui.inventory.inventory_page import InventoryPage
from rustok_desktop.gui.inventory.stock_panel import StockPanel
from rustok_desktop.gui.inventory.stock_table_model import Column
from rustok_desktop.gui.inventory.stock_view import StockView
from rustok_desktop.gui.operations.inventory import CountedNow, LevelStart
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.products.movement_table_model import NARROW
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.products.shop_client import ShopClient

MAIN, ANNEX = LocationView("l1", "Main", "main", True), LocationView("l2", "Annex", None, False)


def level(number: int, on_hand: int = 10, reserved: int = 0) -> LevelView:
    words = (f"Mug {number}", "Default", f"SKU-{number}", None, "deny", True)
    return LevelView(f"v{number}", f"p{number}", 0, *words, on_hand, reserved, None, 5)


def count(number: int, counted: int, seen: int = 10, on_hand: int = 10) -> CountView:
    return CountView(f"v{number}", "p", f"Mug {number}", "Default", f"SKU-{number}", None, counted, seen, on_hand, "")


def stocktake(*counts: CountView, version: int = 1, uncounted: int = 0) -> StocktakeView:
    opened = StocktakeView("s1", "l1", "Main", "ST-1", "open", None, None, version, "", None)
    return replace(opened, counts=counts, uncounted=uncounted, uncounted_units=uncounted * 4)


MOVEMENT = MovementView("m1", "v0", "Default", "Main", 5, "received", "R-1", None, "2026-11-20T10:00:00.000000Z")


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    rows = tuple(level(number, on_hand=number * 4) for number in range(3))
    made.answers = {
        "ReadPlaces": lambda op: (MAIN, ANNEX),
        "OpenLevels": lambda op: LevelStart(LevelQuery(op.location_id), LevelPage(rows, None)),
        "ReadFigures": lambda op: StockFigures(3, 1, 1, 12, 0),
        "ReadMovements": lambda op: (MOVEMENT,),
        "ReadStocktake": lambda op: None,
        "BeginStocktake": lambda op: stocktake(),
    }
    return made


@pytest.fixture
def page(services: GuiServices, client: ShopClient, qtbot: QtBot) -> Iterator[InventoryPage]:
    made = InventoryPage(services)
    made.resize(1200, 700)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3 and made.panel.movements.rowCount() == 1)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(page: InventoryPage, column: Column) -> list[str]:
    return [str(page.model.index(row, column).data()) for row in range(page.model.rowCount())]


def edit(page: InventoryPage, row: int, column: Column, text: str) -> bool:
    return page.model.setData(page.model.index(row, column), text)


def test_the_list(page: InventoryPage, qtbot: QtBot) -> None:
    assert shown(page, Column.ON_HAND) == ["0", "4", "8"]
    assert shown(page, Column.STATE) == ["Out", "Low", "In stock"]
    assert shown(page, Column.THRESHOLD) == ["5", "5", "5"]
    page.model.set_texts("en", ("",) * len(Column), {"in": "On every shelf there is, and behind it"})
    assert page.table.columnWidth(Column.STATE) > page.table.columnWidth(Column.RESERVED) * 2, "no chip is cut"
    page.retranslate()
    qtbot.waitUntil(lambda: page.state_row.button("low").text() == "Low 1")
    assert page.table.selected == "v0"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_movement_says_why_and_no_head_is_cut(
    page: InventoryPage, services: GuiServices, qtbot: QtBot, language: str
) -> None:
    services.translator.set_language(language)
    view, model = page.panel.movement_view, page.panel.movements
    model.show_rows((MOVEMENT, replace(MOVEMENT, id="m2", reason="initial", reference=None)))
    qtbot.waitUntil(lambda: page.panel.apply.text() == {"en": "Adjust", "ru": "Применить"}[language])
    assert [model.index(row, NARROW.index("reason")).data() for row in range(2)] == {
        "en": ["Received · R-1", "First stock"],
        "ru": ["Поступление · R-1", "Начальный остаток"],
    }[language]
    head = view.horizontalHeader()
    seen = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
    assert len(seen) == len(NARROW)
    metrics = QFontMetrics(services.theme.font("head"))
    for column in seen:
        text = model.headerData(column, Qt.Orientation.Horizontal)
        assert metrics.horizontalAdvance(text) < head.sectionSize(column)
    assert head.length() <= view.viewport().width()
    services.translator.set_language("en")


def test_columns_of_levels_and_movements_are_dragged_hidden_and_remembered(
    page: InventoryPage, services: GuiServices, qtbot: QtBot
) -> None:
    head = page.table.horizontalHeader()
    head.moveSection(head.visualIndex(Column.AVAILABLE), 1)
    page.table.columns.show_column("reserved", False)
    page.panel.columns.show_column("when", False)
    assert [page.table.isColumnHidden(column) for column in Column] == [False, False, True, False, False, False]
    assert edit(page, 0, Column.ON_HAND, "+3"), "cells are those of their columns wherever these stand"
    assert services.preferences.flush()
    kept = Preferences(services.preferences._path)
    again = StockView(page.model, services.theme, kept)
    qtbot.addWidget(again)
    assert again.horizontalHeader().visualIndex(Column.AVAILABLE) == 1
    assert again.isColumnHidden(Column.RESERVED)
    panel = StockPanel(services.theme, kept)
    qtbot.addWidget(panel)
    assert panel.movement_view.isColumnHidden(0)


def test_searching_and_narrowing(page: InventoryPage, client: ShopClient) -> None:
    page.search.setText("mug")
    page.search.search_now()
    page.state_row.button("low").click()
    operation = client.last("OpenLevels").operation
    assert (operation.location_id, operation.text, operation.state) == ("l1", "mug", "low")


def test_nothing_found_and_nothing_there(page: InventoryPage, client: ShopClient, qtbot: QtBot) -> None:
    client.answers["OpenLevels"] = lambda op: LevelStart(LevelQuery("l1"), LevelPage((), None))
    page.state_row.button("out").click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing)
    assert not page.panel.isVisible()
    page.clear.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)


def test_rows_follow_while_scrolling(page: InventoryPage, client: ShopClient, qtbot: QtBot) -> None:
    first = LevelPage((level(1), level(2)), ("p2", 0, "v2"))
    client.answers["OpenLevels"] = lambda op: LevelStart(LevelQuery("l1"), first)
    client.answers["MoreLevels"] = lambda op: LevelPage((level(3), level(4)), None)
    page.model.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert client.last("MoreLevels").operation.after == ("p2", 0, "v2")


@pytest.mark.parametrize(("text", "delta"), [("12", 4), ("+3", 3), ("-2", -2), ("\u22122", -2)])
def test_a_cell_sets_or_changes(page: InventoryPage, client: ShopClient, text: str, delta: int) -> None:
    assert edit(page, 2, Column.ON_HAND, text)
    operation = client.last("Adjust").operation
    assert (operation.variant_id, operation.location_id, operation.delta, operation.reason) == (
        "v2", "l1", delta, "correction",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "many", "8"])
def test_a_cell_that_says_nothing_asks_nothing(page: InventoryPage, client: ShopClient, text: str) -> None:
    edit(page, 2, Column.ON_HAND, text)
    assert not [call for call in client.calls if call.name == "Adjust"]


def test_an_adjustment_shows_and_can_be_undone(
    page: InventoryPage, client: ShopClient, services: GuiServices, qtbot: QtBot
) -> None:
    page.panel.delta.setText("+3")
    page.panel.reason.setCurrentIndex(page.panel.reason.findData("received"))
    page.panel.apply.click()
    call = client.last("Adjust")
    assert (call.operation.delta, call.operation.reason, call.write) == (3, "received", True)
    call.answer(level(0, 3))
    assert shown(page, Column.ON_HAND)[0] == "3"
    assert page.panel.delta.text() == ""
    notice = services.notices.history[-1]
    assert notice.text == "Mug 0: +3, now 3 on hand"
    assert notice.action is not None
    notice.action()
    assert client.last("Adjust").operation.delta == -3


def test_a_refused_adjustment_keeps_what_was_typed(page: InventoryPage, client: ShopClient, services: Any) -> None:
    page.panel.delta.setText("-9")
    page.panel.apply.click()
    client.fail("Adjust", UserError("insufficient_inventory", requested=9, available=0))
    assert page.panel.delta.text() == "-9"
    assert services.notices.history[-1].kind == "error"


def test_a_threshold_of_its_own_and_back(page: InventoryPage, client: ShopClient) -> None:
    edit(page, 1, Column.THRESHOLD, "2")
    assert client.last("ChangeThreshold").operation.threshold == 2
    client.answer("ChangeThreshold", replace(level(1, 4), own_threshold=2, threshold=2))
    assert shown(page, Column.STATE)[1] == "In stock"
    edit(page, 1, Column.THRESHOLD, "")
    assert client.last("ChangeThreshold").operation.threshold is None


def test_a_transfer(page: InventoryPage, client: ShopClient, services: GuiServices) -> None:
    assert [page.panel.target.itemText(row) for row in range(page.panel.target.count())] == ["Annex"]
    page.panel.quantity.setText("2")
    page.panel.send.click()
    operation = client.last("Transfer").operation
    assert (operation.source, operation.target, operation.quantity) == ("l1", "l2", 2)
    client.answer("Transfer", Transferred("TR-1", 2, "tx"))
    assert services.notices.history[-1].text == "Mug 0: 2 to Annex, TR-1"


def test_locations(page: InventoryPage, client: ShopClient) -> None:
    page.open_places()
    panel = page._places_panel
    assert panel is not None
    panel.new_name.setText("Annex")
    panel.add.click()
    client.fail("PlaceAct", UserError("duplicate_location", name="Annex"))
    assert "Annex" in panel.note.text()
    panel.rows[1].default.click()
    operation = client.last("PlaceAct").operation
    assert (operation.act, operation.location_id, operation.version) == ("default", "l2", 1)
    client.answer("PlaceAct", (replace(ANNEX, is_default=True), replace(MAIN, is_default=False)))
    assert [row.name.text() for row in panel.rows] == ["Annex", "Main"]
    panel.close_panel()


def begin(page: InventoryPage, client: ShopClient, qtbot: QtBot) -> None:
    page.count_button.click()
    qtbot.waitUntil(lambda: page.modes.currentWidget() is page.counting)


def test_the_scanner(page: InventoryPage, client: ShopClient, qtbot: QtBot) -> None:
    """Each code and Enter adds one; a code nobody knows does not stop the next."""
    begin(page, client, qtbot)
    scan = page.counting.scan
    for code in ("4006381333931", "nothing"):
        qtbot.keyClicks(scan, code)
        qtbot.keyClick(scan, Qt.Key.Key_Return)
        assert scan.text() == ""
    first, second = [call for call in client.calls if call.name == "CountOne"]
    assert (first.operation.code, first.operation.quantity) == ("4006381333931", None)
    first.answer(CountedNow(count(1, 3), stocktake(count(1, 3), version=2)))
    assert page.counting.last.text() == "Mug 1 — 3 counted, 10 expected"
    second.fail(NotFound("unknown_code", code="nothing"))
    assert "nothing" in page.counting.last.text()
    assert page.counting.model.rowCount() == 1
    page.counting.model.setData(page.counting.model.index(0, 2), "9")
    operation = client.last("CountOne").operation
    assert (operation.variant_id, operation.quantity) == ("v1", 9)


def test_review_and_apply(page: InventoryPage, client: ShopClient, services: GuiServices, qtbot: QtBot) -> None:
    going = stocktake(count(1, 9), count(2, 10, on_hand=7), version=7, uncounted=2)
    client.answers["BeginStocktake"] = lambda op: going
    begin(page, client, qtbot)
    table = page.counting.model
    assert [[str(table.index(row, column).data()) for column in range(2, 7)] for row in range(2)] == [
        ["9", "10", "-1", "–", "9"], ["10", "10", "–", "-3", "7"],
    ]  # fmt: skip
    page.counting.only.setChecked(True)
    assert table.rowCount() == 1
    page.counting.zero.setChecked(True)
    page.counting.apply.click()
    operation = client.last("ApplyStocktake").operation
    assert (operation.version, operation.zero) == (7, True)
    client.fail("ApplyStocktake", VersionConflict("version_conflict", id="s1", expected=7, actual=8))
    assert page.modes.currentWidget() is page.counting
    client.answers["ReadStocktake"] = lambda op: going
    page.counting.apply.click()
    client.answer("ApplyStocktake", Applied("ST-1", 3, -9, "tx"))
    assert services.notices.history[-1].text == "ST-1: 3 articles corrected"
    assert page.modes.currentWidget() is page.splitter


def test_cancelling_asks_first(page: InventoryPage, client: ShopClient, prompter: Any, qtbot: QtBot) -> None:
    client.answers["BeginStocktake"] = lambda op: stocktake(count(1, 9))
    begin(page, client, qtbot)
    prompter.answers = ["keep", "cancel"]
    page.counting.cancel.click()
    assert not [call for call in client.calls if call.name == "CancelStocktake"]
    page.counting.cancel.click()
    client.answer("CancelStocktake", None)
    assert page.modes.currentWidget() is page.splitter


def test_it_follows_changes(page: InventoryPage, client: ShopClient, qtbot: QtBot) -> None:
    before = len([call for call in client.calls if call.name == "OpenLevels"])
    client.notify(ChangeNotice(frozenset({"product"}), frozenset({"p1"}), frozenset(), 1))
    qtbot.waitUntil(lambda: len([c for c in client.calls if c.name == "OpenLevels"]) == before + 1)
    assert page.table.selected == "v0"


def test_every_control_has_a_name(page: InventoryPage, services: GuiServices, client: ShopClient, qtbot: QtBot) -> None:
    begin(page, client, qtbot)
    kinds: tuple[type[QWidget], ...] = (QLineEdit, QComboBox, QTableView, QAbstractButton)
    for kind in kinds:
        for control in page.findChildren(kind):
            name = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            private = control.objectName().startswith("qt_") or isinstance(control.parent(), QComboBox | QLineEdit)
            assert name or private or not control.isVisibleTo(page), control


def test_both_languages(page: InventoryPage, services: GuiServices, qtbot: QtBot, qapp: Any) -> None:
    changed: Callable[[str], None] = services.translator.set_language
    changed("ru")
    qtbot.waitUntil(lambda: page.count_button.text() == "Инвентаризация")
    assert shown(page, Column.STATE) == ["Нет", "Мало", "Есть"]
    changed("en")
    qtbot.waitUntil(lambda: page.count_button.text() == "Start stocktake")


def test_an_answer_that_was_overtaken_is_dropped(page: InventoryPage, client: ShopClient, qtbot: QtBot) -> None:
    begin(page, client, qtbot)
    page.counting.show_stocktake(stocktake(count(1, 5), version=6))
    page.counting.show_stocktake(stocktake(count(1, 4), version=5))
    assert page.counting.model.index(0, 2).data() == "5"

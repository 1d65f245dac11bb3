"""The list: a million rows, windows, late answers, selection by id."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.operations.products import ListStart
from rustok_desktop.gui.products.page_cache import Listed
from rustok_desktop.gui.products.product_table_model import LISTED_ROLE, Column, ProductTableModel
from rustok_desktop.gui.products.product_table_view import ProductTableView
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import Anchors, ProductQuery, ProductSort
from tests.unit.gui_products.samples import row

from .conftest import listed, page_of
from .shop_client import ShopClient

MILLION = 1_000_000


@pytest.fixture
def model(client: ShopClient, qtbot: QtBot) -> ProductTableModel:
    client.answers["OpenList"] = lambda op: ListStart(MILLION, listed(0, 200), "after 199")
    client.answers["ReadPage"] = lambda op: page_of(op, MILLION)
    client.answers["ReadAnchors"] = lambda op: Anchors(MILLION, 1000, tuple(f"a{i}" for i in range(1000)))
    made = ProductTableModel(client)
    made.open(ProductQuery())
    qtbot.waitUntil(lambda: made.total == MILLION)
    return made


@pytest.fixture
def view(model: ProductTableModel, services: GuiServices, qtbot: QtBot) -> ProductTableView:
    made = ProductTableView(model, services.theme, services.preferences)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def title(model: ProductTableModel, number: int) -> str:
    return str(model.index(number, Column.PRODUCT).data())


def test_the_model_keeps_qts_rules(client: ShopClient, qtbot: QtBot) -> None:
    client.answers["OpenList"] = lambda op: ListStart(430, listed(0, 200), "after 199")
    client.answers["ReadPage"] = lambda op: page_of(op, 450)
    model = ProductTableModel(client)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.open(ProductQuery())
    qtbot.waitUntil(lambda: model.rowCount() == 430)
    client.answers["OpenList"] = lambda op: ListStart(450, listed(0, 200), "after 199")
    model.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 450)
    client.answers["OpenList"] = lambda op: ListStart(230, listed(0, 200), "after 199")
    model.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 230)
    client.answers["OpenList"] = lambda op: ListStart(0, (), None)
    model.open(ProductQuery(text="none"))
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    assert tester.model() is model


def test_only_what_is_looked_at_is_read(view: ProductTableView, client: ShopClient, qtbot: QtBot) -> None:
    qtbot.wait(30)
    assert client.operations("ReadPage") == []


def test_the_end_of_a_million_rows_is_one_page_away(
    view: ProductTableView, model: ProductTableModel, client: ShopClient, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(client.operations("ReadAnchors")) and not client.pending("ReadAnchors"))
    view.scrollToBottom()
    qtbot.waitUntil(lambda: title(model, MILLION - 1) == f"Product {MILLION - 1}")
    fetches = [op.fetch for op in client.operations("ReadPage")]
    assert len(fetches) <= 2
    assert fetches[0].after == "a999"
    assert fetches[0].skip <= 1000


def test_a_row_that_is_not_here_is_a_placeholder_and_asked_for(
    model: ProductTableModel, client: ShopClient, qtbot: QtBot
) -> None:
    del client.answers["ReadPage"]
    index = model.index(5000, Column.PRODUCT)
    assert index.data() == ""
    assert index.data(LISTED_ROLE) is None
    qtbot.waitUntil(lambda: len(client.pending("ReadPage")) == 1)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    call = client.last("ReadPage")
    call.answer(page_of(call.operation, MILLION))
    assert changed == [(5000, 5199)]
    assert index.data() == "Product 5000"


def test_late_answers_are_ignored(model: ProductTableModel, client: ShopClient, qtbot: QtBot) -> None:
    del client.answers["ReadPage"]
    model.index(5000, 0).data()
    qtbot.waitUntil(lambda: len(client.pending("ReadPage")) == 1)
    late = client.last("ReadPage")
    client.answers["OpenList"] = lambda op: ListStart(6000, listed(100, 200), None)
    model.open(ProductQuery(text="mug"))
    qtbot.waitUntil(lambda: model.total == 6000)
    late.answer(page_of(late.operation, MILLION))
    assert title(model, 5000) == ""


def test_only_the_last_question_counts(model: ProductTableModel, client: ShopClient) -> None:
    del client.answers["OpenList"]
    model.open(ProductQuery(text="m"))
    first = client.last("OpenList")
    model.open(ProductQuery(text="mu"))
    second = client.last("OpenList")
    second.answer(ListStart(2, listed(0, 2), None))
    first.answer(ListStart(9, listed(0, 9), None))
    assert model.total == 2


def test_a_failed_page_is_told_and_asked_again(model: ProductTableModel, client: ShopClient, qtbot: QtBot) -> None:
    client.answers["ReadPage"] = lambda op: OSError("gone")
    errors: list[Any] = []
    model.failed.connect(errors.append)
    model.index(5000, 0).data()
    qtbot.waitUntil(lambda: len(errors) == 1)
    client.answers["ReadPage"] = lambda op: page_of(op, MILLION)
    model.index(5000, 0).data()
    qtbot.waitUntil(lambda: title(model, 5000) == "Product 5000")


def test_selection_follows_the_product_over_a_refresh(
    view: ProductTableView, model: ProductTableModel, client: ShopClient, qtbot: QtBot
) -> None:
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    view.select("p5")
    moved = (Listed(row(999_999_1, "New one")), *listed(0, 199))
    client.answers["OpenList"] = lambda op: ListStart(MILLION + 1, moved, None)
    model.refresh()
    qtbot.waitUntil(lambda: model.total == MILLION + 1)
    assert view.currentIndex().row() == 6
    assert view.selected == "p5"
    assert chosen == []


def test_going_through_rows_tells_where_it_ends(view: ProductTableView, qtbot: QtBot) -> None:
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    view.setFocus()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: chosen != [])
    assert len(chosen) == 1


def test_page_down_goes_on_while_pages_come(
    view: ProductTableView, model: ProductTableModel, client: ShopClient, qtbot: QtBot
) -> None:
    """Nothing was chosen yet: what comes meanwhile does not take away the row to go on from."""
    del client.answers["ReadPage"]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    before = view.currentIndex().row()
    title(model, 500)
    qtbot.waitUntil(lambda: bool(client.pending("ReadPage")))
    view._settle.start()  # however long that took, the key is still held
    call = client.last("ReadPage")
    call.answer(page_of(call.operation, MILLION))
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.currentIndex().row() > before > 0


def test_the_row_one_comes_to_is_chosen_when_its_page_is_here(
    view: ProductTableView, client: ShopClient, qtbot: QtBot
) -> None:
    del client.answers["ReadPage"]
    view.select("p3")
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == MILLION - 1
    qtbot.waitUntil(lambda: bool(client.pending("ReadPage")))
    view._settle.timeout.emit()
    assert chosen == []
    call = client.last("ReadPage")
    call.answer(page_of(call.operation, MILLION))
    qtbot.waitUntil(lambda: chosen == [f"p{MILLION - 1}"])
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


def test_what_reads_a_whole_list_ends_with_its_question(model: ProductTableModel, client: ShopClient) -> None:
    del client.answers["OpenList"], client.answers["ReadAnchors"]
    model.open(ProductQuery(text="m"))
    client.last("OpenList").answer(ListStart(MILLION, listed(0, 200), "after 199"))
    model.refresh()
    first, anchors = client.last("OpenList"), client.last("ReadAnchors")
    assert not anchors.cancelled  # the same question once more breaks nothing off
    model.open(ProductQuery(text="mu"))
    assert first.cancelled
    assert anchors.cancelled


def test_enter_and_double_click_open(view: ProductTableView, qtbot: QtBot) -> None:
    opened: list[str] = []
    view.opened.connect(opened.append)
    view.select("p2")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["p2"]
    spot = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == ["p2", "p1"]


def test_heads_sort_where_the_list_can(view: ProductTableView) -> None:
    asked: list[tuple[ProductSort, bool]] = []
    view.sort_asked.connect(lambda sort, down: asked.append((sort, down)))
    view.horizontalHeader().sectionClicked.emit(Column.PRICE)
    view.horizontalHeader().sectionClicked.emit(Column.SKU)
    view.horizontalHeader().sectionClicked.emit(Column.UPDATED)
    assert asked == [(ProductSort.PRICE, False), (ProductSort.UPDATED, False)]


def test_a_narrow_list_keeps_what_matters(view: ProductTableView) -> None:
    view.resize(380, 500)
    unasked = {Column.VENDOR, Column.TYPE, Column.VARIANTS}
    assert _hidden(view) == {Column.SKU, Column.UPDATED, Column.STOCK} | unasked
    view.resize(900, 500)
    assert _hidden(view) == unasked


def _hidden(view: ProductTableView) -> set[Column]:
    return {column for column in Column if view.isColumnHidden(column)}


def test_figures_in_the_language_of_the_window(model: ProductTableModel) -> None:
    model.set_texts("ru", ("",) * 6, {"active": "В продаже"})
    assert model.index(0, Column.PRICE).data() == "24,00\u00a0$"
    assert model.index(0, Column.STATUS).data() == "В продаже"

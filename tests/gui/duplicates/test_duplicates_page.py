"""The Duplicates page as a person uses it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from rustok_desktop.commerce.matching import Reason
from rustok_desktop.commerce.matching_search import Group
from rustok_desktop.commerce.matching_views import Candidate, Distinction, DuplicateReport, OthersTrashed
from rustok_desktop.core.errors import VersionConflict
from rustok_desktop.gui.duplicates import candidate_table_model as lines
from rustok_desktop.gui.duplicates.duplicates_page import DuplicatesPage
from rustok_desktop.gui.operations.duplicates import CompareProducts, KeepOne, SayDistinct
from rustok_desktop.gui.operations.history import UndoTransaction
from rustok_desktop.gui.services import GuiServices
from tests.gui.products.shop_client import ShopClient

MUGS = Group(
    ("a", "b", "c"),
    (Reason("barcode", "04006381333931", 1.0, ("a", "b")), Reason("near_title", "", 0.999, ("a", "c"))),
    60,
    "Coffee mug",
)
POTS = Group(("x", "y"), (Reason("title", "", 1.0, ("x", "y")),), 2, "Tea pot")


def a_candidate(product_id: str, **fields: Any) -> Candidate:
    given = {
        "version": 3,
        "status": "draft",
        "created_at": "2026-11-20T10:00:00.000000Z",
        "vendor": None,
        "title": f"Mug {product_id}",
        "codes": ((f"SKU-{product_id}", "4006381333931"),),
        "variant_count": 1,
        "price_min": 1250,
        "price_max": 1250,
        "currency_code": "USD",
        "on_hand": 1200,
    }
    return Candidate(id=product_id, **{**given, **fields})


CANDIDATES = {
    "a": a_candidate("a"),
    "b": a_candidate("b", status="active", codes=((None, "04006381333931"), ("S-2", None)), variant_count=7),
    "c": a_candidate("c", price_max=2000, on_hand=None, vendor="Acme", codes=(), price_min=990),
    "x": a_candidate("x"),
    "y": a_candidate("y", price_min=None, price_max=None),
}


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    made.answers = {
        "FindDuplicates": lambda op: DuplicateReport((MUGS, POTS), 1200),
        "CompareProducts": lambda op: tuple(CANDIDATES[one] for one in op.product_ids),
        "KeepOne": lambda op: OthersTrashed(op.product_ids, "tx-1"),
        "SayDistinct": lambda op: Distinction("d", op.product_ids, "tx-2"),
        "UndoTransaction": lambda op: None,
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> DuplicatesPage:
    made = DuplicatesPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


@pytest.fixture
def found(qtbot: Any, page: DuplicatesPage) -> DuplicatesPage:
    page.open_with()
    qtbot.waitUntil(lambda: bool(page.comparison.model.candidates))
    return page


def cell(page: DuplicatesPage, row: int, column: int, role: Any = Qt.ItemDataRole.DisplayRole) -> Any:
    return page.comparison.model.index(row, column).data(role)


def test_it_searches_when_it_is_opened_and_shows_the_first_group(found: DuplicatesPage, client: ShopClient) -> None:
    assert found.stack.currentWidget() is found.splitter
    assert found.model.rowCount() == 2
    assert found.header._count.text() == "2  ·  1,200 products looked at"
    first = found.model.index(0)
    assert first.data() == "Coffee mug"
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Coffee mug, 60 products  ·  Same barcode  ·  Titles 99\xa0% alike"
    assert client.operations("CompareProducts") == [CompareProducts(("a", "b", "c"))]
    found.open_with()
    assert len(client.operations("FindDuplicates")) == 1


def test_products_stand_side_by_side_and_differences_stand_out(found: DuplicatesPage) -> None:
    assert [cell(found, lines.WHY, column) for column in range(3)] == [
        "Same barcode: 2\nTitles 99\xa0% alike: 3",
        "Same barcode: 1",
        "Titles 99\xa0% alike: 1",
    ]
    assert cell(found, lines.SKU, 1) == "—\nS-2\n…"
    assert cell(found, lines.PRICE, 2) == "$9.90 – $20.00"
    assert [cell(found, lines.STOCK, column) for column in (0, 2)] == ["1,200", "—"]
    assert cell(found, lines.STATUS, 1) == "Active"
    colour = Qt.ItemDataRole.ForegroundRole
    assert cell(found, lines.STATUS, 1, colour) is not None
    assert cell(found, lines.STATUS, 2, colour) is None
    assert cell(found, lines.CREATED, 1, colour) is None
    model = found.comparison.model
    assert model.headerData(1, Qt.Orientation.Horizontal) == "2"
    assert model.headerData(lines.PRICE, Qt.Orientation.Vertical) == "Price"


def test_two_ways_to_write_a_barcode_are_no_difference(qtbot: Any, found: DuplicatesPage, client: ShopClient) -> None:
    client.answers["CompareProducts"] = lambda op: (
        a_candidate("x"),
        a_candidate("y", codes=(("SKU-y", "04006381333931"),)),
    )
    found.groups.list.setCurrentIndex(found.model.index(1))
    qtbot.waitUntil(lambda: len(found.comparison.model.candidates) == 2)
    assert cell(found, lines.BARCODE, 1, Qt.ItemDataRole.ForegroundRole) is None
    assert cell(found, lines.SKU, 1, Qt.ItemDataRole.ForegroundRole) is not None


def test_the_chosen_one_stays_and_the_rest_goes(
    qtbot: Any, found: DuplicatesPage, client: ShopClient, services: GuiServices
) -> None:
    comparison = found.comparison
    assert comparison.keep_button.text() == "Keep 1, trash the others"
    assert "1 published product among the others would leave the shop." in comparison.told.text()
    assert "57 more products belong here" in comparison.told.text()
    comparison.table.setCurrentIndex(comparison.model.index(lines.TITLE, 1))
    assert comparison.keep_button.text() == "Keep 2, trash the others"
    assert "leave the shop" not in comparison.told.text()
    comparison.keep_button.click()
    qtbot.waitUntil(lambda: bool(services.notices.history))
    (asked,) = client.operations("KeepOne")
    assert asked == KeepOne("b", ("a", "c"), {"a": 3, "b": 3, "c": 3})
    assert services.notices.history[-1].text == "2 products moved to the trash"
    assert [group.title for group in found.model.groups] == ["Tea pot"]
    qtbot.waitUntil(lambda: [one.id for one in comparison.model.candidates] == ["x", "y"])
    services.notices.history[-1].action()
    qtbot.waitUntil(lambda: found.model.rowCount() == 2)
    assert client.operations("UndoTransaction") == [UndoTransaction("tx-1")]


def test_what_is_no_duplicate_goes_from_the_list_until_nothing_is_left(
    qtbot: Any, found: DuplicatesPage, client: ShopClient, services: GuiServices
) -> None:
    found.comparison.distinct_button.click()
    qtbot.waitUntil(lambda: [one.id for one in found.comparison.model.candidates] == ["x", "y"])
    found.comparison.distinct_button.click()
    qtbot.waitUntil(lambda: found.stack.currentWidget() is found.nothing)
    assert client.operations("SayDistinct") == [SayDistinct(("a", "b", "c")), SayDistinct(("x", "y"))]
    assert services.notices.history[-1].text == "These 2 products will not be shown as duplicates again"
    assert not found.comparison.distinct_button.isEnabled()


def test_tab_comes_to_the_lists_before_the_button_beside_them(found: DuplicatesPage) -> None:
    stops = [found.sheet.button(value) for value in ("alike", "told_apart")]
    stops += [found.again_button, found.groups.list]
    chain, now = [], found.nextInFocusChain()
    while now is not found:
        chain.append(now)
        now = now.nextInFocusChain()
    assert [widget for widget in chain if widget in stops] == stops


def test_a_product_is_opened(qtbot: Any, found: DuplicatesPage, services: GuiServices) -> None:
    gone: list[tuple[str, Any]] = []
    services.navigator.moved.connect(lambda: gone.append((services.navigator.page, services.navigator.arguments)))
    found.comparison.open_button.click()
    found.comparison.table.setCurrentIndex(found.comparison.model.index(lines.SKU, 2))
    found.comparison.table.doubleClicked.emit(found.comparison.model.index(lines.SKU, 2))
    assert gone == [("products", {"product_id": "a"}), ("products", {"product_id": "c"})]


def test_a_group_dealt_with_elsewhere_goes(qtbot: Any, found: DuplicatesPage, client: ShopClient) -> None:
    client.answers["CompareProducts"] = lambda op: (CANDIDATES["a"],)
    found.groups.list.setCurrentIndex(found.model.index(1))
    qtbot.waitUntil(lambda: found.stack.currentWidget() is found.nothing)


def test_an_act_that_is_refused_changes_nothing_here(
    qtbot: Any, found: DuplicatesPage, client: ShopClient, services: GuiServices
) -> None:
    conflict = VersionConflict("version_conflict", id="a", expected=3, actual=4)
    client.answers["KeepOne"] = lambda op: conflict
    found.comparison.keep_button.click()
    qtbot.waitUntil(lambda: bool(services.notices.history))
    assert services.notices.history[-1].kind == "error"
    assert found.model.rowCount() == 2


def test_the_search_shows_how_far_it_is_and_can_be_stopped(
    qtbot: Any, page: DuplicatesPage, client: ShopClient
) -> None:
    client.answers.pop("FindDuplicates")
    page.open_with()
    (call,) = client.calls
    assert page.stack.currentWidget() is page.searching
    assert not page.again_button.isEnabled()
    call.progress((30, 90))
    assert (page.searching.bar.value(), page.searching.bar.maximum()) == (30, 90)
    page.searching.stop_button.click()
    assert call.cancelled
    assert page.stack.currentWidget() is page.begin
    page.start_button.click()
    assert len(client.operations("FindDuplicates")) == 2
    client.calls[-1].fail(RuntimeError("broken"))
    assert page.stack.currentWidget() is page.begin
    page.search()
    client.calls[-1].answer(DuplicateReport((), 4))
    assert page.stack.currentWidget() is page.nothing


def test_stopping_a_second_search_leaves_what_was_found(qtbot: Any, found: DuplicatesPage, client: ShopClient) -> None:
    client.answers.pop("FindDuplicates")
    found.again_button.click()
    found.stop()
    assert found.stack.currentWidget() is found.splitter
    assert found.model.rowCount() == 2


def test_it_speaks_the_language_of_the_window(qtbot: Any, found: DuplicatesPage, services: GuiServices) -> None:
    found.comparison.table.setCurrentIndex(found.comparison.model.index(0, 1))
    services.translator.set_language("ru")
    qtbot.waitUntil(lambda: found.comparison.distinct_button.text() == "Не дубликаты")
    assert "просмотрено 1\xa0200 товаров" in found.header._count.text()
    assert cell(found, lines.PRICE, 0) == "12,50\xa0$"
    assert cell(found, lines.WHY, 1) == "Тот же штрихкод: 1"
    assert found.comparison.keep_button.text().startswith("Оставить 2")
    assert "Тот же штрихкод" in found.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_lines_are_painted_in_both_schemes(qtbot: Any, found: DuplicatesPage, services: GuiServices) -> None:
    pictures = []
    for scheme in ("light", "dark"):
        services.theme.set_scheme(scheme)
        pictures.append(found.groups.list.viewport().grab().toImage())
    assert pictures[0] != pictures[1]

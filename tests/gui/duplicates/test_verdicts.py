"""Earlier verdicts on the Duplicates page: listed, taken back, and looked for again."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from rustok_desktop.commerce.matching_views import Distinction, DuplicateReport, ToldApart, ToldPage, ToldProduct
from rustok_desktop.core.errors import NotFound
from rustok_desktop.gui.duplicates.duplicates_page import ALIKE, TOLD_APART, DuplicatesPage
from rustok_desktop.gui.operations.duplicates import ReadToldApart, TakeBack
from rustok_desktop.gui.operations.history import UndoTransaction
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.products.shop_client import ShopClient


def told(number: int, *, trashed: bool = False) -> ToldApart:
    products = (ToldProduct(f"a{number}", f"Mug {number}", False), ToldProduct(f"b{number}", "Cup", trashed))
    return ToldApart(f"d{number}", "2026-11-20T10:00:00.000000Z", products)


class Verdicts:
    """What the shop holds; two to a page."""

    def __init__(self) -> None:
        self.rows = [told(3, trashed=True), told(2), told(1)]

    def page(self, operation: ReadToldApart) -> ToldPage:
        rows = [row for row in self.rows if operation.after is None or row.id < operation.after]
        return ToldPage(tuple(rows[:2]), rows[1].id if len(rows) > 2 else None)

    def take(self, operation: TakeBack) -> Distinction | NotFound:
        found = next((row for row in self.rows if row.id == operation.distinction_id), None)
        if found is None:
            return NotFound("not_found", kind="distinction", id=operation.distinction_id)
        self.rows.remove(found)
        return Distinction(found.id, tuple(one.id for one in found.products), "tx-9")


@pytest.fixture
def verdicts() -> Verdicts:
    return Verdicts()


@pytest.fixture
def client(verdicts: Verdicts) -> ShopClient:
    made = ShopClient()
    made.answers = {
        "FindDuplicates": lambda op: DuplicateReport((), 1200),
        "ReadToldApart": verdicts.page,
        "TakeBack": verdicts.take,
        "UndoTransaction": lambda op: verdicts.rows.insert(0, told(3)),
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> DuplicatesPage:
    made = DuplicatesPage(services)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.open_with()
    qtbot.waitUntil(lambda: made.stack.currentWidget() is made.nothing)
    made.sheet.button(TOLD_APART).click()
    qtbot.waitUntil(lambda: made.verdicts.model.rowCount() == 2)
    return made


def lines(page: DuplicatesPage) -> list[str]:
    model = page.verdicts.model
    return [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_they_are_listed_page_by_page(qtbot: Any, page: DuplicatesPage, services: GuiServices) -> None:
    assert page.stack.currentWidget() is page.verdicts
    assert lines(page)[0] == "Mug 3  ·  Cup, 20\xa0Nov\xa02026  ·  2 products  ·  1 in the trash"
    assert not page.again_button.isVisible()
    page.verdicts.older_button.click()
    qtbot.waitUntil(lambda: page.verdicts.model.rowCount() == 3)
    assert not page.verdicts.older_button.isVisible()
    assert page.header._count.text() == "3"
    services.translator.set_language("ru")
    qtbot.waitUntil(lambda: page.sheet.button(TOLD_APART).text() == "Не дубликаты")
    assert lines(page)[0].endswith("2 товара  ·  1 в корзине")


def test_one_is_taken_back_and_then_looked_for_again(
    qtbot: Any, page: DuplicatesPage, client: ShopClient, services: GuiServices
) -> None:
    page.verdicts.list.setCurrentIndex(page.verdicts.model.index(0))
    page.verdicts.take_button.click()
    assert not page.verdicts.take_button.isEnabled()
    qtbot.waitUntil(lambda: lines(page)[0].startswith("Mug 2"))
    assert (client.operations("TakeBack"), client.last("TakeBack").write) == ([TakeBack("d3")], True)
    assert page.verdicts.take_button.isEnabled()
    notice = services.notices.history[-1]
    assert notice.text == "These 2 products may be found as duplicates again"
    page.sheet.button(ALIKE).click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing)
    assert len(client.operations("FindDuplicates")) == 2
    page.sheet.button(TOLD_APART).click()
    page.sheet.button(ALIKE).click()
    assert len(client.operations("FindDuplicates")) == 2, "nothing was taken back since"
    page.sheet.button(TOLD_APART).click()
    notice.action()
    qtbot.waitUntil(lambda: lines(page)[0].startswith("Mug 3"))
    assert client.operations("UndoTransaction") == [UndoTransaction("tx-9")]


def test_delete_takes_back_until_nothing_is_left_and_a_refusal_is_told(
    qtbot: Any, page: DuplicatesPage, verdicts: Verdicts, client: ShopClient, services: GuiServices
) -> None:
    for left in (2, 1):
        qtbot.keyClick(page.verdicts.list, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda left=left: len(verdicts.rows) == page.verdicts.model.rowCount() == left)
    verdicts.rows.clear()
    qtbot.keyClick(page.verdicts.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: services.notices.history[-1].kind == "error")
    assert page.verdicts.take_button.isEnabled()
    client.notify(ChangeNotice(frozenset({"distinction"}), frozenset({"d1"}), frozenset(), 9))
    qtbot.waitUntil(lambda: page.verdicts.sheets.currentWidget() is page.verdicts.nothing)
    assert not page.verdicts.take_button.isVisible()


def test_a_search_that_ends_meanwhile_does_not_take_the_list_away(
    qtbot: Any, page: DuplicatesPage, client: ShopClient
) -> None:
    del client.answers["FindDuplicates"]
    page.search()
    client.last("FindDuplicates").answer(DuplicateReport((), 7))
    assert page.stack.currentWidget() is page.verdicts
    page.sheet.button(ALIKE).click()
    assert page.stack.currentWidget() is page.nothing
    assert "7 products" in page.header._count.text()

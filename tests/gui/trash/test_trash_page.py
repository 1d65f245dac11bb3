"""The Trash page as a person uses it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel

from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.operations.trash import BringBack, Emptied, PurgeForGood, ReadTrash
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.trash.trash_page import TrashPage
from rustok_desktop.gui.trash.trash_table_model import KIND, NAME, WHEN
from rustok_desktop.history.views import TrashedThing, TrashList
from rustok_desktop.runtime.notices import ChangeNotice
from tests.gui.conftest import FakePrompter
from tests.gui.products.shop_client import ShopClient

MUG = TrashedThing("product", "p", "Mug", "2026-11-20T10:00:00.000000Z")
HOME = TrashedThing("category", "c", "Home", "2026-11-21T10:00:00.000000Z")
TEAL = TrashedThing("media", "m", "teal.png", "2026-11-22T10:00:00.000000Z")


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    made.answers = {
        "ReadTrash": lambda op: TrashList((TEAL, HOME, MUG), False),
        "BringBack": lambda op: Emptied(op.things),
        "PurgeForGood": lambda op: Emptied(op.things[:1], 1, UserError("not_in_trash", id="c")),
    }
    return made


@pytest.fixture
def page(qtbot: Any, services: GuiServices) -> TrashPage:
    made = TrashPage(services)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    return made


def sent(client: ShopClient, kind: type) -> list[Any]:
    return [call.operation for call in client.calls if isinstance(call.operation, kind)]


def texts(page: TrashPage, column: int) -> list[str]:
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def test_the_latest_stands_first_and_any_column_sorts(page: TrashPage) -> None:
    assert texts(page, NAME) == ["teal.png", "Home", "Mug"]
    assert texts(page, KIND) == ["Picture", "Category", "Product"]
    page.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert texts(page, NAME) == ["Home", "Mug", "teal.png"]
    page.table.sortByColumn(WHEN, Qt.SortOrder.AscendingOrder)
    assert texts(page, NAME) == ["Mug", "Home", "teal.png"]


def test_search_looks_at_names_and_kinds(page: TrashPage) -> None:
    page.model.filter("picture")
    assert texts(page, NAME) == ["teal.png"]
    page.model.filter("nothing like it")
    assert page.stack.currentWidget() is page.empty


def test_restoring_the_selected(qtbot: Any, page: TrashPage, client: ShopClient, services: GuiServices) -> None:
    assert not page.restore_button.isEnabled()
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    page.table.selectionModel().setCurrentIndex(page.model.index(1, NAME), flags)
    assert page.restore_button.isEnabled()
    page.restore_button.click()
    qtbot.waitUntil(lambda: bool(services.notices.history))
    assert sent(client, BringBack) == [BringBack((HOME,))]
    assert services.notices.history[-1].text == "Restored: “Home”"


def test_a_purge_asks_and_tells_what_stayed(
    qtbot: Any, page: TrashPage, client: ShopClient, services: GuiServices, prompter: FakePrompter
) -> None:
    prompter.answers = ["cancel", "purge"]
    page.empty_button.click()
    assert "cannot be undone" in prompter.asked[0][1]
    assert not sent(client, PurgeForGood)
    page.empty_button.click()
    qtbot.waitUntil(lambda: bool(services.notices.history))
    assert sent(client, PurgeForGood) == [PurgeForGood((TEAL, HOME, MUG))]
    said = services.notices.history[-1].text
    assert "1 thing deleted for good" in said
    assert "1 left in the trash" in said


def test_it_reads_only_in_sight_and_then_once(qtbot: Any, page: TrashPage, client: ShopClient) -> None:
    notice = ChangeNotice(frozenset({"product"}), frozenset(), frozenset(), 1)
    read = len(sent(client, ReadTrash))
    page.hide()
    for _ in range(3):
        client.notify(notice)
    qtbot.wait(400)  # longer than a change waits for the next
    assert len(sent(client, ReadTrash)) == read
    page.show()
    qtbot.waitUntil(lambda: len(sent(client, ReadTrash)) == read + 1)
    page.hide()
    page.show()
    assert len(sent(client, ReadTrash)) == read + 1


def test_the_empty_trash_names_what_comes_here(qtbot: Any, page: TrashPage, client: ShopClient) -> None:
    client.answers["ReadTrash"] = lambda op: TrashList((), False)
    page.read()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    said = " ".join(label.text() for label in page.empty.findChildren(QLabel))
    assert "pages and posts" in said


def test_it_follows_changes_and_the_language(qtbot: Any, page: TrashPage, client: ShopClient) -> None:
    client.answers["ReadTrash"] = lambda op: TrashList((), False)
    page._noticed(ChangeNotice(frozenset({"category"}), frozenset(), frozenset(), 1))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.stack.currentWidget() is page.empty
    page.retranslate()
    assert page.table.accessibleName() == "Trash"

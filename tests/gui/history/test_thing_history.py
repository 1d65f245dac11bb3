"""The history of one thing above a page."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rustok_desktop.core.errors import UserError
from rustok_desktop.gui.history.thing_history import ThingHistory
from rustok_desktop.gui.operations.history import ReadHistory, RestoreThing
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.history.views import FieldChange, HistoryEntry, HistoryPage, Restored
from tests.gui.products.shop_client import ShopClient

AT = "2026-11-20T10:00:00.000000Z"
RENAMED = HistoryEntry(
    "e2", 9, AT, None, True, "updated", fields=(FieldChange("name@en", "Mugs", "Cups"),), field_count=1
)
PLACED = HistoryEntry(
    "e3", 8, AT, None, False, "updated", fields=(FieldChange("products/p", None, 0, False),), field_count=1
)
MADE = HistoryEntry(
    "e1", 5, AT, None, True, "created", fields=(FieldChange("name@en", None, "Mugs", False),), field_count=1
)


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    pages = {None: HistoryPage((RENAMED, PLACED), 8), 8: HistoryPage((MADE,), None)}
    made.answers = {"ReadHistory": lambda op: pages[op.before], "RestoreThing": lambda op: Restored("category", "c")}
    return made


@pytest.fixture
def history(qtbot: Any, services: GuiServices) -> ThingHistory:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 700)
    host.show()
    made = ThingHistory(host, services)
    made.open_for("category", "c", "Cups")
    qtbot.waitUntil(lambda: made.list.model.rowCount() == 4)
    made.host = host  # keeps it alive
    return made


def sent(client: ShopClient, kind: type) -> list[Any]:
    return [call.operation for call in client.calls if isinstance(call.operation, kind)]


def test_it_shows_what_happened(history: ThingHistory, client: ShopClient) -> None:
    assert sent(client, ReadHistory) == [ReadHistory("c", None, "category")]
    model = history.list.model
    assert "Changed" in model.index(0, 0).data()
    assert [model.index(1, column).data() for column in range(3)] == ["Name (en)", "Mugs", "Cups"]
    assert [model.index(3, column).data() for column in range(3)] == ["Product's place", "—", "1"]


def test_a_field_and_a_version_are_put_back(qtbot: Any, history: ThingHistory, client: ShopClient) -> None:
    view = history.list.view
    view.selectRow(3)
    assert not history.list.put_back.isEnabled()
    view.selectRow(1)
    with qtbot.waitSignal(history.restored):
        history.list.put_back.click()
    assert sent(client, RestoreThing) == [RestoreThing("e2", "name@en")]
    qtbot.waitUntil(lambda: len(sent(client, ReadHistory)) == 2)
    history.list.older.click()
    qtbot.waitUntil(lambda: history.list.model.rowCount() == 6)
    view.selectRow(4)
    with qtbot.waitSignal(history.restored):
        history.list.version.click()
    assert sent(client, RestoreThing)[-1] == RestoreThing("e1")


def test_columns_change_places_below_the_line_that_names_a_change(history: ThingHistory, services: GuiServices) -> None:
    view, columns = history.list.view, history.list.columns
    assert columns is not None
    header = view.horizontalHeader()
    assert abs(header.sectionSize(0) - header.sectionSize(1)) <= 2
    header.resizeSection(0, services.theme.px(400))
    columns.apply()
    assert header.sectionSize(0) == services.theme.px(400) > header.sectionSize(1)
    header.moveSection(header.visualIndex(2), 1)
    assert columns.layout.order == ("what", "after", "before")
    assert services.preferences.get("history.columns", {})["usual"]["order"] == ["what", "after", "before"]
    assert view.visualRect(history.list.model.index(0, 0)).width() >= header.length() - 1
    acts = {act.text(): act for act in columns.menu("after").actions()}
    assert not acts["Move to the left"].isEnabled(), "what was changed stays at the left"
    assert not header.isFirstSectionMovable()


def test_a_refusal_is_told_and_escape_closes(qtbot: Any, history: ThingHistory, client: ShopClient) -> None:
    client.answers["RestoreThing"] = lambda op: UserError("undo_gone", id="c")
    history.list.view.selectRow(1)
    with qtbot.waitSignal(history.failed):
        history.list.put_back.click()
    qtbot.keyClick(history, Qt.Key.Key_Escape)
    assert not history.isVisible()

"""Versions of a text with what differs, and going back to one."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from rustok_desktop.core.errors import UserError
from rustok_desktop.core.text_diff import compare
from rustok_desktop.gui.content.versions_panel import VersionsPanel
from rustok_desktop.gui.operations.history import ReadHistory, RestoreThing
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.history.views import FieldChange, HistoryEntry, HistoryPage, Restored
from tests.gui.products.shop_client import ShopClient

AT = "2026-11-20T10:00:00.000000Z"


def entry(name: str, act: str, *fields: tuple[str, Any, Any]) -> HistoryEntry:
    changes = tuple(FieldChange(path, was, now) for path, was, now in fields)
    return HistoryEntry(name, 0, AT, None, True, act, fields=changes, field_count=len(changes))


SECOND = entry("e2", "updated", ("body@en", "After 38 hours\n\nsame", "After 40 hours\n\nsame"), ("tags", [], ["kiln"]))
FIRST = entry("e1", "created", ("title@en", None, "Kiln"), ("body@en", None, "After 38 hours\n\nsame"))


@pytest.fixture
def client() -> ShopClient:
    made = ShopClient()
    pages = {None: HistoryPage((SECOND, entry("e3", "published", ("status", "draft", "published"))), 2)}
    pages[2] = HistoryPage((FIRST,), None)
    made.answers = {
        "ReadHistory": lambda op: pages[op.before],
        "CompareTexts": lambda op: tuple(compare(before, after) for before, after in op.pairs),
        "RestoreThing": lambda op: Restored("node", "n"),
    }
    return made


@pytest.fixture
def panel(qtbot: Any, services: GuiServices) -> VersionsPanel:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 700)
    host.show()
    made = VersionsPanel(host, services)
    made.host = host  # type: ignore[attr-defined] # keeps it alive
    return made


def shown(panel: VersionsPanel, word: str) -> bool:
    return word in panel.diff.toPlainText()


def test_what_differs_is_told_by_signs_and_strokes(qtbot: Any, panel: VersionsPanel, client: ShopClient) -> None:
    panel.open_for("n", "Kiln", "e2", several=True, drafted=False)
    qtbot.waitUntil(lambda: shown(panel, "Text (en)"))
    assert client.operations("ReadHistory") == [ReadHistory("n", None, "node")]
    told = [line for line in panel.diff.toPlainText().split("\n") if line]
    assert told[told.index("−") + 1 :][:3] == ["After 38 hours", "+", "After 40 hours"]
    assert shown(panel, "kiln")  # tags
    html = panel.diff.toHtml()
    assert "line-through" in html
    assert "underline" in html
    panel.beside.click()
    qtbot.waitUntil(lambda: panel.diff.toPlainText().count("same") == 2)  # one on each side
    assert panel._services.preferences.get("content.versions.beside", False)


def test_an_older_version_is_compared_with_now_and_comes_back(
    qtbot: Any, panel: VersionsPanel, client: ShopClient
) -> None:
    panel.open_for("n", "Kiln", "e2", several=False, drafted=False)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    assert not panel.restore.isEnabled()  # it is as it was then
    panel.older.click()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    panel.list.setCurrentIndex(panel.model.index(1))
    panel.way.setCurrentIndex(1)
    qtbot.waitUntil(lambda: shown(panel, "After 40 hours"))
    with qtbot.waitSignal(panel.restored):
        panel.restore.click()
    assert client.operations("RestoreThing") == [RestoreThing("e1")]
    assert not panel.isVisible()


def test_nothing_goes_back_below_a_draft_and_a_refusal_is_told(
    qtbot: Any, panel: VersionsPanel, client: ShopClient
) -> None:
    panel.open_for("n", "Kiln", "", several=False, drafted=True)
    panel.older.setVisible(True)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    assert "draft" in panel.hint.text()
    panel.close_panel()
    client.answers["RestoreThing"] = lambda op: UserError("undo_gone")
    client.answers["ReadHistory"] = lambda op: HistoryPage((SECOND, FIRST), None)
    panel.open_for("n", "Kiln", "e1", several=False, drafted=False)
    qtbot.waitUntil(panel.restore.isEnabled)
    with qtbot.waitSignal(panel.failed):
        panel.restore.click()
    assert panel.restore.isEnabled()

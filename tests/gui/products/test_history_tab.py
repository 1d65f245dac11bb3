"""The History tab: what it shows and what its buttons ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.views import ProductView, TranslationView, VariantView
from rustok_desktop.gui.operations.history import RestoreField, RestoreVersion
from rustok_desktop.gui.operations.products import Loaded
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.history_tab import HistoryTab
from rustok_desktop.history.views import FieldChange, HistoryEntry, HistoryPage, StockMove

VARIANT = VariantView("v1", 0, "S", ("S",), "A", None, "deny", True, True, True, None, None, None, (), ())


def product(version: int = 3) -> ProductView:
    return ProductView(
        id="p1",
        version=version,
        status="draft",
        vendor=None,
        product_type=None,
        category=None,
        tags=(),
        created_at="",
        updated_at="",
        published_at=None,
        deleted_at=None,
        currency_code="USD",
        translations={"en": TranslationView("en", "Cup", "cup")},
        options=(),
        variants=(VARIANT,),
        images=(),
    )


def entry(name: str, act: str, *fields: FieldChange, **more: Any) -> HistoryEntry:
    at = "2026-11-12T14:02:00.000000+00:00"
    return HistoryEntry(name, 1, at, "me", True, act, fields=fields, field_count=len(fields), **more)


PAGE = HistoryPage(
    (
        entry("e4", "updated", FieldChange("title@en", "Mug", "Cup"), FieldChange("variants/v1/price@USD", 950, 1200)),
        entry("e3", "stock", movements=(StockMove("v1", "l1", 4, 9, "count"),)),
        entry("e2", "updated", FieldChange("tags", ["a"], ["a", "b"]), origin="import", source="autumn.csv"),
        entry("e1", "created", FieldChange("title@en", None, "Mug", restorable=False)),
    ),
    7,
)


@pytest.fixture
def tab(services: Any, client: Any, qtbot: QtBot) -> Iterator[HistoryTab]:
    controller = EditorController(client, "en")
    made = HistoryTab(controller, services.theme)
    qtbot.addWidget(made)
    made.resize(440, 600)
    made.show()
    controller.open("p1")
    client.answer("LoadProduct", Loaded(product(), ()))
    client.answer("ReadHistory", PAGE)
    yield made
    controller.deleteLater()


def texts(tab: HistoryTab) -> list[tuple[str, ...]]:
    model = tab.model
    return [tuple(str(model.index(r, c).data()) for c in range(3)) for r in range(model.rowCount())]


def test_each_change_stands_below_its_head(tab: HistoryTab) -> None:
    rows = texts(tab)
    assert rows[1] == ("Title", "Mug", "Cup")
    assert rows[2] == ("Price · S", "$9.50", "$12.00")
    assert rows[4] == ("Stock", "5", "9")
    assert rows[6] == ("Tags", "a", "a, b")
    assert rows[8] == ("Title", "—", "Mug")
    heads = [rows[place][0] for place in (0, 3, 5, 7)]
    for head, words in zip(heads, ("Changed", "Stock adjusted", "Import of autumn.csv", "Created"), strict=True):
        assert words in head
        assert head.endswith("you")


def test_a_field_is_put_back_from_the_version_on_screen(tab: HistoryTab, client: Any) -> None:
    tab.view.selectRow(0)
    assert not tab.put_back.isEnabled()
    tab.view.selectRow(2)
    tab.put_back.click()
    assert client.last("RestoreField").operation == RestoreField("e4", "variants/v1/price@USD", 3)
    tab.view.selectRow(8)
    assert not tab.put_back.isEnabled()


def test_only_a_past_version_can_be_restored(tab: HistoryTab, client: Any) -> None:
    enabled = []
    for row in range(tab.model.rowCount()):
        tab.view.selectRow(row)
        enabled.append(tab.version.isEnabled())
    assert enabled == [False, False, False, False, False, True, True, True, True]
    tab.view.selectRow(7)
    tab.version.click()
    assert client.last("RestoreVersion").operation == RestoreVersion("e1", 3)


def test_older_entries_are_added_below(tab: HistoryTab, client: Any) -> None:
    assert tab.older.isVisible()
    tab.older.click()
    assert client.last("ReadHistory").operation.before == 7
    client.answer("ReadHistory", HistoryPage((entry("e0", "created"),), None))
    assert [e.event_id for e in tab.model.entries] == ["e4", "e3", "e2", "e1", "e0"]
    assert not tab.older.isVisible()


def test_it_reads_again_for_another_version_and_only_in_sight(tab: HistoryTab, client: Any) -> None:
    count = len([call for call in client.calls if call.name == "ReadHistory"])
    tab.hide()
    state = tab._controller.state
    assert state is not None
    state.rebase(product(4))
    tab.refresh()
    assert len([call for call in client.calls if call.name == "ReadHistory"]) == count
    tab.show()
    assert len([call for call in client.calls if call.name == "ReadHistory"]) == count + 1


def test_an_unsaved_product_has_no_history(tab: HistoryTab) -> None:
    tab._controller.new_product()
    assert tab.model.rowCount() == 0
    assert not tab.put_back.isEnabled()
    assert "begins" in tab.note.text()

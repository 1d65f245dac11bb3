"""Many products edited from the Products page: chosen, looked at, left out, applied, stopped."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.collections_views import CollectionRow
from rustok_desktop.commerce.views import BulkField, BulkLine
from rustok_desktop.core.errors import FieldProblem, VersionConflict
from rustok_desktop.gui.operations.bulk import BulkAsked, BulkLists, BulkProgress, BulkResult
from rustok_desktop.gui.products.bulk_choice import FormulaEdit, ListChoice
from rustok_desktop.gui.products.bulk_edit_dialog import BulkEditDialog
from rustok_desktop.gui.products.bulk_preview_model import BECOMES, FIELD, PRODUCT, WAS
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductQuery
from rustok_desktop.taxonomy.views import CategoryNode

from .shop_client import ShopClient

LINES = (
    BulkLine("p1", "Mug", 3, (BulkField("vendor", "Old", "New"), BulkField("tags", ["a"], ["a", "b"]))),
    BulkLine("p2", "Bowl", 4, (BulkField("vendor", None, "New"),)),
    BulkLine("p3", "Plate", 5, ()),
    BulkLine("p4", "Gone", 6, (), FieldProblem("product", "in_trash", {"id": "p4"})),
)

LISTS = BulkLists(
    (CollectionRow("k1", 1, "manual", "Sale", 3, "2026-11-20T10:00:00.000000Z"),),
    (
        CategoryNode("c1", None, 0, 1, 1, "Home", "Home", ("en",), 0, 0),
        CategoryNode("c2", "c1", 0, 2, 1, "Kitchen", "Home / Kitchen", ("en",), 0, 0),
    ),
)


@pytest.fixture
def dialog(client: ShopClient, services: GuiServices, qtbot: QtBot) -> Iterator[BulkEditDialog]:
    client.answers["CollectProducts"] = lambda op: ("p1", "p2", "p3", "p4")
    client.answers["PreviewBulk"] = lambda op: LINES
    client.answers["ReadBulkLists"] = lambda op: LISTS
    window = QWidget()
    qtbot.addWidget(window)
    made = BulkEditDialog(services, ProductQuery(text="x"), None, window)  # closing deletes it
    window.show()
    made.open()
    qtbot.waitUntil(lambda: made._ids is not None)
    yield made
    window.close()


def choose(dialog: BulkEditDialog, qtbot: QtBot) -> None:
    editor = dialog.fields.editors["vendor"]
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    qtbot.keyClicks(editor, "New")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 4)


def test_typing_ticks_the_field_and_shows_what_would_change(
    dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot
) -> None:
    assert "4 products" in dialog.heading.text()
    assert not dialog.apply_button.isEnabled()
    choose(dialog, qtbot)
    assert client.operations("PreviewBulk")[-1].asked.changes == {"vendor": "New"}
    cells = [[dialog.model.index(r, c).data() for c in (PRODUCT, FIELD, WAS, BECOMES)] for r in range(4)]
    assert cells[:3] == [
        ["Mug", "Vendor", "Old", "New"], ["", "Tags", "a", "a, b"], ["Bowl", "Vendor", "—", "New"],
    ]  # fmt: skip
    assert cells[3][0] == "Gone"
    assert "trash" in cells[3][3]
    told = dialog.told.text()
    assert "2 products change" in told
    assert "1 stays as it is" in told
    assert "1 cannot be changed" in told


def test_what_is_left_out_stays_and_the_rest_is_applied(
    dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot
) -> None:
    choose(dialog, qtbot)
    tick = dialog.model.index(2, PRODUCT)
    assert dialog.model.setData(tick, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert dialog.apply_button.text() == "Change 1 product"
    client.answers["ApplyBulk"] = lambda op: BulkResult(1, 0)
    with qtbot.waitSignal(dialog.applied) as told:
        dialog.apply_button.click()
    assert told.args == [BulkResult(1, 0)]
    assert client.operations("ApplyBulk")[0].asked == BulkAsked({"vendor": "New"}, ("p1",), {"p1": 3})


def test_none_and_all(dialog: BulkEditDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot)
    dialog.all.click()
    assert not dialog.apply_button.isEnabled()
    dialog.all.click()
    assert dialog.apply_button.text() == "Change 2 products"


@pytest.mark.parametrize(
    ("name", "typed", "given"),
    [
        ("add_tags", "new, blue ,", ["new", "blue"]),
        ("tags", "", []),
        ("product_type", "", None),
        ("status", 1, "draft"),
        ("inventory_policy", 1, "continue"),
        ("taxable", 1, False),
    ],
)
def test_fields_give_values_of_the_command(dialog: BulkEditDialog, name: str, typed: Any, given: Any) -> None:
    editor = dialog.fields.editors[name]
    if isinstance(editor, QComboBox):
        editor.setCurrentIndex(typed)
    else:
        editor.setText(typed)
    dialog.fields.ticks[name].setChecked(True)
    assert dialog.fields.changes() == {name: given}
    dialog.fields.ticks[name].setChecked(False)
    assert dialog.fields.changes() == {}


def test_a_conflict_says_so_and_that_nothing_was_changed(
    dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot
) -> None:
    choose(dialog, qtbot)
    dialog.apply_button.click()
    call = next(call for call in client.calls if call.name == "ApplyBulk")
    call.progress(BulkProgress(1, 2))
    assert "1 of 2" in dialog.told.text()
    call.fail(VersionConflict("version_conflict", id="p2", expected=4, actual=5))
    assert "No product was changed." in dialog.told.text()
    assert dialog.isVisible()
    assert not dialog.apply_button.isEnabled()


def test_stopping_changes_nothing(dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot) -> None:
    choose(dialog, qtbot)
    dialog.apply_button.click()
    call = next(call for call in client.calls if call.name == "ApplyBulk")
    call.progress(BulkProgress(1, 2))
    told: list[object] = []
    dialog.applied.connect(told.append)
    with qtbot.waitSignal(dialog.rejected):
        dialog.cancel_button.click()
    assert call.cancelled
    assert told == []


def test_a_stop_that_came_too_late_tells_what_was_changed(
    dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot
) -> None:
    choose(dialog, qtbot)
    dialog.apply_button.click()
    call = next(call for call in client.calls if call.name == "ApplyBulk")
    with qtbot.waitSignal(dialog.applied) as told:
        call.on_cancelled(BulkResult(2, 0))
    assert told.args == [BulkResult(2, 0)]


def test_lists_are_chosen_by_any_part_of_their_name(dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(dialog._names))
    editor = dialog.fields.editors["add_category_ids"]
    assert isinstance(editor, ListChoice)
    assert [editor.itemText(n) for n in range(editor.count())] == ["Home", "Home / Kitchen"]
    assert editor.chosen() is None
    line = editor.line
    line.setText("kit")  # typed, it would open a list that no screen is there for
    line.textEdited.emit("kit")
    assert dialog.fields.ticks["add_category_ids"].isChecked()
    assert dialog.fields.changes() == {}
    editor.completer().setCompletionPrefix("kit")
    assert editor.completer().currentCompletion() == "Home / Kitchen"
    line.setText("home / KITCHEN")
    assert dialog.fields.changes() == {"add_category_ids": ["c2"]}
    other = dialog.fields.editors["remove_collection_ids"]
    assert isinstance(other, ListChoice)
    assert other.count() == 1
    other.setCurrentIndex(0)
    other.activated.emit(0)
    assert dialog.fields.changes()["remove_collection_ids"] == ["k1"]


def test_a_formula_says_what_it_changes(dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot) -> None:
    editor = dialog.fields.editors["price"]
    assert isinstance(editor, FormulaEdit)
    dialog.fields.ticks["price"].setChecked(True)
    assert dialog.fields.changes() == {}
    editor.target.setCurrentIndex(1)
    editor.target.activated.emit(1)
    qtbot.keyClicks(editor.formula, "= price + 10 %")
    asked = {"price": {"formula": "= price + 10 %", "target": "compare_at"}}
    assert dialog.fields.changes() == asked
    qtbot.waitUntil(lambda: bool(client.operations("PreviewBulk")))
    assert client.operations("PreviewBulk")[-1].asked.changes == asked


def test_a_weight_that_cannot_be_read_is_told_and_nothing_is_asked(
    dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot
) -> None:
    editor = dialog.fields.editors["weight"]
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "heavy")
    qtbot.waitUntil(lambda: "heavy" in dialog.told.text())
    assert not dialog.apply_button.isEnabled()
    assert client.operations("PreviewBulk") == []
    editor.clear()
    qtbot.keyClicks(editor, "1,2 kg")
    qtbot.waitUntil(lambda: bool(client.operations("PreviewBulk")))
    assert client.operations("PreviewBulk")[-1].asked.changes == {"weight_mg": 1_200_000, "weight_unit": "kg"}


def test_values_read_as_people_write_them(dialog: BulkEditDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(dialog._names))
    shown = {
        ("weight", (1_200_000, "kg")): "1.2 kg",
        ("weight", (None, None)): "—",
        ("weight", None): "different",
        ("price", (1000, 2000, "USD")): "$10.00 – $20.00",
        ("compare_at", (1000, 1000, "USD")): "$10.00",
        ("cost", None): "—",
        ("collections", ("k1",)): "Sale",
        ("categories", ()): "—",
        ("categories", ("c1", "c2")): "Home, Home / Kitchen",
    }
    assert {key: dialog._value_text(*key) for key in shown} == shown


def test_a_formula_is_meant_in_the_shops_own_currency() -> None:
    platform: Any = SimpleNamespace(tenant=SimpleNamespace(currency_code="EUR"))
    asked = BulkAsked({"price": {"formula": "+1", "target": "cost"}, "vendor": "X"}, ("p1",), {"p1": 3})
    command = asked.command(platform)
    assert (command.changes.price.currency_code, command.changes.price.target) == ("EUR", "cost")
    assert (command.changes.vendor, command.base_versions) == ("X", {"p1": 3})

"""Many products edited from the Products page: chosen, looked at, left out, applied, stopped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.views import BulkField, BulkLine
from rustok_desktop.core.errors import FieldProblem, VersionConflict
from rustok_desktop.gui.operations.bulk import BulkAsked, BulkProgress, BulkResult
from rustok_desktop.gui.products.bulk_edit_dialog import BulkEditDialog
from rustok_desktop.gui.products.bulk_preview_model import BECOMES, FIELD, PRODUCT, WAS
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductQuery

from .shop_client import ShopClient

LINES = (
    BulkLine("p1", "Mug", 3, (BulkField("vendor", "Old", "New"), BulkField("tags", ["a"], ["a", "b"]))),
    BulkLine("p2", "Bowl", 4, (BulkField("vendor", None, "New"),)),
    BulkLine("p3", "Plate", 5, ()),
    BulkLine("p4", "Gone", 6, (), FieldProblem("product", "in_trash", {"id": "p4"})),
)


@pytest.fixture
def dialog(client: ShopClient, services: GuiServices, qtbot: QtBot) -> Iterator[BulkEditDialog]:
    client.answers["CollectProducts"] = lambda op: ("p1", "p2", "p3", "p4")
    client.answers["PreviewBulk"] = lambda op: LINES
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


def test_a_conflict_says_so_and_what_was_done_before(dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot) -> None:
    choose(dialog, qtbot)
    dialog.apply_button.click()
    call = next(call for call in client.calls if call.name == "ApplyBulk")
    call.progress(BulkProgress(1, 2, 1))
    assert "1 of 2" in dialog.told.text()
    call.fail(VersionConflict("version_conflict", id="p2", expected=4, actual=5))
    assert "1 product was changed before" in dialog.told.text()
    assert dialog.isVisible()
    assert not dialog.apply_button.isEnabled()


def test_stopping_keeps_what_is_done(dialog: BulkEditDialog, client: ShopClient, qtbot: QtBot) -> None:
    choose(dialog, qtbot)
    dialog.apply_button.click()
    call = next(call for call in client.calls if call.name == "ApplyBulk")
    call.progress(BulkProgress(1, 2, 1))
    with qtbot.waitSignal(dialog.applied) as told:
        dialog.cancel_button.click()
    assert told.args == [BulkResult(1, 0)]

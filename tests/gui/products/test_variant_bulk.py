"""Ticks, groups and formulas in the variant grid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.products.bulk_bar import BulkBar
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.variant_grid_model import AFTER, AFTER_ROLE, DIRTY_ROLE, VariantGridModel
from rustok_desktop.gui.products.variant_grid_view import VariantGridView
from rustok_desktop.gui.products.variants_tab import VariantsTab
from rustok_desktop.gui.services import GuiServices

from .conftest import editing_apron
from .shop_client import ShopClient


@pytest.fixture
def controller(client: ShopClient, qtbot: QtBot) -> EditorController:
    return editing_apron(client, qtbot, 2, 3)


@pytest.fixture
def tab(controller: EditorController, services: GuiServices, qtbot: QtBot) -> VariantsTab:
    made = VariantsTab(controller, services.theme, services.icons)
    controller.setParent(made)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def grid(tab: VariantsTab) -> VariantGridView:
    tab.grid.setFocus()
    return tab.grid


@pytest.fixture
def model(tab: VariantsTab) -> VariantGridModel:
    return tab.model


@pytest.fixture
def bulk(tab: VariantsTab) -> BulkBar:
    return tab.bulk


def column(model: VariantGridModel, name: str) -> int:
    return next(c for c in range(model.columnCount()) if model.column_name(c) == name)


def texts(model: VariantGridModel, name: str) -> list[str]:
    return [str(model.index(row, column(model, name)).data()) for row in range(model.rowCount())]


def write(bulk: BulkBar, target: str, formula: str) -> None:
    bulk.lines[target].click()
    bulk.formula.line.setText(formula)


def test_a_click_beside_the_row_ticks_it_and_shift_goes_on(
    grid: VariantGridView, model: VariantGridModel, bulk: BulkBar, qtbot: QtBot
) -> None:
    assert not bulk.isVisible()
    place = [QPoint(10, grid.ticks.sectionViewportPosition(row) + 5) for row in range(4)]
    qtbot.mouseClick(grid.ticks.viewport(), Qt.MouseButton.LeftButton, pos=place[1])
    assert model.ticked() == ["v2"]
    assert bulk.isVisible()
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(grid.ticks.viewport(), Qt.MouseButton.LeftButton, shift, place[3])
    assert model.ticked() == ["v2", "v3", "v4"]
    assert "3 of 6" in bulk.count.text()
    qtbot.mouseClick(grid.ticks.viewport(), Qt.MouseButton.LeftButton, pos=place[1])
    assert model.ticked() == ["v3", "v4"]


def test_the_head_ticks_all_and_none(grid: VariantGridView, model: VariantGridModel) -> None:
    model.tick([0], True)
    assert grid.tick_all.checkState() == Qt.CheckState.PartiallyChecked
    grid.tick_all.click()
    assert len(model.ticked()) == 6
    assert grid.tick_all.checkState() == Qt.CheckState.Checked
    grid.tick_all.click()
    assert model.ticked() == []


def test_space_ticks_the_rows_of_the_range(grid: VariantGridView, model: VariantGridModel, qtbot: QtBot) -> None:
    grid.setCurrentIndex(model.index(2, 3))
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert model.ticked() == ["v3"]
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert model.ticked() == []


def test_ticks_outlive_folding_and_grouping(model: VariantGridModel) -> None:
    model.tick([1, 4], True)
    model.group_by(0)
    assert texts(model, "option0")[0] == "Indigo"
    model.fold(0)
    assert model.rowCount() == 5
    assert model.ticked() == ["v2", "v5"]
    assert model.tick_state(0) == Qt.CheckState.PartiallyChecked
    model.tick([0], True)
    assert model.ticked() == ["v1", "v2", "v3", "v5"]
    model.group_by(None)
    assert model.ticked() == ["v1", "v2", "v3", "v5"]


def test_a_group_says_ranges_sums_and_the_worst(model: VariantGridModel, controller: EditorController) -> None:
    controller.edit("variants/v2/price@USD", "52")
    model.group_by(0)
    assert texts(model, "price")[0] == "38.00–52.00"
    assert texts(model, "quantity")[0] == "73"
    assert texts(model, "inventory_policy")[0] == "1 to fix"  # its compare-at price is lower now
    model.fold(0)
    assert texts(model, "price")[0] == "38.00–52.00"


def test_going_to_a_wrong_cell_unfolds_its_group(grid: VariantGridView, model: VariantGridModel) -> None:
    model.group_by(0)
    model.fold(0)
    assert grid.go_to("variants/v2/barcode")
    assert model.group(0) is not None
    assert not model.group(0).folded
    assert model.path(grid.currentIndex()) == "variants/v2/barcode"


def test_a_paste_passes_over_rows_of_groups(
    grid: VariantGridView, model: VariantGridModel, controller: EditorController
) -> None:
    model.group_by(0)
    grid.setCurrentIndex(model.index(3, column(model, "price")))
    QGuiApplication.clipboard().setText("10\n11")
    grid.paste()
    assert controller.text("variants/v3/price@USD") == "10"
    assert controller.text("variants/v4/price@USD") == "11"


def test_a_formula_shows_what_it_would_do_and_applies_to_the_draft(
    model: VariantGridModel, bulk: BulkBar, controller: EditorController, client: ShopClient
) -> None:
    model.tick([0, 1], True)
    write(bulk, "price", "+10 %, round to .99")
    assert column(model, AFTER) == column(model, "price") + 1
    assert texts(model, AFTER)[:3] == ["38.00 → 41.99", "38.00 → 41.99", ""]
    assert model.index(0, column(model, AFTER)).data(AFTER_ROLE) == ("38.00", "41.99", False)
    assert not model.editable(model.index(0, column(model, AFTER)))
    assert "41.99" in bulk.formula.outcome.text()
    assert "70.0 % → 72.9 %" in bulk.formula.outcome.text()
    assert controller.state is not None
    assert controller.state.edits == {}
    bulk.formula.apply.click()
    assert controller.state.edits == {"variants/v1/price@USD": "41.99", "variants/v2/price@USD": "41.99"}
    assert model.index(0, column(model, "price")).data(DIRTY_ROLE)
    assert AFTER not in [model.column_name(c) for c in range(model.columnCount())]
    controller.save()
    (save,) = client.operations("SaveChanges")
    assert [(patch.id, patch.prices[0].amount) for patch in save.command.variants] == [("v1", 4199), ("v2", 4199)]


def test_a_wrong_formula_says_why_and_applies_nothing(model: VariantGridModel, bulk: BulkBar) -> None:
    model.tick_all(True)
    write(bulk, "price", "= margin * 2")
    assert "margin" in bulk.formula.outcome.text()
    assert not bulk.formula.apply.isEnabled()
    assert model.effect is None
    bulk.formula.line.setText("+25 %")
    assert model.index(0, column(model, AFTER)).data(AFTER_ROLE)[2]
    assert "6 to fix" in bulk.formula.outcome.text()


def test_escape_closes_the_formula_and_clearing_hides_the_bar(
    model: VariantGridModel, bulk: BulkBar, qtbot: QtBot
) -> None:
    model.tick_all(True)
    write(bulk, "cost", "+1")
    qtbot.keyClick(bulk.formula.line, Qt.Key.Key_Escape)
    assert not bulk.formula.isVisible()
    assert model.effect is None
    assert not bulk.lines["cost"].isChecked()
    bulk.clear.click()
    assert not bulk.isVisible()


def test_skus_by_pattern_mark_those_that_would_stand_twice(
    model: VariantGridModel, bulk: BulkBar, controller: EditorController
) -> None:
    model.tick([0, 1, 2], True)
    write(bulk, "sku", "X-{Colour:3}-{Size}")
    bulk.formula.line.returnPressed.emit()
    assert [controller.text(f"variants/v{n}/sku") for n in (1, 2)] == ["X-IND-XS", "X-IND-S"]
    write(bulk, "sku", "X-{Colour:3}")
    assert model.effect is not None
    assert len(model.effect.wrong) == 3


def test_policy_and_delete_act_on_ticked_variants(
    model: VariantGridModel, bulk: BulkBar, controller: EditorController
) -> None:
    model.tick([0, 5], True)
    bulk.set_policy("continue")
    assert controller.text("variants/v6/inventory_policy") == "continue"
    bulk.delete.click()
    assert controller.state is not None
    assert controller.state.removed == {"v1", "v6"}
    assert model.rowCount() == 4
    assert model.ticked() == []


def test_the_model_keeps_qts_rules_while_rows_and_columns_come_and_go(
    model: VariantGridModel, bulk: BulkBar, controller: EditorController
) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.group_by(0)
    model.tick_all(True)
    write(bulk, "price", "+1")
    model.fold(4)
    model.fold(0)
    write(bulk, "cost", "+2")
    model.fold(0)
    controller.edit("variants/v2/option0", "Clay")
    assert model.sums(model.group(0)).ranges["price"] == (3800, 3800)  # type: ignore[arg-type]
    bulk.formula.take()
    model.group_by(1)
    controller.discard()
    assert tester.model() is model

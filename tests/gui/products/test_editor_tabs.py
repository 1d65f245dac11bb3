"""Variants as a sheet, stock, images."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import FrameType

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.inventory.stock_panel import StockPanel
from rustok_desktop.gui.operations.products import Loaded
from rustok_desktop.gui.products import option_edits
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.product_editor import ProductEditor
from rustok_desktop.gui.products.search_preview import SearchPreview
from rustok_desktop.gui.products.variant_grid_model import DIRTY_ROLE, PROBLEM_ROLE
from rustok_desktop.gui.products.variant_grid_view import VariantGridView
from rustok_desktop.gui.services import GuiServices
from tests.gui.conftest import settle
from tests.unit.gui_products.samples import apron, movements, product

from .conftest import editing_apron, saved
from .shop_client import ShopClient

SKU, BARCODE, PRICE, COMPARE, COST, MARGIN, STOCK, WEIGHT, POLICY = range(2, 11)


@pytest.fixture
def controller(client: ShopClient, qtbot: QtBot) -> EditorController:
    return editing_apron(client, qtbot, 2, 3)


@pytest.fixture
def editor(controller: EditorController, services: GuiServices, qtbot: QtBot) -> ProductEditor:
    made = ProductEditor(controller, services.theme, services.icons)
    controller.setParent(made)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.strip.setCurrentIndex(1)
    made.show()
    return made


@pytest.fixture
def grid(editor: ProductEditor) -> VariantGridView:
    editor.variants.grid.setFocus()
    return editor.variants.grid


def choose(grid: VariantGridView, top: int, left: int, bottom: int, right: int) -> None:
    model = grid.model()
    grid.setCurrentIndex(model.index(top, left))
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    grid.selectionModel().select(QItemSelection(model.index(top, left), model.index(bottom, right)), flags)


def cells(grid: VariantGridView, column: int) -> list[str]:
    return [str(grid.model().index(r, column).data()) for r in range(grid.model().rowCount())]


def test_models_keep_qts_rules(editor: ProductEditor, controller: EditorController) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (editor.variants.model, editor.stock.levels, editor.stock.movements, editor.images.model)
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    assert controller.state is not None
    option_edits.add_like_last(controller.state, ("Indigo", "XL"))
    controller.touched()
    controller.state.remove_variant("v1")
    controller.touched()
    editor.images.model.add("https://example.org/b.jpg")
    controller.discard()
    assert [tester.model() for tester in testers] == list(models)


def test_typing_into_a_cell(grid: VariantGridView, controller: EditorController, qtbot: QtBot) -> None:
    grid.setCurrentIndex(grid.model().index(0, PRICE))
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    line = grid.viewport().findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "41,5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    index = grid.model().index(0, PRICE)
    qtbot.waitUntil(lambda: index.data() == "41,5")
    assert index.data(DIRTY_ROLE)
    assert index.data(PROBLEM_ROLE) is None
    qtbot.waitUntil(lambda: grid.currentIndex().row() == 1)
    assert grid.model().index(0, MARGIN).data() == "72.5 %"
    assert controller.state is not None
    assert controller.state.edits == {"variants/v1/price@USD": "41,5"}


def test_a_spreadsheet_range_is_pasted_as_one_edit(grid: VariantGridView, controller: EditorController) -> None:
    choose(grid, 0, PRICE, 0, PRICE)
    edits: list[None] = []
    controller.edited.connect(lambda: edits.append(None))
    QGuiApplication.clipboard().setText("40\t46,00\t12\r\n41\t47,00\t13\r\n")
    grid.paste()
    assert cells(grid, PRICE)[:3] == ["40", "41", "38.00"]
    assert cells(grid, COMPARE)[:2] == ["46,00", "47,00"]
    assert cells(grid, COST)[:2] == ["12", "13"]
    assert len(edits) == 1


def test_one_value_fills_the_range_and_read_only_cells_stay(grid: VariantGridView) -> None:
    choose(grid, 0, COST, 2, STOCK)
    QGuiApplication.clipboard().setText("9")
    grid.paste()
    assert cells(grid, COST)[:4] == ["9", "9", "9", "11.40"]
    assert cells(grid, STOCK)[0] == "18"


def test_copy_is_what_spreadsheets_read(grid: VariantGridView) -> None:
    choose(grid, 0, SKU, 1, SKU)
    grid.copy()
    assert QGuiApplication.clipboard().text() == "APR-IND-XS\nAPR-IND-S"


def test_ctrl_d_fills_down(grid: VariantGridView, qtbot: QtBot) -> None:
    grid.model().setData(grid.model().index(0, PRICE), "50")
    choose(grid, 0, PRICE, 3, PRICE)
    qtbot.keyClick(grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert cells(grid, PRICE) == ["50", "50", "50", "50", "38.00", "38.00"]


def test_delete_empties(grid: VariantGridView, qtbot: QtBot) -> None:
    choose(grid, 0, SKU, 1, SKU)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert cells(grid, SKU)[:2] == ["", ""]


def test_a_wrong_cell_says_so_and_offers_the_repair(grid: VariantGridView, editor: ProductEditor, qtbot: QtBot) -> None:
    index = grid.model().index(0, BARCODE)
    grid.setCurrentIndex(index)
    grid.model().setData(index, "4810231400162")
    assert grid.bubble.isVisible()
    assert index.data(Qt.ItemDataRole.ToolTipRole) == grid.bubble.text
    assert "1" in editor.variants._wrong.text()
    qtbot.mouseClick(grid.bubble._use, Qt.MouseButton.LeftButton)
    assert index.data() == "4810231400168"
    assert not grid.bubble.isVisible()
    grid.model().setData(index, "4810231400162")
    qtbot.keyClick(grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert index.data() == "4810231400168"


def test_save_goes_to_the_wrong_cell(
    grid: VariantGridView, editor: ProductEditor, controller: EditorController
) -> None:
    controller.edit("variants/v5/price@USD", "dear")
    editor.strip.setCurrentIndex(0)
    assert not controller.save()
    assert editor.strip.currentIndex() == 1
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (4, PRICE)


def test_policy_in_words_or_not_at_all(grid: VariantGridView, controller: EditorController) -> None:
    model = grid.model()
    assert model.setData(model.index(0, POLICY), "Keep selling")
    assert controller.text("variants/v1/inventory_policy") == "continue"
    assert not model.setData(model.index(1, POLICY), "maybe")


def test_add_and_remove_variants(
    grid: VariantGridView, editor: ProductEditor, controller: EditorController, qtbot: QtBot
) -> None:
    qtbot.mouseClick(editor.variants.add_button, Qt.MouseButton.LeftButton)
    assert grid.model().rowCount() == 7
    assert grid.currentIndex().row() == 6
    assert grid.model().index(6, PRICE).data() == "38.00"
    choose(grid, 1, SKU, 6, SKU)
    qtbot.mouseClick(editor.variants.remove_button, Qt.MouseButton.LeftButton)
    assert grid.model().rowCount() == 1
    assert not editor.variants.remove_button.isEnabled()


def test_options_grow_and_their_variants_with_them(editor: ProductEditor, controller: EditorController) -> None:
    state = controller.state
    assert state is not None
    assert option_edits.add_value(state, 1, "XL")
    assert not option_edits.add_value(state, 1, "xl")
    controller.touched()
    assert editor.variants.options.add_missing.isVisible()
    editor.variants.options.add_missing.click()
    assert editor.variants.model.rowCount() == 8
    assert option_edits.remove_value(state, 0, "Clay")
    assert [state.cell(key, "option0") for key in state.variant_keys()] == ["Indigo"] * 4
    assert not option_edits.remove_value(state, 0, "Indigo")


def test_a_new_option_is_typed_with_its_values(
    editor: ProductEditor, controller: EditorController, qtbot: QtBot
) -> None:
    bar = editor.variants.options
    bar.add_option.click()
    qtbot.keyClicks(bar.new_option, "Cut: Long, Short")
    qtbot.keyClick(bar.new_option, Qt.Key.Key_Return)
    assert controller.state is not None
    assert [option.name for option in controller.state.options()] == ["Colour", "Size", "Cut"]
    assert cells(editor.variants.grid, 2) == ["Long"] * 6
    assert editor.variants.model.head(2) == "Cut"


def test_reasons_are_the_same_wherever_stock_is_moved(
    editor: ProductEditor, services: GuiServices, qtbot: QtBot
) -> None:
    panel = StockPanel(services.theme, services.preferences)
    qtbot.addWidget(panel)
    panel.retranslate("en")
    boxes = (panel.reason, editor.stock.reason)
    offered = [[(box.itemText(row), box.itemData(row)) for row in range(box.count())] for box in boxes]
    assert offered[0] == offered[1]
    assert dict(offered[0])["Sold elsewhere"] == "sold"
    editor.stock.reason.setCurrentIndex(editor.stock.reason.findData("returned"))
    editor.stock.retranslate()
    assert editor.stock.reason.reason() == "returned"


def test_a_search_result_is_cut_between_lines_and_says_so(services: GuiServices, qtbot: QtBot) -> None:
    preview = SearchPreview(services.theme)
    qtbot.addWidget(preview)
    words = "Fired in reduction, so the surface is slightly different on each side. " * 2
    preview.show_texts("/mug", "Mug", words)
    wide, narrow = preview.lines(600), preview.lines(200)
    assert len(wide) <= 3
    assert len(narrow) == 3
    assert narrow[-1].endswith("…")
    assert not narrow[0].endswith("…")
    metrics = QFontMetrics(services.theme.font("small"))
    assert all(metrics.horizontalAdvance(line) <= 200 for line in narrow)
    preview.resize(230, preview.sizeHint().height())
    below = preview.height() - services.theme.px(10)
    picture = preview.grab().toImage()
    ground = picture.pixelColor(3, below + 2)
    assert all(picture.pixelColor(x, y) == ground for x in range(5, 220) for y in range(below, below + 4))


def test_stock_is_adjusted_by_a_movement(
    editor: ProductEditor, controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    editor.strip.setCurrentIndex(editor.tabs.index(editor.stock))
    tab = editor.stock
    tab.level_view.selectRow(1)
    qtbot.keyClicks(tab.delta, "many")
    assert tab.delta_field.error
    tab.apply.click()
    assert client.operations("MoveStock") == []
    tab.delta.clear()
    qtbot.keyClicks(tab.delta, "-3")
    tab.reason.setCurrentIndex(tab.reason.findData("damaged"))
    controller.edit("vendor", "unsaved")
    tab.apply.click()
    (op,) = client.operations("MoveStock")
    assert (op.variant_id, op.delta, op.reason) == ("v2", -3, "damaged")
    view = apron(2, 3)
    levels = (replace(view.variants[1].stock[0], on_hand=21),)
    view = replace(view, variants=(view.variants[0], replace(view.variants[1], stock=levels), *view.variants[2:]))
    client.answer("MoveStock", saved(view))
    assert tab.levels.index(1, 2).data() == "21"
    assert tab.level_view.currentIndex().row() == 1
    assert controller.text("vendor") == "unsaved"
    assert tab.movements.index(0, 2).data() == "-2"


def test_images_are_added_moved_described_and_removed(
    editor: ProductEditor, controller: EditorController, qtbot: QtBot
) -> None:
    tab = editor.images
    editor.strip.setCurrentIndex(editor.tabs.index(editor.images))
    qtbot.keyClicks(tab.url, "https://example.org/second.jpg")
    qtbot.keyClick(tab.url, Qt.Key.Key_Return)
    assert tab.model.rowCount() == 2
    tab.up.click()
    assert controller.state is not None
    assert [image.id for image in controller.state.images()] == [None, "i1"]
    assert tab.model.setData(tab.model.index(0, 1), "The second one")
    assert not tab.model.setData(tab.model.index(0, 0), " ")
    assert controller.state.images()[0].alt_text == "The second one"
    tab.view.selectRow(1)
    tab.remove_button.click()
    assert tab.model.rowCount() == 1


def _calls_of_an_edit(controller: EditorController, text: str) -> int:
    """How many functions of the program an edit of the title runs, with all that follows it."""
    calls = 0

    def count(frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event == "call" and "rustok_desktop" in frame.f_code.co_filename

    sys.setprofile(count)
    try:
        controller.edit("title@en", text)
        settle()
    finally:
        sys.setprofile(None)
    return calls


def test_many_variants_do_not_slow_the_typing(
    controller: EditorController, client: ShopClient, services: GuiServices, qtbot: QtBot
) -> None:
    editor = ProductEditor(controller, services.theme, services.icons)
    controller.setParent(editor)
    qtbot.addWidget(editor)
    editor.show()
    one, calls = product().variants[0], []
    for count in (100, 2500):
        many = tuple(replace(one, id=f"v{i}", position=i, sku=f"S{i}") for i in range(count))
        found = Loaded(product(variants=many, product_id=f"p{count}"), ())
        client.answers["LoadProduct"] = lambda op, found=found: found
        controller.open(f"p{count}")
        qtbot.waitUntil(lambda count=count: editor.variants.model.rowCount() == count)
        controller.edit("title@en", "Begun")  # what is worked out once and kept
        settle()
        calls.append(_calls_of_an_edit(controller, "Title"))
    assert 0 < calls[1] < calls[0] + 500, "an edit of the title is work for every variant"


def test_images_are_put_in_order_by_dragging(editor: ProductEditor, controller: EditorController) -> None:
    tab = editor.images
    for name in ("b", "c"):
        tab.model.add(f"https://example.org/{name}.jpg")

    def ends() -> list[str]:
        return [image.url.rpartition("/")[2] for image in controller.state.images()]

    first, second, third = ends()
    data = tab.model.mimeData([tab.model.index(0, 0)])
    nowhere = QModelIndex()
    moved = tab.model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, nowhere)
    assert not moved, "the view would remove the row again"
    assert ends() == [second, third, first]
    assert tab.view.currentIndex().row() == 2
    tab.model.dropMimeData(tab.model.mimeData([tab.model.index(2, 0)]), Qt.DropAction.MoveAction, 1, 0, nowhere)
    assert ends() == [second, first, third]
    tab.model.dropMimeData(tab.model.mimeData([tab.model.index(1, 0)]), Qt.DropAction.MoveAction, 1, 0, nowhere)
    assert ends() == [second, first, third], "let go where it was"
    assert tab.model.flags(tab.model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert tab.model.flags(nowhere) == Qt.ItemFlag.ItemIsDropEnabled
    assert not tab.model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, nowhere)


def test_movements_of_several_variants_fit_after_a_product_with_one(
    editor: ProductEditor, controller: EditorController, client: ShopClient, qtbot: QtBot
) -> None:
    editor.strip.setCurrentIndex(editor.tabs.index(editor.stock))
    client.answers["LoadProduct"] = lambda op: Loaded(product(product_id=op.product_id), movements())
    controller.open("p2")
    qtbot.waitUntil(lambda: editor.stock.movement_view.isColumnHidden(1))
    client.answers["LoadProduct"] = lambda op: Loaded(apron(2, 3), movements())
    controller.open("p1")
    qtbot.waitUntil(lambda: not editor.stock.movement_view.isColumnHidden(1))
    assert editor.stock.movement_view.horizontalScrollBar().maximum() == 0

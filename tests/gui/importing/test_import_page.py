"""The import page, driven as a person would, with a client that the test answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.schemas import (
    EmptyColumn,
    FieldDiff,
    FoundFormat,
    ImportAction,
    ImportPlan,
    ImportProgress,
    ImportReport,
    Mend,
    PlannedProduct,
    RowError,
    Tally,
)
from rustok_desktop.gui.importing import plan_table_model as columns
from rustok_desktop.gui.importing.columns_step import ColumnsStep
from rustok_desktop.gui.importing.empty_column_band import EmptyColumnBand
from rustok_desktop.gui.importing.file_step import FileStep
from rustok_desktop.gui.importing.import_page import ImportPage
from rustok_desktop.gui.importing.plan_table_model import PlanTableModel
from rustok_desktop.gui.importing.progress_step import ProgressStep
from rustok_desktop.gui.importing.rejected_list import RejectedList
from rustok_desktop.gui.importing.result_step import ResultStep
from rustok_desktop.gui.importing.review_step import ReviewStep
from rustok_desktop.gui.widgets.choice_row import ChoiceRow

ERROR = RowError(214, 213, "Variant Price", "36,5O", "bad_amount", "Must be a number.", "36.50")
FOUND = FoundFormat("shopify", "classic", "utf-8", ",", 4812, (("Handle", "handle"), ("Gift Card", None)))


def a_plan(**changes: object) -> ImportPlan:
    values: dict[str, object] = {
        "plan_id": "p",
        "tenant_id": "t1",
        "source": Path("catalogue.csv"),
        "staging": Path("s.db"),
        "found": FOUND,
        "products": Tally(3, 1, 2, 1),
        "variants": Tally(9, 2, 2, 0),
        "images": Tally(),
        "fields_changed": 2,
        "errors": (ERROR,),
        "error_count": 1,
        "empty_columns": (EmptyColumn("Variant Barcode", "barcode", 22, False),),
        "head": 0,
    }
    return ImportPlan(**{**values, **changes})  # type: ignore[arg-type]


def planned(ordinal: int, action: ImportAction = ImportAction.UPDATE, diffs: int = 1) -> PlannedProduct:
    fields = tuple(FieldDiff("price", "1.00", "2.00", variant=f"V{n}") for n in range(diffs))
    return PlannedProduct(ordinal, f"mug-{ordinal}", f"Mug {ordinal}", action, 2, ordinal + 1, fields)


def report(**changes: object) -> ImportReport:
    values: dict[str, object] = {
        "import_id": "i",
        "format": "shopify",
        "records": 4812,
        "products": Tally(3, 1, 2, 1),
        "variants": Tally(9, 2, 2, 0),
        "images": Tally(),
        "errors": (ERROR,),
        "rejected_file": Path("rejected.csv"),
        "dry_run": False,
        "cancelled": False,
        "took_ms": 12,
    }
    return ImportReport(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot, services) -> ImportPage:
    made = ImportPage(services)
    qtbot.addWidget(made)
    made.resize(1148, 818)
    made.show()
    return made


def button(page: ImportPage, text: str) -> QPushButton:
    found = [b for b in page.findChildren(QPushButton) if b.isVisible() and text in b.text()]
    assert len(found) == 1, [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]
    return found[0]


def to_review(page: ImportPage, client, products: list[PlannedProduct] | None = None) -> PlanTableModel:
    page.read(Path("catalogue.csv"))
    client.answer("plan_import", a_plan())
    client.answer("load_planned", products if products is not None else [planned(1), planned(2)])
    model = page.review.findChild(PlanTableModel)
    assert model is not None
    return model


def test_a_chosen_file_is_read_and_reviewed_before_anything_is_written(page, client, prompter, qtbot) -> None:
    prompter.files.append("/tmp/catalogue.csv")
    assert isinstance(page.step, FileStep)
    qtbot.mouseClick(button(page, "Choose file"), Qt.MouseButton.LeftButton)
    assert isinstance(page.step, ProgressStep)
    client.last("plan_import").progress(ImportProgress("read", 1200, 4812))
    assert "1,200 of 4,812" in page.step.counts

    client.answer("plan_import", a_plan())

    assert isinstance(page.step, ReviewStep)
    assert "Import 4" in button(page, "Import").text()
    assert not [call for call in client.calls if call.name == "commit_import"]


def test_a_dropped_file_is_read(page, client) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/dropped.csv")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.step.dropEvent(event)
    assert client.last("plan_import").name == "plan_import"


def test_a_refused_file_says_why_at_the_file(page, client, services) -> None:
    page.read(Path("woo.csv"))
    client.fail("plan_import", UserError("wrong_format", found="WooCommerce"))
    assert isinstance(page.step, FileStep)
    assert "WooCommerce" in page.step.error
    page.read(Path("good.csv"))
    client.answer("plan_import", a_plan())
    assert page.findChild(FileStep).error == ""


def test_each_changed_field_is_a_row_and_the_first_carries_name_and_tick(page, client) -> None:
    model = to_review(page, client, [planned(1, diffs=2), planned(2, ImportAction.REJECT, 0)])
    names = [model.index(row, columns.PRODUCT).data() for row in range(model.rowCount())]
    assert names == ["Mug 1", "", "Mug 2"]
    checkable = [bool(model.index(row, columns.TICK).flags() & Qt.ItemFlag.ItemIsUserCheckable) for row in range(3)]
    assert checkable == [True, False, False]
    assert model.index(0, columns.CHANGE).data() == "1.00 → 2.00"


def test_unticking_leaves_a_product_out_and_the_button_counts(page, client) -> None:
    model = to_review(page, client)
    assert "Import 4" in button(page, "Import").text()
    assert model.setData(model.index(0, columns.TICK), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert client.last("exclude_planned")
    assert "Import 3" in button(page, "Import").text()
    model.setData(model.index(0, columns.TICK), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert "Import 4" in button(page, "Import").text()


def test_the_list_grows_as_it_is_scrolled_and_ends(page, client) -> None:
    model = to_review(page, client, [planned(n) for n in range(1, columns.PAGE + 1)])
    assert model.canFetchMore(model.index(-1, -1))
    model.fetchMore(model.index(-1, -1))
    assert not model.canFetchMore(model.index(-1, -1)), "asked once"
    client.answer("load_planned", [planned(columns.PAGE + 1)])
    assert model.rowCount() == columns.PAGE + 1
    assert not model.canFetchMore(model.index(-1, -1))


def test_a_filter_makes_the_page_under_way_stale(page, client) -> None:
    page.read(Path("catalogue.csv"))
    client.answer("plan_import", a_plan())
    stale = client.last("load_planned")
    page.review.findChild(ChoiceRow).button(ImportAction.CREATE).click()
    fresh = client.last("load_planned")
    assert fresh is not stale
    stale.answer([planned(9)])
    fresh.answer([planned(1, ImportAction.CREATE, 0)])
    model = page.review.findChild(PlanTableModel)
    assert [model.index(r, columns.PRODUCT).data() for r in range(model.rowCount())] == ["Mug 1"]


def test_erasing_a_column_is_chosen_and_planned_anew(page, client) -> None:
    to_review(page, client)
    band = page.findChild(EmptyColumnBand)
    band.findChild(ChoiceRow).button(True).click()
    assert len([call for call in client.calls if call.name == "plan_import"]) == 2
    assert client.last("discard_import"), "the plan before is thrown away"
    assert isinstance(page.step, ProgressStep)


def test_importing_shows_counts_and_then_the_result(page, client, qtbot, services) -> None:
    to_review(page, client)
    qtbot.mouseClick(button(page, "Import 4"), Qt.MouseButton.LeftButton)
    client.last("commit_import").progress(ImportProgress("write", 2, 4, Tally(2, 0, 0, 0)))
    assert "2 of 4" in page.step.counts
    client.answer("commit_import", report())
    assert isinstance(page.step, ResultStep)
    assert button(page, "Open rejected rows")
    qtbot.mouseClick(button(page, "Show products"), Qt.MouseButton.LeftButton)
    assert services.navigator.page == "products"


def test_cancelling_while_writing_stops_after_the_batch_and_says_what_was_kept(page, client, qtbot) -> None:
    to_review(page, client)
    qtbot.mouseClick(button(page, "Import 4"), Qt.MouseButton.LeftButton)
    call = client.last("commit_import")
    qtbot.mouseClick(button(page, "Cancel"), Qt.MouseButton.LeftButton)
    assert not call.cancelled, "a batch under way is never torn"
    assert not button(page, "Cancel").isEnabled()
    call.answer(report(cancelled=True, rejected_file=None, errors=()))
    assert isinstance(page.step, ResultStep)
    assert not [b for b in page.findChildren(QPushButton) if b.isVisible() and "rejected" in b.text()]


def test_cancelling_while_reading_goes_back_to_the_file(page, client, qtbot) -> None:
    page.read(Path("catalogue.csv"))
    call = client.last("plan_import")
    qtbot.mouseClick(button(page, "Cancel"), Qt.MouseButton.LeftButton)
    assert call.cancelled
    assert isinstance(page.step, FileStep)


def test_a_failed_import_returns_to_the_review_with_a_notice(page, client, qtbot, services) -> None:
    to_review(page, client)
    qtbot.mouseClick(button(page, "Import 4"), Qt.MouseButton.LeftButton)
    client.fail("commit_import", UserError("disk_full"))
    assert isinstance(page.step, ReviewStep)
    assert services.notices.history[-1].kind == "error"


def test_back_shows_the_columns_and_then_the_file(page, client, qtbot) -> None:
    to_review(page, client)
    qtbot.mouseClick(button(page, "Back"), Qt.MouseButton.LeftButton)
    assert isinstance(page.step, ColumnsStep)
    table = page.step.findChild(QTableView)
    assert table.model().index(1, 1).data() == "left out"
    qtbot.mouseClick(button(page, "Back"), Qt.MouseButton.LeftButton)
    assert isinstance(page.step, FileStep)


def test_rejected_rows_can_be_read_aloud_with_their_suggestion(page, client) -> None:
    to_review(page, client)
    model = page.findChild(RejectedList).rows
    text = model.index(0).data()
    assert "214" in text
    assert "36,5O" in text
    assert "36.50" in text


def test_a_plan_without_changes_has_nothing_to_import(page, client) -> None:
    page.read(Path("catalogue.csv"))
    client.answer("plan_import", a_plan(products=Tally(0, 0, 5, 0), errors=(), error_count=0))
    assert not button(page, "Nothing to import").isEnabled()


def test_the_models_are_sound(page, client, qtmodeltester) -> None:
    model = to_review(page, client, [planned(1, diffs=3), planned(2, ImportAction.CREATE, 0)])
    qtmodeltester.check(model)
    qtmodeltester.check(page.findChild(RejectedList).rows)


def test_every_control_has_a_name(page, client) -> None:
    to_review(page, client)
    for view in (page.review.table, page.findChild(RejectedList)):
        assert view.accessibleName()
    for choice in page.findChildren(ChoiceRow):
        assert choice.accessibleName()


def test_the_language_changes_without_a_restart(page, client, services) -> None:
    to_review(page, client)
    services.translator.set_language("ru")
    assert page.review.table.accessibleName()
    services.translator.set_language("en")
    assert page.review.table.accessibleName() == "What the import would do"


def click(view: RejectedList, row: int, act: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.button_area(row, act).center())


def priced(**changes: object) -> ImportPlan:
    """A plan whose file has the column of the price."""
    columns = (("Handle", "handle"), ("Variant Price", "price"))
    return a_plan(found=replace(FOUND, columns=columns), **changes)


def reviewed(page: ImportPage, client, plan: ImportPlan) -> RejectedList:
    page.read(Path("catalogue.csv"))
    client.answer("plan_import", plan)
    client.answer("load_planned", [planned(1), planned(2)])
    return page.review.rejected


def test_a_suggestion_is_used_by_a_click_and_the_row_is_planned_anew(page, client, qtbot) -> None:
    view = reviewed(page, client, priced())
    click(view, 0, "use", qtbot)
    assert page._options.mends == (Mend(213, "Variant Price", "36.50"),)
    assert page.step is page.review, "the review stays in sight"
    assert not page.review.isEnabled()
    assert not page.next_button.isEnabled()
    client.answer("plan_import", priced(products=Tally(4, 1, 2, 0), errors=(), error_count=0))
    assert page.review.isEnabled()
    assert "Import 5" in button(page, "Import").text()
    assert view.rows.rowCount() == 0
    assert client.last("discard_import")
    qtbot.mouseClick(button(page, "Take 1 mend back"), Qt.MouseButton.LeftButton)
    assert page._options.mends == ()
    client.answer("plan_import", priced())
    assert view.rows.rowCount() == 1


def test_a_value_is_typed_and_enter_takes_it(page, client, qtbot) -> None:
    other = replace(ERROR, record=300, line=301, suggestion=None)
    view = reviewed(page, client, priced(errors=(ERROR, other), error_count=2))
    view.setFocus()
    view.setCurrentIndex(view.rows.index(1))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    line = view.findChild(QLineEdit)
    assert line.accessibleName() == "New value of Variant Price in line 301"
    assert line.text() == "36,5O"
    qtbot.keyClicks(line, "12")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._options.mends == (Mend(300, "Variant Price", "12"),))
    client.answer("plan_import", priced())
    assert view.hasFocus(), "one goes on mending"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page._options.mends[1] == Mend(213, "Variant Price", "36.50"), "Enter takes what is suggested"


def test_all_suggestions_at_once_and_what_cannot_be_mended(page, client, qtbot) -> None:
    foreign = replace(ERROR, column="", record=5)
    again = replace(ERROR, record=400)
    view = reviewed(page, client, priced(errors=(ERROR, again, foreign), error_count=3))
    assert view.button_area(2, "use").isNull(), "the file has no such column"
    assert view.button_area(2, "type").isNull()
    qtbot.mouseClick(button(page, "Use all 2"), Qt.MouseButton.LeftButton)
    assert [mend.record for mend in page._options.mends] == [213, 400]


def test_products_that_are_left_out_stay_out_after_a_mend(page, client, qtbot) -> None:
    view = reviewed(page, client, priced())
    model = page.review.findChild(PlanTableModel)
    model.setData(model.index(0, columns.TICK), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    click(view, 0, "use", qtbot)
    assert page._options.left_out == {"mug-1"}
    client.answer("plan_import", priced(products=Tally(4, 1, 2, 0), left_out=1))
    assert "Import 4" in button(page, "Import").text()
    client.answer("load_planned", [replace(planned(1), excluded=True), planned(2)])
    assert not model.is_ticked(model.line(0).product)
    model.setData(model.index(0, columns.TICK), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert "Import 5" in button(page, "Import").text()


def test_findings_under_review_change_their_language(page, client, services, qtbot) -> None:
    told = replace(ERROR, params={"value": "36,5O"})
    notes = (("short_rows", {"rows": 3}),)
    plan = a_plan(errors=(told,), found=replace(FOUND, columns=(("Variant Price", "price"),), notes=notes))
    view = reviewed(page, client, plan)
    assert "is not an amount of money" in view.rows.index(0).data()
    services.translator.set_language("ru")
    qtbot.waitUntil(lambda: "не денежная сумма" in view.rows.index(0).data())
    qtbot.waitUntil(lambda: "строк" in page._columns_step._warnings.text())


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_step_fits_a_small_window(page, client, services, language) -> None:
    services.translator.set_language(language)
    page.read(Path("the whole catalogue of the shop as it was in autumn.csv"))
    thousands = Tally(12_800, 11_300, 11_200, 110)
    client.answer("plan_import", a_plan(products=thousands, variants=thousands, fields_changed=20_000))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    beside_the_navigation = 1024 - 212
    assert page.minimumSizeHint().width() <= beside_the_navigation
    assert page.minimumSizeHint().height() <= 670
    services.translator.set_language("en")


def test_in_a_narrow_window_the_room_goes_to_names(page, client, qtbot) -> None:
    to_review(page, client)
    head = page.review.table.horizontalHeader()
    assert not page.review.table.itemDelegate().compact
    assert not head.isSectionHidden(columns.VARIANTS)
    page.resize(820, 640)
    qtbot.waitUntil(lambda: head.isSectionHidden(columns.VARIANTS))
    assert page.review.table.itemDelegate().compact

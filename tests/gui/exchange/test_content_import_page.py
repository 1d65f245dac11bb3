"""The page for content files, driven as a person would, with a client that the test answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.schemas import (
    ContentAction,
    ContentPlan,
    ContentReport,
    ExportReport,
    FoundContent,
    PlannedItem,
)
from rustok_desktop.exchange.schemas import FieldDiff, ImportProgress, Tally
from rustok_desktop.gui.exchange.content_import_page import ContentImportPage
from rustok_desktop.gui.exchange.content_plan_model import KNOW, PAGE, TITLE, WHAT, ContentPlanModel

FOUND = FoundContent("wxr", "1.2", "Blog", "https://blog.example", "en", 3, ("Authors are kept by name.",))
PLAN = ContentPlan("p", "t1", Path("blog.xml"), Path("s.db"), FOUND, Tally(2, 1, 0, 1), {}, 1)
NEW = PlannedItem(1, "post", "Hello", 12, "", ContentAction.CREATE, notes=("It has no title.",))
CHANGED = PlannedItem(
    2, "page", "About", 30, "", ContentAction.UPDATE, diffs=(FieldDiff("title@en", "Old", "About"),)
)
OUT = PlannedItem(3, "product", "Cup", 40, "", ContentAction.SKIP, "Products come elsewhere.")


def report(**changes: object) -> ContentReport:
    values: dict[str, object] = {
        "import_id": "i1", "found": FOUND, "tally": Tally(2, 1, 0, 1), "parts": {}, "items": (), "report_file": None,
        "dry_run": False, "cancelled": False, "took_ms": 5,
    }  # fmt: skip
    return ContentReport(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def page(qtbot: QtBot, services, client) -> ContentImportPage:  # type: ignore[no-untyped-def]
    made = ContentImportPage(services)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def reviewed(page: ContentImportPage, client) -> None:  # type: ignore[no-untyped-def]
    page.read(Path("blog.xml"))
    client.last("plan_content").answer(PLAN)
    client.last("load_content_items").answer([NEW, CHANGED, OUT])


def test_the_plan_is_shown_before_anything_is_written(page: ContentImportPage, client) -> None:  # type: ignore[no-untyped-def]
    reviewed(page, client)
    assert page.step is page.review
    model = page.review.table.model()
    rows = [[model.index(row, column).data() for column in (WHAT, TITLE, KNOW)] for row in range(3)]
    assert rows == [
        ["New", "Hello", "It has no title."],
        ["Changed", "About", ""],
        ["Left out", "Cup", "Products come elsewhere."],
    ]
    page.review.table.selectRow(1)
    assert "Title (en)\nOld\n→ About" in page.review.details
    assert page.import_button.text() == "Import 3 items"
    assert not client.pending("commit_content")


def test_an_item_is_left_out_by_a_tick_and_taken_back_in(page: ContentImportPage, client, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    reviewed(page, client)
    model = page.review.table.model()
    assert model.index(2, WHAT).data(Qt.ItemDataRole.CheckStateRole) is None  # what stays out has nothing to tick
    model.setData(model.index(0, WHAT), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert page.import_button.text() == "Import 2 items"
    page.review.table.setCurrentIndex(model.index(0, TITLE))
    qtbot.keyClick(page.review.table, Qt.Key.Key_Space)
    assert page.import_button.text() == "Import 3 items"
    qtbot.keyClick(page.review.table, Qt.Key.Key_Space)
    page.review.filter.chosen.emit(None)  # the list is read again: what was decided stays
    client.last("load_content_items").answer([NEW, CHANGED, OUT])
    assert model.index(0, WHAT).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    page._start_over()
    reviewed(page, client)
    assert page.import_button.text() == "Import 3 items"
    assert model.index(0, WHAT).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked  # of another plan


def test_a_whole_folder_can_be_chosen(page: ContentImportPage, client, prompter) -> None:  # type: ignore[no-untyped-def]
    prompter.files = ["/x/site"]
    page.choice.folder_button.click()
    assert client.last("plan_content")
    assert page.step is page.progress


def test_a_filter_asks_for_those_only(page: ContentImportPage, client) -> None:  # type: ignore[no-untyped-def]
    reviewed(page, client)
    page.review.filter.button(ContentAction.SKIP).click()
    assert page.review.table.model().rowCount() == 0
    client.last("load_content_items").answer([OUT])
    assert page.review.table.model().rowCount() == 1


def test_the_import_ends_in_a_notice_with_undo(page: ContentImportPage, client, services) -> None:  # type: ignore[no-untyped-def]
    reviewed(page, client)
    page.import_button.click()
    call = client.last("commit_content")
    call.progress(ImportProgress("write", 1, 3, Tally(1)))
    assert page.step is page.progress
    call.answer(report())
    notice = services.notices.history[-1]
    assert (notice.text, notice.action_text) == ("3 items imported. 1 left out.", "Undo")
    notice.action()
    assert client.last("undo_content")
    assert page.step is page.choice


def test_cancelling_keeps_what_is_written_and_says_so(page: ContentImportPage, client, services) -> None:  # type: ignore[no-untyped-def]
    reviewed(page, client)
    page.import_button.click()
    page.progress.cancelled.emit()
    call = client.last("commit_content")
    assert not call.cancelled
    call.answer(report(cancelled=True, tally=Tally(1)))
    assert services.notices.history[-1].text == "Stopped: 1 item was imported and kept."


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_step_fits_a_small_window(page: ContentImportPage, client, services, language: str) -> None:  # type: ignore[no-untyped-def]
    services.translator.set_language(language)
    page.read(Path("everything that was written until the autumn.xml"))
    beside_the_navigation = 1024 - 212
    client.last("plan_content").fail(UserError("xml_cut_off", path="blog.xml", line=7))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert page.minimumSizeHint().width() <= beside_the_navigation
    page.read(Path("everything that was written until the autumn.xml"))
    client.last("plan_content").answer(replace(PLAN, tally=Tally(12_800, 11_300, 11_200, 110)))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert page.minimumSizeHint().width() <= beside_the_navigation
    services.translator.set_language("en")


def test_cancelling_the_reading_goes_back_to_the_choice(page: ContentImportPage, client) -> None:  # type: ignore[no-untyped-def]
    page.read(Path("blog.xml"))
    page.progress.cancelled.emit()
    assert client.last("plan_content").cancelled
    assert page.step is page.choice


def test_a_refused_file_says_why(page: ContentImportPage, client) -> None:  # type: ignore[no-untyped-def]
    page.read(Path("blog.xml"))
    client.last("plan_content").fail(UserError("xml_cut_off", path="blog.xml", line=7))
    assert page.step is page.choice
    assert "line 7" in page.choice.error


def test_an_export_asks_where_and_says_what_was_written(page: ContentImportPage, client, services, prompter) -> None:  # type: ignore[no-untyped-def]
    prompter.files.append("/somewhere/content.xml")
    page.export_wordpress()
    target = Path("/somewhere/content.xml")
    client.last("export_content").answer(ExportReport("wxr", target, {"post": 2}, ("No trash.",)))
    notice = services.notices.history[-1]
    assert (notice.text, notice.details) == ("2 items written to content.xml.", "No trash.")


def test_a_long_list_comes_in_pages() -> None:
    model, asked = ContentPlanModel(), []
    model.more_wanted.connect(asked.append)
    model.restart()
    model.add([PlannedItem(n, "post", "x", 1, "", ContentAction.CREATE) for n in range(1, PAGE + 1)])
    assert model.canFetchMore(model.index(-1, -1))
    model.fetchMore(model.index(-1, -1))
    model.add([])
    assert (asked, model.canFetchMore(model.index(-1, -1)), model.rowCount()) == ([0, PAGE], False, PAGE)

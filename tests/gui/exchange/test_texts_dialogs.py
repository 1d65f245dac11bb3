"""Texts for translators out and back, in their windows, with a client that the test answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.schemas import ContentAction, ContentPlan, ContentReport, PlannedItem
from rustok_desktop.exchange.schemas import FieldDiff, ImportProgress, Tally
from rustok_desktop.exchange.words.schemas import FoundTexts, TextCounts, TextsReport
from rustok_desktop.gui.exchange.content_plan_model import WHAT
from rustok_desktop.gui.exchange.text_files import TextFiles
from rustok_desktop.gui.exchange.texts_export_dialog import TextsExportDialog
from rustok_desktop.gui.exchange.texts_import_dialog import TextsImportDialog
from rustok_desktop.gui.operations.products import ShopFacts

COUNTS = TextCounts(changed=3, moved=1, unchanged=5)
FOUND = FoundTexts("xliff", "1.2", "t.xlf", "", "ru", 9, ("ru-RU is ru",), "en", COUNTS)
PLAN = ContentPlan("p", "t1", Path("t.xlf"), Path("s.db"), FOUND, Tally(0, 2, 1), {}, 1, excluded=1)
ITEMS = [
    PlannedItem(1, "post", "Hello", 12, "", ContentAction.UPDATE, diffs=(FieldDiff("body@ru", None, "Привет"),)),
    PlannedItem(2, "post", "Hello", 12, "", ContentAction.UPDATE, notes=("The original has changed",), excluded=True),
]


@pytest.fixture
def files(qtbot: QtBot, services) -> TextFiles:  # type: ignore[no-untyped-def]
    made = TextFiles(services)
    made.shop = ShopFacts("en", "USD", (("en", "English"), ("ru", "Русский")), "")
    made.written = "ru"
    qtbot.addWidget(made)
    made.show()
    return made


def reading(files: TextFiles, prompter) -> TextsImportDialog:  # type: ignore[no-untyped-def]
    prompter.files = ["/x/t.xlf"]
    files.import_button.click()
    assert isinstance(files.dialog, TextsImportDialog)
    return files.dialog


def reviewing(files: TextFiles, prompter, client) -> TextsImportDialog:  # type: ignore[no-untyped-def]
    dialog = reading(files, prompter)
    client.last("plan_texts").answer(PLAN)
    client.last("load_content_items").answer(ITEMS)
    return dialog


def test_what_is_chosen_is_written(files: TextFiles, client, services, prompter) -> None:  # type: ignore[no-untyped-def]
    files.export_button.click()
    dialog = files.dialog
    assert isinstance(dialog, TextsExportDialog)
    chosen = dialog.options()
    assert (chosen.source, chosen.target, chosen.format, chosen.everything) == ("en", "ru", "xliff-1.2", False)
    dialog.target.set_value("en")
    dialog.target.chosen.emit("en")
    assert not dialog.act_button.isEnabled()
    dialog.target.set_value("ru")
    dialog.form.set_value("csv ;")
    dialog.kinds.set_value("media")
    dialog._refresh()
    prompter.files = ["/x/en-ru.csv"]
    dialog.act_button.click()
    assert prompter.asked[-1][1] == "en-ru.csv"
    assert (dialog.options().delimiter, dialog.options().kinds) == (";", ("media",))
    client.last("export_texts").answer(TextsReport("csv", Path("/x/en-ru.csv"), "en", "ru", {"media": 4}))
    assert services.notices.history[-1].text == "4 texts written to en-ru.csv."


def test_closing_while_it_writes_cancels(files: TextFiles, client, prompter) -> None:  # type: ignore[no-untyped-def]
    files.export_button.click()
    dialog = files.dialog
    assert isinstance(dialog, TextsExportDialog)
    prompter.files = ["/x/en-ru.xlf"]
    dialog.act_button.click()
    call = client.last("export_texts")
    dialog.progress.cancelled.emit()
    assert call.cancelled
    assert not isValid(dialog) or not dialog.isVisible()


def test_a_changed_original_waits_unticked_and_the_rest_is_taken_in(  # type: ignore[no-untyped-def]
    files: TextFiles, client, services, prompter, qtbot: QtBot
) -> None:
    dialog = reviewing(files, prompter, client)
    model = dialog.review.table.model()
    states = [model.index(row, WHAT).data(Qt.ItemDataRole.CheckStateRole) for row in (0, 1)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert dialog.act_button.text() == "Import 1 item"
    assert dialog.review._notes.isVisible()
    assert dialog.review._notes.text() == "ru-RU is ru"
    dialog.review.table.selectRow(1)
    qtbot.keyClick(dialog.review.table, Qt.Key.Key_Space)
    assert dialog.act_button.text() == "Import 2 items"
    client.last("exclude_content").answer(None)
    dialog.act_button.click()
    client.last("commit_content").progress(ImportProgress("write", 1, 2, Tally()))
    done = ContentReport("i1", FOUND, Tally(updated=2), {}, (), None, dry_run=False, cancelled=False, took_ms=1)
    with qtbot.waitSignal(files.imported):
        client.last("commit_content").answer(done)
    notice = services.notices.history[-1]
    assert (notice.text, notice.action_text) == ("Translations of 2 items imported.", "Undo")
    notice.action()
    assert client.last("undo_content")


def test_a_refused_file_says_why_and_a_closed_review_leaves_nothing(files: TextFiles, client, prompter) -> None:  # type: ignore[no-untyped-def]
    dialog = reading(files, prompter)
    client.last("plan_texts").fail(UserError("texts_no_languages", path="t.xlf"))
    assert dialog.stack.currentWidget() is dialog.refused
    assert not dialog.act_button.isEnabled()
    dialog.reject()
    dialog = reviewing(files, prompter, client)
    dialog.reject()
    assert client.last("discard_content")


def test_stopping_while_it_writes_keeps_whole_batches(files: TextFiles, client, prompter) -> None:  # type: ignore[no-untyped-def]
    dialog = reviewing(files, prompter, client)
    dialog.act_button.click()
    dialog.reject()
    assert dialog.isVisible()
    assert dialog._stop.is_set()

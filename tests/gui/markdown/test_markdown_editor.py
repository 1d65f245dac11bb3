"""Writing Markdown: marks, lists, find and replace, counts, the preview."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from rustok_desktop.content.links import LinkedThing
from rustok_desktop.gui.markdown.markdown_editor import MarkdownEditor
from rustok_desktop.gui.media.picture_cache import PictureCache
from rustok_desktop.gui.operations.markdown import Rendered
from rustok_desktop.gui.operations.targets import Target
from rustok_desktop.gui.services import GuiServices
from tests.gui.conftest import FakeClient


@pytest.fixture
def editor(services: GuiServices, client: FakeClient, qtbot: QtBot) -> MarkdownEditor:
    made = MarkdownEditor(services, PictureCache(client))
    made._keep = made.preview._pictures  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    return made


def select(editor: MarkdownEditor, word: str) -> None:
    found = editor.text.document().find(word)
    assert not found.isNull()
    editor.text.setTextCursor(found)


@pytest.mark.parametrize("before", ["plain ", "😀😀 plain ", "кириллица "])
@pytest.mark.parametrize(("act", "mark"), [("bold", "**"), ("italic", "*"), ("code", "`"), ("strike", "~~")])
def test_marks_stand_around_the_selection_whatever_stands_before(
    editor: MarkdownEditor, before: str, act: str, mark: str
) -> None:
    editor.set_text("", f"{before}word end")
    select(editor, "word")
    editor.text.act(act)
    assert editor.value() == f"{before}{mark}word{mark} end"
    assert editor.text.textCursor().selectedText() == "word"
    editor.text.act(act)
    assert editor.value() == f"{before}word end"


def test_blocks_and_links(editor: MarkdownEditor) -> None:
    editor.set_text("", "😀 one\ntwo")
    editor.text.selectAll()
    editor.text.act("bullet")
    assert editor.value() == "- 😀 one\n- two"
    editor.text.act("bullet")
    assert editor.value() == "😀 one\ntwo"
    select(editor, "two")
    editor.text.act("link")
    assert editor.value() == "😀 one\n[two]()"
    assert editor.text.textCursor().positionInBlock() == 6


def test_lists_go_on_and_end(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("", "")
    qtbot.keyClicks(editor.text, "- one")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.text, "two")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    qtbot.keyClick(editor.text, Qt.Key.Key_Tab)
    assert editor.value() == "- one\n- two\n  - "
    qtbot.keyClick(editor.text, Qt.Key.Key_Backtab)
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    assert editor.value() == "- one\n- two\n"
    qtbot.keyClick(editor.text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert editor.value().endswith("****")


def test_find_and_replace(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("", "kiln and Kiln and kilns")
    qtbot.keyClick(editor.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = editor.find_bar
    assert bar.isVisible()
    qtbot.keyClicks(bar.wanted, "kiln")
    assert "3" in bar.told.text()
    places = []
    for _ in range(4):
        assert bar.find_next()
        places.append(editor.text.textCursor().selectionStart())
    assert places == [0, 9, 18, 0]
    assert bar.find_before()
    assert editor.text.textCursor().selectionStart() == 18
    bar.by.setText("oven")
    bar.replace_one()
    assert editor.value() == "kiln and Kiln and ovens"
    assert bar.replace_all() == 2
    assert editor.value() == "oven and oven and ovens"
    editor.text.undo()
    assert editor.value() == "kiln and Kiln and ovens", "one step takes all of them back"
    assert not bar.after.isEnabled() or "2" in bar.told.text()
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_find_by_an_expression(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("", "😀 38 hours,\n40 Hours")
    bar = editor.find_bar
    bar.open_bar()
    bar.exactly["expression"].click()
    qtbot.keyClicks(bar.wanted, "([0-9]+) hours")
    assert "2" in bar.told.text()
    assert bar.find_next()
    assert bar.told.text() == "1 of 2"
    bar.by.setText("$1 h")
    bar.replace_one()
    assert editor.value() == "😀 38 h,\n40 Hours"
    assert bar.told.text() == "1 of 1"
    bar.exactly["case"].click()
    assert not bar.every.isEnabled()
    bar.exactly["case"].click()
    assert bar.replace_all() == 1
    assert editor.value() == "😀 38 h,\n40 h"
    editor.text.undo()
    editor.text.undo()
    assert editor.value() == "😀 38 hours,\n40 Hours"
    qtbot.waitUntil(lambda: bar.told.text() == "2 found")  # the text changed beside the bar
    bar.wanted.setText("(")
    assert bar.fault.text() == "Wrong at character 1: missing closing parenthesis"
    assert bar.fault.isVisible()
    assert bar.wanted.property("invalid")
    editor.set_text("", "aaa\n" + "a" * 40 + "!")
    bar.wanted.setText("(a+)+$")
    assert "too long" in bar.fault.text()
    assert len(bar.found().places) == 1
    assert bar.replace_all() == 0  # nothing by halves
    bar.wanted.setText("a")
    assert not bar.fault.isVisible()


def test_only_typing_is_told_and_words_are_counted(editor: MarkdownEditor, qtbot: QtBot) -> None:
    told: list[int] = []
    editor.edited.connect(lambda: told.append(1))
    editor.set_text("Head", "One two")
    assert told == []
    assert "2 words" in editor.counts.text()
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor.text, " x")
    assert told == [1, 1]
    qtbot.waitUntil(lambda: "3 words" in editor.counts.text())


def test_the_preview_follows_after_a_pause(editor: MarkdownEditor, client: FakeClient, qtbot: QtBot) -> None:
    editor.set_text("A & B", "Some *text* [there](https://example.com)")
    qtbot.waitUntil(lambda: bool(client.calls) and not editor.preview.waiting)
    call = client.calls[-1]
    assert call.operation.text == "Some *text* [there](https://example.com)"
    call.answer(Rendered('<p>Some <em>text</em> <img src="media:m1"> <img src="https://example.com/a.png"></p>'))
    shown = editor.preview.toPlainText()
    assert shown.startswith("A & B")
    assert "Some text" in shown
    kind = QTextDocument.ResourceType.ImageResource.value
    assert editor.preview.loadResource(kind, QUrl("https://example.com/a.png")) is None
    assert not editor.preview.openLinks()
    editor.preview_button.click()
    assert not editor.preview.isVisible()


MUG, SOON = "01a2229e-a75d-7343-992e-2463c50ad3af", "01a2229e-a75d-7343-992e-2463c50ad3b0"


def test_a_link_is_found_by_words_and_stands_where_the_cursor_was(
    editor: MarkdownEditor, client: FakeClient, qtbot: QtBot
) -> None:
    client.auto["FindTargets"] = (Target("product", MUG, "Mug [blue]"), Target("page", SOON, "About"))
    editor.set_text("", "😀 see  now")
    cursor = editor.text.textCursor()
    cursor.setPosition(7)
    editor.text.setTextCursor(cursor)
    key = (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    taken = QKeyEvent(QEvent.Type.ShortcutOverride, *key)
    taken.ignore()
    editor.text.event(taken)
    assert taken.isAccepted()  # else the window would take it
    qtbot.keyClick(editor.text, *key)
    chooser = editor.links.chooser
    assert editor.rect().contains(editor.links.panel.geometry())
    qtbot.keyClicks(chooser.field, "mug")
    qtbot.waitUntil(lambda: chooser.model.rowCount() == 2)
    assert editor.rect().contains(editor.links.panel.geometry())
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert editor.value() == rf"😀 see [Mug \[blue\]](product:{MUG}) now"
    assert not editor.links.isVisible()
    editor.text.undo()
    assert editor.value() == "😀 see  now"
    select(editor, "now")
    editor.buttons["link"].click()
    qtbot.waitUntil(lambda: chooser.model.rowCount() == 2)
    assert client.last("FindTargets").operation.text == "now"
    chooser.hits.taken.emit(chooser.model.index(1, 0))
    assert editor.value() == f"😀 see  [now](page:{SOON})"


def test_the_search_for_a_link_leaves_the_line_in_sight(editor: MarkdownEditor) -> None:
    editor.set_text("", "line\n" * 40)
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    editor.ask_link()
    line = editor.text.viewport().mapTo(editor, editor.text.cursorRect().topLeft()).y()
    assert editor.links.panel.geometry().bottom() < line


def test_links_that_get_nobody_anywhere_are_told(editor: MarkdownEditor, client: FakeClient, qtbot: QtBot) -> None:
    editor.set_text("", "text")
    qtbot.waitUntil(lambda: bool(client.calls) and not editor.preview.waiting)
    html = f'<p><a href="product:{MUG}">mug</a> and <a href="page:{SOON}">soon</a></p>'
    linked = {("product", MUG): LinkedThing("Mug"), ("page", SOON): LinkedThing("Soon", "hidden")}
    client.calls[-1].answer(Rendered(html, linked))
    assert editor.preview.toPlainText() == "mug and soon (not public)"
    assert editor.note.text().startswith("⚠ 1 broken link")
    assert editor.note.isVisible()


def _with_image() -> QMimeData:
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return data


def _with_html() -> QMimeData:
    data = QMimeData()
    data.setHtml("<h2>Head</h2><p>A <b>bold</b> <a href='/p'>link</a></p><script>x</script>")
    return data


def test_what_is_pasted(editor: MarkdownEditor) -> None:
    given: list[Any] = []
    editor.text.image_given.connect(given.append)
    assert editor.text.canInsertFromMimeData(_with_image())
    editor.text.insertFromMimeData(_with_image())
    assert [image.size().width() for image in given] == [4]
    editor.set_text("", "")
    editor.text.insertFromMimeData(_with_html())
    assert editor.value() == "## Head\n\nA **bold** [link](/p)"


def test_colours_follow_the_theme_and_code_stays_code(editor: MarkdownEditor, services: GuiServices) -> None:
    editor.set_text("", "# Head\n\n```\n**not bold**\n```\n**bold** `code` [a](b) - x\n> q\n- item\n---")

    def formats(line: int) -> list[str]:
        layout = editor.text.document().findBlockByNumber(line).layout()
        return [part.format.foreground().color().name() for part in layout.formats()]

    tokens = services.theme.tokens
    assert tokens.accent in formats(0)
    assert formats(3) == [tokens.accent]
    assert tokens.muted in formats(5)
    services.theme.set_scheme("dark")
    assert services.theme.tokens.accent in formats(0)


def test_a_book_is_written_without_colours_and_its_beginning_is_shown(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    editor.set_text("", "# Head\n\n" + "**words** " * 16_000)
    assert editor.text.document().findBlockByNumber(0).layout().formats() == []
    assert "beginning" in editor.note.text()
    editor.set_text("", "# Head")
    qtbot.waitUntil(lambda: editor.text.document().findBlockByNumber(0).layout().formats() != [])
    assert "beginning" not in editor.note.text()


def test_a_long_text_is_counted_in_pieces_and_shown_anew_only_at_its_beginning(
    editor: MarkdownEditor, client: FakeClient, qtbot: QtBot
) -> None:
    editor.set_text("", "word " * 50_000)
    assert "50000 words" not in editor.counts.text().replace(",", ""), "the window went on before all were counted"
    qtbot.waitUntil(lambda: "50000 words" in editor.counts.text().replace(",", ""))
    qtbot.waitUntil(lambda: bool(client.calls) and not editor.preview.waiting)
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor.text, "x")
    assert not editor.preview.waiting
    editor.text.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(editor.text, "x")
    assert editor.preview.waiting

"""Differences for reading, a piece of a long text at a time."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from rustok_desktop.core.text_diff import compare
from rustok_desktop.gui.history.diff_view import SHOWN, DiffSection, DiffView
from rustok_desktop.gui.services import GuiServices


def test_a_long_difference_is_shown_piece_by_piece(services: GuiServices, qtbot: QtBot) -> None:
    view = DiffView(services.theme)
    qtbot.addWidget(view)
    new = "\n".join(f"number {n} {'word ' * 20}" for n in range(300))
    view.show_sections([DiffSection("Text <1>", compare("", new))], beside=False)
    assert "Text <1>" in view.toPlainText()
    assert "number 20 " in view.toPlainText()
    assert "number 200 " not in view.toPlainText()
    pieces = 0
    while "more line" in view.toPlainText() and pieces < 20:
        before = len(view.toPlainText())
        view.anchorClicked.emit(QUrl("more"))
        assert 0 < len(view.toPlainText()) - before < 2 * SHOWN, "no piece is longer than the first"
        pieces += 1
    assert [line for line in view.toPlainText().split("\n") if line.startswith("number ")] == new.split("\n")
    assert "more line" not in view.toPlainText()


def test_what_looks_like_markup_is_text(services: GuiServices, qtbot: QtBot) -> None:
    view = DiffView(services.theme)
    qtbot.addWidget(view)
    view.show_sections([DiffSection("Text", compare("<b>a</b> & one", "<b>a</b> & two"))], beside=True)
    assert view.toPlainText().count("<b>a</b> & ") == 2

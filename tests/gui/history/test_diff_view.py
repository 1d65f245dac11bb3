"""Differences for reading, a piece of a long text at a time."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from rustok_desktop.core.text_diff import compare
from rustok_desktop.gui.history.diff_view import DiffSection, DiffView
from rustok_desktop.gui.services import GuiServices


def test_a_long_difference_is_shown_piece_by_piece(services: GuiServices, qtbot: QtBot) -> None:
    view = DiffView(services.theme)
    qtbot.addWidget(view)
    new = "\n".join(f"number {n} {'word ' * 20}" for n in range(300))
    view.show_sections([DiffSection("Text <1>", compare("", new))], beside=False)
    assert "Text <1>" in view.toPlainText()
    assert "number 40 " in view.toPlainText()
    assert "number 200 " not in view.toPlainText()
    for _ in range(3):
        assert "more line" in view.toPlainText()
        view.anchorClicked.emit(QUrl("more"))
    assert "number 299 " in view.toPlainText()
    assert "more line" not in view.toPlainText()


def test_what_looks_like_markup_is_text(services: GuiServices, qtbot: QtBot) -> None:
    view = DiffView(services.theme)
    qtbot.addWidget(view)
    view.show_sections([DiffSection("Text", compare("<b>a</b> & one", "<b>a</b> & two"))], beside=True)
    assert view.toPlainText().count("<b>a</b> & ") == 2

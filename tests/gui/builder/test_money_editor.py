"""An amount in a block's form is written as the window's language does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.builder.field_editors import MoneyEditor


def test_another_language_writes_the_same_amount_another_way(qtbot: QtBot) -> None:
    language = ["ru"]
    editor = MoneyEditor("USD", lambda: language[0])
    qtbot.addWidget(editor)
    edits: list[None] = []
    editor.edited.connect(lambda: edits.append(None))
    editor.show_value(1250)
    assert (editor.text(), editor.placeholderText()) == ("12,50", "0,00")
    language[0] = "en"
    QCoreApplication.sendEvent(editor, QEvent(QEvent.Type.LanguageChange))
    assert (editor.text(), editor.placeholderText()) == ("12.50", "0.00")
    assert (editor.value(), edits) == (1250, [])
    editor.show_value("five")
    assert editor.text() == "five"

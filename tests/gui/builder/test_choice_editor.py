"""A choice of a block form follows the language of the window and stays chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.builder.field_editors import ChoiceEditor
from rustok_desktop.gui.operations.block_forms import FieldSpec
from rustok_desktop.gui.services import GuiServices


def test_the_choices_are_told_in_another_language(qtbot: QtBot, services: GuiServices) -> None:
    editor = ChoiceEditor(FieldSpec("align", "choice", choices=("left", "center"), default="left"))
    qtbot.addWidget(editor)
    editor.show_value("center")
    services.translator.set_language("ru")
    QCoreApplication.sendEvent(editor, QEvent(QEvent.Type.LanguageChange))
    assert editor.choices()[0] == ("left", "слева")
    assert editor.value() == "center"
    services.translator.set_language("en")

"""Questions never block, answer once, and Enter does not confirm a danger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from rustok_desktop.gui.dialog_prompter import DialogPrompter
from rustok_desktop.gui.prompter import PromptButton
from rustok_desktop.gui.question_dialog import QuestionDialog
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.gui.widgets.button import Button

BUTTONS = (PromptButton("keep", "Keep"), PromptButton("delete", "Delete 3 products", "danger"))


@pytest.fixture
def host(theme: Theme, qtbot: object) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def asked(host: QWidget, answers: list[str | None]) -> QuestionDialog:
    DialogPrompter().ask(host, "Delete for good?", "This cannot be undone.", BUTTONS, answers.append)
    return host.findChild(QuestionDialog)


def test_the_chosen_button_is_the_answer(host: QWidget) -> None:
    answers: list[str | None] = []
    dialog = asked(host, answers)
    assert answers == []
    assert dialog.isModal()
    QTest.mouseClick(dialog.findChild(Button, "delete"), Qt.MouseButton.LeftButton)
    assert answers == ["delete"]


def test_escape_is_no_answer(host: QWidget) -> None:
    answers: list[str | None] = []
    QTest.keyClick(asked(host, answers), Qt.Key.Key_Escape)
    assert answers == [None]


def test_enter_does_not_delete(host: QWidget) -> None:
    answers: list[str | None] = []
    dialog = asked(host, answers)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert answers != ["delete"]
    dialog.close()


def test_a_file_is_chosen_without_blocking(host: QWidget) -> None:
    files: list[str | None] = []
    DialogPrompter().choose_file(host, "Import", "Tables (*.csv)", files.append)
    dialog = host.findChild(QFileDialog)
    assert files == []
    dialog.reject()
    assert files == [None]

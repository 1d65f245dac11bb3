"""No test begins with keys that the one before it pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.held_keys import let_go


def test_a_key_pressed_with_shift_is_let_go(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ShiftModifier
    let_go()
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier

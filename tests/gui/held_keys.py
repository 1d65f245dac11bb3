"""Qt remembers the modifiers of the last key or click, and lists select otherwise while Shift or Ctrl seems held."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def let_go() -> None:
    """No key is held, whatever the test before pressed last."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)

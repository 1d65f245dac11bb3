"""Puts a change of a text, counted in characters, into a text box, in one step of its undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from rustok_desktop.gui.markdown.text_edits import Change


def apply_change(box: QPlainTextEdit, make: Callable[[str, int, int], Change]) -> None:
    """``make(text, start, end)`` of the selection says what to do.

    Qt counts in halves of UTF-16, Python in characters: an emoji before the cursor is two and one.
    """
    text, cursor = box.toPlainText(), box.textCursor()
    change = make(text, _index(text, cursor.selectionStart()), _index(text, cursor.selectionEnd()))
    after = text[: change.start] + change.text + text[change.end :]
    cursor.setPosition(place_of(text, change.start))
    cursor.setPosition(place_of(text, change.end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(change.text)
    cursor.setPosition(place_of(after, change.anchor))
    cursor.setPosition(place_of(after, change.position), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


def _index(text: str, place: int) -> int:
    """The character at a place of a document."""
    return place if text.isascii() else len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))


def place_of(text: str, index: int) -> int:
    """The place of a character in a document."""
    return index if text.isascii() else len(text[:index].encode("utf-16-le")) // 2

"""The box in which Markdown is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from rustok_desktop.core.html import sanitize
from rustok_desktop.gui.markdown import text_edits
from rustok_desktop.gui.markdown.applying import apply_change, place_of
from rustok_desktop.gui.markdown.markdown_highlighter import MarkdownHighlighter
from rustok_desktop.gui.media.upload_queue import local_files
from rustok_desktop.gui.theme.theme import Theme

MARKS = {"bold": "**", "italic": "*", "code": "`", "strike": "~~"}
BLOCKS = ("heading", "bullet", "number", "quote")
_KEYS = {"Ctrl+B": "bold", "Ctrl+I": "italic", "Ctrl+E": "code", "Ctrl+Shift+X": "strike"}


class MarkdownText(QPlainTextEdit):
    """Lists go on with Enter, Tab indents them. Pictures pasted or dropped are only told: ``files_given`` with paths,
    ``image_given`` with a QImage; whoever keeps pictures inserts their link. ``link_asked``: Ctrl+K.
    """

    files_given = Signal(object)
    image_given = Signal(object)
    link_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "writing")
        self.highlighter = MarkdownHighlighter(self.document(), theme)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setAcceptDrops(True)

    # -- acts --------------------------------------------------------------------------------------

    def act(self, name: str) -> None:
        """bold, italic, code, strike; heading, bullet, number, quote; link, table."""
        if name in MARKS:
            self._wrap(MARKS[name])
        elif name in BLOCKS:
            self._blocks(lambda lines: text_edits.prefixed(lines, name))
        elif name == "link":
            apply_change(self, text_edits.linked)
        elif name == "table":
            self.insert_block("| A | B |\n|---|---|\n|   |   |")
        self.setFocus()

    def insert_block(self, text: str) -> None:
        """Put a paragraph of its own at the cursor, in one step of undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if cursor.hasSelection():
            cursor.removeSelectedText()
        if not cursor.atBlockStart():
            cursor.insertText("\n\n")
        cursor.insertText(f"{text}\n")
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def insert_link(self, address: str, title: str) -> None:
        """A link around the selection, or with the title of what it leads to."""
        apply_change(self, lambda text, start, end: text_edits.linked_to(text, start, end, address, title))
        self.setFocus()

    def replace_text(self, old: str, new: str) -> bool:
        """Replace the first place of a text, for instance of a note that something is on its way."""
        found = self.document().find(old)
        if found.isNull():
            return False
        found.insertText(new)
        return True

    def _wrap(self, mark: str) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self.setTextCursor(cursor)
        apply_change(self, lambda text, start, end: text_edits.wrapped(text, start, end, mark))

    def _blocks(self, make: Callable[[str], str]) -> None:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        first = cursor.position()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        lines = cursor.selectedText().replace("\u2029", "\n")
        becomes = make(lines)
        cursor.insertText(becomes)
        if "\n" in becomes:
            cursor.setPosition(first)
            cursor.setPosition(first + place_of(becomes, len(becomes)), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # -- keys and drops ----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Ctrl+K is this text's before it is the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_link(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Marks, links, list lines, indents."""
        if _is_link(event):
            self.link_asked.emit()
            return
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if _KEYS.get(keys):
            self.act(_KEYS[keys])
            return
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self._go_on():
            return
        if event.key() == Qt.Key.Key_Tab and plain and self._in_list():
            self._blocks(lambda lines: text_edits.indented(lines, 1))
            return
        if event.key() == Qt.Key.Key_Backtab and self._in_list():
            self._blocks(lambda lines: text_edits.indented(lines, -1))
            return
        super().keyPressEvent(event)

    def _in_list(self) -> bool:
        line = self.textCursor().block().text()
        return text_edits.continued(line) is not None or self.textCursor().hasSelection()

    def _go_on(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockEnd():
            return False
        begin = text_edits.continued(cursor.block().text())
        if begin is None:
            return False
        if begin:
            cursor.insertText(f"\n{begin}")
        else:  # an empty item ends the list
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        return True

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures too."""
        return bool(source.hasImage() or local_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pictures are told, HTML becomes Markdown, the rest is text."""
        files = local_files(source)
        if files:
            self.files_given.emit(files)
        elif source.hasImage() and isinstance(source.imageData(), QImage):
            self.image_given.emit(source.imageData())
        elif source.hasHtml() and not source.hasFormat("text/markdown"):
            self.textCursor().insertText(_from_html(source.html()))
        else:
            super().insertFromMimeData(source)


def _is_link(event: QKeyEvent) -> bool:
    return bool(event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier)


def _from_html(html: str) -> str:
    from markdownify import markdownify  # here: only a paste needs it

    text: str = markdownify(sanitize(html), heading_style="ATX", bullets="-")
    return text.strip("\n")

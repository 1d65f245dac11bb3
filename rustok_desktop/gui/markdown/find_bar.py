"""Find and replace in the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.icon_button import IconButton


class FindBar(QFrame):
    """Enter finds the next place, Shift+Enter the one before, Escape closes. Replace all is one step of undo.

    Finding and replacing stand in one row, or in two where it is narrow.
    """

    closed = Signal()

    def __init__(self, text: QPlainTextEdit, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        self._text = text
        self.wanted, self.by = QLineEdit(), QLineEdit()
        self.told = QLabel()
        self.told.setProperty("role", "muted")
        self.before = IconButton(icons.icon("arrow-up", "text"), "")
        self.after = IconButton(icons.icon("arrow-down", "text"), "")
        self.one, self.every = Button(variant="ghost", compact=True), Button(variant="ghost", compact=True)
        self.close_button = IconButton(icons.icon("x", "muted"), "")
        around = QVBoxLayout(self)
        around.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
        row = FlowLayout(spacing=SPACE.s)
        around.addLayout(row)
        row.addWidget(_side_by_side(self.wanted, self.before, self.after, self.told))
        row.addWidget(_side_by_side(self.by, self.one, self.every, self.close_button))
        self.wanted.textChanged.connect(self._count)
        self.wanted.returnPressed.connect(self.find_next)
        self.after.clicked.connect(self.find_next)
        self.before.clicked.connect(self.find_before)
        self.one.clicked.connect(self.replace_one)
        self.every.clicked.connect(self.replace_all)
        self.close_button.clicked.connect(self.close_bar)
        self.hide()
        self.retranslate()

    def open_bar(self) -> None:
        """Show it with what is selected."""
        chosen = self._text.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.wanted.setText(chosen)
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()
        self._count()

    @Slot()
    def close_bar(self) -> None:
        """Back to the text."""
        self.hide()
        self._text.setFocus()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Shift+Enter goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() == Qt.Key.Key_Return and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.find_before()
        else:
            super().keyPressEvent(event)

    @Slot()
    def find_next(self) -> bool:
        """The next place, from the top again after the last."""
        return self._go(QTextDocument.FindFlag(0), QTextCursor.MoveOperation.Start)

    @Slot()
    def find_before(self) -> bool:
        """The place before."""
        return self._go(QTextDocument.FindFlag.FindBackward, QTextCursor.MoveOperation.End)

    def _go(self, flag: QTextDocument.FindFlag, again: QTextCursor.MoveOperation) -> bool:
        wanted = self.wanted.text()
        if not wanted:
            return False
        if self._text.find(wanted, flag):
            return True
        cursor, kept = self._text.textCursor(), self._text.textCursor()
        cursor.movePosition(again)
        self._text.setTextCursor(cursor)
        if self._text.find(wanted, flag):
            return True
        self._text.setTextCursor(kept)
        return False

    @Slot()
    def replace_one(self) -> None:
        """Replace the place found, and go to the next."""
        cursor = self._text.textCursor()
        if cursor.selectedText().casefold() == self.wanted.text().casefold() and cursor.hasSelection():
            cursor.insertText(self.by.text())
        self.find_next()
        self._count()

    @Slot()
    def replace_all(self) -> int:
        """Replace every place; how many."""
        wanted, found = self.wanted.text(), 0
        if not wanted:
            return 0
        cursor = QTextCursor(self._text.document())
        cursor.beginEditBlock()
        place = self._text.document().find(wanted, 0)
        while not place.isNull():
            place.insertText(self.by.text())
            found += 1
            place = self._text.document().find(wanted, place)
        cursor.endEditBlock()
        self._count()
        return found

    @Slot()
    def _count(self) -> None:
        wanted = self.wanted.text().casefold()
        count = self._text.toPlainText().casefold().count(wanted) if wanted and self.isVisible() else 0
        self.told.setText(self.tr("%Ln found", "", count) if wanted else "")
        for button in (self.before, self.after, self.one, self.every):
            button.setEnabled(count > 0)

    def retranslate(self) -> None:
        """All words in the language of the window."""
        for field, text in ((self.wanted, self.tr("Find")), (self.by, self.tr("Replace by"))):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        self.before.set_tip(self.tr("Find before (Shift+Enter)"))
        self.after.set_tip(self.tr("Find next (Enter)"))
        self.one.setText(self.tr("Replace"))
        self.every.setText(self.tr("Replace all"))
        self.close_button.set_tip(self.tr("Close (Esc)"))
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _side_by_side(*widgets: QWidget) -> QWidget:
    group = QWidget()
    group.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.s)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    return group

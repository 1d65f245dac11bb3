"""Find and replace in the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from rustok_desktop.gui.markdown.finding import Found, Place, Search, filled, find_all, replaced
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.icon_button import IconButton
from rustok_desktop.gui.widgets.properties import restyle

_SOON_MS = 200
_EXACTLY = ("case", "words", "expression")


class FindBar(QFrame):
    """Enter finds the next place, Shift+Enter the one before, Escape closes. Replace all is one step of undo.

    Finding and replacing stand in one row, or in two where it is narrow.
    """

    closed = Signal()

    def __init__(self, text: QPlainTextEdit, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        self._text = text
        self._found = Found()
        self._of: tuple[Search, int] | None = None
        self.wanted, self.by = QLineEdit(), QLineEdit()
        self.told, self.fault = QLabel(), QLabel()
        self.told.setProperty("role", "muted")
        self.fault.setProperty("role", "danger")
        self.fault.setWordWrap(True)
        self.exactly = {name: Button(compact=True) for name in _EXACTLY}
        self.before = IconButton(icons.icon("arrow-up", "text"), "")
        self.after = IconButton(icons.icon("arrow-down", "text"), "")
        self.one, self.every = Button(variant="ghost", compact=True), Button(variant="ghost", compact=True)
        self.close_button = IconButton(icons.icon("x", "muted"), "")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._lay_out()
        self._connect()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
        row = FlowLayout(spacing=SPACE.s)
        around.addLayout(row)
        around.addWidget(self.fault)
        for button in self.exactly.values():
            button.setCheckable(True)
            button.setProperty("role", "toggle")
        row.addWidget(_side_by_side(self.wanted, *self.exactly.values(), self.before, self.after, self.told))
        row.addWidget(_side_by_side(self.by, self.one, self.every, self.close_button))

    def _connect(self) -> None:
        self.wanted.textChanged.connect(self._count)
        self.wanted.returnPressed.connect(self.find_next)
        for button in self.exactly.values():
            button.toggled.connect(self._count)
        self.after.clicked.connect(self.find_next)
        self.before.clicked.connect(self.find_before)
        self.one.clicked.connect(self.replace_one)
        self.every.clicked.connect(self.replace_all)
        self.close_button.clicked.connect(self.close_bar)
        self._text.textChanged.connect(self._later)
        self._soon.timeout.connect(self._count)

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

    @property
    def search(self) -> Search:
        """What is looked for now."""
        chosen = {name: button.isChecked() for name, button in self.exactly.items()}
        return Search(self.wanted.text(), **chosen)

    def found(self) -> Found:
        """Every place in the text as it stands."""
        asked = (self.search, self._text.document().revision())
        if asked != self._of:
            self._found, self._of = find_all(self._text.toPlainText(), asked[0]), asked
        return self._found

    @Slot()
    def find_next(self) -> bool:
        """The next place, from the top again after the last."""
        places, cursor = self.found().places, self._text.textCursor()
        here = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
        return self._go(next((place for place in places if place.start >= here), None) or next(iter(places), None))

    @Slot()
    def find_before(self) -> bool:
        """The place before, from the bottom again before the first."""
        places, here = self.found().places, self._text.textCursor().selectionStart()
        earlier = [place for place in places if place.end <= here]
        return self._go((earlier or places)[-1] if places else None)

    def _go(self, place: Place | None) -> bool:
        if place is None:
            return False
        cursor = self._text.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._tell()
        return True

    def _here(self) -> int:
        """Which of the places is selected, -1 for none."""
        cursor = self._text.textCursor()
        chosen = (cursor.selectionStart(), cursor.selectionEnd())
        return next((n for n, place in enumerate(self.found().places) if (place.start, place.end) == chosen), -1)

    @Slot()
    def replace_one(self) -> None:
        """Replace the place found, and go to the next."""
        here = self._here()
        if here >= 0:
            place, by = self.found().places[here], self.by.text()
            self._text.textCursor().insertText(filled(by, place.groups) if self.search.expression else by)
        self.find_next()
        self._count()

    @Slot()
    def replace_all(self) -> int:
        """Replace every place; how many. Nothing where the search was given up half-way."""
        found, expression = self.found(), self.search.expression
        if not found.places or found.slow:
            return 0
        becomes = replaced(self._text.toPlainText(), found.places, self.by.text(), expression=expression)
        cursor = self._text.textCursor()
        cursor.setPosition(found.places[0].start)
        cursor.setPosition(found.places[-1].end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(becomes)
        self._count()
        return len(found.places)

    @Slot()
    def _later(self) -> None:
        if self.isVisible():
            self._soon.start()

    @Slot()
    def _count(self) -> None:
        self._soon.stop()
        found = self.found() if self.isVisible() else Found()
        for button in (self.before, self.after, self.one, self.every):
            button.setEnabled(bool(found.places))
        self.every.setEnabled(bool(found.places) and not found.slow)
        self._tell()

    def _tell(self) -> None:
        found = self.found() if self.isVisible() else Found()
        here, count, fault = self._here() if found.places else -1, len(found.places), ""
        if found.wrong:
            fault = self.tr("Wrong at character {place}: {why}").format(place=found.at, why=found.wrong)
        elif found.slow:
            fault = self.tr("This search takes too long on this text. It was stopped, and nothing is replaced.")
        told = self.tr("{place} of {count}").format(place=here + 1, count=count)
        told = told if here >= 0 else self.tr("%Ln found", "", count)
        self.told.setText(told if self.wanted.text() and not fault else "")
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        restyle(self.wanted, "invalid", bool(found.wrong))

    def retranslate(self) -> None:
        """All words in the language of the window."""
        for field, text in ((self.wanted, self.tr("Find")), (self.by, self.tr("Replace by"))):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        self.before.set_tip(self.tr("Find before (Shift+Enter)"))
        self.after.set_tip(self.tr("Find next (Enter)"))
        signs = {
            "case": ("Aa", self.tr("Large and small letters differ")),
            "words": ("|ab|", self.tr("Whole words only")),
            "expression": (".*", self.tr("Regular expression")),
        }
        for name, (sign, words) in signs.items():
            self.exactly[name].setText(sign)
            self.exactly[name].setToolTip(words)
            self.exactly[name].setAccessibleName(words)
        self.by.setToolTip(self.tr("$1 is what the first group of a regular expression found"))
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

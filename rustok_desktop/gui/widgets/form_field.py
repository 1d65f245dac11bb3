"""A labelled editor with a hint and an error beneath."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rustok_desktop.gui.actions import no_mnemonic
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.properties import restyle


class FormField(QWidget):
    """Label above, editor, and one line beneath: the error in red if there is one, else the hint in grey."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self._error: str | None = None
        self._label = QLabel()
        self._label.setProperty("role", "field")
        self._label.setBuddy(editor)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE.s)
        self._head.addWidget(self._label)
        self._head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(self._head)
        column.addWidget(editor)
        column.addWidget(self._note)
        self.setFocusProxy(editor)
        self.set_label(label)
        self._show_note()

    def set_label(self, label: str) -> None:
        """Changes the label, which is the editor's accessible name too."""
        self._label.setText(no_mnemonic(label))
        self.editor.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Changes the grey line."""
        self._hint = hint
        self._show_note()

    def add_to_head(self, widget: QWidget) -> None:
        """Puts a small widget at the right end of the label's line."""
        self._head.addWidget(widget)

    @property
    def error(self) -> str | None:
        """The sentence in red, if any."""
        return self._error

    def set_error(self, text: str | None) -> None:
        """Marks the editor wrong and says why; None takes the mark away."""
        self._error = text or None
        restyle(self.editor, "invalid", self._error is not None)
        self._show_note()

    def _show_note(self) -> None:
        note = self._error or self._hint
        restyle(self._note, "role", "error" if self._error else "hint")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.editor.setAccessibleDescription(note)

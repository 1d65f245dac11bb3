"""What is wrong with the current cell, and the way out with one click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button


class CellBubble(QFrame):
    """A small line under a cell. ``used`` carries the suggestion that was accepted."""

    used = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "danger")
        self._text = QLabel()
        self._text.setProperty("role", "error")
        self._use = Button("", variant="link", compact=True)
        # With the focus inside, hiding it would send the grid to its next cell.
        self._use.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._use.clicked.connect(self.accept)
        self._suggestion = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, 1, SPACE.s, 1)
        row.setSpacing(SPACE.s)
        row.addWidget(self._text)
        row.addWidget(self._use)
        self._name()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def show_at(self, cell: QRect, text: str, suggestion: str | None) -> None:
        """Stand under ``cell`` of the parent, or above it where there is no room."""
        self._suggestion = suggestion or ""
        self._text.setText(text)
        self._name()
        self._use.setVisible(bool(suggestion))
        self.adjustSize()
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        top = cell.bottom() + 3
        if top + self.height() > room.bottom():
            top = cell.top() - self.height() - 3
        left = max(room.left(), min(cell.left(), room.right() - self.width()))
        self.move(left, top)
        self.show()
        self.raise_()

    def _name(self) -> None:
        self._use.setText(self.tr("Use {value}").format(value=self._suggestion))
        self._use.setToolTip(self.tr("Ctrl+Enter"))

    def accept(self) -> None:
        """Take the suggestion, if there is one on show."""
        if self.isVisible() and self._suggestion:
            self.hide()
            self.used.emit(self._suggestion)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

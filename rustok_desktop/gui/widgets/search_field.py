"""The field to search with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from rustok_desktop.gui.theme.icons import Icons

DEBOUNCE_MS = 150
_CANCEL = QKeySequence.StandardKey.Cancel


class SearchField(QLineEdit):
    """A line with a magnifier and a clear button. ``searched`` follows typing after 150 ms, Enter at once.

    Escape clears a filled field (``searched("")``); in an empty one it is left to the page.
    """

    searched = Signal(str)

    def __init__(self, icons: Icons, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self._clear_icon = icons.icon("x", "muted")
        self._last = ""
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(self._clear_icon, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear_now)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self.search_now)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self.search_now)
        self.set_placeholder(placeholder)
        self._name_clear()

    def set_placeholder(self, text: str) -> None:
        """Changes the grey text, which is the accessible name too."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    @Slot()
    def search_now(self) -> None:
        """Emits ``searched`` without waiting, unless the text was told already."""
        self._timer.stop()
        text = self.text().strip()
        if text != self._last:
            self._last = text
            self.searched.emit(text)

    @Slot()
    def clear_now(self) -> None:
        """Empties the field and says so at once."""
        self.clear()
        self.search_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in a filled field clears it."""
        if event.matches(_CANCEL) and self.text():
            self.clear_now()
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Names the clear button in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_clear()

    def _name_clear(self) -> None:
        self._clear.setText(self.tr("Clear search"))
        self._clear.setToolTip(self.tr("Clear search"))

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._timer.start()

"""The head of a page: title, count, acts."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from rustok_desktop.gui.theme.tokens import SPACE


class PageHeader(QWidget):
    """Title and a grey count at the left, actions at the right (:meth:`add_action`)."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(title)
        self._title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._count.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        self._row = row

    def set_title(self, title: str) -> None:
        """Changes the title."""
        self._title.setText(title)

    def set_count(self, text: str) -> None:
        """The grey text after the title, ready to read: ``12,408``; nothing for an empty one."""
        self._count.setText(text)
        self._count.setVisible(bool(text))

    def add_action(self, widget: QWidget) -> None:
        """Adds a button at the right end."""
        self._row.addWidget(widget)

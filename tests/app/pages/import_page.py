"""An import from the file to the result."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView

from .page import Page


class ImportPage(Page):
    """Drop a file, look at what it would do, mend what is wrong, import."""

    id, entry = "import", "Products"

    def go(self) -> None:
        """By the button above the products."""
        self.person.click("Products", self.person.window.navigation)
        self.person.click("Import", self.person.window.stack.built()["products"])
        self.arrive()

    def drop(self, path: Path) -> None:
        """A file from the desktop, until it was read."""
        self.person.drop([path], self.root.step)
        self.person.see(QLineEdit, "Search product…", self.root)

    @property
    def rejected(self) -> QListView:
        """The rows that would be left out."""
        return self.person.see(QListView, "Rejected rows", self.root)

    def reasons(self) -> list[str]:
        """Why."""
        view = self.person.sees(QListView, "Rejected rows", self.root)
        model = view.model() if view is not None else None
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if model is not None else []

    def use_suggestion(self, row: int) -> None:
        """Enter on the row."""
        self._choose(row)
        self.person.press(Qt.Key.Key_Return)

    def type_value(self, row: int, text: str) -> None:
        """F2 on the row, the value, Enter."""
        self._choose(row)
        self.person.press(Qt.Key.Key_F2)
        line = self.person.see(QLineEdit, "New value of…", self.root)
        self.person.type(text, line)
        self.person.qtbot.keyClick(line, Qt.Key.Key_Return)

    def run(self, count: int) -> None:
        """The button that says how many."""
        self.person.click(f"Import {count} product{'s' if count != 1 else ''}", self.root)
        self.person.see(QAbstractButton, "Show products", self.root)

    def _choose(self, row: int) -> None:
        view = self.rejected
        view.setFocus()
        self.person.press(Qt.Key.Key_Home)
        for _ in range(row):
            self.person.press(Qt.Key.Key_Down)

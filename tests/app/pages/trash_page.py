"""What was deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from .page import Page


class TrashPage(Page):
    """See it, bring it back."""

    id, entry = "trash", "Trash"

    def names(self) -> list[str]:
        """Of everything in it."""
        table = self.person.sees(QTableView, "Trash", self.root)
        return self.person.texts(table, "Name") if table is not None else []

    def restore_all(self) -> None:
        """Choose everything and bring it back."""
        table = self.person.see(QTableView, "Trash", self.root)
        table.setFocus()
        self.person.qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.person.click("Restore", self.root)
        self.person.wait(lambda: self.names() == [])

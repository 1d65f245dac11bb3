"""The tree of categories."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeView

from .page import Page


class CategoriesPage(Page):
    """See them, take one away."""

    id, entry = "categories", "Categories"

    def names(self) -> list[str]:
        """Of the uppermost ones."""
        tree = self.person.sees(QTreeView, "Categories", self.root)
        if tree is None:
            return []
        return [str(tree.model().index(row, 0).data()) for row in range(tree.model().rowCount())]

    def delete(self, name: str) -> None:
        """Choose it, and away with it."""
        self.person.wait(lambda: name in self.names())
        tree = self.person.see(QTreeView, "Categories", self.root)
        place = tree.visualRect(tree.model().index(self.names().index(name), 0)).center()
        self.person.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.person.click("Delete (Del)", self.root)
        self.person.wait(lambda: name not in self.names())

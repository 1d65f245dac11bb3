"""Pictures of the shop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from .page import Page


class MediaPage(Page):
    """Bring pictures in, describe them, take them away."""

    id, entry = "media", "Media"

    @property
    def grid(self) -> QListView:
        """All of them."""
        return self.person.see(QListView, "Pictures", self.root)

    def names(self) -> list[str]:
        """Of the files, as the grid shows them."""
        grid = self.person.sees(QListView, "Pictures", self.root)
        if grid is None:
            return []
        return [str(grid.model().index(row, 0).data() or "") for row in range(grid.model().rowCount())]

    def drop(self, paths: list[Path]) -> None:
        """Files from the desktop onto the page."""
        self.person.drop(paths, self.root)

    def open(self, name: str) -> None:
        """Show what is known of a picture."""
        self.person.wait(lambda: name in self.names())
        grid = self.grid
        index = grid.model().index(self.names().index(name), 0)
        grid.scrollTo(index)
        self.person.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(index).center())
        self.person.wait(self.person.see(QLineEdit, "Description of the picture", self.root).isEnabled)

    def describe(self, text: str) -> None:
        """For those who cannot see the open one."""
        self.person.fill("Description of the picture", text, self.root)
        self.person.see(QLabel, "Saved…", self.root)

    def delete(self, name: str) -> None:
        """Open it, and away with it."""
        self.open(name)
        self.person.click("Delete", self.root)

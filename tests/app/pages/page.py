"""What all pages have: they are gone to by the navigation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from .person import Person


class Page:
    """``entry`` is the page's name in the navigation, ``id`` the stack's."""

    id = ""
    entry = ""

    def __init__(self, person: Person) -> None:
        self.person = person

    def go(self) -> None:
        """By the navigation."""
        self.person.click(self.entry, self.person.window.navigation)
        self.arrive()

    def arrive(self) -> None:
        """Until the page is in front."""
        stack = self.person.window.stack
        self.person.wait(lambda: self.id in stack.built() and stack.currentWidget() is stack.built()[self.id])

    def undo(self) -> None:
        """Ctrl+Z, while no field is typed into."""
        self.person.shortcut(Qt.Key.Key_Z)

    def redo(self) -> None:
        """Ctrl+Y, likewise."""
        self.person.shortcut(Qt.Key.Key_Y)

    @property
    def root(self) -> QWidget:
        """The page itself."""
        return self.person.window.stack.built()[self.id]

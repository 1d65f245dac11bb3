"""The variants of a product."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QTableView, QWidget

from .person import Person


class VariantGrid:
    """Options, the grid, and formulas for what is ticked."""

    def __init__(self, person: Person, root: QWidget) -> None:
        self.person, self.root = person, root

    @property
    def view(self) -> QTableView:
        """The grid."""
        return self.person.see(QTableView, "Variants", self.root)

    def add_option(self, line: str) -> None:
        """``Size: S, M, L``."""
        self.person.click("Add option", self.root)
        self.person.fill("New option with its values", line, self.root)
        self.person.press(Qt.Key.Key_Return)

    def add_missing(self, count: int) -> None:
        """A variant for every combination."""
        self.person.click(f"Add {count} missing variants", self.root)

    def tick_all(self) -> None:
        """The box in the head."""
        box = self.person.see(QCheckBox, "Tick all variants", self.root)
        self.person.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
        self.person.wait(lambda: self.person.sees(QAbstractButton, "Clear selection", self.root))

    def by_formula(self, column: str, formula: str) -> None:
        """Of all that are ticked."""
        self.person.click(column, self.root)
        self.person.fill(f"Formula for {column}", formula, self.root)
        self.person.press(Qt.Key.Key_Return)
        self.person.wait(lambda: self.person.sees(QLineEdit, f"Formula for {column}", self.root) is None)

    def write(self, row: int, column: str, text: str) -> None:
        """Into a cell."""
        self.person.type_into_cell(self.view, row, column, text)

    def column(self, head: str) -> list[str]:
        """From top to bottom."""
        return self.person.texts(self.view, head)

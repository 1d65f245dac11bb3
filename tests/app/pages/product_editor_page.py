"""One product: words, variants, stock, pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView, QWidget

from .person import Person
from .variant_grid import VariantGrid


class ProductEditorPage:
    """The editor beside the list."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.root: QWidget = person.window.stack.built()["products"].editor

    def title(self) -> str:
        """As it stands in the field."""
        field = self.person.sees(QLineEdit, "Title", self.root)
        return field.text() if field is not None else ""

    def text(self, name: str) -> str:
        """What a field of the first tab holds."""
        return self.person.see(QLineEdit, name, self.root).text()

    def fill(self, name: str, text: str) -> None:
        """A field of the first tab."""
        self.person.fill(name, text, self.root)

    def turn_to(self, tab: str) -> None:
        """One of the tabs."""
        self.person.turn_to(tab, self.root)

    def speak(self, language: str) -> None:
        """The chip of a language above the texts."""
        self.person.turn_to("General", self.root)
        self.person.click(language, self.root)

    def variants(self) -> VariantGrid:
        """The second tab."""
        self.person.turn_to("Variants", self.root)
        return VariantGrid(self.person, self.root)

    def stock(self, delta: str) -> None:
        """Goods come in or go."""
        self.person.turn_to("Stock", self.root)
        self.person.fill("Add or take away", delta, self.root)
        self.person.click("Adjust", self.root)

    def on_hand(self) -> list[str]:
        """Of each variant, on the tab of stock."""
        return self.person.texts(self.person.see(QTableView, "Stock of each variant", self.root), "On hand")

    def keep_mine(self, field: str) -> None:
        """Where somebody else saved another text meanwhile."""
        self.person.click(f"Keep mine: {field}", self.root)

    def put_back(self, before: str) -> None:
        """The field that the history knows to have been this, as it was then."""
        self.person.turn_to("History", self.root)
        view = self.person.see(QTableView, "History of the product", self.root)
        self.person.wait(lambda: before in self.person.texts(view, "Before"))
        self.person.choose_row(view, self.person.texts(view, "Before").index(before), "Before")
        self.person.click("Restore field", self.root)

    def add_image(self, address: str) -> None:
        """By its address."""
        self.person.turn_to("Images", self.root)
        before = self._images()
        self.person.fill("Address of a new image", address, self.root)
        self.person.press(Qt.Key.Key_Return)
        self.person.wait(lambda: self._images() == before + 1)

    def drop_image(self, path: Path) -> None:
        """A file from the desktop onto the tab of images."""
        self.turn_to("Images")
        before = self._images()
        tab = self.person.see(QTableView, "Images", self.root).parentWidget()
        while not tab.acceptDrops():
            tab = tab.parentWidget()
        self.person.drop([path], tab)
        self.person.wait(lambda: self._images() == before + 1)

    def describe_image(self, row: int, text: str) -> None:
        """For those who cannot see it."""
        view = self.person.see(QTableView, "Images", self.root)
        self.person.type_into_cell(view, row, "Description", text)

    def _images(self) -> int:
        return self.person.see(QTableView, "Images", self.root).model().rowCount()

    def try_to_save(self) -> None:
        """The button at the foot."""
        self.person.click("Create" if self.person.sees(QAbstractButton, "Create", self.root) else "Save", self.root)

    def save(self) -> None:
        """The same, until nothing is unsaved."""
        self.try_to_save()
        controller = self.person.window.stack.built()["products"].controller
        self.person.wait(lambda: controller.state is not None and not controller.state.saving)
        self.person.wait(lambda: not controller.state.dirty)

    def publish(self) -> None:
        """On sale from now on."""
        self.person.click("Publish", self.root)
        self.person.see(QAbstractButton, "Unpublish", self.root)

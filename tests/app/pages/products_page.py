"""The list of products."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QTableView

from rustok_desktop.gui.products.price_dialog import PriceDialog

from .page import Page
from .product_editor_page import ProductEditorPage


class ProductsPage(Page):
    """Find, begin and open products; change many at once."""

    id, entry = "products", "Products"

    @property
    def table(self) -> QTableView:
        """The list."""
        return self.person.see(QTableView, "Products", self.root)

    def titles(self) -> list[str]:
        """What the list shows, as far as it was read."""
        table = self.person.sees(QTableView, "Products", self.root)
        return [text for text in self.person.texts(table, "Product") if text] if table is not None else []

    def rows(self) -> list[tuple[str, str, str]]:
        """Name, status and price of every line; none where the list says that it is empty."""
        table = self.person.sees(QTableView, "Products", self.root)
        if table is None:
            return []
        columns = [self.person.texts(table, head) for head in ("Product", "Status", "Price")]
        return list(zip(*columns, strict=True))

    def wait_rows(self, *rows: tuple[str, str, str]) -> None:
        """Until the list shows just these."""
        self.person.wait(lambda: self.rows() == list(rows))

    def begin(self) -> ProductEditorPage:
        """A new product."""
        self.person.click("New product", self.root)
        return ProductEditorPage(self.person)

    def open(self, title: str) -> ProductEditorPage:
        """One that the list shows."""
        editor = self.choose(title)
        self.person.wait(lambda: editor.title() == title)
        return editor

    def choose(self, title: str) -> ProductEditorPage:
        """The same, where somebody has typed another title meanwhile."""
        self.person.wait(lambda: title in self.titles())
        self.person.choose_row(self.table, self.titles().index(title), "Product")
        return ProductEditorPage(self.person)

    def trash(self, title: str) -> None:
        """By the menu of its line."""
        self.person.wait(lambda: title in self.titles())
        self.person.choose_from_menu(self.table, self.titles().index(title), "Product", "Move to trash")

    def fill_with_demo(self) -> None:
        """What an empty list offers."""
        self.person.click("Fill with demo products", self.root)
        self.person.wait(lambda: self.person.sees(QTableView, "Products", self.root))

    def search(self, text: str) -> None:
        """In the field above the list, until the list shows nothing else."""
        self.person.fill("Search name, SKU, barcode…", text, self.root, QLineEdit)
        self.person.wait(lambda: self.titles() and all(text in title.casefold() for title in self.titles()))

    def change_prices(self, formula: str) -> None:
        """Of all that the list shows."""
        self.person.click("Change prices of all products in this list…", self.root)
        self.person.fill("Formula", formula)
        self.person.click("Change …", self.person.see(PriceDialog, "…"))
        self.person.wait(lambda: self.person.sees(QLineEdit, "Formula") is None)

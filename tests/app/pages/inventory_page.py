"""Stock by location, and stocktakes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView

from .page import Page


class InventoryPage(Page):
    """What is on hand here."""

    id, entry = "inventory", "Inventory"

    @property
    def table(self) -> QTableView:
        """The list of stock."""
        return self.person.see(QTableView, "Stock", self.root)

    def on_hand(self) -> list[str]:
        """From top to bottom."""
        table = self.person.sees(QTableView, "Stock", self.root)
        return self.person.texts(table, "On hand") if table is not None else []

    def wait_on_hand(self, *numbers: str) -> None:
        """Until the list says so."""
        self.person.wait(lambda: self.on_hand() == list(numbers))

    def set_on_hand(self, row: int, text: str) -> None:
        """``12`` sets, ``+3`` adds."""
        self.person.type_into_cell(self.table, row, "On hand", text)

    def open_location(self, name: str) -> None:
        """A further place for goods."""
        self.person.click("Stock locations: add, rename, close", self.root)
        self.person.fill("Name of a new location", name)
        self.person.press(Qt.Key.Key_Return)
        self.person.see(QLineEdit, f"Name of the location {name}")
        self.person.press(Qt.Key.Key_Escape)
        self.person.wait(lambda: self.person.sees(QLineEdit, "Name of a new location") is None)

    def transfer(self, row: int, quantity: str) -> None:
        """To the other location."""
        self.person.choose_row(self.table, row, "On hand")
        self.person.fill("Transfer", quantity, self.root)
        self.person.press(Qt.Key.Key_Return)

    def look_at(self, location: str) -> None:
        """Another location, by the keys of the box above the list."""
        box = self.person.see(QComboBox, "Location", self.root)
        box.setFocus()
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            for _ in range(box.count()):
                if box.currentText() != location:
                    self.person.press(key)
        assert box.currentText() == location

    def movements(self) -> int:
        """How many lines the ledger of the chosen article has."""
        view = self.person.sees(QTableView, "Movements", self.root)
        return view.model().rowCount() if view is not None else 0

    # -- a stocktake -------------------------------------------------------------------------------

    def start_stocktake(self) -> None:
        """Counting begins."""
        self.person.click("Start stocktake", self.root)
        self.person.see(QLineEdit, "Scan a barcode or type a SKU", self.root)

    def scan(self, *codes: str) -> None:
        """A scanner is a keyboard that types fast and presses Enter."""
        field = self.person.see(QLineEdit, "Scan a barcode or type a SKU", self.root)
        assert self.person.focused() is field, "a scanner does not click"
        for code in codes:
            self.person.type(code)
            self.person.press(Qt.Key.Key_Return)

    def counted(self) -> dict[str, str]:
        """What was counted so far, by SKU."""
        view = self.person.sees(QTableView, "Counted articles", self.root)
        if view is None:
            return {}
        return dict(zip(self.person.texts(view, "SKU"), self.person.texts(view, "Counted"), strict=True))

    def moved_since(self) -> list[str]:
        """What was sold or came meanwhile."""
        view = self.person.see(QTableView, "Counted articles", self.root)
        return self.person.texts(view, "Moved since")

    def apply(self) -> None:
        """The counts become the stock."""
        self.person.click("Apply", self.root)

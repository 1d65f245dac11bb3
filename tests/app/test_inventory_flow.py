"""The Inventory page over a real data directory: two locations, a transfer, a stocktake with a scanner."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.inventory.inventory_page import InventoryPage
from rustok_desktop.gui.inventory.stock_table_model import Column
from rustok_desktop.runtime.crash_log import CrashLog
from rustok_desktop.runtime.settings import Settings

SLOW = 15_000


@dataclass
class Stock:
    """The page as a person works with it, and the shop beneath."""

    application: Application
    page: InventoryPage
    qtbot: QtBot

    def ask(self, operation: Any) -> Any:
        found: list[Any] = []
        self.application.services.client.submit(operation, on_result=found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=SLOW)
        return found[0]

    def on_hand(self) -> list[str]:
        model = self.page.model
        return [str(model.index(row, Column.ON_HAND).data()) for row in range(model.rowCount())]

    def wait_on_hand(self, *numbers: str) -> None:
        self.qtbot.waitUntil(lambda: self.on_hand() == list(numbers), timeout=SLOW)

    def set_on_hand(self, row: int, text: str) -> None:
        self.page.model.setData(self.page.model.index(row, Column.ON_HAND), text)

    def scan(self, *codes: str) -> None:
        field = self.page.counting.scan
        for code in codes:
            self.qtbot.keyClicks(field, code)
            self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def counted(self) -> dict[str, int]:
        stocktake = self.page.counting.stocktake
        return {} if stocktake is None else {str(count.sku): count.counted for count in stocktake.counts}


async def fill(platform: Any) -> list[str]:
    """Three articles; their variants."""
    from rustok_desktop.commerce.schemas import CreateProduct

    found = []
    for title, barcode in (("Mug", "4006381333931"), ("Bowl", None), ("Plate", None)):
        variant = {"sku": title.upper(), "barcode": barcode}
        given = {"translations": {"en": {"title": title}}, "variants": [variant]}
        saved = await platform.catalog.create_product(platform.context(), CreateProduct.model_validate(given))
        product = await platform.catalog.get_product(platform.context(), saved.product_id)
        found.append(product.variants[0].id)
    return found


@pytest.fixture
def stock(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Stock]:
    application = Application(qapp, Settings(tmp_path), CrashLog(tmp_path / "logs"))
    application.start()
    application.services.navigator.go("inventory")
    built = application.window.stack.built
    qtbot.waitUntil(lambda: "inventory" in built(), timeout=SLOW)
    page = built()["inventory"]
    assert isinstance(page, InventoryPage)
    qtbot.waitUntil(lambda: page.model.loaded, timeout=SLOW)
    yield Stock(application, page, qtbot)
    application.window.close()
    assert application.finish()
    application.window.deleteLater()
    application.deleteLater()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


def test_stock_in_two_locations_and_a_stocktake(stock: Stock) -> None:
    page, qtbot = stock.page, stock.qtbot
    assert page.stack.currentWidget() is page.empty
    mug, *_ = stock.ask(fill)
    stock.wait_on_hand("0", "0", "0")
    for row, text in enumerate(("10", "+6", "4")):
        stock.set_on_hand(row, text)
    stock.wait_on_hand("10", "6", "4")

    page.open_places()
    panel = page._places_panel
    assert panel is not None
    qtbot.keyClicks(panel.new_name, "Annex")
    qtbot.keyClick(panel.new_name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.rows) == 2, timeout=SLOW)
    panel.close_panel()

    page.table.selectRow(0)
    qtbot.keyClicks(page.panel.quantity, "3")
    qtbot.keyClick(page.panel.quantity, Qt.Key.Key_Return)
    stock.wait_on_hand("7", "6", "4")
    qtbot.waitUntil(lambda: page.panel.movements.rowCount() == 2, timeout=SLOW)

    qtbot.mouseClick(page.count_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.modes.currentWidget() is page.counting, timeout=SLOW)
    stock.scan("4006381333931", "MUG", "nothing", *["BOWL"] * 6)
    qtbot.waitUntil(lambda: stock.counted() == {"MUG": 2, "BOWL": 6}, timeout=SLOW)

    async def sell(platform: Any) -> Any:
        from rustok_desktop.commerce.schemas import AdjustStock

        command = AdjustStock(variant_id=mug, delta=-1, reason="sold")
        return await platform.catalog.adjust_stock(platform.context(), command)

    stock.ask(sell)
    counts = page.counting
    qtbot.waitUntil(lambda: any(c.moved == -1 for c in counts.stocktake.counts), timeout=SLOW)  # type: ignore[union-attr]
    stock.scan(*["MUG"] * 4)
    qtbot.waitUntil(lambda: stock.counted()["MUG"] == 6, timeout=SLOW)
    qtbot.mouseClick(counts.apply, Qt.MouseButton.LeftButton)
    # Seven were expected and six counted; one of them was sold meanwhile.
    stock.wait_on_hand("5", "6", "4")
    assert page.modes.currentWidget() is page.splitter
    assert "1 article corrected" in stock.application.services.notices.history[-1].text

"""The Inventory page over a real data directory: two locations, a transfer, a stocktake with a scanner."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from .pages.inventory_page import InventoryPage
from .pages.person import program


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


def test_stock_in_two_locations_and_a_stocktake(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with program(tmp_path, qapp, qtbot) as person:
        stock = InventoryPage(person)
        stock.go()
        person.wait(lambda: stock.root.stack.currentWidget() is stock.root.empty)
        mug, *_ = person.ask(fill, write=True)
        stock.wait_on_hand("0", "0", "0")
        for row, (text, becomes) in enumerate((("10", "10"), ("+6", "6"), ("4", "4"))):
            stock.set_on_hand(row, text)
            person.wait(lambda row=row, becomes=becomes: stock.on_hand()[row] == becomes)
        stock.open_location("Annex")
        stock.transfer(0, "3")
        stock.wait_on_hand("7", "6", "4")
        person.wait(lambda: stock.movements() == 2)

        async def sell(platform: Any) -> Any:
            from rustok_desktop.commerce.schemas import AdjustStock

            command = AdjustStock(variant_id=mug, delta=-1, reason="sold")
            return await platform.catalog.adjust_stock(platform.context(), command)

        stock.start_stocktake()
        stock.scan("4006381333931", "MUG", "nothing", *["BOWL"] * 6)
        person.wait(lambda: stock.counted() == {"MUG": "2", "BOWL": "6"})
        person.ask(sell, write=True)
        person.wait(lambda: any("1" in moved for moved in stock.moved_since()))
        stock.scan(*["MUG"] * 4)
        person.wait(lambda: stock.counted()["MUG"] == "6")
        stock.apply()
        # Seven were expected and six counted; one of them was sold meanwhile.
        stock.wait_on_hand("5", "6", "4")
        person.wait(lambda: "1 article corrected" in person.told())

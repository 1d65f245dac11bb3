"""What can be done on the Inventory page by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.actions import Action

if TYPE_CHECKING:
    from rustok_desktop.gui.inventory.inventory_page import InventoryPage

_ACTIONS = (
    ("stocktake", str(QT_TRANSLATE_NOOP("InventoryActions", "Start or continue stocktake")), "barcode"),
    ("locations", str(QT_TRANSLATE_NOOP("InventoryActions", "Stock locations…")), "shop"),
    ("find", str(QT_TRANSLATE_NOOP("InventoryActions", "Find in stock")), "search"),
)
_KEYWORDS = {"stocktake": ("count", "scanner", "инвентаризация", "сканер"), "locations": ("warehouse", "склад")}


def inventory_actions(page: InventoryPage) -> list[Action]:
    """Stocktake, locations, find; while the page is in sight."""
    handlers = {"stocktake": page.begin_stocktake, "locations": page.open_places, "find": page.go_to_search}
    return [
        Action(
            f"inventory.{name}",
            partial(QCoreApplication.translate, "InventoryActions", text),
            handlers[name],
            "inventory",
            icon=icon,
            enabled=page.isVisible,
            keywords=_KEYWORDS.get(name, ()),
        )
        for name, text, icon in _ACTIONS
    ]

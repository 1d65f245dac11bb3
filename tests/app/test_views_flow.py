"""The whole window over a real directory: a category saved as a view is found again after a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.operations.products import FillDemo
from rustok_desktop.index.schemas import ProductQuery
from rustok_desktop.taxonomy.schemas import AssignProducts, CreateCategory

from .pages.person import Person
from .window import Window, window


async def wear(platform: Any) -> tuple[str, ...]:
    """Wear with Gloves below it: two products in one, one in the other. The products, and the id of Gloves."""
    ctx = platform.context()
    ids = [row.product_id for row in (await platform.listing.page(ctx, ProductQuery(), limit=3)).rows]
    parent, found = None, []
    for name, products in (("Wear", ids[:2]), ("Gloves", ids[2:])):
        command = CreateCategory.model_validate({"translations": {"en": {"name": name}}, "parent_id": parent})
        parent = (await platform.categories.create(ctx, command)).category_id
        await platform.categories.assign(ctx, AssignProducts(category_id=parent, product_ids=tuple(products)))
        found += products
    return (*found, parent or "")


def shown(shop: Window) -> set[str]:
    model = shop.page.list.model
    rows = [model.listed(row) for row in range(model.rowCount())]
    return {listed.row.product_id for listed in rows if listed is not None}


def test_a_category_saved_as_a_view_is_there_after_a_restart(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with window(tmp_path, qapp, qtbot) as shop:
        ask = Person(shop.application, qtbot).ask
        ask(FillDemo(8), write=True)
        shop.wait(lambda: shop.page.list.model.total == 8)
        *placed, gloves = ask(wear, write=True)
        page = shop.page.list
        shop.wait(lambda: len(page.filters.names.choices.categories) == 2)
        box = page.filters.category
        box.showPopup()
        shop.qtbot.keyClicks(box.finder, "wea")
        shop.qtbot.keyClick(box.finder, Qt.Key.Key_Return)
        shop.wait(lambda: shown(shop) == set(placed))
        assert page.chips.texts() == ["Category: Wear"]

        shop.qtbot.mouseClick(page.save_view, Qt.MouseButton.LeftButton)
        shop.qtbot.keyClicks(page.views_bar.naming.line, "Wear and below")
        shop.qtbot.keyClick(page.views_bar.naming.line, Qt.Key.Key_Return)
        page.table.columns.show_column("VENDOR", True)
        page.table.columns.step("VENDOR", -1)

        async def taken_out(platform: Any) -> Any:
            from rustok_desktop.taxonomy.schemas import UnassignProducts

            command = UnassignProducts(category_id=gloves, product_ids=(placed[2],))
            return await platform.categories.unassign(platform.context(), command)

        ask(taken_out, write=True)  # the list hears of it by itself
        shop.wait(lambda: shown(shop) == set(placed[:2]))

    with window(tmp_path, qapp, qtbot) as shop:
        page = shop.page.list
        shop.wait(lambda: page.views_bar.tabs.count() == 5)
        assert page.views_bar.tabs.tabText(4) == "Wear and below"
        shop.wait(lambda: page.model.total == 8)
        assert page.table.columns.layout.hidden == {"VENDOR", "TYPE", "VARIANTS"}
        page.views_bar.tabs.setCurrentIndex(4)
        shop.wait(lambda: shown(shop) == set(placed[:2]))
        order = page.table.columns.layout.order
        assert order.index("VENDOR") == order.index("UPDATED") - 1
        assert "VENDOR" not in page.table.columns.layout.hidden
        shop.wait(lambda: page.chips.texts() == ["Category: Wear"])

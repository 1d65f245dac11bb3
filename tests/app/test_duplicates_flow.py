"""Two products that are one: found, one trashed, brought back, told apart, as a person does it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.app import open_platform
from rustok_desktop.gui.duplicates.duplicates_page import ALIKE, TOLD_APART, DuplicatesPage
from rustok_desktop.gui.history.undo_actions import UNDO
from rustok_desktop.runtime.settings import Settings
from rustok_desktop.testing import a_product

from .test_undo_flow import window

SLOW = 30_000  # another process starts


async def _fill(settings: Settings) -> None:
    platform = await open_platform(settings)
    for product in (
        a_product().titled("Ramen bowl").with_sku("R-1").priced(1200),
        a_product().titled("ramen  BOWL").published(),
        a_product().titled("Tea pot"),
    ):
        await platform.catalog.create_product(platform.context(), product.build())
    await platform.consumers.drain()
    await platform.close()


def test_duplicates_are_found_trashed_brought_back_and_told_apart(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    asyncio.run(_fill(Settings(tmp_path)))
    with window(tmp_path, qapp, qtbot) as shop:
        services = shop.application.services
        services.actions.trigger("products.duplicates")
        page = shop.application.window.stack.built()["duplicates"]
        assert isinstance(page, DuplicatesPage)
        comparison = page.comparison
        qtbot.waitUntil(lambda: len(comparison.model.candidates) == 2, timeout=SLOW)
        assert [one.title for one in comparison.model.candidates] == ["Ramen bowl", "ramen  BOWL"]

        comparison.keep_button.click()
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing, timeout=SLOW)
        shop.wait(lambda: shop.page.list.model.rowCount() == 2)
        services.notices.history[-1].action()
        qtbot.waitUntil(lambda: len(comparison.model.candidates) == 2, timeout=SLOW)
        assert [one.status for one in comparison.model.candidates] == ["draft", "active"]

        comparison.distinct_button.click()
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing, timeout=SLOW)
        shop.wait_name(UNDO, "Undo: Say that “Ramen bowl” is no duplicate")
        page.again_button.click()
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing, timeout=SLOW)
        page.sheet.button(TOLD_APART).click()
        qtbot.waitUntil(lambda: page.verdicts.model.rowCount() == 1, timeout=SLOW)
        page.verdicts.take_button.click()
        shop.wait_name(UNDO, "Undo: Take back a “not duplicates”")
        qtbot.waitUntil(lambda: page.verdicts.model.rowCount() == 0, timeout=SLOW)
        services.actions.trigger(UNDO)
        qtbot.waitUntil(lambda: page.verdicts.model.rowCount() == 1, timeout=SLOW)
        page.sheet.button(ALIKE).click()
        shop.wait_name(UNDO, "Undo: Say that “Ramen bowl” is no duplicate")
        services.actions.trigger(UNDO)
        shop.wait(lambda: "no duplicate" not in shop.name(UNDO))
        qtbot.waitUntil(page.again_button.isVisible, timeout=SLOW)
        page.again_button.click()
        qtbot.waitUntil(lambda: len(comparison.model.candidates) == 2, timeout=SLOW)

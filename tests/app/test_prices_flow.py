"""A sale as a person makes it: found products, a formula, the price on the product, undone after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.history.undo_actions import UNDO
from rustok_desktop.gui.prices.price_lists_page import PriceListsPage
from rustok_desktop.gui.products.listed_price_model import LIST
from rustok_desktop.gui.products.listed_price_model import PRICE as LISTED_PRICE
from rustok_desktop.gui.products.own_price_model import NOW, PRICE
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.testing import a_product

from .pages.program import begin, leave

SLOW = 15_000


@contextmanager
def opened(path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Application]:
    application = begin(path, qapp)
    qtbot.waitUntil(lambda: "products" in application.window.stack.built(), timeout=SLOW)
    application.window.show()
    try:
        yield application
    finally:
        leave(application)


def fill(application: Application, qtbot: QtBot) -> None:
    """Two glazed things and a plain one."""
    done: list[bool] = []

    async def work(platform: Any) -> bool:
        for title, amount in (("Glazed bowl", 2000), ("Glazed mug", 1550), ("Plain plate", 900)):
            command = (
                a_product().titled(title).priced(amount, cost=amount // 2).with_sku(title[:8] + title[-3:]).build()
            )
            await platform.catalog.create_product(platform.context().with_new_correlation(), command)
        await platform.tenants.set_currencies(platform.context().with_new_correlation(), ["EUR"])
        return True

    application.services.client.submit(work, on_result=done.append, write=True)
    qtbot.waitUntil(lambda: bool(done), timeout=SLOW)


def products_of(application: Application) -> ProductPage:
    page = application.window.stack.built()["products"]
    assert isinstance(page, ProductPage)
    return page


def prices_page(application: Application, qtbot: QtBot) -> PriceListsPage:
    qtbot.waitUntil(lambda: "prices" in application.window.stack.built(), timeout=SLOW)
    page = application.window.stack.built()["prices"]
    assert isinstance(page, PriceListsPage)
    return page


def open_prices_of(application: Application, title: str, qtbot: QtBot) -> Any:
    """The prices tab of a product."""
    application.services.navigator.go("products")
    page = products_of(application)
    page.list.search("")
    model = page.list.model
    rows = {}

    def found() -> bool:
        rows.update(
            {model.listed(n).row.title: model.listed(n).row for n in range(model.rowCount()) if model.listed(n)}
        )
        return title in rows

    qtbot.waitUntil(found, timeout=SLOW)
    page.open_with(product_id=rows[title].product_id)
    qtbot.waitUntil(
        lambda: page.controller.state is not None and page.controller.text("title@en") == title, timeout=SLOW
    )
    page.editor.strip.setCurrentIndex(page.editor.tabs.index(page.editor.prices))
    return page.editor.prices


def test_a_sale_for_a_search_by_formula(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with opened(tmp_path, qapp, qtbot) as application:
        fill(application, qtbot)
        application.services.navigator.go("products")
        products = products_of(application)
        products.list.search("glazed")
        qtbot.waitUntil(
            lambda: products.list.model.rowCount() == 2 and products.list.model.listed(1) is not None, timeout=SLOW
        )
        application.services.actions.trigger("products.price_list")
        page = prices_page(application, qtbot)
        qtbot.waitUntil(page.isVisible, timeout=SLOW)
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty, timeout=SLOW)
        qtbot.mouseClick(page.first_button, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(page.editor.name, "Glaze week")
        qtbot.mouseClick(page.editor.save_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda: page.editor.bar.isVisible() and "2 chosen" in page.editor.bar.scope.shown_text(), timeout=SLOW
        )
        qtbot.keyClicks(page.editor.bar.line, "-10 %, round to .99")
        qtbot.waitUntil(page.editor.bar.apply.isEnabled, timeout=SLOW)
        qtbot.mouseClick(page.editor.bar.apply, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.editor.model.rowCount() == 2, timeout=SLOW)
        tab = open_prices_of(application, "Glazed mug", qtbot)
        qtbot.waitUntil(lambda: tab.own.index(0, NOW).data() == "$13.99", timeout=SLOW)
        assert tab.own.index(0, PRICE).data() == "15.50"
        assert tab.listed.index(0, LIST).data() == "Glaze week"
        tab.listed.setData(tab.listed.index(0, LISTED_PRICE), "12.49")
        qtbot.waitUntil(lambda: tab.own.index(0, NOW).data() == "$12.49", timeout=SLOW)
        set_a_price_in_euros(application, tab, qtbot)
    with opened(tmp_path, qapp, qtbot) as later:
        undo_both(later, qtbot)


def set_a_price_in_euros(application: Application, tab: Any, qtbot: QtBot) -> None:
    """An unsaved edit like any other, saved with the product."""
    qtbot.mouseClick(tab.currencies.button("EUR"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.own.currency == "EUR", timeout=SLOW)
    tab.own.setData(tab.own.index(0, PRICE), "14.00")
    page = products_of(application)
    qtbot.mouseClick(page.editor.footer.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.controller.state.dirty and not page.controller.state.saving, timeout=SLOW)
    qtbot.waitUntil(lambda: tab.own.index(0, NOW).data() == "€14.00", timeout=SLOW)


def undo_both(later: Application, qtbot: QtBot) -> None:
    action = later.services.actions.get(UNDO)
    tab = open_prices_of(later, "Glazed mug", qtbot)
    qtbot.waitUntil(lambda: tab.own.index(0, NOW).data() == "$12.49", timeout=SLOW)
    listed = "Undo: Change prices of price list “Glaze week”"
    for name, left in (("Undo: Change price of “Glazed mug”", "$12.49"), (listed, "$13.99"), (listed, "$15.50")):
        qtbot.waitUntil(lambda name=name: action.text() == name and action.enabled(), timeout=SLOW)
        later.services.actions.trigger(UNDO)
        qtbot.waitUntil(lambda left=left: tab.own.index(0, NOW).data() == left, timeout=SLOW)
    qtbot.waitUntil(lambda: action.text() == "Undo: Create price list “Glaze week”", timeout=SLOW)
    assert tab.listed.rowCount() == 0

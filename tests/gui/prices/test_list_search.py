"""Prices of a list searched on the Prices page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from rustok_desktop.commerce.price_lists_views import ListPricePage
from rustok_desktop.gui.prices.price_lists_page import PriceListsPage

from .test_price_lists_page import PRICES, cells, loaded, named, page, shown

__all__ = ["named", "page", "shown"]  # fixtures of the page


def test_prices_of_a_list_are_searched(shown: PriceListsPage, client: Any, qtbot: Any) -> None:
    editor = shown.editor
    assert editor.filter.isVisible()
    qtbot.keyClicks(editor.filter, "mug 2")
    qtbot.keyClick(editor.filter, Qt.Key.Key_Return)
    asked = client.last("LoadPriceList").operation
    assert (asked.price_list_id, asked.text) == ("l1", "mug 2")
    client.answer("LoadPriceList", loaded(prices=PRICES[1:2], after="p2/v2/10"))
    assert [cells(shown, row)[0] for row in range(editor.model.rowCount())] == ["Mug 2 · S"]
    editor.model.fetchMore(QModelIndex())
    assert client.last("ReadListPrices").operation.text == "mug 2"
    client.answer("ReadListPrices", ListPricePage((), None))

    qtbot.keyClicks(editor.filter, "x")
    qtbot.keyClick(editor.filter, Qt.Key.Key_Return)
    client.answer("LoadPriceList", loaded(prices=()))
    assert editor.empty.isVisible()
    assert editor.empty.text() == "Nothing in this list matches."
    assert editor.filter.isVisible()
    assert not editor.currency.isEnabled(), "there are prices, only not in sight"
    shown.acts.choose(("p9",))
    assert editor.bar.scope.count() == 2, "a formula can still be for all that is in the list"
    shown.list.setCurrentIndex(shown.model.index(1))
    assert (client.last("LoadPriceList").operation.price_list_id, editor.filter.text()) == ("l2", "")
    assert client.last("LoadPriceList").operation.text == ""

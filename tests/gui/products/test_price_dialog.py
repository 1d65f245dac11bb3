"""Prices of a whole list changed from the Products page."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rustok_desktop.commerce.views import PriceLine, PricePreview, PricesChanged
from rustok_desktop.core.errors import FieldProblem, VersionConflict
from rustok_desktop.gui.operations.pricing import PriceChange
from rustok_desktop.gui.products.price_dialog import PriceDialog
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductQuery

from .shop_client import ShopClient

QUERY = ProductQuery(text="bowl")
WRONG = FieldProblem("variants/v2/compare_at@USD", "compare_at_below_price", {"price": "41.99"})


def preview(wrong: int = 0) -> PricePreview:
    lines = (
        PriceLine("p1", "Bowl", "v2", "Large", "B-2", 3800, 4199, WRONG if wrong else None),
        PriceLine("p1", "Bowl", "v1", "Small", "B-1", 2800, 3099),
    )
    return PricePreview("USD", "price", 1, 2, 0, 3, wrong, Decimal("70.0"), Decimal("72.8"), lines, {"p1": 4})


@pytest.fixture
def dialog(client: ShopClient, services: GuiServices, qtbot: QtBot) -> Iterator[PriceDialog]:
    client.answers["CollectProducts"] = lambda op: ("p1", "p2") if op.query == QUERY else ()
    client.answers["PreviewPriceChange"] = lambda op: preview()
    window = QWidget()
    qtbot.addWidget(window)
    made = PriceDialog(services, QUERY, window)  # closing deletes it
    window.show()
    made.open()
    qtbot.waitUntil(lambda: made._ids is not None)
    yield made
    window.close()


def write(dialog: PriceDialog, formula: str, qtbot: QtBot) -> None:
    dialog.formula.setText(formula)
    qtbot.waitUntil(lambda: not dialog._pause.isActive())


def test_it_says_what_would_change_and_applies_what_was_seen(
    dialog: PriceDialog, client: ShopClient, qtbot: QtBot
) -> None:
    assert "2 products" in dialog.heading.text()
    assert not dialog.apply_button.isEnabled()
    write(dialog, "+10 %, round to .99", qtbot)
    qtbot.waitUntil(dialog.apply_button.isEnabled)
    assert client.operations("PreviewPriceChange")[-1].change == PriceChange(
        "+10 %, round to .99", "price", ("p1", "p2")
    )
    assert "2 variants change" in dialog.told.text()
    assert "70.0 % → 72.8 %" in dialog.told.text()
    assert [dialog.model.index(0, c).data() for c in range(5)] == ["Bowl", "Large", "B-2", "$38.00", "$41.99"]
    client.answers["ApplyPriceChange"] = lambda op: PricesChanged((("p1", 5),), 2, 0, 3, "tx")
    with qtbot.waitSignal(dialog.applied) as told:
        dialog.apply_button.click()
    assert told.args is not None
    assert told.args[0].changed == 2
    assert client.operations("ApplyPriceChange")[0].change.versions == (("p1", 4),)


def test_a_broken_rule_keeps_it_from_being_applied(dialog: PriceDialog, client: ShopClient, qtbot: QtBot) -> None:
    client.answers["PreviewPriceChange"] = lambda op: preview(wrong=1)
    write(dialog, "+10 %", qtbot)
    qtbot.waitUntil(lambda: "1" in dialog.told.text() and dialog.model.rowCount() == 2)
    assert not dialog.apply_button.isEnabled()
    assert dialog.told.property("role") == "danger"


def test_a_formula_that_cannot_be_read_asks_nobody(dialog: PriceDialog, client: ShopClient, qtbot: QtBot) -> None:
    write(dialog, "+10 % of it", qtbot)
    qtbot.waitUntil(lambda: "of" in dialog.told.text())
    assert client.operations("PreviewPriceChange") == []
    assert not dialog.apply_button.isEnabled()


def test_a_conflict_changes_nothing_and_says_so(dialog: PriceDialog, client: ShopClient, qtbot: QtBot) -> None:
    write(dialog, "+10 %", qtbot)
    qtbot.waitUntil(dialog.apply_button.isEnabled)
    client.answers["ApplyPriceChange"] = lambda op: VersionConflict("version_conflict", id="p1", expected=4, actual=5)
    dialog.apply_button.click()
    qtbot.waitUntil(lambda: "5" in dialog.told.text())
    assert dialog.isVisible()
    assert not dialog.apply_button.isEnabled()

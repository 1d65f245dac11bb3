"""The products of a category as lines."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.categories import category_product_view
from rustok_desktop.gui.categories.category_product_model import CategoryProductModel
from rustok_desktop.gui.categories.category_product_view import CategoryProductView
from rustok_desktop.gui.products.row_text import CHIPS
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.taxonomy.views import CategoryProduct


def test_a_status_looks_as_in_the_list_of_products(
    services: GuiServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: dict[str, str] = {}

    def note(_painter: Any, _rect: Any, text: str, tone: str, _tokens: Any) -> None:
        painted[text] = tone

    monkeypatch.setattr(category_product_view, "paint_chip", note)
    statuses = ("active", "draft", "archived")
    model = CategoryProductModel()
    view = CategoryProductView(model, services.theme, services.icons)
    qtbot.addWidget(view)
    view.delegate.states = {status: status.title() for status in statuses}
    model.show_products(tuple(CategoryProduct(status, "Mug", status, None) for status in statuses))
    view.resize(500, 300)
    view.grab()
    assert painted == {status.title(): CHIPS[status] for status in statuses}

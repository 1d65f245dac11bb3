"""Views and columns of the product list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.operations.products import FilterChoices, ShopFacts
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.gui.products.product_table_model import Column
from rustok_desktop.gui.products.saved_views import ALL, DRAFTS, LOW
from rustok_desktop.gui.products.view_book import ViewBook
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.index.schemas import ProductQuery, ProductSort, StatusFilter, StockFilter

from .shop_client import ShopClient
from .test_product_filters import GIFTS, TREE

OWN = ProductQuery(category="gloves", stock=StockFilter.LOW)


def opened(services: GuiServices, client: ShopClient, qtbot: QtBot, shop: str = "shop1") -> ProductPage:
    client.answers["ReadFilterChoices"] = lambda op: FilterChoices(TREE, (GIFTS,))
    client.answers["ReadShop"] = lambda op: ShopFacts("en", "USD", (("en", "English"),), "", shop)
    made = ProductPage(services)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    qtbot.waitUntil(lambda: made.list.model.loaded and bool(made.list.filters.names.choices.categories))
    return made


@pytest.fixture
def page(services: GuiServices, client: ShopClient, qtbot: QtBot) -> ProductPage:
    return opened(services, client, qtbot)


def tabs(page: ProductPage) -> list[str]:
    bar = page.list.views_bar.tabs
    return [bar.tabText(place) for place in range(bar.count())]


def asked(client: ShopClient) -> ProductQuery:
    return client.operations("OpenList")[-1].query


def acts(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if action.text()}


def save(page: ProductPage, name: str) -> None:
    page.list.views_bar.save_as()
    naming = page.list.views_bar.naming
    naming.line.setText(name)
    naming.save.click()


def test_the_programs_views_are_there(page: ProductPage, client: ShopClient) -> None:
    assert tabs(page) == ["All", "Drafts", "Low stock", "Without image"]
    page.list.views_bar.tabs.setCurrentIndex(1)
    assert asked(client).status is StatusFilter.DRAFT
    assert page.list.chips.texts() == ["Status: draft"]
    for text in ("Rename…", "Delete the view", "Save filters to “Drafts”"):
        assert not acts(page.list.views_bar.menu())[text].isEnabled()


def test_a_view_is_saved_changed_and_taken_back(page: ProductPage, client: ShopClient) -> None:
    page.list.filters.ask(OWN)
    assert tabs(page)[0] == "All •"
    assert page.list.save_view.isVisible()
    page.list.save_view.click()
    naming = page.list.views_bar.naming
    for wrong, problem in ((" ", "A view needs a name."), ("drafts", "There is a view of this name.")):
        naming.line.setText(wrong)
        naming.save.click()
        assert (naming.isVisible(), naming.problem.text()) == (True, problem)
    naming.line.setText("Low stock, Gloves")
    naming.save.click()
    assert tabs(page)[-1] == "Low stock, Gloves"
    assert not page.list.save_view.isVisible()
    page.list.filters.remove("stock")
    assert tabs(page)[-1] == "Low stock, Gloves •"
    page.list.views.show(page.list.views.current.id)
    assert asked(client).stock is StockFilter.LOW
    page.list.filters.remove("stock")
    acts(page.list.views_bar.menu())["Save filters to “Low stock, Gloves”"].trigger()
    assert page.list.views.current.query == ProductQuery(category="gloves")
    assert tabs(page)[-1] == "Low stock, Gloves"


def test_views_are_renamed_moved_deleted_and_brought_back(
    page: ProductPage, client: ShopClient, services: GuiServices
) -> None:
    page.list.filters.ask(OWN)
    save(page, "Mine")
    bar = page.list.views_bar
    bar.rename()
    bar.naming.line.setText("Ours & yours")
    bar.naming.save.click()
    assert tabs(page)[-1] == "Ours && yours"
    acts(bar.menu())["Move to the left"].trigger()
    assert tabs(page)[-2] == "Ours && yours"
    bar.tabs.moveTab(3, 0)
    order = ["Ours && yours", "All", "Drafts", "Low stock", "Without image"]
    assert tabs(page) == order
    acts(bar.menu())["Delete the view"].trigger()
    assert tabs(page) == order[1:]
    assert asked(client) == ProductQuery()
    notice = services.notices.history[-1]
    assert notice.action is not None
    notice.action()
    assert tabs(page) == order
    assert asked(client).category == "gloves"


def test_views_columns_and_order_are_there_after_a_restart(
    page: ProductPage, client: ShopClient, services: GuiServices, qtbot: QtBot
) -> None:
    page.list.filters.ask(OWN)
    save(page, "Mine")
    columns = page.list.table.columns
    columns.show_column("VENDOR", True)
    columns.step("VENDOR", -1)
    page.list.table.horizontalHeader().resizeSection(Column.SKU, services.theme.px(150))
    page.list.filters.set_sort(ProductSort.PRICE, False)
    layout = columns.layout
    page.list.views.show(ALL)
    assert columns.layout.hidden == {"VENDOR", "TYPE", "VARIANTS"}
    assert asked(client).sort is ProductSort.UPDATED
    assert services.preferences.flush()
    kept = Preferences(services.preferences._path)
    for action in [action.id for action in services.actions.actions()]:
        services.actions.unregister(action)
    again = opened(_with(services, kept), client, qtbot)
    assert tabs(again)[-1] == "Mine"
    again.list.views_bar.tabs.setCurrentIndex(4)
    query = asked(client)
    assert (query.category, query.sort, query.descending) == ("gloves", ProductSort.PRICE, False)
    assert again.list.table.columns.layout == layout
    assert again.list.table.columnWidth(Column.SKU) == services.theme.px(150)
    assert not again.list.table.isColumnHidden(Column.VENDOR)
    header = again.list.table.horizontalHeader()
    assert header.visualIndex(Column.VENDOR) == layout.order.index("VENDOR")
    acts(again.list.views_bar.columns_menu())["Reset columns"].trigger()
    assert again.list.table.isColumnHidden(Column.VENDOR)
    assert kept.flush()


def _with(services: GuiServices, preferences: Preferences) -> GuiServices:
    from dataclasses import replace

    return replace(services, preferences=preferences)


def test_columns_are_dragged_and_chosen_without_a_mouse(page: ProductPage, qtbot: QtBot) -> None:
    table, columns = page.list.table, page.list.table.columns
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.PRICE), 0)
    assert columns.layout.order[0] == "PRICE"
    menu = page.list.views_bar.columns_menu()
    assert not acts(menu)["Product"].isEnabled()
    assert acts(menu)["Price"].isChecked()
    acts(menu)["Price"].trigger()
    assert table.isColumnHidden(Column.PRICE)
    head = columns.menu("STATUS")
    acts(head)["Move to the left"].trigger()
    order = [name for name in columns.layout.order if name not in columns.layout.hidden]
    assert order.index("STATUS") == 1
    acts(head)["Hide “Status”"].trigger()
    assert table.isColumnHidden(Column.STATUS)
    for name in ("VENDOR", "TYPE", "VARIANTS"):
        columns.show_column(name, True)
    page.resize(640, 700)
    assert "Variants (no room now)" in acts(columns.menu())
    assert table.isColumnHidden(Column.VARIANTS)


def test_a_view_of_a_category_deleted_meanwhile_says_so_and_loses_nothing(
    page: ProductPage, client: ShopClient, services: GuiServices, qtbot: QtBot
) -> None:
    page.list.filters.ask(OWN)
    save(page, "Mine")
    page.list.views.show(ALL)
    client.answers["ReadFilterChoices"] = lambda op: FilterChoices((), ())
    page.list.refresh()
    qtbot.waitUntil(lambda: page.list.filters.names.is_gone("gloves"))
    page.list.views_bar.tabs.setCurrentIndex(4)
    assert page.list.chips.texts() == ["Stock: low", "Category: Gloves (deleted)"]
    assert page.list.views.current.query == OWN
    assert asked(client).category == "gloves"


def test_the_palette_opens_views(page: ProductPage, client: ShopClient, services: GuiServices) -> None:
    assert services.actions.get(f"products.view.{DRAFTS}").text() == "View: Drafts"
    assert services.actions.trigger(f"products.view.{LOW}")
    assert page.list.views.current.id == LOW
    page.list.filters.ask(OWN)
    save(page, "Mine")
    own = page.list.views.current.id
    assert services.actions.get(f"products.view.{own}").text() == "View: Mine"
    page.list.views.book.rename(own, "Ours")
    assert services.actions.get(f"products.view.{own}").text() == "View: Ours"
    page.list.views.delete()
    with pytest.raises(KeyError):
        services.actions.get(f"products.view.{own}")


def test_home_narrows_everything_not_the_view_on_show(page: ProductPage, client: ShopClient) -> None:
    page.list.views.show(DRAFTS)
    page.open_with(stock="out")
    assert page.list.views.current.id == ALL
    assert asked(client) == ProductQuery(stock=StockFilter.OUT)


def test_every_shop_has_its_own_and_what_is_strange_is_kept(tmp_path: Path, qapp: Any) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    book = ViewBook(preferences)
    book.add("Nowhere", OWN, {})  # the shop is not known yet
    assert len(book.views()) == 4
    strange = {"id": "later", "name": "Later", "query": {"moon": "full"}, "names": {}}
    preferences.set("products.views.one", {"views": [strange], "order": []})
    book.set_shop("one")
    mine = book.add("Mine", OWN, {"gloves": "Gloves"})
    assert [view.name for view in book.views()][4:] == ["Mine"]
    book.rename(mine.id, "Ours")
    book.rename(ALL, "Everything")
    assert preferences.get("products.views.one", {})["views"][0] == strange
    assert [view.name for view in book.views()] == ["All", "Drafts", "Low stock", "Without image", "Ours"]
    book.set_shop("two")
    assert len(book.views()) == 4
    assert book.problem("x" * 61)
    for number in range(50):
        book.add(f"View {number}", ProductQuery(), {})
    assert "50" in book.problem("One more")

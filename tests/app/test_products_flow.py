"""The whole window over a real data directory: make a product, find it, edit it, see it everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.gui.products.product_table_model import Column
from rustok_desktop.runtime.crash_log import CrashLog
from rustok_desktop.runtime.settings import Settings

from .pages.program import leave

SLOW = 15_000


@dataclass
class Shop:
    """The page as a person works with it, and the log beneath."""

    application: Application
    page: ProductPage
    qtbot: QtBot

    def field(self, name: str) -> QLineEdit:
        found = self.page.editor.general.fields[name].editor
        assert isinstance(found, QLineEdit)
        return found

    def type(self, name: str, text: str) -> None:
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)

    def press_save(self) -> None:
        self.qtbot.mouseClick(self.page.editor.footer.save, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: not self.unsaved(), timeout=SLOW)

    def unsaved(self) -> bool:
        state = self.page.controller.state
        return state is not None and (state.dirty or state.saving)

    def rows(self) -> list[tuple[str, str, str]]:
        model = self.page.list.model
        columns = (Column.PRODUCT, Column.STATUS, Column.PRICE)
        return [tuple(str(model.index(r, c).data()) for c in columns) for r in range(model.rowCount())]  # type: ignore[misc]

    def wait_rows(self, *rows: tuple[str, str, str]) -> None:
        self.qtbot.waitUntil(lambda: self.rows() == list(rows), timeout=SLOW)

    def events(self, event_type: str) -> list[Any]:
        found: list[Any] = []

        async def read(platform: Any) -> Any:
            return await platform.log.read(0, 100, event_type=event_type)

        self.application.services.client.submit(read, on_result=found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=SLOW)
        return list(found[0])


def begin(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Shop:
    application = Application(qapp, Settings(tmp_path), CrashLog(tmp_path / "logs"))
    application.services.preferences.set("welcome.done", True)
    application.services.navigator.go("products")
    application.start()
    qtbot.waitUntil(lambda: "products" in application.window.stack.built(), timeout=SLOW)
    page = application.window.stack.built()["products"]
    assert isinstance(page, ProductPage)
    qtbot.waitUntil(lambda: page.list.model.loaded, timeout=SLOW)
    return Shop(application, page, qtbot)


def end(shop: Shop) -> None:
    leave(shop.application)


@pytest.fixture
def shop(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Shop]:
    made = begin(tmp_path, qapp, qtbot)
    yield made
    end(made)


def create(shop: Shop, title: str, price: str) -> None:
    shop.application.services.actions.trigger("products.new")
    shop.type("title", title)
    shop.type("price", price)
    shop.press_save()


def test_create_edit_and_see_it_in_list_and_log(shop: Shop) -> None:
    assert shop.page.list.stack.currentWidget() is shop.page.list.empty
    create(shop, "Stoneware mug", "24")
    shop.wait_rows(("Stoneware mug", "Draft", "$24.00"))
    shop.type("title", "Stoneware mug, speckled")
    shop.type("price", "26,50")
    assert shop.application.services.actions.trigger("products.save")
    shop.qtbot.waitUntil(lambda: not shop.unsaved(), timeout=SLOW)
    shop.wait_rows(("Stoneware mug, speckled", "Draft", "$26.50"))
    assert shop.field("price").text() == "26.50"
    assert len(shop.events("product.created")) == 1
    (event,) = shop.events("product.updated")
    changes = event.data["changes"]
    assert changes["title@en"] == ["Stoneware mug", "Stoneware mug, speckled"]
    assert [change for path, change in changes.items() if path.endswith("/price@USD")] == [[2400, 2650]]
    assert len(changes) == 2


def test_publish_search_trash_and_undo(shop: Shop) -> None:
    create(shop, "Ramen bowl", "38")
    create(shop, "Serving platter", "88")
    shop.qtbot.mouseClick(shop.page.editor.footer.publish, Qt.MouseButton.LeftButton)
    shop.wait_rows(("Serving platter", "Out", "$88.00"), ("Ramen bowl", "Draft", "$38.00"))
    shop.page.list.search("bow")
    shop.wait_rows(("Ramen bowl", "Draft", "$38.00"))
    listed = shop.page.list.model.listed(0)
    assert listed is not None
    assert listed.marks == ((6, 3),)
    shop.page.run("trash", listed.row.product_id)
    shop.wait_rows()
    notice = shop.application.services.notices.history[-1]
    assert notice.action is not None
    notice.action()
    shop.wait_rows(("Ramen bowl", "Draft", "$38.00"))


def test_a_taken_sku_is_refused_at_its_cell(shop: Shop) -> None:
    create(shop, "Cup", "10")
    state = shop.page.controller.state
    assert state is not None
    shop.page.controller.edit(f"variants/{state.variant_keys()[0]}/sku", "CUP-1")
    shop.press_save()
    shop.application.services.actions.trigger("products.new")
    shop.type("title", "Other cup")
    shop.page.controller.edit("variants/new-1/sku", "CUP-1")
    assert shop.page.controller.save()
    shop.qtbot.waitUntil(lambda: bool(shop.page.controller.problems()), timeout=SLOW)
    assert set(shop.page.controller.problems()) == {"variants/new-1/sku"}
    assert shop.page.editor.strip.currentIndex() == 1


def test_stock_moves_and_the_unsaved_title_stays(shop: Shop) -> None:
    create(shop, "Vase", "29")
    shop.type("title", "Vase, celadon")
    shop.page.editor.strip.setCurrentIndex(shop.page.editor.tabs.index(shop.page.editor.stock))
    shop.qtbot.keyClicks(shop.page.editor.stock.delta, "+12")
    shop.page.editor.stock.apply.click()
    shop.qtbot.waitUntil(lambda: shop.page.editor.stock.levels.index(0, 2).data() == "12", timeout=SLOW)
    assert shop.field("title").text() == "Vase, celadon"
    shop.press_save()
    shop.wait_rows(("Vase, celadon", "Draft", "$29.00"))


def test_somebody_else_saving_first_is_a_conflict(shop: Shop) -> None:
    create(shop, "Plate", "31")
    state = shop.page.controller.state
    assert state is not None
    product_id = state.product_id
    shop.type("title", "Mine")

    async def theirs(platform: Any) -> None:
        from rustok_desktop.commerce.schemas import TranslationPatch, UpdateProduct

        patch = {"en": TranslationPatch(title="Theirs")}
        command = UpdateProduct(product_id=product_id, base_version=1, translations=patch)
        await platform.catalog.update_product(platform.context(), command)

    shop.application.services.client.submit(theirs)
    shop.qtbot.waitUntil(shop.page.editor.band.isVisible, timeout=SLOW)
    assert shop.field("title").text() == "Mine"
    shop.page.editor.band.buttons["mine", "title@en"].click()
    shop.press_save()
    shop.wait_rows(("Mine", "Draft", "$31.00"))


def test_an_unsaved_edit_comes_back_after_a_crash(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    first = begin(tmp_path, qapp, qtbot)
    create(first, "Teapot", "120")
    first.type("title", "Teapot, ten")
    drafts = tmp_path / "drafts.json"
    qtbot.waitUntil(lambda: drafts.exists() and "Teapot, ten" in drafts.read_text("utf-8"), timeout=10_000)
    kept = drafts.read_text("utf-8")
    end(first)
    drafts.write_text(kept, "utf-8")  # as it lay there when the program died
    second = begin(tmp_path, qapp, qtbot)
    try:
        second.wait_rows(("Teapot", "Draft", "$120.00"))
        (product_id,) = json.loads(kept)
        second.page.open_with(product_id=product_id)
        qtbot.waitUntil(lambda: second.page.controller.state is not None, timeout=SLOW)
        assert second.field("title").text() == "Teapot, ten"
    finally:
        end(second)


def test_the_demo_shop_is_one_click_away(shop: Shop) -> None:
    shop.page.list.first_demo.click()
    shop.qtbot.waitUntil(lambda: shop.page.list.model.total == 60, timeout=SLOW)
    assert shop.page.list.stack.currentWidget() is shop.page.list.table

"""The whole window over a real data directory: make a product, find it, edit it, see it everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from .pages.person import program
from .pages.product_editor_page import ProductEditorPage
from .pages.products_page import ProductsPage


@pytest.fixture
def products(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[ProductsPage]:
    with program(tmp_path, qapp, qtbot) as person:
        page = ProductsPage(person)
        page.go()
        yield page


def create(products: ProductsPage, title: str, price: str) -> ProductEditorPage:
    editor = products.begin()
    editor.fill("Title", title)
    editor.fill("Price", price)
    editor.save()
    return editor


def events(products: ProductsPage, event_type: str) -> list[Any]:
    async def read(platform: Any) -> Any:
        return await platform.log.read(0, 100, event_type=event_type)

    return list(products.person.ask(read))


def test_create_edit_and_see_it_in_list_and_log(products: ProductsPage) -> None:
    assert products.rows() == []
    editor = create(products, "Stoneware mug", "24")
    products.wait_rows(("Stoneware mug", "Draft", "$24.00"))
    editor.fill("Title", "Stoneware mug, speckled")
    editor.fill("Price", "26,50")
    editor.save()
    products.wait_rows(("Stoneware mug, speckled", "Draft", "$26.50"))
    assert editor.text("Price") == "26.50"
    assert len(events(products, "product.created")) == 1
    (event,) = events(products, "product.updated")
    changes = event.data["changes"]
    assert changes["title@en"] == ["Stoneware mug", "Stoneware mug, speckled"]
    assert [change for path, change in changes.items() if path.endswith("/price@USD")] == [[2400, 2650]]
    assert len(changes) == 2


def test_publish_search_trash_and_undo(products: ProductsPage) -> None:
    create(products, "Ramen bowl", "38")
    create(products, "Serving platter", "88").publish()
    products.wait_rows(("Serving platter", "Out", "$88.00"), ("Ramen bowl", "Draft", "$38.00"))
    products.search("bow")
    products.wait_rows(("Ramen bowl", "Draft", "$38.00"))
    products.trash("Ramen bowl")
    products.wait_rows()
    products.person.click("Undo")
    products.wait_rows(("Ramen bowl", "Draft", "$38.00"))


def test_a_taken_sku_is_refused_at_its_cell(products: ProductsPage) -> None:
    editor = create(products, "Cup", "10")
    editor.variants().write(0, "SKU", "CUP-1")
    editor.save()
    other = products.begin()
    other.fill("Title", "Other cup")
    other.variants().write(0, "SKU", "CUP-1")
    other.turn_to("General")
    other.try_to_save()
    assert products.person.see(QLabel, "1 cell to fix", other.root), "the tab of variants comes to the front"


def test_stock_moves_and_the_unsaved_title_stays(products: ProductsPage) -> None:
    editor = create(products, "Vase", "29")
    editor.fill("Title", "Vase, celadon")
    editor.stock("+12")
    products.person.wait(lambda: editor.on_hand() == ["12"])
    editor.turn_to("General")
    assert editor.title() == "Vase, celadon"
    editor.save()
    products.wait_rows(("Vase, celadon", "Draft", "$29.00"))


def test_somebody_else_saving_first_is_a_conflict(products: ProductsPage) -> None:
    editor = create(products, "Plate", "31")
    (created,) = events(products, "product.created")
    editor.fill("Title", "Mine")

    async def theirs(platform: Any) -> bool:
        from rustok_desktop.commerce.schemas import TranslationPatch, UpdateProduct

        patch = {"en": TranslationPatch(title="Theirs")}
        command = UpdateProduct(product_id=created.aggregate_id, base_version=1, translations=patch)
        await platform.catalog.update_product(platform.context(), command)
        return True

    products.person.ask(theirs)
    editor.keep_mine("Title")
    assert editor.title() == "Mine"
    editor.save()
    products.wait_rows(("Mine", "Draft", "$31.00"))


def test_an_unsaved_edit_comes_back_after_a_crash(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    drafts = tmp_path / "drafts.json"
    with program(tmp_path, qapp, qtbot) as person:
        products = ProductsPage(person)
        products.go()
        create(products, "Teapot", "120").fill("Title", "Teapot, ten")
        person.wait(lambda: drafts.exists() and "Teapot, ten" in drafts.read_text("utf-8"))
        kept = drafts.read_text("utf-8")
        assert len(json.loads(kept)) == 1
    drafts.write_text(kept, "utf-8")  # as it lay there when the program died
    with program(tmp_path, qapp, qtbot) as person:
        products = ProductsPage(person)
        products.go()
        products.wait_rows(("Teapot", "Draft", "$120.00"))
        editor = products.choose("Teapot")
        person.wait(lambda: editor.title() == "Teapot, ten")


def test_the_demo_shop_is_one_click_away(products: ProductsPage) -> None:
    products.fill_with_demo()
    products.person.wait(lambda: len(products.rows()) == 60)

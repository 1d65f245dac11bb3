"""The whole window over a real directory: 64 variants from nothing to sale; many prices at once, undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.history.undo_actions import UNDO
from rustok_desktop.gui.operations.products import FillDemo

from .pages.inventory_page import InventoryPage
from .pages.person import Person, program
from .pages.products_page import ProductsPage


async def russian(platform: Any) -> bool:
    await platform.tenants.enable_locale(platform.context(), "ru")
    return True


def whole(person: Person) -> Any:
    """The only product there is, as the shop knows it, and its line in the list."""

    async def read(platform: Any) -> Any:
        from rustok_desktop.index.schemas import ProductQuery

        await platform.consumers.drain()
        (row,) = (await platform.listing.page(platform.context(), ProductQuery(), limit=100)).rows
        return await platform.catalog.get_product(platform.context(), row.product_id), row

    return person.ask(read)


def test_a_product_of_sixty_four_variants_from_nothing_to_sale(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with program(tmp_path, qapp, qtbot) as person:
        person.ask(russian, write=True)
        products = ProductsPage(person)
        products.go()
        editor = products.begin()
        editor.fill("Title", "Ramen bowl")
        grid = editor.variants()
        for line in ("Size: S, M, L, XL", "Colour: ash, moss, honey, rust", "Glaze: matt, satin, gloss, raw"):
            grid.add_option(line)
        grid.add_missing(63)
        person.wait(lambda: len(grid.column("SKU")) == 64)
        grid.tick_all()
        grid.by_formula("Cost", "= 10")
        grid.by_formula("Price", "= cost * 2.4, round to .99")
        editor.add_image("https://img.example/bowl.jpg")
        editor.describe_image(0, "A bowl")
        editor.save()
        editor.speak("Русский")
        editor.fill("Title", "Миска для рамена")
        editor.save()
        editor.publish()
        put_into_two_places(person)

        product, row = whole(person)
        assert {p.amount for v in product.variants for p in v.prices} == {2399}
        assert len({v.title for v in product.variants}) == 64
        assert {locale: words.title for locale, words in product.translations.items()} == {
            "en": "Ramen bowl", "ru": "Миска для рамена",
        }  # fmt: skip
        assert [(image.url, image.alt_text) for image in product.images] == [("https://img.example/bowl.jpg", "A bowl")]
        on_hand = {s.location_name: s.on_hand for s in product.variants[0].stock}
        assert on_hand == {"Main": 7, "Annex": 3}
        assert (row.status, row.variant_count, row.price_min, row.price_max) == ("active", 64, 2399, 2399)
        products.go()
        products.search("ramen")


def put_into_two_places(person: Person) -> None:
    stock = InventoryPage(person)
    stock.go()
    stock.open_location("Annex")
    person.wait(lambda: len(stock.on_hand()) == 64)
    stock.set_on_hand(0, "10")
    person.wait(lambda: stock.on_hand()[0] == "10")
    stock.transfer(0, "3")
    person.wait(lambda: stock.on_hand()[0] == "7")
    stock.look_at("Annex")
    person.wait(lambda: stock.on_hand()[:2] == ["3", "0"])


def prices_of(person: Person) -> dict[str, tuple[int | None, int | None]]:
    async def read(platform: Any) -> Any:
        from rustok_desktop.index.schemas import ProductQuery

        await platform.consumers.drain()
        page = await platform.listing.page(platform.context(), ProductQuery(), limit=100)
        return {row.title: (row.price_min, row.price_max) for row in page.rows}

    found: dict[str, tuple[int | None, int | None]] = person.ask(read)
    return found


def undo_name(person: Person) -> str:
    return person.application.services.actions.get(UNDO).text()


def test_the_prices_of_a_search_are_changed_and_taken_back_after_a_restart(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with program(tmp_path, qapp, qtbot) as person:
        person.ask(FillDemo(90), write=True)
        before = prices_of(person)
        products = ProductsPage(person)
        products.go()
        products.search("vase")
        found = len(products.titles())
        assert found > 1
        products.change_prices("+10 %")
        after = prices_of(person)
        changed = {title for title in before if before[title] != after[title]}
        assert len(changed) == found
        assert all("vase" in title.casefold() for title in changed)
        person.wait(lambda: f"{found} product" in undo_name(person))
    with program(tmp_path, qapp, qtbot) as again:
        again.wait(lambda: f"{found} product" in undo_name(again))
        ProductsPage(again).undo()
        again.wait(lambda: prices_of(again) == before)

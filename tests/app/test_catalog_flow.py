"""The whole window over a real directory: 64 variants from nothing to sale; many prices at once, undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.operations.products import FillDemo

from .test_undo_flow import UNDO, Window, window


def ask(shop: Window, operation: Any, *, write: bool = False) -> Any:
    found: list[Any] = []
    shop.application.services.client.submit(operation, on_result=found.append, write=write)
    shop.wait(lambda: bool(found))
    return found[0]


async def russian(platform: Any) -> bool:
    await platform.tenants.enable_locale(platform.context(), "ru")
    return True


def give_options(shop: Window) -> None:
    """Three options of four values, typed as a person types them, and a variant for every combination."""
    tab = shop.page.editor.variants
    shop.page.editor.strip.setCurrentIndex(1)
    for line in ("Size: S, M, L, XL", "Colour: ash, moss, honey, rust", "Glaze: matt, satin, gloss, raw"):
        shop.qtbot.mouseClick(tab.options.add_option, Qt.MouseButton.LeftButton)
        shop.qtbot.keyClicks(tab.options.new_option, line)
        shop.qtbot.keyClick(tab.options.new_option, Qt.Key.Key_Return)
    shop.wait(tab.options.add_missing.isVisible)
    assert "63" in tab.options.add_missing.text()
    shop.qtbot.mouseClick(tab.options.add_missing, Qt.MouseButton.LeftButton)
    shop.wait(lambda: tab.model.rowCount() == 64)


def price_by_formula(shop: Window) -> None:
    """Cost for all by hand would be tiresome: a fixed sum, then the price from it."""
    tab = shop.page.editor.variants
    tab.model.tick_all(True)
    for name, formula in (("cost", "= 10"), ("price", "= cost * 2.4, round to .99")):
        shop.qtbot.mouseClick(tab.bulk.lines[name], Qt.MouseButton.LeftButton)
        tab.bulk.formula.line.clear()
        shop.qtbot.keyClicks(tab.bulk.formula.line, formula)
        shop.qtbot.keyClick(tab.bulk.formula.line, Qt.Key.Key_Return)


def test_a_product_of_sixty_four_variants_from_nothing_to_sale(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with window(tmp_path, qapp, qtbot) as shop:
        ask(shop, russian, write=True)
        page = shop.page
        shop.application.services.actions.trigger("products.new")
        shop.type("title", "Ramen bowl")
        give_options(shop)
        price_by_formula(shop)
        shop.save()
        state = page.controller.state
        assert state is not None
        assert state.view is not None
        assert len(state.view.variants) == 64
        assert {p.amount for v in state.view.variants for p in v.prices} == {2399}
        assert len({v.title for v in state.view.variants}) == 64

        page.controller.edit("title@ru", "Миска для рамена")
        shop.save()
        page.controller.publish("publish")
        shop.wait(lambda: page.controller.state.view.status == "active")  # type: ignore[union-attr]
        translations = page.controller.state.view.translations  # type: ignore[union-attr]
        assert {locale: words.title for locale, words in translations.items()} == {
            "en": "Ramen bowl", "ru": "Миска для рамена",
        }  # fmt: skip
        page.list.search("ramen")
        shop.wait(lambda: page.list.model.rowCount() == 1 and page.list.model.listed(0) is not None)
        listed = page.list.model.listed(0)
        assert listed is not None
        shop.wait(lambda: page.list.model.listed(0).row.status == "active")  # type: ignore[union-attr]
        assert (listed.row.variant_count, listed.row.price_min, listed.row.price_max) == (64, 2399, 2399)


def titles_in(shop: Window) -> list[str]:
    """What the list shows, as far as it was read."""
    model = shop.page.list.model
    rows = (model.listed(row) for row in range(model.rowCount()))
    return [listed.row.title for listed in rows if listed is not None]


def prices_of(shop: Window) -> dict[str, tuple[int | None, int | None]]:
    async def read(platform: Any) -> Any:
        from rustok_desktop.index.schemas import ProductQuery

        await platform.consumers.drain()
        page = await platform.listing.page(platform.context(), ProductQuery(), limit=100)
        return {row.title: (row.price_min, row.price_max) for row in page.rows}

    found: dict[str, tuple[int | None, int | None]] = ask(shop, read)
    return found


def test_the_prices_of_a_search_are_changed_and_taken_back_after_a_restart(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with window(tmp_path, qapp, qtbot) as shop:
        ask(shop, FillDemo(90), write=True)
        before = prices_of(shop)
        page = shop.page
        page.list.search("vase")
        shop.wait(lambda: titles_in(shop) and all("vase" in title.casefold() for title in titles_in(shop)))
        found = page.list.model.rowCount()
        assert found > 1
        page.change_prices()
        dialog = page.price_dialog
        assert dialog is not None
        shop.wait(lambda: dialog._ids is not None)
        qtbot.keyClicks(dialog.formula, "+10 %")
        shop.wait(dialog.apply_button.isEnabled)
        qtbot.mouseClick(dialog.apply_button, Qt.MouseButton.LeftButton)
        shop.wait(lambda: page.price_dialog is None)
        after = prices_of(shop)
        changed = {title for title in before if before[title] != after[title]}
        assert len(changed) == found
        assert all("vase" in title.casefold() for title in changed)
        shop.wait(lambda: f"{found} product" in shop.name(UNDO))
    with window(tmp_path, qapp, qtbot) as again:
        again.wait(lambda: f"{found} product" in again.name(UNDO))
        again.press(Qt.Key.Key_Z)
        again.wait(lambda: prices_of(again) == before)

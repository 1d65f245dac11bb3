"""Products in the palette: asked from the shop, answered later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from rustok_desktop.gui.navigator import Navigator
from rustok_desktop.gui.operations.palette import find_products
from rustok_desktop.gui.palette.palette_source import PaletteItem, Section
from rustok_desktop.gui.palette.shop_search import ShopSearch
from rustok_desktop.gui.services import ClientPort

if TYPE_CHECKING:
    from rustok_desktop.index.schemas import ProductRow, SearchHit, SearchResult

_LIMIT = 5


class ProductSource:
    """The best products for the text, with SKU and price."""

    def __init__(self, client: ClientPort, navigator: Navigator, language: Callable[[], str]) -> None:
        self._navigator = navigator
        self._language = language
        self._shop = ShopSearch(client, partial(find_products, limit=_LIMIT), self._section)

    def title(self) -> str:
        """As the protocol."""
        return QCoreApplication.translate("Palette", "Products")

    def search(self, text: str, deliver: Callable[[Section], None]) -> None:
        """As the protocol."""
        self._shop.search(text, deliver)

    def _section(self, result: SearchResult) -> Section:
        items = tuple(self._item(hit) for hit in result.hits)
        total = QLocale().toString(result.total.value) + ("" if result.total.exact else "+")
        label = QCoreApplication.translate("Palette", "{shown} of {total}").format(shown=len(items), total=total)
        return Section(items, label if items else "")

    def _item(self, hit: SearchHit) -> PaletteItem:
        row = hit.row
        return PaletteItem(
            row.title,
            partial(self._navigator.go, "products", product_id=row.product_id),
            marks=hit.marks,
            side=row.sku,
            value=_price(row, self._language()),
            picture=row.title or row.handle,
        )


def _price(row: ProductRow, language: str) -> str:
    from rustok_desktop.core.money import format_amount

    if row.price_min is None:
        return ""
    return format_amount(row.price_min, row.currency_code, language)

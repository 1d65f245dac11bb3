"""What the labels page asks of the platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.commerce.views import ProductView, VariantView

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

PRODUCTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class LabelItem:
    """What a label says of one variant; amounts in minor units, ``stock`` what is on hand everywhere."""

    title: str
    variant: str
    sku: str
    barcode: str
    currency_code: str
    amount: int | None
    compare_at: int | None
    stock: int


@dataclass(frozen=True, slots=True)
class ReadLabels:
    """One item for each variant of the products, in their order; at most ``PRODUCTS_AT_ONCE`` products."""

    product_ids: tuple[str, ...]

    async def __call__(self, platform: Platform) -> tuple[LabelItem, ...]:
        ctx = platform.context()
        items: list[LabelItem] = []
        for product_id in self.product_ids[:PRODUCTS_AT_ONCE]:
            view = await platform.catalog.get_product(ctx, product_id)
            items += [_item(view, variant, ctx.locale) for variant in view.variants]
        return tuple(items)


def _item(view: ProductView, variant: VariantView, locale: str) -> LabelItem:
    words = view.translations.get(locale) or next(iter(view.translations.values()))
    price = next((price for price in variant.prices if price.currency_code == view.currency_code), None)
    return LabelItem(
        title=words.title,
        variant=variant.title if view.options else "",
        sku=variant.sku or "",
        barcode=variant.barcode or "",
        currency_code=view.currency_code,
        amount=price.amount if price is not None else None,
        compare_at=price.compare_at_amount if price is not None else None,
        stock=sum(level.on_hand for level in variant.stock),
    )

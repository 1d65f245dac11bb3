"""Price changes over a whole list, as the window asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.commerce.views import PricePreview, PricesChanged
from rustok_desktop.index.schemas import ProductQuery

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.schemas import ChangePrices

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class CollectProducts:
    """The ids of every product of a list or search."""

    query: ProductQuery

    async def __call__(self, platform: Platform) -> tuple[str, ...]:
        ctx, ids, after = platform.context(), dict[str, None](), None
        while True:
            page = await platform.listing.page(ctx, self.query, after=after, limit=_PAGE)
            ids.update(dict.fromkeys(row.product_id for row in page.rows))
            after = page.next
            if after is None:
                return tuple(ids)


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A formula for all variants of these products; ``versions`` are those of the preview it was approved by."""

    formula: str
    target: str
    product_ids: tuple[str, ...]
    versions: tuple[tuple[str, int], ...] = ()

    def command(self, platform: Platform) -> ChangePrices:
        """For the shop's own currency."""
        from rustok_desktop.commerce.schemas import ChangePrices

        return ChangePrices.model_validate(
            {
                "formula": self.formula,
                "target": self.target,
                "currency_code": platform.tenant.currency_code,
                "product_ids": self.product_ids,
                "base_versions": dict(self.versions),
            }
        )


@dataclass(frozen=True, slots=True)
class PreviewPriceChange:
    """What it would do."""

    change: PriceChange

    async def __call__(self, platform: Platform) -> PricePreview:
        return await platform.catalog.preview_prices(platform.context(), self.change.command(platform))


@dataclass(frozen=True, slots=True)
class ApplyPriceChange:
    """Do it, as a whole."""

    change: PriceChange

    async def __call__(self, platform: Platform) -> PricesChanged:
        ctx = platform.context().with_new_correlation()
        return await platform.catalog.change_prices(ctx, self.change.command(platform))

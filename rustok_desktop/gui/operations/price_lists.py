"""What the Prices page and the product's prices tab ask of the platform; plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rustok_desktop.commerce.price_lists_views import (
    ListPricePage,
    ListPricePreview,
    PriceListRow,
    PriceListSaved,
    ProductPrices,
)
from rustok_desktop.core.clock import utc_now

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.price_lists_schemas import FormulaForList

Key = tuple[str, int]  # variant, from this quantity on


@dataclass(frozen=True, slots=True)
class PriceLists:
    """All lists, the shop's money (the main one first) and the moment it is."""

    rows: tuple[PriceListRow, ...]
    currencies: tuple[str, ...]
    now: str


@dataclass(frozen=True, slots=True)
class ReadPriceLists:
    """All price lists of the shop."""

    async def __call__(self, platform: Platform) -> PriceLists:
        rows = await platform.price_lists.list(platform.context())
        return PriceLists(rows, await _currencies(platform), utc_now())


@dataclass(frozen=True, slots=True)
class LoadedPriceList:
    """A list with its first prices."""

    row: PriceListRow
    page: ListPricePage


@dataclass(frozen=True, slots=True)
class LoadPriceList:
    """A list for the editor; of its prices (those that ``text`` finds) at least ``limit``."""

    price_list_id: str
    limit: int = 200
    text: str = ""

    async def __call__(self, platform: Platform) -> LoadedPriceList:
        ctx, service = platform.context(), platform.price_lists
        row = await service.get(ctx, self.price_list_id)
        page = await service.prices(ctx, self.price_list_id, limit=max(self.limit, 200), text=self.text)
        return LoadedPriceList(row, page)


@dataclass(frozen=True, slots=True)
class ReadListPrices:
    """Further prices, behind a cursor."""

    price_list_id: str
    after: str
    text: str = ""

    async def __call__(self, platform: Platform) -> ListPricePage:
        ctx = platform.context()
        return await platform.price_lists.prices(ctx, self.price_list_id, after=self.after, text=self.text)


@dataclass(frozen=True, slots=True)
class SavePriceList:
    """Fields of a list by name; a new list when there is no id yet."""

    price_list_id: str | None
    base_version: int
    fields: tuple[tuple[str, Any], ...]

    async def __call__(self, platform: Platform) -> PriceListSaved:
        from rustok_desktop.commerce.price_lists_schemas import CreatePriceList, UpdatePriceList

        ctx, given = platform.context().with_new_correlation(), dict(self.fields)
        if self.price_list_id is None:
            return await platform.price_lists.create(ctx, CreatePriceList.model_validate(given))
        given |= {"price_list_id": self.price_list_id, "base_version": self.base_version}
        return await platform.price_lists.update(ctx, UpdatePriceList.model_validate(given))


@dataclass(frozen=True, slots=True)
class TrashPriceList:
    """A list into the trash."""

    price_list_id: str

    async def __call__(self, platform: Platform) -> PriceListSaved:
        from rustok_desktop.commerce.price_lists_schemas import PriceListCommand

        command = PriceListCommand(price_list_id=self.price_list_id)
        return await platform.price_lists.trash(platform.context().with_new_correlation(), command)


@dataclass(frozen=True, slots=True)
class SetListPrices:
    """Prices to set, as (variant, from, amount), and to remove."""

    price_list_id: str
    prices: tuple[tuple[str, int, int], ...] = ()
    remove: tuple[Key, ...] = ()

    async def __call__(self, platform: Platform) -> PriceListSaved:
        from rustok_desktop.commerce import price_lists_schemas as commands

        command = commands.SetListPrices.model_validate(
            {
                "price_list_id": self.price_list_id,
                "prices": [{"variant_id": v, "min_quantity": q, "amount": a} for v, q, a in self.prices],
                "remove": [{"variant_id": v, "min_quantity": q} for v, q in self.remove],
            }
        )
        return await platform.price_lists.set_prices(platform.context().with_new_correlation(), command)


@dataclass(frozen=True, slots=True)
class ListFormula:
    """A formula for these variants and products, or for all that are in the list; ``version`` was looked at."""

    price_list_id: str
    formula: str
    min_quantity: int = 1
    product_ids: tuple[str, ...] = ()
    variant_ids: tuple[str, ...] = ()
    version: int | None = None

    def command(self) -> FormulaForList:
        """The service's command."""
        from rustok_desktop.commerce.price_lists_schemas import FormulaForList

        return FormulaForList.model_validate(
            {
                "price_list_id": self.price_list_id,
                "base_version": self.version,
                "formula": self.formula,
                "min_quantity": self.min_quantity,
                "product_ids": self.product_ids,
                "variant_ids": self.variant_ids,
            }
        )


@dataclass(frozen=True, slots=True)
class PreviewListFormula:
    """What it would do."""

    formula: ListFormula

    async def __call__(self, platform: Platform) -> ListPricePreview:
        return await platform.price_lists.preview_prices(platform.context(), self.formula.command())


@dataclass(frozen=True, slots=True)
class ApplyListFormula:
    """Do it, as a whole."""

    formula: ListFormula

    async def __call__(self, platform: Platform) -> PriceListSaved:
        ctx = platform.context().with_new_correlation()
        return await platform.price_lists.change_prices(ctx, self.formula.command())


@dataclass(frozen=True, slots=True)
class LoadedProductPrices:
    """A product's prices in one money; ``currencies`` are the shop's and those it has prices in, main first."""

    prices: ProductPrices
    currencies: tuple[str, ...]
    used_only: frozenset[str]


@dataclass(frozen=True, slots=True)
class LoadProductPrices:
    """What holds for a product now, in one money or the shop's own."""

    product_id: str
    currency: str | None = None

    async def __call__(self, platform: Platform) -> LoadedProductPrices:
        shop = await _currencies(platform)
        ctx, currency = platform.context(), self.currency or shop[0]
        prices = await platform.price_lists.of_product(ctx, self.product_id, currency, utc_now())
        others = tuple(code for code in prices.currencies if code not in shop)
        return LoadedProductPrices(prices, (*shop, *others), frozenset(others))


async def _currencies(platform: Platform) -> tuple[str, ...]:
    tenant = platform.tenant
    return (tenant.currency_code, *await platform.tenants.currencies(tenant.id))

"""Price lists: sales and overrides with dates, priorities and prices from a quantity on; and which price holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from rustok_desktop.commerce import price_lists_edit as edit
from rustok_desktop.commerce import price_lists_formula as formula
from rustok_desktop.commerce import price_lists_prices as prices
from rustok_desktop.commerce import price_lists_sql as sql
from rustok_desktop.commerce.price_lists_rules import ListOffer, ListTerms, effective_price, price_steps
from rustok_desktop.commerce.price_lists_schemas import (
    CreatePriceList,
    FormulaForList,
    PriceListCommand,
    SetListPrices,
    UpdatePriceList,
)
from rustok_desktop.commerce.price_lists_views import (
    ListPricePage,
    ListPricePreview,
    ListPriceView,
    PriceListRow,
    PriceListSaved,
    ProductPrices,
    VariantEffectivePrice,
    VariantListPrice,
    VariantPrices,
)
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.core.text import fold
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

PAGE = 200
PREVIEW_LINES = 200
SEARCHED = 2000  # prices read at a time while a text is looked for
_SEPARATOR = "/"


class PriceListService:
    """Every method asks for a permission on discounts first and sees only the caller's shop.

    Commands raise Invalid with all wrong fields, NotFound, VersionConflict or another UserError, and change nothing
    then. No method reads a clock: the moment that a price is asked for is given.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def create(self, ctx: Context, command: CreatePriceList) -> PriceListSaved:
        """A new list, without prices."""
        require(ctx, Resource.DISCOUNTS, Action.CREATE)
        return await self._writer.run(partial(edit.create, ctx, self._bus, command))

    async def update(self, ctx: Context, command: UpdatePriceList) -> PriceListSaved:
        """Another name, type, status, term or priority; another currency while there are no prices."""
        require(ctx, Resource.DISCOUNTS, Action.UPDATE)
        return await self._writer.run(partial(edit.update, ctx, self._bus, command))

    async def trash(self, ctx: Context, command: PriceListCommand) -> PriceListSaved:
        """Into the trash with its prices."""
        require(ctx, Resource.DISCOUNTS, Action.DELETE)
        return await self._writer.run(partial(edit.trash, ctx, self._bus, command))

    async def restore(self, ctx: Context, command: PriceListCommand) -> PriceListSaved:
        """Out of the trash as it was."""
        require(ctx, Resource.DISCOUNTS, Action.DELETE)
        return await self._writer.run(partial(edit.restore, ctx, self._bus, command))

    async def purge(self, ctx: Context, command: PriceListCommand) -> PriceListSaved:
        """For good. There is no way back."""
        require(ctx, Resource.DISCOUNTS, Action.MANAGE)
        return await self._writer.run(partial(edit.purge, ctx, self._bus, command))

    async def set_prices(self, ctx: Context, command: SetListPrices) -> PriceListSaved:
        """Set and remove prices, all or nothing."""
        require(ctx, Resource.DISCOUNTS, Action.UPDATE)
        return await self._writer.run(partial(prices.set_prices, ctx, self._bus, command))

    async def change_prices(self, ctx: Context, command: FormulaForList) -> PriceListSaved:
        """Prices by a formula from the variants' own ones, all or nothing."""
        require(ctx, Resource.DISCOUNTS, Action.UPDATE)
        return await self._writer.run(partial(formula.change, ctx, self._bus, command))

    async def preview_prices(
        self, ctx: Context, command: FormulaForList, lines: int = PREVIEW_LINES
    ) -> ListPricePreview:
        """What :meth:`change_prices` would do; nothing is written."""
        require(ctx, Resource.DISCOUNTS, Action.READ)
        return await formula.preview(self._reader, ctx, command, lines)

    async def list(self, ctx: Context) -> tuple[PriceListRow, ...]:
        """All lists outside the trash: the highest priority first, then by name."""
        require(ctx, Resource.DISCOUNTS, Action.LIST)
        rows = [PriceListRow(*row) for row in await self._reader.all(sql.LISTS, at_tenant_id=ctx.tenant_id)]
        return tuple(sorted(rows, key=lambda row: (-row.priority, fold(row.name), row.id)))

    async def get(self, ctx: Context, price_list_id: str) -> PriceListRow:
        """A list without its prices, also one in the trash."""
        require(ctx, Resource.DISCOUNTS, Action.READ)
        row = await self._reader.one(sql.LIST, at_id=price_list_id, at_tenant_id=ctx.tenant_id)
        if row is None:
            raise NotFound("not_found", kind=edit.AGGREGATE, id=price_list_id)
        return PriceListRow(*row)

    async def prices(
        self, ctx: Context, price_list_id: str, *, after: str | None = None, limit: int = PAGE, text: str = ""
    ) -> ListPricePage:
        """Prices of a list behind the cursor ``after``; with ``text`` those whose product, variant or SKU has each of
        its words. NotFound for a list that is not there."""
        listed = await self.get(ctx, price_list_id)
        words = fold(text).split()
        found: list[ListPriceView] = []
        size = SEARCHED if words else limit
        async with self._reader.snapshot() as session:
            while True:
                rows = await session.all(sql.PAGE, **_page(ctx, listed, after, size))
                found += [ListPriceView(*row) for row in islice(_fitting(rows, words), limit - len(found))]
                if len(found) == limit:
                    return ListPricePage(tuple(found), _cursor(found[-1]))
                if len(rows) < size:
                    return ListPricePage(tuple(found), None)
                after = _cursor(ListPriceView(*rows[-1]))

    async def of_product(self, ctx: Context, product_id: str, currency: str, at: str) -> ProductPrices:
        """Every variant's own price in ``currency``, the lists it stands in, and what holds at ``at`` and from which
        quantity on."""
        require(ctx, Resource.DISCOUNTS, Action.READ)
        keys = {"product_id": product_id, "at_tenant_id": ctx.tenant_id}
        async with self._reader.snapshot() as session:
            if await session.one(sql.PRODUCT, **keys) is None:
                raise NotFound("not_found", kind="product", id=product_id)
            variants = await session.all(sql.VARIANTS, currency_code=currency, **keys)
            listed = _listed(await session.all(sql.OFFERS, **keys))
            used = await session.all(sql.PRODUCT_CURRENCIES, **keys)
        shown = tuple(_variant(row, listed.get(row[0], []), currency, at) for row in variants)
        return ProductPrices(product_id, currency, at, shown, tuple(row[0] for row in used))

    async def effective(
        self, ctx: Context, variant_id: str, currency: str, quantity: int, at: str
    ) -> VariantEffectivePrice:
        """What so many of a variant cost each at ``at``, and why. NotFound for a variant that is not there."""
        require(ctx, Resource.DISCOUNTS, Action.READ)
        keys = {"at_tenant_id": ctx.tenant_id}
        async with self._reader.snapshot() as session:
            row = await session.one(sql.VARIANT, variant_id=variant_id, currency_code=currency, **keys)
            if row is None:
                raise NotFound("not_found", kind="variant", id=variant_id)
            product_id, own = row
            listed = _listed(await session.all(sql.OFFERS, product_id=product_id, **keys)).get(variant_id, [])
        offers = [ListOffer(one.terms, one.min_quantity, one.amount) for one in listed]
        price = effective_price(own, offers, currency, quantity, at)
        return VariantEffectivePrice(product_id, variant_id, currency, quantity, at, price)

    async def variants_by_sku(self, ctx: Context, skus: tuple[str, ...]) -> dict[str, str]:
        """Ids of variants by SKU; those that no variant has are left out."""
        require(ctx, Resource.DISCOUNTS, Action.READ)
        rows = await self._reader.all(sql.BY_SKU, at_tenant_id=ctx.tenant_id, skus=dumps(list(skus)))
        return dict(rows)


def _page(ctx: Context, listed: PriceListRow, after: str | None, limit: int) -> dict[str, Any]:
    product_id, variant_id, quantity = (after or f"{_SEPARATOR}{_SEPARATOR}0").split(_SEPARATOR)
    return {
        "at_id": listed.id,
        "at_tenant_id": ctx.tenant_id,
        "locale": ctx.locale,
        "currency_code": listed.currency_code,
        "product_id": product_id,
        "variant_id": variant_id,
        "min_quantity": int(quantity),
        "limit": limit,
    }


def _cursor(price: ListPriceView) -> str:
    return _SEPARATOR.join((price.product_id, price.variant_id, str(price.min_quantity)))


def _fitting(rows: Iterable[tuple[Any, ...]], words: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Rows with every word. Compared here: SQLite knows capitals of English only."""
    title, told = None, ""
    for row in rows:
        if words and row[1] != title:  # a product's prices stand together
            title, told = row[1], fold(row[1])
        own = "" if all(word in told for word in words) else fold(f"{row[4]} {row[5] or ''}")
        if all(word in told or word in own for word in words):
            yield row


def _listed(rows: list[tuple[Any, ...]]) -> dict[str, list[VariantListPrice]]:
    """What lists say, by variant."""
    listed: dict[str, list[VariantListPrice]] = {}
    for variant_id, quantity, amount, version, list_id, name, _, kind, status, currency, *rest in rows:
        priority, starts_at, ends_at, deleted_at = rest
        terms = ListTerms(list_id, name, kind, status, currency, priority, starts_at, ends_at, deleted_at is not None)
        listed.setdefault(variant_id, []).append(VariantListPrice(terms, version, quantity, amount))
    return listed


def _variant(row: tuple[Any, ...], listed: list[VariantListPrice], currency: str, at: str) -> VariantPrices:
    variant_id, title, sku, amount, compare_at, cost = row
    ours = [one for one in listed if one.terms.currency_code == currency and not one.terms.trashed]
    offers = [ListOffer(one.terms, one.min_quantity, one.amount) for one in ours]
    steps = price_steps(amount, offers, currency, at)
    return VariantPrices(variant_id, title, sku, amount, compare_at, cost, tuple(ours), steps)

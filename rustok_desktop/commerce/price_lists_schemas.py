"""Commands on price lists. A field left out stays as it is; ``None`` empties it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from rustok_desktop.commerce.schemas import Amount, Command, Currency
from rustok_desktop.core import limits

ListName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=limits.PRICE_LIST_NAME)]
ListDescription = Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.PRICE_LIST_DESCRIPTION)]
ListType = Literal["sale", "override"]
ListStatus = Literal["draft", "active"]
Priority = Annotated[int, Field(ge=0, le=limits.PRICE_LIST_PRIORITY)]
Moment = Annotated[str, StringConstraints(max_length=limits.TIME_TEXT)]
MinQuantity = Annotated[int, Field(ge=1, le=limits.QUANTITY_MAX)]


class CreatePriceList(Command):
    """A new list; in the shop's main money unless another one of the shop's is named."""

    name: ListName
    description: ListDescription | None = None
    type: ListType = "sale"
    status: ListStatus = "draft"
    currency_code: Currency | None = None
    priority: Priority = 0
    starts_at: Moment | None = None
    ends_at: Moment | None = None


class PriceListCommand(Command):
    """An act on a whole list."""

    price_list_id: str
    base_version: int | None = None


class UpdatePriceList(PriceListCommand):
    """An edit of a list's own fields; only those given."""

    name: ListName | None = None
    description: ListDescription | None = None
    type: ListType | None = None
    status: ListStatus | None = None
    currency_code: Currency | None = None
    priority: Priority | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None


class PriceKey(Command):
    """Names a price of a list."""

    variant_id: str
    min_quantity: MinQuantity = 1


class ListPrice(PriceKey):
    """A variant's price in the list from a quantity on, in minor units of the list's money."""

    amount: Amount


class SetListPrices(PriceListCommand):
    """Prices to set and to remove, all or nothing; removing one that is not there is no mistake."""

    prices: Annotated[tuple[ListPrice, ...], Field(max_length=limits.PRICE_LIST_PRICES)] = ()
    remove: Annotated[tuple[PriceKey, ...], Field(max_length=limits.PRICE_LIST_PRICES)] = ()


class FormulaForList(PriceListCommand):
    """Prices worked out from the variants' own ones, all or nothing.

    Concerned are all variants of ``product_ids`` and those of ``variant_ids``, also new ones; where both are empty the
    variants that have a price from this quantity on in the list already.
    """

    formula: str
    min_quantity: MinQuantity = 1
    product_ids: Annotated[tuple[str, ...], Field(max_length=limits.PRICE_LIST_PRICES)] = ()
    variant_ids: Annotated[tuple[str, ...], Field(max_length=limits.PRICE_LIST_PRICES)] = ()
    except_variant_ids: Annotated[tuple[str, ...], Field(max_length=limits.PRICE_LIST_PRICES)] = ()

"""What is typed about prices on the command line: amounts by SKU and quantity, and moments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.core.money import AmountError, parse_amount


class TypedPrice(NamedTuple):
    """``SKU@QUANTITY=PRICE`` in minor units; 0 where no price was asked for."""

    sku: str
    min_quantity: int
    amount: int


def parse_prices(texts: Iterable[str], currency: str | None, *, tiers: bool = True) -> list[TypedPrice]:
    """Every text, or Invalid with all that cannot be read; without ``currency`` they name no price.

    The last ``=`` and the last ``@`` before it count, so a SKU may hold both.
    """
    found, problems = [], []
    for text in texts:
        left, sign, price = text.rpartition("=") if currency is not None else (text, "=", "0")
        sku, at, quantity = left.rpartition("@") if tiers else ("", "", left)
        if not at or not (quantity.isascii() and quantity.isdigit() and int(quantity)):
            sku, quantity = left, "1"
        if not sign or not sku:
            problems.append(FieldProblem("prices", "bad_set", {"value": text}))
            continue
        try:
            amount = parse_amount(price, currency) if currency is not None else 0
        except AmountError as error:
            problems.append(FieldProblem("prices", error.code, error.params, error.suggestion))
            continue
        found.append(TypedPrice(sku, int(quantity), amount))
    if problems:
        raise Invalid(problems)
    return found


def moment(field: str, text: str | None) -> str | None:
    """``2030-01-31``, ``2030-01-31T09:00`` or a full time as the shop writes it; UTC unless it says otherwise.

    None for nothing or an empty text.
    """
    if not text:
        return None
    try:
        given = datetime.fromisoformat(text)
    except ValueError as error:
        raise Invalid([FieldProblem(field, "bad_time", {"value": text})]) from error
    utc = given.replace(tzinfo=UTC) if given.tzinfo is None else given.astimezone(UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

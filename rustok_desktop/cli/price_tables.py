"""How the command line shows price lists and prices to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rustok_desktop.cli.output import pairs, plain, table
from rustok_desktop.core.money import plain_amount

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rustok_desktop.commerce.price_lists_views import (
        ListPricePreview,
        ListPriceView,
        PriceListRow,
        PriceListSaved,
        VariantEffectivePrice,
    )


def list_rows(rows: Sequence[PriceListRow]) -> str:
    """The lists, one a line."""
    shown = [
        (row.id, row.name, row.type, row.status, row.priority, row.currency_code, row.starts_at, row.ends_at, row.count)
        for row in rows
    ]
    headers = ("id", "name", "type", "status", "priority", "money", "starts", "ends", "prices")
    return table(headers, shown) or "There are no price lists."


def list_with_prices(found: dict[str, Any]) -> str:
    """A list's fields above its prices."""
    one: PriceListRow = found["price_list"]
    names = ("id", "name", "description", "type", "status", "currency_code", "priority", "starts_at", "ends_at")
    head = pairs((name, getattr(one, name)) for name in (*names, "version"))
    prices: Sequence[ListPriceView] = found["prices"]
    rows = [
        (
            price.sku,
            price.product_title,
            price.variant_title,
            price.min_quantity,
            amount_text(price.base_amount, one.currency_code),
            amount_text(price.amount, one.currency_code),
        )
        for price in prices
    ]
    headers = ("sku", "product", "variant", "from", "own price", "price")
    return f"{head}\n\n{table(headers, rows) or 'There are no prices in it.'}"


def previewed(found: ListPricePreview) -> str:
    """What a formula would do."""
    money = found.currency_code
    rows = [
        (
            line.sku,
            line.product_title,
            amount_text(line.base, money),
            amount_text(line.was, money),
            amount_text(line.becomes, money),
            line.problem.text() if line.problem else "",
        )
        for line in found.lines
    ]
    counted = f"New: {found.added}, changed: {found.changed}, so already: {found.unchanged}, left: {found.untouched}."
    return f"{table(('sku', 'product', 'own price', 'was', 'becomes', 'problem'), rows)}\n{counted}".lstrip("\n")


def reasons(found: VariantEffectivePrice) -> str:
    """A price and why it holds, above those that do not."""
    price, money = found.price, found.currency_code
    if price.amount is None:
        return "There is no price."
    terms = price.offer.terms if price.offer else None
    head = [
        ("price", f"{amount_text(price.amount, money)} {money}"),
        ("of", f"{terms.name} ({terms.type}, priority {terms.priority})" if terms else "the variant itself"),
        ("from quantity", price.offer.min_quantity if price.offer else 1),
    ]
    rows = [
        (
            one.offer.terms.name,
            one.offer.min_quantity,
            amount_text(one.offer.amount, one.offer.terms.currency_code),
            one.reason,
        )
        for one in price.passed
    ]
    rest = table(("passed over", "from", "price", "reason"), rows)
    return f"{pairs(head)}\n\n{rest}" if rest else pairs(head)


def amount_text(amount: int | None, currency: str) -> str:
    """An amount without its currency; empty for none."""
    return "" if amount is None else plain_amount(amount, currency)


def currencies_of(found: dict[str, Any]) -> str:
    """The main money and the further ones."""
    return pairs([("main", found["main"]), ("further", ", ".join(plain(found["further"])) or "none")])


def saved_as(saved: PriceListSaved) -> str:
    """Whether anything changed."""
    return f"Saved as version {saved.version}." if saved.changed else "It is so already."

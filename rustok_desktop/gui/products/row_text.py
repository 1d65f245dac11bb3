"""The words and figures of a list row."""

from __future__ import annotations

from rustok_desktop.core.money import format_amount
from rustok_desktop.index.schemas import ProductRow

# What the status chip shows: (text key, tone). An active product's stock says more than "active" when it is short.
CHIPS = {
    "active": "ok",
    "draft": "neutral",
    "archived": "neutral",
    "low": "warn",
    "out": "danger",
    "trash": "neutral",
}


def chip_key(row: ProductRow) -> str:
    """Which chip a row wears: its stock state when that needs looking at, otherwise its status."""
    if row.in_trash:
        return "trash"
    if row.status == "active" and row.stock_state in {"low", "out"}:
        return row.stock_state
    return row.status if row.status in CHIPS else "draft"


def price_text(row: ProductRow, locale: str) -> str:
    """One price, or the lowest and a plus sign where variants differ; empty without a price."""
    if row.price_min is None:
        return ""
    low = format_amount(row.price_min, row.currency_code, locale)
    return f"{low}+" if row.price_max is not None and row.price_max > row.price_min else low

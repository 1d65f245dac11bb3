"""Values as text for the review of a plan: short, in the file's own notation."""

from __future__ import annotations

from collections.abc import Sequence

from rustok_desktop.core.money import plain_amount
from rustok_desktop.core.text import strip_html

_LONGEST = 160
_KILO = 1_000_000  # milligrams


def money(amount: int | None, currency: str) -> str | None:
    """``24.00``."""
    return None if amount is None else plain_amount(amount, currency)


def weight(milligrams: int | None) -> str | None:
    """``1.25 kg`` from a kilogram on, else ``80 g``; no digits that say nothing."""
    if milligrams is None:
        return None
    unit, size = ("kg", _KILO) if milligrams >= _KILO else ("g", 1000)
    whole, rest = divmod(milligrams, size)
    digits = f"{rest:0{len(str(size)) - 1}d}".rstrip("0")
    return f"{whole}.{digits} {unit}" if digits else f"{whole} {unit}"


def words(text: str | None) -> str | None:
    """The beginning of a text, without markup."""
    if text is None:
        return None
    plain = strip_html(text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def flag(value: object) -> str:
    """``true`` or ``false``."""
    return "true" if value else "false"


def price_range(amounts: Sequence[int], currency: str) -> str:
    """``24.00`` or ``24.00 – 58.00``; "" without a price."""
    if not amounts:
        return ""
    low, high = min(amounts), max(amounts)
    least, most = plain_amount(low, currency), plain_amount(high, currency)
    return least if low == high else f"{least} – {most}"

"""What a shop can be counted and written in: the choices offered, the most likely first."""

from __future__ import annotations

from rustok_desktop.identity.names import LANGUAGE_NAMES

CURRENCIES = (
    "USD", "EUR", "RUB", "UAH", "BYN", "KZT", "GBP", "PLN", "CZK", "TRY", "CHF", "SEK", "NOK", "DKK", "CNY", "JPY",
    "CAD", "AUD", "BRL", "INR", "GEL", "AMD", "UZS",
)  # fmt: skip


def currency_choices(present: str) -> list[tuple[object, str]]:
    """Codes; the present one is among them."""
    return [(code, code) for code in dict.fromkeys((present, *CURRENCIES))]


def language_choices(present: str) -> list[tuple[object, str]]:
    """(tag, what the language calls itself); the present one is among them."""
    names = {present: LANGUAGE_NAMES.get(present, present), **LANGUAGE_NAMES}
    return list(names.items())

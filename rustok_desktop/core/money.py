"""Money: whole minor units of an ISO 4217 currency. No floating point anywhere. Standard library only."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from rustok_desktop.core import limits
from rustok_desktop.core.locale import NBSP, number_style

_NO_DECIMALS = (
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV",
    "XAF", "XOF", "XPF",
)  # fmt: skip
_THREE_DECIMALS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_DIGITS = dict.fromkeys(_NO_DECIMALS, 0) | dict.fromkeys(_THREE_DECIMALS, 3) | {"CLF": 4, "UYW": 4}
_SIGNS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "RUB": "₽", "KZT": "₸", "UAH": "₴",
    "TRY": "₺", "INR": "₹", "KRW": "₩", "ILS": "₪", "VND": "₫", "GEL": "₾", "PLN": "zł", "CZK": "Kč",
    "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "BRL": "R$", "MXN": "MX$",
}  # fmt: skip
_CODE = re.compile(r"[A-Z]{3}", re.ASCII).fullmatch
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009']+")
_NUMBER = re.compile(r"[0-9]+(?:[ ,.][0-9]+)*[.,]?|[.,][0-9]+").fullmatch
_ORDINARY = re.compile(r"[0-9]{1,12}(?:\.[0-9]{2})?", re.ASCII).fullmatch  # what nearly every file holds
_LONGEST = len(str(limits.AMOUNT_MAX))


class AmountError(ValueError):
    """A text that is no amount: a message ``code`` with its ``params``, and what was perhaps meant."""

    def __init__(self, code: str, suggestion: str | None = None, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.suggestion = suggestion
        self.params: dict[str, object] = params


def is_currency(code: str) -> bool:
    """Whether ``code`` has the shape of a currency code: three ASCII capitals."""
    return _CODE(code) is not None


def minor_digits(currency: str) -> int:
    """Decimals of a currency by ISO 4217: JPY 0, KWD 3, most others 2."""
    return _DIGITS.get(currency, 2)


def round_half_up(value: Decimal, digits: int = 0) -> Decimal:
    """The one rounding rule of the program: halves away from zero, to ``digits`` decimals."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def parse_amount(
    text: str, currency: str, *, decimal_comma: bool | None = None, allow_negative: bool = False
) -> int:
    """Minor units of a written amount: ``12.50``, ``12,50``, ``1 234,50``, ``1,234.50``, ``$12``.

    ``decimal_comma`` says what a comma is; None accepts either writing as long as only one reading makes
    sense in this currency. Raises AmountError: bad_amount, bad_amount_digits, negative_amount,
    amount_too_big.
    """
    digits = minor_digits(currency)
    if digits == 2 and not decimal_comma and _ORDINARY(text):
        return int(text.replace(".", "")) if "." in text else int(text) * 100
    number, negative = _bare(text, currency)
    if not _NUMBER(number):
        raise AmountError("bad_amount", _repair(text, currency), value=text)
    whole, fraction = _split(text, number, digits, decimal_comma)
    if len(whole) > _LONGEST:
        raise AmountError("amount_too_big", value=text)
    fraction = fraction.rstrip("0") if len(fraction) > digits else fraction
    if len(fraction) > digits:
        raise _too_fine(text, whole, fraction, currency)
    amount = int((whole or "0") + fraction.ljust(digits, "0"))
    if negative and amount and not allow_negative:
        raise AmountError("negative_amount", plain_amount(amount, currency), value=text)
    if amount > limits.AMOUNT_MAX:
        raise AmountError("amount_too_big", value=text)
    return -amount if negative else amount


def _bare(text: str, currency: str) -> tuple[str, bool]:
    """The digits and separators of ``text`` without sign of money or of minus."""
    number = _SPACES.sub(" ", text.replace("−", "-")).strip()
    for sign in (currency, _SIGNS.get(currency, currency)):
        bare = number.removeprefix("-").lstrip()
        if bare.startswith(sign):
            number = ("-" if number.startswith("-") else "") + bare.removeprefix(sign).lstrip()
        number = number.removesuffix(sign).rstrip()
    return number.removeprefix("-").lstrip(), number.startswith("-")


def _split(text: str, number: str, digits: int, decimal_comma: bool | None) -> tuple[str, str]:
    """(whole, fraction) digits; AmountError when the separators allow no reading, or two."""
    point = _decimal_mark(text, number, digits, decimal_comma)
    whole, _, fraction = number.rpartition(point) if point else (number, "", "")
    if not fraction.isdigit() and fraction:
        raise AmountError("bad_amount", value=text)
    marks = set(whole) & {" ", ",", "."}
    groups = re.split(r"[ ,.]", whole)
    well_grouped = len(marks) <= 1 and point not in marks and 1 <= len(groups[0]) <= 3
    if marks and not (well_grouped and all(len(group) == 3 for group in groups[1:])):
        raise AmountError("bad_amount", value=text)
    return "".join(groups).lstrip("0"), fraction


def _decimal_mark(text: str, number: str, digits: int, decimal_comma: bool | None) -> str:
    """The character that parts the fraction, or "" when there is none."""
    if decimal_comma is not None:
        mark, other = (",", ".") if decimal_comma else (".", ",")
        if mark not in number and re.search(rf"{re.escape(other)}[0-9]{{1,2}}$", number):
            raise AmountError("bad_amount", number.replace(other, mark), value=text)
        return mark if mark in number else ""
    dots, commas = number.count("."), number.count(",")
    if dots and commas:
        return "." if number.rindex(".") > number.rindex(",") else ","
    if dots == 1:
        return "."
    if commas != 1:
        return ""
    whole, _, tail = number.partition(",")
    if len(tail) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
        return ","
    if digits >= 3:  # 1,234 KWD: a thousand or one and a bit; nobody can tell
        raise AmountError("bad_amount", f"{whole}.{tail}", value=text)
    return ""


def _too_fine(text: str, whole: str, fraction: str, currency: str) -> AmountError:
    digits = minor_digits(currency)
    rounded = round_half_up(Decimal(f"{whole or '0'}.{fraction}"), digits)
    return AmountError("bad_amount_digits", f"{rounded:f}", value=text, currency=currency, digits=digits)


def _repair(text: str, currency: str) -> str | None:
    """The amount perhaps meant by a text with other signs around it, e.g. ``12.50 each``."""
    found = re.findall(r"[0-9][0-9 .,\u00a0\u202f]*", text)
    if len(found) != 1 or re.search(r"[0-9][eE][+-]?[0-9]", text):
        return None
    candidate = found[0].strip(" .,\u00a0\u202f")
    if len(candidate) >= len(text):  # nothing was around it: asking again would not end
        return None
    try:
        return plain_amount(parse_amount(candidate, currency), currency)
    except AmountError:
        return None


def plain_amount(amount: int, currency: str) -> str:
    """For fields and files: ``24.00``, a point and no grouping; ``2400`` in JPY."""
    digits = minor_digits(currency)
    text = f"{abs(amount):0{digits + 1}d}"
    text = f"{text[:-digits]}.{text[-digits:]}" if digits else text
    return f"-{text}" if amount < 0 else text


def format_amount(amount: int, currency: str, locale: str = "en") -> str:
    """For people: ``$1,234.00`` (en), ``1 234,00 $`` (ru, no-break spaces)."""
    style = number_style(locale)
    whole, _, fraction = plain_amount(abs(amount), currency).partition(".")
    text = f"{int(whole):,}".replace(",", style.group)
    if fraction:
        text = f"{text}{style.decimal}{fraction}"
    sign = _SIGNS.get(currency, currency)
    minus = "-" if amount < 0 else ""
    if not style.sign_leads:
        return f"{minus}{text}{NBSP}{sign}"
    return f"{minus}{sign}{text}" if not sign[-1].isalpha() else f"{minus}{sign}{NBSP}{text}"


def margin(price: int, cost: int | None) -> Decimal | None:
    """Per cent of the price that is not cost, one decimal (``70.0``); None without a cost or a price."""
    if cost is None or price <= 0:
        return None
    return round_half_up(Decimal(price - cost) * 100 / price, 1)


def discount(price: int, compare_at: int | None) -> Decimal | None:
    """Per cent off the compare-at price, one decimal (``15.6``); None when nothing is taken off."""
    if compare_at is None or compare_at <= price:
        return None
    return round_half_up(Decimal(compare_at - price) * 100 / compare_at, 1)

"""One cell's text as a value of its field. Each parser raises :class:`CellProblem` for a text it refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import Enum
from typing import Final, Generic, TypeVar

from rustok_desktop.core import limits
from rustok_desktop.core.money import AmountError, parse_amount

T = TypeVar("T")


class Empty(Enum):
    """A cell that is there and holds nothing; ``None`` stands for a column that is not there."""

    EMPTY = ""


EMPTY: Final = Empty.EMPTY
STATUSES = ("active", "draft", "archived")
WEIGHT_UNITS = ("g", "kg", "oz", "lb")
_BOOLEANS = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}
_LOOK_ALIKES = str.maketrans({"O": "0", "o": "0", "О": "0", "о": "0", "l": "1", "I": "1"})
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}(?:\.0*)?", re.ASCII).fullmatch
_DECIMAL = re.compile(r"[0-9]{1,12}(?:\.[0-9]{0,6})?", re.ASCII).fullmatch
_WEIGHED = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(kg|g|oz|lb|lbs)?", re.ASCII | re.IGNORECASE).fullmatch
_GRAMS = {"g": Decimal(1), "kg": Decimal(1000), "oz": Decimal("28.349523125"), "lb": Decimal("453.59237")}
_CACHED = 20_000


class CellProblem(ValueError):
    """A message code with its parameters, and the text that was perhaps meant."""

    def __init__(self, code: str, params: Mapping[str, object], suggestion: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.suggestion = suggestion


class Cached(Generic[T]):
    """A parser that remembers texts it accepted: columns of a file repeat a few values thousands of times."""

    __slots__ = ("_parse", "known")

    def __init__(self, parse: Callable[[str], T]) -> None:
        self._parse = parse
        self.known: dict[str, T] = {}

    def __call__(self, text: str) -> T:
        try:
            return self.known[text]
        except KeyError:
            value = self._parse(text)
            if len(self.known) < _CACHED:
                self.known[text] = value
            return value


def unguarded(text: str) -> str:
    """Without the apostrophe that keeps spreadsheets from reading a code as a number or a formula."""
    if text[:1] == "'" and len(text) > 1 and (text[1] in "=+-@" or text[1].isdigit()):
        return text[1:]
    return text


def amount(text: str, currency: str) -> int:
    """Minor units of a price with a decimal point; commas may only group thousands."""
    try:
        return parse_amount(text, currency, decimal_comma=False)
    except AmountError as error:
        suggestion = error.suggestion or _mended_amount(text, currency)
        raise CellProblem(error.code, {"value": text, **error.params}, suggestion) from None


def _mended_amount(text: str, currency: str) -> str | None:
    mended = text.translate(_LOOK_ALIKES)
    if mended == text:
        return None
    try:
        parse_amount(mended, currency, decimal_comma=False)
    except AmountError as error:
        return error.suggestion
    return mended


def grams(text: str) -> int:
    """Milligrams of a weight in grams, decimals allowed; ``1.2 kg`` is refused with ``1200`` as a suggestion."""
    if _DECIMAL(text):
        milligrams = int((Decimal(text) * 1000).to_integral_value())
        if milligrams <= limits.WEIGHT_MG_MAX:
            return milligrams
        raise CellProblem("too_big", {"limit": limits.WEIGHT_MG_MAX // 1000})
    raise CellProblem("not_a_number", {"value": text}, _mended_weight(text.translate(_LOOK_ALIKES)))


def _mended_weight(text: str) -> str | None:
    found = _WEIGHED(text.strip())
    if found is None:
        return None
    unit = (found[2] or "g").lower().removesuffix("s")
    value = Decimal(found[1].replace(",", ".")) * _GRAMS[unit]
    return f"{value.quantize(Decimal('0.001')).normalize():f}"


def whole(text: str) -> int:
    """A whole number (``5``, ``-3``, ``5.0``) within the limits of a quantity."""
    if not _WHOLE(text):
        raise CellProblem("not_whole_number", {"value": text}, _mended_whole(text.translate(_LOOK_ALIKES)))
    value = int(text.partition(".")[0])
    if abs(value) > limits.QUANTITY_MAX:
        raise CellProblem("too_big", {"limit": limits.QUANTITY_MAX})
    return value


def _mended_whole(text: str) -> str | None:
    try:
        value = Decimal(text.replace(",", ".").replace(" ", ""))
    except InvalidOperation:
        return None
    return f"{value:.0f}" if value.is_finite() and value == value.to_integral_value() else None


def boolean(text: str) -> bool:
    """TRUE or FALSE in any case; yes/no and 1/0 too."""
    value = _BOOLEANS.get(text.lower())
    if value is None:
        raise CellProblem("bad_boolean", {"value": text}, _closest(text, ("TRUE", "FALSE")))
    return value


def status(text: str) -> str:
    """active, draft or archived."""
    return _one_of(text, STATUSES, "bad_status")


def weight_unit(text: str) -> str:
    """g, kg, oz or lb."""
    return _one_of(text.rstrip("sS") if text.lower() == "lbs" else text, WEIGHT_UNITS, "bad_weight_unit")


def policy(text: str) -> str:
    """deny or continue; the new header generation asks TRUE/FALSE instead: go on selling without stock?"""
    going_on = _BOOLEANS.get(text.lower())
    if going_on is not None:
        return "continue" if going_on else "deny"
    return _one_of(text, ("deny", "continue"), "bad_policy")


def _one_of(text: str, words: tuple[str, ...], code: str) -> str:
    lowered = text.lower()
    if lowered in words:
        return lowered
    raise CellProblem(code, {"value": text}, _closest(lowered, words))


def _closest(text: str, words: tuple[str, ...]) -> str | None:
    close = get_close_matches(text.lower(), [word.lower() for word in words], 1, 0.6)
    return next((word for word in words if close and word.lower() == close[0]), None)

"""What a person types into number fields, read as values. Nothing here needs Qt or a database.

Every reader takes the path of the field and the text as typed, and answers ``(value, problem)``; an empty
text is the value None. The text itself is never rewritten: a wrong entry stays as it was typed.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from rustok_desktop.core import limits
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.locale import number_style
from rustok_desktop.core.money import AmountError, parse_amount

Read = tuple[int | None, FieldProblem | None]

MG_PER_UNIT = {
    "g": Decimal(1000),
    "kg": Decimal(1_000_000),
    "oz": Decimal("28349.523125"),
    "lb": Decimal("453592.37"),
}
_UNIT_SPELLINGS = {"г": "g", "кг": "kg", "gr": "g", "lbs": "lb", "ozs": "oz"}
_WITH_POINT = re.compile(r"[-−]?[0-9]+\.[0-9]+").fullmatch
_WITH_COMMA = re.compile(r"[-−]?[0-9]+,[0-9]+").fullmatch
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")


def read_money(path: str, text: str, currency: str, *, language: str = "en") -> Read:
    """Minor units of ``currency``; the problem says what is wrong and, where it is clear, what was meant.

    A point is read as one in every language; a lone comma is decimal where ``language`` writes it so, and elsewhere
    whatever makes sense.
    """
    if not text.strip():
        return None, None
    comma = True if number_style(language).decimal == "," and "." not in text else None
    try:
        return parse_amount(text, currency, decimal_comma=comma), None
    except AmountError as error:
        said = {**error.params, "value": money_text(text, language)} if "value" in error.params else error.params
        meant = error.suggestion and money_text(error.suggestion, language)
        return None, FieldProblem(path, error.code, said, meant)


def money_text(text: str, language: str) -> str:
    """An amount as a field shows it: ``12.50`` is ``12,50`` in Russian. Whatever is no plain amount stays as typed."""
    mark = number_style(language).decimal
    return text.replace(".", mark) if mark != "." and _WITH_POINT(text) else text


def plain_money(text: str, language: str) -> str:
    """What :func:`money_text` shows, with the point in which amounts are kept and compared."""
    if number_style(language).decimal != ",":
        return text
    bare = text.strip()
    return bare.replace(",", ".") if _WITH_COMMA(bare) else text


def read_whole(path: str, text: str, *, least: int = -limits.QUANTITY_MAX) -> Read:
    """A whole number with an optional sign; spaces between thousands are fine."""
    plain = text.translate(_SPACES).replace("\u2212", "-")
    if not plain:
        return None, None
    try:
        number = int(plain)
    except ValueError:
        return None, FieldProblem(path, "not_whole_number", {"value": text.strip()})
    if not least <= number <= limits.QUANTITY_MAX:
        return None, FieldProblem(path, "not_whole_number", {"value": text.strip()})
    return number, None


def split_weight(text: str, default_unit: str = "g") -> tuple[str, str]:
    """Number text and unit of ``'1,2 kg'``; without a unit, the default one."""
    plain = text.translate(_SPACES).casefold()
    for position, letter in enumerate(plain):
        if letter.isalpha():
            unit = plain[position:].rstrip(".")
            return plain[:position], _UNIT_SPELLINGS.get(unit, unit)
    return plain, default_unit


def read_weight(path: str, text: str, default_unit: str = "g") -> tuple[int | None, str, FieldProblem | None]:
    """Milligrams, the unit to show them in, and a problem."""
    number, unit = split_weight(text, default_unit)
    if not number and unit == default_unit:
        return None, unit, None
    try:
        grams = Decimal(number.replace(",", "."))
    except InvalidOperation:
        grams = Decimal("NaN")
    if unit not in MG_PER_UNIT or not grams.is_finite() or grams < 0:
        return None, default_unit, FieldProblem(path, "not_a_number", {"value": text.strip()})
    weight = int((grams * MG_PER_UNIT[unit]).to_integral_value(ROUND_HALF_UP))
    if weight > limits.WEIGHT_MG_MAX:
        return None, default_unit, FieldProblem(path, "not_a_number", {"value": text.strip()})
    return weight, unit, None


def weight_text(weight_mg: int | None, unit: str | None) -> str:
    """``'1.2 kg'``: at most four decimals, none that are zero. Empty for no weight."""
    if weight_mg is None:
        return ""
    shown = unit if unit in MG_PER_UNIT else "g"
    number = (Decimal(weight_mg) / MG_PER_UNIT[shown]).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    plain = f"{number:f}".rstrip("0").rstrip(".")
    return f"{plain or '0'} {shown}"


def read_tags(text: str) -> tuple[str, ...]:
    """The tags of a comma line in order, each once, compared without regard to case."""
    tags: dict[str, str] = {}
    for part in text.split(","):
        tag = " ".join(part.split())
        if tag:
            tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())

"""Pure rules for single values. Each returns None for a good value and the problem otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from rustok_desktop.core import limits
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.locale import normalize_locale
from rustok_desktop.core.money import is_currency
from rustok_desktop.core.text import RESERVED_HANDLES, slugify

T = TypeVar("T")
_HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]").search
_DIGITS = re.compile(r"[0-9]+").fullmatch
_DESTROYED = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,3}").fullmatch
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})


@dataclass(frozen=True, slots=True)
class GtinProblem:
    """A barcode of a GTIN's length whose check digit is wrong."""

    expected: int
    suggestion: str


def gtin_check(text: str) -> GtinProblem | None:
    """None for a sound GTIN-8/12/13/14 and for anything that is none of them (free text is fine)."""
    text = text.strip()
    if len(text) not in _GTIN_LENGTHS or not _DIGITS(text):
        return None
    body = text[:-1]
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    expected = -total % 10
    if expected == int(text[-1]):
        return None
    return GtinProblem(expected, f"{body}{expected}")


def excel_destroyed(text: str) -> bool:
    """Whether a spreadsheet turned a long number into ``1.23457E+12``; the digits are lost for good."""
    return _DESTROYED(text.strip()) is not None


def barcode(path: str, text: str) -> FieldProblem | None:
    """too_long, barcode_destroyed, bad_barcode_check (with the repaired number) or None."""
    if len(text) > limits.BARCODE:
        return FieldProblem(path, "too_long", {"limit": limits.BARCODE})
    if excel_destroyed(text):
        return FieldProblem(path, "barcode_destroyed", {"value": text})
    problem = gtin_check(text)
    if problem is None:
        return None
    return FieldProblem(path, "bad_barcode_check", {"expected": problem.expected}, problem.suggestion)


def sku(path: str, text: str) -> FieldProblem | None:
    """too_long, bad_sku (line breaks, control characters) or None."""
    if len(text) > limits.SKU:
        return FieldProblem(path, "too_long", {"limit": limits.SKU})
    if _CONTROL(text):
        return FieldProblem(path, "bad_sku", {}, " ".join(_CONTROL_RUN.sub(" ", text).split()))
    return None


_CONTROL_RUN = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def handle(path: str, text: str) -> FieldProblem | None:
    """required, too_long, bad_handle, reserved_handle (each with a handle that would do) or None."""
    if not text:
        return FieldProblem(path, "required")
    if len(text) > limits.HANDLE:
        return FieldProblem(path, "too_long", {"limit": limits.HANDLE}, slugify(text))
    if not _HANDLE(text):
        return FieldProblem(path, "bad_handle", {"value": text}, slugify(text))
    if text in RESERVED_HANDLES:
        return FieldProblem(path, "reserved_handle", {"value": text}, slugify(text))
    return None


def currency(path: str, text: str) -> FieldProblem | None:
    """bad_currency or None; lower case is refused with the capitals as a suggestion."""
    if is_currency(text):
        return None
    capitals = text.strip().upper()
    return FieldProblem(path, "bad_currency", {"value": text}, capitals if is_currency(capitals) else None)


def locale(path: str, text: str) -> FieldProblem | None:
    """bad_locale or None; a code in another spelling (``EN_us``) is refused with ours as a suggestion."""
    try:
        normal = normalize_locale(text)
    except ValueError:
        return FieldProblem(path, "bad_locale", {"value": text})
    return None if normal == text else FieldProblem(path, "bad_locale", {"value": text}, normal)


def by_locale(problems: list[FieldProblem], given: Mapping[str, T]) -> dict[str, T]:
    """Words by the normal spelling of their language; each that is none or stands twice goes to ``problems``."""
    found: dict[str, T] = {}
    for text, words in given.items():
        try:
            normal = normalize_locale(text)
        except ValueError:
            problems.append(FieldProblem(f"title@{text}", "bad_locale", {"value": text}))
            continue
        if normal in found:
            problems.append(FieldProblem(f"title@{normal}", "given_twice", {"value": normal}))
        found.setdefault(normal, words)
    return found


def text_length(path: str, text: str, limit: int) -> FieldProblem | None:
    """too_long or None; ``limit`` in characters."""
    return FieldProblem(path, "too_long", {"limit": limit}) if len(text) > limit else None

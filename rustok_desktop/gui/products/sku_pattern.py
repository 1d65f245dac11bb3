"""SKUs made from a pattern: ``APR-{Colour:3}-{Size}``. Nothing here needs Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from rustok_desktop.core import limits
from rustok_desktop.core.text import slugify

_PART = re.compile(r"\{([^{}:]+)(?::([0-9]{1,2}))?\}")
NUMBER = "n"


class PatternError(ValueError):
    """A pattern that names no option of the product; ``word`` is what it names instead."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def default_pattern(title: str, options: Sequence[str]) -> str:
    """What most shops would write: the first letters of the title, then every option."""
    start = _code(title).replace("-", "")[:3]
    return "-".join(part for part in (start, *(f"{{{name}:3}}" for name in options)) if part) or "{n:3}"


def sku_texts(pattern: str, variants: Iterable[tuple[str, Mapping[str, str]]]) -> dict[str, str]:
    """A SKU for every ``(key, {option: value})``. ``{n}`` counts from 1, ``{n:3}`` with zeros in front; a number after
    an option cuts its value. PatternError for anything else in braces."""
    texts = {}
    for number, (key, values) in enumerate(variants, start=1):
        known = {name.casefold(): value for name, value in values.items()}
        texts[key] = _PART.sub(partial(_filled, number, known), pattern.strip())[: limits.SKU]
    return texts


def _filled(number: int, values: Mapping[str, str], part: re.Match[str]) -> str:
    name, width = part.group(1).strip(), int(part.group(2) or 0)
    if name.casefold() == NUMBER and name.casefold() not in values:
        return str(number).zfill(width)
    value = values.get(name.casefold())
    if value is None:
        raise PatternError(name)
    code = _code(value)
    return code[:width].rstrip("-") if width else code


def _code(text: str) -> str:
    return slugify(text).upper() if text.strip() else ""

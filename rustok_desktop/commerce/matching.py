"""When two products look like one: the same barcode, the same SKU written otherwise, nearly the same title. Pure.

Standard library and the kernel's words only: a worker process imports this, and starts quickly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rustok_desktop.core.text import fold

BARCODE, SKU, TITLE, NEAR_TITLE = "barcode", "sku", "title", "near_title"
KINDS = (BARCODE, SKU, TITLE, NEAR_TITLE)  # the surest first
NEAR = 0.85  # titles less alike than this are two titles
_GTIN = (8, 12, 13, 14)  # digits of GTIN-8, UPC-A, EAN-13, GTIN-14
_SHORTEST_TYPO = 4  # letters; in shorter words one other letter is another word
_DASHES = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212]+")
_JOINED = re.compile(r"(?<=[^\W\d_])[\-\u2010\u2011'’ʼ`´](?=[^\W\d_])")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why some products stand together: a kind of :data:`KINDS`, what they share, and how near it is (0 … 1)."""

    kind: str
    value: str
    nearness: float
    product_ids: tuple[str, ...]


def barcode_key(barcode: str) -> str:
    """The same for all ways to write one trade item: UPC-A and EAN-13 are the GTIN-14 with zeros in front."""
    plain = _DASHES.sub("", barcode).casefold()
    return plain.zfill(14) if plain.isascii() and plain.isdigit() and len(plain) in _GTIN else plain


def sku_key(sku: str) -> str:
    """Without regard to case, blanks and hyphens."""
    return _DASHES.sub("", sku).casefold()


def words_of(title: str) -> Words:
    """Words and numbers in their order, folded; ``T-shirt`` is one word, ``500g`` a number and a word."""
    found: list[str] = _WORD.findall(_JOINED.sub("", fold(title)))
    return tuple(word.replace(",", ".") if word[0].isdecimal() else word for word in found)


def letters_key(title: str, words: Words) -> str:
    """All of a title but blanks and punctuation; the signs themselves where there is nothing else."""
    return "".join(words) or "".join(fold(title).split())


def nearness(one: str, other: str) -> float | None:
    """How alike two titles are, from :data:`NEAR` to 1; None for two different titles.

    Order, case, accents and punctuation do not count. Beyond that one word may be misspelt by one letter, or one may be
    there or not, if it is short beside the rest. Numbers are never near: sizes and models tell products apart.
    """
    mine, theirs = words_of(one), words_of(other)
    if letters_key(one, mine) == letters_key(other, theirs):
        return 1.0
    return words_nearness(mine, theirs)


def words_nearness(mine: Words, theirs: Words) -> float | None:
    """The same of words made before."""
    if abs(len(mine) - len(theirs)) > 1 or not mine or not theirs:
        return None
    left = list((Counter(mine) - Counter(theirs)).elements())
    right = list((Counter(theirs) - Counter(mine)).elements())
    if not left and not right:
        return 1.0
    if len(left) > 1 or len(right) > 1 or any(is_number(word) for word in (*left, *right)):
        return None
    letters = max(_letters(mine), _letters(theirs))
    if left and right:
        return _enough(1 - 1 / letters) if is_typo(left[0], right[0]) else None
    return _enough(1 - len((left or right)[0]) / letters)


def is_number(word: str) -> bool:
    """Words of :func:`words_of` are numbers or have no digit at all."""
    return word[0].isdecimal()


def is_typo(one: str, other: str) -> bool:
    """One letter more, less, other, or two neighbours in turn, in words long enough."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or len(one) < _SHORTEST_TYPO or len(other) <= _SHORTEST_TYPO:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    turned = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
    return turned or one[start + 1 :] == other[start + 1 :]


def without_a_letter(word: str) -> set[str]:
    """The word and all it can be with a letter less: words one letter apart, or turned, have one of these in common."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def _letters(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _enough(found: float) -> float | None:
    return found if found >= NEAR else None

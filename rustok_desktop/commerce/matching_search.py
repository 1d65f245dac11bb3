"""Finds products that look alike among very many, without comparing each with each.

Every product is put under keys: its codes, its title's letters, its words, and its words but one. Only products that
meet under a key are compared, so the time grows with the number of products and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from rustok_desktop.commerce.matching import (
    BARCODE,
    KINDS,
    NEAR_TITLE,
    SKU,
    TITLE,
    Reason,
    Words,
    barcode_key,
    is_number,
    is_typo,
    letters_key,
    sku_key,
    without_a_letter,
    words_nearness,
    words_of,
)
from rustok_desktop.core import limits

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Group:
    """Products that may be one, the oldest first, and why. ``total`` counts also those left out of ``product_ids``.

    ``title`` is the oldest product's.
    """

    product_ids: tuple[str, ...]
    reasons: tuple[Reason, ...]
    total: int
    title: str = ""


class _Places(Generic[K]):
    """Which products stand under a key. Nearly all keys have one, which is kept without a set around it."""

    def __init__(self) -> None:
        self._at: dict[K, str | set[str]] = {}

    def add(self, key: K, product_id: str) -> None:
        known = self._at.setdefault(key, product_id)
        if isinstance(known, set):
            known.add(product_id)
        elif known != product_id:
            self._at[key] = {known, product_id}

    def of(self, key: K) -> tuple[str, ...]:
        known = self._at[key]
        return (known,) if isinstance(known, str) else tuple(sorted(known))

    def shared(self) -> Iterator[tuple[K, tuple[str, ...]]]:
        for key, known in self._at.items():
            if isinstance(known, set):
                yield key, tuple(sorted(known))

    def __iter__(self) -> Iterator[K]:
        return iter(self._at)


class Matcher:
    """Takes codes and titles in any order; :meth:`groups` tells what looks alike."""

    def __init__(self, distinct: Iterable[Sequence[str]] = ()) -> None:
        """``distinct``: sets of products of which somebody said that they are different ones."""
        self._distinct: dict[str, set[int]] = defaultdict(set)
        for number, product_ids in enumerate(distinct):
            for product_id in product_ids:
                self._distinct[product_id].add(number)
        self._codes: _Places[tuple[str, str]] = _Places()  # (kind, code)
        self._titles: _Places[tuple[str, str]] = _Places()  # (language, letters)
        self._words: _Places[tuple[str, Words]] = _Places()  # (language, words in order)

    def add_code(self, product_id: str, sku: str | None, barcode: str | None) -> None:
        """Codes of one variant."""
        if sku and (key := sku_key(sku)):
            self._codes.add((SKU, key), product_id)
        if barcode and (key := barcode_key(barcode)):
            self._codes.add((BARCODE, key), product_id)

    def add_title(self, product_id: str, locale: str, title: str) -> None:
        """A title in one language; only titles of one language are compared."""
        words = words_of(title)
        self._titles.add((locale, letters_key(title, words)), product_id)
        if words:
            self._words.add((locale, tuple(sorted(words))), product_id)

    def groups(self) -> list[Group]:
        """The surest first; which product came first makes no difference."""
        reasons = list(self._reasons())
        parents: dict[str, str] = {}
        for reason in reasons:
            for product_id in reason.product_ids[1:]:
                _join(parents, reason.product_ids[0], product_id)
        of: dict[str, list[Reason]] = defaultdict(list)
        for reason in reasons:
            of[_root(parents, reason.product_ids[0])].append(reason)
        return sorted((_group(found) for found in of.values()), key=_rank)

    def _reasons(self) -> Iterator[Reason]:
        for (kind, code), ids in self._codes.shared():
            yield from self._shared(kind, code, ids)
        told: set[tuple[str, ...]] = set()
        for places in (self._titles, self._words):
            for _, ids in places.shared():
                if ids not in told:
                    told.add(ids)
                    yield from self._shared(TITLE, "", ids)
        yield from self._near()

    def _shared(self, kind: str, value: str, ids: tuple[str, ...]) -> Iterator[Reason]:
        if not self._any_distinct(ids):
            yield Reason(kind, value, 1.0, ids)
            return
        for pair in combinations(ids[: limits.DUPLICATES_PER_GROUP], 2):
            if not self._any_distinct(pair):
                yield Reason(kind, value, 1.0, pair)

    def _any_distinct(self, ids: Iterable[str]) -> bool:
        """Whether two of these were said to be different."""
        seen: set[int] = set()
        for product_id in ids:
            known = self._distinct.get(product_id)
            if known:
                if seen & known:
                    return True
                seen |= known
        return False

    def _near(self) -> Iterator[Reason]:
        best: dict[tuple[str, str], float] = {}
        for one, other in self._alike():
            found = words_nearness(one[1], other[1])
            if found is None or found == 1.0:
                continue
            for left in self._words.of(one)[: limits.DUPLICATES_PER_GROUP]:
                for right in self._words.of(other)[: limits.DUPLICATES_PER_GROUP]:
                    pair = (min(left, right), max(left, right))
                    if left != right and found > best.get(pair, 0) and not self._any_distinct(pair):
                        best[pair] = found
        for pair, found in best.items():
            yield Reason(NEAR_TITLE, "", found, pair)

    def _alike(self) -> Iterator[tuple[tuple[str, Words], tuple[str, Words]]]:
        """Pairs of entries that share all words but one, and may be near."""
        entries = list(self._words)
        for whole, lacking in _blocks(entries):
            if whole is not None:
                for number in lacking.values():
                    yield entries[whole], entries[number]
            for one, other in _typos(list(lacking)):
                yield entries[lacking[one]], entries[lacking[other]]


def _blocks(entries: Sequence[tuple[str, Words]]) -> Iterator[tuple[int | None, dict[str, int]]]:
    """For every list of words that several entries have, or have with one word more: the former, and the latter by it.

    Hashes stand for the lists: what meets by chance is compared and found different.
    """
    first: dict[int, int] = {}
    met: dict[int, list[int]] = {}
    for number, (locale, words) in enumerate(entries):
        for key, _ in _keys(locale, words):
            if first.setdefault(key, number) != number:
                met.setdefault(key, [first[key]]).append(number)
    for key, numbers in met.items():
        whole, lacking = None, {}
        for number in numbers:
            for known, word in _keys(*entries[number]):
                if known == key and word is None:
                    whole = number
                elif known == key and word is not None:
                    lacking[word] = number
        yield whole, lacking


def _keys(locale: str, words: Words) -> Iterator[tuple[int, str | None]]:
    yield hash((locale, words)), None
    for place, word in enumerate(words):
        if not is_number(word) and (not place or words[place - 1] != word):
            yield hash((locale, words[:place] + words[place + 1 :])), word


def _typos(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(words) < 2:
        return
    near: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for part in without_a_letter(word):
            near[part].append(word)
    seen: set[tuple[str, str]] = set()
    for alike in near.values():
        for one, other in combinations(sorted(alike), 2):
            if (one, other) not in seen and is_typo(one, other):
                seen.add((one, other))
                yield one, other


def _group(reasons: list[Reason]) -> Group:
    ids = sorted({product_id for reason in reasons for product_id in reason.product_ids})
    kept = ids[: limits.DUPLICATES_PER_GROUP]
    shown = set(kept)
    reasons = sorted(reasons, key=lambda r: (KINDS.index(r.kind), -r.nearness, r.product_ids))
    told: list[Reason] = []
    for reason in reasons:
        within = tuple(product_id for product_id in reason.product_ids if product_id in shown)
        if len(within) > 1 and len(told) < limits.REASONS_PER_GROUP:
            told.append(Reason(reason.kind, reason.value, reason.nearness, within))
    return Group(tuple(kept), tuple(told), len(ids))


def _rank(group: Group) -> tuple[int, float, tuple[str, ...]]:
    surest = group.reasons[0]
    return KINDS.index(surest.kind), -surest.nearness, group.product_ids


def _root(parents: dict[str, str], one: str) -> str:
    while (parent := parents.get(one, one)) != one:
        parents[one] = parents.get(parent, parent)
        one = parent
    return one


def _join(parents: dict[str, str], one: str, other: str) -> None:
    parents[_root(parents, other)] = _root(parents, one)

"""Rows of the variant grid: the variants, or groups of them by the value of one option. Nothing here needs Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from rustok_desktop.core.money import plain_amount
from rustok_desktop.gui.products.entry import money_text


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The row above the variants that share a value; folded, it stands for them."""

    value: str
    keys: tuple[str, ...]
    folded: bool = False


GridRow = str | GroupRow  # a variant by its key, or a group


@dataclass(frozen=True, slots=True)
class GroupSums:
    """What a group row says: lowest and highest amount by column, goods on hand, and how its variants stand."""

    ranges: dict[str, tuple[int, int]]
    on_hand: int
    out: int
    low: int
    wrong: int


def arrange(
    keys: Sequence[str], value_of: Callable[[str], str] | None, order: Sequence[str], folded: Collection[str]
) -> list[GridRow]:
    """All rows, top to bottom. Groups come in the option's own ``order``, unknown values behind; variants keep theirs.

    Without ``value_of`` there are no groups.
    """
    if value_of is None:
        return list(keys)
    groups: dict[str, list[str]] = {value: [] for value in order}
    for key in keys:
        groups.setdefault(value_of(key), []).append(key)
    rows: list[GridRow] = []
    for value, members in groups.items():
        if members:
            group = GroupRow(value, tuple(members), value in folded)
            rows.append(group)
            rows.extend(() if group.folded else members)
    return rows


def extent(amounts: Iterable[int | None]) -> tuple[int, int] | None:
    """The lowest and the highest of what is there, None of nothing."""
    known = [amount for amount in amounts if amount is not None]
    return (min(known), max(known)) if known else None


def range_text(found: tuple[int, int] | None, currency: str, language: str = "en") -> str:
    """``38.00–42.00``, one amount where both ends are the same, nothing for None."""
    if found is None:
        return ""
    low, high = (money_text(plain_amount(amount, currency), language) for amount in found)
    return low if low == high else f"{low}–{high}"

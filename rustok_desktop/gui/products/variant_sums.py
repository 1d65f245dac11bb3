"""Amounts of variants as typed, and what a group of variants comes to. Nothing here needs Qt."""

from __future__ import annotations

from collections.abc import Collection

from rustok_desktop.commerce.price_formula import Amounts
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.entry import read_money
from rustok_desktop.gui.products.product_texts import MONEY
from rustok_desktop.gui.products.variant_rows import GroupRow, GroupSums, extent

LOW_STOCK = 5  # at most this many on hand is low, as in the list of products


class VariantSums:
    """Reads each amount once for as long as its text stays: thousands of cells are asked for again and again."""

    def __init__(self, state: EditorState | None) -> None:
        self._state = state
        self._read: dict[tuple[str, str], tuple[str, int | None]] = {}
        self._sums: dict[str, tuple[object, GroupSums]] = {}
        self._triples: dict[str, Amounts] = {}
        self._revision = -1
        self._language = ""

    def forget(self) -> None:
        """Another version is shown: what is on hand may be another."""
        self._sums.clear()

    def on_hand(self, key: str) -> int | None:
        """What is on hand of a saved variant."""
        return self._state.variants.on_hand(key) if self._state is not None else None

    def amount(self, key: str, name: str) -> int | None:
        """Price, compare-at or cost in minor units; None where nothing readable stands."""
        state = self._state
        if state is None:
            return None
        if state.language != self._language:  # the same text may be another amount
            self._language = state.language
            self._read.clear()
        text = state.cell(key, name)
        known = self._read.get((key, name))
        if known is None or known[0] != text:
            known = (text, read_money("", text, state.currency, language=state.language)[0])
            self._read[key, name] = known
        return known[1]

    def amounts(self, key: str) -> Amounts:
        """Price, compare-at and cost; remembered until anything is typed."""
        revision = self._state.revision if self._state is not None else 0
        if revision != self._revision:
            self._revision = revision
            self._triples.clear()
        known = self._triples.get(key)
        if known is None:
            known = (self.amount(key, "price"), self.amount(key, "compare_at"), self.amount(key, "cost"))
            self._triples[key] = known
        return known

    def of_group(self, group: GroupRow, wrong: Collection[str]) -> GroupSums:
        """Ranges, sums and states; ``wrong`` holds the variants with a cell to fix."""
        state = self._state
        stamp = (state.revision if state is not None else 0, group, len(wrong))
        known = self._sums.get(group.value)
        if known is None or known[0] != stamp:
            known = (stamp, self._add_up(group, wrong))
            self._sums[group.value] = known
        return known[1]

    def _add_up(self, group: GroupRow, wrong: Collection[str]) -> GroupSums:
        ranges = {}
        for name in MONEY:
            found = extent(self.amount(key, name) for key in group.keys)
            if found is not None:
                ranges[name] = found
        stock = [on_hand for key in group.keys if (on_hand := self.on_hand(key)) is not None]
        return GroupSums(
            ranges,
            sum(stock),
            sum(1 for on_hand in stock if on_hand <= 0),
            sum(1 for on_hand in stock if 0 < on_hand <= LOW_STOCK),
            sum(1 for key in group.keys if key in wrong),
        )

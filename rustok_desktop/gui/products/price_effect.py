"""What a formula would do to variants of the product being edited, as typed so far. Nothing here needs Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from rustok_desktop.commerce.price_formula import Amounts, parse_formula
from rustok_desktop.core.money import plain_amount, round_half_up
from rustok_desktop.gui.products.entry import money_text

AmountsOf = Callable[[str], Amounts]  # a variant's key -> price, compare-at, cost in minor units
Value = int | str | None  # an amount in minor units, or a text


@dataclass(frozen=True, slots=True)
class Effect:
    """Values before and after by variant, for the column ``target``; variants left alone do not stand here.

    ``wrong`` are variants whose outcome breaks a rule, ``untouched`` ones that lack what the formula starts from.
    Texts are made when they are asked for: of thousands of variants a few are in sight.
    """

    target: str
    currency: str
    outcomes: dict[str, tuple[Value, Value]]
    wrong: frozenset[str] = frozenset()
    untouched: int = 0
    margin_before: Decimal | None = None
    margin_after: Decimal | None = None
    language: str = "en"

    def texts(self, key: str) -> tuple[str, str] | None:
        """Before and after as cells show them; None for a variant left alone."""
        found = self.outcomes.get(key)
        return None if found is None else (self._shown(found[0]), self._shown(found[1]))

    def amount(self, key: str) -> int | None:
        """The amount after; None where there is none."""
        after = self.outcomes.get(key, (None, None))[1]
        return after if isinstance(after, int) else None

    @property
    def changed(self) -> dict[str, str]:
        """The new text of every variant that gets one."""
        return {key: self._text(after) for key, (before, after) in self.outcomes.items() if before != after}

    @property
    def changes(self) -> int:
        """How many variants get a new text."""
        return sum(before != after for before, after in self.outcomes.values())

    @property
    def first(self) -> tuple[str, str] | None:
        """The first outcome, as an example."""
        return next((self.texts(key) for key in self.outcomes), None)

    def _shown(self, value: Value) -> str:
        text = self._text(value)
        return money_text(text, self.language) if isinstance(value, int) else text

    def _text(self, value: Value) -> str:
        if isinstance(value, int):
            return plain_amount(value, self.currency)
        return value or ""


def price_effect(
    formula: str, target: str, currency: str, keys: Iterable[str], amounts_of: AmountsOf, language: str = "en"
) -> Effect:
    """The outcome for these variants, in their order. FormulaError for a formula that cannot be read."""
    worker = parse_formula(formula).worker(target, currency)
    outcomes: dict[str, tuple[Value, Value]] = {}
    wrong, untouched = set(), 0
    before, after = _Mean(), _Mean()
    for key in keys:
        was = amounts_of(key)
        before.add(was)
        if worker.missing(was):
            after.add(was)
            untouched += 1
            continue
        now = worker.after(was)
        after.add(now)
        outcomes[key] = (was[worker.target], now[worker.target])
        if _breaks_a_rule(now):
            wrong.add(key)
    return Effect(target, currency, outcomes, frozenset(wrong), untouched, before.value, after.value, language)


def _breaks_a_rule(now: Amounts) -> bool:
    price, compare_at, cost = now
    if price is None or price < 0 or (cost is not None and cost < 0):
        return True
    return compare_at is not None and compare_at < price


class _Mean:
    def __init__(self) -> None:
        self._total, self._count = Decimal(0), 0

    def add(self, amounts: Amounts) -> None:
        price, _, cost = amounts
        if cost is not None and price is not None and price > 0:
            self._total += Decimal((price - cost) * 100) / price
            self._count += 1

    @property
    def value(self) -> Decimal | None:
        return round_half_up(self._total / self._count, 1) if self._count else None

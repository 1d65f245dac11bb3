"""What a formula would do to many variants: worked out on plain rows, shared by preview and change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from rustok_desktop.commerce import rules
from rustok_desktop.commerce.price_formula import Amounts, FormulaError, PriceWorker, parse_formula
from rustok_desktop.core import limits
from rustok_desktop.core.errors import FieldProblem, Invalid
from rustok_desktop.core.money import plain_amount, round_half_up


class PricedVariant(NamedTuple):
    """A variant's row with its price in one currency. ``amounts`` are all None where it has no price in it."""

    product_id: str
    version: int
    deleted_at: str | None
    variant_id: str
    title: str
    sku: str | None
    amount: int | None
    compare_at: int | None
    cost: int | None

    @property
    def amounts(self) -> Amounts:
        """Price, compare-at and cost in minor units."""
        return self.amount, self.compare_at, self.cost


@dataclass(slots=True)
class Margins:
    """The mean margin of the variants that have a price and a cost, in per cent with one decimal."""

    _total: Decimal = Decimal(0)
    _count: int = 0

    def add(self, price: int | None, cost: int | None) -> None:
        """Take a variant into the mean."""
        if price is not None and price > 0 and cost is not None:
            self._total += Decimal(price - cost) * 100 / price
            self._count += 1

    @property
    def mean(self) -> Decimal | None:
        """None without a variant that has both."""
        return round_half_up(self._total / self._count, 1) if self._count else None


@dataclass(slots=True)
class PricePlan:
    """What would be written. ``untouched`` variants lack the amount the formula starts from."""

    changed: list[tuple[PricedVariant, Amounts]] = field(default_factory=list)
    unchanged: int = 0
    untouched: int = 0
    problems: dict[str, list[FieldProblem]] = field(default_factory=dict)
    before: Margins = field(default_factory=Margins)
    after: Margins = field(default_factory=Margins)


def price_worker(formula: str, target: str, currency: str) -> PriceWorker:
    """The formula of a command. Raises Invalid with the path ``formula``."""
    try:
        return parse_formula(formula).worker(target, currency)
    except FormulaError as error:
        raise Invalid([FieldProblem("formula", error.code, error.params)]) from error


def plan_prices(
    rows: Iterable[PricedVariant], worker: PriceWorker, currency: str, left_out: Collection[str] = ()
) -> PricePlan:
    """Work out every row; variants of ``left_out`` are passed over as if nobody had chosen them."""
    plan = PricePlan()
    for row in rows:
        if row.variant_id in left_out:
            continue
        now = _after(row, worker)
        plan.before.add(row.amount, row.cost)
        if now is None:
            plan.untouched += 1
            plan.after.add(row.amount, row.cost)
            continue
        plan.after.add(now[0], now[2])
        _take(plan, row, now, currency)
    return plan


def plan_own_prices(rows: Iterable[PricedVariant], wanted: Mapping[str, int], currency: str) -> PricePlan:
    """Every row with the price that ``wanted`` has for its variant."""
    plan = PricePlan()
    for row in rows:
        _take(plan, row, (wanted[row.variant_id], row.compare_at, row.cost), currency)
    return plan


def _take(plan: PricePlan, row: PricedVariant, now: Amounts, currency: str) -> None:
    if now == row.amounts:
        plan.unchanged += 1
        return
    plan.changed.append((row, now))
    found = price_change_problems(f"variants/{row.variant_id}", currency, now)
    if found:
        plan.problems[row.variant_id] = found


def _after(row: PricedVariant, worker: PriceWorker) -> Amounts | None:
    if worker.missing(row.amounts):
        return None
    now = worker.after(row.amounts)
    return None if now[0] is None else now  # a compare-at price or a cost without a price has no place


def price_change_problems(path: str, currency: str, now: Amounts) -> list[FieldProblem]:
    """What is wrong with a variant's new amounts; empty when nothing is."""
    price, compare_at, cost = now
    problems = [
        FieldProblem(f"{path}/{name}@{currency}", "amount_too_big", {"value": plain_amount(amount, currency)})
        for name, amount in zip(("price", "compare_at", "cost"), now, strict=True)
        if amount is not None and amount > limits.AMOUNT_MAX
    ]
    return problems or rules.price_problems(path, currency, price or 0, compare_at, cost)

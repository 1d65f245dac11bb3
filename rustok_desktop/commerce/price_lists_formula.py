"""Prices of a list worked out from the variants' own ones: a preview that writes nothing, and the same written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.commerce import price_lists_edit as edit
from rustok_desktop.commerce import price_lists_sql as sql
from rustok_desktop.commerce import pricing
from rustok_desktop.commerce.price_formula import PriceWorker
from rustok_desktop.commerce.price_lists_prices import path_of, write
from rustok_desktop.commerce.price_lists_schemas import FormulaForList
from rustok_desktop.commerce.price_lists_views import ListPriceLine, ListPricePreview, PriceListSaved
from rustok_desktop.commerce.price_plan import Margins, PricedVariant, price_worker
from rustok_desktop.commerce.pricing_sql import TITLES
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError
from rustok_desktop.core.money import plain_amount
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import Prepared
from rustok_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PlannedPrice:
    """A variant with its own price, the list's as it is (None: none yet) and as it would be."""

    row: PricedVariant
    was: int | None
    becomes: int
    problem: FieldProblem | None = None


@dataclass(slots=True)
class ListPlan:
    """What would be written. ``untouched`` variants lack the amount the formula starts from."""

    changed: list[PlannedPrice] = field(default_factory=list)
    unchanged: int = 0
    untouched: int = 0
    before: Margins = field(default_factory=Margins)
    after: Margins = field(default_factory=Margins)

    @property
    def problems(self) -> list[FieldProblem]:
        """One for each price that cannot be."""
        return [one.problem for one in self.changed if one.problem is not None]


def plan_list_prices(
    rows: Iterable[PricedVariant],
    stored: Mapping[str, int],
    worker: PriceWorker,
    min_quantity: int,
    currency: str,
    left_out: Collection[str] = (),
) -> ListPlan:
    """Work out every row; ``stored`` holds the list's prices from ``min_quantity`` on by variant."""
    plan = ListPlan()
    for row in rows:
        if row.variant_id in left_out:
            continue
        was = stored.get(row.variant_id)
        now = row.amount if was is None else was
        plan.before.add(now, row.cost)
        becomes = None if worker.missing(row.amounts) else worker.result(row.amounts)
        plan.after.add(now if becomes is None else becomes, row.cost)
        if becomes is None:
            plan.untouched += 1
        elif becomes == was:
            plan.unchanged += 1
        else:
            problem = _problem(path_of((row.variant_id, min_quantity), currency), becomes, currency)
            plan.changed.append(PlannedPrice(row, was, becomes, problem))
    return plan


async def preview(reader: Reader, ctx: Context, command: FormulaForList, lines: int) -> ListPricePreview:
    """The outcome over one state of the file, with at most ``lines`` variants shown, wrong ones first."""
    at = {"at_id": command.price_list_id, "at_tenant_id": ctx.tenant_id}
    async with reader.snapshot() as session:
        found = await session.one(sql.STORED, **at)
        if found is None:
            raise NotFound("not_found", kind=edit.AGGREGATE, id=command.price_list_id)
        version, deleted_at, *values = found
        if deleted_at is not None:
            raise UserError("in_trash", id=command.price_list_id)
        currency = str(values[sql.FIELDS.index("currency_code")])
        worker = price_worker(command.formula, "price", currency)
        rows: list[tuple[Any, ...]] = []
        for statement, params in _questions(ctx, command, currency):
            rows += await session.all(statement, **params)
        stored = dict(await session.all(sql.PRICES_AT, min_quantity=command.min_quantity, **at))
        plan = _plan(command, rows, stored, worker, currency)
        shown = _shown(plan.changed, lines)
        ids = dumps(sorted({one.row.product_id for one in shown}))
        named = await session.all(TITLES, at_tenant_id=ctx.tenant_id, locale=ctx.locale, ids=ids)
    titles = {product_id: title or "" for product_id, title in named}
    return _preview(command, currency, version, plan, [_line(one, titles) for one in shown])


def change(ctx: Context, bus: TransactionalEventBus, command: FormulaForList, uow: UnitOfWork) -> PriceListSaved:
    """Write all of it, or nothing: one price that cannot be refuses the whole set."""
    work = edit.load(uow, ctx, bus, command)
    currency = work.currency
    worker = price_worker(command.formula, "price", currency)
    rows = [row for statement, params in _questions(ctx, command, currency) for row in uow.all(statement, **params)]
    stored = dict(uow.all(sql.PRICES_AT, min_quantity=command.min_quantity, **work.at))
    plan = _plan(command, rows, stored, worker, currency)
    if plan.problems:
        raise Invalid(plan.problems)
    wanted: dict[tuple[str, int], int | None] = {
        (one.row.variant_id, command.min_quantity): one.becomes for one in plan.changed
    }
    return write(work, wanted, {one.row.variant_id: one.row.product_id for one in plan.changed})


def _questions(ctx: Context, command: FormulaForList, currency: str) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    if command.product_ids or command.variant_ids:
        yield from pricing.asked_variants(ctx, currency, command.product_ids, command.variant_ids)
        return
    at = {"at_id": command.price_list_id, "at_tenant_id": ctx.tenant_id}
    yield sql.OF_LIST, {"min_quantity": command.min_quantity, "currency_code": currency, **at}


def _plan(
    command: FormulaForList,
    found: Iterable[tuple[Any, ...]],
    stored: Mapping[str, int],
    worker: PriceWorker,
    currency: str,
) -> ListPlan:
    rows = pricing.each_once(found)
    pricing.check_found(command.product_ids, command.variant_ids, rows)
    if not rows:
        raise Invalid([FieldProblem("variant_ids", "nothing_to_price")])
    trashed = next((row.product_id for row in rows if row.deleted_at is not None), None)
    if trashed is not None:
        raise UserError("in_trash", id=trashed)
    return plan_list_prices(rows, stored, worker, command.min_quantity, currency, frozenset(command.except_variant_ids))


def _problem(path: str, amount: int, currency: str) -> FieldProblem | None:
    if amount < 0:
        return FieldProblem(path, "negative_amount")
    if amount > limits.AMOUNT_MAX:
        return FieldProblem(path, "amount_too_big", {"value": plain_amount(amount, currency)})
    return None


def _shown(changed: Sequence[PlannedPrice], lines: int) -> list[PlannedPrice]:
    wrong = [one for one in changed if one.problem is not None][:lines]
    right = (one for one in changed if one.problem is None)
    return wrong + [one for _, one in zip(range(lines - len(wrong)), right, strict=False)]


def _line(one: PlannedPrice, titles: Mapping[str, str]) -> ListPriceLine:
    row = one.row
    return ListPriceLine(
        row.product_id,
        titles.get(row.product_id, ""),
        row.variant_id,
        row.title,
        row.sku,
        row.amount,
        row.cost,
        one.was,
        one.becomes,
        one.problem,
    )


def _preview(
    command: FormulaForList, currency: str, version: int, plan: ListPlan, lines: Sequence[ListPriceLine]
) -> ListPricePreview:
    added = sum(1 for one in plan.changed if one.was is None)
    return ListPricePreview(
        currency_code=currency,
        min_quantity=command.min_quantity,
        version=version,
        added=added,
        changed=len(plan.changed) - added,
        unchanged=plan.unchanged,
        untouched=plan.untouched,
        wrong=len(plan.problems),
        margin_before=plan.before.mean,
        margin_after=plan.after.mean,
        lines=tuple(lines),
    )

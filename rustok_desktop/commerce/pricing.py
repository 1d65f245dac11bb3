"""Changing many prices at once: a preview that writes nothing, and the same worked out and written as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from rustok_desktop.commerce import pricing_sql as sql
from rustok_desktop.commerce.edit import AGGREGATE
from rustok_desktop.commerce.price_formula import TARGETS, Amounts
from rustok_desktop.commerce.price_plan import PricedVariant, PricePlan, plan_own_prices, plan_prices, price_worker
from rustok_desktop.commerce.schemas import ChangePrices, SetOwnPrices
from rustok_desktop.commerce.statements import INSERT_PRICE, TOUCH_PRODUCT, UPDATE_PRICE
from rustok_desktop.commerce.views import PriceLine, PricePreview, PricesChanged
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import Prepared
from rustok_desktop.storage.unit_of_work import UnitOfWork

_CHUNK = 500  # ids asked for in one statement


async def preview_prices(reader: Reader, ctx: Context, command: ChangePrices, lines: int) -> PricePreview:
    """The outcome over one state of the file, with at most ``lines`` variants shown, wrong ones first."""
    worker = price_worker(command.formula, command.target, command.currency_code)
    _check_size(command)
    async with reader.snapshot() as session:
        found = [row for statement, params in _asked(ctx, command) for row in await session.all(statement, **params)]
        rows = each_once(found)
        check_found(command.product_ids, command.variant_ids, rows)
        plan = plan_prices(rows, worker, command.currency_code, frozenset(command.except_variant_ids))
        shown = _shown(plan, lines)
        ids = dumps(sorted({row.product_id for row, _ in shown}))
        named = await session.all(sql.TITLES, at_tenant_id=ctx.tenant_id, locale=ctx.locale, ids=ids)
    titles = {product_id: title or "" for product_id, title in named}
    return _preview(command, plan, rows, [_line(row, now, plan, titles, worker.target) for row, now in shown])


def change_prices(ctx: Context, bus: TransactionalEventBus, command: ChangePrices, uow: UnitOfWork) -> PricesChanged:
    """Write all of it, or nothing: the first rule broken by any variant refuses the whole set."""
    worker = price_worker(command.formula, command.target, command.currency_code)
    _check_size(command)
    rows = each_once(row for statement, params in _asked(ctx, command) for row in uow.all(statement, **params))
    check_found(command.product_ids, command.variant_ids, rows)
    _check_products(command.base_versions, rows)
    plan = plan_prices(rows, worker, command.currency_code, frozenset(command.except_variant_ids))
    return _written(uow, ctx, bus, command.currency_code, plan)


def set_own_prices(ctx: Context, bus: TransactionalEventBus, command: SetOwnPrices, uow: UnitOfWork) -> PricesChanged:
    """Write every price, or none. Invalid with all that break a rule or name a variant twice."""
    currency, variant_ids = command.currency_code, [price.variant_id for price in command.prices]
    if not variant_ids:
        raise Invalid([FieldProblem("prices", "no_variants_chosen")])
    twice = [variant_id for variant_id, count in Counter(variant_ids).items() if count > 1]
    if twice:
        raise Invalid([FieldProblem(f"variants/{one}/price@{currency}", "price_given_twice") for one in twice])
    asked = asked_variants(ctx, currency, (), variant_ids)
    rows = each_once(row for statement, params in asked for row in uow.all(statement, **params))
    check_found((), variant_ids, rows)
    _check_products({}, rows)
    plan = plan_own_prices(rows, {price.variant_id: price.amount for price in command.prices}, currency)
    return _written(uow, ctx, bus, currency, plan)


# -- what is meant -----------------------------------------------------------------------------------


def _asked(ctx: Context, command: ChangePrices) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    return asked_variants(ctx, command.currency_code, command.product_ids, command.variant_ids)


def asked_variants(
    ctx: Context, currency: str, product_ids: Sequence[str], variant_ids: Sequence[str]
) -> Iterator[tuple[Prepared, dict[str, Any]]]:
    """Statements whose rows together are the chosen variants, products in one piece after the other."""
    common = {"at_tenant_id": ctx.tenant_id, "currency_code": currency}
    for statement, ids in ((sql.OF_PRODUCTS, product_ids), (sql.OF_VARIANTS, variant_ids)):
        wanted = list(dict.fromkeys(ids))
        for start in range(0, len(wanted), _CHUNK):
            yield statement, {**common, "ids": dumps(wanted[start : start + _CHUNK])}


def each_once(rows: Iterable[tuple[Any, ...]]) -> list[PricedVariant]:
    """Each variant once, also one asked for by itself and with its product."""
    return list({row[3]: PricedVariant(*row) for row in rows}.values())


def _check_size(command: ChangePrices) -> None:
    if not command.product_ids and not command.variant_ids:
        raise Invalid([FieldProblem("variant_ids", "no_variants_chosen")])


def check_found(product_ids: Sequence[str], variant_ids: Sequence[str], rows: Sequence[PricedVariant]) -> None:
    """Nothing asked for may be missing or belong to another shop."""
    if len(rows) > limits.VARIANTS_PER_PRICE_CHANGE:
        raise Invalid([FieldProblem("variant_ids", "too_many_prices", {"limit": limits.VARIANTS_PER_PRICE_CHANGE})])
    asked = (
        ("product", product_ids, {row.product_id for row in rows}),
        ("variant", variant_ids, {row.variant_id for row in rows}),
    )
    for kind, ids, known in asked:
        missing = next((wanted for wanted in ids if wanted not in known), None)
        if missing is not None:
            raise NotFound("not_found", kind=kind, id=missing)


def _check_products(base_versions: Mapping[str, int], rows: Iterable[PricedVariant]) -> None:
    for row in {row.product_id: row for row in rows}.values():
        expected = base_versions.get(row.product_id)
        if expected is not None and expected != row.version:
            raise VersionConflict("version_conflict", id=row.product_id, expected=expected, actual=row.version)
        if row.deleted_at is not None:
            raise UserError("in_trash", id=row.product_id)


# -- writing -----------------------------------------------------------------------------------------


def _written(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, currency: str, plan: PricePlan
) -> PricesChanged:
    if plan.problems:
        raise Invalid([problem for found in plan.problems.values() for problem in found])
    _write(uow, ctx, currency, plan)
    products = _record(uow, ctx, bus, currency, plan)
    return PricesChanged(products, len(plan.changed), plan.unchanged, plan.untouched, uow.txid if products else None)


def _write(uow: UnitOfWork, ctx: Context, currency: str, plan: PricePlan) -> None:
    fresh = [(row, now) for row, now in plan.changed if row.amount is None]
    known = [(row, now) for row, now in plan.changed if row.amount is not None]
    uow.run_many(UPDATE_PRICE, [_known(ctx, currency, row, now) for row, now in known])
    uow.run_many(INSERT_PRICE, [_fresh(ctx, currency, row, now) for row, now in fresh])


def _known(ctx: Context, currency: str, row: PricedVariant, now: Amounts) -> dict[str, Any]:
    keys = {"at_tenant_id": ctx.tenant_id, "at_variant_id": row.variant_id, "at_currency_code": currency}
    return {**keys, "amount": now[0], "compare_at_amount": now[1], "cost_amount": now[2]}


def _fresh(ctx: Context, currency: str, row: PricedVariant, now: Amounts) -> dict[str, Any]:
    keys = {"tenant_id": ctx.tenant_id, "variant_id": row.variant_id, "currency_code": currency}
    return {**keys, "amount": now[0], "compare_at_amount": now[1], "cost_amount": now[2]}


def _record(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, currency: str, plan: PricePlan
) -> tuple[tuple[str, int], ...]:
    """Every product's new version and its events; what was changed, as (product id, version)."""
    written = []
    by_product = sorted(plan.changed, key=lambda pair: pair[0].product_id)
    for product_id, pairs in groupby(by_product, key=lambda pair: pair[0].product_id):
        changed = list(pairs)
        version = changed[0][0].version + 1
        uow.run(TOUCH_PRODUCT, at_tenant_id=ctx.tenant_id, at_id=product_id, version=version, updated_at=uow.now)
        data = {"product_id": product_id, "changes": _changes(currency, changed)}
        own = NewEvent("product.updated", AGGREGATE, product_id, data)
        bus.publish_all_in_tx(uow, ctx, (own, *(_facet(currency, row, now) for row, now in changed)))
        written.append((product_id, version))
    return tuple(written)


def _changes(currency: str, changed: Sequence[tuple[PricedVariant, Amounts]]) -> Changes:
    return {
        f"variants/{row.variant_id}/{name}@{currency}": [was, becomes]
        for row, now in changed
        for name, was, becomes in zip(TARGETS, row.amounts, now, strict=True)
        if was != becomes
    }


def _facet(currency: str, row: PricedVariant, now: Amounts) -> NewEvent:
    """RusToK's price event does not speak of costs: a change of those alone is one of the variant."""
    data: dict[str, Any] = {"variant_id": row.variant_id, "product_id": row.product_id}
    if row.amounts[:2] == now[:2]:
        return NewEvent("variant.updated", AGGREGATE, row.product_id, data)
    data |= {"currency": currency, "old_amount": row.amount, "new_amount": now[0]}
    return NewEvent("price.updated", AGGREGATE, row.product_id, data)


# -- showing -----------------------------------------------------------------------------------------


def _shown(plan: PricePlan, lines: int) -> list[tuple[PricedVariant, Amounts]]:
    wrong = [pair for pair in plan.changed if pair[0].variant_id in plan.problems][:lines]
    right = (pair for pair in plan.changed if pair[0].variant_id not in plan.problems)
    return wrong + [pair for _, pair in zip(range(lines - len(wrong)), right, strict=False)]


def _line(row: PricedVariant, now: Amounts, plan: PricePlan, titles: dict[str, str], target: int) -> PriceLine:
    problem = next(iter(plan.problems.get(row.variant_id, ())), None)
    title = titles.get(row.product_id, "")
    return PriceLine(
        row.product_id, title, row.variant_id, row.title, row.sku, row.amounts[target], now[target], problem
    )


def _preview(
    command: ChangePrices, plan: PricePlan, rows: Sequence[PricedVariant], lines: Sequence[PriceLine]
) -> PricePreview:
    return PricePreview(
        currency_code=command.currency_code,
        target=command.target,
        products=len({row.product_id for row, _ in plan.changed}),
        changed=len(plan.changed),
        unchanged=plan.unchanged,
        untouched=plan.untouched,
        wrong=len(plan.problems),
        margin_before=plan.before.mean,
        margin_after=plan.after.mean,
        lines=tuple(lines),
        versions={row.product_id: row.version for row in rows},
    )

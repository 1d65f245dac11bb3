"""Prices of a list: set and removed as a whole or not at all, one event with every price that differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rustok_desktop.commerce import price_lists_edit as edit
from rustok_desktop.commerce import price_lists_sql as sql
from rustok_desktop.commerce.price_lists_edit import ListWork
from rustok_desktop.commerce.price_lists_schemas import SetListPrices
from rustok_desktop.commerce.price_lists_views import PriceListSaved
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, UserError
from rustok_desktop.core.events import Changes
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

Key = tuple[str, int]  # variant, from this quantity on
_HEAD = "prices/"


def path_of(key: Key, currency: str) -> str:
    """``prices/<variant id>:<quantity>@<currency>``: how a price stands in ``changes``."""
    return f"{_HEAD}{key[0]}:{key[1]}@{currency}"


def key_of(path: str) -> Key | None:
    """The reverse; None for another path."""
    if not path.startswith(_HEAD):
        return None
    variant_id, _, quantity = path.removeprefix(_HEAD).partition("@")[0].partition(":")
    return variant_id, int(quantity)


def set_prices(ctx: Context, bus: TransactionalEventBus, command: SetListPrices, uow: UnitOfWork) -> PriceListSaved:
    """``price_list.updated`` with the prices that differ. Invalid with every wrong one, and then none is written."""
    work = edit.load(uow, ctx, bus, command)
    keys = [(one.variant_id, one.min_quantity) for one in (*command.remove, *command.prices)]
    twice = [
        FieldProblem(path_of(key, work.currency), "price_given_twice")
        for key, count in Counter(keys).items()
        if count > 1
    ]
    wanted: dict[Key, int | None] = {(one.variant_id, one.min_quantity): None for one in command.remove}
    wanted |= {(one.variant_id, one.min_quantity): one.amount for one in command.prices}
    owners = _owners(work, wanted)
    unknown = [
        FieldProblem(path_of(key, work.currency), "unknown_priced_variant", {"id": key[0]})
        for key, amount in wanted.items()
        if amount is not None and (key[0] not in owners or owners[key[0]][1])
    ]
    if twice or unknown:
        raise Invalid([*twice, *unknown])
    return write(work, wanted, {variant: product for variant, (product, _) in owners.items()})


def put_prices(
    ctx: Context, bus: TransactionalEventBus, price_list_id: str, wanted: Mapping[Key, int | None], uow: UnitOfWork
) -> PriceListSaved:
    """Exactly these, for taking acts back: also in the trash; variants that are gone are left out."""
    work = edit.any_list(uow, ctx, bus, price_list_id)
    return write(work, wanted, {variant: product for variant, (product, _) in _owners(work, wanted).items()})


def write(work: ListWork, wanted: Mapping[Key, int | None], owners: Mapping[str, str]) -> PriceListSaved:
    """Set (an amount) and remove (None) prices; ``owners`` says which product a variant is of."""
    stored = _stored(work, owners.values())
    changed = {key: amount for key, amount in wanted.items() if key[0] in owners and stored.get(key) != amount}
    _check_size(work, stored, changed)
    rows = [
        {"product_id": owners[key[0]], "variant_id": key[0], "min_quantity": key[1], "amount": amount, **work.at}
        for key, amount in changed.items()
    ]
    work.uow.run_many(sql.PUT_PRICE, [row for row in rows if row["amount"] is not None])
    work.uow.run_many(sql.DROP_PRICE, [row for row in rows if row["amount"] is None])
    prices: Changes = {path_of(key, work.currency): [stored.get(key), amount] for key, amount in changed.items()}
    return work.save("updated", work.fields, prices)


def all_prices(work: ListWork) -> dict[str, int]:
    """Every price of the list by its path."""
    rows = work.uow.all(sql.ALL_PRICES, **work.at)
    return {path_of((variant_id, quantity), work.currency): amount for variant_id, quantity, amount in rows}


def known_variants(uow: UnitOfWork, ctx: Context, variant_ids: Iterable[str]) -> set[str]:
    """Those that are there, in the trash or not."""
    rows = uow.all(sql.OWNERS, at_tenant_id=ctx.tenant_id, ids=dumps(sorted(set(variant_ids))))
    return {str(row[0]) for row in rows}


def _owners(work: ListWork, keys: Iterable[Key]) -> dict[str, tuple[str, bool]]:
    ids = dumps(sorted({key[0] for key in keys}))
    rows = work.uow.all(sql.OWNERS, at_tenant_id=work.ctx.tenant_id, ids=ids)
    return {variant_id: (product_id, bool(trashed)) for variant_id, product_id, trashed in rows}


def _stored(work: ListWork, product_ids: Iterable[str]) -> dict[Key, int]:
    rows = work.uow.all(sql.PRICES_OF, ids=dumps(sorted(set(product_ids))), **work.at)
    return {(variant_id, quantity): amount for variant_id, quantity, amount in rows}


def _check_size(work: ListWork, stored: Mapping[Key, int], changed: Mapping[Key, int | None]) -> None:
    fresh = [key for key, amount in changed.items() if amount is not None and key not in stored]
    if not fresh:
        return
    gone = {key for key, amount in changed.items() if amount is None}
    count = (work.uow.one(sql.COUNT_PRICES, **work.at) or (0,))[0]
    if count + len(fresh) - len(gone & stored.keys()) > limits.PRICE_LIST_PRICES:
        raise UserError("too_many_list_prices", limit=limits.PRICE_LIST_PRICES)
    tiers = Counter(key[0] for key in (*stored, *fresh) if key not in gone)
    problems = [
        FieldProblem(path_of(key, work.currency), "too_many_tiers", {"limit": limits.PRICE_LIST_TIERS})
        for key in fresh
        if tiers[key[0]] > limits.PRICE_LIST_TIERS
    ]
    if problems:
        raise Invalid(problems)

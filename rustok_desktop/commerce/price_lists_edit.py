"""Acts on a price list itself, each a unit of work: rows and one event with what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rustok_desktop.commerce import price_lists_sql as sql
from rustok_desktop.commerce.price_lists_schemas import CreatePriceList, PriceListCommand, UpdatePriceList
from rustok_desktop.commerce.price_lists_views import PriceListSaved
from rustok_desktop.core import limits
from rustok_desktop.core.clock import parse_time
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

AGGREGATE = "price_list"
_TIMES = ("starts_at", "ends_at")
_NEEDED = ("name", "type", "status", "currency_code", "priority")
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ListWork:
    """One command on one list, as it stands before it; ``fields`` by name, with ``deleted_at``."""

    uow: UnitOfWork
    ctx: Context
    bus: TransactionalEventBus
    id: str
    version: int
    fields: Fields

    @property
    def at(self) -> dict[str, str]:
        """The keys of every statement on it."""
        return {"at_id": self.id, "at_tenant_id": self.ctx.tenant_id}

    @property
    def currency(self) -> str:
        """The money of its prices."""
        return str(self.fields["currency_code"])

    def save(self, event_type: str, fields: Mapping[str, Any], prices: Changes | None = None) -> PriceListSaved:
        """The row as ``fields``, its new version and the event; nothing when nothing changed."""
        changes: Changes = {
            name: [self.fields.get(name), value] for name, value in fields.items() if self.fields.get(name) != value
        }
        changes |= prices or {}
        if not changes:
            return PriceListSaved(self.id, self.version, (), 0, None)
        self.uow.run(sql.UPDATE, **fields, version=self.version + 1, now=self.uow.now, **self.at)
        self.publish(event_type, changes)
        return PriceListSaved(self.id, self.version + 1, tuple(changes), len(prices or {}), self.uow.txid)

    def has_prices(self) -> bool:
        """Whether any amount stands in it, also of variants that are not there just now."""
        return bool((self.uow.one(sql.COUNT_PRICES, **self.at) or (0,))[0])

    def publish(self, act: str, changes: Changes) -> None:
        """The event of an act."""
        data = {"price_list_id": self.id, "changes": changes}
        self.bus.publish_in_tx(self.uow, self.ctx, NewEvent(f"{AGGREGATE}.{act}", AGGREGATE, self.id, data))


def create(ctx: Context, bus: TransactionalEventBus, command: CreatePriceList, uow: UnitOfWork) -> PriceListSaved:
    """``price_list.created``. Invalid with every wrong field."""
    work = ListWork(uow, ctx, bus, new_id(), 0, {})
    known = currencies(uow, ctx)
    fields: Fields = {name: getattr(command, name) for name in sql.FIELDS}
    fields["currency_code"] = command.currency_code or known[0]
    fields["description"] = command.description or None
    problems = _problems(fields)
    if fields["currency_code"] not in known:
        problems.append(_not_enabled(fields["currency_code"]))
    if problems:
        raise Invalid(problems)
    _check_room(uow, ctx)
    uow.run(sql.INSERT, **fields, now=uow.now, **work.at)
    changes: Changes = {name: [None, value] for name, value in fields.items() if value is not None}
    work.publish("created", changes)
    return PriceListSaved(work.id, 1, tuple(changes), 0, uow.txid)


def update(ctx: Context, bus: TransactionalEventBus, command: UpdatePriceList, uow: UnitOfWork) -> PriceListSaved:
    """``price_list.updated`` with the fields that differ. A save that changes nothing records nothing."""
    work = load(uow, ctx, bus, command)
    given = {name: getattr(command, name) for name in sql.FIELDS if name in command.model_fields_set}
    if "description" in given:
        given["description"] = given["description"] or None
    fields = {**work.fields, **given}
    problems = [FieldProblem(name, "required") for name in _NEEDED if fields[name] is None] or _problems(fields)
    if fields["currency_code"] != work.fields["currency_code"]:
        problems += _currency_problems(work, fields["currency_code"])
    if problems:
        raise Invalid(problems)
    return work.save("updated", fields)


def trash(ctx: Context, bus: TransactionalEventBus, command: PriceListCommand, uow: UnitOfWork) -> PriceListSaved:
    """Into the trash, with its prices; from now on they do not hold."""
    work = load(uow, ctx, bus, command)
    return work.save("trashed", {**work.fields, "deleted_at": uow.now})


def restore(ctx: Context, bus: TransactionalEventBus, command: PriceListCommand, uow: UnitOfWork) -> PriceListSaved:
    """Out of the trash as it was. UserError ``not_in_trash``."""
    work = load(uow, ctx, bus, command, trashed=True)
    _check_room(uow, ctx)
    return work.save("restored", {**work.fields, "deleted_at": None})


def purge(ctx: Context, bus: TransactionalEventBus, command: PriceListCommand, uow: UnitOfWork) -> PriceListSaved:
    """For good, with its prices. UserError ``not_in_trash``."""
    work = load(uow, ctx, bus, command, trashed=True)
    changes: Changes = {name: [value, None] for name, value in work.fields.items() if value is not None}
    uow.run(sql.DELETE, **work.at)
    work.publish("purged", changes)
    return PriceListSaved(work.id, work.version, tuple(changes), 0, uow.txid)


def put(
    ctx: Context, bus: TransactionalEventBus, price_list_id: str, act: str, fields: Fields, uow: UnitOfWork
) -> PriceListSaved:
    """Exactly these fields, for taking acts back, in the trash too."""
    work = any_list(uow, ctx, bus, price_list_id)
    if fields.get("currency_code") != work.fields["currency_code"] and work.has_prices():
        raise Invalid([FieldProblem("currency_code", "list_has_prices")])
    return work.save(act, {name: fields.get(name) for name in (*sql.FIELDS, "deleted_at")})


def currencies(uow: UnitOfWork, ctx: Context) -> list[str]:
    """The shop's main money, then the further ones."""
    return [str(row[0]) for row in uow.all(sql.CURRENCIES, tenant_id=ctx.tenant_id)]


def load(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, command: PriceListCommand, *, trashed: bool = False
) -> ListWork:
    """NotFound, VersionConflict; UserError ``in_trash``, or ``not_in_trash`` where it should lie there."""
    work = any_list(uow, ctx, bus, command.price_list_id)
    if command.base_version is not None and command.base_version != work.version:
        raise VersionConflict("version_conflict", id=work.id, expected=command.base_version, actual=work.version)
    if trashed and work.fields["deleted_at"] is None:
        raise UserError("not_in_trash", id=work.id)
    if not trashed and work.fields["deleted_at"] is not None:
        raise UserError("in_trash", id=work.id)
    return work


def any_list(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, price_list_id: str) -> ListWork:
    """Also one in the trash. NotFound."""
    row = uow.one(sql.STORED, at_id=price_list_id, at_tenant_id=ctx.tenant_id)
    if row is None:
        raise NotFound("not_found", kind=AGGREGATE, id=price_list_id)
    version, deleted_at, *values = row
    fields = dict(zip(sql.FIELDS, values, strict=True)) | {"deleted_at": deleted_at}
    return ListWork(uow, ctx, bus, price_list_id, version, fields)


def _problems(fields: Fields) -> list[FieldProblem]:
    problems = []
    for name in _TIMES:
        try:
            if fields[name] is not None:
                parse_time(fields[name])
        except ValueError:
            problems.append(FieldProblem(name, "bad_time", {"value": fields[name]}))
    if not problems and None not in (starts := fields["starts_at"], ends := fields["ends_at"]) and starts >= ends:
        problems.append(FieldProblem("ends_at", "end_before_start"))
    return problems


def _currency_problems(work: ListWork, currency: str) -> list[FieldProblem]:
    """Amounts mean money of one currency: it changes only while there are none."""
    if work.has_prices():
        return [FieldProblem("currency_code", "list_has_prices")]
    return [] if currency in currencies(work.uow, work.ctx) else [_not_enabled(currency)]


def _not_enabled(currency: str) -> FieldProblem:
    return FieldProblem("currency_code", "currency_not_enabled", {"currency": currency})


def _check_room(uow: UnitOfWork, ctx: Context) -> None:
    count = (uow.one(sql.COUNT_LISTS, at_tenant_id=ctx.tenant_id) or (0,))[0]
    if count >= limits.PRICE_LISTS_PER_SHOP:
        raise UserError("too_many_price_lists", limit=limits.PRICE_LISTS_PER_SHOP)

"""What a shop is called and how it counts money: rules for a change of the shop itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, select, update

from rustok_desktop.core import limits
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.locale import normalize_locale
from rustok_desktop.core.money import is_currency
from rustok_desktop.identity.names import own_name
from rustok_desktop.identity.tables import tenant_locales, tenants
from rustok_desktop.identity.views import Tenant
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

# Whether a shop has anything that is priced and worded already. Modules beside this one know; it does not.
Occupied = Callable[[UnitOfWork, str], bool]

_SHOP = prepare(
    select(tenants.c.id, tenants.c.slug, tenants.c.name, tenants.c.default_locale, tenants.c.currency_code).where(
        tenants.c.id == bindparam("of_tenant"), tenants.c.is_active == 1
    )
)
_CHANGE = prepare(
    update(tenants)
    .where(tenants.c.id == bindparam("of_tenant"))
    .values({name: bindparam(name) for name in ("name", "default_locale", "currency_code", "updated_at")})
)
_DEMOTE = prepare(
    update(tenant_locales)
    .where(tenant_locales.c.tenant_id == bindparam("of_tenant"), tenant_locales.c.is_default == 1)
    .values(is_default=0, is_enabled=0)
)
_POINT = prepare(
    update(tenant_locales)
    .where(tenant_locales.c.tenant_id == bindparam("of_tenant"), tenant_locales.c.fallback_locale == bindparam("was"))
    .values(fallback_locale=bindparam("now_locale"))
)
_PROMOTE = prepare(
    "INSERT INTO tenant_locales (id, tenant_id, locale, name, is_default, is_enabled, created_at)"
    " VALUES (:id, :of_tenant, :locale, :name, 1, 1, :now)"
    " ON CONFLICT (tenant_id, locale) DO UPDATE SET is_default = 1, is_enabled = 1, fallback_locale = NULL"
)
FIELDS = ("name", "default_locale", "currency_code")


@dataclass(frozen=True, slots=True)
class ShopChange:
    """What is to become of a shop; None leaves a field as it is. Made by :func:`checked`."""

    name: str | None = None
    default_locale: str | None = None
    currency_code: str | None = None


def checked(name: str | None, default_locale: str | None, currency: str | None) -> ShopChange:
    """The change in its canonical spelling; Invalid with every problem."""
    problems: list[FieldProblem] = []
    if name is not None:
        name = " ".join(name.split())
        if not name:
            problems.append(FieldProblem("name", "required"))
        elif len(name) > limits.NAME:
            problems.append(FieldProblem("name", "too_long", {"limit": limits.NAME}))
    if default_locale is not None:
        try:
            default_locale = normalize_locale(default_locale)
        except ValueError:
            problems.append(FieldProblem("default_locale", "bad_locale", {"value": default_locale}))
    if currency is not None:
        currency = currency.strip().upper()
        if not is_currency(currency):
            problems.append(FieldProblem("currency_code", "bad_currency", {"value": currency}))
    if problems:
        raise Invalid(problems)
    return ShopChange(name, default_locale, currency)


def change_shop(
    uow: UnitOfWork, tenant_id: str, wanted: ShopChange, occupied: Occupied
) -> tuple[Tenant, dict[str, list[Any]]]:
    """Write the change; the shop as it is now and the changed fields as ``{field: [was, is]}``.

    Money and main language are those of every price and text there is, so they change in an empty shop only.
    """
    row = uow.one(_SHOP, of_tenant=tenant_id)
    if row is None:
        raise NotFound("not_found", kind="shop", id=tenant_id)
    was = Tenant(*row)
    given = {field: getattr(wanted, field) for field in FIELDS if getattr(wanted, field) is not None}
    now = replace(was, **given)
    changes = {field: [getattr(was, field), getattr(now, field)] for field in FIELDS}
    changes = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    fixed = sorted(changes.keys() - {"name"})
    if fixed and occupied(uow, tenant_id):
        raise Invalid([FieldProblem(field, "shop_not_empty") for field in fixed])
    if changes:
        uow.run(_CHANGE, of_tenant=tenant_id, updated_at=uow.now, **{field: getattr(now, field) for field in FIELDS})
    if "default_locale" in changes:
        _move_default(uow, was, now)
    return now, changes


def shop_fields(uow: UnitOfWork, tenant_id: str) -> dict[str, Any]:
    """The fields of an active shop; empty for none."""
    row = uow.one(_SHOP, of_tenant=tenant_id)
    return {field: getattr(Tenant(*row), field) for field in FIELDS} if row is not None else {}


def _move_default(uow: UnitOfWork, was: Tenant, now: Tenant) -> None:
    locale = now.default_locale
    uow.run(_DEMOTE, of_tenant=now.id)
    uow.run(_PROMOTE, id=new_id(), of_tenant=now.id, locale=locale, name=own_name(locale), now=uow.now)
    uow.run(_POINT, of_tenant=now.id, was=was.default_locale, now_locale=locale)

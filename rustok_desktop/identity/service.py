"""Shops and the languages they write in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from rustok_desktop.core import limits
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound, UserError
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.locale import normalize_locale
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.identity.currencies import CURRENCIES, checked_currencies, put_currencies
from rustok_desktop.identity.names import own_name
from rustok_desktop.identity.shop import Occupied, ShopChange, change_shop, checked
from rustok_desktop.identity.tables import tenant_locales, tenants
from rustok_desktop.identity.views import LocaleView, Tenant
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

DEFAULT_SLUG = "default"

_TENANT = (tenants.c.id, tenants.c.slug, tenants.c.name, tenants.c.default_locale, tenants.c.currency_code)
_BY_SLUG = prepare(select(*_TENANT).where(tenants.c.slug == bindparam("slug"), tenants.c.is_active == 1))
_ALL = prepare(select(*_TENANT).where(tenants.c.is_active == 1).order_by(tenants.c.slug))
_ADD_TENANT = prepare(insert(tenants))
_LOCALES = prepare(
    select(
        tenant_locales.c.locale,
        tenant_locales.c.name,
        tenant_locales.c.is_default,
        tenant_locales.c.is_enabled,
        tenant_locales.c.fallback_locale,
    )
    .where(tenant_locales.c.tenant_id == bindparam("tenant_id"))
    .order_by(tenant_locales.c.is_default.desc(), tenant_locales.c.locale)
)
_ADD_LOCALE = prepare(insert(tenant_locales))
_CHANGE_LOCALE = prepare(
    update(tenant_locales)
    .where(
        tenant_locales.c.tenant_id == bindparam("of_tenant"),
        tenant_locales.c.locale == bindparam("of_locale"),
    )
    .values(name=bindparam("name"), is_enabled=1, fallback_locale=bindparam("fallback_locale"))
)
_DISABLE_LOCALE = prepare(
    update(tenant_locales)
    .where(
        tenant_locales.c.tenant_id == bindparam("of_tenant"),
        tenant_locales.c.locale == bindparam("of_locale"),
    )
    .values(is_enabled=0)
)


def _never(_uow: UnitOfWork, _tenant_id: str) -> bool:
    return False


class TenantService:
    """Which shops there are, and the languages of each.

    ``occupied`` says whether a shop has products: its money and main language are then fixed.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus, occupied: Occupied = _never) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus
        self._occupied = occupied

    async def ensure_default(self, name: str = "My shop", locale: str = "en", currency: str = "USD") -> Tenant:
        """The shop with the slug ``default``, created with these values when it is not there yet."""
        rows = await self._reader.all(_BY_SLUG, slug=DEFAULT_SLUG)
        if rows:
            return Tenant(*rows[0])
        return await self._writer.run(lambda uow: self._ensure(uow, name, locale, currency))

    async def get(self, slug: str) -> Tenant:
        """The active shop with this slug; NotFound otherwise."""
        row = await self._reader.one(_BY_SLUG, slug=slug)
        if row is None:
            raise NotFound("not_found", kind="shop", id=slug)
        return Tenant(*row)

    async def list(self) -> tuple[Tenant, ...]:
        """Every active shop, by slug."""
        return tuple(Tenant(*row) for row in await self._reader.all(_ALL))

    async def locales(self, tenant_id: str) -> tuple[LocaleView, ...]:
        """The shop's languages: the default one first, the others by tag, disabled ones included."""
        return _views(await self._reader.all(_LOCALES, tenant_id=tenant_id))

    async def currencies(self, tenant_id: str) -> tuple[str, ...]:
        """The money it sets prices in besides its main one, in the order given."""
        return tuple(row[0] for row in await self._reader.all(CURRENCIES, tenant_id=tenant_id))

    async def set_currencies(self, ctx: Context, currencies: Sequence[str]) -> tuple[str, ...]:
        """Set prices in these besides the main one. Prices in one left out stay, unused until it is there again.

        Invalid for what is no currency. What changes nothing records nothing.
        """
        require(ctx, Resource.SETTINGS, Action.UPDATE)
        wanted = checked_currencies(currencies)

        def work(uow: UnitOfWork) -> None:
            changes = put_currencies(uow, ctx.tenant_id, wanted)
            if changes:
                self._record(uow, ctx, "tenant.updated", {"changes": changes})

        await self._writer.run(work)
        return await self.currencies(ctx.tenant_id)

    async def enable_locale(self, ctx: Context, locale: str, name: str = "", fallback: str | None = None) -> LocaleView:
        """Let the shop write in ``locale``; enabling what already is changes its name and fallback.

        Invalid when the tag is wrong, or the fallback is not an enabled language or leads back to ``locale``.
        """
        require(ctx, Resource.SETTINGS, Action.UPDATE)
        wanted = _wanted(locale, name, fallback)
        return await self._writer.run(lambda uow: self._enable(uow, ctx, wanted))

    async def disable_locale(self, ctx: Context, locale: str) -> LocaleView:
        """Write in ``locale`` no more. Its words stay and are there again when it is enabled again.

        UserError for the main language and for one that others fall back to; NotFound for an unknown one.
        """
        require(ctx, Resource.SETTINGS, Action.UPDATE)
        return await self._writer.run(lambda uow: self._disable(uow, ctx, locale))

    async def update(
        self,
        ctx: Context,
        *,
        name: str | None = None,
        default_locale: str | None = None,
        currency: str | None = None,
    ) -> Tenant:
        """Rename the shop; in an empty shop also choose its main language and its money. None leaves a field.

        Invalid names the fields that are wrong, or fixed because there are products. What changes nothing
        records nothing.
        """
        require(ctx, Resource.SETTINGS, Action.UPDATE)
        wanted = checked(name, default_locale, currency)
        return await self._writer.run(lambda uow: self._update(uow, ctx, wanted))

    def _update(self, uow: UnitOfWork, ctx: Context, wanted: ShopChange) -> Tenant:
        tenant, changes = change_shop(uow, ctx.tenant_id, wanted, self._occupied)
        if changes:
            self._record(uow, ctx, "tenant.updated", {"changes": changes})
        return tenant

    def _disable(self, uow: UnitOfWork, ctx: Context, locale: str) -> LocaleView:
        known = {view.locale: view for view in _views(uow.all(_LOCALES, tenant_id=ctx.tenant_id))}
        view = known.get(locale)
        if view is None:
            raise NotFound("not_found", kind="locale", id=locale)
        if view.is_default:
            raise UserError("default_locale_stays", locale=view.name)
        users = [other.name for other in known.values() if other.is_enabled and other.fallback_locale == locale]
        if users:
            raise UserError("locale_is_fallback", locale=view.name, users=users)
        if view.is_enabled:
            uow.run(_DISABLE_LOCALE, of_tenant=ctx.tenant_id, of_locale=locale)
            self._record(uow, ctx, "locale.disabled", {"locale": locale})
        return replace(view, is_enabled=False)

    def _ensure(self, uow: UnitOfWork, name: str, locale: str, currency: str) -> Tenant:
        found = uow.one(_BY_SLUG, slug=DEFAULT_SLUG)
        if found is not None:
            return Tenant(*found)
        tenant = Tenant(new_id(), DEFAULT_SLUG, name, normalize_locale(locale), currency)
        uow.run(
            _ADD_TENANT,
            id=tenant.id,
            slug=tenant.slug,
            name=tenant.name,
            default_locale=tenant.default_locale,
            currency_code=tenant.currency_code,
            settings="{}",
            is_active=1,
            created_at=uow.now,
            updated_at=uow.now,
        )
        first = LocaleView(tenant.default_locale, own_name(tenant.default_locale), True, True, None)
        self._add(uow, tenant.id, first)
        ctx = Context(tenant_id=tenant.id, role=Role.SUPER_ADMIN, locale=tenant.default_locale)
        self._record(uow, ctx, "tenant.created", {"changes": _created(tenant)})
        return tenant

    def _enable(self, uow: UnitOfWork, ctx: Context, wanted: LocaleView) -> LocaleView:
        known = {view.locale: view for view in _views(uow.all(_LOCALES, tenant_id=ctx.tenant_id))}
        _check_fallback(wanted, known)
        was = known.get(wanted.locale)
        if was is None:
            self._add(uow, ctx.tenant_id, wanted)
            self._record(uow, ctx, "locale.enabled", {"locale": wanted.locale})
            return wanted
        now = LocaleView(wanted.locale, wanted.name, was.is_default, True, wanted.fallback_locale)
        if now != was:
            uow.run(
                _CHANGE_LOCALE,
                of_tenant=ctx.tenant_id,
                of_locale=now.locale,
                name=now.name,
                fallback_locale=now.fallback_locale,
            )
            self._record(uow, ctx, "locale.enabled", {"locale": now.locale})
        return now

    def _add(self, uow: UnitOfWork, tenant_id: str, view: LocaleView) -> None:
        uow.run(
            _ADD_LOCALE,
            id=new_id(),
            tenant_id=tenant_id,
            locale=view.locale,
            name=view.name,
            is_default=int(view.is_default),
            is_enabled=1,
            fallback_locale=view.fallback_locale,
            created_at=uow.now,
        )

    def _record(self, uow: UnitOfWork, ctx: Context, event_type: str, data: dict[str, Any]) -> None:
        event = NewEvent(event_type, "tenant", ctx.tenant_id, {"tenant_id": ctx.tenant_id, **data})
        self._bus.publish_in_tx(uow, ctx, event)


def _views(rows: Sequence[tuple[Any, ...]]) -> tuple[LocaleView, ...]:
    return tuple(LocaleView(tag, name, bool(first), bool(on), back) for tag, name, first, on, back in rows)


def _created(tenant: Tenant) -> dict[str, list[Any]]:
    fields = ("slug", "name", "default_locale", "currency_code")
    return {name: [None, getattr(tenant, name)] for name in fields}


def _wanted(locale: str, name: str, fallback: str | None) -> LocaleView:
    problems: list[FieldProblem] = []
    tag = _tag("locale", locale, problems)
    back = None if fallback is None else _tag("fallback_locale", fallback, problems)
    shown = name.strip() or own_name(tag)
    if len(shown) > limits.NAME:
        problems.append(FieldProblem("name", "too_long", {"limit": limits.NAME}))
    if problems:
        raise Invalid(problems)
    return LocaleView(tag, shown, False, True, back)


def _tag(path: str, text: str, problems: list[FieldProblem]) -> str:
    try:
        tag = normalize_locale(text)
    except ValueError:
        problems.append(FieldProblem(path, "bad_locale", {"value": text}))
        return ""
    if len(tag) > limits.LOCALE:
        problems.append(FieldProblem(path, "too_long", {"limit": limits.LOCALE}))
    return tag


def _check_fallback(wanted: LocaleView, known: dict[str, LocaleView]) -> None:
    step, seen = wanted.fallback_locale, {wanted.locale}
    while step is not None:
        if step in seen or step not in known or not known[step].is_enabled:
            value = wanted.fallback_locale
            raise Invalid([FieldProblem("fallback_locale", "bad_fallback_locale", {"value": value})])
        seen.add(step)
        step = known[step].fallback_locale

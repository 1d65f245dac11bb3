"""Shops and their languages on a real file."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound
from rustok_desktop.identity.service import TenantService
from rustok_desktop.identity.views import LocaleView
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database


@pytest.fixture
def tenants(database: Database, bus: TransactionalEventBus) -> TenantService:
    return TenantService(database.writer, database.reader, bus)


async def _types(log: EventLog) -> list[str]:
    return [event.event_type for event in await log.read()]


async def test_the_default_shop_is_made_once(tenants: TenantService, log: EventLog) -> None:
    first, second = await asyncio.gather(tenants.ensure_default(), tenants.ensure_default())
    third = await tenants.ensure_default("Third", "de", "EUR")
    assert first == second == third
    assert (first.slug, first.name, first.default_locale, first.currency_code) == ("default", "My shop", "en", "USD")
    assert await tenants.list() == (first,)
    assert await tenants.get("default") == first
    assert await tenants.locales(first.id) == (LocaleView("en", "English", True, True, None),)
    (created,) = await log.read()
    assert (created.event_type, created.aggregate_id, created.tenant_id) == ("tenant.created", first.id, first.id)
    assert created.data["tenant_id"] == first.id
    assert created.data["changes"]["currency_code"] == [None, "USD"]


async def test_a_shop_that_is_not_there(tenants: TenantService) -> None:
    with pytest.raises(NotFound) as caught:
        await tenants.get("nowhere")
    assert caught.value.params == {"kind": "shop", "id": "nowhere"}


async def test_enabling_a_language(tenants: TenantService, log: EventLog, tenant_ctx: Context) -> None:
    view = await tenants.enable_locale(tenant_ctx, "PT_br", "Português", "en")
    assert view == LocaleView("pt-BR", "Português", False, True, "en")
    assert [known.locale for known in await tenants.locales(tenant_ctx.tenant_id)] == ["en", "pt-BR"]
    (event,) = await log.read()
    assert event.event_type == "locale.enabled"
    changes = {"enabled@pt-BR": [None, True], "language@pt-BR": [None, "Português"], "fallback@pt-BR": [None, "en"]}
    assert event.data == {"tenant_id": tenant_ctx.tenant_id, "locale": "pt-BR", "changes": changes}
    assert event.actor_id == tenant_ctx.actor_id


async def test_the_same_again_records_nothing_and_a_change_does(
    tenants: TenantService, log: EventLog, tenant_ctx: Context
) -> None:
    await tenants.enable_locale(tenant_ctx, "ru", fallback="en")
    await tenants.enable_locale(tenant_ctx, "ru", "Русский", "en")
    assert await _types(log) == ["locale.enabled"]
    changed = await tenants.enable_locale(tenant_ctx, "ru", "По-русски")
    assert changed == LocaleView("ru", "По-русски", False, True, None)
    assert changed in await tenants.locales(tenant_ctx.tenant_id)
    assert await _types(log) == ["locale.enabled"] * 2


async def test_the_default_language_stays_the_default(tenants: TenantService, tenant_ctx: Context) -> None:
    view = await tenants.enable_locale(tenant_ctx, "en", "English (shop)")
    assert view == LocaleView("en", "English (shop)", True, True, None)


@pytest.mark.parametrize(
    ("locale", "name", "fallback", "paths"),
    [
        ("not a tag", "", None, {"locale": "bad_locale"}),
        ("ru", "x" * 256, "??", {"fallback_locale": "bad_locale", "name": "too_long"}),
        ("ru", "", "de", {"fallback_locale": "bad_fallback_locale"}),
        ("ru", "", "ru", {"fallback_locale": "bad_fallback_locale"}),
    ],
)
async def test_what_is_refused(
    tenants: TenantService,
    log: EventLog,
    tenant_ctx: Context,
    locale: str,
    name: str,
    fallback: str | None,
    paths: dict[str, str],
) -> None:
    with pytest.raises(Invalid) as caught:
        await tenants.enable_locale(tenant_ctx, locale, name, fallback)
    assert {problem.path: problem.code for problem in caught.value.fields} == paths
    assert await _types(log) == []


async def test_fallbacks_never_form_a_ring(tenants: TenantService, tenant_ctx: Context) -> None:
    await tenants.enable_locale(tenant_ctx, "ru", fallback="en")
    await tenants.enable_locale(tenant_ctx, "uk", fallback="ru")
    with pytest.raises(Invalid):
        await tenants.enable_locale(tenant_ctx, "en", fallback="uk")


async def test_languages_need_the_settings_permission(tenants: TenantService, tenant_ctx: Context) -> None:
    for role in (Role.MANAGER, Role.CUSTOMER):
        with pytest.raises(Forbidden):
            await tenants.enable_locale(replace(tenant_ctx, role=role), "ru")


async def test_shops_do_not_see_each_other(tenants: TenantService, tenant_ctx: Context, other_ctx: Context) -> None:
    await tenants.enable_locale(tenant_ctx, "ru")
    assert [view.locale for view in await tenants.locales(other_ctx.tenant_id)] == ["en"]
    with pytest.raises(Invalid):
        await tenants.enable_locale(other_ctx, "de", fallback="ru")

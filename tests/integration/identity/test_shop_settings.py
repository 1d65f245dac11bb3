"""A shop's name, money and languages: who may change them, when, and what the log says of it."""

from __future__ import annotations

import pytest

from rustok_desktop.commerce.occupancy import has_products
from rustok_desktop.commerce.schemas import CreateProduct, TranslationInput, VariantInput
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.core import limits
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.identity.service import TenantService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database

MUG = CreateProduct(
    translations={"en": TranslationInput(title="Mug"), "ru": TranslationInput(title="Кружка")},
    variants=(VariantInput(),),
)


@pytest.fixture
def tenants(database: Database, bus: TransactionalEventBus) -> TenantService:
    return TenantService(database.writer, database.reader, bus, has_products)


@pytest.fixture
def catalog(database: Database, bus: TransactionalEventBus) -> CatalogService:
    return CatalogService(database.writer, database.reader, bus)


async def test_a_new_name(tenants: TenantService, log: EventLog, tenant_ctx: Context) -> None:
    shop = await tenants.update(tenant_ctx, name="  Kiln &\t Clay ")
    assert shop.name == "Kiln & Clay"
    assert await tenants.get("one") == shop
    (event,) = await log.read()
    assert (event.event_type, event.actor_id) == ("tenant.updated", tenant_ctx.actor_id)
    assert event.data["changes"] == {"name": ["one", "Kiln & Clay"]}


async def test_the_same_again_records_nothing(tenants: TenantService, log: EventLog, tenant_ctx: Context) -> None:
    await tenants.update(tenant_ctx, name="one", default_locale="EN", currency="usd")
    await tenants.update(tenant_ctx)
    assert await log.read() == []


async def test_money_and_language_of_an_empty_shop(tenants: TenantService, log: EventLog, tenant_ctx: Context) -> None:
    await tenants.enable_locale(tenant_ctx, "de", "Deutsch", "en")
    shop = await tenants.update(tenant_ctx, default_locale="ru", currency="rub")
    assert (shop.default_locale, shop.currency_code) == ("ru", "RUB")
    views = {view.locale: view for view in await tenants.locales(shop.id)}
    assert views["ru"].is_default
    assert views["ru"].is_enabled
    assert not views["en"].is_default
    assert not views["en"].is_enabled
    assert views["de"].fallback_locale == "ru"
    assert (await log.read())[-1].data["changes"] == {"default_locale": ["en", "ru"], "currency_code": ["USD", "RUB"]}


async def test_money_is_fixed_once_there_are_products(
    tenants: TenantService, catalog: CatalogService, tenant_ctx: Context
) -> None:
    await catalog.ensure_location(tenant_ctx)
    await catalog.create_product(tenant_ctx, MUG)
    with pytest.raises(Invalid) as caught:
        await tenants.update(tenant_ctx, name="Still", default_locale="ru", currency="EUR")
    assert [(p.path, p.code) for p in caught.value.fields] == [
        ("currency_code", "shop_not_empty"),
        ("default_locale", "shop_not_empty"),
    ]
    assert (await tenants.get("one")).name == "one"
    assert (await tenants.update(tenant_ctx, name="Kiln", currency="USD")).name == "Kiln"


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        ({"name": " "}, "name", "required"),
        ({"name": "x" * (limits.NAME + 1)}, "name", "too_long"),
        ({"default_locale": "english"}, "default_locale", "bad_locale"),
        ({"currency": "DOLLAR"}, "currency_code", "bad_currency"),
    ],
)
async def test_what_is_wrong_is_named(
    tenants: TenantService, tenant_ctx: Context, given: dict[str, str], path: str, code: str
) -> None:
    with pytest.raises(Invalid) as caught:
        await tenants.update(tenant_ctx, **given)
    assert [(p.path, p.code) for p in caught.value.fields] == [(path, code)]


async def test_a_language_switched_off_keeps_its_words(
    tenants: TenantService, catalog: CatalogService, log: EventLog, tenant_ctx: Context
) -> None:
    await tenants.enable_locale(tenant_ctx, "ru", fallback="en")
    await catalog.ensure_location(tenant_ctx)
    saved = await catalog.create_product(tenant_ctx, MUG)
    view = await tenants.disable_locale(tenant_ctx, "ru")
    assert not view.is_enabled
    product = await catalog.get_product(tenant_ctx, saved.product_id)
    assert product.translations["ru"].title == "Кружка"
    await tenants.disable_locale(tenant_ctx, "ru")
    assert [e.event_type for e in await log.read() if e.event_type.startswith("locale")] == [
        "locale.enabled",
        "locale.disabled",
    ]
    assert (await tenants.enable_locale(tenant_ctx, "ru")).is_enabled


async def test_languages_that_must_stay(tenants: TenantService, tenant_ctx: Context) -> None:
    await tenants.enable_locale(tenant_ctx, "ru", fallback="en")
    await tenants.enable_locale(tenant_ctx, "uk", fallback="ru")
    for locale, code in (("en", "default_locale_stays"), ("ru", "locale_is_fallback")):
        with pytest.raises(UserError) as caught:
            await tenants.disable_locale(tenant_ctx, locale)
        assert caught.value.code == code
        assert "…" not in caught.value.text("ru")
    with pytest.raises(NotFound):
        await tenants.disable_locale(tenant_ctx, "xx")


async def test_permission_and_other_shops(tenants: TenantService, tenant_ctx: Context, other_ctx: Context) -> None:
    clerk = Context(tenant_id=tenant_ctx.tenant_id, role=Role.MANAGER, actor_id=new_id())
    with pytest.raises(Forbidden):
        await tenants.update(clerk, name="Mine")
    with pytest.raises(Forbidden):
        await tenants.disable_locale(clerk, "en")
    await tenants.enable_locale(other_ctx, "ru", fallback="en")
    with pytest.raises(NotFound):
        await tenants.disable_locale(tenant_ctx, "ru")
    await tenants.update(other_ctx, name="Two", default_locale="ru")
    assert (await tenants.get("one")).default_locale == "en"
    assert [view.locale for view in await tenants.locales(tenant_ctx.tenant_id)] == ["en"]

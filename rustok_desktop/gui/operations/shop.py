"""What settings and welcome ask of the platform: the shop itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.identity.views import LocaleView

if TYPE_CHECKING:
    from rustok_desktop.app import Platform


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """A shop as its settings show it; ``fixed``: there are products, so money and main language stay."""

    name: str
    default_locale: str
    currency_code: str
    locales: tuple[LocaleView, ...]
    fixed: bool
    directory: str
    events: int
    currencies: tuple[str, ...] = ()


async def _settings(platform: Platform) -> ShopSettings:
    tenant, ctx = platform.tenant, platform.context()
    return ShopSettings(
        tenant.name,
        tenant.default_locale,
        tenant.currency_code,
        await platform.tenants.locales(tenant.id),
        not await platform.overview.empty(ctx),
        str(platform.settings.data_dir),
        await platform.log.head(),
        await platform.tenants.currencies(tenant.id),
    )


def read_shop() -> Callable[[Platform], Awaitable[ShopSettings]]:
    """The shop's own settings."""

    async def run(platform: Platform) -> ShopSettings:
        return await _settings(platform)

    return run


def change_shop(**fields: str) -> Callable[[Platform], Awaitable[ShopSettings]]:
    """Rename the shop; in an empty one also ``default_locale`` and ``currency``."""

    async def run(platform: Platform) -> ShopSettings:
        platform.tenant = await platform.tenants.update(platform.context(), **fields)
        return await _settings(platform)

    return run


def set_currencies(currencies: tuple[str, ...]) -> Callable[[Platform], Awaitable[ShopSettings]]:
    """The money to set prices in besides the main one."""

    async def run(platform: Platform) -> ShopSettings:
        await platform.tenants.set_currencies(platform.context(), currencies)
        return await _settings(platform)

    return run


def switch_language(locale: str, on: bool) -> Callable[[Platform], Awaitable[ShopSettings]]:
    """Write in a language, or no more; its words stay."""

    async def run(platform: Platform) -> ShopSettings:
        ctx = platform.context()
        if on:
            await platform.tenants.enable_locale(ctx, locale, fallback=platform.tenant.default_locale)
        else:
            await platform.tenants.disable_locale(ctx, locale)
        return await _settings(platform)

    return run


def read_untouched() -> Callable[[Platform], Awaitable[bool]]:
    """Whether this shop is new: empty, and nobody has named it."""

    async def run(platform: Platform) -> bool:
        return await platform.overview.untouched(platform.context())

    return run


def fill_demo_shop(count: int) -> Callable[[Platform], Awaitable[int]]:
    """Invented products in the languages they are written in; how many."""

    async def run(platform: Platform) -> int:
        from rustok_desktop.exchange.demo import create_command, demo_products

        ctx, tenant = platform.context(), platform.tenant
        for locale in {"en", "ru"} - {tenant.default_locale}:
            await platform.tenants.enable_locale(ctx, locale, fallback=tenant.default_locale)
        for product in demo_products(count):
            await platform.catalog.create_product(ctx, create_command(product, tenant.currency_code))
        return count

    return run

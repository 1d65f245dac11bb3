"""A whole shop in a directory that goes away: the real platform, nothing replaced."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import insert

from rustok_desktop.app import build
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.clock import Clock, utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.ids import new_id
from rustok_desktop.identity.tables import tenant_locales, tenants
from rustok_desktop.runtime.platform import Platform
from rustok_desktop.runtime.settings import Settings
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.testing.builders import ProductBuilder, a_product
from rustok_desktop.testing.recording import RecordingBus

_ADD_TENANT = prepare(insert(tenants))
_ADD_LOCALE = prepare(insert(tenant_locales))
_TRIES = 50  # a tenth of a second apart


@dataclass(frozen=True, slots=True)
class TemporaryShop:
    """An open shop; ``events`` records what is committed, also by its neighbours.

    ``ctx`` is its owner. It belongs to no chain of events, so that every command begins one of its own.
    """

    platform: Platform
    events: RecordingBus
    ctx: Context

    @property
    def catalog(self) -> CatalogService:
        """Products, prices, stock."""
        return self.platform.catalog

    def seen_by(self, ctx: Context) -> TemporaryShop:
        """The same shop with another caller."""
        return replace(self, ctx=ctx)

    async def add(self, product: ProductBuilder | None = None) -> ProductView:
        """Create a product, by default the plainest one, and read it back."""
        saved = await self.catalog.create_product(self.ctx, (product or a_product()).build())
        return await self.get(saved.product_id)

    async def get(self, product_id: str) -> ProductView:
        """The product as it is now."""
        return await self.catalog.get_product(self.ctx, product_id)

    async def neighbour(self, slug: str = "neighbour", *locales: str, currency: str = "USD") -> TemporaryShop:
        """Another shop in the same file, which must see nothing of this one.

        ``locales`` are its languages, the first one its own; English when none is given.
        """
        tenant_id, languages = new_id(), locales or ("en",)

        def work(uow: UnitOfWork) -> None:
            tenant = {"id": tenant_id, "slug": slug, "name": slug, "currency_code": currency}
            when = {"created_at": uow.now, "updated_at": uow.now}
            uow.run(_ADD_TENANT, **tenant, **when, default_locale=languages[0], settings="{}", is_active=1)
            for locale in languages:
                uow.run(
                    _ADD_LOCALE,
                    id=new_id(),
                    tenant_id=tenant_id,
                    locale=locale,
                    name=locale,
                    is_default=int(locale == languages[0]),
                    is_enabled=1,
                    fallback_locale=None,
                    created_at=uow.now,
                )

        await self.platform.database.writer.run(work)
        owner = Context(tenant_id=tenant_id, role=Role.SUPER_ADMIN, actor_id=new_id(), locale=languages[0])
        await self.catalog.ensure_location(owner)
        return replace(self, ctx=owner)


@asynccontextmanager
async def temporary_shop(
    directory: Path | None = None, *, locale: str = "en", clock: Clock = utc_now, slow_query_ms: float = 200.0
) -> AsyncIterator[TemporaryShop]:
    """An open shop, closed and, unless a ``directory`` was given, removed at the end.

    Recording begins once it is open: what setting up a shop records is not there.
    """
    made = Path(tempfile.mkdtemp(prefix="rustok-shop-"))
    try:
        settings = Settings(data_dir=directory or made, locale=locale, slow_query_ms=slow_query_ms)
        events = RecordingBus(DataDirectory(settings.data_dir).database)
        platform = build(settings, clock=clock, bus=events)
        await platform.open()
        try:
            events.clear()
            yield TemporaryShop(platform, events, replace(platform.context(), correlation_id=None))
        finally:
            await platform.close()
    finally:
        await _remove(made)


async def _remove(folder: Path) -> None:
    """Also when a process that ends a moment later than its shop still puts a file there."""
    for _ in range(_TRIES):
        try:
            shutil.rmtree(folder)
            return
        except FileNotFoundError:
            return
        except OSError:
            await asyncio.sleep(0.1)
    shutil.rmtree(folder)

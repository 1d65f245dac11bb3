"""A real file for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

_TENANT = prepare(
    "INSERT INTO tenants (id, slug, name, default_locale, currency_code, settings, is_active, created_at, updated_at)"
    " VALUES (:id, :slug, :slug, 'en', 'USD', '{}', 1, :now, :now)"
)
_LOCALE = prepare(
    "INSERT INTO tenant_locales (id, tenant_id, locale, name, is_default, is_enabled, created_at)"
    " VALUES (:id, :tenant, :locale, :locale, :default, 1, :now)"
)


async def add_tenant(database: Database, slug: str, locales: tuple[str, ...] = ("en",)) -> str:
    """A shop with its languages, the first one the default; returns its id."""
    tenant = new_id()

    def work(uow: object) -> None:
        uow.run(_TENANT, id=tenant, slug=slug, now=uow.now)
        for position, locale in enumerate(locales):
            uow.run(_LOCALE, id=new_id(), tenant=tenant, locale=locale, default=int(position == 0), now=uow.now)

    await database.writer.run(work)
    return tenant


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An opened, empty database."""
    opened = Database(tmp_path / "shop.db", utc_now)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def tenant_ctx(database: Database) -> Context:
    """The owner of a shop that writes English only."""
    return Context(tenant_id=await add_tenant(database, "one"), role=Role.SUPER_ADMIN, actor_id=new_id())


@pytest.fixture
async def other_ctx(database: Database) -> Context:
    """The owner of another shop in the same file."""
    return Context(tenant_id=await add_tenant(database, "two"), role=Role.SUPER_ADMIN, actor_id=new_id())


@pytest.fixture
def bus() -> TransactionalEventBus:
    return TransactionalEventBus()


@pytest.fixture
def log(database: Database) -> EventLog:
    return EventLog(database.reader, Upcasters())

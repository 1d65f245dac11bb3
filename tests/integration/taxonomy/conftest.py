"""A shop with categories, tags and a catalog over a real file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import CreateProduct, ProductCommand, UpdateProduct
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.tagging import ProductTags
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.event_types import validate_event
from rustok_desktop.core.events import Envelope, NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.outbox.runner import ConsumerRunner
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare
from rustok_desktop.taxonomy.schemas import AssignProducts, CreateCategory, MoveCategory
from rustok_desktop.taxonomy.service import CategoryService
from rustok_desktop.taxonomy.tag_reader import TagReader
from rustok_desktop.taxonomy.tag_service import TagService
from rustok_desktop.taxonomy.views import CategoryNode, TagView
from tests.integration.conftest import add_tenant


@dataclass
class Shop:
    """What one caller sees."""

    database: Database
    log: EventLog
    runner: ConsumerRunner
    catalog: CatalogService
    categories: CategoryService
    tags: TagService
    tag_reader: TagReader
    ctx: Context

    def seen_by(self, role: Role = Role.SUPER_ADMIN, locale: str = "en") -> Shop:
        return replace(self, ctx=replace(self.ctx, role=role, locale=locale))

    async def category(self, name: str, parent: str | None = None, index: int | None = None, **other: str) -> str:
        """A new category with its name in English and, by keyword, in other languages; its id."""
        words = {locale: {"name": text} for locale, text in {"en": name, **other}.items()}
        command = CreateCategory.model_validate({"parent_id": parent, "index": index, "translations": words})
        return (await self.categories.create(self.ctx, command)).category_id

    async def move(self, category_id: str, parent: str | None, index: int | None = None, **fields: Any) -> Any:
        command = MoveCategory(category_id=category_id, parent_id=parent, index=index, **fields)
        return await self.categories.move(self.ctx, command)

    async def assign(self, category_id: str, *product_ids: str, index: int | None = None) -> int:
        command = AssignProducts(category_id=category_id, product_ids=product_ids, index=index)
        return (await self.categories.assign(self.ctx, command)).count

    async def shape(self) -> list[str]:
        """The tree as lines of paths."""
        return [node.path for node in await self.categories.tree(self.ctx)]

    async def node(self, category_id: str) -> CategoryNode:
        return next(node for node in await self.categories.tree(self.ctx) if node.id == category_id)

    async def product(self, title: str = "Mug", *tags: str) -> str:
        command = {"translations": {"en": {"title": title}}, "variants": [{}], "tags": tags}
        return (await self.catalog.create_product(self.ctx, CreateProduct.model_validate(command))).product_id

    async def retag(self, product_id: str, *tags: str) -> None:
        version = (await self.catalog.get_product(self.ctx, product_id)).version
        command = UpdateProduct(product_id=product_id, base_version=version, tags=tags)
        await self.catalog.update_product(self.ctx, command)

    async def trash(self, product_id: str) -> None:
        await self.catalog.trash(self.ctx, ProductCommand(product_id=product_id))

    async def purge(self, product_id: str) -> None:
        await self.catalog.purge(self.ctx, ProductCommand(product_id=product_id))

    async def tags_of(self, product_id: str) -> tuple[str, ...]:
        return (await self.catalog.get_product(self.ctx, product_id)).tags

    async def known_tags(self) -> dict[str, TagView]:
        """By name, once the reader has caught up."""
        await self.runner.drain()
        return {tag.name: tag for tag in await self.tags.tags(self.ctx)}

    async def events(self, after: int = 0) -> list[Envelope]:
        """The shop's events; each one is sound."""
        events = await self.log.read(after, 1000, tenant_id=self.ctx.tenant_id)
        for event in events:
            validate_event(NewEvent(event.event_type, event.aggregate_type, event.aggregate_id, event.data))
        return events

    async def rows(self, statement: str) -> list[tuple[Any, ...]]:
        return await self.database.reader.all(prepare(statement))


@pytest.fixture
async def shop(database: Database, log: EventLog, bus: TransactionalEventBus) -> AsyncIterator[Shop]:
    """Writes English, Russian and Kazakh; Kazakh falls back to Russian."""
    tenant = await add_tenant(database, "shop", ("en", "ru", "kk"))
    fallback = prepare("UPDATE tenant_locales SET fallback_locale = 'ru' WHERE locale = 'kk'")
    await database.writer.run(lambda uow: uow.run(fallback))
    lists = ProductTags(bus)
    runner = ConsumerRunner(log, database.reader, database.writer, bus)
    tag_reader = TagReader(bus, lists)
    runner.add(tag_reader)
    await runner.start()
    writer, reader = database.writer, database.reader
    yield Shop(
        database,
        log,
        runner,
        CatalogService(writer, reader, bus),
        CategoryService(writer, reader, bus),
        TagService(writer, reader, bus, lists),
        tag_reader,
        Context(tenant_id=tenant, role=Role.SUPER_ADMIN, actor_id=new_id()),
    )
    await runner.stop()


@pytest.fixture
async def other_shop(shop: Shop) -> Shop:
    """Another shop in the same file."""
    tenant = await add_tenant(shop.database, "other")
    return replace(shop, ctx=replace(shop.ctx, tenant_id=tenant))

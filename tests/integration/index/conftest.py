"""A shop in two languages whose index follows the log step by step."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import AdjustStock, CreateProduct, ProductCommand, UpdateProduct
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.ids import new_id
from rustok_desktop.index.listing import ProductListing
from rustok_desktop.index.schemas import ProductQuery, ProductRow
from rustok_desktop.index.search import ProductSearch
from rustok_desktop.index.service import IndexService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.follower import Follower
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

_ENABLE = prepare(
    "INSERT INTO tenant_locales (id, tenant_id, locale, name, is_default, is_enabled, created_at)"
    " VALUES (:id, :tenant, :locale, :locale, 0, 1, :now)"
)
# All that the index says, without what it may choose freely (ids) and when it said it.
_ROWS = prepare(
    "SELECT i.product_id, i.locale, i.tenant_id, i.in_trash, i.status, i.version, i.title, i.title_sort, i.handle,"
    " i.vendor, i.product_type, i.tags, i.sku, i.variant_count, i.currency_code, i.price_min, i.price_max,"
    " i.compare_at_max, i.price_sort, i.on_hand, i.stock_state, i.thumbnail_url, i.created_at, i.updated_at,"
    " n.title, n.codes, n.stems, t.words, c.codes,"
    " (SELECT group_concat(tag, '|') FROM (SELECT g.tag FROM index_product_tags AS g WHERE g.index_id = i.id"
    "  AND g.scope = i.scope AND g.in_trash = i.in_trash ORDER BY g.tag))"
    " FROM index_products AS i"
    " LEFT JOIN index_products_names AS n ON n.rowid = i.id + i.in_trash * 2147483648"
    " LEFT JOIN index_products_texts AS t ON t.rowid = i.id + i.in_trash * 2147483648"
    " LEFT JOIN index_products_codes AS c ON c.rowid = i.id + i.in_trash * 2147483648"
    " ORDER BY i.product_id, i.locale"
)
_COUNTS = prepare(
    "SELECT (SELECT count(*) FROM index_products), (SELECT count(*) FROM index_products_names),"
    " (SELECT count(*) FROM index_products_texts), (SELECT count(*) FROM index_products_codes)"
)


@dataclass
class IndexedShop:
    """A catalog, and what its index makes of it."""

    database: Database
    catalog: CatalogService
    service: IndexService
    follower: Follower
    listing: ProductListing
    searching: ProductSearch
    ctx: Context

    async def add(self, title: str = "Mug", *, ru: str | None = None, **fields: Any) -> ProductView:
        translations = {"en": {"title": title, "description": fields.pop("description", None)}}
        if ru:
            translations["ru"] = {"title": ru, "description": fields.pop("ru_description", None)}
        given = {"translations": translations, "variants": [{}], **fields}
        saved = await self.catalog.create_product(self.ctx, CreateProduct.model_validate(given))
        return await self.get(saved.product_id)

    async def get(self, product_id: str) -> ProductView:
        return await self.catalog.get_product(self.ctx, product_id)

    async def update(self, product_id: str, **fields: Any) -> None:
        product = await self.get(product_id)
        given = {"product_id": product_id, "base_version": product.version, **fields}
        await self.catalog.update_product(self.ctx, UpdateProduct.model_validate(given))

    async def act(self, name: str, product_id: str) -> None:
        await getattr(self.catalog, name)(self.ctx, ProductCommand(product_id=product_id))

    async def stock(self, product_id: str, delta: int) -> None:
        variant = (await self.get(product_id)).variants[0]
        await self.catalog.adjust_stock(self.ctx, AdjustStock(variant_id=variant.id, delta=delta))

    async def enable(self, locale: str) -> None:
        """Enable a language without telling the log."""
        tenant = self.ctx.tenant_id
        await self.database.writer.run(
            lambda uow: uow.run(_ENABLE, id=new_id(), tenant=tenant, locale=locale, now=uow.now)
        )

    async def follow(self) -> None:
        """Let the projector catch up with the log."""
        while await self.follower.step():
            pass

    async def rows(self, query: ProductQuery | None = None, **more: Any) -> tuple[ProductRow, ...]:
        return (await self.listing.page(self.ctx, query or ProductQuery(), **more)).rows

    async def titles(self, text: str, **more: Any) -> list[str]:
        """What a search finds."""
        return [hit.row.title for hit in (await self.searching.search(self.ctx, text, **more)).hits]

    async def contents(self) -> list[tuple[Any, ...]]:
        """The whole index; every search row must belong to an index row."""
        counts = await self.database.reader.one(_COUNTS)
        assert counts is not None
        assert len(set(counts)) == 1
        return await self.database.reader.all(_ROWS)


@pytest.fixture
async def indexed(
    database: Database, bus: TransactionalEventBus, log: EventLog, tenant_ctx: Context, tmp_path: Path
) -> AsyncIterator[IndexedShop]:
    """An empty shop in English; nothing follows the log until told."""
    directory = DataDirectory(tmp_path / "data")
    directory.create()
    service = IndexService(database, log, directory)
    follower = Follower(service.projector, log, database.reader, database.writer)
    await follower.open()
    catalog = CatalogService(database.writer, database.reader, bus)
    await catalog.ensure_location(tenant_ctx)
    reader = database.reader
    yield IndexedShop(database, catalog, service, follower, ProductListing(reader), ProductSearch(reader), tenant_ctx)
    await service.close()


@pytest.fixture
def stranger(other_ctx: Context) -> Context:
    """The owner of another shop."""
    return Context(tenant_id=other_ctx.tenant_id, role=Role.SUPER_ADMIN)

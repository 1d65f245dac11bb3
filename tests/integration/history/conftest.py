"""A shop with its catalog and its history over a real file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce.changes import fields_of
from rustok_desktop.commerce.schemas import AdjustStock, CreateProduct, ProductCommand, UpdateProduct
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.context import Context
from rustok_desktop.core.ids import new_id
from rustok_desktop.history.reverters.products import ProductReverter
from rustok_desktop.history.reverting import Reverters
from rustok_desktop.history.service import HistoryService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare
from rustok_desktop.testing import temporary_shop

from .everything import Everything

IDS = prepare("SELECT id FROM products WHERE tenant_id = :tenant_id ORDER BY id")


def money(amount: int, compare_at: int | None = None, currency: str = "USD") -> dict[str, Any]:
    return {"currency_code": currency, "amount": amount, "compare_at_amount": compare_at, "cost_amount": None}


@dataclass
class Past:
    """A person at work in a shop, who may think better of it."""

    catalog: CatalogService
    history: HistoryService
    log: EventLog
    database: Database
    ctx: Context

    def somebody_else(self) -> Past:
        return replace(self, ctx=replace(self.ctx, actor_id=new_id()))

    async def add(self, title: str = "Mug", **fields: Any) -> ProductView:
        given = {"translations": {"en": {"title": title}}, "variants": [{}], **fields}
        saved = await self.catalog.create_product(self.ctx, CreateProduct.model_validate(given))
        return await self.get(saved.product_id)

    async def add_shirt(self, *sizes: str, **fields: Any) -> ProductView:
        variants = [{"option_values": [s], "sku": f"S-{s}", "prices": [money(1000)], "quantity": 5} for s in sizes]
        return await self.add("Shirt", options=[{"name": "Size", "values": sizes}], variants=variants, **fields)

    async def get(self, product_id: str) -> ProductView:
        return await self.catalog.get_product(self.ctx, product_id)

    async def update(self, product: ProductView, ctx: Context | None = None, **fields: Any) -> ProductView:
        given = {"product_id": product.id, "base_version": (await self.get(product.id)).version, **fields}
        await self.catalog.update_product(ctx or self.ctx, UpdateProduct.model_validate(given))
        return await self.get(product.id)

    async def rename(self, product: ProductView, title: str, ctx: Context | None = None) -> ProductView:
        return await self.update(product, ctx, translations={"en": {"title": title}})

    async def act(self, name: str, product: ProductView) -> ProductView:
        await getattr(self.catalog, name)(self.ctx, ProductCommand(product_id=product.id))
        return await self.get(product.id)

    async def purge(self, product: ProductView) -> None:
        await self.catalog.purge(self.ctx, ProductCommand(product_id=product.id))

    async def stock(self, product: ProductView, delta: int, place: int = 0) -> ProductView:
        command = AdjustStock(variant_id=product.variants[place].id, delta=delta)
        await self.catalog.adjust_stock(self.ctx, command)
        return await self.get(product.id)

    async def digest(self) -> dict[str, Any]:
        """Every product outside the trash with all its fields and its stock."""
        found = {}
        for (product_id,) in await self.database.reader.all(IDS, tenant_id=self.ctx.tenant_id):
            view = await self.get(product_id)
            if view.deleted_at is None:
                found[product_id] = plain(view)
        return found


def plain(view: ProductView) -> dict[str, Any]:
    fields = fields_of(view, stock=True)
    for path, value in fields.items():
        if path.startswith("variants/"):
            value["stock"] = {place: quantity for place, quantity in value["stock"].items() if quantity}
    return fields


@pytest.fixture
def past(database: Database, log: EventLog, bus: TransactionalEventBus, tenant_ctx: Context) -> Past:
    catalog = CatalogService(database.writer, database.reader, bus)
    history = HistoryService(database.reader, database.writer, log, bus, Reverters([ProductReverter()]))
    return Past(catalog, history, log, database, tenant_ctx)


@pytest.fixture
async def everything(tmp_path: Path) -> AsyncIterator[Everything]:
    async with temporary_shop(tmp_path / "shop") as shop:
        yield Everything(shop, shop.ctx)

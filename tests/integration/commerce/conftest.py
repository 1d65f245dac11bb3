"""A shop with a catalog over a real file, and short ways to say what a test is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import AdjustStock, CreateProduct, ProductCommand, UpdateProduct
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.views import ProductView, Saved, VariantView
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Invalid
from rustok_desktop.core.event_types import validate_event
from rustok_desktop.core.events import Envelope, NewEvent
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

USD = "USD"


def price(amount: int, compare_at: int | None = None, cost: int | None = None, currency: str = USD) -> dict[str, Any]:
    return {"currency_code": currency, "amount": amount, "compare_at_amount": compare_at, "cost_amount": cost}


@dataclass
class Shop:
    """What one caller sees of the catalog."""

    catalog: CatalogService
    log: EventLog
    database: Database
    ctx: Context

    def seen_by(self, role: Role) -> Shop:
        return replace(self, ctx=replace(self.ctx, role=role))

    async def add(self, title: str = "Mug", **fields: Any) -> ProductView:
        """A new product; without ``variants`` it has one without anything."""
        given = {"translations": {"en": {"title": title}}, "variants": [{}], **fields}
        saved = await self.catalog.create_product(self.ctx, CreateProduct.model_validate(given))
        return await self.get(saved.product_id)

    async def add_sizes(self, *sizes: str, title: str = "Shirt", **fields: Any) -> ProductView:
        """A product with the option Size and one variant for each."""
        variants = [{"option_values": [size], "sku": f"{title}-{size}", "prices": [price(1000)]} for size in sizes]
        given = {"options": [{"name": "Size", "values": sizes}], "variants": variants, **fields}
        return await self.add(title, **given)

    async def get(self, product_id: str) -> ProductView:
        return await self.catalog.get_product(self.ctx, product_id)

    async def update(self, product: ProductView, **fields: Any) -> Saved:
        given = {"product_id": product.id, "base_version": product.version, **fields}
        return await self.catalog.update_product(self.ctx, UpdateProduct.model_validate(given))

    async def updated(self, product: ProductView, **fields: Any) -> ProductView:
        await self.update(product, **fields)
        return await self.get(product.id)

    async def problems(self, product: ProductView, **fields: Any) -> dict[str, str]:
        """The codes by path that an edit is refused with; nothing may have changed."""
        head = await self.log.head()
        with pytest.raises(Invalid) as caught:
            await self.update(product, **fields)
        assert await self.get(product.id) == product
        assert await self.log.head() == head
        return {problem.path: problem.code for problem in caught.value.fields}

    async def act(self, name: str, product: ProductView, *, base_version: int | None = None) -> Saved:
        command = ProductCommand(product_id=product.id, base_version=base_version)
        saved: Saved = await getattr(self.catalog, name)(self.ctx, command)
        return saved

    async def move(self, variant: VariantView, delta: int, **fields: Any) -> Saved:
        return await self.catalog.adjust_stock(self.ctx, AdjustStock(variant_id=variant.id, delta=delta, **fields))

    async def events(self, after: int = 0) -> list[Envelope]:
        """The events after ``after``; each one is sound, and one command's belong together."""
        events = await self.log.read(after, 1000, tenant_id=self.ctx.tenant_id)
        for event in events:
            validate_event(NewEvent(event.event_type, event.aggregate_type, event.aggregate_id, event.data))
            assert event.aggregate_type == "product"
            assert event.actor_id == self.ctx.actor_id
        by_transaction: dict[str, set[str]] = {}
        for event in events:
            by_transaction.setdefault(event.txid, set()).add(event.correlation_id)
        assert all(len(chains) == 1 for chains in by_transaction.values())
        return events

    async def recorded(self, work: Callable[[], Any]) -> list[Envelope]:
        """The events that awaiting ``work()`` records."""
        head = await self.log.head()
        await work()
        return await self.events(head)

    async def count(self, table: str) -> int:
        row = await self.database.reader.one(prepare(f"SELECT count(*) FROM {table}"))
        assert row is not None
        return int(row[0])


@pytest.fixture
def shop(database: Database, log: EventLog, bus: TransactionalEventBus, tenant_ctx: Context) -> Shop:
    return Shop(CatalogService(database.writer, database.reader, bus), log, database, tenant_ctx)


@pytest.fixture
def other_shop(shop: Shop, other_ctx: Context) -> Shop:
    """Another shop in the same file."""
    return replace(shop, ctx=other_ctx)


@pytest.fixture
def money() -> Callable[..., dict[str, Any]]:
    """Builds a price input: ``money(amount, compare_at, cost, currency)``."""
    return price

"""The way one would write it first: an async ORM session per product, one await per statement."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import event, select
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, relationship, selectinload

import rustok_desktop.identity.tables  # noqa: F401  the tables refer to it
from rustok_desktop.commerce import tables as commerce
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.tables import sys_events
from tests.bench.catalog import SIZES, MadeProduct, sku


class Base(DeclarativeBase):
    """The mapped classes stand over the program's own tables."""


class Price(Base):
    __table__ = commerce.prices


class Level(Base):
    __table__ = commerce.inventory_levels


class Movement(Base):
    __table__ = commerce.inventory_movements


class Translation(Base):
    __table__ = commerce.product_translations


class OptionValue(Base):
    __table__ = commerce.product_option_values


class Option(Base):
    __table__ = commerce.product_options
    values: Mapped[list[OptionValue]] = relationship()


class Image(Base):
    __table__ = commerce.product_images


class Variant(Base):
    __table__ = commerce.product_variants
    prices: Mapped[list[Price]] = relationship()
    levels: Mapped[list[Level]] = relationship()
    movements: Mapped[list[Movement]] = relationship()


class Product(Base):
    __table__ = commerce.products
    extra = commerce.products.c.metadata  # the toolkit keeps the name "metadata" for itself
    translations: Mapped[list[Translation]] = relationship()
    options: Mapped[list[Option]] = relationship()
    variants: Mapped[list[Variant]] = relationship()
    images: Mapped[list[Image]] = relationship()


class Event(Base):
    __table__ = sys_events


def engine_for(path: Path) -> AsyncEngine:
    """An engine with the settings of our writer, so that only the way of working differs."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}")

    @event.listens_for(engine.sync_engine, "connect")
    def _settings(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def new_event(tenant: str, product: str, event_type: str, data: dict[str, Any]) -> Event:
    """A row of the log."""
    now = utc_now()
    return Event(
        id=new_id(),
        event_type=event_type,
        schema_version=1,
        tenant_id=tenant,
        aggregate_type="product",
        aggregate_id=product,
        correlation_id=new_id(),
        timestamp=now,
        txid=new_id(),
        data=json.dumps(data),
    )


def new_product(tenant: str, location: str, made: MadeProduct) -> Product:
    """The same rows that an import of ``made`` writes."""
    now, product_id, option_id = utc_now(), new_id(), new_id()
    values = [
        OptionValue(id=new_id(), tenant_id=tenant, product_id=product_id, position=place, value=size)
        for place, size in enumerate(SIZES)
    ]
    return Product(
        id=product_id,
        tenant_id=tenant,
        status=made.status,
        vendor=made.vendor,
        product_type=made.product_type,
        tags=json.dumps(made.tags),
        extra="{}",
        version=1,
        created_at=now,
        updated_at=now,
        translations=[
            Translation(tenant_id=tenant, locale="en", title=made.title, handle=made.handle, description=made.body)
        ],
        options=[Option(id=option_id, tenant_id=tenant, position=0, name="Size", values=values)],
        variants=[_variant(tenant, location, made, place, values[place].id) for place in range(len(SIZES))],
        images=[Image(id=new_id(), tenant_id=tenant, position=0, url=f"https://images.example/{made.handle}.jpg")],
    )


def _variant(tenant: str, location: str, made: MadeProduct, place: int, value: str) -> Variant:
    now = utc_now()
    levels = [Level(tenant_id=tenant, location_id=location, on_hand=made.stock)] if made.stock else []
    movements = [
        Movement(
            id=new_id(),
            tenant_id=tenant,
            location_id=location,
            delta=made.stock,
            reason="import",
            created_at=now,
        )
    ]
    return Variant(
        id=new_id(),
        tenant_id=tenant,
        position=place,
        title=SIZES[place],
        combination=value,
        sku=sku(made, place),
        inventory_policy="deny",
        manage_inventory=True,
        requires_shipping=True,
        taxable=True,
        weight_mg=250_000,
        weight_unit="g",
        created_at=now,
        updated_at=now,
        prices=[Price(currency_code="USD", tenant_id=tenant, amount=made.price + 100 * place)],
        levels=levels,
        movements=movements if made.stock else [],
    )


async def import_products(path: Path, tenant: str, location: str, made: Sequence[MadeProduct]) -> float:
    """Products per second, one session and one commit for each."""
    engine = engine_for(path)
    start = time.perf_counter()
    for product in made:
        async with AsyncSession(engine) as session:
            if await _is_there(session, tenant, product):
                continue
            row = new_product(tenant, location, product)
            session.add(row)
            session.add_all(_events(tenant, location, row, product))
            await session.commit()
    took = time.perf_counter() - start
    await engine.dispose()
    return len(made) / took


async def _is_there(session: AsyncSession, tenant: str, made: MadeProduct) -> bool:
    """Whether the shop has the product or one of its SKUs: an import may be started twice."""
    same = (Translation.tenant_id == tenant, Translation.locale == "en", Translation.handle == made.handle)
    if (await session.execute(select(Translation.product_id).where(*same))).first() is not None:
        return True
    skus = [sku(made, place) for place in range(len(SIZES))]
    taken = select(Variant.id).where(Variant.tenant_id == tenant, Variant.sku.in_(skus))
    return (await session.execute(taken)).first() is not None


def _events(tenant: str, location: str, row: Product, made: MadeProduct) -> Iterator[Event]:
    """The same events that an import of ``made`` records."""
    words = {name: [None, getattr(row.translations[0], name)] for name in ("title", "handle", "description")}
    own = {name: [None, getattr(row, name)] for name in ("status", "vendor", "product_type", "tags")}
    variants = {
        f"variants/{variant.id}": [None, {"sku": variant.sku, "price": variant.prices[0].amount}]
        for variant in row.variants
    }
    changes = {**words, **own, **variants}
    yield new_event(tenant, row.id, "product.created", {"product_id": row.id, "changes": changes})
    if made.status == "active":
        yield new_event(tenant, row.id, "product.published", {"product_id": row.id})
    for variant in row.variants if made.stock else ():
        moved = {"variant_id": variant.id, "location_id": location, "old_quantity": 0, "new_quantity": made.stock}
        yield new_event(tenant, row.id, "inventory.updated", {**moved, "delta": made.stock, "product_id": row.id})


async def edit_products(path: Path, tenant: str, products: Sequence[str]) -> float:
    """Seconds per edit: load the product, check its version, change title and price, record, commit."""
    engine = engine_for(path)
    loads = (selectinload(Product.translations), selectinload(Product.variants).selectinload(Variant.prices))
    start = time.perf_counter()
    for number, product_id in enumerate(products):
        async with AsyncSession(engine) as session:
            product = (
                await session.execute(select(Product).where(Product.id == product_id).options(*loads))
            ).scalar_one()
            version = product.version
            assert version >= 1
            was = product.translations[0].title
            product.translations[0].title = f"{was[:200]} o{number % 10}"
            product.variants[0].prices[0].amount += 1
            product.version, product.updated_at = version + 1, utc_now()
            changes = {"title@en": [was, product.translations[0].title]}
            session.add(
                new_event(tenant, product_id, "product.updated", {"product_id": product_id, "changes": changes})
            )
            await session.commit()
    took = time.perf_counter() - start
    await engine.dispose()
    return took / len(products)

"""The write tables of price lists."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata


def _tenant() -> Column[str]:
    return Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False)


price_lists = Table(
    "price_lists",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("name", String(limits.PRICE_LIST_NAME), nullable=False),
    Column("description", String(limits.PRICE_LIST_DESCRIPTION)),
    Column("type", String(limits.STATUS), nullable=False),  # sale | override
    Column("status", String(limits.STATUS), nullable=False),  # draft | active
    Column("currency_code", String(limits.CURRENCY), nullable=False),
    Column("priority", Integer, nullable=False),  # the higher one wins
    Column("starts_at", TIME),  # holds from here on…
    Column("ends_at", TIME),  # …and no longer from here on
    Column("version", Integer, nullable=False),  # optimistic lock, 1 at creation
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    Column("deleted_at", TIME),  # set while in the trash
)
Index("ix_price_lists_tenant", price_lists.c.tenant_id, price_lists.c.deleted_at)

# A price holds from its quantity up to the next one of the same variant in the same list. A variant has no foreign
# key: one that an edit takes away comes back by undo under its id, and finds its prices where they were.
price_list_prices = Table(
    "price_list_prices",
    metadata,
    Column("price_list_id", ID, ForeignKey("price_lists.id", ondelete="CASCADE"), primary_key=True),
    Column("product_id", ID, ForeignKey("products.id", ondelete="CASCADE"), primary_key=True),
    Column("variant_id", ID, primary_key=True),
    Column("min_quantity", BigInteger, primary_key=True),
    _tenant(),
    Column("amount", BigInteger, nullable=False),
)
Index("ix_price_list_prices_product", price_list_prices.c.product_id)

"""The write tables of collections."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata


def _tenant() -> Column[str]:
    return Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False)


collections = Table(
    "collections",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("kind", String(limits.STATUS), nullable=False),  # manual | rule
    Column("rule", Text),  # JSON, for kind "rule" only
    Column("version", Integer, nullable=False),  # optimistic lock, 1 at creation
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
)
Index("ix_collections_tenant", collections.c.tenant_id, collections.c.kind)

collection_translations = Table(
    "collection_translations",
    metadata,
    Column("collection_id", ID, ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    Column("locale", String(limits.LOCALE), primary_key=True),
    _tenant(),
    Column("title", String(limits.TITLE), nullable=False),
    Column("handle", String(limits.HANDLE), nullable=False),
    UniqueConstraint("tenant_id", "locale", "handle", name="uq_collection_translations_handle"),
)

# Chosen by hand: positions 0, 1, 2… Chosen by rule: position 0, kept by the reader of the log.
collection_members = Table(
    "collection_members",
    metadata,
    Column("collection_id", ID, ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    Column("product_id", ID, ForeignKey("products.id", ondelete="CASCADE"), primary_key=True),
    _tenant(),
    Column("position", Integer, nullable=False),
)
Index(
    "ix_collection_members_order",
    collection_members.c.collection_id,
    collection_members.c.position,
    collection_members.c.product_id,
)
Index("ix_collection_members_product", collection_members.c.product_id)

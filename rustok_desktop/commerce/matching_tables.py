"""What a person said about products that look alike."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table

from rustok_desktop.storage.schema import ID, TIME, metadata

# One saying that some products are different ones, however alike they look: its rows have one id.
product_distinctions = Table(
    "product_distinctions",
    metadata,
    Column("id", ID, primary_key=True),
    Column("product_id", ID, ForeignKey("products.id", ondelete="CASCADE"), primary_key=True),
    Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False),
    Column("created_at", TIME, nullable=False),
)
Index("ix_product_distinctions_product", product_distinctions.c.product_id)
Index("ix_product_distinctions_tenant", product_distinctions.c.tenant_id, product_distinctions.c.id)

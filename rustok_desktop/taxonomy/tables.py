"""Categories and tags. Names follow RusToK; every table carries ``tenant_id``."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata


def _tenant() -> Column[str]:
    return Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False)


categories = Table(
    "categories",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("parent_id", ID, ForeignKey("categories.id")),  # None at the top
    Column("position", Integer, nullable=False),  # 0, 1, 2… among siblings, without gaps
    Column("depth", Integer, nullable=False),  # 0 at the top
    # The ids from the top down to this one, "/a/b/": everything below is one range of an index.
    Column("path", String(limits.CATEGORY_ID_PATH), nullable=False),
    Column("settings", Text, nullable=False),  # JSON object
    Column("version", Integer, nullable=False),  # optimistic lock, 1 at creation
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
)
Index("ix_categories_tenant_path", categories.c.tenant_id, categories.c.path)
Index("ix_categories_parent", categories.c.parent_id)

category_translations = Table(
    "category_translations",
    metadata,
    Column("category_id", ID, ForeignKey("categories.id", ondelete="CASCADE"), primary_key=True),
    Column("locale", String(limits.LOCALE), primary_key=True),
    _tenant(),
    Column("name", String(limits.CATEGORY_NAME), nullable=False),
    Column("slug", String(limits.HANDLE), nullable=False),
    Column("description", Text),
    UniqueConstraint("tenant_id", "locale", "slug", name="uq_category_translations_slug"),
)

product_categories = Table(
    "product_categories",
    metadata,
    Column("category_id", ID, ForeignKey("categories.id", ondelete="CASCADE"), primary_key=True),
    Column("product_id", ID, ForeignKey("products.id", ondelete="CASCADE"), primary_key=True),
    _tenant(),
    Column("position", Integer, nullable=False),  # orders the products of a category; a purge leaves gaps
    Column("created_at", TIME, nullable=False),
)
Index("ix_product_categories_order", product_categories.c.category_id, product_categories.c.position)
Index("ix_product_categories_product", product_categories.c.product_id)

tags = Table(
    "tags",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("name", String(limits.TAG), nullable=False),  # as it stands in the products' lists
    Column("key", String(2 * limits.TAG), nullable=False),  # the name case-folded, which may lengthen it
    Column("use_count", Integer, nullable=False),  # how many taggables
    Column("version", Integer, nullable=False),  # optimistic lock of the tag's words
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    UniqueConstraint("tenant_id", "key", name="uq_tags_key"),
)

tag_translations = Table(
    "tag_translations",
    metadata,
    Column("tag_id", ID, ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True),
    Column("locale", String(limits.LOCALE), primary_key=True),
    _tenant(),
    Column("name", String(limits.TAG), nullable=False),
    Column("slug", String(limits.HANDLE), nullable=False),
    UniqueConstraint("tenant_id", "locale", "slug", name="uq_tag_translations_slug"),
)

taggables = Table(  # derived from products.tags by the reader of the log, and by rename and merge
    "taggables",
    metadata,
    Column("tag_id", ID, ForeignKey("tags.id", ondelete="CASCADE"), primary_key=True),
    Column("target_type", String(limits.AGGREGATE_TYPE), primary_key=True),
    Column("target_id", ID, primary_key=True),
    _tenant(),
    Column("created_at", TIME, nullable=False),
)
Index("ix_taggables_target", taggables.c.target_type, taggables.c.target_id)

"""The read model of products: one row per product and locale, and what full-text search needs of it.

A *scope* is one shop in one language. The ids of its rows are ``scope * SCOPE_SIZE + n``, ``n`` growing with
every new product, and the search tables use them as rowids (plus ``TRASH`` while the product is in the
trash). So one range of rowids is exactly one shop's live products in one language, newest last: a search
walks that range backwards and needs neither a filter nor a sort.

``index_products.id`` is an explicit integer key, because VACUUM must not renumber it. The FTS5 tables are
declared as SQL because no toolkit type describes them; their text is prepared (see ``documents``).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text, UniqueConstraint

import rustok_desktop.index.content_tables  # noqa: F401 - declared together with the others
from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata

SCOPE_SIZE = 1 << 32
TRASH = 1 << 31  # added to an id to make the search rowid of a product in the trash

index_scopes = Table(
    "index_scopes",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("tenant_id", ID, nullable=False),
    Column("locale", String(limits.LOCALE), nullable=False),
    UniqueConstraint("tenant_id", "locale", name="uq_index_scopes_tenant_locale"),
)

index_products = Table(
    "index_products",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("scope", Integer, nullable=False),
    Column("tenant_id", ID, nullable=False),
    Column("product_id", ID, nullable=False),
    Column("locale", String(limits.LOCALE), nullable=False),
    Column("in_trash", Integer, nullable=False),  # 0 | 1
    Column("status", String(limits.STATUS), nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", String(limits.TITLE), nullable=False),
    Column("title_sort", String(limits.TITLE), nullable=False),  # case-folded
    Column("handle", String(limits.HANDLE), nullable=False),
    Column("vendor", String(limits.VENDOR), nullable=False),  # "" when none
    Column("product_type", String(limits.PRODUCT_TYPE), nullable=False),
    Column("tags", Text, nullable=False),  # JSON list
    Column("sku", String(limits.SKU), nullable=False),  # of the first variant
    Column("variant_count", Integer, nullable=False),
    Column("currency_code", String(limits.CURRENCY), nullable=False),
    Column("price_min", BigInteger),
    Column("price_max", BigInteger),
    Column("compare_at_max", BigInteger),
    Column("price_sort", BigInteger, nullable=False),  # price_min, or -1 without a price
    Column("on_hand", BigInteger, nullable=False),
    Column("stock_state", String(limits.STATUS), nullable=False),  # in | low | out | untracked
    Column("thumbnail_url", String(limits.URL)),
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    Column("indexed_at", TIME, nullable=False),
    UniqueConstraint("product_id", "locale", name="uq_index_products_product_locale"),
)

_LIST = (index_products.c.scope, index_products.c.in_trash)
for _name, _column in (
    ("title", "title_sort"),
    ("updated", "updated_at"),
    ("price", "price_sort"),
    ("stock", "on_hand"),
):
    # Status stands at the end so that a walk in this order tests the commonest filter without fetching the row.
    Index(
        f"ix_index_products_{_name}",
        *_LIST,
        index_products.c[_column],
        index_products.c.id,
        index_products.c.status,
    )
for _name, _column in (
    ("status", "status"),
    ("vendor", "vendor"),
    ("type", "product_type"),
    ("state", "stock_state"),
):
    Index(
        f"ix_index_products_{_name}",
        *_LIST,
        index_products.c[_column],
        index_products.c.updated_at,
        index_products.c.id,
    )
# The row of a product within a scope, told by the index alone: what joins other tables to the list, and walks it
# beside them.
Index("ix_index_products_product", *_LIST, index_products.c.product_id)
# Only the rows that lack a picture, in the usual order of lists. SQLite asks for the column again, so it is there too.
Index(
    "ix_index_products_no_image",
    *_LIST,
    index_products.c.updated_at,
    index_products.c.id,
    index_products.c.thumbnail_url,
    sqlite_where=index_products.c.thumbnail_url.is_(None),
)

index_product_tags = Table(
    "index_product_tags",
    metadata,
    Column("scope", Integer, primary_key=True, autoincrement=False),
    Column("in_trash", Integer, primary_key=True, autoincrement=False),
    Column("tag", String(limits.TAG), primary_key=True),
    Column("index_id", Integer, primary_key=True, autoincrement=False),
    Column("tenant_id", ID, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_index_product_tags_index_id", index_product_tags.c.index_id)

# A projection's rebuild: where it stands, so that it can go on after a stop.
index_rebuilds = Table(
    "index_rebuilds",
    metadata,
    Column("name", String(limits.NAME), primary_key=True),
    Column("tenant_id", ID, primary_key=True),
    Column("state", String(limits.STATUS), nullable=False),  # running | stopped | done
    Column("after_id", ID, nullable=False),  # the last product done, "" at the start
    Column("processed", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("started_at", TIME, nullable=False),
    Column("finished_at", TIME),
)

# Searches that found nothing: a small note of this computer (see ``empty_searches``).
index_empty_searches = Table(
    "index_empty_searches",
    metadata,
    Column("tenant_id", ID, primary_key=True),
    Column("folded", String(limits.SEARCH_TEXT), primary_key=True),
    Column("text", String(limits.SEARCH_TEXT), nullable=False),
    Column("times", Integer, nullable=False),
    Column("last_at", TIME, nullable=False),
    sqlite_with_rowid=False,
)

FTS_STATEMENTS = (
    # What is typed first: words of the title, SKUs and barcodes in parts and whole (see ``stems.whole_code``),
    # and the title's word stems; with prefix indexes for 1-4 letters.
    """CREATE VIRTUAL TABLE index_products_names USING fts5(
        title, codes, stems, prefix='1 2 3 4', detail=column, tokenize="unicode61 remove_diacritics 2")""",
    # Title, description, vendor, type, category, tags, options: words and their stems; no positions.
    """CREATE VIRTUAL TABLE index_products_texts USING fts5(
        words, detail=none, tokenize="unicode61 remove_diacritics 2")""",
    # Fragments of SKUs and barcodes.
    """CREATE VIRTUAL TABLE index_products_codes USING fts5(codes, detail=none, tokenize="trigram")""",
)

"""The read model of content: one row per node and language of the shop, and what full-text search needs of it.

Built like the one of products (see ``tables``): the same scopes, the same way of making row ids and rowids of
the search tables. Every node has a row in every language; ``translation`` says whether the words are its own.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text, UniqueConstraint

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata

# The column ``translation``: the smaller, the better.
COMPLETE, PARTLY, STALE, MISSING = range(4)

index_content = Table(
    "index_content",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("scope", Integer, nullable=False),
    Column("tenant_id", ID, nullable=False),
    Column("node_id", ID, nullable=False),
    Column("locale", String(limits.LOCALE), nullable=False),
    Column("in_trash", Integer, nullable=False),  # 0 | 1
    Column("kind", String(limits.STATUS), nullable=False),
    Column("status", String(limits.STATUS), nullable=False),
    Column("moderation", String(limits.STATUS), nullable=False),  # "" where none is
    Column("version", Integer, nullable=False),
    Column("title", String(limits.TITLE), nullable=False),
    Column("title_sort", String(limits.TITLE), nullable=False),  # case-folded
    Column("slug", String(limits.HANDLE), nullable=False),
    Column("excerpt", String(limits.EXCERPT), nullable=False),  # the beginning of the body where none was written
    Column("author_name", String(limits.NAME), nullable=False),
    Column("parent_id", ID),
    Column("tags", Text, nullable=False),  # JSON list
    Column("languages", Text, nullable=False),  # JSON object: language -> share of its fields that are filled, 0 … 100
    Column("stale", Text, nullable=False),  # JSON list: languages older than the shop's own
    Column("translation", Integer, nullable=False),
    Column("featured_media_id", ID),
    Column("word_count", Integer, nullable=False),
    Column("public_at", TIME, nullable=False),  # when it goes or went public, else when it was made: to sort by
    Column("published_at", TIME),
    Column("publish_at", TIME),
    Column("unpublish_at", TIME),
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    Column("indexed_at", TIME, nullable=False),
    UniqueConstraint("node_id", "locale", name="uq_index_content_node_locale"),
)

_HERE = (index_content.c.scope, index_content.c.in_trash)
for _name, _column in (("updated", "updated_at"), ("title", "title_sort"), ("public", "public_at")):
    # Status at the end, so that a walk tests it without fetching the row.
    Index(
        f"ix_index_content_{_name}",
        *_HERE,
        index_content.c.kind,
        index_content.c[_column],
        index_content.c.id,
        index_content.c.status,
    )
Index("ix_index_content_all", *_HERE, index_content.c.updated_at, index_content.c.id)
Index(
    "ix_index_content_status",
    *_HERE,
    index_content.c.kind,
    index_content.c.status,
    index_content.c.updated_at,
    index_content.c.id,
)
Index(
    "ix_index_content_translation",
    *_HERE,
    index_content.c.translation,
    index_content.c.updated_at,
    index_content.c.id,
)

index_content_tags = Table(
    "index_content_tags",
    metadata,
    Column("scope", Integer, primary_key=True, autoincrement=False),
    Column("in_trash", Integer, primary_key=True, autoincrement=False),
    Column("tag", String(limits.TAG), primary_key=True),
    Column("index_id", Integer, primary_key=True, autoincrement=False),
    Column("tenant_id", ID, nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_index_content_tags_index_id", index_content_tags.c.index_id)

CONTENT_FTS_STATEMENTS = (
    # Words of the title and the address, and the title's word stems; prefixes of 1-4 letters.
    """CREATE VIRTUAL TABLE index_content_names USING fts5(
        title, slugs, stems, prefix='1 2 3 4', detail=column, tokenize="unicode61 remove_diacritics 2")""",
    # Title, excerpt, body, author, tags: words and their stems; no positions.
    """CREATE VIRTUAL TABLE index_content_texts USING fts5(
        words, detail=none, tokenize="unicode61 remove_diacritics 2")""",
)

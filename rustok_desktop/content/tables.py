"""Nodes: pages, posts, and whatever else is written. Names follow RusToK; every table carries ``tenant_id``.

JSON columns hold text made by the codec.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata


def _tenant() -> Column[str]:
    return Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False)


def _node() -> Column[str]:
    return Column("node_id", ID, ForeignKey("nodes.id", ondelete="CASCADE"), primary_key=True)


nodes = Table(
    "nodes",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("kind", String(limits.STATUS), nullable=False),  # see content.kinds
    Column("status", String(limits.STATUS), nullable=False),  # draft | published | archived
    Column("parent_id", ID, ForeignKey("nodes.id")),  # a page's page, a block's page, a reply's topic
    Column("author_id", ID),
    Column("author_name", String(limits.NAME)),  # as it is shown; of somebody without an account too
    Column("category_id", ID, ForeignKey("categories.id", ondelete="SET NULL")),
    Column("position", Integer, nullable=False),  # orders siblings that have an order
    Column("depth", Integer, nullable=False),  # 0 without a parent
    Column("reply_count", Integer, nullable=False),  # approved replies or comments below it
    Column("template", String(limits.CODE)),
    Column("featured_media_id", ID, ForeignKey("media.id")),
    Column("tags", Text, nullable=False),  # JSON list of text, in the order given
    Column("metadata", Text, nullable=False),  # JSON object
    Column("moderation", String(limits.STATUS)),  # pending | approved | rejected | hidden; NULL where none is
    Column("archive_reason", String(limits.ARCHIVE_REASON)),
    Column("version", Integer, nullable=False),  # optimistic lock, 1 at creation
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    Column("published_at", TIME),  # the last time; stays when it is taken back, so NULL was never public
    Column("archived_at", TIME),
    Column("publish_at", TIME),  # by the clock, see content.publishing
    Column("unpublish_at", TIME),
    Column("deleted_at", TIME),  # set while in the trash
)
Index("ix_nodes_tenant_kind", nodes.c.tenant_id, nodes.c.kind, nodes.c.updated_at, nodes.c.id)
Index("ix_nodes_parent", nodes.c.parent_id, nodes.c.position)
Index("ix_nodes_category", nodes.c.category_id)
Index("ix_nodes_featured_media", nodes.c.featured_media_id, sqlite_where=nodes.c.featured_media_id.is_not(None))
Index("ix_nodes_trash", nodes.c.tenant_id, nodes.c.deleted_at, sqlite_where=nodes.c.deleted_at.is_not(None))
Index("ix_nodes_publish_at", nodes.c.publish_at, sqlite_where=nodes.c.publish_at.is_not(None))
Index("ix_nodes_unpublish_at", nodes.c.unpublish_at, sqlite_where=nodes.c.unpublish_at.is_not(None))
Index(
    "ix_nodes_moderation",
    nodes.c.tenant_id,
    nodes.c.moderation,
    nodes.c.created_at,
    sqlite_where=nodes.c.moderation.is_not(None),
)

node_translations = Table(
    "node_translations",
    metadata,
    _node(),
    Column("locale", String(limits.LOCALE), primary_key=True),
    _tenant(),
    Column("kind", String(limits.STATUS), nullable=False),  # the node's, which never changes
    Column("title", String(limits.TITLE), nullable=False),
    Column("slug", String(limits.HANDLE)),  # NULL for kinds without an address
    Column("excerpt", String(limits.EXCERPT)),
    Column("meta_title", String(limits.META_TITLE)),
    Column("meta_description", String(limits.META_DESCRIPTION)),
    Column("text_version", Integer, nullable=False),  # a fingerprint of words and body
    # The text_version of the shop's own language that this one was made from or last compared with.
    Column("source_version", Integer),
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
    UniqueConstraint("tenant_id", "kind", "locale", "slug", name="uq_node_translations_slug"),
)

bodies = Table(
    "bodies",
    metadata,
    _node(),
    Column("locale", String(limits.LOCALE), primary_key=True),
    _tenant(),
    Column("body", Text, nullable=False),
    Column("format", String(limits.CODE), nullable=False),  # markdown | html | plain | json
    Column("updated_at", TIME, nullable=False),
)

node_drafts = Table(  # what is being written beside what is public
    "node_drafts",
    metadata,
    _node(),
    Column("locale", String(limits.LOCALE), primary_key=True),
    _tenant(),
    Column("title", String(limits.TITLE)),
    Column("slug", String(limits.HANDLE)),
    Column("excerpt", String(limits.EXCERPT)),
    Column("meta_title", String(limits.META_TITLE)),
    Column("meta_description", String(limits.META_DESCRIPTION)),
    Column("body", Text),
    Column("format", String(limits.CODE), nullable=False),
    Column("based_on", Integer, nullable=False),  # the node's version when the draft was last saved
    Column("actor_id", ID),
    Column("created_at", TIME, nullable=False),
    Column("updated_at", TIME, nullable=False),
)

redirects = Table(  # addresses that moved: always to a node, so they cannot lead in a circle
    "redirects",
    metadata,
    Column("id", ID, primary_key=True),
    _tenant(),
    Column("node_id", ID, ForeignKey("nodes.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(limits.STATUS), nullable=False),
    Column("locale", String(limits.LOCALE), nullable=False),
    Column("slug", String(limits.HANDLE), nullable=False),  # the old one; no node's present one
    Column("created_at", TIME, nullable=False),
    UniqueConstraint("tenant_id", "kind", "locale", "slug", name="uq_redirects_slug"),
)
Index("ix_redirects_node", redirects.c.node_id)

node_media = Table(  # pictures that a node shows, found in its fields and texts at every save
    "node_media",
    metadata,
    _node(),
    Column("media_id", ID, ForeignKey("media.id"), primary_key=True),
    _tenant(),
)
Index("ix_node_media_media", node_media.c.media_id)

threads = Table(  # the discussion below a topic or a post; no row: an open one
    "threads",
    metadata,
    _node(),
    _tenant(),
    Column("state", String(limits.STATUS), nullable=False),  # open | closed | archived
    Column("is_pinned", Boolean(create_constraint=False), nullable=False),
    Column("is_locked", Boolean(create_constraint=False), nullable=False),
    Column("last_reply_at", TIME),
)

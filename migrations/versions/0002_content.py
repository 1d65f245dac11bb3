"""Nodes with their texts, drafts, old addresses and pictures

Revision: 0002
After: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nodes",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("parent_id", sa.String(length=36), nullable=True),
        sa.Column("author_id", sa.String(length=36), nullable=True),
        sa.Column("author_name", sa.String(length=255), nullable=True),
        sa.Column("category_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("reply_count", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(length=50), nullable=True),
        sa.Column("featured_media_id", sa.String(length=36), nullable=True),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("metadata", sa.Text(), nullable=False),
        sa.Column("moderation", sa.String(length=32), nullable=True),
        sa.Column("archive_reason", sa.String(length=500), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.Column("published_at", sa.String(length=27), nullable=True),
        sa.Column("archived_at", sa.String(length=27), nullable=True),
        sa.Column("publish_at", sa.String(length=27), nullable=True),
        sa.Column("unpublish_at", sa.String(length=27), nullable=True),
        sa.Column("deleted_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(
            ["category_id"], ["categories.id"], name=op.f("fk_nodes_category_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["featured_media_id"], ["media.id"], name=op.f("fk_nodes_featured_media_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["nodes.id"], name=op.f("fk_nodes_parent_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_nodes_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nodes")),
    )
    op.create_index("ix_nodes_category", "nodes", ["category_id"], unique=False)
    op.create_index(
        "ix_nodes_featured_media",
        "nodes",
        ["featured_media_id"],
        unique=False,
        sqlite_where=sa.text("featured_media_id IS NOT NULL"),
    )
    op.create_index(
        "ix_nodes_moderation",
        "nodes",
        ["tenant_id", "moderation", "created_at"],
        unique=False,
        sqlite_where=sa.text("moderation IS NOT NULL"),
    )
    op.create_index("ix_nodes_parent", "nodes", ["parent_id", "position"], unique=False)
    op.create_index(
        "ix_nodes_publish_at", "nodes", ["publish_at"], unique=False, sqlite_where=sa.text("publish_at IS NOT NULL")
    )
    op.create_index("ix_nodes_tenant_kind", "nodes", ["tenant_id", "kind", "updated_at", "id"], unique=False)
    op.create_index(
        "ix_nodes_unpublish_at",
        "nodes",
        ["unpublish_at"],
        unique=False,
        sqlite_where=sa.text("unpublish_at IS NOT NULL"),
    )
    op.create_table(
        "bodies",
        sa.Column("node_id", sa.String(length=36), nullable=False),
        sa.Column("locale", sa.String(length=10), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("format", sa.String(length=50), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name=op.f("fk_bodies_node_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_bodies_tenant_id")),
        sa.PrimaryKeyConstraint("node_id", "locale", name=op.f("pk_bodies")),
    )
    op.create_table(
        "node_drafts",
        sa.Column("node_id", sa.String(length=36), nullable=False),
        sa.Column("locale", sa.String(length=10), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=True),
        sa.Column("slug", sa.String(length=255), nullable=True),
        sa.Column("excerpt", sa.String(length=1000), nullable=True),
        sa.Column("meta_title", sa.String(length=255), nullable=True),
        sa.Column("meta_description", sa.String(length=1000), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("format", sa.String(length=50), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.String(length=36), nullable=True),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name=op.f("fk_node_drafts_node_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_node_drafts_tenant_id")),
        sa.PrimaryKeyConstraint("node_id", "locale", name=op.f("pk_node_drafts")),
    )
    op.create_table(
        "node_media",
        sa.Column("node_id", sa.String(length=36), nullable=False),
        sa.Column("media_id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_node_media_media_id")),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name=op.f("fk_node_media_node_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_node_media_tenant_id")),
        sa.PrimaryKeyConstraint("node_id", "media_id", name=op.f("pk_node_media")),
    )
    op.create_index("ix_node_media_media", "node_media", ["media_id"], unique=False)
    op.create_table(
        "node_translations",
        sa.Column("node_id", sa.String(length=36), nullable=False),
        sa.Column("locale", sa.String(length=10), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("slug", sa.String(length=255), nullable=True),
        sa.Column("excerpt", sa.String(length=1000), nullable=True),
        sa.Column("meta_title", sa.String(length=255), nullable=True),
        sa.Column("meta_description", sa.String(length=1000), nullable=True),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("source_version", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.Column("updated_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(
            ["node_id"], ["nodes.id"], name=op.f("fk_node_translations_node_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_node_translations_tenant_id")),
        sa.PrimaryKeyConstraint("node_id", "locale", name=op.f("pk_node_translations")),
        sa.UniqueConstraint("tenant_id", "kind", "locale", "slug", name="uq_node_translations_slug"),
    )
    op.create_table(
        "redirects",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("node_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("locale", sa.String(length=10), nullable=False),
        sa.Column("slug", sa.String(length=255), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name=op.f("fk_redirects_node_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_redirects_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redirects")),
        sa.UniqueConstraint("tenant_id", "kind", "locale", "slug", name="uq_redirects_slug"),
    )
    op.create_index("ix_redirects_node", "redirects", ["node_id"], unique=False)
    op.create_table(
        "threads",
        sa.Column("node_id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("is_pinned", sa.Boolean(), nullable=False),
        sa.Column("is_locked", sa.Boolean(), nullable=False),
        sa.Column("last_reply_at", sa.String(length=27), nullable=True),
        sa.ForeignKeyConstraint(["node_id"], ["nodes.id"], name=op.f("fk_threads_node_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f("fk_threads_tenant_id")),
        sa.PrimaryKeyConstraint("node_id", name=op.f("pk_threads")),
    )


def downgrade() -> None:
    raise NotImplementedError("a shop's file goes back through the copy kept before the upgrade")

"""The read model of content

Revision: 0003
After: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('index_content',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('scope', sa.Integer(), nullable=False),
    sa.Column('tenant_id', sa.String(length=36), nullable=False),
    sa.Column('node_id', sa.String(length=36), nullable=False),
    sa.Column('locale', sa.String(length=10), nullable=False),
    sa.Column('in_trash', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('status', sa.String(length=32), nullable=False),
    sa.Column('moderation', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=255), nullable=False),
    sa.Column('title_sort', sa.String(length=255), nullable=False),
    sa.Column('slug', sa.String(length=255), nullable=False),
    sa.Column('excerpt', sa.String(length=1000), nullable=False),
    sa.Column('author_name', sa.String(length=255), nullable=False),
    sa.Column('parent_id', sa.String(length=36), nullable=True),
    sa.Column('tags', sa.Text(), nullable=False),
    sa.Column('languages', sa.Text(), nullable=False),
    sa.Column('stale', sa.Text(), nullable=False),
    sa.Column('translation', sa.Integer(), nullable=False),
    sa.Column('featured_media_id', sa.String(length=36), nullable=True),
    sa.Column('word_count', sa.Integer(), nullable=False),
    sa.Column('public_at', sa.String(length=27), nullable=False),
    sa.Column('published_at', sa.String(length=27), nullable=True),
    sa.Column('publish_at', sa.String(length=27), nullable=True),
    sa.Column('unpublish_at', sa.String(length=27), nullable=True),
    sa.Column('created_at', sa.String(length=27), nullable=False),
    sa.Column('updated_at', sa.String(length=27), nullable=False),
    sa.Column('indexed_at', sa.String(length=27), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_index_content')),
    sa.UniqueConstraint('node_id', 'locale', name='uq_index_content_node_locale')
    )
    op.create_index('ix_index_content_all', 'index_content', ['scope', 'in_trash', 'updated_at', 'id'], unique=False)
    op.create_index('ix_index_content_public', 'index_content', ['scope', 'in_trash', 'kind', 'public_at', 'id', 'status'], unique=False)
    op.create_index('ix_index_content_status', 'index_content', ['scope', 'in_trash', 'kind', 'status', 'updated_at', 'id'], unique=False)
    op.create_index('ix_index_content_title', 'index_content', ['scope', 'in_trash', 'kind', 'title_sort', 'id', 'status'], unique=False)
    op.create_index('ix_index_content_translation', 'index_content', ['scope', 'in_trash', 'translation', 'updated_at', 'id'], unique=False)
    op.create_index('ix_index_content_updated', 'index_content', ['scope', 'in_trash', 'kind', 'updated_at', 'id', 'status'], unique=False)
    op.create_table('index_content_tags',
    sa.Column('scope', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('in_trash', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('tag', sa.String(length=255), nullable=False),
    sa.Column('index_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('tenant_id', sa.String(length=36), nullable=False),
    sa.PrimaryKeyConstraint('scope', 'in_trash', 'tag', 'index_id', name=op.f('pk_index_content_tags')),
    sqlite_with_rowid=False
    )
    op.create_index('ix_index_content_tags_index_id', 'index_content_tags', ['index_id'], unique=False)
    op.execute(
        "CREATE VIRTUAL TABLE index_content_names USING fts5( title, slugs, stems, prefix='1 2 3 4', detail=column, tokenize=\"unicode61 remove_diacritics 2\")"
    )
    op.execute(
        'CREATE VIRTUAL TABLE index_content_texts USING fts5( words, detail=none, tokenize="unicode61 remove_diacritics 2")'
    )


def downgrade() -> None:
    raise NotImplementedError("a shop's file goes back through the copy kept before the upgrade")

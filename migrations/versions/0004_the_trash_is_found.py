"""the trash is found

Revision: 0004
After: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_sys_events_deletions",
        "sys_events",
        ["tenant_id", "seq"],
        sqlite_where=sa.text("substr(event_type, -8) = '.deleted'"),
    )
    op.create_index(
        "ix_products_trash",
        "products",
        ["tenant_id", "deleted_at"],
        sqlite_where=sa.text("deleted_at IS NOT NULL"),
    )
    op.create_index(
        "ix_nodes_trash",
        "nodes",
        ["tenant_id", "deleted_at"],
        sqlite_where=sa.text("deleted_at IS NOT NULL"),
    )


def downgrade() -> None:
    raise NotImplementedError("a shop's file goes back through the copy kept before the upgrade")

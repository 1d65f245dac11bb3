"""lists of a million

Revision: 0007
After: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Of columns that are there already: nothing to fill in, and no rebuild of the read model.
    op.create_index(
        "ix_index_products_product", "index_products", ["scope", "in_trash", "product_id"], unique=False
    )
    op.create_index(
        "ix_index_products_no_image",
        "index_products",
        ["scope", "in_trash", "updated_at", "id", "thumbnail_url"],
        unique=False,
        sqlite_where=sa.text("thumbnail_url IS NULL"),
    )


def downgrade() -> None:
    raise NotImplementedError("a shop's file goes back through the copy kept before the upgrade")

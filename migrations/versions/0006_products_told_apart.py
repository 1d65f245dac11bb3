"""products told apart

Revision: 0006
After: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "product_distinctions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("product_id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("created_at", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"],
            ["products.id"],
            name=op.f("fk_product_distinctions_product_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenants.id"], name=op.f("fk_product_distinctions_tenant_id")
        ),
        sa.PrimaryKeyConstraint("id", "product_id", name=op.f("pk_product_distinctions")),
    )
    op.create_index("ix_product_distinctions_product", "product_distinctions", ["product_id"], unique=False)
    op.create_index("ix_product_distinctions_tenant", "product_distinctions", ["tenant_id", "id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("a shop's file goes back through the copy kept before the upgrade")

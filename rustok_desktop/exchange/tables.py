"""The record of imports: what came from where, and how much of it was kept."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata

# Written with the first batch and brought up to date with every following one, so that an import whose
# process was killed is known too. Its id is the correlation id of all its events.
imports = Table(
    "imports",
    metadata,
    Column("id", ID, primary_key=True),
    Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False),
    Column("source", Text, nullable=False),  # the file's path as given
    Column("format", String(limits.CODE), nullable=False),
    Column("state", String(limits.STATUS), nullable=False),  # running | done | cancelled | failed | interrupted
    Column("tallies", Text, nullable=False),  # JSON: {"products": {"created": 1, ...}, "variants": ..., "images": ...}
    Column("actor_id", ID),
    Column("started_at", TIME, nullable=False),
    Column("finished_at", TIME),
)
Index("ix_imports_tenant", imports.c.tenant_id, imports.c.started_at)

"""The steps that can be undone. What a step did stands in the log; here stands only what became of it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata

# One row per chain of events (correlation id) on products. Rows are folded from the log on demand, so a lost one
# would come back; ``state``, ``turn`` and ``position`` are written in the transaction that undoes or redoes.
history_steps = Table(
    "history_steps",
    metadata,
    Column("id", ID, primary_key=True),  # the correlation id
    Column("tenant_id", ID, ForeignKey("tenants.id"), nullable=False),
    Column("actor_id", ID),
    Column("device_id", ID),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
    # done | undone | undoing | redoing | superseded | final (a purge) | echo (made by an undo or redo)
    Column("state", String(limits.STATUS), nullable=False),
    Column("turn", Integer, nullable=False),  # the head of the log when it was undone: the last one is redone first
    Column("position", Integer),  # where a long undo or redo stands, so that it goes on after a crash
    Column("updated_at", TIME, nullable=False),
)
Index("ix_history_steps_state", history_steps.c.tenant_id, history_steps.c.state, history_steps.c.last_seq)

"""The log of everything that happened, and where each of its readers stands."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text, text

from rustok_desktop.core import limits
from rustok_desktop.storage.schema import ID, TIME, metadata

sys_events = Table(
    "sys_events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),  # the order of commits
    Column("id", ID, nullable=False, unique=True),
    Column("event_type", String(limits.EVENT_TYPE), nullable=False),
    Column("schema_version", Integer, nullable=False),
    Column("tenant_id", ID, nullable=False),
    Column("aggregate_type", String(limits.AGGREGATE_TYPE), nullable=False),
    Column("aggregate_id", ID, nullable=False),
    Column("correlation_id", ID, nullable=False),
    Column("causation_id", ID),
    Column("trace_id", String(limits.NAME)),
    Column("timestamp", TIME, nullable=False),
    Column("actor_id", ID),
    Column("device_id", ID),
    Column("txid", ID, nullable=False),
    Column("data", Text, nullable=False),  # JSON; never changed once committed
    sqlite_autoincrement=True,  # a number is never given twice, even after the newest row is gone
)
Index(  # deletions are few: the trash is found without looking through the log
    "ix_sys_events_deletions",
    sys_events.c.tenant_id,
    sys_events.c.seq,
    sqlite_where=text("substr(event_type, -8) = '.deleted'"),
)
Index("ix_sys_events_aggregate", sys_events.c.aggregate_id, sys_events.c.seq)

sys_consumers = Table(
    "sys_consumers",
    metadata,
    Column("name", String(limits.NAME), primary_key=True),
    Column("position", Integer, nullable=False),  # the last seq whose effect is in the file
    Column("updated_at", TIME, nullable=False),
)

# Deliveries that failed, and later events of the same aggregate that wait behind them.
sys_dead_letters = Table(
    "sys_dead_letters",
    metadata,
    Column("consumer", String(limits.NAME), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("tenant_id", ID, nullable=False),
    Column("aggregate_id", ID, nullable=False),
    Column("state", String(limits.STATUS), nullable=False),  # retrying | waiting | dead
    Column("attempts", Integer, nullable=False),
    Column("fingerprint", String(limits.NAME), nullable=False),
    Column("error", Text, nullable=False),
    Column("first_failed_at", TIME, nullable=False),
    Column("last_failed_at", TIME, nullable=False),
)

# Facts about this file: the device's id and the like.
sys_meta = Table(
    "sys_meta",
    metadata,
    Column("key", String(limits.NAME), primary_key=True),
    Column("value", Text, nullable=False),
)

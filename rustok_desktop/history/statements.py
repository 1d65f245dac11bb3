"""Every statement of history, compiled once. A row is always addressed together with its tenant."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from rustok_desktop.outbox.tables import sys_events
from rustok_desktop.storage.statements import prepare

_E = sys_events.c

# Facets (``price.updated``, ``variant.created`` …) only repeat what the event of their aggregate says.
TELLING = (
    "product.created",
    "product.updated",
    "product.published",
    "product.unpublished",
    "product.archived",
    "product.unarchived",
    "product.trashed",
    "product.restored",
    "product.deleted",
    "inventory.updated",
)
_TELLING = "event_type IN (" + ", ".join(f"'{name}'" for name in TELLING) + ")"

# -- folding the log into steps
MARK = "history.position"
READ_MARK = prepare(f"SELECT value FROM sys_meta WHERE key = '{MARK}'")
WRITE_MARK = prepare(
    f"INSERT INTO sys_meta (key, value) VALUES ('{MARK}', :value)"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
HEAD = prepare("SELECT coalesce(max(seq), 0) FROM sys_events")
FOLD = prepare(
    "INSERT INTO history_steps (id, tenant_id, actor_id, device_id, first_seq, last_seq, state, turn, updated_at)"
    " SELECT correlation_id, tenant_id, actor_id, device_id, min(seq), max(seq),"
    " CASE WHEN max(event_type = 'product.deleted') THEN 'final' ELSE 'done' END, 0, :now"
    f" FROM sys_events WHERE seq > :after AND seq <= :upto AND aggregate_type = 'product' AND {_TELLING}"
    " GROUP BY correlation_id"
    " ON CONFLICT (id) DO UPDATE SET last_seq = max(last_seq, excluded.last_seq),"
    " state = CASE WHEN excluded.state = 'final' THEN 'final' ELSE state END"
)
SUPERSEDE = prepare(
    "UPDATE history_steps AS old SET state = 'superseded', updated_at = :now WHERE old.state = 'undone' AND EXISTS ("
    "SELECT 1 FROM history_steps AS new WHERE new.tenant_id = old.tenant_id AND new.actor_id IS old.actor_id"
    " AND new.device_id IS old.device_id AND new.state = 'done' AND new.last_seq > old.turn)"
)

# -- the stack
_SELECT = (
    "SELECT s.id, (SELECT e.timestamp FROM sys_events e WHERE e.seq = s.last_seq), s.state, s.first_seq, s.last_seq,"
    " s.position FROM history_steps s WHERE s.tenant_id = :tenant_id AND s.actor_id IS :actor_id"
    " AND s.device_id IS :device_id"
)
TO_UNDO = prepare(f"{_SELECT} AND s.state IN ('done', 'undoing', 'redoing') ORDER BY s.last_seq DESC LIMIT 1")
TO_REDO = prepare(
    f"{_SELECT} AND s.state IN ('undone', 'redoing') ORDER BY s.state = 'redoing' DESC, s.turn DESC LIMIT 1"
)
SET_STATE = prepare(
    "UPDATE history_steps SET state = :state, turn = :turn, position = :position, updated_at = :now"
    " WHERE tenant_id = :tenant_id AND id = :id"
)
ECHO = prepare(
    "INSERT INTO history_steps (id, tenant_id, actor_id, device_id, first_seq, last_seq, state, turn, updated_at)"
    " VALUES (:id, :tenant_id, :actor_id, :device_id, :seq, :seq, 'echo', 0, :now) ON CONFLICT (id) DO NOTHING"
)

# -- events of a step
_OF_STEP = (
    select(*_E)
    .where(_E.seq.between(bindparam("first"), bindparam("last")))
    .where(_E.correlation_id == bindparam("id"), _E.tenant_id == bindparam("tenant_id"))
    .where(_E.event_type.in_([bindparam(f"type{n}", name) for n, name in enumerate(TELLING)]))
    .limit(bindparam("limit"))
)
STEP_BACKWARD = prepare(_OF_STEP.order_by(_E.seq.desc()))
STEP_FORWARD = prepare(_OF_STEP.order_by(_E.seq))
STEP_PRODUCTS = prepare(
    "SELECT count(DISTINCT aggregate_id) FROM sys_events WHERE seq BETWEEN :first AND :last"
    f" AND correlation_id = :id AND tenant_id = :tenant_id AND {_TELLING}"
)
TOUCHED_LATER = prepare(
    "SELECT DISTINCT later.aggregate_id FROM sys_events AS later WHERE later.seq > :last"
    " AND later.tenant_id = :tenant_id AND later.aggregate_type = 'product' AND EXISTS ("
    "SELECT 1 FROM sys_events AS own WHERE own.aggregate_id = later.aggregate_id"
    " AND own.seq BETWEEN :first AND :last AND own.correlation_id = :id)"
)
IMPORT = prepare("SELECT source, tallies FROM imports WHERE tenant_id = :tenant_id AND id = :id")

# -- one product
_OF_PRODUCT = (
    select(*_E)
    .where(_E.aggregate_id == bindparam("product_id"), _E.tenant_id == bindparam("tenant_id"))
    .where(_E.event_type.in_([bindparam(f"type{n}", name) for n, name in enumerate(TELLING)]))
)
PRODUCT_BETWEEN = prepare(
    _OF_PRODUCT.where(_E.seq.between(bindparam("first"), bindparam("last"))).order_by(_E.seq.desc())
)
OF_TRANSACTION = prepare(_OF_PRODUCT.where(_E.txid == bindparam("txid")).order_by(_E.seq))
GROUPS = prepare(
    "SELECT min(seq), max(seq) FROM sys_events WHERE aggregate_id = :product_id AND tenant_id = :tenant_id"
    f" AND {_TELLING} AND seq < :before GROUP BY txid ORDER BY max(seq) DESC LIMIT :limit"
)
ECHOES = prepare(
    "SELECT id FROM history_steps WHERE tenant_id = :tenant_id AND state = 'echo'"
    " AND id IN (SELECT value FROM json_each(:ids))"
)
TITLE = prepare(
    "SELECT title FROM product_translations WHERE tenant_id = :tenant_id AND product_id = :product_id"
    " ORDER BY locale = :locale DESC, locale LIMIT 1"
)

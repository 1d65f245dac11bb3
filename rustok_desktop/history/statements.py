"""Every statement of history, compiled once. A row is always addressed together with its tenant."""

from __future__ import annotations

from rustok_desktop.outbox.tables import sys_events
from rustok_desktop.storage.statements import prepare

_COLUMNS = ", ".join(f"sys_events.{column.name}" for column in sys_events.c)
# ``:telling`` holds the event types whose changes count: what the reverters that are there name.
_TELLING = "event_type IN (SELECT value FROM json_each(:telling))"

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
    " CASE WHEN max(event_type IN (SELECT value FROM json_each(:final))) THEN 'final' ELSE 'done' END, 0, :now"
    f" FROM sys_events WHERE seq > :after AND seq <= :upto AND {_TELLING}"
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
    f"SELECT {_COLUMNS} FROM sys_events WHERE seq BETWEEN :first AND :last"
    f" AND correlation_id = :id AND tenant_id = :tenant_id AND {_TELLING}"
)
STEP_BACKWARD = prepare(f"{_OF_STEP} ORDER BY seq DESC LIMIT :limit")
STEP_FORWARD = prepare(f"{_OF_STEP} ORDER BY seq LIMIT :limit")
STEP_COUNT = prepare(
    "SELECT count(DISTINCT aggregate_id) FROM sys_events WHERE seq BETWEEN :first AND :last"
    f" AND correlation_id = :id AND tenant_id = :tenant_id AND {_TELLING}"
)
TOUCHED_LATER = prepare(
    "SELECT DISTINCT later.aggregate_type, later.aggregate_id FROM sys_events AS later WHERE later.seq > :last"
    " AND later.tenant_id = :tenant_id AND later.event_type IN (SELECT value FROM json_each(:telling)) AND EXISTS ("
    "SELECT 1 FROM sys_events AS own WHERE own.aggregate_id = later.aggregate_id"
    " AND own.seq BETWEEN :first AND :last AND own.correlation_id = :id)"
)
CHAIN_OF = prepare(  # among what happened lately: a notice does not stay for ever
    "SELECT correlation_id FROM sys_events WHERE seq > (SELECT coalesce(max(seq), 0) - 20000 FROM sys_events)"
    " AND tenant_id = :tenant_id AND txid = :txid ORDER BY seq DESC LIMIT 1"
)
IMPORT = prepare("SELECT source, tallies FROM imports WHERE tenant_id = :tenant_id AND id = :id")

# -- one thing
_OF_THING = (
    f"SELECT {_COLUMNS} FROM sys_events WHERE aggregate_id = :thing_id AND tenant_id = :tenant_id AND {_TELLING}"
)
THING_BETWEEN = prepare(f"{_OF_THING} AND seq BETWEEN :first AND :last ORDER BY seq DESC")
OF_TRANSACTION = prepare(f"{_OF_THING} AND txid = :txid ORDER BY seq")
GROUPS = prepare(
    "SELECT min(seq), max(seq) FROM sys_events WHERE aggregate_id = :thing_id AND tenant_id = :tenant_id"
    f" AND {_TELLING} AND seq < :before GROUP BY txid ORDER BY max(seq) DESC LIMIT :limit"
)
PURGED = prepare(
    "SELECT 1 FROM sys_events WHERE aggregate_id = :thing_id AND tenant_id = :tenant_id"
    " AND event_type IN (SELECT value FROM json_each(:final)) LIMIT 1"
)
ECHOES = prepare(
    "SELECT id FROM history_steps WHERE tenant_id = :tenant_id AND state = 'echo'"
    " AND id IN (SELECT value FROM json_each(:ids))"
)
TITLE = prepare(
    "SELECT title FROM product_translations WHERE tenant_id = :tenant_id AND product_id = :product_id"
    " ORDER BY locale = :locale DESC, locale LIMIT 1"
)

# -- the trash
TRASHED_PRODUCTS = prepare(
    "SELECT p.id, coalesce((SELECT t.title FROM product_translations AS t WHERE t.product_id = p.id"
    " AND +t.tenant_id = p.tenant_id ORDER BY t.locale <> :locale, t.locale LIMIT 1), ''), p.deleted_at"
    " FROM products AS p WHERE p.tenant_id = :tenant_id AND p.deleted_at IS NOT NULL"
    " ORDER BY p.deleted_at DESC LIMIT :limit"
)
TRASHED_NODES = prepare(
    "SELECT n.id, coalesce((SELECT t.title FROM node_translations AS t WHERE t.node_id = n.id"
    " AND +t.tenant_id = n.tenant_id ORDER BY t.locale <> :locale, t.locale LIMIT 1), ''), n.deleted_at"
    " FROM nodes AS n WHERE n.tenant_id = :tenant_id AND n.deleted_at IS NOT NULL"
    " ORDER BY n.deleted_at DESC LIMIT :limit"
)
# A deletion is in the trash while nothing happened to the thing since. A tag that was merged lives on in the other.
DELETIONS = prepare(
    f"SELECT {_COLUMNS} FROM sys_events WHERE tenant_id = :tenant_id AND substr(event_type, -8) = '.deleted'"
    " AND event_type <> 'product.deleted' AND json_extract(data, '$.changes.merged_into') IS NULL AND NOT EXISTS ("
    "SELECT 1 FROM sys_events AS later WHERE later.aggregate_id = sys_events.aggregate_id"
    " AND later.seq > sys_events.seq) ORDER BY seq DESC LIMIT :limit"
)
LAST_DELETION = prepare(
    "SELECT data FROM sys_events WHERE aggregate_id = :thing_id AND +tenant_id = :tenant_id"
    " AND substr(event_type, -8) = '.deleted' ORDER BY seq DESC LIMIT 1"
)
LAST_OF_THING = prepare(
    f"SELECT {_COLUMNS} FROM sys_events WHERE aggregate_id = :thing_id AND +tenant_id = :tenant_id"
    " ORDER BY seq DESC LIMIT 1"
)

"""The statements of ``shop_overview``. All that read a shop's own rows are bound to it."""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

TOUCHED = prepare(
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM products WHERE tenant_id = :tenant)"
    " OR EXISTS (SELECT 1 FROM sys_events WHERE aggregate_id = :tenant AND tenant_id = :tenant"
    " AND event_type = 'tenant.updated')"
)
ANY_PRODUCT = prepare("SELECT 1 FROM products WHERE tenant_id = :tenant LIMIT 1")
BROKEN = prepare("SELECT count(*) FROM sys_dead_letters WHERE tenant_id = :tenant AND state <> 'retrying'")
# A file that was imported to its end later is settled.
INTERRUPTED = prepare(
    "SELECT source, format FROM imports AS i WHERE tenant_id = :tenant AND started_at >= :since"
    " AND state IN ('interrupted', 'failed') AND NOT EXISTS (SELECT 1 FROM imports AS j"
    " WHERE j.tenant_id = :tenant AND j.started_at > i.started_at AND j.source = i.source)"
    " ORDER BY started_at DESC LIMIT 50"
)
HEAD = prepare("SELECT coalesce(max(seq), 0) FROM sys_events")
# What only repeats in part what another event of the same transaction says is left out; imports have their own lines,
# and what the program does by itself because of an act is no act.
EVENTS = prepare(
    "SELECT seq, id, event_type, aggregate_type, aggregate_id, correlation_id, timestamp, actor_id,"
    " schema_version, data FROM sys_events WHERE tenant_id = :tenant AND seq < :before AND seq >= :floor"
    " AND correlation_id NOT IN (SELECT id FROM imports WHERE tenant_id = :tenant)"
    " AND event_type NOT IN ('price.updated', 'variant.created', 'variant.updated', 'variant.deleted',"
    " 'inventory.low', 'index.updated', 'index.reindex_requested', 'tag.attached', 'tag.detached',"
    " 'node.draft.saved', 'node.draft.discarded')"
    " AND (actor_id IS NOT NULL OR aggregate_type = 'tenant') ORDER BY seq DESC LIMIT :limit"
)
THINGS = prepare(
    "SELECT count(DISTINCT aggregate_id) FROM sys_events WHERE tenant_id = :tenant AND seq <= :top AND seq >= :floor"
    " AND correlation_id = :correlation"
)
IMPORTS = prepare(
    "SELECT id, source, state, tallies, actor_id, coalesce(finished_at, started_at) AS at, format FROM imports"
    " WHERE tenant_id = :tenant AND at < :until AND at >= :since ORDER BY started_at DESC LIMIT 100"
)
# The caller's language wins over any other.
TITLES = prepare(
    "SELECT product_id, title FROM index_products WHERE tenant_id = :tenant"
    " AND product_id IN (SELECT value FROM json_each(:ids)) ORDER BY locale = :locale"
)
NODE_TITLES = prepare(
    "SELECT node_id, title FROM index_content WHERE tenant_id = :tenant"
    " AND node_id IN (SELECT value FROM json_each(:ids)) ORDER BY locale = :locale"
)
VARIANTS = prepare(
    "SELECT id, title FROM product_variants WHERE tenant_id = :tenant AND id IN (SELECT value FROM json_each(:ids))"
)
STOCK_VALUE = prepare(
    "SELECT p.currency_code, sum(l.on_hand * p.cost_amount), sum(l.on_hand) FROM inventory_levels AS l"
    " JOIN prices AS p ON p.variant_id = l.variant_id AND p.tenant_id = l.tenant_id"
    " WHERE l.tenant_id = :tenant AND l.on_hand > 0 AND p.cost_amount IS NOT NULL"
    " GROUP BY p.currency_code ORDER BY 2 DESC"
)
STOCK_MOVED = prepare(
    "SELECT date(m.created_at, 'localtime'), p.currency_code, sum(m.delta * p.cost_amount)"
    " FROM inventory_movements AS m JOIN prices AS p ON p.variant_id = m.variant_id AND p.tenant_id = m.tenant_id"
    " WHERE m.tenant_id = :tenant AND m.id >= :first AND p.cost_amount IS NOT NULL GROUP BY 1, 2"
)

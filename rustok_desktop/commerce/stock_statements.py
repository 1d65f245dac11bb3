"""Statements of stock beyond the ledger's own: levels, locations, reservations, stocktakes.

As in :mod:`rustok_desktop.commerce.statements`: ``at_`` addresses, a plain name sets or compares.
"""

from __future__ import annotations

from rustok_desktop.core import limits
from rustok_desktop.storage.statements import Prepared, prepare

LOW_BELOW = (  # the shop's own threshold, for levels that have none
    f"coalesce((SELECT json_extract(s.settings, '$.low_stock_threshold') FROM tenants AS s"
    f" WHERE s.id = :at_tenant_id), {limits.LOW_STOCK})"
)

# One variant at one location, with everything a movement has to know.
STOCKED = prepare(
    "SELECT v.product_id, v.inventory_policy, v.manage_inventory, p.version, p.deleted_at, l.on_hand, l.reserved,"
    f" l.low_stock_threshold, {LOW_BELOW} FROM product_variants AS v"
    " JOIN products AS p ON p.id = v.product_id AND p.tenant_id = v.tenant_id"
    " LEFT OUTER JOIN inventory_levels AS l ON l.variant_id = v.id AND l.location_id = :location_id"
    " AND l.tenant_id = v.tenant_id"
    " WHERE v.id = :at_id AND v.tenant_id || '' = :at_tenant_id"
)
DEFAULT_THRESHOLD = prepare(f"SELECT {LOW_BELOW} FROM tenants WHERE tenants.id = :at_tenant_id")
_LEVEL = "WHERE variant_id = :at_variant_id AND location_id = :at_location_id AND tenant_id = :at_tenant_id"
SET_RESERVED = prepare(f"UPDATE inventory_levels SET reserved = :reserved {_LEVEL}")
SET_THRESHOLD = prepare(f"UPDATE inventory_levels SET low_stock_threshold = :low_stock_threshold {_LEVEL}")
INSERT_EMPTY_LEVEL = prepare(
    "INSERT INTO inventory_levels (variant_id, location_id, tenant_id, on_hand)"
    " VALUES (:variant_id, :location_id, :tenant_id, 0) ON CONFLICT DO NOTHING"
)

# Locations.
UPDATE_LOCATION = prepare(
    "UPDATE stock_locations SET name = :name, code = :code, is_default = :is_default, closed_at = :closed_at,"
    " version = :version WHERE id = :at_id AND tenant_id = :at_tenant_id"
)
FILLED_LEVELS = prepare(  # what keeps a location open
    "SELECT count(*), sum(on_hand), sum(reserved) FROM inventory_levels WHERE location_id = :at_id"
    " AND tenant_id || '' = :at_tenant_id AND (on_hand <> 0 OR reserved <> 0)"
)

# Reservations.
INSERT_RESERVATION = prepare(
    "INSERT INTO reservation_items (id, tenant_id, variant_id, location_id, quantity, reference, actor_id, created_at)"
    " VALUES (:id, :tenant_id, :variant_id, :location_id, :quantity, :reference, :actor_id, :created_at)"
)
RESERVATION = prepare(
    "SELECT variant_id, location_id, quantity, reference, released_at FROM reservation_items"
    " WHERE id = :at_id AND tenant_id || '' = :at_tenant_id"
)
END_RESERVATION = prepare(
    "UPDATE reservation_items SET released_at = :released_at WHERE id = :at_id AND tenant_id = :at_tenant_id"
)
RESERVATIONS = prepare(
    "SELECT r.id, r.variant_id, r.location_id, s.name, r.quantity, r.reference, r.actor_id, r.created_at"
    " FROM reservation_items AS r JOIN stock_locations AS s ON s.id = r.location_id AND s.tenant_id = r.tenant_id"
    " WHERE r.variant_id = :at_variant_id AND r.tenant_id || '' = :at_tenant_id AND r.released_at IS NULL"
    " ORDER BY r.created_at DESC, r.id DESC LIMIT :limit"
)

# Movements of one variant, the latest first. Ids may come from another process; the row's place tells the order.
MOVEMENTS_OF_VARIANT = prepare(
    "SELECT m.id, m.variant_id, v.title, s.name, m.delta, m.reason, m.reference, m.actor_id, m.created_at"
    " FROM inventory_movements AS m JOIN product_variants AS v ON v.id = m.variant_id AND v.tenant_id = m.tenant_id"
    " JOIN stock_locations AS s ON s.id = m.location_id AND s.tenant_id = m.tenant_id"
    " WHERE m.variant_id = :at_variant_id AND m.tenant_id || '' = :at_tenant_id"
    " AND (:location_id IS NULL OR m.location_id = :location_id) ORDER BY m.rowid DESC LIMIT :limit"
)
LAST_MOVEMENT = prepare(
    "SELECT id FROM inventory_movements WHERE variant_id = :at_variant_id AND location_id = :at_location_id"
    " AND tenant_id || '' = :at_tenant_id ORDER BY rowid DESC LIMIT 1"
)

# Stocktakes.
INSERT_STOCKTAKE = prepare(
    "INSERT INTO stocktakes (id, tenant_id, location_id, number, status, vendor, product_type, version, actor_id,"
    " created_at) VALUES (:id, :tenant_id, :location_id, :number, 'open', :vendor, :product_type, 1, :actor_id,"
    " :created_at)"
)
_STOCKTAKE = (
    "SELECT t.id, t.location_id, s.name, t.number, t.status, t.vendor, t.product_type, t.version, t.created_at,"
    " t.closed_at FROM stocktakes AS t JOIN stock_locations AS s ON s.id = t.location_id AND s.tenant_id = t.tenant_id"
)
STOCKTAKE = prepare(f"{_STOCKTAKE} WHERE t.id = :at_id AND t.tenant_id || '' = :at_tenant_id")
OPEN_STOCKTAKE = prepare(
    f"{_STOCKTAKE} WHERE t.location_id = :at_location_id AND t.status = 'open' AND t.tenant_id || '' = :at_tenant_id"
)
NUMBERS_LIKE = prepare(
    "SELECT count(*) FROM stocktakes WHERE tenant_id = :at_tenant_id AND number >= :first AND number < :last"
)
UPDATE_STOCKTAKE = prepare(
    "UPDATE stocktakes SET status = :status, version = :version, closed_at = :closed_at"
    " WHERE id = :at_id AND tenant_id = :at_tenant_id"
)
COUNT = prepare(
    "SELECT counted, seen_movement FROM stocktake_counts WHERE stocktake_id = :at_id AND variant_id = :at_variant_id"
    " AND tenant_id = :at_tenant_id"
)
WRITE_COUNT = prepare(
    "INSERT INTO stocktake_counts (stocktake_id, variant_id, tenant_id, counted, seen_movement, actor_id, counted_at)"
    " VALUES (:stocktake_id, :variant_id, :tenant_id, :counted, :seen_movement, :actor_id, :counted_at)"
    " ON CONFLICT (stocktake_id, variant_id) DO UPDATE SET counted = excluded.counted,"
    " seen_movement = excluded.seen_movement, actor_id = excluded.actor_id, counted_at = excluded.counted_at"
)
DELETE_COUNT = prepare(
    "DELETE FROM stocktake_counts WHERE stocktake_id = :at_id AND variant_id = :at_variant_id"
    " AND tenant_id = :at_tenant_id"
)
_TITLE = (
    "(SELECT t.title FROM product_translations AS t WHERE t.product_id = v.product_id AND t.tenant_id = v.tenant_id"
    " ORDER BY t.locale <> :locale, t.locale LIMIT 1)"
)
_SEEN = (  # on hand as of the movement the count has seen
    "coalesce((SELECT sum(m.delta) FROM inventory_movements AS m WHERE m.variant_id = c.variant_id"
    " AND m.location_id = k.location_id AND m.rowid <= (SELECT x.rowid FROM inventory_movements AS x"
    " WHERE x.id = c.seen_movement)), 0)"
)
COUNTS = prepare(
    f"SELECT c.variant_id, v.product_id, {_TITLE}, v.title, v.sku, v.barcode, c.counted, {_SEEN},"
    " coalesce(l.on_hand, 0), c.counted_at FROM stocktake_counts AS c"
    " JOIN stocktakes AS k ON k.id = c.stocktake_id AND k.tenant_id = c.tenant_id"
    " JOIN product_variants AS v ON v.id = c.variant_id AND v.tenant_id = c.tenant_id"
    " LEFT OUTER JOIN inventory_levels AS l ON l.variant_id = c.variant_id AND l.location_id = k.location_id"
    " AND l.tenant_id = c.tenant_id"
    " WHERE c.stocktake_id = :at_id AND c.tenant_id || '' = :at_tenant_id ORDER BY c.counted_at DESC, v.id"
)
UNCOUNTED = prepare(  # of the goods it is about: on hand by the ledger, and not counted
    "SELECT l.variant_id, l.on_hand FROM inventory_levels AS l"
    " JOIN product_variants AS v ON v.id = l.variant_id AND v.tenant_id = l.tenant_id"
    " JOIN products AS p ON p.id = v.product_id AND p.tenant_id = v.tenant_id"
    " WHERE l.location_id = :at_location_id AND l.tenant_id || '' = :at_tenant_id AND l.on_hand <> 0"
    " AND p.deleted_at IS NULL AND (:vendor IS NULL OR p.vendor = :vendor)"
    " AND (:product_type IS NULL OR p.product_type = :product_type) AND NOT EXISTS (SELECT 1 FROM stocktake_counts"
    " AS c WHERE c.stocktake_id = :at_id AND c.variant_id = l.variant_id) ORDER BY l.variant_id"
)
BY_SKU = prepare(
    "SELECT v.id, p.vendor, p.product_type, p.deleted_at FROM product_variants AS v"
    " JOIN products AS p ON p.id = v.product_id AND p.tenant_id = v.tenant_id"
    " WHERE v.sku = :code AND v.tenant_id = :at_tenant_id"
)
BY_BARCODE = prepare(BY_SKU.sql.replace("v.sku", "v.barcode") + " AND p.deleted_at IS NULL LIMIT 3")
BY_ID = prepare(BY_SKU.sql.replace("v.sku = :code", "v.id = :at_id").replace("v.tenant_id =", "v.tenant_id || '' ="))

# The list: every variant at one location, in the order the products were made. Several ways to narrow it, each a
# statement of its own, so that none carries a condition that hides an index.
_AVAILABLE = "(coalesce(l.on_hand, 0) - coalesce(l.reserved, 0))"
_LOW = f"(v.manage_inventory = 1 AND {_AVAILABLE} > 0 AND {_AVAILABLE} < coalesce(l.low_stock_threshold, :threshold))"
_OUT = f"(v.manage_inventory = 1 AND {_AVAILABLE} <= 0)"
_JOINED = (
    "FROM product_variants AS v JOIN products AS p ON p.id = v.product_id AND p.tenant_id = v.tenant_id"
    " LEFT OUTER JOIN inventory_levels AS l ON l.variant_id = v.id AND l.location_id = :location_id"
    " AND l.tenant_id = v.tenant_id"
    " WHERE v.tenant_id || '' = :at_tenant_id AND p.deleted_at IS NULL"
)
_MATCHES = {
    "all": "",
    "code": " AND (v.sku LIKE :pattern ESCAPE '\\' OR v.barcode LIKE :pattern ESCAPE '\\')",
    "products": " AND v.product_id IN (SELECT value FROM json_each(:ids))",
}
_STATES = {"": "", "low": f" AND {_LOW}", "out": f" AND {_OUT}"}
_COLUMNS = (
    f"v.id, v.product_id, v.position, {_TITLE}, v.title, v.sku, v.barcode, v.inventory_policy, v.manage_inventory,"
    " coalesce(l.on_hand, 0), coalesce(l.reserved, 0), l.low_stock_threshold"
)
LEVELS: dict[tuple[str, str], Prepared] = {
    (match, state): prepare(
        f"SELECT {_COLUMNS} {_JOINED} AND (v.product_id, v.position, v.id) > (:product_id, :position, :variant_id)"
        f"{matches}{states} ORDER BY v.product_id, v.position, v.id LIMIT :limit"
    )
    for match, matches in _MATCHES.items()
    for state, states in _STATES.items()
}
FIGURES: dict[str, Prepared] = {
    match: prepare(
        f"SELECT count(*), coalesce(sum({_LOW}), 0), coalesce(sum({_OUT}), 0), coalesce(sum(l.on_hand), 0),"
        f" coalesce(sum(l.reserved), 0) {_JOINED}{matches}"
    )
    for match, matches in _MATCHES.items()
}
LEVEL = prepare(f"SELECT {_COLUMNS} {_JOINED} AND v.id = :at_id")

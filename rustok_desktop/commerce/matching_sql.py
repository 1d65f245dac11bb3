"""The statements of the search for products that look alike.

Those that read a whole shop are sent by the worker process only.
"""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

# CROSS JOIN walks the shop's products and fetches each one's rows, which lie together.
LIVE = prepare("SELECT count(*) FROM products WHERE tenant_id = :at_tenant_id AND deleted_at IS NULL")
CODES = prepare(
    "SELECT v.product_id, v.sku, v.barcode FROM products AS p"
    " CROSS JOIN product_variants AS v ON v.product_id = p.id AND +v.tenant_id = p.tenant_id"
    " WHERE p.tenant_id = :at_tenant_id AND p.deleted_at IS NULL"
    " AND (v.sku IS NOT NULL OR v.barcode IS NOT NULL)"
)
TITLES = prepare(
    "SELECT t.product_id, t.locale, t.title FROM products AS p"
    " CROSS JOIN product_translations AS t ON t.product_id = p.id AND +t.tenant_id = p.tenant_id"
    " WHERE p.tenant_id = :at_tenant_id AND p.deleted_at IS NULL"
)
DISTINCT = prepare(
    "SELECT id, product_id FROM product_distinctions WHERE tenant_id = :at_tenant_id ORDER BY id, product_id"
)

INSERT = prepare(
    "INSERT INTO product_distinctions (id, product_id, tenant_id, created_at)"
    " VALUES (:id, :product_id, :tenant_id, :now)"
)
PRODUCTS = prepare(
    "SELECT product_id FROM product_distinctions WHERE id = :at_id AND +tenant_id = :at_tenant_id ORDER BY product_id"
)
DELETE = prepare("DELETE FROM product_distinctions WHERE id = :at_id AND +tenant_id = :at_tenant_id")
KNOWN = prepare(
    "SELECT id FROM products WHERE +tenant_id = :at_tenant_id AND id IN (SELECT value FROM json_each(:ids))"
)
# Ids rise with time, so their order is that of the sayings.
TOLD = prepare(
    "SELECT d.id, d.created_at, p.id, coalesce((SELECT t.title FROM product_translations AS t"
    " WHERE t.product_id = p.id AND +t.tenant_id = p.tenant_id ORDER BY t.locale <> :locale, t.locale LIMIT 1), ''),"
    " p.deleted_at IS NOT NULL FROM (SELECT DISTINCT id FROM product_distinctions"
    " WHERE tenant_id = :at_tenant_id AND id < :after ORDER BY id DESC LIMIT :limit) AS k"
    " CROSS JOIN product_distinctions AS d ON d.id = k.id AND +d.tenant_id = :at_tenant_id"
    " CROSS JOIN products AS p ON p.id = d.product_id AND +p.tenant_id = d.tenant_id"
)

# What stands side by side: the codes of the first variants, the prices' range, all stock that is counted.
SHOWN = prepare(
    "SELECT p.id, p.version, p.status, p.created_at, p.vendor,"
    " coalesce((SELECT t.title FROM product_translations AS t"
    " WHERE t.product_id = p.id AND +t.tenant_id = p.tenant_id ORDER BY t.locale <> :locale, t.locale LIMIT 1), ''),"
    " (SELECT json_group_array(json_array(first.sku, first.barcode)) FROM"
    " (SELECT w.sku, w.barcode FROM product_variants AS w"
    " WHERE w.product_id = p.id AND +w.tenant_id = p.tenant_id ORDER BY w.position, w.id LIMIT :codes) AS first),"
    " count(v.id), min(x.amount), max(x.amount), s.currency_code,"
    " sum(CASE WHEN v.manage_inventory THEN coalesce((SELECT sum(l.on_hand) FROM inventory_levels AS l"
    " WHERE l.variant_id = v.id AND l.tenant_id = v.tenant_id), 0) END)"
    " FROM json_each(:ids) AS j CROSS JOIN products AS p ON p.id = j.value AND +p.tenant_id = :at_tenant_id"
    " JOIN tenants AS s ON s.id = p.tenant_id"
    " LEFT JOIN product_variants AS v ON v.product_id = p.id AND +v.tenant_id = p.tenant_id"
    " LEFT JOIN prices AS x ON x.variant_id = v.id AND x.currency_code = s.currency_code"
    " AND x.tenant_id = v.tenant_id WHERE p.deleted_at IS NULL GROUP BY p.id ORDER BY j.key"
)

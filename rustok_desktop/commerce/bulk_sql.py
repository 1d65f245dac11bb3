"""What a bulk edit reads. Ids come as one JSON list and are answered in its order."""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

_WANTED = " FROM json_each(:ids) AS wanted"

BULK_PRODUCTS = prepare(
    "SELECT p.id, p.version, p.status, p.vendor, p.product_type, p.tags, p.deleted_at IS NOT NULL"
    f"{_WANTED} CROSS JOIN products AS p ON p.id = wanted.value AND p.tenant_id || '' = :at_tenant_id"
    " ORDER BY wanted.key"
)
BULK_VARIANTS = prepare(
    "SELECT v.product_id, v.id, v.inventory_policy, v.manage_inventory, v.taxable, v.requires_shipping,"
    " v.weight_mg, v.weight_unit"
    f"{_WANTED} CROSS JOIN product_variants AS v ON v.product_id = wanted.value AND v.tenant_id || '' = :at_tenant_id"
)
# Of the lists that the edit names, those each product stands in.
IN_COLLECTIONS = prepare(
    "SELECT m.product_id, m.collection_id"
    f"{_WANTED} CROSS JOIN collection_members AS m ON m.product_id = wanted.value"
    " AND m.tenant_id || '' = :at_tenant_id WHERE m.collection_id IN (SELECT value FROM json_each(:chosen))"
)
IN_CATEGORIES = prepare(
    "SELECT c.product_id, c.category_id"
    f"{_WANTED} CROSS JOIN product_categories AS c ON c.product_id = wanted.value"
    " AND c.tenant_id || '' = :at_tenant_id WHERE c.category_id IN (SELECT value FROM json_each(:chosen))"
)

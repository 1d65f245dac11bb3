"""What a bulk edit reads. Ids come as one JSON list and are answered in its order."""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

BULK_PRODUCTS = prepare(
    "SELECT p.id, p.version, p.status, p.vendor, p.product_type, p.tags, p.deleted_at IS NOT NULL"
    " FROM json_each(:ids) AS wanted"
    " CROSS JOIN products AS p ON p.id = wanted.value AND p.tenant_id || '' = :at_tenant_id ORDER BY wanted.key"
)
BULK_VARIANTS = prepare(
    "SELECT v.product_id, v.id, v.inventory_policy, v.manage_inventory, v.taxable, v.requires_shipping"
    " FROM json_each(:ids) AS wanted"
    " CROSS JOIN product_variants AS v ON v.product_id = wanted.value AND v.tenant_id || '' = :at_tenant_id"
)

"""Reading a part of a product's variants, so that what is asked for costs the same however many there are."""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

STOCK_AMONG = prepare(
    "SELECT level.variant_id, level.location_id, place.name, level.on_hand, level.low_stock_threshold"
    " FROM json_each(:ids) AS wanted"
    " CROSS JOIN inventory_levels AS level ON level.variant_id = wanted.value AND level.tenant_id = :at_tenant_id"
    " JOIN stock_locations AS place ON place.id = level.location_id AND place.tenant_id = level.tenant_id"
    " ORDER BY place.is_default DESC, place.name, place.id"
)

"""Reading variants for views: all of a product's, some in their order, or these.

One row each, whose last two columns hold its prices and what is on hand as JSON arrays: SQLite puts them together
beside the interpreter, which would need longer for that than for everything else of a product. See
:mod:`rustok_desktop.commerce.variant_records`.
"""

from __future__ import annotations

from rustok_desktop.commerce.statements import PRICE_COLUMNS, VARIANT_COLUMNS
from rustok_desktop.storage.statements import prepare

_VARIANT = ", ".join(f"variant.{column.name}" for column in VARIANT_COLUMNS)
_PRICE = ", ".join(f"price.{column.name}" for column in PRICE_COLUMNS)
# The tenant as an expression is a condition, never the way to the rows; see commerce.statements.
_WITH_MORE = (
    f"SELECT {_VARIANT},"
    f" (SELECT json_group_array(json_array({_PRICE})) FROM"
    "  (SELECT * FROM prices AS own WHERE own.variant_id = variant.id AND own.tenant_id || '' = variant.tenant_id"
    "   ORDER BY own.currency_code) AS price),"
    " (SELECT json_group_array(json_array(level.location_id, level.name, level.on_hand)) FROM"
    "  (SELECT own.location_id, place.name, own.on_hand FROM inventory_levels AS own"
    "   JOIN stock_locations AS place ON place.id = own.location_id AND place.tenant_id || '' = own.tenant_id"
    "   WHERE own.variant_id = variant.id AND own.tenant_id || '' = variant.tenant_id"
    "   ORDER BY place.is_default DESC, place.name, place.id) AS level)"
)
# In the order of ix_product_variants_order, from behind a position and id; a limit of -1 has no end.
VARIANT_WINDOW = prepare(
    f"{_WITH_MORE} FROM product_variants AS variant"
    " WHERE variant.product_id = :at_product_id AND variant.tenant_id || '' = :at_tenant_id"
    " AND (variant.position, variant.id) > (:after_position, :after_id)"
    " ORDER BY variant.position, variant.id LIMIT :limit"
)
VARIANTS_OF_THESE = prepare(
    f"{_WITH_MORE} FROM json_each(:ids) AS wanted"
    " CROSS JOIN product_variants AS variant ON variant.id = wanted.value AND variant.tenant_id = :at_tenant_id"
    " AND variant.product_id = :at_product_id ORDER BY variant.position, variant.id"
)
VARIANT_COUNT = prepare(
    "SELECT COUNT(*) FROM product_variants WHERE product_id = :at_product_id AND tenant_id || '' = :at_tenant_id"
)
VERSION = prepare("SELECT version FROM products WHERE id = :at_product_id AND tenant_id = :at_tenant_id")

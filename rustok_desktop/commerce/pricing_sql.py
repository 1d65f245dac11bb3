"""Statements of price changes over many products. Ids come as one JSON list and are answered in its order.

The columns are those of :class:`rustok_desktop.commerce.price_plan.PricedVariant`. CROSS JOIN keeps the planner from
walking a whole shop by its tenant to find the few rows that were asked for.
"""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

_COLUMNS = (
    "SELECT p.id, p.version, p.deleted_at, v.id, v.title, v.sku, r.amount, r.compare_at_amount, r.cost_amount"
    " FROM json_each(:ids) AS wanted"
)
_PRICE = (
    " LEFT JOIN prices AS r ON r.variant_id = v.id AND r.currency_code = :currency_code"
    " AND r.tenant_id || '' = v.tenant_id"
)

OF_PRODUCTS = prepare(
    f"{_COLUMNS}"
    " CROSS JOIN products AS p ON p.id = wanted.value AND p.tenant_id || '' = :at_tenant_id"
    " CROSS JOIN product_variants AS v ON v.product_id = p.id AND v.tenant_id || '' = p.tenant_id"
    f"{_PRICE} ORDER BY wanted.key, v.position, v.id"
)
OF_VARIANTS = prepare(
    f"{_COLUMNS}"
    " CROSS JOIN product_variants AS v ON v.id = wanted.value AND v.tenant_id || '' = :at_tenant_id"
    " CROSS JOIN products AS p ON p.id = v.product_id AND p.tenant_id || '' = v.tenant_id"
    f"{_PRICE} ORDER BY wanted.key"
)
# A title in the language asked for, or in any other.
TITLES = prepare(
    "SELECT wanted.value, (SELECT t.title FROM product_translations AS t"
    " WHERE t.product_id = wanted.value AND t.tenant_id || '' = :at_tenant_id"
    " ORDER BY t.locale <> :locale, t.locale LIMIT 1)"
    " FROM json_each(:ids) AS wanted"
)

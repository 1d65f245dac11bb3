"""The statements of price lists. Rows are addressed together with their shop: ``at_tenant_id``."""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

FIELDS = ("name", "description", "type", "status", "currency_code", "priority", "starts_at", "ends_at")
_FIELDS = ", ".join(f"l.{name}" for name in FIELDS)
_IDS = "(SELECT value FROM json_each(:ids))"

# -- lists
_COUNT = "(SELECT count(*) FROM price_list_prices AS x WHERE x.price_list_id = l.id AND +x.tenant_id = l.tenant_id)"
_ROW = f"SELECT l.id, l.version, {_FIELDS}, l.deleted_at, l.updated_at, {_COUNT} FROM price_lists AS l"
LIST = prepare(f"{_ROW} WHERE l.id = :at_id AND +l.tenant_id = :at_tenant_id")
LISTS = prepare(f"{_ROW} WHERE l.tenant_id = :at_tenant_id AND l.deleted_at IS NULL")
STORED = prepare(
    f"SELECT l.version, l.deleted_at, {_FIELDS} FROM price_lists AS l"
    " WHERE l.id = :at_id AND +l.tenant_id = :at_tenant_id"
)
COUNT_LISTS = prepare("SELECT count(*) FROM price_lists WHERE tenant_id = :at_tenant_id AND deleted_at IS NULL")
CURRENCIES = prepare(  # the main one first
    "SELECT currency_code FROM tenants WHERE id = :tenant_id UNION ALL"
    " SELECT currency_code FROM tenant_currencies WHERE tenant_id = :tenant_id"
)
INSERT = prepare(
    f"INSERT INTO price_lists (id, tenant_id, {', '.join(FIELDS)}, version, created_at, updated_at)"
    f" VALUES (:at_id, :at_tenant_id, {', '.join(f':{name}' for name in FIELDS)}, 1, :now, :now)"
)
UPDATE = prepare(
    f"UPDATE price_lists SET {', '.join(f'{name} = :{name}' for name in FIELDS)}, deleted_at = :deleted_at,"
    " version = :version, updated_at = :now WHERE id = :at_id AND +tenant_id = :at_tenant_id"
)
DELETE = prepare("DELETE FROM price_lists WHERE id = :at_id AND +tenant_id = :at_tenant_id")

# -- prices of a list
COUNT_PRICES = prepare(
    "SELECT count(*) FROM price_list_prices WHERE price_list_id = :at_id AND +tenant_id = :at_tenant_id"
)
ALL_PRICES = prepare(
    "SELECT variant_id, min_quantity, amount FROM price_list_prices"
    " WHERE price_list_id = :at_id AND +tenant_id = :at_tenant_id"
)
PRICES_OF = prepare(  # those of some products, whose ids lead the index
    "SELECT variant_id, min_quantity, amount FROM price_list_prices"
    f" WHERE price_list_id = :at_id AND +tenant_id = :at_tenant_id AND product_id IN {_IDS}"
)
PRICES_AT = prepare(
    "SELECT variant_id, amount FROM price_list_prices"
    " WHERE price_list_id = :at_id AND +tenant_id = :at_tenant_id AND min_quantity = :min_quantity"
)
PUT_PRICE = prepare(
    "INSERT INTO price_list_prices (price_list_id, product_id, variant_id, min_quantity, tenant_id, amount)"
    " VALUES (:at_id, :product_id, :variant_id, :min_quantity, :at_tenant_id, :amount)"
    " ON CONFLICT (price_list_id, product_id, variant_id, min_quantity) DO UPDATE SET amount = excluded.amount"
)
DROP_PRICE = prepare(
    "DELETE FROM price_list_prices WHERE price_list_id = :at_id AND product_id = :product_id"
    " AND variant_id = :variant_id AND min_quantity = :min_quantity AND +tenant_id = :at_tenant_id"
)
# Where variants belong: (variant, product, whether that is in the trash).
OWNERS = prepare(
    "SELECT v.id, v.product_id, p.deleted_at IS NOT NULL FROM json_each(:ids) AS wanted"
    " CROSS JOIN product_variants AS v ON v.id = wanted.value AND +v.tenant_id = :at_tenant_id"
    " CROSS JOIN products AS p ON p.id = v.product_id AND +p.tenant_id = v.tenant_id"
)

_TITLE = (
    "coalesce((SELECT t.title FROM product_translations AS t WHERE t.product_id = p.id"
    " AND +t.tenant_id = :at_tenant_id ORDER BY t.locale <> :locale, t.locale LIMIT 1), '')"
)
# Prices of variants that are not there just now are kept, and not shown.
PAGE = prepare(
    f"SELECT x.product_id, {_TITLE}, p.status, v.id, v.title, v.sku, b.amount, b.compare_at_amount, b.cost_amount,"
    " x.min_quantity, x.amount FROM price_list_prices AS x"
    " CROSS JOIN product_variants AS v ON v.id = x.variant_id AND +v.tenant_id = x.tenant_id"
    " CROSS JOIN products AS p ON p.id = v.product_id AND +p.tenant_id = v.tenant_id AND p.deleted_at IS NULL"
    " LEFT JOIN prices AS b ON b.variant_id = v.id AND +b.tenant_id = v.tenant_id AND b.currency_code = :currency_code"
    " WHERE x.price_list_id = :at_id AND +x.tenant_id = :at_tenant_id"
    " AND (x.product_id, x.variant_id, x.min_quantity) > (:product_id, :variant_id, :min_quantity)"
    " ORDER BY x.product_id, x.variant_id, x.min_quantity LIMIT :limit"
)
# The variants that a formula over a whole list concerns, as the statements of price changes give them.
OF_LIST = prepare(
    "SELECT p.id, p.version, p.deleted_at, v.id, v.title, v.sku, b.amount, b.compare_at_amount, b.cost_amount"
    " FROM price_list_prices AS x"
    " CROSS JOIN product_variants AS v ON v.id = x.variant_id AND +v.tenant_id = x.tenant_id"
    " CROSS JOIN products AS p ON p.id = v.product_id AND +p.tenant_id = v.tenant_id AND p.deleted_at IS NULL"
    " LEFT JOIN prices AS b ON b.variant_id = v.id AND +b.tenant_id = v.tenant_id AND b.currency_code = :currency_code"
    " WHERE x.price_list_id = :at_id AND +x.tenant_id = :at_tenant_id AND x.min_quantity = :min_quantity"
    " ORDER BY x.product_id, x.variant_id"
)

# -- prices of a product
VARIANTS = prepare(
    "SELECT v.id, v.title, v.sku, b.amount, b.compare_at_amount, b.cost_amount FROM product_variants AS v"
    " LEFT JOIN prices AS b ON b.variant_id = v.id AND +b.tenant_id = v.tenant_id AND b.currency_code = :currency_code"
    " WHERE v.product_id = :product_id AND +v.tenant_id = :at_tenant_id ORDER BY v.position, v.id"
)
VARIANT = prepare(
    "SELECT v.product_id, b.amount FROM product_variants AS v"
    " LEFT JOIN prices AS b ON b.variant_id = v.id AND +b.tenant_id = v.tenant_id AND b.currency_code = :currency_code"
    " WHERE v.id = :variant_id AND +v.tenant_id = :at_tenant_id"
)
OFFERS = prepare(
    f"SELECT x.variant_id, x.min_quantity, x.amount, l.version, l.id, {_FIELDS}, l.deleted_at"
    " FROM price_list_prices AS x CROSS JOIN price_lists AS l ON l.id = x.price_list_id"
    " AND +l.tenant_id = x.tenant_id WHERE x.product_id = :product_id AND +x.tenant_id = :at_tenant_id"
    " ORDER BY l.id, x.min_quantity"
)
PRODUCT_CURRENCIES = prepare(
    "SELECT DISTINCT b.currency_code FROM product_variants AS v"
    " CROSS JOIN prices AS b ON b.variant_id = v.id AND +b.tenant_id = v.tenant_id"
    " WHERE v.product_id = :product_id AND +v.tenant_id = :at_tenant_id ORDER BY b.currency_code"
)
PRODUCT = prepare("SELECT 1 FROM products WHERE id = :product_id AND +tenant_id = :at_tenant_id")
BY_SKU = prepare(
    "SELECT v.sku, v.id FROM json_each(:skus) AS wanted"
    " CROSS JOIN product_variants AS v ON v.sku = wanted.value AND v.tenant_id = :at_tenant_id"
)
TRASHED = prepare(
    "SELECT id, name, deleted_at FROM price_lists WHERE tenant_id = :at_tenant_id AND deleted_at IS NOT NULL"
    " ORDER BY deleted_at DESC LIMIT :limit"
)

"""Every statement on categories, compiled once at import. Parameters that address carry the prefix ``at_``.

Products are read, never written, here: which of them exist, and how they are called. Of nodes only the category.
"""

from __future__ import annotations

from sqlalchemy import insert

from rustok_desktop.storage.statements import prepare
from rustok_desktop.taxonomy.tables import categories, category_translations, product_categories

PLACES = prepare("SELECT id, parent_id, position, depth, path FROM categories WHERE tenant_id = :at_tenant_id")
VERSION = prepare("SELECT version FROM categories WHERE tenant_id = :at_tenant_id AND id = :at_id")
ANY_CATEGORY = prepare("SELECT 1 FROM categories WHERE id = :at_id")  # ids are unique over all shops
INSERT_CATEGORY = prepare(insert(categories))
MOVE_CATEGORY = prepare(
    "UPDATE categories SET parent_id = :parent_id, position = :position, depth = :depth, path = :path,"
    " updated_at = :now WHERE tenant_id = :at_tenant_id AND id = :at_id"
)
TOUCH_CATEGORY = prepare(
    "UPDATE categories SET version = :version, updated_at = :now WHERE tenant_id = :at_tenant_id AND id = :at_id"
)
DELETE_CATEGORY = prepare("DELETE FROM categories WHERE tenant_id = :at_tenant_id AND id = :at_id")

WORDS = prepare(
    "SELECT locale, name, slug, description FROM category_translations"
    " WHERE category_id = :at_id AND tenant_id || '' = :at_tenant_id ORDER BY locale"
)
INSERT_WORDS = prepare(insert(category_translations))
UPDATE_WORDS = prepare(
    "UPDATE category_translations SET name = :name, slug = :slug, description = :description"
    " WHERE category_id = :at_id AND locale = :at_locale AND tenant_id || '' = :at_tenant_id"
)
DELETE_WORDS = prepare(
    "DELETE FROM category_translations"
    " WHERE category_id = :at_id AND locale = :at_locale AND tenant_id || '' = :at_tenant_id"
)
SLUG_HOLDER = prepare(
    "SELECT name FROM category_translations"
    " WHERE tenant_id = :at_tenant_id AND locale = :at_locale AND slug = :slug AND category_id <> :at_id"
)

KNOWN_PRODUCTS = prepare(
    "SELECT id FROM products WHERE tenant_id || '' = :at_tenant_id AND id IN (SELECT value FROM json_each(:ids))"
)
PRODUCTS_IN = prepare(
    "SELECT product_id, position FROM product_categories"
    " WHERE category_id = :at_id AND tenant_id || '' = :at_tenant_id ORDER BY position, product_id"
)
INSERT_PRODUCT = prepare(insert(product_categories))
PLACE_PRODUCT = prepare(
    "UPDATE product_categories SET position = :position"
    " WHERE category_id = :at_id AND product_id = :product_id AND tenant_id || '' = :at_tenant_id"
)
REMOVE_PRODUCTS = prepare(
    "DELETE FROM product_categories WHERE category_id = :at_id AND tenant_id || '' = :at_tenant_id"
    " AND product_id IN (SELECT value FROM json_each(:ids))"
)
# Pages and posts name their one category themselves; when it goes, the database empties the name.
NODES_IN = prepare("SELECT id FROM nodes WHERE category_id = :at_id AND tenant_id || '' = :at_tenant_id ORDER BY id")
LINK_NODES = prepare(
    "UPDATE nodes SET category_id = :category_id WHERE tenant_id || '' = :at_tenant_id AND category_id IS NULL"
    " AND id IN (SELECT value FROM json_each(:ids))"
)

# -- reading -----------------------------------------------------------------------------------------

LANGUAGES = prepare(
    "SELECT t.default_locale, l.locale, l.fallback_locale FROM tenants t"
    " LEFT JOIN tenant_locales l ON l.tenant_id = t.id AND l.is_enabled WHERE t.id = :at_tenant_id"
)
NODES = prepare(
    "SELECT id, parent_id, position, depth, version FROM categories WHERE tenant_id = :at_tenant_id"
    " ORDER BY depth, position, id"
)
ALL_NAMES = prepare(
    "SELECT category_id, locale, name FROM category_translations WHERE tenant_id = :at_tenant_id ORDER BY locale"
)
# Members are counted along their own index, without those in the trash: asking each one's product about it would
# read every product of the shop.
_NOT_IN_TRASH = (
    "pc.product_id NOT IN (SELECT p.id FROM products p WHERE p.tenant_id = :at_tenant_id AND p.deleted_at IS NOT NULL)"
)
OWN_COUNTS = prepare(
    "SELECT pc.category_id, count(*) FROM categories c JOIN product_categories pc ON pc.category_id = c.id"
    f" WHERE c.tenant_id = :at_tenant_id AND {_NOT_IN_TRASH} GROUP BY pc.category_id"
)
# Each category is told to all above it; a product in several of them counts once for each ancestor.
TOTAL_COUNTS = prepare(
    "WITH RECURSIVE up (id, above) AS ("
    " SELECT id, id FROM categories WHERE tenant_id = :at_tenant_id"
    " UNION ALL SELECT up.id, c.parent_id FROM up JOIN categories c ON c.id = up.above"
    " WHERE c.parent_id IS NOT NULL)"
    " SELECT up.above, count(DISTINCT pc.product_id) FROM up"
    f" JOIN product_categories pc ON pc.category_id = up.id WHERE {_NOT_IN_TRASH} GROUP BY up.above"
)
_TITLE = (
    "coalesce((SELECT t.title FROM product_translations t JOIN json_each(:chain) o ON o.value = t.locale"
    " WHERE t.product_id = p.id ORDER BY o.key LIMIT 1),"
    " (SELECT t.title FROM product_translations t WHERE t.product_id = p.id ORDER BY t.locale LIMIT 1), '')"
)
_SKU = "(SELECT v.sku FROM product_variants v WHERE v.product_id = p.id ORDER BY v.position LIMIT 1)"
LISTED_PRODUCTS = prepare(
    f"SELECT p.id, {_TITLE}, p.status, {_SKU} FROM product_categories pc JOIN products p ON p.id = pc.product_id"
    " WHERE pc.category_id = :at_id AND pc.tenant_id || '' = :at_tenant_id AND p.deleted_at IS NULL"
    " ORDER BY pc.position, pc.product_id LIMIT :limit OFFSET :skip"
)
CONTAINED = prepare(
    "SELECT product_id FROM product_categories WHERE category_id = :at_id AND tenant_id || '' = :at_tenant_id"
    " AND product_id IN (SELECT value FROM json_each(:ids))"
)
CATEGORIES_OF_PRODUCT = prepare(
    "SELECT category_id FROM product_categories WHERE product_id = :at_product_id AND tenant_id || '' = :at_tenant_id"
)

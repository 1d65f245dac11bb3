"""The statements of collections. Rows are addressed together with their shop: ``at_tenant_id``."""

from __future__ import annotations

from rustok_desktop.storage.statements import Prepared, prepare

_IDS = "(SELECT value FROM json_each(:ids))"
_TITLE = (
    "(SELECT t.title FROM {table} AS t WHERE t.{key} = {of} AND +t.tenant_id = :at_tenant_id"
    " ORDER BY t.locale <> :locale, t.locale LIMIT 1)"
)
_COUNT = (
    "(SELECT count(*) FROM collection_members AS m CROSS JOIN products AS p ON p.id = m.product_id"
    " AND +p.tenant_id = m.tenant_id WHERE m.collection_id = c.id AND +m.tenant_id = c.tenant_id"
    " AND p.deleted_at IS NULL)"
)
_ROW = f"SELECT c.id, c.version, c.kind, c.rule, c.updated_at, {_COUNT} FROM collections AS c"

COLLECTION = prepare(f"{_ROW} WHERE c.id = :at_id AND +c.tenant_id = :at_tenant_id")
STORED = prepare("SELECT version, kind, rule FROM collections WHERE id = :at_id AND +tenant_id = :at_tenant_id")
COLLECTIONS = prepare(
    "SELECT c.id, c.version, c.kind,"
    f" coalesce({_TITLE.format(table='collection_translations', key='collection_id', of='c.id')}, ''),"
    f" {_COUNT}, c.updated_at FROM collections AS c WHERE c.tenant_id = :at_tenant_id"
)
RULES = prepare("SELECT id, rule FROM collections WHERE tenant_id = :at_tenant_id AND kind = 'rule'")
INSERT_COLLECTION = prepare(
    "INSERT INTO collections (id, tenant_id, kind, rule, version, created_at, updated_at)"
    " VALUES (:id, :tenant_id, :kind, :rule, 1, :now, :now)"
)
UPDATE_COLLECTION = prepare(
    "UPDATE collections SET rule = :rule, version = :version, updated_at = :now"
    " WHERE id = :at_id AND +tenant_id = :at_tenant_id"
)
DELETE_COLLECTION = prepare("DELETE FROM collections WHERE id = :at_id AND +tenant_id = :at_tenant_id")

TRANSLATIONS = prepare(
    "SELECT locale, title, handle FROM collection_translations"
    " WHERE collection_id = :at_id AND +tenant_id = :at_tenant_id ORDER BY locale"
)
HANDLE_HOLDER = prepare(
    "SELECT collection_id, title FROM collection_translations WHERE tenant_id = :at_tenant_id"
    " AND locale = :locale AND handle = :handle AND collection_id <> :at_id"
)
DELETE_WORDS = prepare(
    "DELETE FROM collection_translations"
    " WHERE collection_id = :at_id AND locale = :locale AND +tenant_id = :at_tenant_id"
)
INSERT_WORDS = prepare(
    "INSERT INTO collection_translations (collection_id, locale, tenant_id, title, handle)"
    " VALUES (:at_id, :locale, :at_tenant_id, :title, :handle)"
)

MEMBER_IDS = prepare(
    "SELECT product_id, position FROM collection_members"
    " WHERE collection_id = :at_id AND +tenant_id = :at_tenant_id ORDER BY position, product_id"
)
KNOWN_PRODUCTS = prepare(
    f"SELECT id FROM products WHERE +tenant_id = :at_tenant_id AND id IN {_IDS} AND deleted_at IS NULL"
)
ANY_PRODUCTS = prepare(f"SELECT id FROM products WHERE +tenant_id = :at_tenant_id AND id IN {_IDS}")
PUT_MEMBER = prepare(
    "INSERT INTO collection_members (collection_id, product_id, tenant_id, position)"
    " VALUES (:at_id, :product_id, :at_tenant_id, :position)"
    " ON CONFLICT (collection_id, product_id) DO UPDATE SET position = excluded.position"
)
DELETE_MEMBERS = prepare(
    "DELETE FROM collection_members"
    f" WHERE collection_id = :at_id AND +tenant_id = :at_tenant_id AND product_id IN {_IDS}"
)
# What a rule chose, written as a difference: the rows that stay are not touched.
DROP_OTHERS = prepare(
    "DELETE FROM collection_members"
    f" WHERE collection_id = :at_id AND +tenant_id = :at_tenant_id AND product_id NOT IN {_IDS}"
)
PUT_CHOSEN = prepare(
    "INSERT INTO collection_members (collection_id, product_id, tenant_id, position)"
    " SELECT :at_id, p.id, :at_tenant_id, 0 FROM json_each(:ids) AS j CROSS JOIN products AS p ON p.id = j.value"
    " WHERE +p.tenant_id = :at_tenant_id AND p.deleted_at IS NULL ON CONFLICT DO NOTHING"
)

_SHOWN = (
    "SELECT p.id, {position}, coalesce("
    + _TITLE.format(table="product_translations", key="product_id", of="p.id")
    + ", ''), p.status,"
    " coalesce((SELECT v.sku FROM product_variants AS v WHERE v.product_id = p.id"
    " AND +v.tenant_id = p.tenant_id ORDER BY v.position, v.id LIMIT 1), ''),"
    " min(x.amount), max(x.amount), s.currency_code,"
    " sum(CASE WHEN v.manage_inventory THEN coalesce((SELECT sum(l.on_hand) FROM inventory_levels AS l"
    " WHERE l.variant_id = v.id AND l.tenant_id = v.tenant_id), 0) END) FROM {source}"
    " JOIN tenants AS s ON s.id = p.tenant_id"
    " LEFT JOIN product_variants AS v ON v.product_id = p.id AND +v.tenant_id = p.tenant_id"
    " LEFT JOIN prices AS x ON x.variant_id = v.id AND x.currency_code = s.currency_code"
    " AND x.tenant_id = v.tenant_id"
)
MEMBERS = prepare(
    _SHOWN.format(
        position="m.position",
        source="(SELECT n.product_id, n.position, n.tenant_id FROM collection_members AS n CROSS JOIN products AS q"
        " ON q.id = n.product_id AND +q.tenant_id = n.tenant_id WHERE n.collection_id = :at_id"
        " AND +n.tenant_id = :at_tenant_id AND q.deleted_at IS NULL"
        " AND (n.position, n.product_id) > (:position, :after) ORDER BY n.position, n.product_id LIMIT :limit) AS m"
        " CROSS JOIN products AS p ON p.id = m.product_id AND +p.tenant_id = m.tenant_id",
    )
    + " GROUP BY m.position, p.id ORDER BY m.position, p.id"
)
SAMPLE = prepare(
    _SHOWN.format(
        position="0",
        source="json_each(:ids) AS j CROSS JOIN products AS p ON p.id = j.value AND +p.tenant_id = :at_tenant_id",
    )
    + " GROUP BY p.id ORDER BY p.id DESC"
)


def matching(condition: str, *, among: bool) -> Prepared:
    """Ids of the shop ``:tenant``'s products outside the trash for which ``condition`` holds; ``among`` those of
    ``:ids`` only."""
    scope = f"+p.tenant_id = :tenant AND p.id IN {_IDS}" if among else "p.tenant_id = :tenant"
    return prepare(f"SELECT p.id FROM products AS p WHERE {scope} AND p.deleted_at IS NULL AND ({condition})")

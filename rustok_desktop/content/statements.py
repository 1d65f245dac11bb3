"""Every statement on nodes, compiled once at import. Parameters that address carry the prefix ``at_``."""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, delete, insert, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from rustok_desktop.content.tables import bodies, node_drafts, node_media, node_translations, nodes, redirects
from rustok_desktop.storage.statements import prepare

_N, _T, _B, _D, _R = nodes.c, node_translations.c, bodies.c, node_drafts.c, redirects.c
_TENANT: BindParameter[str] = bindparam("at_tenant_id")
# Written so that the index of addresses, which begins with the shop, is not taken for the key.
_OWN_WORDS = literal_column("node_translations.tenant_id || ''") == _TENANT
_HERE = (_N.tenant_id == _TENANT, _N.id == bindparam("at_node_id"))

NODE_COLUMNS = tuple(column for column in nodes.columns if column.name != "tenant_id")
NODE = prepare(select(*NODE_COLUMNS).where(*_HERE))
ANY_NODE = prepare("SELECT 1 FROM nodes WHERE id = :at_node_id")  # ids are unique over all shops
INSERT_NODE = prepare(insert(nodes).values(dict.fromkeys(nodes.columns.keys())))
_FIXED = {"id", "tenant_id", "kind", "created_at"}
UPDATE_NODE = prepare(
    update(nodes).where(*_HERE).values({c.name: bindparam(c.name) for c in nodes.columns if c.name not in _FIXED})
)
TOUCH_NODE = prepare(
    "UPDATE nodes SET version = :version, updated_at = :updated_at WHERE tenant_id = :at_tenant_id AND id = :at_node_id"
)
DELETE_NODE = prepare(delete(nodes).where(*_HERE))
PARENT = prepare("SELECT kind, depth, parent_id FROM nodes WHERE tenant_id = :at_tenant_id AND id = :at_node_id")
CHILDREN = prepare(
    "SELECT id, kind FROM nodes WHERE tenant_id || '' = :at_tenant_id AND parent_id = :at_node_id ORDER BY position, id"
)
PLACE_NODE = prepare(
    "UPDATE nodes SET parent_id = :parent_id, depth = :depth WHERE tenant_id = :at_tenant_id AND id = :at_node_id"
)
UNKNOWN_CATEGORY = prepare(
    "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM categories WHERE id = :id AND tenant_id = :at_tenant_id)"
)
UNKNOWN_MEDIUM = prepare("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM media WHERE id = :id AND tenant_id = :at_tenant_id)")

# -- words and bodies --------------------------------------------------------------------------------

WORDS = prepare(
    select(
        _T.locale,
        _T.title,
        _T.slug,
        _T.excerpt,
        _T.meta_title,
        _T.meta_description,
        _T.text_version,
        _T.source_version,
        _T.updated_at,
    )
    .where(_OWN_WORDS, _T.node_id == bindparam("at_node_id"))
    .order_by(_T.locale)
)
_WORDS = upsert(node_translations).values(dict.fromkeys(node_translations.columns.keys()))
_KEYS = {"node_id", "locale", "tenant_id", "kind", "created_at"}
PUT_WORDS = prepare(
    _WORDS.on_conflict_do_update(
        index_elements=["node_id", "locale"],
        set_={c.name: _WORDS.excluded[c.name] for c in node_translations.columns if c.name not in _KEYS},
    )
)
DELETE_WORDS = prepare(
    delete(node_translations).where(
        _OWN_WORDS, _T.node_id == bindparam("at_node_id"), _T.locale == bindparam("at_locale")
    )
)
# What was written before the shop's own language had a text is no older than that text.
MEET_SOURCE = prepare(
    "UPDATE node_translations SET source_version = :source_version"
    " WHERE tenant_id || '' = :at_tenant_id AND node_id = :at_node_id AND locale <> :at_locale"
)
BODIES = prepare(
    select(_B.locale, _B.body, _B.format, _B.updated_at)
    .where(_B.tenant_id == _TENANT, _B.node_id == bindparam("at_node_id"))
    .order_by(_B.locale)
)
_BODY = upsert(bodies).values(dict.fromkeys(bodies.columns.keys()))
PUT_BODY = prepare(
    _BODY.on_conflict_do_update(
        index_elements=["node_id", "locale"],
        set_={name: _BODY.excluded[name] for name in ("body", "format", "updated_at")},
    )
)
DELETE_BODY = prepare(
    delete(bodies).where(
        _B.tenant_id == _TENANT, _B.node_id == bindparam("at_node_id"), _B.locale == bindparam("at_locale")
    )
)
DEFAULT_LOCALE = prepare("SELECT default_locale FROM tenants WHERE id = :at_tenant_id")
SLUG_HOLDER = prepare(
    "SELECT t.node_id, t.title, n.deleted_at FROM node_translations t JOIN nodes n ON n.id = t.node_id"
    " WHERE t.tenant_id = :at_tenant_id AND t.kind = :at_kind AND t.locale = :at_locale AND t.slug = :slug"
)

# -- drafts ------------------------------------------------------------------------------------------

DRAFTS = prepare(
    select(
        _D.locale,
        _D.title,
        _D.slug,
        _D.excerpt,
        _D.meta_title,
        _D.meta_description,
        _D.body,
        _D.format,
        _D.based_on,
        _D.updated_at,
    )
    .where(_D.tenant_id == _TENANT, _D.node_id == bindparam("at_node_id"))
    .order_by(_D.locale)
)
_DRAFT = upsert(node_drafts).values(dict.fromkeys(node_drafts.columns.keys()))
PUT_DRAFT = prepare(
    _DRAFT.on_conflict_do_update(
        index_elements=["node_id", "locale"],
        set_={
            c.name: _DRAFT.excluded[c.name]
            for c in node_drafts.columns
            if c.name not in ("node_id", "locale", "tenant_id", "created_at")
        },
    )
)
DELETE_DRAFT = prepare(
    delete(node_drafts).where(
        _D.tenant_id == _TENANT, _D.node_id == bindparam("at_node_id"), _D.locale == bindparam("at_locale")
    )
)

# -- redirects ---------------------------------------------------------------------------------------

REDIRECT = prepare(
    "SELECT id, node_id FROM redirects"
    " WHERE tenant_id = :at_tenant_id AND kind = :at_kind AND locale = :at_locale AND slug = :slug"
)
REDIRECT_BY_ID = prepare(
    "SELECT r.id, r.node_id, r.kind, r.locale, r.slug FROM redirects r"
    " WHERE r.tenant_id = :at_tenant_id AND r.id = :at_id"
)
REDIRECTS_OF = prepare(
    "SELECT locale, slug, id FROM redirects WHERE tenant_id = :at_tenant_id AND node_id = :at_node_id"
)
INSERT_REDIRECT = prepare(insert(redirects))
DELETE_REDIRECT = prepare(delete(redirects).where(_R.tenant_id == _TENANT, _R.id == bindparam("at_id")))

# -- pictures ----------------------------------------------------------------------------------------

TEXTS_WITH_PICTURES = prepare(
    "SELECT metadata FROM nodes WHERE tenant_id = :at_tenant_id AND id = :at_node_id"
    " UNION ALL SELECT body FROM bodies WHERE tenant_id = :at_tenant_id AND node_id = :at_node_id"
    " UNION ALL SELECT body FROM node_drafts WHERE tenant_id = :at_tenant_id AND node_id = :at_node_id"
    " UNION ALL SELECT 'media:' || featured_media_id FROM nodes WHERE tenant_id = :at_tenant_id AND id = :at_node_id"
)
PICTURES = prepare("SELECT media_id FROM node_media WHERE tenant_id = :at_tenant_id AND node_id = :at_node_id")
KNOWN_MEDIA = prepare(
    "SELECT id FROM media WHERE tenant_id || '' = :at_tenant_id AND id IN (SELECT value FROM json_each(:ids))"
)
INSERT_PICTURE = prepare(insert(node_media))
DELETE_PICTURE = prepare(
    "DELETE FROM node_media WHERE tenant_id = :at_tenant_id AND node_id = :at_node_id AND media_id = :media_id"
)

# -- the clock ---------------------------------------------------------------------------------------

DUE = prepare(
    "SELECT tenant_id, id FROM nodes WHERE publish_at <= :now AND deleted_at IS NULL"
    " UNION SELECT tenant_id, id FROM nodes WHERE unpublish_at <= :now AND deleted_at IS NULL"
)
NEXT_TIME = prepare(
    "SELECT min(at) FROM (SELECT min(publish_at) AS at FROM nodes WHERE publish_at IS NOT NULL AND deleted_at IS NULL"
    " UNION ALL SELECT min(unpublish_at) FROM nodes WHERE unpublish_at IS NOT NULL AND deleted_at IS NULL)"
)

# -- parts in an order -------------------------------------------------------------------------------

ORDER = prepare(
    "SELECT id, position FROM nodes WHERE parent_id = :at_node_id AND kind = :kind AND deleted_at IS NULL"
    " AND tenant_id || '' = :at_tenant_id ORDER BY position, id"
)
LAST_POSITION = prepare("SELECT max(position) FROM nodes WHERE tenant_id = :at_tenant_id AND kind = :kind")
PUT_POSITION = prepare("UPDATE nodes SET position = :position WHERE tenant_id = :at_tenant_id AND id = :at_node_id")
BLOCKS = prepare(
    "SELECT id, version, template, metadata FROM nodes WHERE parent_id = :at_node_id AND kind = 'block'"
    " AND deleted_at IS NULL AND tenant_id || '' = :at_tenant_id ORDER BY position, id"
)
BLOCK_TEXTS = prepare(
    "SELECT b.node_id, b.locale, b.body FROM nodes n JOIN bodies b ON b.node_id = n.id"
    " WHERE n.parent_id = :at_node_id AND n.kind = 'block' AND n.deleted_at IS NULL"
    " AND n.tenant_id || '' = :at_tenant_id"
)

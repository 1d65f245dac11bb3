"""Every statement on tags, compiled once at import."""

from __future__ import annotations

from sqlalchemy import insert

from rustok_desktop.storage.statements import prepare
from rustok_desktop.taxonomy.tables import tag_translations, taggables, tags

TAG = prepare("SELECT id, name, key, version FROM tags WHERE tenant_id || '' = :at_tenant_id AND id = :at_id")
TAGS_BY_KEY = prepare(
    "SELECT key, id, name FROM tags WHERE tenant_id = :at_tenant_id AND key IN (SELECT value FROM json_each(:keys))"
)
UNUSED = prepare("SELECT id, name, key FROM tags WHERE tenant_id = :at_tenant_id AND use_count = 0")
INSERT_TAG = prepare(insert(tags))
RENAME_TAG = prepare(
    "UPDATE tags SET name = :name, key = :key, version = :version, updated_at = :now"
    " WHERE tenant_id || '' = :at_tenant_id AND id = :at_id"
)
COUNT_TAG = prepare(
    "UPDATE tags SET use_count = use_count + :delta WHERE tenant_id || '' = :at_tenant_id AND id = :at_id"
)
DELETE_TAG = prepare("DELETE FROM tags WHERE tenant_id || '' = :at_tenant_id AND id = :at_id")

WORDS = prepare(
    "SELECT locale, name, slug FROM tag_translations WHERE tag_id = :at_id AND tenant_id || '' = :at_tenant_id"
)
INSERT_WORDS = prepare(insert(tag_translations))
DELETE_WORDS = prepare(
    "DELETE FROM tag_translations WHERE tag_id = :at_id AND locale = :at_locale AND tenant_id || '' = :at_tenant_id"
)
SLUG_TAKEN = prepare(
    "SELECT name FROM tag_translations WHERE tenant_id = :at_tenant_id AND locale = :at_locale AND slug = :slug"
    " AND tag_id <> :at_id"
)
NAMES_OF_OTHERS = prepare(
    "SELECT name FROM tag_translations WHERE tenant_id = :at_tenant_id AND locale = :at_locale AND tag_id <> :at_id"
)
DEFAULT_LOCALE = prepare("SELECT default_locale FROM tenants WHERE id = :at_tenant_id")

ATTACHED = prepare(
    "SELECT g.target_id, g.tag_id, t.key FROM taggables g JOIN tags t ON t.id = g.tag_id"
    " WHERE g.target_type = :target_type AND g.target_id IN (SELECT value FROM json_each(:ids))"
    " AND g.tenant_id || '' = :at_tenant_id"
)
ATTACH = prepare(insert(taggables))
TARGETS = prepare(
    "SELECT target_id FROM taggables WHERE tag_id = :at_id AND target_type = :target_type"
    " AND tenant_id || '' = :at_tenant_id"
)
DETACH = prepare(
    "DELETE FROM taggables WHERE tag_id = :tag_id AND target_type = :target_type AND target_id = :target_id"
    " AND tenant_id || '' = :at_tenant_id"
)

LISTED = prepare("SELECT id, version, name, use_count FROM tags WHERE tenant_id = :at_tenant_id")
ALL_NAMES = prepare("SELECT tag_id, locale, name, slug FROM tag_translations WHERE tenant_id = :at_tenant_id")

"""The statements of media, compiled once. Every one asks for the tenant.

What uses a picture is asked of the neighbours' tables by name: media imports none of them.
"""

from __future__ import annotations

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from rustok_desktop.media.tables import media, media_translations
from rustok_desktop.storage.statements import prepare

_M, _T = media.c, media_translations.c
_HERE = (_M.tenant_id == bindparam("at_tenant_id"), _M.id == bindparam("at_id"))

FIELDS = (
    _M.id,
    _M.version,
    _M.filename,
    _M.original_name,
    _M.mime_type,
    _M.size,
    _M.sha256,
    _M.width,
    _M.height,
    _M.metadata,
    _M.uploaded_by,
    _M.created_at,
    _M.updated_at,
    _M.storage_path,
)
ONE = prepare(select(*FIELDS).where(*_HERE))
WORDS = prepare(
    select(_T.locale, _T.title, _T.alt_text)
    .where(_T.tenant_id == bindparam("at_tenant_id"), _T.media_id == bindparam("at_id"))
    .order_by(_T.locale)
)
BY_CONTENT = prepare(
    select(_M.id).where(_M.tenant_id == bindparam("at_tenant_id"), _M.sha256 == bindparam("at_sha256"))
)
INSERT = prepare(insert(media).values(dict.fromkeys(media.columns.keys())))
UPDATE = prepare(update(media).where(*_HERE).values(dict.fromkeys(("find_text", "version", "updated_at"))))
DELETE = prepare(delete(media).where(*_HERE))
_WORDS = upsert(media_translations).values(dict.fromkeys(media_translations.columns.keys()))
PUT_WORDS = prepare(
    _WORDS.on_conflict_do_update(
        index_elements=["media_id", "locale"],
        set_={"title": _WORDS.excluded.title, "alt_text": _WORDS.excluded.alt_text},
    )
)
DROP_WORDS = prepare(
    delete(media_translations).where(
        _T.tenant_id == bindparam("at_tenant_id"),
        _T.media_id == bindparam("at_id"),
        _T.locale == bindparam("at_locale"),
    )
)

_SHOWN_BY = "FROM {table} AS i WHERE i.media_id = m.id AND i.tenant_id = m.tenant_id"
_IMAGES, _WRITTEN = (_SHOWN_BY.format(table=table) for table in ("product_images", "node_media"))
_USES = f"(SELECT count(*) {_IMAGES}) + (SELECT count(*) {_WRITTEN})"
_IN_USE = f"(EXISTS (SELECT 1 {_IMAGES}) OR EXISTS (SELECT 1 {_WRITTEN}))"
_USE = {"any": "", "used": f" AND {_IN_USE}", "unused": f" AND NOT {_IN_USE}"}
_FOUND = {False: "", True: " AND instr(m.find_text, :text) > 0"}
_VARIATIONS = [(use, with_text) for use in _USE for with_text in _FOUND]
_LISTED = f"SELECT m.id, m.filename, m.mime_type, m.size, m.width, m.height, m.created_at, {_USES} FROM media AS m"

# By (use, whether there is a text). Ids rise with time, so their order is the order of uploading.
PAGE = {
    (use, with_text): prepare(
        f"{_LISTED} WHERE m.tenant_id = :tenant_id AND m.id < :after{_USE[use]}{_FOUND[with_text]}"
        " ORDER BY m.id DESC LIMIT :limit"
    )
    for use, with_text in _VARIATIONS
}
COUNT = {
    (use, with_text): prepare(
        f"SELECT count(*) FROM media AS m WHERE m.tenant_id = :tenant_id{_USE[use]}{_FOUND[with_text]}"
    )
    for use, with_text in _VARIATIONS
}
# A block is named after its page.
USERS = prepare(
    "SELECT DISTINCT 'product' AS kind, p.id AS id, coalesce((SELECT t.title FROM product_translations AS t"
    " WHERE t.product_id = p.id AND t.tenant_id = p.tenant_id"
    " ORDER BY t.locale <> :locale, t.locale LIMIT 1), ''), p.deleted_at IS NOT NULL"
    " FROM product_images AS i JOIN products AS p ON p.id = i.product_id AND p.tenant_id = i.tenant_id"
    " WHERE i.media_id = :at_id AND i.tenant_id = :at_tenant_id"
    " UNION SELECT DISTINCT n.kind, n.id, coalesce((SELECT t.title FROM node_translations AS t"
    " WHERE t.node_id = n.id AND t.tenant_id = n.tenant_id"
    " ORDER BY t.locale <> :locale, t.locale LIMIT 1), ''), n.deleted_at IS NOT NULL"
    " FROM node_media AS i JOIN nodes AS w ON w.id = i.node_id AND w.tenant_id = i.tenant_id"
    " JOIN nodes AS n ON n.id = CASE w.kind WHEN 'block' THEN w.parent_id ELSE w.id END"
    " WHERE i.media_id = :at_id AND i.tenant_id = :at_tenant_id ORDER BY id LIMIT :limit"
)
UNUSED = prepare(
    f"SELECT m.id, m.size FROM media AS m WHERE m.tenant_id = :tenant_id AND m.created_at < :before"
    f" AND NOT {_IN_USE} ORDER BY m.id LIMIT :limit"
)
# Over all shops of the file: they share contents. What can still be brought back out of the trash keeps its file.
TRASHED_PATHS = prepare(
    "SELECT DISTINCT json_extract(e.data, '$.changes.storage_path[0]') FROM sys_events AS e"
    " WHERE substr(e.event_type, -8) = '.deleted' AND e.event_type = 'media.deleted' AND NOT EXISTS ("
    "SELECT 1 FROM sys_events AS n WHERE n.aggregate_id = e.aggregate_id AND n.seq > e.seq)"
)
KNOWN_PATH = prepare("SELECT 1 FROM media WHERE storage_path = :path AND sha256 = :sha256 LIMIT 1")

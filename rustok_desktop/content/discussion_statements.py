"""Every statement on discussions, compiled once at import."""

from __future__ import annotations

from rustok_desktop.storage.statements import prepare

THREAD = prepare(
    "SELECT state, is_pinned, is_locked FROM threads WHERE node_id = :at_node_id AND tenant_id || '' = :at_tenant_id"
)
PUT_THREAD = prepare(
    "INSERT INTO threads (node_id, tenant_id, state, is_pinned, is_locked)"
    " VALUES (:node_id, :tenant_id, :state, :is_pinned, :is_locked)"
    " ON CONFLICT (node_id) DO UPDATE"
    " SET state = excluded.state, is_pinned = excluded.is_pinned, is_locked = excluded.is_locked"
)
PUT_LAST_REPLY = prepare(
    "INSERT INTO threads (node_id, tenant_id, state, is_pinned, is_locked, last_reply_at)"
    " VALUES (:node_id, :tenant_id, 'open', 0, 0, :last_reply_at)"
    " ON CONFLICT (node_id) DO UPDATE SET last_reply_at = excluded.last_reply_at"
)
COUNT = prepare(
    "UPDATE nodes SET reply_count = reply_count + :delta WHERE tenant_id = :at_tenant_id AND id = :at_node_id"
)
CATEGORIES = prepare(
    "SELECT n.id, n.version, n.position,"
    " coalesce((SELECT t.title FROM node_translations t JOIN json_each(:chain) o ON o.value = t.locale"
    " WHERE t.node_id = n.id ORDER BY o.key LIMIT 1),"
    " (SELECT t.title FROM node_translations t WHERE t.node_id = n.id ORDER BY t.locale LIMIT 1), ''),"
    " (SELECT count(*) FROM nodes c WHERE c.parent_id = n.id AND c.kind = 'forum_topic' AND c.deleted_at IS NULL)"
    " FROM nodes n WHERE n.tenant_id = :at_tenant_id AND n.kind = 'forum_category' AND n.deleted_at IS NULL"
    " ORDER BY n.position, n.id"
)
_TITLE = "(SELECT t.title FROM node_translations t WHERE t.node_id = n.id ORDER BY t.locale LIMIT 1)"
TOPICS = prepare(
    f"SELECT n.id, n.version, coalesce({_TITLE}, ''), n.author_id, n.author_name, n.moderation,"
    " coalesce(h.state, 'open'), coalesce(h.is_pinned, 0) AS pinned, coalesce(h.is_locked, 0), n.reply_count,"
    " n.created_at, h.last_reply_at"
    " FROM nodes n LEFT JOIN threads h ON h.node_id = n.id"
    " WHERE n.parent_id = :at_node_id AND n.kind = 'forum_topic' AND n.deleted_at IS NULL"
    " AND n.tenant_id || '' = :at_tenant_id AND (:staff OR n.moderation = 'approved' OR n.author_id = :actor_id)"
    " ORDER BY pinned DESC, coalesce(h.last_reply_at, n.created_at) DESC, n.id DESC LIMIT :limit"
)
_SAID = (
    "n.id, n.kind, n.parent_id, n.version, n.author_id, n.author_name, n.moderation, n.created_at, n.updated_at,"
    " coalesce(b.locale, ''), coalesce(b.body, ''), coalesce(b.format, 'plain'), n.metadata"
)
# What somebody said has one body; should it ever have more, the first counts.
_BODY = "LEFT JOIN bodies b ON b.node_id = n.id AND b.locale = (SELECT min(locale) FROM bodies WHERE node_id = n.id)"
REPLIES = prepare(
    f"SELECT {_SAID} FROM nodes n {_BODY}"
    " WHERE n.parent_id = :at_node_id AND n.kind IN ('comment', 'forum_reply') AND n.deleted_at IS NULL"
    " AND n.tenant_id || '' = :at_tenant_id AND (:staff OR n.moderation = 'approved' OR n.author_id = :actor_id)"
    " AND (n.created_at, n.id) > (:created_at, :id) ORDER BY n.created_at, n.id LIMIT :limit"
)
_PARENT_TITLE = (
    "coalesce((SELECT t.title FROM node_translations t JOIN json_each(:chain) o ON o.value = t.locale"
    " WHERE t.node_id = n.parent_id ORDER BY o.key LIMIT 1),"
    " (SELECT t.title FROM node_translations t WHERE t.node_id = n.parent_id ORDER BY t.locale LIMIT 1), '')"
)
QUEUE = prepare(
    f"SELECT {_SAID}, coalesce({_TITLE}, ''), {_PARENT_TITLE} FROM nodes n {_BODY}"
    " WHERE n.tenant_id = :at_tenant_id AND n.moderation = :moderation AND n.deleted_at IS NULL"
    " AND (:kind IS NULL OR n.kind = :kind) AND (n.created_at, n.id) < (:created_at, :id)"
    " ORDER BY n.created_at DESC, n.id DESC LIMIT :limit"
)
COUNTS = prepare(
    "SELECT moderation, count(*) FROM nodes WHERE tenant_id = :at_tenant_id AND moderation IS NOT NULL"
    " AND deleted_at IS NULL GROUP BY moderation"
)

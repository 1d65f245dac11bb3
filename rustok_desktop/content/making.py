"""The row of a new node of whatever kind."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content import statements as sql
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.core.codec import dumps

FIRST_VERSION = 1
# A row before anything is known of it, by column; JSON columns as values.
EMPTY: dict[str, Any] = {
    "parent_id": None,
    "author_id": None,
    "author_name": None,
    "category_id": None,
    "position": 0,
    "depth": 0,
    "reply_count": 0,
    "template": None,
    "featured_media_id": None,
    "tags": [],
    "metadata": {},
    "moderation": None,
    "archive_reason": None,
    "published_at": None,
    "archived_at": None,
    "publish_at": None,
    "unpublish_at": None,
    "deleted_at": None,
}
_DERIVED = ("depth", "reply_count")


def plan_new(edit: NodeEdit, fields: dict[str, Any], *, created_at: str | None = None) -> dict[str, Any]:
    """Plan the row of a new node that is part of another: at once what it is, without a life of its own."""
    row = EMPTY | {"status": "published", "author_id": edit.ctx.actor_id, "published_at": edit.now} | fields
    for name, value in row.items():
        if name not in _DERIVED:
            edit.note(name, EMPTY.get(name), value)
    row |= {"id": edit.node_id, "version": FIRST_VERSION, "created_at": created_at or edit.now}
    edit.write(sql.INSERT_NODE, **row | {name: dumps(row[name]) for name in ("tags", "metadata")})
    return row

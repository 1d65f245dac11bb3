"""A node as the paths that stand in ``changes``: what an event says of a node that goes."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content.loading import StoredNode
from rustok_desktop.content.views import BODY_FIELDS, OWN_FIELDS, WORD_FIELDS

_STATE = ("status", "moderation", "archive_reason", "archived_at", "publish_at", "unpublish_at", "deleted_at")


def fields_of(node: StoredNode) -> dict[str, Any]:
    """Every field that is not empty, by its path; the node was loaded with its words."""
    own = node.own
    fields: dict[str, Any] = {name: own[name] for name in (*_STATE, *OWN_FIELDS)}
    for locale, words in node.words.items():
        fields |= {f"{name}@{locale}": getattr(words, name) for name in WORD_FIELDS}
        if words.body is not None:
            fields |= {f"{name}@{locale}": getattr(words, name) for name in BODY_FIELDS}
    for locale, (body, form) in node.bare_bodies.items():
        fields |= {f"body@{locale}": body, f"format@{locale}": form}
    return {path: value for path, value in fields.items() if value not in (None, [], {})}

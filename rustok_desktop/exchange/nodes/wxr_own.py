"""Items that this program exported: all that WXR has no place for comes back, unless others edited the item since."""

from __future__ import annotations

from html import unescape
from typing import Any

from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.exchange.nodes.drafts import NodeDraft
from rustok_desktop.exchange.nodes.named_things import read_addresses
from rustok_desktop.exchange.nodes.wxr_values import digest
from rustok_desktop.exchange.nodes.xml_stream import Part

_OWN_FIELDS = ("author_name", "position", "template", "tags")
_TIMES = ("created_at", "published_at", "publish_at", "unpublish_at")


def own_node(draft: NodeDraft, item: Part, text: str, locale: str) -> bool:
    """Fill the draft from our own record; false for items of others, and for those that were edited elsewhere."""
    own = _record(text)
    if own is None:
        return False
    draft.own_id, draft.links = own.get("id"), read_addresses(own.get("links"))
    if own.get("digest") != digest(item):
        draft.note("edited_elsewhere")
        return False
    draft.kind = draft.part = str(own.get("kind", draft.kind))
    draft.exact, draft.metadata = True, own.get("metadata") or {}
    draft.fields |= {name: own.get(name) for name in _OWN_FIELDS}
    draft.status, draft.archive_reason = own.get("status"), own.get("archive_reason")
    for name in _TIMES:
        setattr(draft, name, own.get(name))
    draft.closed = own.get("closed")
    draft.blocks = dumps(own["blocks"]) if isinstance(own.get("blocks"), list) else None
    draft.old_slugs = own.get("old_slugs") or {}
    draft.texts = {name: dict(words) for name, words in (own.get("texts") or {}).items()}
    _complete(draft, item, str(own.get("locale", locale)))
    return True


def _complete(draft: NodeDraft, item: Part, locale: str) -> None:
    """What XML can carry as it is stands in the item's own elements only."""
    words = draft.texts.get(locale)
    if words is None:
        return
    if "title" not in words:
        words["title"] = unescape(item.value("title"))
    if "body" not in words:
        words["body"] = item.value("content:encoded") or None
    if "excerpt" not in words:
        words["excerpt"] = unescape(item.value("excerpt:encoded")) or None
    draft.title = words["title"]


def _record(text: str) -> dict[str, Any] | None:
    try:
        found = loads(text) if text else None
    except ValueError:
        return None
    return found if isinstance(found, dict) and "digest" in found else None

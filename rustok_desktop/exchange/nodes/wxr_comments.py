"""Comments of WordPress's items."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any

from markdownify import markdownify

from rustok_desktop.core import limits
from rustok_desktop.core.html import sanitize
from rustok_desktop.exchange.nodes.drafts import CommentDraft, Draft, NodeDraft, Note, SkippedDraft
from rustok_desktop.exchange.nodes.wxr_values import own_record, time_of
from rustok_desktop.exchange.nodes.xml_stream import Part

PART = "comment"
_MODERATION = {"1": "approved", "approve": "approved", "0": "pending", "hold": "pending"}
_BELOW = frozenset(("post", "page", "article"))


def comments_of(item: Part, node: NodeDraft, locale: str) -> Iterator[Draft]:
    """The comments of an item, those that are answered before their answers as far as the file goes."""
    for comment in item.all("wp:comment"):
        number = comment.value("wp:comment_id").strip()
        author = comment.value("wp:comment_author").strip()
        place: dict[str, Any] = {"key": f"{node.key}c{number}", "title": author, "line": comment.line}
        reason = _reason(comment, node)
        if reason is not None:
            yield SkippedDraft(part=PART, reason=reason, **place)
        else:
            yield _comment(comment, node, locale, place)


def _reason(comment: Part, node: NodeDraft) -> Note | None:
    kind, state = comment.value("wp:comment_type").strip(), comment.value("wp:comment_approved").strip()
    if kind not in ("", "comment"):
        return Note("comment_kind_left_out", {"type": kind})
    if state not in _MODERATION and state not in ("rejected", "hidden"):
        return Note("comment_state_left_out", {"status": state})
    if node.kind not in _BELOW:
        return Note("comment_without_place")
    if not comment.value("wp:comment_content").strip():
        return Note("comment_empty")
    return None


def _comment(comment: Part, node: NodeDraft, locale: str, place: dict[str, Any]) -> CommentDraft:
    own = own_record(comment, "wp:commentmeta")
    above = comment.value("wp:comment_parent").strip()
    state = comment.value("wp:comment_approved").strip()
    draft = CommentDraft(
        part=PART,
        parent=node.key,
        own_id=own.get("id"),
        locale=own.get("locale", locale),
        reply_to=f"{node.key}c{above}" if above not in ("", "0") else None,
        author_name=place["title"][: limits.NAME],
        created_at=own.get("created_at")
        or time_of(comment.value("wp:comment_date_gmt"), comment.value("wp:comment_date")),
        moderation=own.get("moderation") or _MODERATION.get(state, state),
        **place,
    )
    if own:
        draft.body = own.get("body") or comment.value("wp:comment_content")
        draft.format = own.get("format", "plain")
        draft.author_name = own.get("author_name", draft.author_name)
        draft.metadata = own.get("metadata") or {}
        return draft
    draft.body, draft.format = _said(comment.value("wp:comment_content"))
    if len(draft.body) > limits.COMMENT:
        draft.body = draft.body[: limits.COMMENT]
        draft.note("text_cut", field="body", limit=limits.COMMENT)
    address = comment.value("wp:comment_author_url").strip()
    draft.metadata = {"author_url": address} if address else {}
    draft.metadata["source"] = draft.key
    if comment.value("wp:comment_author_email").strip() or comment.value("wp:comment_author_IP").strip():
        draft.note("comment_personal_data")
    return draft


def _said(html: str) -> tuple[str, str]:
    """What people said, without markup as plain text, with it as Markdown."""
    text = html.replace("\r\n", "\n").strip()
    if "<" not in text:
        return unescape(text), "plain"
    marked = str(markdownify(sanitize(text).replace("\n", "<br>"), heading_style="ATX")).strip()
    return marked or unescape(text), "markdown"

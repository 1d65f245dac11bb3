"""One item of WXR as a node: posts, pages, and types that plug-ins add."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.text import strip_html
from rustok_desktop.exchange.nodes.drafts import CategoryDraft, NodeDraft
from rustok_desktop.exchange.nodes.paragraphs import made_of_blocks, with_paragraphs
from rustok_desktop.exchange.nodes.wxr_files import ADDRESS, FilesBeside
from rustok_desktop.exchange.nodes.wxr_own import own_node
from rustok_desktop.exchange.nodes.wxr_values import OWN, slug_of, time_of, words_of
from rustok_desktop.exchange.nodes.xml_stream import Part

KINDS = {"post": "post", "page": "page"}
_STATUS = {"publish": "published", "draft": "draft", "pending": "draft", "private": "draft", "future": "draft"}
_LARGEST_META = 20_000  # characters of one value that is kept
_PLACES = frozenset(("_thumbnail_id", "_wp_old_slug", "_wp_page_template", OWN))  # metas that become something else
_PASSING = re.compile(r"_edit_last|_edit_lock|_oembed_.*|_publicize_pending|_encloseme|_pingme|_wp_desired_post_slug")
_CODES = re.compile(r"\[\[?[a-z][\w-]*(?:\s+[\w-]+=[^\[\]]*|\s*/?)\]", re.IGNORECASE)


def kind_of(post_type: str) -> str:
    """The kind of node that a post type becomes."""
    return KINDS.get(post_type, "custom")


class NodeMapper:
    """Makes drafts of items; knows the file's authors, terms and pictures."""

    def __init__(
        self,
        locale: str,
        authors: Mapping[str, str],
        files: FilesBeside,
        key_of: Callable[[str], str],
        terms: Mapping[str, CategoryDraft],
    ) -> None:
        self._locale = locale
        self._authors = authors
        self._files = files
        self._key_of = key_of
        self._terms = terms

    def node(self, item: Part, place: dict[str, Any]) -> NodeDraft:
        """The draft, with a note for whatever of the item has no place in the shop."""
        post_type = item.value("wp:post_type").strip()
        draft = NodeDraft(part=kind_of(post_type), kind=kind_of(post_type), **place)
        metas = _metas(item)
        self._place(draft, item, post_type)
        self._terms_of(draft, item)
        if not own_node(draft, item, metas.get(OWN, [""])[0], self._locale):
            self._words(draft, item)
            self._state(draft, item)
            self._fields(draft, item, post_type, metas)
        self._pictures(draft, metas)
        return draft

    def _place(self, draft: NodeDraft, item: Part, post_type: str) -> None:
        above = item.value("wp:post_parent").strip()
        draft.placed = post_type == "page"
        if above not in ("", "0"):
            if post_type == "page":
                draft.parent = self._key_of(above)
            else:
                draft.note("parent_left_out", id=above)
        order = item.value("wp:menu_order").strip()
        draft.fields["position"] = int(order) if order.isdigit() else 0
        login = item.value("dc:creator").strip()
        draft.fields["author_name"] = (self._authors.get(login) or login)[: limits.NAME] or None
        closed = item.value("wp:comment_status").strip()
        if draft.kind in ("post", "page") and closed in ("open", "closed"):
            draft.closed = closed == "closed"

    def _terms_of(self, draft: NodeDraft, item: Part) -> None:
        """The first category is the node's; the others are kept as tags, like the tags themselves."""
        categories: list[tuple[str, str]] = []
        tags: list[str] = []
        kept: dict[str, list[str]] = {}
        for part in item.all("category"):
            domain, slug = part.attributes.get("domain", ""), part.attributes.get("nicename", "")
            name = words_of(part.text)[0]
            if domain == "category" and slug != "uncategorized":
                categories.append((slug, name))
            elif domain in ("post_tag", "tag") and name:
                tags.append(name)
            elif domain not in ("category", ""):
                kept.setdefault(domain, []).append(name or slug)
        draft.category = categories[0][0] if categories else None
        more = [name or slug for slug, name in categories[1:]]
        if more:
            draft.note("categories_as_tags", names=", ".join(more))
        draft.fields["tags"] = _within(draft, [*tags, *more])
        if kept:
            draft.metadata["wordpress"] = {"terms": kept}

    def _words(self, draft: NodeDraft, item: Part) -> None:
        title, marked = words_of(item.value("title"))
        if marked:
            draft.note("title_markup_left_out")
        body = item.value("content:encoded").replace("\r\n", "\n").replace("\r", "\n")
        if not title:
            title = " ".join(strip_html(body).split()[:8])[: limits.TITLE] or f"#{item.value('wp:post_id').strip()}"
            draft.note("title_made", title=title)
        draft.title = title
        slug, same = slug_of(item.value("wp:post_name"))
        if not same:
            draft.note("address_changed", was=item.value("wp:post_name"), becomes=slug or "")
        excerpt = item.value("excerpt:encoded").strip()
        draft.texts[self._locale] = {
            "title": title,
            **({"slug": slug} if slug else {}),
            "excerpt": words_of(excerpt)[0] or None,
            "body": self._body(draft, body),
            "format": "html",
        }

    def _body(self, draft: NodeDraft, body: str) -> str | None:
        if made_of_blocks(body):
            draft.note("blocks_as_html")
        elif body.strip():
            body = with_paragraphs(body)
        codes = sorted({code.strip("[]").split()[0].strip("/") for code in _CODES.findall(body)})
        if codes:
            draft.note("shortcodes_kept", names=", ".join(codes[:10]))
        return body or None

    def _state(self, draft: NodeDraft, item: Part) -> None:
        status = item.value("wp:status").strip()
        moment = time_of(item.value("wp:post_date_gmt"), item.value("pubDate"), item.value("wp:post_date"))
        draft.created_at = moment
        draft.status = _STATUS.get(status, "draft")
        if status == "future":
            draft.publish_at = moment
        elif status == "publish":
            draft.published_at = moment
        elif status != "draft":
            draft.note("status_as_draft", status=status)
        if item.value("wp:post_password").strip():
            draft.status, draft.published_at = "draft", None
            draft.note("password_left_out")

    def _fields(self, draft: NodeDraft, item: Part, post_type: str, metas: dict[str, list[str]]) -> None:
        template = metas.get("_wp_page_template", [""])[0].strip()
        draft.fields["template"] = (post_type if draft.kind == "custom" else template)[: limits.CODE] or None
        if draft.kind == "custom":
            draft.note("type_as_custom", type=post_type)
        old = [slug for slug in (slug_of(text)[0] for text in metas.get("_wp_old_slug", ())) if slug]
        if old:
            draft.old_slugs[self._locale] = old
        wordpress: dict[str, Any] = draft.metadata.setdefault("wordpress", {})
        for name, element in (("link", "link"), ("guid", "guid")):
            wordpress[name] = item.value(element).strip()
        if item.value("wp:is_sticky").strip() == "1":
            wordpress["sticky"] = True
        self._keep(draft, wordpress, metas)
        draft.metadata["source"] = draft.key

    def _keep(self, draft: NodeDraft, wordpress: dict[str, Any], metas: dict[str, list[str]]) -> None:
        kept: dict[str, Any] = {}
        left_out, room = [], limits.NODE_METADATA // 2
        for name, values in metas.items():
            if name in _PLACES:
                continue
            size = len(dumps(values))
            if _PASSING.fullmatch(name) or size > _LARGEST_META or size > room:
                left_out.append(name)
                continue
            room -= size + len(name)
            kept[name] = values[0] if len(values) == 1 else values
        if kept:
            wordpress["metas"] = kept
        if left_out:
            names = sorted({re.sub(r"_[0-9a-f]{32}$", "_…", name) for name in left_out})
            draft.note("metas_left_out", names=", ".join(names[:20]), count=len(left_out))

    def _pictures(self, draft: NodeDraft, metas: dict[str, list[str]]) -> None:
        """Addresses of pictures that are taken in become those pictures; others stay as they are."""
        number = metas.get("_thumbnail_id", ["0"])[0].strip()
        key = self._files.by_id.get(number)
        if key is not None:
            draft.fields["featured"] = key
            draft.pictures.add(key)
        elif number not in ("", "0"):
            draft.note("featured_picture_unknown", id=number)
        if draft.blocks is not None:
            draft.blocks = ADDRESS.sub(lambda found: self._shown(draft, found[0]), draft.blocks)
        for words in draft.texts.values():
            if words.get("body"):
                words["body"] = ADDRESS.sub(lambda found: self._shown(draft, found[0]), words["body"])

    def _shown(self, draft: NodeDraft, address: str) -> str:
        key = self._files.find(address)
        if key is None:
            return address
        draft.pictures.add(key)
        return f"media:{{{key}}}"


def _metas(item: Part) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in item.all("wp:postmeta"):
        found.setdefault(meta.value("wp:meta_key").strip(), []).append(meta.value("wp:meta_value"))
    return found


def _within(draft: NodeDraft, tags: list[str]) -> list[str]:
    if len(tags) > limits.TAGS_PER_NODE:
        draft.note("tags_left_out", count=len(tags) - limits.TAGS_PER_NODE)
    return [tag[: limits.TAG] for tag in tags[: limits.TAGS_PER_NODE]]

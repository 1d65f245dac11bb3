"""Comparing a node of the file with the shop: only what differs becomes a command."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content.loading import StoredNode
from rustok_desktop.content.texts import clean_body, clean_tags, clean_word
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.exchange.nodes.cleaned import elements_left_out
from rustok_desktop.exchange.nodes.drafts import NodeDraft
from rustok_desktop.exchange.nodes.plan_blocks import BlockPlanner
from rustok_desktop.exchange.nodes.plan_references import References
from rustok_desktop.exchange.nodes.plan_slugs import SlugPlanner
from rustok_desktop.exchange.nodes.plan_states import plan_life, plan_new_life
from rustok_desktop.exchange.nodes.planned import Planned
from rustok_desktop.exchange.nodes.registry import Registry
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.nodes.shop_nodes import ShopNodes

_LIMITS = {
    "title": limits.TITLE,
    "excerpt": limits.EXCERPT,
    "meta_title": limits.META_TITLE,
    "meta_description": limits.META_DESCRIPTION,
}
_NAMES = ("author_name", "template")
_CREATED = ("title", "slug", "excerpt", "body")


class NodePlanner:
    """Plans nodes one by one. ``stand_ins`` (key -> id) has the file's categories and pictures."""

    def __init__(
        self,
        shop: ShopNodes,
        registry: Registry,
        stand_ins: dict[str, str],
        unmade: set[str],
        things: References,
    ) -> None:
        self._shop = shop
        self._things = things
        self._blocks = BlockPlanner(shop, things)
        self._registry = registry
        self._ids = stand_ins
        self._unmade = unmade
        self._slugs = SlugPlanner(shop, registry)

    def plan(self, draft: NodeDraft) -> Planned:
        """What becomes of it."""
        planned = Planned(draft, depth=self._registry.depth(draft.key) or 0)
        node_id = self._registry.ids[draft.key]
        stored = self._shop.node(node_id) if draft.key in self._registry.known else None
        moved = self._registry.moved(self._registry.head(draft.key))
        if moved is not None and stored is None:
            draft.metadata = {**draft.metadata, "source": moved}
        elif stored is not None and draft.exact and "source" in stored.own["metadata"]:
            draft.metadata = {**draft.metadata, "source": stored.own["metadata"]["source"]}
        texts = {locale: self._texts(draft, planned, words) for locale, words in draft.texts.items()}
        if any(len(words.get("body") or "") > limits.BODY for words in texts.values()):
            return planned.skip("text_too_long", path=draft.source or draft.title, limit=limits.BODY)
        fields = self._fields(draft, planned)
        if len(dumps(fields.get("metadata", {}))) > limits.NODE_METADATA:
            return planned.skip("metadata_too_big", limit=limits.NODE_METADATA)
        self._slugs.choose(draft, node_id, stored, texts)
        if stored is None:
            self._create(planned, draft, node_id, texts, fields)
        else:
            self._update(planned, draft, stored, texts, fields)
        if draft.blocks is not None and draft.kind == "page":
            self._blocks.plan(planned, draft, self._shown(planned, draft, draft.blocks), node_id)
        self._slugs.old_addresses(planned, draft, node_id)
        if planned.steps or planned.late:
            planned.action = ContentAction.CREATE if stored is None else ContentAction.UPDATE
        return planned

    def _texts(self, draft: NodeDraft, planned: Planned, words: dict[str, Any]) -> dict[str, Any]:
        """Words as the shop keeps them."""
        clean = dict(words)
        for name, limit in _LIMITS.items():
            text = clean_word(clean.get(name))
            if text is not None and len(text) > limit:
                draft.note("text_cut", field=name, limit=limit)
                text = text[:limit].strip()
            if name in clean:
                clean[name] = text
        if "body" in clean:
            body = self._things.linked(planned, self._shown(planned, draft, clean["body"]), draft.links)
            clean["body"] = clean_body(body, clean["format"])
            if clean["format"] == "html" and body is not None and not draft.exact:
                _tell_cleaned(draft, body)
        return clean

    def _shown(self, planned: Planned, draft: NodeDraft, body: str | None) -> str | None:
        for key in sorted(draft.pictures) if body else ():
            place = f"media:{{{key}}}"
            if body is None or place not in body:
                continue
            if key in self._ids:
                body = body.replace(place, f"media:{self._stand_in(planned, key)}")
            else:  # a picture that stays out
                body = body.replace(place, self._registry.picture_address(key))
        return body

    def _stand_in(self, planned: Planned, key: str) -> str:
        found = self._ids[key]
        if found in self._unmade:
            planned.needs.add(found)
        return found

    def _fields(self, draft: NodeDraft, planned: Planned) -> dict[str, Any]:
        """The node's own fields as far as the file speaks of them."""
        fields: dict[str, Any] = {name: clean_word(draft.fields[name]) for name in _NAMES if name in draft.fields}
        if "position" in draft.fields:
            fields["position"] = draft.fields["position"]
        if "tags" in draft.fields:
            fields["tags"] = clean_tags(draft.fields["tags"])[: limits.TAGS_PER_NODE]
        if draft.parent is not None or draft.placed or (draft.exact and draft.kind == "page"):
            fields["parent_id"] = self._parent(draft)
        if draft.category in self._ids:
            fields["category_id"] = self._stand_in(planned, draft.category or "")
        elif draft.exact:
            fields["category_id"] = None
        featured = draft.fields.get("featured")
        if featured in self._ids:
            fields["featured_media_id"] = self._stand_in(planned, featured)
        elif draft.exact:
            fields["featured_media_id"] = None
        fields["metadata"] = draft.metadata
        return fields

    def _parent(self, draft: NodeDraft) -> str | None:
        depth = self._registry.depth(draft.key)
        found = self._registry.parent(draft.parent) if draft.kind == "page" else None
        if draft.parent is not None and (found is None or depth is None or depth >= limits.NODE_LEVELS):
            draft.note("parent_unknown" if found is None else "parent_not_possible")
            return None
        if found is not None and draft.parent in self._registry.ids:
            kind = self._registry.head(str(draft.parent)).kind
            return found if kind == "page" else None
        return found

    def _create(
        self,
        planned: Planned,
        draft: NodeDraft,
        node_id: str,
        texts: dict[str, dict[str, Any]],
        fields: dict[str, Any],
    ) -> None:
        command = {"id": node_id, "kind": draft.kind, "translations": texts, **fields}
        command |= {name: getattr(draft, name) for name in ("created_at", "published_at")}
        for locale, words in texts.items():
            for name in _CREATED:
                if words.get(name):
                    planned.differ(f"{name}@{locale}", None, words[name])
        plan_new_life(planned, draft, command, self._shop.uow.now)

    def _update(
        self,
        planned: Planned,
        draft: NodeDraft,
        stored: StoredNode,
        texts: dict[str, dict[str, Any]],
        fields: dict[str, Any],
    ) -> None:
        command: dict[str, Any] = {"node_id": stored.id, "base_version": stored.version}
        patches = {locale: self._patch(planned, stored, locale, words) for locale, words in texts.items()}
        changed = {locale: patch for locale, patch in patches.items() if patch}
        if changed:
            command["translations"] = changed
        own = stored.own
        if not draft.exact:
            fields["metadata"] = own["metadata"] | fields["metadata"]
        for name, value in fields.items():
            if value != own[name] and (value or own[name]):
                command[name] = value
                planned.differ(name, own[name], value)
        plan_life(planned, draft, stored, command, self._shop)

    def _patch(self, planned: Planned, stored: StoredNode, locale: str, words: dict[str, Any]) -> dict[str, Any]:
        known = stored.words.get(locale)
        patch = {}
        for name, value in words.items():
            was = getattr(known, name) if known is not None else None
            if name != "format" and value != was:
                patch[name] = value
                planned.differ(f"{name}@{locale}", was, value)
        form = words.get("format")
        if words.get("body") and (known is None or known.body is None or known.format != form or "body" in patch):
            if known is not None and known.body is not None and known.format != form:
                planned.differ(f"format@{locale}", known.format, form)
            patch |= {"body": words["body"], "format": form} if known is None or known.format != form else {}
            patch |= {"format": form} if "body" in patch else {}
        return patch


def _tell_cleaned(draft: NodeDraft, body: str) -> None:
    """Elements that the shop does not show: their text stays as far as it is one."""
    names = elements_left_out(body)
    if names:
        draft.note("elements_cleaned", names=", ".join(names))

"""Addresses: those of the file where they are free, and the old ones that are to lead on."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content.loading import StoredNode
from rustok_desktop.content.slugs import slug_for
from rustok_desktop.core import validators
from rustok_desktop.core.text import slugify, unique_slug
from rustok_desktop.exchange.nodes.drafts import NodeDraft
from rustok_desktop.exchange.nodes.planned import Planned
from rustok_desktop.exchange.nodes.registry import Registry
from rustok_desktop.exchange.nodes.shop_nodes import ShopNodes


class SlugPlanner:
    """Hands out addresses, each once."""

    def __init__(self, shop: ShopNodes, registry: Registry) -> None:
        self._shop = shop
        self._registry = registry
        self._given: dict[tuple[str, str, str], str] = {}

    def choose(
        self, draft: NodeDraft, node_id: str, stored: StoredNode | None, texts: dict[str, dict[str, Any]]
    ) -> None:
        """Put a free address into every language; one that the file does not name stays as it is."""
        for locale, words in texts.items():
            known = stored.words.get(locale) if stored is not None else None
            wanted = words.get("slug") or (known.slug if known is not None else None)
            made = wanted is None
            wanted = wanted or slug_for(str(words.get("title") or ""), draft.kind)
            if validators.handle("slug", wanted) is not None:
                draft.note("address_changed", was=wanted, becomes=slugify(wanted))
                wanted = slugify(wanted)
            slug = self._free(draft.kind, locale, wanted, node_id)
            if slug != wanted and not made and (known is None or known.slug != slug):
                draft.note("address_taken", was=wanted, becomes=slug)
            self._given[draft.kind, locale, slug] = node_id
            words["slug"] = slug

    def old_addresses(self, planned: Planned, draft: NodeDraft, node_id: str) -> None:
        """Let old addresses lead to the node, except those that lead to another one or are somebody's own."""
        for locale, slugs in draft.old_slugs.items():
            for slug in dict.fromkeys(slugs):
                if validators.handle("slug", slug) is not None:
                    draft.note("alias_taken", slug=slug)
                    continue
                held = self._given.get((draft.kind, locale, slug)) or self._shop.holder(draft.kind, locale, slug)
                leads = self._shop.led_from(draft.kind, locale, slug)
                if held == node_id or leads == node_id:
                    continue
                if held is not None or leads is not None:
                    draft.note("alias_taken", slug=slug)
                    continue
                planned.late.append(("add_redirect", {"node_id": node_id, "locale": locale, "slug": slug}))
                planned.differ(f"redirect@{locale}", None, slug)

    def _free(self, kind: str, locale: str, wanted: str, node_id: str) -> str:
        def taken(slug: str) -> bool:
            given = self._given.get((kind, locale, slug))
            if given is not None:
                return given != node_id
            held = self._shop.holder(kind, locale, slug)
            if held is not None and held != node_id:
                return True
            leads = self._shop.led_from(kind, locale, slug)
            return leads is not None and leads != node_id

        return unique_slug(wanted, taken)

"""Categories and comments of the file, compared with those of the shop."""

from __future__ import annotations

from rustok_desktop.content.texts import clean_body
from rustok_desktop.core import limits
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.text import slugify, unique_slug
from rustok_desktop.exchange.nodes.drafts import CategoryDraft, CommentDraft
from rustok_desktop.exchange.nodes.planned import CATEGORIES, COMMENTS, Planned
from rustok_desktop.exchange.nodes.registry import MOVED, Registry
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.nodes.shop_nodes import ID, ShopNodes


class CategoryPlanner:
    """A category is known by its address; one that is there stays as it is."""

    def __init__(self, shop: ShopNodes, ids: dict[str, str], unmade: set[str]) -> None:
        self._ids = ids
        self._unmade = unmade
        self._known = {(locale, slug): category_id for category_id, locale, slug, _ in shop.categories()}
        self._depths: dict[str, int] = {}

    def plan(self, draft: CategoryDraft, drafts: dict[str, CategoryDraft]) -> Planned:
        """After the categories above it."""
        planned = Planned(draft, stage=CATEGORIES)
        slug = draft.slug or slugify(draft.title)
        known = self._known.get((draft.locale, slug))
        if known is not None and not self._of_this_file(known):
            self._ids[draft.key] = known
            return planned
        slug = unique_slug(slug, lambda text: (draft.locale, text) in self._known)
        parent = draft.parent if draft.parent in self._ids else None
        depth = self._depths.get(parent or "", 0) + 1 if parent else 1
        if draft.parent is not None and (parent is None or depth > limits.CATEGORY_LEVELS):
            draft.note("parent_unknown" if parent is None else "parent_not_possible")
            parent, depth = None, 1
        stand_in = self._ids[draft.key] = planned.becomes = new_id()
        self._unmade.add(stand_in)
        self._known[draft.locale, slug] = stand_in
        self._depths[draft.key] = planned.depth = depth
        words = {"name": draft.title[: limits.CATEGORY_NAME], "slug": slug, "description": draft.description or None}
        above = self._ids[parent] if parent else None
        if above in self._unmade:
            planned.needs.add(str(above))
        planned.action = ContentAction.CREATE
        planned.steps.append(("create_category", {"parent_id": above, "translations": {draft.locale: words}}))
        planned.differ(f"name@{draft.locale}", None, words["name"])
        return planned

    def _of_this_file(self, category_id: str) -> bool:
        return category_id in self._unmade


def in_order(drafts: list[CategoryDraft]) -> list[CategoryDraft]:
    """Parents first; one that stands in a circle loses its parent there."""
    by_key = {draft.key: draft for draft in drafts}
    done: dict[str, None] = {}

    def add(draft: CategoryDraft, below: frozenset[str]) -> None:
        if draft.key in done:
            return
        parent = by_key.get(draft.parent or "")
        if parent is not None and parent.key not in below:
            add(parent, below | {draft.key})
        done[draft.key] = None

    for draft in drafts:
        add(draft, frozenset())
    return [by_key[key] for key in done]


class CommentPlanner:
    """Comments are known by their id or by where they came from; only their words are ever changed."""

    def __init__(self, shop: ShopNodes, registry: Registry) -> None:
        self._shop = shop
        self._registry = registry
        self._ids: dict[str, tuple[str, str]] = {}  # key -> (id, parent's id) of those that are planned

    def plan(self, draft: CommentDraft) -> Planned:
        """After those that it answers."""
        planned = Planned(draft, stage=COMMENTS)
        parent_id = self._registry.ids[draft.parent]
        body = clean_body(draft.body, draft.format)
        if body is None:
            return planned.skip("comment_empty")
        known = self._known(draft)
        stored = self._shop.node(known) if known is not None else None
        if stored is not None:
            self._ids[draft.key] = (stored.id, parent_id)
            self._change(planned, draft, stored.id, stored.deleted_at, next(iter(stored.bare_bodies.values()), None))
            return planned
        if draft.parent in self._registry.known and self._shop.thread_state(parent_id) != "open":
            return planned.skip("thread_closed")
        comment_id = self._new_id(draft)
        self._ids[draft.key] = (comment_id, parent_id)
        command = {
            "id": comment_id,
            "parent_id": parent_id,
            "body": body[: limits.COMMENT],
            "format": draft.format,
            "locale": draft.locale,
            "author_name": draft.author_name or None,
            "reply_to": self._reply_to(draft, parent_id),
            "moderation": draft.moderation,
            "created_at": draft.created_at,
            "metadata": draft.metadata,
        }
        planned.action = ContentAction.CREATE
        planned.depth = len(self._ids)  # in file order
        planned.steps.append(("add_comment", command))
        planned.differ("body", None, body)
        return planned

    def _known(self, draft: CommentDraft) -> str | None:
        if draft.own_id and ID(draft.own_id) and self._shop.kind_here(draft.own_id) == "comment":
            return draft.own_id
        found = self._shop.sources.get(f"{MOVED}{draft.own_id}" if draft.own_id else draft.key)
        return found[0] if found is not None and found[1] == "comment" else None

    def _new_id(self, draft: CommentDraft) -> str:
        if draft.own_id and ID(draft.own_id):
            if self._shop.kind_here(draft.own_id) is None:
                return draft.own_id
            draft.metadata = {**draft.metadata, "source": f"{MOVED}{draft.own_id}"}
        return new_id()

    def _reply_to(self, draft: CommentDraft, parent_id: str) -> str | None:
        if draft.reply_to is None:
            return None
        found = self._ids.get(draft.reply_to)
        if found is None or found[1] != parent_id:
            draft.note("reply_left_out")
            return None
        return found[0]

    def _change(
        self,
        planned: Planned,
        draft: CommentDraft,
        comment_id: str,
        deleted_at: str | None,
        held: tuple[str, str] | None,
    ) -> None:
        body = clean_body(draft.body, draft.format)
        at = {"node_id": comment_id}
        if deleted_at is not None:
            planned.steps.append(("restore", at))
            planned.differ("deleted_at", deleted_at, None)
        if held != (body, draft.format):
            planned.steps.append(("edit_comment", at | {"body": body, "format": draft.format}))
            planned.differ("body", held[0] if held else None, body)
        if planned.steps:
            planned.action, planned.depth = ContentAction.UPDATE, len(self._ids)

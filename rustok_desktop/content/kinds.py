"""Which kinds of nodes there are, and whose permission each one asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import Forbidden
from rustok_desktop.core.permissions import Action, Resource, Scope, require, scope

# Those that are written, published and found by an address: what NodeService makes.
WrittenKind = Literal["post", "page", "article", "custom"]
WRITTEN: tuple[WrittenKind, ...] = ("post", "page", "article", "custom")

RESOURCES: dict[str, Resource] = {
    "post": Resource.POSTS,
    "article": Resource.POSTS,
    "page": Resource.PAGES,
    "block": Resource.PAGES,
    "menu": Resource.PAGES,
    "menu_item": Resource.PAGES,
    "custom": Resource.NODES,
    "forum_category": Resource.NODES,
    "forum_topic": Resource.COMMENTS,  # what people say, like replies
    "forum_reply": Resource.COMMENTS,
    "comment": Resource.COMMENTS,
}
# Where a node of a kind may stand; the others stand on their own.
PARENTS: dict[str, frozenset[str]] = {
    "page": frozenset({"page"}),
    "block": frozenset({"page"}),
    "menu_item": frozenset({"menu", "menu_item"}),
    "forum_topic": frozenset({"forum_category"}),
    "forum_reply": frozenset({"forum_topic"}),
    "comment": frozenset({"post", "article", "page"}),
}
# What each kind of thing people comment on makes of a comment.
KIND_BELOW = {"post": "comment", "article": "comment", "page": "comment", "forum_topic": "forum_reply"}
ADDRESSED = frozenset({*WRITTEN, "forum_category", "forum_topic"})  # kinds with slugs
WORDLESS = frozenset({"block", "comment", "forum_reply"})  # kinds with a body and no title
PARTS = frozenset({"block", "menu_item", "forum_topic", "forum_reply", "comment"})  # go with what they are part of


def require_kind(ctx: Context, kind: str, action: Action) -> None:
    """Forbidden unless the caller may do this to every node of the kind."""
    require(ctx, RESOURCES[kind], action)


def require_some(ctx: Context, action: Action, kinds: Iterable[str] = WRITTEN) -> None:
    """Forbidden unless the caller may do this to at least one of the kinds: asked before the node is looked up.

    Whoever calls this must call :func:`require_kind` once the kind is known.
    """
    resources = dict.fromkeys(RESOURCES[kind] for kind in kinds)
    if not any(scope(ctx.role, resource, action) is Scope.ALL for resource in resources):
        raise Forbidden("forbidden", resource=next(iter(resources)).value, action=action.value)


def may(ctx: Context, kind: str, action: Action) -> bool:
    """Whether the caller may do this to every node of the kind."""
    return scope(ctx.role, RESOURCES[kind], action) is Scope.ALL

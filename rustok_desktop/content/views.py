"""What content answers: plain records, light enough for a window to import before the first paint."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

# A language's words: columns of its table, fields of its view, first parts of its paths in ``changes``.
WORD_FIELDS = ("title", "slug", "excerpt", "meta_title", "meta_description")
BODY_FIELDS = ("body", "format")
# The node's own fields, in the same three places.
OWN_FIELDS = (
    "parent_id",
    "author_id",
    "author_name",
    "category_id",
    "position",
    "template",
    "featured_media_id",
    "tags",
    "metadata",
    "published_at",
)


@dataclass(frozen=True, slots=True)
class NodeText:
    """A node's words and body in one language. ``stale``: the shop's own language changed since."""

    locale: str
    title: str
    slug: str | None = None
    excerpt: str | None = None
    meta_title: str | None = None
    meta_description: str | None = None
    body: str | None = None
    format: str = "markdown"
    stale: bool = False
    updated_at: str = ""


@dataclass(frozen=True, slots=True)
class NodeDraft:
    """What is being written in one language beside what is public; ``based_on`` is the version it began from."""

    locale: str
    title: str | None
    slug: str | None
    excerpt: str | None
    meta_title: str | None
    meta_description: str | None
    body: str | None
    format: str
    based_on: int
    updated_at: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what the shop's own language says is there in another: ``filled`` of ``wanted`` fields."""

    filled: int
    wanted: int
    stale: bool = False

    @property
    def percent(self) -> int:
        """0 … 100; a stale one is never complete."""
        share = 100 * self.filled // self.wanted if self.wanted else 0
        return min(share, 99) if self.stale else share


@dataclass(frozen=True, slots=True)
class NodeView:
    """A whole node as the editor shows it; ``version`` goes back with the next command.

    ``completeness`` has every enabled language of the shop; ``drafts`` those in which somebody is writing.
    """

    id: str
    kind: str
    status: str
    parent_id: str | None
    author_id: str | None
    author_name: str | None
    category_id: str | None
    position: int
    depth: int
    reply_count: int
    template: str | None
    featured_media_id: str | None
    moderation: str | None
    archive_reason: str | None
    version: int
    created_at: str
    updated_at: str
    published_at: str | None
    archived_at: str | None
    publish_at: str | None
    unpublish_at: str | None
    deleted_at: str | None
    tags: tuple[str, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)
    translations: dict[str, NodeText] = field(default_factory=dict)
    drafts: dict[str, NodeDraft] = field(default_factory=dict)
    completeness: dict[str, Completeness] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NodeSaved:
    """What a command did: the new version, the fields that changed (empty when nothing did), and which
    addresses now lead here from their old ones, as (language, old, new).
    """

    node_id: str
    version: int
    changed: tuple[str, ...]
    txid: str | None
    moved: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NodeFound:
    """A node by its address. ``locale`` is the language found; ``moved_to`` the present address after a redirect."""

    node: NodeView
    locale: str
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One node in a list; the title in the asked language or its fallback."""

    id: str
    title: str
    status: str
    author_name: str | None
    version: int
    updated_at: str
    published_at: str | None
    publish_at: str | None
    unpublish_at: str | None


@dataclass(frozen=True, slots=True)
class NodePage:
    """``next`` continues after the last row, None at the end."""

    rows: tuple[NodeRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An old address and the node it leads to."""

    id: str
    kind: str
    locale: str
    slug: str
    node_id: str
    title: str
    target_slug: str | None
    created_at: str

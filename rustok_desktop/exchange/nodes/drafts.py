"""What a file says, before it is compared with the shop. The readers of all formats make these."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

Tell = Callable[[int, int], None]  # how much of how much is read


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know of an item: a code with a sentence, and what it is about."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Draft:
    """What all items of a file have. ``part`` is the kind that lists show; ``key`` names it among its like."""

    part: str
    key: str
    title: str
    line: int
    source: str = ""
    notes: list[Note] = field(default_factory=list)

    def note(self, code: str, **params: Any) -> None:
        """Tell something once."""
        told = Note(code, params)
        if told not in self.notes:
            self.notes.append(told)


@dataclass(slots=True, kw_only=True)
class SkippedDraft(Draft):
    """An item that stays out, and why."""

    reason: Note


@dataclass(slots=True, kw_only=True)
class CategoryDraft(Draft):
    """A category; ``parent`` is the key of another one."""

    locale: str
    slug: str
    description: str = ""
    parent: str | None = None


@dataclass(slots=True, kw_only=True)
class PictureDraft(Draft):
    """A picture: ``file`` lies beside the import, None when only its address is known."""

    url: str
    file: Path | None
    alt_text: str = ""
    caption: str = ""


@dataclass(slots=True, kw_only=True)
class CommentDraft(Draft):
    """A comment below the node ``parent``; ``reply_to`` is the key of another one."""

    parent: str
    own_id: str | None = None
    locale: str | None = None
    reply_to: str | None = None
    author_name: str = ""
    body: str = ""
    format: str = "plain"
    created_at: str | None = None
    moderation: str = "approved"
    metadata: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class NodeDraft(Draft):
    """A post, page, article or custom node.

    ``texts`` has per language only the words that the file speaks of, ``fields`` only such own fields; ``parent``
    and ``category`` are keys of other items, ``pictures`` those of what ``fields["featured"]`` and texts show.
    ``placed`` says that no parent means the top. ``exact``: the file says everything, and what it does not say
    is empty. ``blocks``: those of a page as JSON; None where the file does not speak of them.
    """

    kind: str
    own_id: str | None = None
    texts: dict[str, dict[str, Any]] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    exact: bool = False
    parent: str | None = None
    placed: bool = False
    category: str | None = None
    status: str | None = None
    archive_reason: str | None = None
    created_at: str | None = None
    published_at: str | None = None
    publish_at: str | None = None
    unpublish_at: str | None = None
    old_slugs: dict[str, list[str]] = field(default_factory=dict)
    pictures: set[str] = field(default_factory=set)
    closed: bool | None = None
    blocks: str | None = None
    links: dict[str, dict[str, str]] = field(default_factory=dict)  # of the things it names: addresses by language


@dataclass(slots=True, kw_only=True)
class MenuDraft(Draft):
    """A menu without its items."""

    locale: str
    location: str
    own_id: str | None = None
    titles: dict[str, str] = field(default_factory=dict)  # in other languages


@dataclass(slots=True, kw_only=True)
class MenuItemDraft(Draft):
    """One item of a menu; ``target`` is the key of a node or category, or the address itself."""

    menu: str
    locale: str
    own_id: str | None = None
    parent: str | None = None
    order: int = 0
    target_kind: str = "address"
    target: str = ""
    titles: dict[str, str] = field(default_factory=dict)  # in other languages
    new_window: bool = False
    links: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """What has to be known of a node before the nodes that refer to it: its name here and there, and its place."""

    key: str
    kind: str
    own_id: str | None
    slugs: dict[str, str]
    title: str
    parent: str | None


@dataclass(slots=True)
class Outline:
    """The first pass over a file. ``categories`` and ``menus`` come before all nodes; ``total`` counts ``unit``."""

    format: str
    version: str = ""
    title: str = ""
    site: str = ""
    language: str = ""
    total: int = 0
    heads: dict[str, Head] = field(default_factory=dict)
    categories: list[CategoryDraft] = field(default_factory=list)
    menus: list[MenuDraft] = field(default_factory=list)
    pictures: list[PictureDraft] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)  # of categories, by key, for menus
    terms_by_id: dict[str, str] = field(default_factory=dict)  # number in the file -> key of a category
    notes: list[Note] = field(default_factory=list)


class Source(Protocol):
    """A file or folder that is read twice: first who is in it, then everything."""

    def outline(self, tell: Tell) -> Outline:
        """The first pass. UserError for what is refused as a whole."""
        ...

    def drafts(self, tell: Tell) -> Iterator[Draft]:
        """The second pass: every item that is no category, menu or picture, in file order."""
        ...

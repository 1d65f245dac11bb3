"""Questions to the read model of content and their answers: plain records without dependencies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rustok_desktop.index.schemas import Count


class ContentSort(StrEnum):
    """RELEVANCE applies to a text search only, which has no other order; UPDATED where no kind is chosen."""

    RELEVANCE = "relevance"
    UPDATED = "updated"
    TITLE = "title"
    PUBLIC = "public"  # when it goes or went public


class ContentStatus(StrEnum):
    """SCHEDULED: not public, with a time to become so. TRASH shows what is in the trash, the others what is not."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    TRASH = "trash"


class TranslationFilter(StrEnum):
    """What the language asked for lacks: fields, all words, or the changes of the shop's own language since."""

    PARTLY = "partly"
    STALE = "stale"
    MISSING = "missing"
    UNDONE = "undone"  # any of these


@dataclass(frozen=True, slots=True)
class ContentQuery:
    """A list or a search of nodes. Two equal queries have the same rows in the same order."""

    text: str = ""
    kind: str | None = None
    status: ContentStatus | None = None
    tag: str | None = None
    translation: TranslationFilter | None = None
    sort: ContentSort = ContentSort.UPDATED
    descending: bool = True


class ContentRow(NamedTuple):
    """One line of a list. ``languages`` maps each language with words to the share of its fields filled, 0 … 100;
    ``stale`` are those older than the shop's own; ``translation``: 0 complete, 1 partly, 2 stale, 3 missing.
    """

    index_id: int
    node_id: str
    version: int
    in_trash: bool
    kind: str
    status: str
    moderation: str
    title: str
    slug: str
    excerpt: str
    author_name: str
    parent_id: str | None
    tags: tuple[str, ...]
    languages: dict[str, int]
    stale: tuple[str, ...]
    translation: int
    featured_media_id: str | None
    word_count: int
    published_at: str | None
    publish_at: str | None
    unpublish_at: str | None
    updated_at: str


@dataclass(frozen=True, slots=True)
class ContentPage:
    """Rows in order; ``next`` and ``previous`` are cursors, None where the list ends."""

    rows: tuple[ContentRow, ...]
    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class ContentHit:
    """A found node; ``marks`` are (start, length) in characters of the title."""

    row: ContentRow
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ContentResult:
    """Hits, best first, and how many there are (capped)."""

    total: Count
    hits: tuple[ContentHit, ...]

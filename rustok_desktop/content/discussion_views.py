"""What discussions answer: plain records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment or a reply as it was said; ``parent_title`` is filled in lists over several threads."""

    id: str
    kind: str
    parent_id: str
    version: int
    author_id: str | None
    author_name: str | None
    moderation: str
    created_at: str
    updated_at: str
    locale: str
    body: str
    format: str
    reply_to: str | None = None
    title: str = ""
    parent_title: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CommentPage:
    """``next`` continues after the last row, None at the end."""

    rows: tuple[CommentView, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ThreadState:
    """Whether a discussion goes on: ``open``, ``closed`` or ``archived``; in a locked one only staff replies."""

    state: str = "open"
    pinned: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class ForumCategoryView:
    """A part of the forum, its title in the asked language or its fallback."""

    id: str
    version: int
    position: int
    title: str
    topics: int


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic in a list: pinned ones first, then by the last reply."""

    id: str
    version: int
    title: str
    author_id: str | None
    author_name: str | None
    moderation: str
    state: str
    pinned: bool
    locked: bool
    reply_count: int
    created_at: str
    last_reply_at: str | None

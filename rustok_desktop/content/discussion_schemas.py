"""Commands on what people say: comments below posts, topics and replies in the forum."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from rustok_desktop.content.schemas import AuthorName, Command, Locale, NodeCommand, NodePatch, NodeWords, Time, Title
from rustok_desktop.core import limits

Said = Annotated[str, StringConstraints(min_length=1, max_length=limits.COMMENT)]
SaidFormat = Literal["markdown", "plain"]
Moderation = Literal["pending", "approved", "rejected", "hidden"]
ThreadState = Literal["open", "closed", "archived"]
Chosen = Annotated[tuple[str, ...], Field(min_length=1, max_length=limits.MODERATED_AT_ONCE)]


class AddComment(Command):
    """A comment below a post, article or page, or a reply below a topic; in the caller's language unless given.

    ``reply_to`` is another one of the same thread. ``moderation``, ``id``, ``created_at`` and ``metadata`` are for
    those that come from elsewhere, and for whoever may moderate.
    """

    parent_id: str
    body: Said
    format: SaidFormat = "markdown"
    locale: Locale | None = None
    author_name: AuthorName | None = None
    reply_to: str | None = None
    moderation: Moderation | None = None
    id: str | None = None
    created_at: Time | None = None
    metadata: dict[str, Any] = Field(default_factory=dict)


class EditComment(NodeCommand):
    """Other words."""

    body: Said
    format: SaidFormat = "markdown"


class Moderate(Command):
    """The same verdict on several comments, replies or topics: all of them, or none."""

    node_ids: Chosen
    verdict: Literal["approve", "reject", "hide"]


class SetThread(NodeCommand):
    """Whether a discussion goes on. Pinned topics come first; in locked ones only staff replies."""

    state: ThreadState | None = None
    pinned: bool | None = None
    locked: bool | None = None


class CreateForumCategory(Command):
    """A new part of the forum; its description is the body."""

    translations: dict[str, NodeWords]


class UpdateForumCategory(NodeCommand):
    """Other words by language; ``None`` takes a language away."""

    translations: dict[str, NodePatch | None]


class CreateTopic(Command):
    """A new topic, in the caller's language unless given."""

    category_id: str
    title: Title
    body: Said
    format: SaidFormat = "markdown"
    locale: Locale | None = None
    author_name: AuthorName | None = None


class EditTopic(NodeCommand):
    """Other words of the topic's own language."""

    title: Title | None = None
    body: Said | None = None


class ModerationQuery(Command):
    """What waits for a verdict, or had one: newest first."""

    moderation: Moderation = "pending"
    kind: Literal["comment", "forum_topic", "forum_reply"] | None = None

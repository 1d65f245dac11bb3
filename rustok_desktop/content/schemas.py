"""Commands on nodes. A field left out stays as it is; ``None`` empties it.

Only shapes and lengths are checked here; rules that need the database stand in the service.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from rustok_desktop.content.kinds import WrittenKind
from rustok_desktop.core import limits


def _text(limit: int, *, least: int = 0) -> object:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=limit)


Title = Annotated[str, _text(limits.TITLE, least=1)]
Slug = Annotated[str, _text(limits.HANDLE)]
Excerpt = Annotated[str, _text(limits.EXCERPT)]
MetaTitle = Annotated[str, _text(limits.META_TITLE)]
MetaDescription = Annotated[str, _text(limits.META_DESCRIPTION)]
Body = Annotated[str, StringConstraints(max_length=limits.BODY)]  # outer space belongs to the text
Format = Literal["markdown", "html", "plain", "json"]
Template = Annotated[str, _text(limits.CODE)]
AuthorName = Annotated[str, _text(limits.NAME)]
Tag = Annotated[str, _text(limits.TAG, least=1)]
Reason = Annotated[str, _text(limits.ARCHIVE_REASON)]
Index = Annotated[int, Field(ge=0)]
Locale = Annotated[str, _text(limits.LOCALE, least=2)]
Time = Annotated[str, StringConstraints(max_length=limits.TIME_TEXT)]


class Command(BaseModel):
    """Base of all commands: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NodeWords(Command):
    """One language of a new node; an empty slug is made from the title."""

    title: Title
    slug: Slug | None = None
    excerpt: Excerpt | None = None
    meta_title: MetaTitle | None = None
    meta_description: MetaDescription | None = None
    body: Body | None = None
    format: Format = "markdown"


class NodePatch(Command):
    """Fields of one language to change; a language the node lacks needs at least a title."""

    title: Title | None = None
    slug: Slug | None = None
    excerpt: Excerpt | None = None
    meta_title: MetaTitle | None = None
    meta_description: MetaDescription | None = None
    body: Body | None = None
    format: Format = "markdown"


class CreateNode(Command):
    """A new node in at least one language; a draft unless ``publish``. The author is the caller unless given.

    ``id``, ``created_at`` and ``published_at`` (UTC, as events write it) are for nodes that come from elsewhere.
    """

    kind: WrittenKind = "post"
    translations: dict[str, NodeWords]
    publish: bool = False
    parent_id: str | None = None
    author_id: str | None = None
    author_name: AuthorName | None = None
    category_id: str | None = None
    template: Template | None = None
    featured_media_id: str | None = None
    tags: tuple[Tag, ...] = ()
    metadata: dict[str, Any] = Field(default_factory=dict)
    position: Index = 0
    id: str | None = None
    created_at: Time | None = None
    published_at: Time | None = None


class UpdateNode(Command):
    """Everything one save of the editor changed. ``None`` for a language takes it away."""

    node_id: str
    base_version: int | None = None
    translations: dict[str, NodePatch | None] = Field(default_factory=dict)
    parent_id: str | None = None
    author_id: str | None = None
    author_name: AuthorName | None = None
    category_id: str | None = None
    template: Template | None = None
    featured_media_id: str | None = None
    tags: tuple[Tag, ...] | None = None
    metadata: dict[str, Any] | None = None
    position: Index | None = None
    published_at: Time | None = None


class NodeCommand(Command):
    """An act on one whole node."""

    node_id: str
    base_version: int | None = None


class ArchiveNode(NodeCommand):
    """Out of use, and why."""

    reason: Reason | None = None


class ScheduleNode(NodeCommand):
    """When to publish and when to take it back, both UTC and in the future; the whole schedule at once."""

    publish_at: Time | None = None
    unpublish_at: Time | None = None


class DraftWords(Command):
    """Words as they are being typed: a title may still be empty."""

    title: Annotated[str, _text(limits.TITLE)] | None = None
    slug: Slug | None = None
    excerpt: Excerpt | None = None
    meta_title: MetaTitle | None = None
    meta_description: MetaDescription | None = None
    body: Body | None = None
    format: Format = "markdown"


class SaveDraft(NodeCommand):
    """What one language's editor holds now, beside what is public; a field left out is as public.

    The node's version does not rise: typing is no change of the node.
    """

    locale: Locale
    words: DraftWords


class DraftCommand(NodeCommand):
    """An act on the node's drafts: of one language, or of all."""

    locale: Locale | None = None


class ConfirmTranslation(NodeCommand):
    """This language still says what the shop's own language says now."""

    locale: Locale


class AddRedirect(Command):
    """An old address that is to lead to a node."""

    node_id: str
    locale: Locale
    slug: Slug


class RemoveRedirect(Command):
    """An old address that is to lead nowhere."""

    redirect_id: str


class NodeQuery(Command):
    """Which nodes of one kind to list, latest change first."""

    kind: WrittenKind = "post"
    status: Literal["draft", "published", "archived"] | None = None
    in_trash: bool = False

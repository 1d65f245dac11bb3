"""What the moderation page asks of the platform. Plain values, run on the core thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rustok_desktop.content.discussion_views import CommentView, ThreadState, TopicRow
from rustok_desktop.content.views import NodeSaved

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

SHOWN = 100
TOPIC = "forum_topic"


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A line of the list. ``thread_id`` is what it was said about, for a topic itself; ``where`` names that."""

    id: str
    kind: str
    thread_id: str
    version: int
    title: str
    body: str
    author: str
    where: str
    moderation: str
    created_at: str
    replies: int = 0
    pinned: bool = False
    locked: bool = False
    state: str = "open"


@dataclass(frozen=True, slots=True)
class SaidPage:
    """A part of the list, how many wait or had each verdict, and the forum's categories as (id, title)."""

    rows: tuple[SaidRow, ...]
    next: str | None
    counts: dict[str, int]
    categories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSaid:
    """What waits for a verdict or had this one, newest first; ``kind`` '' for all."""

    moderation: str
    kind: str = ""
    after: str | None = None

    async def __call__(self, platform: Platform) -> SaidPage:
        from rustok_desktop.content.discussion_schemas import ModerationQuery

        ctx = platform.context()
        query = ModerationQuery.model_validate({"moderation": self.moderation, "kind": self.kind or None})
        page = await platform.comments.queue(ctx, query, self.after, SHOWN)
        return SaidPage(tuple(map(_row, page.rows)), page.next, await platform.comments.counts(ctx))


@dataclass(frozen=True, slots=True)
class ReadTopics:
    """The topics of the forum, of one category or of all."""

    category_id: str = ""

    async def __call__(self, platform: Platform) -> SaidPage:
        ctx = platform.context()
        categories = await platform.forum.categories(ctx)
        rows: list[SaidRow] = []
        for category in categories:
            if self.category_id in ("", category.id):
                rows += [_topic(row, category.title) for row in await platform.forum.topics(ctx, category.id)]
        names = tuple((category.id, category.title) for category in categories)
        return SaidPage(tuple(rows), None, await platform.comments.counts(ctx), names)


@dataclass(frozen=True, slots=True)
class ThreadShown:
    """What is said about a thing: its title and own words, the state of the discussion, comments oldest first."""

    id: str
    kind: str
    version: int
    title: str
    body: str
    state: ThreadState
    comments: tuple[CommentView, ...]


@dataclass(frozen=True, slots=True)
class ReadThread:
    """A discussion."""

    node_id: str

    async def __call__(self, platform: Platform) -> ThreadShown:
        ctx = platform.context()
        node = await platform.nodes.get_node(ctx, self.node_id)
        text = node.translations.get(ctx.locale) or next(iter(node.translations.values()), None)
        page = await platform.comments.thread(ctx, self.node_id)
        return ThreadShown(
            id=node.id,
            kind=node.kind,
            version=node.version,
            title=text.title if text is not None else "",
            body=(text.body or "") if text is not None and node.kind == TOPIC else "",
            state=await platform.comments.discussion(ctx, self.node_id),
            comments=page.rows,
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """How many changed, and the step that takes it back."""

    count: int
    step_id: str


@dataclass(frozen=True, slots=True)
class Judge:
    """approve, reject or hide several: all of them, or none."""

    node_ids: tuple[str, ...]
    verdict: str

    async def __call__(self, platform: Platform) -> Judged:
        from rustok_desktop.content.discussion_schemas import Moderate

        ctx = platform.context()
        command = Moderate.model_validate({"node_ids": self.node_ids, "verdict": self.verdict})
        return Judged(await platform.comments.moderate(ctx, command), ctx.correlation_id or "")


@dataclass(frozen=True, slots=True)
class RemoveSaid:
    """Several into the trash, as one step."""

    node_ids: tuple[str, ...]

    async def __call__(self, platform: Platform) -> Judged:
        from rustok_desktop.content.schemas import NodeCommand

        ctx = platform.context()
        for node_id in self.node_ids:
            await platform.comments.remove(ctx, NodeCommand(node_id=node_id))
        return Judged(len(self.node_ids), ctx.correlation_id or "")


@dataclass(frozen=True, slots=True)
class ChangeThread:
    """Close, open, pin or lock: ``state``, ``pinned``, ``locked``."""

    node_id: str
    base_version: int
    fields: dict[str, Any] = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.discussion_schemas import SetThread

        given = {"node_id": self.node_id, "base_version": self.base_version, **self.fields}
        return await platform.comments.set_thread(platform.context(), SetThread.model_validate(given))


@dataclass(frozen=True, slots=True)
class Reply:
    """Say something in a discussion, as the shop."""

    thread_id: str
    body: str
    reply_to: str | None = None

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.discussion_schemas import AddComment

        command = AddComment(parent_id=self.thread_id, body=self.body, reply_to=self.reply_to)
        return await platform.comments.add(platform.context(), command)


def _row(view: CommentView) -> SaidRow:
    topic = view.kind == TOPIC
    return SaidRow(
        id=view.id,
        kind=view.kind,
        thread_id=view.id if topic else view.parent_id,
        version=view.version,
        title=view.title if topic else "",
        body=view.body,
        author=view.author_name or "",
        where=view.parent_title,
        moderation=view.moderation,
        created_at=view.created_at,
    )


def _topic(row: TopicRow, category: str) -> SaidRow:
    return SaidRow(
        id=row.id,
        kind=TOPIC,
        thread_id=row.id,
        version=row.version,
        title=row.title,
        body="",
        author=row.author_name or "",
        where=category,
        moderation=row.moderation,
        created_at=row.last_reply_at or row.created_at,
        replies=row.reply_count,
        pinned=row.pinned,
        locked=row.locked,
        state=row.state,
    )

"""The forum: categories, and the topics in them. Replies are comments, see content.comments."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from rustok_desktop.content import discussing, forum_edits
from rustok_desktop.content import discussion_statements as sql
from rustok_desktop.content.discussion_schemas import CreateForumCategory, CreateTopic, EditTopic, UpdateForumCategory
from rustok_desktop.content.discussion_views import ForumCategoryView, TopicRow
from rustok_desktop.content.kinds import may, require_kind
from rustok_desktop.content.queries import languages_of, read_node
from rustok_desktop.content.schemas import NodeCommand
from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.permissions import Action
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

T = TypeVar("T")
TOPICS_SHOWN = 200


class ForumService:
    """Categories and topics. Every method asks for a permission first (Forbidden): of nodes for categories, of comments
    for topics; and sees only the caller's shop (NotFound).
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def categories(self, ctx: Context) -> tuple[ForumCategoryView, ...]:
        """The parts of the forum in order."""
        require_kind(ctx, "forum_category", Action.LIST)
        async with self._reader.snapshot() as session:
            chain = dumps((await languages_of(session, ctx)).chain(ctx.locale))
            rows = await session.all(sql.CATEGORIES, at_tenant_id=ctx.tenant_id, chain=chain)
        return tuple(ForumCategoryView(*row) for row in rows)

    async def topics(self, ctx: Context, category_id: str, limit: int = TOPICS_SHOWN) -> tuple[TopicRow, ...]:
        """Topics of a category, pinned ones first, then by the last reply; all for staff, else what is approved."""
        require_kind(ctx, "forum_topic", Action.LIST)
        rows = await self._reader.all(
            sql.TOPICS,
            at_tenant_id=ctx.tenant_id,
            at_node_id=category_id,
            staff=int(may(ctx, "forum_topic", Action.UPDATE)),
            actor_id=ctx.actor_id,
            limit=limit,
        )
        flags = ((*row[:7], bool(row[7]), bool(row[8]), *row[9:]) for row in rows)
        return tuple(TopicRow(*row) for row in flags)

    async def topic(self, ctx: Context, topic_id: str) -> NodeView:
        """One topic with its words; NotFound for what the caller may not see."""
        require_kind(ctx, "forum_topic", Action.READ)
        view = await read_node(self._reader, ctx, topic_id)
        if view.kind != "forum_topic":
            raise NotFound("not_found", kind="forum_topic", id=topic_id)
        return view

    async def create_category(self, ctx: Context, command: CreateForumCategory) -> NodeSaved:
        """A new category, last."""
        require_kind(ctx, "forum_category", Action.CREATE)
        return await self._run(ctx, forum_edits.create_category, command)

    async def update_category(self, ctx: Context, command: UpdateForumCategory) -> NodeSaved:
        """Other words by language."""
        require_kind(ctx, "forum_category", Action.UPDATE)
        return await self._run(ctx, forum_edits.update_category, command)

    async def remove_category(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """Into the trash, with its topics."""
        require_kind(ctx, "forum_category", Action.DELETE)
        return await self._run(ctx, forum_edits.remove_category, command)

    async def create_topic(self, ctx: Context, command: CreateTopic) -> NodeSaved:
        """A new topic; pending when the caller may not moderate."""
        require_kind(ctx, "forum_topic", Action.CREATE)
        return await self._run(ctx, forum_edits.create_topic, command)

    async def edit_topic(self, ctx: Context, command: EditTopic) -> NodeSaved:
        """Other words: by staff, or by whoever began it."""
        require_kind(ctx, "forum_topic", Action.READ)
        return await self._run(ctx, discussing.edit_topic, command)

    async def _run(self, ctx: Context, act: Callable[..., T], command: object) -> T:
        rooted = ctx if ctx.correlation_id is not None else ctx.with_new_correlation()
        return await self._writer.run(partial(act, rooted, self._bus, command))

"""Comments and replies: said, changed, judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from rustok_desktop.content import discussing
from rustok_desktop.content import discussion_statements as sql
from rustok_desktop.content.discussion_schemas import AddComment, EditComment, Moderate, ModerationQuery, SetThread
from rustok_desktop.content.discussion_views import CommentPage, CommentView, ThreadState
from rustok_desktop.content.kinds import may
from rustok_desktop.content.queries import languages_of, read_node
from rustok_desktop.content.schemas import NodeCommand
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

T = TypeVar("T")
COMMENTS_SHOWN = 200
_AFTER_ALL = "\U0010ffff"


class CommentService:
    """Comments below posts and replies below topics, and the verdicts on both and on topics.

    Every method asks for the permission of comments first (Forbidden) and sees only the caller's shop (NotFound).
    What somebody says who may not moderate waits as ``pending``; they may change and remove what is theirs.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def thread(
        self, ctx: Context, parent_id: str, after: str | None = None, limit: int = COMMENTS_SHOWN
    ) -> CommentPage:
        """What stands below a post or topic, oldest first: all for staff, else what is approved and one's own."""
        require(ctx, Resource.COMMENTS, Action.LIST)
        await read_node(self._reader, ctx, parent_id)
        created_at, _, node_id = (after or " ").partition(" ")
        rows = await self._reader.all(
            sql.REPLIES,
            at_tenant_id=ctx.tenant_id,
            at_node_id=parent_id,
            staff=int(may(ctx, "comment", Action.UPDATE)),
            actor_id=ctx.actor_id,
            created_at=created_at,
            id=node_id,
            limit=limit + 1,
        )
        return _page(rows, limit)

    async def discussion(self, ctx: Context, node_id: str) -> ThreadState:
        """Whether the discussion below a post or topic goes on. NotFound for what the caller may not see."""
        require(ctx, Resource.COMMENTS, Action.READ)
        await read_node(self._reader, ctx, node_id)
        row = await self._reader.one(sql.THREAD, at_tenant_id=ctx.tenant_id, at_node_id=node_id)
        return ThreadState() if row is None else ThreadState(str(row[0]), bool(row[1]), bool(row[2]))

    async def add(self, ctx: Context, command: AddComment) -> NodeSaved:
        """A comment or a reply. UserError ``thread_closed``, ``thread_archived`` or ``thread_locked``."""
        require(ctx, Resource.COMMENTS, Action.CREATE)
        return await self._run(ctx, discussing.add_comment, command)

    async def edit(self, ctx: Context, command: EditComment) -> NodeSaved:
        """Other words: by staff, or by whoever said it."""
        require(ctx, Resource.COMMENTS, Action.READ)
        return await self._run(ctx, discussing.edit_comment, command)

    async def remove(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """Into the trash: by staff, or by whoever said it."""
        require(ctx, Resource.COMMENTS, Action.READ)
        return await self._run(ctx, discussing.remove_said, command)

    async def moderate(self, ctx: Context, command: Moderate) -> int:
        """The same verdict on several, in one transaction; how many changed."""
        require(ctx, Resource.COMMENTS, Action.UPDATE)
        return await self._run(ctx, discussing.moderate, command)

    async def set_thread(self, ctx: Context, command: SetThread) -> NodeSaved:
        """Close, open, archive, pin or lock the discussion below a post or topic."""
        require(ctx, Resource.COMMENTS, Action.UPDATE)
        return await self._run(ctx, discussing.set_thread, command)

    async def queue(
        self, ctx: Context, query: ModerationQuery, after: str | None = None, limit: int = COMMENTS_SHOWN
    ) -> CommentPage:
        """What waits for a verdict or had this one, newest first, over all threads."""
        require(ctx, Resource.COMMENTS, Action.UPDATE)
        created_at, _, node_id = (after or f"{_AFTER_ALL} ").partition(" ")
        async with self._reader.snapshot() as session:
            chain = (await languages_of(session, ctx)).chain(ctx.locale)
            rows = await session.all(
                sql.QUEUE,
                at_tenant_id=ctx.tenant_id,
                moderation=query.moderation,
                kind=query.kind,
                chain=dumps(chain),
                created_at=created_at,
                id=node_id,
                limit=limit + 1,
            )
        return _page(rows, limit)

    async def counts(self, ctx: Context) -> dict[str, int]:
        """How many comments, replies and topics there are by moderation."""
        require(ctx, Resource.COMMENTS, Action.UPDATE)
        return dict(await self._reader.all(sql.COUNTS, at_tenant_id=ctx.tenant_id))

    async def _run(self, ctx: Context, act: Callable[..., T], command: object) -> T:
        rooted = ctx if ctx.correlation_id is not None else ctx.with_new_correlation()
        return await self._writer.run(partial(act, rooted, self._bus, command))


def _page(rows: list[tuple[Any, ...]], limit: int) -> CommentPage:
    shown = [_view(*row) for row in rows[:limit]]
    following = f"{shown[-1].created_at} {shown[-1].id}" if len(rows) > limit else None
    return CommentPage(tuple(shown), following)


def _view(*row: Any) -> CommentView:
    held = loads(row[12])
    reply_to = held.pop("reply_to", None)
    title, parent_title = row[13:] or ("", "")
    return CommentView(*(*row[:12], reply_to, title, parent_title, held))

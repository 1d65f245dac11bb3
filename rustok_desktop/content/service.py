"""Nodes that are written, published and found by an address: every act on them passes here, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from rustok_desktop.content import confirming, drafts, lifecycle, queries, redirects, schedule
from rustok_desktop.content.create import create_node
from rustok_desktop.content.kinds import require_kind, require_some
from rustok_desktop.content.links import Link, LinkedThing, read_linked
from rustok_desktop.content.schemas import (
    AddRedirect,
    ArchiveNode,
    ConfirmTranslation,
    CreateNode,
    DraftCommand,
    NodeCommand,
    NodeQuery,
    RemoveRedirect,
    SaveDraft,
    ScheduleNode,
    UpdateNode,
)
from rustok_desktop.content.update import update_node
from rustok_desktop.content.views import NodeFound, NodePage, NodeRow, NodeSaved, NodeView, RedirectView
from rustok_desktop.core import limits
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

T = TypeVar("T")
REDIRECTS_SHOWN = 500


class NodeService:
    """Posts, pages, articles and custom nodes with their texts, status, schedule and addresses.

    One command is one transaction. Every method checks a permission first (Forbidden) — which one, the node's kind
    says, see ``content.kinds`` — and sees only the caller's shop (NotFound for anything else). Commands raise
    Invalid with all wrong fields, VersionConflict when somebody saved first, or another UserError; nothing is
    changed then. Their answer says the new version, what changed, and which addresses lead on.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def create_node(self, ctx: Context, command: CreateNode) -> NodeSaved:
        """A new node, as a draft or published. Empty slugs are made from the titles."""
        require_kind(ctx, command.kind, Action.CREATE)
        return await self._run(ctx, create_node, command)

    async def update_node(self, ctx: Context, command: UpdateNode) -> NodeSaved:
        """Everything one save of the editor changed; ``changed`` is empty when that was nothing."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, update_node, command)

    async def save_draft(self, ctx: Context, command: SaveDraft) -> NodeSaved:
        """Keep what is typed in one language beside what the node says; the version stays."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, drafts.save_draft, command)

    async def discard_draft(self, ctx: Context, command: DraftCommand) -> NodeSaved:
        """Throw away what was typed, in one language or all."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, drafts.discard_draft, command)

    async def apply_draft(self, ctx: Context, command: DraftCommand) -> NodeSaved:
        """What was typed becomes what the node says. UserError ``no_draft``; else the errors of an update."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, drafts.apply_draft, command)

    async def confirm_translation(self, ctx: Context, command: ConfirmTranslation) -> NodeSaved:
        """This language still fits the changed text of the shop's own: no longer stale."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, confirming.confirm, command)

    async def publish(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """draft -> published, now."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, partial(lifecycle.change_status, "publish"), command)

    async def unpublish(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """published -> draft."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, partial(lifecycle.change_status, "unpublish"), command)

    async def archive(self, ctx: Context, command: ArchiveNode) -> NodeSaved:
        """published -> archived, with the reason."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, partial(lifecycle.change_status, "archive"), command)

    async def restore_to_draft(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """archived -> draft."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, partial(lifecycle.change_status, "restore_to_draft"), command)

    async def schedule(self, ctx: Context, command: ScheduleNode) -> NodeSaved:
        """When the clock is to publish it and to take it back; the whole schedule anew."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, schedule.schedule, command)

    async def unschedule(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """Nothing by the clock any more."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, schedule.unschedule, command)

    async def trash(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """Into the trash; what is published must be unpublished or archived first."""
        require_some(ctx, Action.DELETE)
        return await self._run(ctx, lifecycle.trash, command)

    async def restore(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """Out of the trash."""
        require_some(ctx, Action.DELETE)
        return await self._run(ctx, lifecycle.restore, command)

    async def purge(self, ctx: Context, command: NodeCommand) -> NodeSaved:
        """Delete for good what is in the trash, with its comments and blocks."""
        require_some(ctx, Action.MANAGE)
        return await self._run(ctx, lifecycle.purge, command)

    async def get_node(self, ctx: Context, node_id: str) -> NodeView:
        """The whole node, also from the trash; only what is public for whoever may not edit it."""
        require_some(ctx, Action.READ)
        return await queries.read_node(self._reader, ctx, node_id)

    async def get_by_slug(self, ctx: Context, kind: str, slug: str) -> NodeFound:
        """A node by its present or an old address, in the caller's language or a fallback of it."""
        require_kind(ctx, kind, Action.READ)
        return await queries.read_by_slug(self._reader, ctx, kind, slug)

    async def list(
        self, ctx: Context, query: NodeQuery, after: str | None = None, limit: int = limits.NODES_PER_PAGE
    ) -> NodePage:
        """Nodes of one kind for editors, latest change first."""
        require_kind(ctx, query.kind, Action.LIST)
        require_kind(ctx, query.kind, Action.UPDATE)
        return await queries.read_page(self._reader, ctx, query, after, min(limit, limits.NODES_PER_PAGE))

    async def scheduled(self, ctx: Context, since: str, until: str) -> tuple[NodeRow, ...]:
        """What the clock will publish or take back from ``since`` until before ``until`` (UTC)."""
        require_some(ctx, Action.UPDATE)
        return await queries.read_scheduled(self._reader, ctx, since, until)

    async def linked(self, ctx: Context, links: Sequence[Link]) -> Mapping[Link, LinkedThing]:
        """What links in a text lead to, by kind and id, and whether a visitor gets there."""
        require_some(ctx, Action.UPDATE)
        return await read_linked(self._reader, ctx, links)

    async def redirects(
        self, ctx: Context, after: RedirectView | None = None, limit: int = REDIRECTS_SHOWN
    ) -> tuple[RedirectView, ...]:
        """Old addresses that lead to nodes."""
        require_some(ctx, Action.UPDATE)
        return await queries.read_redirects(self._reader, ctx, after, limit)

    async def add_redirect(self, ctx: Context, command: AddRedirect) -> str:
        """Let an address that no node has lead to one; the redirect's id."""
        require_some(ctx, Action.UPDATE)
        return await self._run(ctx, redirects.add_redirect, command)

    async def remove_redirect(self, ctx: Context, command: RemoveRedirect) -> None:
        """Let an old address lead nowhere."""
        require_some(ctx, Action.UPDATE)
        await self._run(ctx, redirects.remove_redirect, command)

    async def _run(self, ctx: Context, act: Callable[..., T], command: object) -> T:
        """All events of one command belong together, also when the caller started no chain."""
        rooted = ctx if ctx.correlation_id is not None else ctx.with_new_correlation()
        work: Callable[[UnitOfWork], T] = partial(act, rooted, self._bus, command)
        return await self._writer.run(work)

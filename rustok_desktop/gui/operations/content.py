"""What the Pages & posts page asks of the platform. Plain values, run on the core thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.index.content_schemas import ContentPage, ContentQuery
from rustok_desktop.index.schemas import Count

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.core.context import Context

Words = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OpenedContent:
    """The first rows of a list, how many it has, and how many live nodes there are of each kind."""

    page: ContentPage
    total: Count
    kinds: dict[str, int]


@dataclass(frozen=True, slots=True)
class OpenContent:
    """A list from its beginning."""

    query: ContentQuery
    limit: int

    async def __call__(self, platform: Platform) -> OpenedContent:
        ctx, listing = platform.context(), platform.content_listing
        page = await listing.page(ctx, self.query, limit=self.limit)
        total = await listing.count(ctx, self.query) if page.next is not None else Count(len(page.rows))
        return OpenedContent(page, total, await listing.kinds(ctx))


@dataclass(frozen=True, slots=True)
class ReadContent:
    """Further rows, behind a cursor."""

    query: ContentQuery
    after: str
    limit: int

    async def __call__(self, platform: Platform) -> ContentPage:
        return await platform.content_listing.page(
            platform.context(), self.query, after=self.after, limit=self.limit
        )


@dataclass(frozen=True, slots=True)
class LoadNode:
    """A node for the editor."""

    node_id: str

    async def __call__(self, platform: Platform) -> NodeView:
        return await platform.nodes.get_node(platform.context(), self.node_id)


@dataclass(frozen=True, slots=True)
class NodeCommitted:
    """What was written, and the node as it is then."""

    saved: NodeSaved
    view: NodeView


@dataclass(frozen=True, slots=True)
class BeginNode:
    """A new draft with what was typed so far."""

    kind: str
    locale: str
    words: Words = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeCommitted:
        from rustok_desktop.content.schemas import CreateNode

        command = CreateNode.model_validate({"kind": self.kind, "translations": {self.locale: self.words}})
        saved = await platform.nodes.create_node(platform.context().with_new_correlation(), command)
        return await _committed(platform, saved)


@dataclass(frozen=True, slots=True)
class KeepWords:
    """What is typed in one language, kept beside what the node says."""

    node_id: str
    locale: str
    words: Words = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeSaved:
        ctx = platform.context().with_new_correlation()
        return await _keep(platform, ctx, self.node_id, self.locale, self.words)


@dataclass(frozen=True, slots=True)
class CommitNode:
    """What was typed becomes what the node says, then an act: ``publish``, ``schedule`` or none.

    ``base_version`` is the version that was seen; VersionConflict keeps the drafts.
    """

    node_id: str
    base_version: int
    locale: str
    words: Words | None = field(hash=False, default=None)
    act: str = ""
    publish_at: str | None = None

    async def __call__(self, platform: Platform) -> NodeCommitted:
        from rustok_desktop.content import schemas

        ctx, nodes = platform.context().with_new_correlation(), platform.nodes
        if self.words:
            await _keep(platform, ctx, self.node_id, self.locale, self.words)
        view = await nodes.get_node(ctx, self.node_id)
        version, saved = self.base_version, NodeSaved(self.node_id, view.version, (), None)
        if view.drafts:
            command = schemas.DraftCommand(node_id=self.node_id, base_version=version)
            saved = await nodes.apply_draft(ctx, command)
            version = saved.version
        if self.act == "publish" and view.status != "published":
            saved = await nodes.publish(ctx, schemas.NodeCommand(node_id=self.node_id, base_version=version))
        elif self.act == "schedule":
            plan = schemas.ScheduleNode(node_id=self.node_id, base_version=version, publish_at=self.publish_at)
            saved = await nodes.schedule(ctx, plan)
        return await _committed(platform, saved)


@dataclass(frozen=True, slots=True)
class ActOnNode:
    """unpublish, archive, restore_to_draft, unschedule, trash, restore, purge, or discard_draft."""

    act: str
    node_id: str
    base_version: int | None = None

    async def __call__(self, platform: Platform) -> NodeCommitted:
        from rustok_desktop.content import schemas

        ctx, nodes = platform.context().with_new_correlation(), platform.nodes
        kinds: dict[str, type[schemas.NodeCommand]] = {
            "archive": schemas.ArchiveNode,
            "discard_draft": schemas.DraftCommand,
        }
        command = kinds.get(self.act, schemas.NodeCommand)(node_id=self.node_id, base_version=self.base_version)
        view = await nodes.get_node(ctx, self.node_id)
        saved: NodeSaved = await getattr(nodes, self.act)(ctx, command)
        return NodeCommitted(saved, view) if self.act == "purge" else await _committed(platform, saved)


@dataclass(frozen=True, slots=True)
class ChangeNode:
    """The node's own fields, saved at once: tags, author, featured picture."""

    node_id: str
    base_version: int
    fields: Words = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeCommitted:
        from rustok_desktop.content.schemas import UpdateNode

        given = {"node_id": self.node_id, "base_version": self.base_version, **self.fields}
        ctx = platform.context().with_new_correlation()
        return await _committed(platform, await platform.nodes.update_node(ctx, UpdateNode.model_validate(given)))


async def _keep(platform: Platform, ctx: Context, node_id: str, locale: str, words: Words) -> NodeSaved:
    from rustok_desktop.content.schemas import SaveDraft

    command = SaveDraft.model_validate({"node_id": node_id, "locale": locale, "words": words})
    return await platform.nodes.save_draft(ctx, command)


async def _committed(platform: Platform, saved: NodeSaved) -> NodeCommitted:
    return NodeCommitted(saved, await platform.nodes.get_node(platform.context(), saved.node_id))

"""Pages as they are built: blocks in an order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from rustok_desktop.content import blocks
from rustok_desktop.content import statements as sql
from rustok_desktop.content.kinds import may, require_kind
from rustok_desktop.content.page_schemas import (
    AddBlock,
    BlockCommand,
    DuplicateBlock,
    HideBlock,
    MoveBlock,
    UpdateBlock,
)
from rustok_desktop.content.queries import read_node
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.codec import loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.permissions import Action
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block: ``data`` for all languages, ``texts`` by language, both as the type's schemas say."""

    id: str
    version: int
    type: str
    hidden: bool
    data: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, dict[str, Any]] = field(default_factory=dict)


class PageService:
    """The blocks of pages. One command is one transaction; every method asks for the permission of pages first
    (Forbidden) and sees only the caller's shop (NotFound). Commands raise Invalid with every field that breaks
    its type's schema, and VersionConflict; ``node_id`` of the answer is the block's.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def blocks(self, ctx: Context, page_id: str) -> tuple[BlockView, ...]:
        """A page's blocks in order; without the hidden ones for whoever may not edit."""
        require_kind(ctx, "page", Action.READ)
        page = await read_node(self._reader, ctx, page_id)
        if page.kind != "page":
            raise NotFound("not_found", kind="page", id=page_id)
        at = {"at_tenant_id": ctx.tenant_id, "at_node_id": page_id}
        async with self._reader.snapshot() as session:
            rows = await session.all(sql.BLOCKS, **at)
            texts: dict[str, dict[str, dict[str, Any]]] = {}
            for block_id, locale, body in await session.all(sql.BLOCK_TEXTS, **at):
                texts.setdefault(block_id, {})[locale] = loads(body)
        views = (_view(row, texts.get(row[0], {})) for row in rows)
        edits = may(ctx, "page", Action.UPDATE)
        return tuple(view for view in views if edits or not view.hidden)

    async def add_block(self, ctx: Context, command: AddBlock) -> NodeSaved:
        """A new block at its place, else last."""
        return await self._run(ctx, Action.UPDATE, blocks.add_block, command)

    async def update_block(self, ctx: Context, command: UpdateBlock) -> NodeSaved:
        """Other data, other texts by language."""
        return await self._run(ctx, Action.UPDATE, blocks.update_block, command)

    async def move_block(self, ctx: Context, command: MoveBlock) -> NodeSaved:
        """To another place on its page."""
        return await self._run(ctx, Action.UPDATE, blocks.move_block, command)

    async def hide_block(self, ctx: Context, command: HideBlock) -> NodeSaved:
        """Hidden from readers, or shown again."""
        return await self._run(ctx, Action.UPDATE, blocks.hide_block, command)

    async def duplicate_block(self, ctx: Context, command: DuplicateBlock) -> NodeSaved:
        """The same again, right after it."""
        return await self._run(ctx, Action.UPDATE, blocks.duplicate_block, command)

    async def remove_block(self, ctx: Context, command: BlockCommand) -> NodeSaved:
        """Off the page, into the trash."""
        return await self._run(ctx, Action.DELETE, blocks.remove_block, command)

    async def _run(self, ctx: Context, action: Action, act: Callable[..., T], command: object) -> T:
        require_kind(ctx, "page", action)
        rooted = ctx if ctx.correlation_id is not None else ctx.with_new_correlation()
        return await self._writer.run(partial(act, rooted, self._bus, command))


def _view(row: tuple[Any, ...], texts: dict[str, dict[str, Any]]) -> BlockView:
    block_id, version, block_type, metadata = row
    held = loads(metadata)
    return BlockView(block_id, version, block_type, bool(held.get("hidden")), held.get("data", {}), texts)

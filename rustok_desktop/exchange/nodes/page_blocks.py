"""The blocks of a page as one value: written into exports, compared, and put back by the blocks' own acts."""

from __future__ import annotations

from typing import Annotated, Any
from zlib import crc32

from pydantic import BaseModel, ConfigDict, Field

from rustok_desktop.content import blocks
from rustok_desktop.content import statements as sql
from rustok_desktop.content.page_schemas import AddBlock, BlockCommand, BlockName, HideBlock, UpdateBlock
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import VersionConflict
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

Blocks = list[dict[str, Any]]


class BlockState(BaseModel):
    """One block with everything it holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: BlockName
    hidden: bool = False
    data: dict[str, Any] = Field(default_factory=dict)
    texts: dict[str, dict[str, Any]] = Field(default_factory=dict)


class PutBlocks(BaseModel):
    """All blocks of a page in their order. ``seen``: the number of those that the plan saw."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page_id: str
    blocks: Annotated[tuple[BlockState, ...], Field(max_length=limits.BLOCKS_PER_PAGE)]
    seen: Annotated[int, Field(ge=0)]


def read_blocks(uow: UnitOfWork, ctx: Context, page_id: str) -> tuple[list[str], Blocks]:
    """The ids of a page's blocks, and what they are, in order."""
    at = {"at_tenant_id": ctx.tenant_id, "at_node_id": page_id}
    texts: dict[str, dict[str, Any]] = {}
    for block_id, locale, body in sorted(uow.all(sql.BLOCK_TEXTS, **at)):
        texts.setdefault(block_id, {})[locale] = loads(body)
    ids: list[str] = []
    found: Blocks = []
    for block_id, _, block_type, metadata in uow.all(sql.BLOCKS, **at):
        held = loads(metadata)
        hidden, data = bool(held.get("hidden")), held.get("data", {})
        ids.append(block_id)
        found.append({"type": block_type, "hidden": hidden, "data": data, "texts": texts.get(block_id, {})})
    return ids, found


def fingerprint(found: Blocks) -> int:
    """A number for all of them."""
    return crc32(dumps(found).encode())


def told(found: Blocks) -> list[str]:
    """What people are shown of them: the type, and the beginning of its texts."""
    return [f"{block['type']} {dumps(block['texts'])[:200]}" for block in found]


def put_blocks(ctx: Context, bus: TransactionalEventBus, command: PutBlocks, uow: UnitOfWork) -> NodeSaved | None:
    """Change block by block as long as the types are the same; from the first other one on they are made anew.

    VersionConflict when the page's blocks are no longer those of the plan.
    """
    ids, found = read_blocks(uow, ctx, command.page_id)
    if fingerprint(found) != command.seen:
        raise VersionConflict("version_conflict", id=command.page_id, expected=0, actual=0)
    same = 0
    while same < min(len(ids), len(command.blocks)) and found[same]["type"] == command.blocks[same].type:
        _change(ctx, bus, uow, ids[same], found[same], command.blocks[same])
        same += 1
    for block_id in ids[same:]:
        blocks.remove_block(ctx, bus, BlockCommand(block_id=block_id), uow)
    for wanted in command.blocks[same:]:
        asked = AddBlock(page_id=command.page_id, type=wanted.type, data=wanted.data, texts=dict(wanted.texts))
        made = blocks.add_block(ctx, bus, asked, uow)
        if wanted.hidden:
            blocks.hide_block(ctx, bus, HideBlock(block_id=made.node_id), uow)
    return None


def _change(
    ctx: Context, bus: TransactionalEventBus, uow: UnitOfWork, block_id: str, was: dict[str, Any], wanted: BlockState
) -> None:
    texts: dict[str, dict[str, Any] | None] = dict.fromkeys(was["texts"])  # languages that are not wanted go
    asked = UpdateBlock(
        block_id=block_id,
        data=wanted.data if wanted.data != was["data"] else None,
        texts={**texts, **wanted.texts},
    )
    blocks.update_block(ctx, bus, asked, uow)
    if wanted.hidden != was["hidden"]:
        blocks.hide_block(ctx, bus, HideBlock(block_id=block_id, hidden=wanted.hidden), uow)

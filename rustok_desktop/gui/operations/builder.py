"""What the page builder asks of the platform. Plain values, run on the core thread."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.core.errors import AppError
from rustok_desktop.core.money import format_amount
from rustok_desktop.gui.builder.block_html import Shown, page_html
from rustok_desktop.gui.operations.targets import titles_of

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.content.pages import BlockView

Words = dict[str, Any]
Cells = tuple[tuple[str, str], ...]  # title and price of products


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page and its blocks in order."""

    view: NodeView
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page for the builder. NotFound for what is no page."""

    page_id: str

    async def __call__(self, platform: Platform) -> BuiltPage:
        ctx = platform.context()
        blocks = await platform.pages.blocks(ctx, self.page_id)
        return BuiltPage(await platform.nodes.get_node(ctx, self.page_id), blocks)


@dataclass(frozen=True, slots=True)
class PutBlock:
    """A new block at ``index``, else last."""

    page_id: str
    type: str
    data: Words = field(hash=False)
    texts: Words = field(hash=False)
    index: int | None = None

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.page_schemas import AddBlock

        given = {"page_id": self.page_id, "type": self.type, "data": self.data, "texts": self.texts}
        command = AddBlock.model_validate({**given, "index": self.index})
        return await platform.pages.add_block(platform.context(), command)


@dataclass(frozen=True, slots=True)
class ChangeBlock:
    """What was typed into a block."""

    block_id: str
    base_version: int
    data: Words | None = field(hash=False)
    texts: Words = field(hash=False)

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.page_schemas import UpdateBlock

        command = UpdateBlock(block_id=self.block_id, base_version=self.base_version, data=self.data, texts=self.texts)
        return await platform.pages.update_block(platform.context(), command)


@dataclass(frozen=True, slots=True)
class ShiftBlock:
    """To another place among the page's other blocks."""

    block_id: str
    base_version: int
    index: int

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content.page_schemas import MoveBlock

        command = MoveBlock(block_id=self.block_id, base_version=self.base_version, index=self.index)
        return await platform.pages.move_block(platform.context(), command)


@dataclass(frozen=True, slots=True)
class ActOnBlock:
    """hide, show, duplicate or remove."""

    act: str
    block_id: str
    base_version: int

    async def __call__(self, platform: Platform) -> NodeSaved:
        from rustok_desktop.content import page_schemas as schemas

        ctx, pages = platform.context(), platform.pages
        given = {"block_id": self.block_id, "base_version": self.base_version}
        if self.act in ("hide", "show"):
            hidden = self.act == "hide"
            return await pages.hide_block(ctx, schemas.HideBlock.model_validate(given | {"hidden": hidden}))
        if self.act == "duplicate":
            return await pages.duplicate_block(ctx, schemas.DuplicateBlock.model_validate(given))
        return await pages.remove_block(ctx, schemas.BlockCommand.model_validate(given))


@dataclass(frozen=True, slots=True)
class RenderPage:
    """The page in a language as visitors will read it, simply laid out in at most so many columns."""

    blocks: tuple[Shown, ...] = field(hash=False)
    locale: str
    most: int = 6

    async def __call__(self, platform: Platform) -> str:
        grids: dict[str, Cells] = {}
        for block in self.blocks:
            if block.type == "product_grid":
                grids[block.key] = await _products(platform, block.data, self.locale)
        return await asyncio.to_thread(page_html, self.blocks, grids, self.most)


async def _products(platform: Platform, data: Words, locale: str) -> Cells:
    ctx, count = platform.context(locale), int(data.get("shown") or 8)
    source, source_id = data.get("source") or "newest", data.get("source_id")
    try:
        if source == "chosen":
            chosen = [("product", thing_id) for thing_id in data.get("product_ids", ())][:count]
            return tuple([(next(iter((await titles_of(platform, *one)).values()), ""), "") for one in chosen])
        if source == "category" and source_id:
            return tuple((row.title, "") for row in await platform.categories.products(ctx, source_id, limit=count))
        if source == "collection" and source_id:
            members = (await platform.collections.members(ctx, source_id)).members[:count]
            return tuple((member.title, "") for member in members)
    except AppError:
        return ()  # what it names is gone: the grid is empty, for visitors too
    if source != "newest":
        return ()
    from rustok_desktop.index.schemas import ProductQuery, StatusFilter

    page = await platform.listing.page(ctx, ProductQuery(status=StatusFilter.ACTIVE), limit=count)
    return tuple(
        (row.title, format_amount(row.price_min, row.currency_code, locale) if row.price_min is not None else "")
        for row in page.rows
    )

"""Blocks of pages go out in both formats and come back: nothing changes at home, all is there elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.content.page_schemas import AddBlock, BlockCommand, HideBlock, UpdateBlock
from rustok_desktop.exchange.nodes.schemas import ContentAction, ExportOptions
from rustok_desktop.exchange.schemas import Tally
from rustok_desktop.testing import a_node, temporary_shop

from .conftest import Content

FAQ = {
    "en": {"title": 'No "012" & <b>', "items": [{"title": "Why?", "text": "- so\n- ]]>\n"}]},
    "ru": {"title": "Вопросы", "items": [{"title": "Почему?", "text": "Так."}]},
}


async def built(content: Content, picture: Path) -> str:
    platform, ctx = content.platform, content.ctx
    node = a_node().of_kind("page").titled("About").titled("О нас", locale="ru").build()
    page_id = (await platform.nodes.create_node(ctx, node)).node_id
    medium = (await platform.media.upload(ctx, picture, "pot.png")).media_id
    data: dict[str, Any] = {"picture": f"media:{medium}", "width": "wide"}
    for block in (
        AddBlock(page_id=page_id, type="image", data=data, texts={"en": {"alt": "A pot"}}),
        AddBlock(page_id=page_id, type="faq", texts=FAQ),
        AddBlock(page_id=page_id, type="gallery", data={"columns": 4, "pictures": [f"media:{medium}"]}),
    ):
        last = await platform.pages.add_block(ctx, block)
    await platform.pages.hide_block(ctx, HideBlock(block_id=last.node_id))
    return page_id


async def blocks_of(content: Content) -> list[tuple[str, bool, dict[str, Any], dict[str, Any]]]:
    """The page's blocks, with pictures by their content."""
    platform, ctx = content.platform, content.ctx
    page_id = (await platform.nodes.get_by_slug(ctx, "page", "about")).node.id
    found = []
    for block in await platform.pages.blocks(ctx, page_id):
        data = dict(block.data)
        named = [data.pop("picture", None), *data.pop("pictures", ())]
        for reference in filter(None, named):
            data[(await platform.media.get(ctx, reference.removeprefix("media:"))).filename] = True
        found.append((block.type, block.hidden, data, block.texts))
    return found


@pytest.mark.parametrize("form", ["markdown", "wxr"])
async def test_blocks_come_back(
    content: Content, tmp_path: Path, picture: Callable[[Path, int], Path], form: str
) -> None:
    page_id = await built(content, picture(tmp_path / "pot.png", 1))
    target = tmp_path / ("site" if form == "markdown" else "site.xml")
    options = ExportOptions(form)
    assert not (await content.platform.content_exports.export(content.ctx, target, options)).notes[1:]
    assert (await content.bring_in(target, dry_run=True)).tally == Tally(unchanged=2)
    expected = await blocks_of(content)
    assert [kind for kind, *_ in expected] == ["image", "faq", "gallery"]

    async with temporary_shop() as shop:
        await shop.platform.tenants.enable_locale(shop.ctx, "ru")
        other = Content(shop)
        assert (await other.bring_in(target)).tally == Tally(created=2)
        assert await blocks_of(other) == expected
        assert (await other.bring_in(target, dry_run=True)).tally == Tally(unchanged=2)
        await shop.platform.history.undo(other.ctx)
        assert (await other.count("page"), await other.count("block")) == (0, 0)

    pages, ctx = content.platform.pages, content.ctx
    first, second, last = await pages.blocks(ctx, page_id)
    gone = last if form == "markdown" else first  # the others keep their place, or all of them move
    await pages.remove_block(ctx, BlockCommand(block_id=gone.id))
    await pages.update_block(ctx, UpdateBlock(block_id=second.id, texts={"ru": None, "de": {"title": "Fragen"}}))
    report = await content.bring_in(target)
    assert report.tally == Tally(updated=1, unchanged=1)
    assert await blocks_of(content) == expected
    await content.platform.history.undo(content.ctx)
    left = [kind for kind in ("image", "faq", "gallery") if kind != gone.type]
    assert [block.type for block in await pages.blocks(ctx, page_id)] == left


async def test_blocks_that_changed_since_the_plan_are_left(
    content: Content, tmp_path: Path, picture: Callable[[Path, int], Path]
) -> None:
    page_id = await built(content, picture(tmp_path / "pot.png", 1))
    await content.platform.content_exports.export(content.ctx, tmp_path / "site", ExportOptions("markdown"))
    pages, imports = content.platform.pages, content.platform.content_imports
    first, second, _ = await pages.blocks(content.ctx, page_id)
    await pages.remove_block(content.ctx, BlockCommand(block_id=first.id))
    plan = await imports.plan(content.ctx, tmp_path / "site")
    await pages.remove_block(content.ctx, BlockCommand(block_id=second.id))
    report = await imports.commit(content.ctx, plan)
    assert [item.reason for item in report.items if item.action is ContentAction.SKIP]
    assert [block.type for block in await pages.blocks(content.ctx, page_id)] == ["gallery"]

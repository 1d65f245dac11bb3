"""Building a page out of blocks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from rustok_desktop.content import page_schemas as p
from rustok_desktop.content.block_types import BLOCK_TYPES
from rustok_desktop.content.pages import BlockView
from rustok_desktop.content.placing import GAP
from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.core import limits
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.testing import a_node

from .conftest import Writers

# The least that each type needs.
LEAST: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "hero": ({}, {"title": "Hi"}),
    "text": ({}, {"text": "# Words"}),
    "cta": ({"link": "/sale"}, {"button": "Buy"}),
    "faq": ({}, {"items": [{"title": "Why?", "text": "So."}]}),
    "pricing": ({"currency_code": "EUR", "plans": [{"amount": 900}]}, {"items": [{"title": "Basic"}]}),
    "newsletter": ({"link": "https://x.example/join"}, {"button": "Join"}),
    "video": ({"link": "https://x.example/v.mp4"}, {}),
    "html": ({}, {"html": "<p>a</p>"}),
    "code": ({"code": "print(1)"}, {}),
    "features": ({}, {"items": [{"title": "Fast"}]}),
    "testimonials": ({}, {"items": [{"text": "Good"}]}),
}


async def a_page(writers: Writers) -> NodeView:
    return await writers.add(a_node().of_kind("page").titled("Home"))


async def put(
    writers: Writers, page: NodeView, kind: str = "text", index: int | None = None, **given: Any
) -> NodeSaved:
    data, texts = LEAST.get(kind, ({}, {}))
    command = {"page_id": page.id, "type": kind, "data": data, "texts": {"en": texts}, "index": index} | given
    return await writers.shop.platform.pages.add_block(writers.ctx, p.AddBlock.model_validate(command))


async def shown(writers: Writers, page: NodeView) -> list[BlockView]:
    return list(await writers.shop.platform.pages.blocks(writers.ctx, page.id))


def problems(error: Invalid) -> dict[str, str]:
    return {problem.path: problem.code for problem in error.fields}


async def test_there_are_sixteen_types_and_each_can_be_put_on_a_page(writers: Writers, tmp_path: Path) -> None:
    assert len(BLOCK_TYPES) == 16
    path = tmp_path / "a.png"
    Image.new("RGB", (2, 2), "teal").save(path)
    medium = (await writers.shop.platform.media.upload(writers.ctx, path)).media_id
    page = await a_page(writers)
    for kind in BLOCK_TYPES:
        given = {"data": {"picture": f"media:{medium}"}} if kind == "image" else {}
        await put(writers, page, kind, **given)
    assert [block.type for block in await shown(writers, page)] == list(BLOCK_TYPES)
    (use,) = await writers.shop.platform.media.usage(writers.ctx, medium)
    assert (use.kind, use.id, use.title) == ("page", page.id, "Home")


@pytest.mark.parametrize(
    ("kind", "data", "texts", "wrong"),
    [
        ("hero", {}, {}, {"texts@en/title": "required"}),
        ("hero", {"align": "up"}, {"title": "x"}, {"data/align": "bad_block_field"}),
        ("hero", {"colour": "red"}, {"title": "x"}, {"data/colour": "unknown_block_field"}),
        ("hero", {}, {"title": "x" * 256}, {"texts@en/title": "too_long"}),
        ("cta", {"link": "javascript:alert(1)"}, {"button": "x"}, {"data/link": "bad_block_field"}),
        ("video", {"link": "/local"}, {}, {"data/link": "bad_block_field"}),
        ("gallery", {"columns": 7}, {}, {"data/columns": "too_big"}),
        ("gallery", {"columns": 0}, {}, {"data/columns": "too_small"}),
        ("image", {"picture": "media:018f2f3e-0000-7000-8000-000000000001"}, {}, {"data": "unknown_medium"}),
        ("faq", {}, {"items": [{"text": "So."}]}, {"texts@en/items/0/title": "required"}),
        ("features", {}, {"items": [{"title": "x"}] * 51}, {"texts@en/items": "too_many_items"}),
    ],
)
async def test_what_breaks_the_schema_is_told_by_field(
    writers: Writers, kind: str, data: dict[str, Any], texts: dict[str, Any], wrong: dict[str, str]
) -> None:
    page = await a_page(writers)
    with pytest.raises(Invalid) as refused:
        await put(writers, page, kind, data=data, texts={"en": texts})
    assert problems(refused.value) == wrong
    assert await shown(writers, page) == []


async def test_html_in_a_block_carries_nothing_that_runs(writers: Writers) -> None:
    page = await a_page(writers)
    await put(writers, page, "html", texts={"en": {"html": "<p>a</p><script>x()</script>"}})
    assert (await shown(writers, page))[0].texts == {"en": {"html": "<p>a</p>"}}


async def test_texts_change_by_language_and_data_as_a_whole(writers: Writers) -> None:
    page, pages = await a_page(writers), writers.shop.platform.pages
    saved = await put(writers, page, "hero", data={"align": "center", "link": "/a"})

    async def update(**given: Any) -> NodeSaved:
        version = (await shown(writers, page))[0].version
        command = {"block_id": saved.node_id, "base_version": version, **given}
        return await pages.update_block(writers.ctx, p.UpdateBlock.model_validate(command))

    changed = await update(texts={"ru": {"title": "Привет"}})
    assert set(changed.changed) == {"body@ru", "format@ru"}
    await update(data={"link": "/b"})
    (block,) = await shown(writers, page)
    assert (block.data, block.texts) == ({"link": "/b"}, {"en": {"title": "Hi"}, "ru": {"title": "Привет"}})
    again = await update(data={"link": "/b", "align": "left"}, texts={"en": {"title": "Hi", "subtitle": ""}})
    assert again.changed == ()
    await update(texts={"en": None})
    assert (await shown(writers, page))[0].texts == {"ru": {"title": "Привет"}}
    with pytest.raises(VersionConflict):
        await pages.update_block(writers.ctx, p.UpdateBlock(block_id=saved.node_id, base_version=1, data={}))


async def test_blocks_move_and_are_doubled_hidden_and_removed(writers: Writers) -> None:
    page, pages, ctx = await a_page(writers), writers.shop.platform.pages, writers.ctx
    ids = [(await put(writers, page, texts={"en": {"text": str(number)}})).node_id for number in range(3)]

    async def order() -> list[str]:
        return [block.texts["en"]["text"] for block in await shown(writers, page)]

    await pages.move_block(ctx, p.MoveBlock(block_id=ids[2], index=0))
    assert await order() == ["2", "0", "1"]
    await pages.move_block(ctx, p.MoveBlock(block_id=ids[2], index=1))
    assert await order() == ["0", "2", "1"]
    await pages.move_block(ctx, p.MoveBlock(block_id=ids[0]))
    assert await order() == ["2", "1", "0"]
    await pages.duplicate_block(ctx, p.DuplicateBlock(block_id=ids[1]))
    assert await order() == ["2", "1", "1", "0"]
    await pages.hide_block(ctx, p.HideBlock(block_id=ids[0]))
    assert [block.hidden for block in await shown(writers, page)] == [False, False, False, True]
    await writers.act("publish", page)
    assert len(await shown(writers.seen_by(Role.CUSTOMER), page)) == 3
    await pages.hide_block(ctx, p.HideBlock(block_id=ids[0], hidden=False))
    assert (await pages.hide_block(ctx, p.HideBlock(block_id=ids[0], hidden=False))).changed == ()
    await pages.remove_block(ctx, p.BlockCommand(block_id=ids[2]))
    assert await order() == ["1", "1", "0"]
    with pytest.raises(UserError):
        await pages.move_block(ctx, p.MoveBlock(block_id=ids[2], index=0))


async def test_there_is_always_room_between_two_blocks(writers: Writers) -> None:
    page, pages = await a_page(writers), writers.shop.platform.pages
    ids = [(await put(writers, page)).node_id for _ in range(3)]
    order = list(ids)
    for _ in range(2 * GAP.bit_length()):
        last = order.pop()
        await pages.move_block(writers.ctx, p.MoveBlock(block_id=last, index=1))
        order.insert(1, last)
        assert [block.id for block in await shown(writers, page)] == order
    await put(writers, page, index=1)
    assert len(await shown(writers, page)) == 4


async def test_a_page_has_an_end(writers: Writers, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await a_page(writers)
    monkeypatch.setattr(limits, "BLOCKS_PER_PAGE", 1)
    await put(writers, page)
    with pytest.raises(Invalid) as refused:
        await put(writers, page)
    assert problems(refused.value) == {"type": "too_many_blocks"}


async def test_blocks_stand_on_pages_only(writers: Writers) -> None:
    post = await writers.add()
    for call in (put(writers, post), shown(writers, post)):
        with pytest.raises(NotFound):
            await call
    with pytest.raises(NotFound):
        await writers.shop.platform.pages.remove_block(writers.ctx, p.BlockCommand(block_id=post.id))


async def test_a_purged_page_takes_its_blocks_along(writers: Writers) -> None:
    page = await a_page(writers)
    block = await put(writers, page)
    await writers.act("trash", page)
    await writers.act("purge", page)
    deleted = [event.aggregate_id for event in writers.shop.events.of_type("node.deleted")]
    assert deleted == [block.node_id, page.id]

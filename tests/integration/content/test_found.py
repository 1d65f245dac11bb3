"""What is said on a page's blocks and in comments is found; a shop with texts keeps its language."""

from __future__ import annotations

import pytest

from rustok_desktop.content import discussion_schemas as d
from rustok_desktop.content import page_schemas as p
from rustok_desktop.core.errors import Invalid
from rustok_desktop.testing import a_node, indexed

from .conftest import Writers


async def found(writers: Writers, text: str) -> list[str]:
    await indexed(writers.shop)
    return [hit.row.node_id for hit in (await writers.shop.platform.content_listing.search(writers.ctx, text)).hits]


async def test_a_page_is_found_by_its_blocks(writers: Writers) -> None:
    page = await writers.add(a_node().of_kind("page").titled("Home"))
    items = [{"title": "Delivery?", "text": "By submarine"}]
    block = p.AddBlock(page_id=page.id, type="faq", texts={"en": {"items": items}})
    saved = await writers.shop.platform.pages.add_block(writers.ctx, block)
    assert await found(writers, "submarine") == [page.id]
    await writers.shop.platform.pages.hide_block(writers.ctx, p.HideBlock(block_id=saved.node_id))
    assert await found(writers, "submarine") == []


async def test_a_comment_is_found_by_its_words_and_nobody_has_to_translate_it(writers: Writers) -> None:
    post = await writers.add(a_node().titled("Post").titled("Запись", locale="ru").published())
    said = d.AddComment(parent_id=post.id, body="Magnificent")
    saved = await writers.shop.platform.comments.add(writers.ctx, said)
    assert await found(writers, "magnificent") == [saved.node_id]
    assert await writers.shop.platform.content_listing.translations(writers.seen_by(locale="ru").ctx) == (2, 0, 0, 0)


async def test_a_shop_with_texts_keeps_its_language(writers: Writers) -> None:
    await writers.add()
    with pytest.raises(Invalid) as refused:
        await writers.shop.platform.tenants.update(writers.ctx, default_locale="ru")
    assert [problem.code for problem in refused.value.fields] == ["shop_not_empty"]

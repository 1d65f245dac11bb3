"""Slugs and redirects: unique, leading on, never in a circle."""

from __future__ import annotations

import pytest

from rustok_desktop.content import schemas as c
from rustok_desktop.core.errors import Invalid, NotFound
from rustok_desktop.testing import a_node

from .conftest import Writers


async def found(writers: Writers, slug: str, kind: str = "post") -> tuple[str, str | None]:
    answer = await writers.nodes.get_by_slug(writers.ctx, kind, slug)
    return answer.node.id, answer.moved_to


async def test_a_made_up_address_gets_a_number(writers: Writers) -> None:
    nodes = [await writers.add(a_node().titled("Same")) for _ in range(3)]
    assert [n.translations["en"].slug for n in nodes] == ["same", "same-2", "same-3"]
    page = await writers.add(a_node().of_kind("page").titled("Same"))
    assert page.translations["en"].slug == "same"
    nameless = await writers.add(a_node().titled("☂"))
    assert nameless.translations["en"].slug == "post"


async def test_an_address_in_use_is_refused_with_one_that_would_do(writers: Writers) -> None:
    await writers.add(a_node().titled("Taken"))
    with pytest.raises(Invalid) as refused:
        await writers.add(a_node().with_slug("taken"))
    (problem,) = refused.value.fields
    assert (problem.path, problem.code, problem.suggestion) == ("slug@en", "duplicate_slug", "taken-2")
    assert problem.params == {"slug": "taken", "holder": "Taken"}


async def test_the_trash_keeps_its_addresses(writers: Writers) -> None:
    await writers.act("trash", await writers.add(a_node().titled("Taken")))
    with pytest.raises(Invalid) as refused:
        await writers.add(a_node().with_slug("taken"))
    assert [p.code for p in refused.value.fields] == ["duplicate_slug_trash"]


async def test_the_address_of_a_draft_changes_without_a_trace(writers: Writers) -> None:
    node = await writers.add(a_node().titled("Old"))
    saved = await writers.update(node, "en", slug="next")
    assert saved.moved == ()
    assert await writers.nodes.redirects(writers.ctx) == ()
    with pytest.raises(NotFound):
        await found(writers, "old")


async def test_a_public_address_leads_on(writers: Writers) -> None:
    node = await writers.add(a_node().titled("Old").published())
    saved = await writers.update(node, "en", slug="next")
    assert saved.moved == (("en", "old", "next"),)
    assert await found(writers, "old") == (node.id, "next")
    assert await found(writers, "next") == (node.id, None)
    await writers.update(await writers.get(node.id), "en", slug="newest")
    assert [await found(writers, slug) for slug in ("old", "next")] == [(node.id, "newest")] * 2
    assert writers.told(node.id).count("redirect.created") == 2
    listed = await writers.nodes.redirects(writers.ctx, limit=1)
    rest = await writers.nodes.redirects(writers.ctx, after=listed[0])
    assert [(r.slug, r.target_slug, r.title) for r in (*listed, *rest)] == [
        ("next", "newest", "Old"),
        ("old", "newest", "Old"),
    ]


async def test_going_back_to_an_old_address_ends_its_redirect(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One").published())
    await writers.update(node, "en", slug="two")
    await writers.update(await writers.get(node.id), "en", slug="one")
    assert await found(writers, "one") == (node.id, None)
    assert await found(writers, "two") == (node.id, "one")
    assert [r.slug for r in await writers.nodes.redirects(writers.ctx)] == ["two"]


async def test_an_old_address_can_be_taken_over_but_not_by_chance(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One").published())
    await writers.update(node, "en", slug="two")
    by_chance = await writers.add(a_node().titled("One"))
    assert by_chance.translations["en"].slug == "one-2"
    on_purpose = await writers.add(a_node().titled("Other").with_slug("one").published())
    assert await found(writers, "one") == (on_purpose.id, None)
    (event,) = writers.shop.events.of_type("redirect.deleted")
    assert (event.aggregate_id, event.data["slug"]) == (node.id, "one")


async def test_an_emptied_slug_is_made_anew(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One"))
    await writers.update(node, "en", title="Two", slug=None)
    assert (await writers.get(node.id)).translations["en"].slug == "two"


async def test_redirects_by_hand(writers: Writers) -> None:
    one, two = await writers.add(a_node().titled("One")), await writers.add(a_node().titled("Two"))

    async def add(node_id: str, slug: str) -> str:
        command = c.AddRedirect(node_id=node_id, locale="EN", slug=slug)
        return await writers.nodes.add_redirect(writers.ctx, command)

    redirect_id = await add(one.id, "old")
    assert await add(one.id, "old") == redirect_id
    assert await found(writers, "old") == (one.id, "one")
    await add(two.id, "old")
    assert await found(writers, "old") == (two.id, "two")
    for slug, code in (("two", "redirect_to_live"), ("Bad Slug", "bad_handle")):
        with pytest.raises(Invalid) as refused:
            await add(one.id, slug)
        assert [p.code for p in refused.value.fields] == [code]
    (row,) = await writers.nodes.redirects(writers.ctx)
    await writers.nodes.remove_redirect(writers.ctx, c.RemoveRedirect(redirect_id=row.id))
    with pytest.raises(NotFound):
        await found(writers, "old")
    with pytest.raises(NotFound):
        await writers.nodes.remove_redirect(writers.ctx, c.RemoveRedirect(redirect_id=row.id))


async def test_the_reader_s_language_comes_first_then_its_fallbacks(writers: Writers) -> None:
    english = await writers.add(a_node().titled("Shared").published())
    russian = await writers.add(a_node().titled("Общее", locale="ru").with_slug("shared", locale="ru").published())
    assert await found(writers, "shared") == (english.id, None)
    assert await found(writers.seen_by(locale="ru"), "shared") == (russian.id, None)
    only = await writers.add(a_node().titled("Only English").published())
    assert await found(writers.seen_by(locale="ru"), "only-english") == (only.id, None)
    with pytest.raises(NotFound):
        await found(writers, "only-english", "page")

"""Drafts beside what is public, completeness and stale translations, tags and pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from rustok_desktop.content import schemas as c
from rustok_desktop.content.views import NodeSaved, NodeView
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Invalid, NotFound, UserError
from rustok_desktop.media.schemas import DeleteMedium
from rustok_desktop.taxonomy.schemas import MergeTags, RenameTag
from rustok_desktop.testing import a_node, indexed

from .conftest import Writers


async def draft(writers: Writers, node: NodeView, locale: str = "en", **words: Any) -> NodeSaved:
    command = c.SaveDraft(node_id=node.id, locale=locale, words=c.DraftWords(**words))
    return await writers.nodes.save_draft(writers.ctx, command)


async def apply(writers: Writers, node: NodeView, locale: str | None = None) -> NodeSaved:
    return await writers.nodes.apply_draft(writers.ctx, c.DraftCommand(node_id=node.id, locale=locale))


async def test_what_is_typed_stays_beside_what_is_public(writers: Writers) -> None:
    node = await writers.add(a_node().titled("Public").written("old").published())
    saved = await draft(writers, node, body="new")
    assert (saved.version, saved.changed) == (node.version, ("draft@en",))
    view = await writers.get(node.id)
    assert (view.translations["en"].body, view.version) == ("old", node.version)
    kept = view.drafts["en"]
    assert (kept.title, kept.body, kept.slug, kept.based_on) == ("Public", "new", "public", node.version)
    customer = writers.seen_by(Role.CUSTOMER)
    assert (await customer.get(node.id)).drafts == {}


async def test_typing_on_keeps_what_was_typed_and_the_same_twice_is_nothing(writers: Writers) -> None:
    node = await writers.add()
    await draft(writers, node, title="")
    await draft(writers, node, body="text")
    again = await draft(writers, node, body="text")
    kept = (await writers.get(node.id)).drafts["en"]
    assert (kept.title, kept.body) == ("", "text")
    assert (again.changed, again.txid) == ((), None)
    assert writers.told(node.id).count("node.draft.saved") == 2


async def test_applying_makes_it_public_by_the_ordinary_rules(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One").written("old").published())
    await draft(writers, node, title="", body="new")
    with pytest.raises(Invalid):
        await apply(writers, node)
    await draft(writers, node, title="Two", slug="two")
    await draft(writers, node, "ru", title="Два")
    saved = await apply(writers, node, "en")
    assert set(saved.changed) == {"title@en", "slug@en", "body@en"}
    assert saved.moved == (("en", "one", "two"),)
    view = await writers.get(node.id)
    assert (view.translations["en"].title, view.version, list(view.drafts)) == ("Two", 2, ["ru"])
    await apply(writers, node)
    assert (await writers.get(node.id)).translations["ru"].slug == "dva"
    with pytest.raises(UserError) as refused:
        await apply(writers, node)
    assert refused.value.code == "no_draft"


async def test_a_draft_that_says_what_is_public_raises_no_version(writers: Writers) -> None:
    node = await writers.add()
    await draft(writers, node)
    saved = await apply(writers, node)
    assert (saved.version, saved.changed) == (node.version, ())


async def test_discarding(writers: Writers) -> None:
    node = await writers.add()
    for locale in ("en", "ru"):
        await draft(writers, node, locale, title="x")
    one = await writers.nodes.discard_draft(writers.ctx, c.DraftCommand(node_id=node.id, locale="ru"))
    rest = await writers.nodes.discard_draft(writers.ctx, c.DraftCommand(node_id=node.id))
    none = await writers.nodes.discard_draft(writers.ctx, c.DraftCommand(node_id=node.id))
    assert (one.changed, rest.changed, none.changed) == (("draft@ru",), ("draft@en",), ())
    assert (await writers.get(node.id)).drafts == {}


async def test_a_draft_in_no_language_is_refused(writers: Writers) -> None:
    node = await writers.add()
    with pytest.raises(Invalid):
        await draft(writers, node, "nonsense", title="x")


async def test_completeness_counts_what_the_source_says(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One").written("text"))
    await writers.update(node, "en", excerpt="short", meta_title="seo")
    view = await writers.get(node.id)
    assert {locale: (c.filled, c.wanted) for locale, c in view.completeness.items()} == {"en": (4, 4), "ru": (0, 4)}
    await writers.update(view, "ru", title="Один", body="текст")
    done = (await writers.get(node.id)).completeness["ru"]
    assert (done.filled, done.wanted, done.stale, done.percent) == (2, 4, False, 50)


async def test_without_the_source_the_fullest_language_is_the_measure(writers: Writers) -> None:
    node = await writers.add(a_node()._text("ru", title="Один", body="текст"))
    await writers.update(node, None, translations={"en": None})
    view = await writers.get(node.id)
    assert {locale: (c.filled, c.wanted) for locale, c in view.completeness.items()} == {"en": (0, 2), "ru": (2, 2)}
    assert not view.translations["ru"].stale


async def test_a_translation_is_stale_when_the_source_changed_after_it(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One").titled("Один", locale="ru"))

    async def stale() -> bool:
        return (await writers.get(node.id)).translations["ru"].stale

    assert not await stale()
    await writers.update(await writers.get(node.id), "en", body="more")
    assert await stale()
    view = await writers.get(node.id)
    assert view.completeness["ru"].percent < 100
    assert not view.translations["en"].stale
    await writers.update(view, "ru", slug="drugoy")
    assert await stale(), "another address is no translation"
    await writers.update(await writers.get(node.id), "ru", body="ещё")
    assert not await stale()
    await writers.update(await writers.get(node.id), None, translations={"en": {"title": "A"}, "ru": {"title": "А"}})
    assert not await stale(), "both at once belong together"


async def test_confirming_a_translation_that_still_fits(writers: Writers) -> None:
    node = await writers.add(a_node().titled("One").titled("Один", locale="ru"))
    await writers.update(node, "en", title="One!")

    async def confirm(locale: str) -> NodeSaved:
        command = c.ConfirmTranslation(node_id=node.id, locale=locale)
        return await writers.nodes.confirm_translation(writers.ctx, command)

    first, again = await confirm("ru"), await confirm("ru")
    assert (first.version, again.version, again.changed) == (3, 3, ())
    assert not (await writers.get(node.id)).translations["ru"].stale
    assert (await confirm("en")).changed == ()
    with pytest.raises(NotFound):
        await confirm("de")
    await writers.update(await writers.get(node.id), None, translations={"en": None})
    with pytest.raises(UserError) as refused:
        await confirm("ru")
    assert refused.value.code == "no_source_text"


async def test_a_source_that_comes_later_makes_nothing_stale(writers: Writers) -> None:
    node = await writers.add(a_node().titled("Один", locale="ru"))
    await writers.update(node, None, translations={"en": None})
    await writers.update(await writers.get(node.id), "en", title="One")
    assert not (await writers.get(node.id)).translations["ru"].stale


async def test_tags_are_tags_of_the_shop(writers: Writers) -> None:
    node = await writers.add(a_node().tagged("News", "news", " Shop  life "))
    assert node.tags == ("News", "Shop life")
    await indexed(writers.shop)
    tags = {tag.name: tag for tag in await writers.shop.platform.tags.tags(writers.ctx)}
    assert {name: tag.use_count for name, tag in tags.items()} == {"News": 1, "Shop life": 1}
    attached = writers.shop.events.of_type("tag.attached")
    assert {(e.data["target_type"], e.data["target_id"]) for e in attached} == {("node", node.id)}
    await writers.shop.platform.tags.rename(writers.ctx, RenameTag(tag_id=tags["News"].id, name="Latest"))
    assert (await writers.get(node.id)).tags == ("Latest", "Shop life")
    merge = MergeTags(tag_id=tags["Shop life"].id, into_id=tags["News"].id)
    await writers.shop.platform.tags.merge(writers.ctx, merge)
    assert (await writers.get(node.id)).tags == ("Latest",)
    assert await writers.shop.platform.tags.remove_unused(writers.ctx) == 0


async def test_a_picture_that_a_post_shows_is_kept(writers: Writers, tmp_path: Path) -> None:
    media = writers.shop.platform.media
    ids = []
    for number in range(3):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (number + 2, 2), "teal").save(path)
        ids.append((await media.upload(writers.ctx, path)).media_id)
    node = await writers.add(a_node().titled("Shows").written(f"![a](media:{ids[0]})").having(featured_media_id=ids[1]))
    await draft(writers, node, body=f"![a](media:{ids[2]}) and media:018f2f3e-0000-7000-8000-000000000001")
    for media_id in ids:
        (use,) = await media.usage(writers.ctx, media_id)
        assert (use.kind, use.id, use.title, use.in_trash) == ("post", node.id, "Shows", False)
        with pytest.raises(UserError) as refused:
            await media.delete(writers.ctx, DeleteMedium(media_id=media_id))
        assert refused.value.code == "media_in_use"
    await writers.nodes.discard_draft(writers.ctx, c.DraftCommand(node_id=node.id))
    await writers.update(await writers.get(node.id), None, featured_media_id=None, translations={"en": {"body": None}})
    for media_id in ids:
        assert await media.usage(writers.ctx, media_id) == ()
        await media.delete(writers.ctx, DeleteMedium(media_id=media_id))


async def test_lists_for_editors(writers: Writers) -> None:
    nodes = []
    for number in range(5):
        writers.clock.move(seconds=1)
        nodes.append(await writers.add(a_node().titled(f"Post {number}")))
    await writers.act("publish", nodes[0])
    await writers.act("trash", nodes[1])
    first = await writers.nodes.list(writers.ctx, c.NodeQuery(), limit=2)
    rest = await writers.nodes.list(writers.ctx, c.NodeQuery(), after=first.next, limit=9)
    titles = [row.title for row in (*first.rows, *rest.rows)]
    assert len(first.rows) == 2
    assert rest.next is None
    assert sorted(titles) == ["Post 0", "Post 2", "Post 3", "Post 4"]
    assert titles[-1] != "Post 0"
    published = await writers.nodes.list(writers.ctx, c.NodeQuery(status="published"))
    trashed = await writers.nodes.list(writers.ctx, c.NodeQuery(in_trash=True))
    assert [[r.title for r in page.rows] for page in (published, trashed)] == [["Post 0"], ["Post 1"]]

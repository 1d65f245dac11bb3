"""Tags: derived from the products' lists, changed in all of them at once."""

from __future__ import annotations

from collections import Counter

import pytest

from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.events import EventRef
from rustok_desktop.taxonomy.schemas import MergeTags, RenameTag, TranslateTag

from .conftest import Shop


async def links(shop: Shop) -> set[tuple[str, str]]:
    rows = await shop.rows("SELECT t.name, g.target_id FROM taggables g JOIN tags t ON t.id = g.tag_id")
    return {(name, target) for name, target in rows}


async def counts_are_true(shop: Shop) -> bool:
    rows = await shop.rows(
        "SELECT t.use_count, count(g.tag_id) FROM tags t LEFT JOIN taggables g ON g.tag_id = t.id GROUP BY t.id"
    )
    return all(kept == counted for kept, counted in rows)


async def test_tags_follow_the_products_lists(shop: Shop) -> None:
    mug, bowl = await shop.product("Mug", "Blue", "Gift"), await shop.product("Bowl", "blue")
    tags = await shop.known_tags()
    assert {name: tag.use_count for name, tag in tags.items()} == {"Blue": 2, "Gift": 1}
    await shop.retag(mug, "Gift", "New")
    await shop.runner.drain()
    assert await links(shop) == {("Blue", bowl), ("Gift", mug), ("New", mug)}
    assert await counts_are_true(shop)


async def test_attaching_and_detaching_are_events(shop: Shop) -> None:
    mug = await shop.product("Mug", "Blue", "Gift")
    await shop.runner.drain()
    await shop.retag(mug, "Gift")
    tags = await shop.known_tags()
    seen = [event for event in await shop.events() if event.event_type.startswith("tag.")]
    assert Counter(event.event_type for event in seen) == {"tag.created": 2, "tag.attached": 2, "tag.detached": 1}
    assert seen[-1].data == {"tag_id": tags["Blue"].id, "target_type": "product", "target_id": mug}


async def test_reading_events_again_changes_nothing(shop: Shop) -> None:
    await shop.product("Mug", "Blue")
    await shop.runner.drain()
    head, before = await shop.log.head(), await links(shop)
    refs: list[EventRef] = list(await shop.log.refs(0, 100))
    effect = await shop.tag_reader.prepare(refs)
    assert effect is not None
    await shop.database.writer.run(effect)
    assert (await shop.log.head(), await links(shop)) == (head, before)
    assert await counts_are_true(shop)


async def test_a_purged_product_carries_nothing(shop: Shop) -> None:
    mug = await shop.product("Mug", "Blue")
    await shop.runner.drain()
    await shop.trash(mug)
    assert (await shop.known_tags())["Blue"].use_count == 1
    await shop.purge(mug)
    assert (await shop.known_tags())["Blue"].use_count == 0
    assert await links(shop) == set()


async def test_a_rename_reaches_every_product_at_once(shop: Shop) -> None:
    mug, bowl, jug = (
        await shop.product("Mug", "a", "Blue"),
        await shop.product("Bowl", "BLUE"),
        await shop.product("Jug"),
    )
    blue = (await shop.known_tags())["Blue"]
    head = await shop.log.head()
    saved = await shop.tags.rename(shop.ctx, RenameTag(tag_id=blue.id, base_version=1, name="Navy"))
    assert (saved.products, saved.version) == (2, 2)
    assert [await shop.tags_of(product) for product in (mug, bowl, jug)] == [("a", "Navy"), ("Navy",), ()]
    events = await shop.events(head)
    assert Counter(event.event_type for event in events) == {"tag.updated": 1, "product.updated": 2}
    assert len({event.txid for event in events}) == 1
    assert {"tags": [["a", "Blue"], ["a", "Navy"]]} in [event.data["changes"] for event in events]
    tags = await shop.known_tags()
    assert (tags["Navy"].id, tags["Navy"].use_count, "Blue" in tags) == (blue.id, 2, False)
    assert not [event for event in await shop.events(head) if event.event_type == "tag.attached"]


async def test_a_rename_sees_products_the_reader_has_not_read(shop: Shop) -> None:
    await shop.product("Mug", "Blue")
    blue = (await shop.known_tags())["Blue"]
    await shop.runner.stop()
    late = await shop.product("Late", "blue")
    await shop.tags.rename(shop.ctx, RenameTag(tag_id=blue.id, name="Navy"))
    assert await shop.tags_of(late) == ("Navy",)
    await shop.runner.start()
    assert {name: tag.use_count for name, tag in (await shop.known_tags()).items()} == {"Navy": 2}


async def test_another_spelling_is_the_same_tag(shop: Shop) -> None:
    mug = await shop.product("Mug", "blue")
    blue = (await shop.known_tags())["blue"]
    await shop.tags.rename(shop.ctx, RenameTag(tag_id=blue.id, name="Blue"))
    assert await shop.tags_of(mug) == ("Blue",)
    again = await shop.tags.rename(shop.ctx, RenameTag(tag_id=blue.id, name="Blue"))
    assert again.txid is None


async def test_a_name_somebody_has_is_a_merge(shop: Shop) -> None:
    await shop.product("Mug", "Blue", "Navy")
    tags = await shop.known_tags()
    with pytest.raises(UserError) as caught:
        await shop.tags.rename(shop.ctx, RenameTag(tag_id=tags["Blue"].id, name="NAVY"))
    assert (caught.value.code, caught.value.params["holder"]) == ("tag_exists", "Navy")
    with pytest.raises(Invalid):
        await shop.tags.rename(shop.ctx, RenameTag(tag_id=tags["Blue"].id, name="a, b"))


async def test_merging_moves_every_product_in_one_transaction(shop: Shop) -> None:
    both, one = await shop.product("Both", "Navy", "x", "Blue"), await shop.product("One", "y", "Blue", "z")
    tags = await shop.known_tags()
    head = await shop.log.head()
    saved = await shop.tags.merge(shop.ctx, MergeTags(tag_id=tags["Blue"].id, into_id=tags["Navy"].id))
    assert (saved.tag_id, saved.products) == (tags["Navy"].id, 2)
    assert [await shop.tags_of(product) for product in (both, one)] == [("Navy", "x"), ("y", "Navy", "z")]
    events = await shop.events(head)
    assert len({event.txid for event in events}) == 1
    assert Counter(event.event_type for event in events) == {
        "product.updated": 2,
        "tag.detached": 2,
        "tag.attached": 1,
        "tag.deleted": 1,
    }
    assert events[-1].data["changes"]["merged_into"] == [None, tags["Navy"].id]
    after = await shop.known_tags()
    assert {name: tag.use_count for name, tag in after.items()} == {"Navy": 2, "x": 1, "y": 1, "z": 1}
    assert await counts_are_true(shop)


async def test_a_refused_merge_changes_nothing(shop: Shop) -> None:
    mug = await shop.product("Mug", "Blue", "Navy")
    tags = await shop.known_tags()
    blue, head = tags["Blue"].id, await shop.log.head()
    with pytest.raises(UserError) as caught:
        await shop.tags.merge(shop.ctx, MergeTags(tag_id=blue, into_id=blue))
    assert caught.value.code == "same_tag"
    with pytest.raises(VersionConflict):
        await shop.tags.merge(shop.ctx, MergeTags(tag_id=blue, into_id=tags["Navy"].id, base_version=9))
    with pytest.raises(NotFound):
        await shop.tags.merge(shop.ctx, MergeTags(tag_id=blue, into_id=mug))
    assert (await shop.log.head(), await shop.tags_of(mug)) == (head, ("Blue", "Navy"))


async def test_words_in_other_languages(shop: Shop) -> None:
    mug = await shop.product("Mug", "Blue")
    blue = (await shop.known_tags())["Blue"]
    await shop.tags.translate(shop.ctx, TranslateTag(tag_id=blue.id, names={"ru": "Синий"}))
    russian, kazakh = [await shop.tags.tags(shop.seen_by(locale=code).ctx) for code in ("ru", "kk")]
    assert (russian[0].shown, kazakh[0].shown, russian[0].name) == ("Синий", "Синий", "Blue")
    assert await shop.rows("SELECT slug FROM tag_translations WHERE locale = 'ru'") == [("siniy",)]
    assert await shop.tags_of(mug) == ("Blue",)
    with pytest.raises(Invalid) as caught:
        await shop.tags.translate(shop.ctx, TranslateTag(tag_id=blue.id, names={"en": "Azure"}))
    assert caught.value.fields[0].code == "tag_named_in_products"


async def test_only_unused_tags_are_removed(shop: Shop) -> None:
    mug = await shop.product("Mug", "Blue", "Gift")
    await shop.runner.drain()
    await shop.retag(mug, "Gift")
    await shop.runner.drain()
    assert await shop.tags.remove_unused(shop.ctx) == 1
    assert set(await shop.known_tags()) == {"Gift"}
    assert await shop.tags.remove_unused(shop.ctx) == 0


async def test_a_tag_taken_up_again_a_moment_ago_is_not_removed(shop: Shop) -> None:
    mug = await shop.product("Mug", "Blue")
    await shop.runner.drain()
    await shop.retag(mug)
    await shop.runner.drain()
    await shop.runner.stop()
    await shop.retag(mug, "blue")
    assert await shop.tags.remove_unused(shop.ctx) == 0


async def test_shops_do_not_share_tags(shop: Shop, other_shop: Shop) -> None:
    await shop.product("Mug", "Blue")
    theirs = await other_shop.product("Mug", "Blue")
    mine, other = (await shop.known_tags())["Blue"], (await other_shop.known_tags())["Blue"]
    assert (mine.use_count, other.use_count) == (1, 1)
    await shop.tags.rename(shop.ctx, RenameTag(tag_id=mine.id, name="Navy"))
    assert await other_shop.tags_of(theirs) == ("Blue",)
    for command, act in (
        (RenameTag(tag_id=mine.id, name="X"), other_shop.tags.rename),
        (TranslateTag(tag_id=mine.id, names={"ru": "X"}), other_shop.tags.translate),
        (MergeTags(tag_id=mine.id, into_id=other.id), other_shop.tags.merge),
        (MergeTags(tag_id=other.id, into_id=mine.id), other_shop.tags.merge),
    ):
        with pytest.raises(NotFound):
            await act(other_shop.ctx, command)


async def test_tags_ask_for_products_permissions(shop: Shop) -> None:
    await shop.product("Mug", "Blue", "Navy")
    tags = await shop.known_tags()
    guest = shop.seen_by(Role.CUSTOMER).ctx
    for attempt in (
        lambda: shop.tags.rename(guest, RenameTag(tag_id=tags["Blue"].id, name="X")),
        lambda: shop.tags.translate(guest, TranslateTag(tag_id=tags["Blue"].id, names={"ru": "X"})),
        lambda: shop.tags.merge(guest, MergeTags(tag_id=tags["Blue"].id, into_id=tags["Navy"].id)),
        lambda: shop.tags.remove_unused(guest),
    ):
        with pytest.raises(Forbidden):
            await attempt()

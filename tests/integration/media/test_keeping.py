"""Pictures in the shop: words, uses, thumbnails, deleting, cleaning up, and whose they are."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Forbidden, Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.gui.operations.media import DescribeImage, ReadDescriptions
from rustok_desktop.media.schemas import DeleteMedium, DescribeMedium
from rustok_desktop.media.views import MediaQuery, Unused, media_url
from rustok_desktop.storage.statements import prepare

from .conftest import MediaShop, picture


def words(media_id: str, version: int, **translations: Any) -> DescribeMedium:
    given = {"media_id": media_id, "base_version": version, "translations": translations}
    return DescribeMedium.model_validate(given)


async def test_one_language_is_described_beside_other_changes_but_not_over_its_own(shop: MediaShop) -> None:
    media_id = (await shop.upload()).media_id
    platform: Any = SimpleNamespace(media=shop.media, context=lambda: shop.ctx)
    await shop.media.describe(shop.ctx, words(media_id, 1, en={"title": "Mug", "alt_text": "A mug"}))
    view = await DescribeImage(media_id, 1, "ru", "Кружка", "")(platform)  # seen before the English
    assert (view.translations["en"].title, view.translations["ru"].alt_text) == ("Mug", "Кружка")
    with pytest.raises(VersionConflict):
        await DescribeImage(media_id, 1, "en", "A cup", "")(platform)
    gone = ReadDescriptions((media_id, "nowhere"))
    assert [found.translations["en"].alt_text for found in await gone(platform)] == ["A mug"]


async def test_words_per_language(shop: MediaShop) -> None:
    media_id = (await shop.upload()).media_id
    view = await shop.media.describe(
        shop.ctx, words(media_id, 1, en={"alt_text": " A red mug "}, ru={"title": "Кружка"})
    )
    assert view.version == 2
    assert view.translations["en"].alt_text == "A red mug"
    view = await shop.media.describe(shop.ctx, words(media_id, 2, en={"title": "Mug"}))
    assert (view.translations["en"].title, view.translations["en"].alt_text) == ("Mug", "A red mug")
    view = await shop.media.describe(shop.ctx, words(media_id, 3, ru={"title": ""}))
    assert set(view.translations) == {"en"}
    assert [event.data.get("changes", {}).keys() for event in (await shop.events())[1:]] == [
        {"alt_text@en", "title@ru"},
        {"title@en"},
        {"title@ru"},
    ]
    assert (await shop.media.page(shop.ctx, MediaQuery("RED mug"))).rows[0].id == media_id


async def test_a_save_that_changes_nothing_records_nothing(shop: MediaShop) -> None:
    media_id = (await shop.upload()).media_id
    view = await shop.media.describe(shop.ctx, words(media_id, 1, en={"alt_text": ""}))
    assert view.version == 1
    assert len(await shop.events()) == 1


async def test_a_stale_version_is_refused(shop: MediaShop) -> None:
    media_id = (await shop.upload()).media_id
    await shop.media.describe(shop.ctx, words(media_id, 1, en={"title": "Mug"}))
    with pytest.raises(VersionConflict):
        await shop.media.describe(shop.ctx, words(media_id, 1, en={"title": "Cup"}))
    with pytest.raises(VersionConflict):
        await shop.media.delete(shop.ctx, DeleteMedium(media_id=media_id, base_version=1))
    with pytest.raises(Invalid):
        await shop.media.describe(shop.ctx, words(media_id, 2, english={"title": "Cup"}))


async def test_pages_follow_each_other(shop: MediaShop) -> None:
    ids = [(await shop.upload(picture("PNG", (8, 8 + n)), f"{n}.png")).media_id for n in range(5)]
    seen: list[str] = []
    after: str | None = None
    while True:
        page = await shop.media.page(shop.ctx, MediaQuery(), after=after, limit=2)
        seen += [row.id for row in page.rows]
        after = page.next
        if after is None:
            break
    assert seen == ids[::-1]
    assert await shop.media.count(shop.ctx, MediaQuery("3.png")) == 1


async def test_where_a_picture_is_used(shop: MediaShop) -> None:
    media_id = (await shop.upload()).media_id
    assert await shop.media.usage(shop.ctx, media_id) == ()
    mug = await shop.show(media_id, media_id, title="Mug")
    await shop.show(media_id, title="Cup")
    assert [(use.kind, use.title) for use in await shop.media.usage(shop.ctx, media_id)] == [
        ("product", "Mug"),
        ("product", "Cup"),
    ]
    assert (await shop.media.page(shop.ctx, MediaQuery(use="used"))).rows[0].uses == 3
    assert await shop.media.count(shop.ctx, MediaQuery(use="unused")) == 0
    await shop.set_images(mug, "https://example.com/mug.jpg")
    assert [use.title for use in await shop.media.usage(shop.ctx, media_id)] == ["Cup"]


async def test_a_product_takes_only_pictures_that_the_shop_has(shop: MediaShop, other_ctx: Context) -> None:
    other = replace(shop, ctx=other_ctx)
    theirs = (await other.upload()).media_id
    for unknown in (theirs, "0199e5a0-7c1e-7b3a-9f0e-2f6f6b1d8a11", "nonsense"):
        with pytest.raises(Invalid) as caught:
            await shop.show(unknown)
        assert [(problem.path, problem.code) for problem in caught.value.fields] == [("images/0", "unknown_medium")]


async def test_a_used_picture_is_not_deleted_and_its_users_are_named(shop: MediaShop) -> None:
    media_id = (await shop.upload()).media_id
    product = await shop.show(media_id, title="Mug")
    with pytest.raises(UserError) as caught:
        await shop.media.delete(shop.ctx, DeleteMedium(media_id=media_id))
    assert "“Mug”" in caught.value.text("en")
    assert len(await shop.events()) == 1
    await shop.set_images(product)
    await shop.media.delete(shop.ctx, DeleteMedium(media_id=media_id, base_version=1))
    assert [event.event_type for event in await shop.events()] == ["media.uploaded", "media.deleted"]
    with pytest.raises(NotFound):
        await shop.media.get(shop.ctx, media_id)


async def test_a_picture_in_the_trash_keeps_its_file_until_the_purge(shop: MediaShop) -> None:
    media_id = (await shop.upload(name="mug.jpg")).media_id
    await shop.media.delete(shop.ctx, DeleteMedium(media_id=media_id))
    shop.age(hours=25)
    await shop.media.clean_up(shop.ctx, await shop.media.unused(shop.ctx))
    assert shop.files()
    await shop.purge(media_id)
    await shop.media.clean_up(shop.ctx, await shop.media.unused(shop.ctx))
    assert shop.files() == []


async def test_cleaning_up_removes_what_was_told_and_is_still_unused(shop: MediaShop) -> None:
    ids = [(await shop.upload(picture("PNG", (8, 8 + n)), f"{n}.png")).media_id for n in range(4)]
    await shop.show(ids[0])
    assert (await shop.media.unused(shop.ctx)).ids == (), "what was uploaded a moment ago is about to be used"
    shop.age(hours=25)
    told = await shop.media.unused(shop.ctx)
    assert told.ids == tuple(ids[1:])
    assert told.size > 0
    await shop.show(ids[1], title="Meanwhile")
    done: list[int] = []
    cleaned = await shop.media.clean_up(shop.ctx, told, done.append)
    assert (cleaned.pictures, cleaned.files, done) == (2, 2, [3])
    left = (await shop.media.page(shop.ctx, MediaQuery())).rows
    assert [row.id for row in left] == [ids[1], ids[0]]
    assert len(shop.files()) == 2
    assert len(list((shop.folder / "thumbnails").rglob("*.webp"))) == 4


async def test_a_clean_up_leaves_what_another_shop_has(shop: MediaShop, other_ctx: Context) -> None:
    other = replace(shop, ctx=other_ctx)
    await shop.upload()
    theirs = (await other.upload()).media_id
    await other.show(theirs)
    shop.age(hours=25)
    cleaned = await shop.media.clean_up(shop.ctx, await shop.media.unused(shop.ctx))
    assert (cleaned.pictures, cleaned.files) == (1, 0)
    assert (await other.media.original(other.ctx, theirs)).exists()
    assert (await other.media.unused(other.ctx)) == Unused((), 0, 0, 0)


async def test_thumbnails_are_made_again_by_one_load(shop: MediaShop) -> None:
    media_id = (await shop.upload(picture("PNG", (640, 320)))).media_id
    path = await shop.media.thumbnail(shop.ctx, media_id, 320)
    path.unlink()
    shop.media.forget()
    loads = shop.media.thumbnail_stats.loads
    paths = await asyncio.gather(*(shop.media.thumbnail(shop.ctx, media_id, 320) for _ in range(1000)))
    assert set(paths) == {path}
    assert shop.media.thumbnail_stats.loads == loads + 1
    with Image.open(path) as image:
        assert image.size == (320, 160)


async def test_a_lost_original_says_so(shop: MediaShop) -> None:
    media_id = (await shop.upload()).media_id
    for path in shop.everything():
        path.unlink()
    with pytest.raises(UserError) as caught:
        await shop.media.thumbnail(shop.ctx, media_id, 96)
    assert caught.value.code == "media_file_missing"
    await shop.upload()
    assert (await shop.media.thumbnail(shop.ctx, media_id, 96)).exists(), "uploading it again mends it"


async def test_nothing_of_another_shop_is_seen_or_touched(shop: MediaShop, other_ctx: Context) -> None:
    media_id = (await shop.upload()).media_id
    await shop.show(media_id)
    media, ctx = shop.media, other_ctx
    assert await media.count(ctx, MediaQuery()) == 0
    assert (await media.page(ctx, MediaQuery())).rows == ()
    assert await media.usage(ctx, media_id) == ()
    shop.age(hours=25)
    assert (await media.unused(ctx)).ids == ()
    for ask in (
        lambda: media.get(ctx, media_id),
        lambda: media.original(ctx, media_id),
        lambda: media.thumbnail(ctx, media_id, 96),
        lambda: media.describe(ctx, words(media_id, 1, en={"title": "x"})),
        lambda: media.delete(ctx, DeleteMedium(media_id=media_id)),
    ):
        with pytest.raises(NotFound):
            await ask()
    told = replace(Unused((), 0, 0, 0), ids=(media_id,))
    assert (await media.clean_up(ctx, told)).pictures == 0
    assert (await media.get(shop.ctx, media_id)).version == 1


async def test_every_method_asks_first(shop: MediaShop) -> None:
    view = await shop.media.get(shop.ctx, (await shop.upload()).media_id)
    media, ctx = shop.media, replace(shop.ctx, role=Role.CUSTOMER)
    for ask in (
        lambda: media.get(ctx, view.id),
        lambda: media.count(ctx, MediaQuery()),
        lambda: media.page(ctx, MediaQuery()),
        lambda: media.usage(ctx, view.id),
        lambda: media.describe(ctx, words(view.id, 1, en={"title": "x"})),
        lambda: media.delete(ctx, DeleteMedium(media_id=view.id)),
        lambda: media.original(ctx, view.id),
        lambda: media.thumbnail(ctx, view.id, 96),
        lambda: media.unused(ctx),
        lambda: media.clean_up(ctx, Unused((view.id,), 0, 0, 0)),
    ):
        with pytest.raises(Forbidden):
            await ask()


async def test_lists_and_uses_go_by_index(shop: MediaShop) -> None:
    from rustok_desktop.media import statements as sql

    reader = shop.media._reader
    for statement, params in (
        (sql.PAGE["unused", False], {"tenant_id": "t", "after": "~", "limit": 10}),
        (sql.USERS, {"at_id": "m", "at_tenant_id": "t", "locale": "en", "limit": 5}),
        (sql.KNOWN_PATH, {"path": "p", "sha256": "s"}),
    ):
        plan = [row[3] for row in await reader.all(prepare(f"EXPLAIN QUERY PLAN {statement.sql}"), **params)]
        assert not [step for step in plan if step.startswith("SCAN")], plan
        assert not [step for step in plan if "TEMP B-TREE FOR ORDER" in step and statement is not sql.USERS], plan


async def test_an_own_picture_is_the_thumbnail_in_lists(shop: MediaShop) -> None:
    from rustok_desktop.index.documents import build

    media_id = (await shop.upload()).media_id
    product = await shop.show(media_id)
    documents = await shop.media._writer.run(lambda uow: list(build(uow.all, shop.ctx.tenant_id, [product.id])))
    assert [document.thumbnail_url for document in documents] == [media_url(media_id)]

"""Taking pictures in: one file per content, nothing personal in it, whole or not at all."""

from __future__ import annotations

import asyncio
import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from rustok_desktop.core import limits
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Forbidden, UserError
from rustok_desktop.media import worker
from rustok_desktop.media.views import MediaQuery

from .conftest import SECRET, MediaShop, exif, picture


async def test_a_picture_becomes_a_file_named_by_its_content_a_row_and_an_event(shop: MediaShop) -> None:
    uploaded = await shop.upload(name="Red mug.JPEG")
    view = await shop.media.get(shop.ctx, uploaded.media_id)
    (path,) = shop.files()
    data = (shop.folder / path).read_bytes()
    assert path == f"{view.sha256[:2]}/{view.sha256[2:4]}/{view.sha256}.jpg"
    assert hashlib.sha256(data).hexdigest() == view.sha256
    assert (view.filename, view.original_name, view.mime_type) == ("Red mug.JPEG", "Red mug.JPEG", "image/jpeg")
    assert (view.size, view.width, view.height, view.frames) == (len(data), 400, 300, 1)
    assert view.uploaded_by == shop.ctx.actor_id
    (event,) = await shop.events()
    assert event.event_type == "media.uploaded"
    assert event.data["size"] == len(data)
    assert event.data["changes"]["sha256"] == [None, view.sha256]
    assert not list((shop.folder / "incoming").iterdir())


async def test_the_same_content_twice_is_one_file_one_row_one_event(shop: MediaShop) -> None:
    first = await shop.upload()
    second = await shop.upload(name="another name.jpg")
    assert (first.created, second.created) == (True, False)
    assert first.media_id == second.media_id
    assert len(shop.files()) == 1
    assert len(await shop.events()) == 1


async def test_at_the_same_time_too(shop: MediaShop) -> None:
    uploads = await asyncio.gather(*(shop.upload(name=f"{n}.jpg") for n in range(6)))
    assert len({uploaded.media_id for uploaded in uploads}) == 1
    assert sum(uploaded.created for uploaded in uploads) == 1
    assert len(shop.files()) == 1


async def test_shops_share_a_file_and_nothing_else(shop: MediaShop, other_ctx: Context) -> None:
    other = replace(shop, ctx=other_ctx)
    mine, theirs = await shop.upload(), await other.upload()
    assert mine.media_id != theirs.media_id
    assert theirs.created
    assert len(shop.files()) == 1
    assert [row.id for row in (await other.media.page(other.ctx, MediaQuery())).rows] == [theirs.media_id]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_nothing_personal_is_kept(shop: MediaShop, kind: str) -> None:
    given = picture(kind, exif=exif(), **({"comment": SECRET} if kind == "JPEG" else {}))
    assert SECRET.encode() in given
    await shop.upload(given + b"trailer " + SECRET.encode())
    for path in shop.everything():
        assert SECRET.encode() not in path.read_bytes()
    with Image.open(shop.folder / shop.files()[0]) as image:
        image.load()
        assert not image.getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_pictures_stand_upright(shop: MediaShop, kind: str) -> None:
    uploaded = await shop.upload(picture(kind, (400, 300), exif=exif(orientation=6)))
    view = await shop.media.get(shop.ctx, uploaded.media_id)
    assert (view.width, view.height) == (300, 400)
    with Image.open(shop.folder / shop.files()[0]) as image:
        assert image.size == (300, 400)
        assert not image.getexif()
    with Image.open(await shop.media.thumbnail(shop.ctx, uploaded.media_id, 96)) as small:
        assert small.size == (72, 96)


async def test_an_animation_keeps_its_frames(shop: MediaShop) -> None:
    frames = [Image.new("RGB", (40, 30), color) for color in ("red", "teal", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:], duration=100)
    uploaded = await shop.upload(buffer.getvalue(), "turn.gif")
    assert (await shop.media.get(shop.ctx, uploaded.media_id)).frames == 3
    assert (shop.folder / shop.files()[0]).read_bytes() == buffer.getvalue()


async def test_content_decides_not_the_name(shop: MediaShop) -> None:
    uploaded = await shop.upload(picture("PNG"), "photo.jpg")
    view = await shop.media.get(shop.ctx, uploaded.media_id)
    assert (view.mime_type, view.filename, view.original_name) == ("image/png", "photo.png", "photo.jpg")


_SVG = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (_SVG, "logo.svg", "media_svg"),
        (_SVG, "logo.png", "media_svg"),
        (b"MZ\x90 a program", "mug.jpg", "media_unknown_type"),
        (picture("BMP"), "mug.bmp", "media_unknown_type"),
        (b"", "empty.jpg", "media_unknown_type"),
        (picture()[:-200], "cut.jpg", "media_broken"),
        (picture("PNG")[:-30], "cut.png", "media_broken"),
        (picture("WEBP")[:-30], "cut.webp", "media_broken"),
        (b"\xff\xd8\xff\xe0 not really", "odd.jpg", "media_broken"),
        (b"x" * (limits.MEDIA_BYTES + 1), "big.jpg", "media_too_large"),
        (picture("PNG", (10_000, 5_001)), "wide.png", "media_too_many_pixels"),
    ],
)
async def test_what_is_refused_leaves_nothing(shop: MediaShop, data: bytes, name: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        await shop.upload(data, name)
    assert caught.value.code == code
    assert shop.everything() == []
    assert await shop.events() == []


async def test_the_limits_themselves_pass(shop: MediaShop) -> None:
    uploaded = await shop.upload(picture("PNG", (10_000, 5_000)), "wide.png")
    assert uploaded.created
    padded = picture()
    await shop.upload(padded + b"\0" * (limits.MEDIA_BYTES - len(padded)), "just.jpg")


async def test_a_missing_file_is_named(shop: MediaShop) -> None:
    with pytest.raises(UserError) as caught:
        await shop.media.upload(shop.ctx, shop.inbox / "nowhere.jpg")
    assert caught.value.code == "file_not_found"


async def test_a_crash_between_file_and_row_leaves_only_a_file(
    shop: MediaShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def die(_work: object) -> None:
        raise RuntimeError("the plug is pulled")

    with monkeypatch.context() as patch:
        patch.setattr(shop.media._writer, "run", die)
        with pytest.raises(RuntimeError):
            await shop.upload()
    assert len(shop.files()) == 1
    assert await shop.media.count(shop.ctx, MediaQuery()) == 0
    told = await shop.media.unused(shop.ctx)
    assert told.stray_files == 0, "young files are left alone: their row may be on its way"
    shop.age(hours=25)
    told = await shop.media.unused(shop.ctx)
    assert (told.ids, told.stray_files) == ((), 1)
    cleaned = await shop.media.clean_up(shop.ctx, told)
    assert (cleaned.pictures, cleaned.files) == (0, 1)
    assert cleaned.size == told.stray_size > 0
    assert shop.everything() == []


async def test_a_stray_file_is_adopted_by_its_upload(shop: MediaShop, monkeypatch: pytest.MonkeyPatch) -> None:
    uploaded = await shop.upload()
    path = shop.folder / shop.files()[0]
    before = path.stat().st_mtime_ns
    again = await shop.upload()
    assert again.media_id == uploaded.media_id
    assert path.stat().st_mtime_ns > before, "made young, or a sweep could take it from under the upload"


async def test_what_was_on_its_way_is_swept_at_the_start(shop: MediaShop) -> None:
    left = shop.folder / "incoming" / "half"
    left.parent.mkdir()
    left.write_bytes(b"half a picture")
    await shop.media.start()
    assert shop.everything() == []


async def test_a_cancelled_upload_leaves_nothing(shop: MediaShop) -> None:
    upload = asyncio.ensure_future(shop.upload(picture("PNG", (5000, 5000), "red")))
    await asyncio.sleep(0.05)
    upload.cancel()
    with pytest.raises(asyncio.CancelledError):
        await upload
    await shop.media.close()  # waits for the worker
    assert [path for path in shop.everything() if path.stat().st_size] == []
    assert await shop.events() == []


async def test_a_worker_that_dies_is_replaced(shop: MediaShop) -> None:
    with pytest.raises(Exception, match="broke off"):
        await shop.media._process.run(_exit_hard)
    assert (await shop.upload()).created


def _exit_hard() -> None:
    import os

    os._exit(3)


async def test_who_may(shop: MediaShop) -> None:
    customer = replace(shop, ctx=replace(shop.ctx, role=Role.CUSTOMER))
    with pytest.raises(Forbidden):
        await customer.upload()
    manager = replace(shop, ctx=replace(shop.ctx, role=Role.MANAGER))
    assert (await manager.upload()).created


def test_colours_survive_the_stripping(tmp_path: Path) -> None:
    """The coded picture is copied, not made again: every pixel is the same."""
    for kind in ("JPEG", "PNG", "WEBP"):
        noise = Image.effect_noise((120, 90), 80).convert("RGB")
        buffer = io.BytesIO()
        noise.save(buffer, kind, exif=exif(), icc_profile=b"a profile that is not read here")
        source = tmp_path / "in"
        source.write_bytes(buffer.getvalue())
        worker.prepare(str(source), str(tmp_path / "out"))
        with Image.open(tmp_path / "out") as kept, Image.open(source) as given:
            assert kept.tobytes() == given.tobytes()
            assert kept.info["icc_profile"] == given.info["icc_profile"]

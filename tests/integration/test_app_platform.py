"""The whole platform: opening, closing, who may write, and the way from a save to the list."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import queue
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from rustok_desktop.app import Platform, Settings, build, open_platform
from rustok_desktop.commerce.schemas import CreateProduct, TranslationInput, VariantInput
from rustok_desktop.commerce.views import Saved
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import KnownFault, Locked, NotFound
from rustok_desktop.index.schemas import ProductPage, ProductQuery
from rustok_desktop.runtime.client import Client
from rustok_desktop.runtime.core_thread import CoreThread
from rustok_desktop.runtime.notices import INDEX, ChangeNotice

MUG = CreateProduct(translations={"en": TranslationInput(title="Mug")}, variants=(VariantInput(),))


@pytest.fixture(autouse=True)
def _nothing_is_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 3
    while (left := set(threading.enumerate()) - before) and time.monotonic() < deadline:
        for thread in left:
            # The loop that runs the tests keeps its pool of helper threads.
            if thread.name.startswith("asyncio_"):
                before.add(thread)
            else:
                thread.join(0.1)
    assert left <= before


class Opener:
    """Opens platforms and closes what a failed test leaves open: its threads would keep the run alive."""

    def __init__(self) -> None:
        self._opened: list[Platform] = []

    async def __call__(self, settings: Settings, *, read_only: bool = False) -> Platform:
        platform = await open_platform(settings, read_only=read_only)
        self._opened.append(platform)
        return platform

    async def close(self) -> None:
        for platform in reversed(self._opened):
            await platform.close()


@pytest.fixture
async def opener() -> AsyncIterator[Opener]:
    made = Opener()
    yield made
    await made.close()


async def test_opening_twice_in_one_directory(opener: Opener, tmp_path: Path) -> None:
    platform = await opener(Settings(tmp_path))
    tenant = platform.tenant
    (location,) = await platform.catalog.locations(platform.context())
    await platform.close()
    await platform.close()
    again = await opener(Settings(tmp_path))
    assert again.tenant == tenant
    assert await again.catalog.locations(again.context()) == (location,)
    assert [event.event_type for event in await again.log.read(event_type="tenant.created")] == ["tenant.created"]
    await again.close()


async def test_the_owner_is_at_work(opener: Opener, tmp_path: Path) -> None:
    platform = await opener(Settings(tmp_path, locale="ru"))
    ctx, other = platform.context(), platform.context("de")
    await platform.close()
    assert (ctx.tenant_id, ctx.role, ctx.locale) == (platform.tenant.id, Role.SUPER_ADMIN, "ru")
    assert other.locale == "de"
    assert ctx.correlation_id
    assert ctx.correlation_id != other.correlation_id


async def test_one_writer_at_a_time(opener: Opener, tmp_path: Path) -> None:
    first = await opener(Settings(tmp_path))
    with pytest.raises(Locked) as caught:
        await opener(Settings(tmp_path))
    assert caught.value.code == "data_dir_locked"
    assert (await first.catalog.create_product(first.context(), MUG)).version == 1
    await first.close()
    second = await opener(Settings(tmp_path))
    await second.close()


async def test_a_writer_in_another_process_is_respected(opener: Opener, tmp_path: Path) -> None:
    platform = await opener(Settings(tmp_path))
    code = (
        "import asyncio, sys; from pathlib import Path; from rustok_desktop.app import *\n"
        "from rustok_desktop.core.errors import Locked\n"
        "try: asyncio.run(open_platform(Settings(Path(sys.argv[1]))))\n"
        "except Locked as error: sys.exit(75)"
    )
    done = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", code, str(tmp_path)], check=False, timeout=60)
    assert done.returncode == 75
    await platform.close()


async def test_an_unknown_shop(opener: Opener, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        await opener(Settings(tmp_path, shop="other"))
    platform = await opener(Settings(tmp_path))  # the failed start gave the directory back
    await platform.close()


async def test_a_foreign_file_is_refused_and_kept(opener: Opener, tmp_path: Path) -> None:
    database = build(Settings(tmp_path)).directory.database
    database.write_bytes(b"this is no database, but somebody's notes. " * 100)
    with pytest.raises(KnownFault) as caught:
        await opener(Settings(tmp_path))
    assert caught.value.code == "foreign_file"
    assert database.read_bytes().startswith(b"this is no database")


async def test_reading_only_needs_a_file_and_makes_none(opener: Opener, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(NotFound):
        await opener(Settings(missing), read_only=True)
    assert not missing.exists()


async def test_reading_only_beside_a_writer_and_alone(opener: Opener, tmp_path: Path) -> None:
    writing = await opener(Settings(tmp_path))
    await writing.catalog.create_product(writing.context(), MUG)
    assert await writing.consumers.drain(10)
    reading = await opener(Settings(tmp_path), read_only=True)
    assert reading.tenant == writing.tenant
    assert await _titles(reading) == ["Mug"]
    await reading.close()
    await writing.close()
    before = _digest(writing)
    alone = await opener(Settings(tmp_path), read_only=True)
    assert await _titles(alone) == ["Mug"]
    await alone.close()
    assert _digest(writing) == before


async def test_the_log_file(opener: Opener, tmp_path: Path) -> None:
    platform = await opener(Settings(tmp_path, log_dir=tmp_path / "logs"))
    logging.getLogger("rustok_desktop.test").info("while open")
    await platform.close()
    logging.getLogger("rustok_desktop.test").info("after it")
    text = (tmp_path / "logs" / "rustok.log").read_text(encoding="utf-8")
    assert "while open" in text
    assert "after it" not in text


async def test_a_part_that_does_not_stop_keeps_nothing_else_open(opener: Opener, tmp_path: Path) -> None:
    platform = build(Settings(tmp_path))

    async def broken() -> None:
        raise OSError("will not")

    platform.lifecycle.add("broken", None, broken)
    await platform.open()
    with pytest.raises(ExceptionGroup):
        await platform.close()
    again = await opener(Settings(tmp_path))
    await again.close()


def test_from_a_save_to_the_list_through_the_core_thread(tmp_path: Path) -> None:
    face: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    bugs: list[BaseException] = []
    thread: CoreThread[Platform] = CoreThread(lambda: open_platform(Settings(tmp_path)), on_bug=bugs.append)
    client = Client(thread, face.put)
    notices: list[ChangeNotice] = []
    saved: list[Saved] = []
    pages: list[ProductPage] = []

    def wait(until: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 20
        while not until():
            face.get(timeout=max(0.0, deadline - time.monotonic()))()

    thread.start()
    client.watch(notices.append)
    client.submit(lambda p: p.catalog.create_product(p.context(), MUG), on_result=saved.append, write=True)
    wait(lambda: bool(saved))
    wait(lambda: any(INDEX in notice.kinds and saved[0].product_id in notice.ids for notice in notices))
    client.submit(lambda p: p.listing.page(p.context(), ProductQuery()), on_result=pages.append)
    wait(lambda: bool(pages))
    assert [row.title for row in pages[0].rows] == ["Mug"]
    assert any(saved[0].txid in notice.txids for notice in notices)
    assert thread.stop(15)
    assert bugs == []


async def _titles(platform: Platform) -> list[str]:
    page = await platform.listing.page(platform.context(), ProductQuery())
    return [row.title for row in page.rows]


def _digest(platform: Platform) -> str:
    return hashlib.sha256(platform.directory.database.read_bytes()).hexdigest()


async def test_events_name_the_owner_and_the_device_and_both_stay_the_same(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    seen = []
    for _ in range(2):
        platform = await open_platform(settings)
        context = platform.context()
        seen.append((context.actor_id, context.device_id))
        await platform.close()
    assert seen[0] == seen[1]
    assert None not in seen[0]
    assert seen[0][0] != seen[0][1]

"""Reads: consistent where asked, unable to write, safe to cancel."""

from __future__ import annotations

import asyncio
import threading

import pytest

from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

PUT = prepare("INSERT INTO sys_meta (key, value) VALUES (:key, 'x')")
COUNT = prepare("SELECT count(*) FROM sys_meta")
SLOW = prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT sum(i) FROM n")


async def test_a_reading_connection_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match="readonly"):
        await database.reader.all(PUT, key="a")


async def test_a_snapshot_does_not_see_later_commits(database: Database) -> None:
    async with database.reader.snapshot() as snapshot:
        assert await snapshot.one(COUNT) == (0,)
        await database.writer.run(lambda uow: uow.run(PUT, key="a"))
        assert await snapshot.one(COUNT) == (0,)
    assert await database.reader.one(COUNT) == (1,)


async def test_a_failed_snapshot_gives_its_connection_back_clean(database: Database) -> None:
    for _ in range(10):
        with pytest.raises(RuntimeError):  # noqa: PT012 - the block is the point
            async with database.reader.snapshot() as snapshot:
                await snapshot.one(COUNT)
                raise RuntimeError
    await database.writer.run(lambda uow: uow.run(PUT, key="a"))
    for _ in range(10):
        assert await database.reader.one(COUNT) == (1,)


async def test_cancelled_reads_leave_the_pool_usable(database: Database) -> None:
    tasks = [asyncio.create_task(database.reader.all(SLOW)) for _ in range(6)]
    await asyncio.sleep(0.05)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    assert await database.reader.one(COUNT) == (0,)
    await database.writer.run(lambda uow: uow.run(PUT, key="a"))
    assert await database.reader.one(COUNT) == (1,)


async def test_a_read_that_nobody_waits_for_is_broken_off(database: Database) -> None:
    """Else the next one stands behind it."""
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()
    for connection in list(database.reader._free._queue):  # type: ignore[attr-defined]
        await connection.create_function("here", 0, lambda: loop.call_soon_threadsafe(begun.set) and 0)
    endless = prepare("WITH RECURSIVE n(i) AS (SELECT here() UNION ALL SELECT i FROM n) SELECT count(*) FROM n")
    task = asyncio.create_task(database.reader.all(endless))
    await begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await database.reader.one(COUNT) == (0,)


async def test_its_threads_do_not_keep_a_forgetful_process_alive(database: Database) -> None:
    threads = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
    await database.reader.one(COUNT)
    assert threads
    stubborn = [thread.name for thread in threads if not thread.daemon and "asyncio" not in thread.name]
    assert stubborn == [], "the loop joins its own executor; these nobody joins"

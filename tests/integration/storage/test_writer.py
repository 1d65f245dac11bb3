"""The writer: whole units of work, nothing half done."""

from __future__ import annotations

import asyncio
import threading

import pytest

from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.errors import KnownFault
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork
from rustok_desktop.storage.writer import Writer, WriterClosed

PUT = prepare("INSERT INTO sys_meta (key, value) VALUES (:key, :value)")
KEYS = prepare("SELECT key FROM sys_meta ORDER BY key")


async def keys(database: Database) -> list[str]:
    return [row[0] for row in await database.reader.all(KEYS)]


async def test_a_unit_commits_as_a_whole_and_returns_its_result(database: Database) -> None:
    def work(uow: UnitOfWork) -> str:
        uow.run(PUT, key="a", value="1")
        uow.run(PUT, key="b", value="2")
        return uow.txid

    txid = await database.writer.run(work)

    assert len(txid) == 36
    assert await keys(database) == ["a", "b"]


async def test_an_error_rolls_everything_back_and_reaches_the_caller(database: Database) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.run(PUT, key="a", value="1")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        await database.writer.run(work)

    assert await keys(database) == []
    await database.writer.run(lambda uow: uow.run(PUT, key="later", value="x"))
    assert await keys(database) == ["later"]


async def test_a_cancelled_caller_neither_stops_the_work_nor_keeps_the_write_lock(database: Database) -> None:
    started, go_on = threading.Event(), threading.Event()

    def work(uow: UnitOfWork) -> None:
        uow.run(PUT, key="slow", value="1")
        started.set()
        assert go_on.wait(10)

    task = asyncio.create_task(database.writer.run(work))
    await asyncio.to_thread(started.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()

    await database.writer.run(lambda uow: uow.run(PUT, key="next", value="1"))
    assert await keys(database) == ["next", "slow"]


async def test_work_that_waits_its_turn_is_done_although_its_caller_was_cancelled(database: Database) -> None:
    started, go_on = threading.Event(), threading.Event()

    def slow(uow: UnitOfWork) -> None:
        started.set()
        assert go_on.wait(10)

    first = asyncio.create_task(database.writer.run(slow))
    await asyncio.to_thread(started.wait, 10)
    second = asyncio.create_task(database.writer.run(lambda uow: uow.run(PUT, key="queued", value="1")))
    await asyncio.sleep(0.01)
    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    go_on.set()
    await first

    await database.writer.run(lambda uow: None)
    assert await keys(database) == ["queued"]


async def test_a_broken_unique_rule_names_table_and_columns(database: Database) -> None:
    await database.writer.run(lambda uow: uow.run(PUT, key="a", value="1"))

    with pytest.raises(UniqueViolation) as caught:
        await database.writer.run(lambda uow: uow.run(PUT, key="a", value="2"))

    assert (caught.value.table, caught.value.columns) == ("sys_meta", ("key",))


async def test_a_savepoint_fails_alone(database: Database) -> None:
    def work(uow: UnitOfWork) -> None:
        uow.run(PUT, key="kept", value="1")
        with pytest.raises(UniqueViolation), uow.savepoint():  # noqa: PT012 - the part is the point
            uow.run(PUT, key="undone", value="1")
            uow.run(PUT, key="kept", value="2")

    await database.writer.run(work)

    assert await keys(database) == ["kept"]


async def test_listeners_run_after_the_commit_once_and_only_then(database: Database) -> None:
    heard: list[str] = []

    def listener() -> None:
        heard.append("committed")

    def fails(uow: UnitOfWork) -> None:
        uow.after_commit(listener)
        raise ValueError

    def works(uow: UnitOfWork) -> None:
        uow.after_commit(listener)
        uow.after_commit(listener)
        assert heard == []

    with pytest.raises(ValueError):  # noqa: PT011 - raised two lines above
        await database.writer.run(fails)
    assert heard == []
    await database.writer.run(works)
    assert heard == ["committed"]


async def test_a_listener_that_fails_does_not_take_back_the_answer(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    def bad() -> None:
        raise RuntimeError("listener")

    def work(uow: UnitOfWork) -> str:
        uow.after_commit(bad)
        return "done"

    assert await database.writer.run(work) == "done"
    assert "a listener failed" in caplog.text


async def test_readers_are_not_blocked_by_an_open_write(database: Database) -> None:
    started, go_on = threading.Event(), threading.Event()

    def work(uow: UnitOfWork) -> None:
        uow.run(PUT, key="open", value="1")
        started.set()
        assert go_on.wait(10)

    task = asyncio.create_task(database.writer.run(work))
    await asyncio.to_thread(started.wait, 10)
    try:
        assert await asyncio.wait_for(keys(database), 5) == []
    finally:
        go_on.set()
        await task
    assert await keys(database) == ["open"]


async def test_a_full_disk_is_a_known_fault_and_loses_nothing(database: Database) -> None:
    await database.writer.run(lambda uow: uow.run(PUT, key="before", value="1"))
    pages = (await database.writer.execute("PRAGMA page_count"))[0][0]
    await database.writer.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(KnownFault) as caught:
        await database.writer.run(lambda uow: uow.run(PUT, key="big", value="x" * 10_000_000))

    assert caught.value.code == "disk_full"
    await database.writer.execute("PRAGMA max_page_count=1000000")
    await database.writer.run(lambda uow: uow.run(PUT, key="after", value="1"))
    assert await keys(database) == ["after", "before"]


def test_a_closed_writer_refuses_work(tmp_path) -> None:
    writer = Writer(tmp_path / "x.db", utc_now)
    with pytest.raises(WriterClosed):
        writer.run_blocking(lambda uow: None)
    writer.open()
    assert writer.run_blocking(lambda uow: 5) == 5
    writer.close()
    writer.close()
    with pytest.raises(WriterClosed):
        writer.run_blocking(lambda uow: None)
    assert not [thread for thread in threading.enumerate() if thread.name == "rustok-writer"]

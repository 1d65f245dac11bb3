"""Importing without a review: batches are written while the file is still being read."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.exchange import plan_process, worker
from rustok_desktop.exchange.plan_process import OnProgress, OnStaged, WorkerFailed
from rustok_desktop.exchange.schemas import ImportProgress, Tally
from rustok_desktop.exchange.service import ImportService
from rustok_desktop.exchange.worker import Job, Planned, Staged, Work
from rustok_desktop.storage.staging import StagingFile

Table = Callable[..., Path]
BATCH = worker.BATCH


def _many(count: int) -> list[dict[str, str]]:
    return [
        {"Handle": f"p-{n}", "Title": f"Product {n}", "Variant SKU": f"P{n}", "Variant Price": "5.00"}
        for n in range(count)
    ]


def _service(shop: Any, run_plan: Any) -> ImportService:
    database = shop.database
    return ImportService(database.writer, database.reader, shop.bus, shop.log, shop.directory, run_plan)


async def _kept(shop: Any) -> int:
    """The number of products; each has its variant, price and event."""
    products = await shop.value("SELECT count(*) FROM products")
    created = "sys_events WHERE event_type = 'product.created'"
    for table in ("product_translations", "product_variants", "prices", created):
        assert await shop.value(f"SELECT count(*) FROM {table}") == products
    return int(products)


async def _nothing_left(shop: Any) -> None:
    assert list(shop.directory.temp.iterdir()) == []
    assert len(await shop.database.writer.execute("PRAGMA database_list")) == 1
    assert not [child for child in multiprocessing.active_children() if child.name == "rustok-import"]


async def test_a_batch_is_written_while_the_worker_waits_with_the_next(shop: Any, table: Table) -> None:
    in_the_shop = threading.Event()

    async def plan(job: Job, on_progress: OnProgress | None, on_staged: OnStaged | None) -> Planned:
        loop = asyncio.get_running_loop()

        class Pipe:
            def send(self, told: tuple[str, Any]) -> None:
                if told[0] == "staged" and on_staged is not None:
                    loop.call_soon_threadsafe(on_staged, told[1])
                    if told[1].batch.low == 1:
                        assert in_the_shop.wait(20), "the first batch waits for the others"

        return await asyncio.to_thread(Work(job, Pipe(), threading.Event()).plan)  # type: ignore[arg-type]

    def told(progress: ImportProgress) -> None:
        if progress.phase == "write":
            in_the_shop.set()

    report = await _service(shop, plan).run(shop.ctx, table(_many(2 * BATCH)), on_progress=told)
    assert report.products == Tally(created=2 * BATCH)
    await _nothing_left(shop)


async def test_consumers_are_woken_once_it_is_over(shop: Any, table: Table) -> None:
    await shop.imports.run(shop.ctx, table(_many(3 * BATCH)))
    assert len(shop.woken) == 1


async def test_nothing_is_told_about_writing_when_nothing_changes(shop: Any, table: Table) -> None:
    path = table(_many(2 * BATCH))
    await shop.load(path)
    seen: list[str] = []
    report = await shop.imports.run(shop.ctx, path, on_progress=lambda p: seen.append(p.phase))
    assert report.products == Tally(unchanged=2 * BATCH)
    assert set(seen) == {"read"}
    states = [state for (state,) in await shop.rows("SELECT state FROM imports ORDER BY started_at")]
    assert states == ["done", "done"]


async def test_cancelled_is_asked_between_batches(shop: Any, table: Table) -> None:
    asked: list[int] = []

    def enough() -> bool:
        asked.append(1)
        return len(asked) > 2

    report = await shop.in_a_process.run(shop.ctx, table(_many(20 * BATCH)), cancelled=enough)
    assert (report.cancelled, report.failed) == (True, "")
    assert report.products.created == await _kept(shop) == 2 * BATCH
    assert await shop.value("SELECT state FROM imports") == "cancelled"
    await _nothing_left(shop)


async def test_cancelling_the_task_keeps_whole_batches_and_ends_the_worker(shop: Any, table: Table) -> None:
    begun = asyncio.Event()

    def told(progress: ImportProgress) -> None:
        if progress.phase == "write":
            begun.set()

    task = asyncio.ensure_future(shop.in_a_process.run(shop.ctx, table(_many(20 * BATCH)), on_progress=told))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    kept = await _kept(shop)
    assert 0 < kept < 20 * BATCH
    assert kept % BATCH == 0
    ((state, tallies),) = await shop.rows("SELECT state, tallies FROM imports")
    assert (state, f'"created":{kept}' in tallies) == ("cancelled", True)
    await _nothing_left(shop)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
async def test_a_worker_killed_in_the_middle_keeps_what_was_written_and_says_so(
    shop: Any, table: Table, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    receive, batches = plan_process._receive, []

    def kill_third(process: Any, receiver: Any) -> tuple[str, Any]:
        kind, value = receive(process, receiver)
        if kind == "staged":
            batches.append(value)
            if len(batches) == 3:
                os.kill(process.pid, signal.SIGKILL)
                process.join()
        return kind, value

    monkeypatch.setattr(plan_process, "_receive", kill_third)
    rows = _many(40 * BATCH)
    rows[0]["Variant Price"] = "five"
    with caplog.at_level(logging.ERROR):
        report = await shop.in_a_process.run(shop.ctx, table(rows))
    kept = await _kept(shop)
    assert (kept + 1) % BATCH == 0
    assert 3 * BATCH <= kept + 1 == report.products.created + 1 < 40 * BATCH
    assert report.failed
    assert (report.errors[0].rule, report.errors[1].rule) == ("import_stopped", "bad_amount")
    assert report.rejected_file is not None
    assert "code -9" in caplog.text
    ((state, tallies),) = await shop.rows("SELECT state, tallies FROM imports")
    assert (state, f'"created":{kept}' in tallies) == ("failed", True)
    await _nothing_left(shop)
    monkeypatch.undo()
    rows[0]["Variant Price"] = "5"
    again = await shop.load(table(rows))
    assert again.products == Tally(created=40 * BATCH - kept, unchanged=kept)


def _stopping(after: int, error: Exception) -> Any:
    """A worker that fails once it has handed over ``after`` batches."""

    async def plan(job: Job, on_progress: OnProgress | None, on_staged: OnStaged | None) -> Planned:
        staged: list[Staged] = []

        class Pipe:
            def send(self, told: tuple[str, Any]) -> None:
                if told[0] == "staged":
                    staged.append(told[1])

        await asyncio.to_thread(Work(job, Pipe(), threading.Event()).plan)  # type: ignore[arg-type]
        assert on_staged is not None
        for each in staged[:after]:
            on_staged(each)
        raise error

    return plan


async def test_a_known_fault_in_the_middle_is_told_in_its_own_words(shop: Any, table: Table) -> None:
    report = await _service(shop, _stopping(2, KnownFault("disk_full"))).run(shop.ctx, table(_many(3 * BATCH)))
    assert report.products == Tally(created=2 * BATCH)
    assert await _kept(shop) == 2 * BATCH
    assert report.errors[0].rule == "disk_full"
    assert report.failed == KnownFault("disk_full").text("en")
    assert await shop.value("SELECT state FROM imports") == "failed"
    assert shop.woken
    await _nothing_left(shop)


@pytest.mark.parametrize("error", [KnownFault("disk_full"), WorkerFailed("gone")])
async def test_a_fault_before_anything_is_written_is_raised(shop: Any, table: Table, error: Exception) -> None:
    with pytest.raises(type(error), match=str(error)):
        await _service(shop, _stopping(0, error)).run(shop.ctx, table(_many(BATCH)))
    assert await _kept(shop) == 0
    await _nothing_left(shop)


async def test_a_fault_after_batches_that_change_nothing_is_raised(shop: Any, table: Table) -> None:
    path = table(_many(2 * BATCH))
    await shop.load(path)
    with pytest.raises(KnownFault):
        await _service(shop, _stopping(1, KnownFault("disk_full"))).run(shop.ctx, path)
    assert await _kept(shop) == 2 * BATCH
    await _nothing_left(shop)


async def test_a_file_too_big_to_keep_is_read_twice_with_the_same_result(
    shop: Any, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = _many(BATCH + 5)
    rows.append({"Handle": "p-0", "Image Src": "https://i.example/0.jpg"})
    path = table(rows)
    kept = await shop.imports.plan(shop.ctx, path)
    monkeypatch.setattr(worker, "KEPT", 0)
    passed = await shop.imports.plan(shop.ctx, path)
    assert (passed.products, passed.variants, passed.images) == (kept.products, kept.variants, kept.images)
    assert passed.images == Tally(created=1)


def test_a_shared_staging_file_shows_what_is_committed_and_never_waits(tmp_path: Path) -> None:
    path = tmp_path / "staging.db"
    with closing(StagingFile.open(path, shared=True)) as writing:
        writing.connection.execute("CREATE TABLE t (x)")
        with closing(StagingFile.read(path)) as reading:
            reading.connection.execute("BEGIN")
            assert reading.connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
            writing.connection.execute("INSERT INTO t VALUES (1)")  # would wait for the reader without the log
            assert reading.connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
            reading.connection.execute("COMMIT")
            assert reading.connection.execute("SELECT count(*) FROM t").fetchone() == (1,)
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                reading.connection.execute("DELETE FROM t")
    assert path.exists()
    StagingFile.remove(path)
    assert list(tmp_path.iterdir()) == []

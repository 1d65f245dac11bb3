"""Stopping an import anywhere keeps whole batches and says so."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange import plan_process, worker
from rustok_desktop.exchange.plan_process import WorkerFailed
from rustok_desktop.exchange.schemas import ImportOptions, ImportProgress, Tally

Table = Callable[..., Path]


def _many(count: int) -> list[dict[str, str]]:
    return [
        {
            "Handle": f"p-{n}",
            "Title": f"Product {n}",
            "Body (HTML)": "words " * 40,
            "Option1 Name": "Size",
            "Option1 Value": size,
            "Variant SKU": f"P{n}-{size}",
            "Variant Price": "5.00",
            "Variant Inventory Qty": "2",
        }
        for n in range(count)
        for size in ("S", "L")
    ]


async def _check_whole(shop: Any) -> int:
    """No product without its variants, prices, stock and events; returns the number of products."""
    products = await shop.value("SELECT count(*) FROM products")
    for sql, each in (
        ("SELECT count(*) FROM product_translations", 1),
        ("SELECT count(*) FROM product_variants", 2),
        ("SELECT count(*) FROM prices", 2),
        ("SELECT count(*) FROM inventory_movements", 2),
        ("SELECT count(*) FROM sys_events WHERE event_type = 'product.created'", 1),
        ("SELECT count(*) FROM sys_events WHERE event_type = 'inventory.updated'", 2),
    ):
        assert await shop.value(sql) == products * each, sql
    return int(products)


async def test_a_worker_process_plans_and_the_same_file_twice_changes_nothing(shop: Any, table: Table) -> None:
    seen: list[ImportProgress] = []
    path = table(_many(600))
    report = await shop.in_a_process.run(shop.ctx, path, on_progress=seen.append)
    assert report.products == Tally(created=600)
    assert report.variants == Tally(created=1200)
    assert {p.phase for p in seen} == {"read", "write"}
    assert seen[-1] == ImportProgress("write", 600, 600, Tally(created=600))
    assert await _check_whole(shop) == 600
    assert len({txid for (txid,) in await shop.rows("SELECT DISTINCT txid FROM sys_events")}) >= 3
    again = await shop.in_a_process.run(shop.ctx, path)
    assert again.products == Tally(unchanged=600)


async def test_a_refusal_comes_back_from_the_process(shop: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"Code,Quantity\n1,2\n")
    with pytest.raises(UserError) as refused:
        await shop.in_a_process.plan(shop.ctx, path)
    assert refused.value.code == "missing_columns"


async def test_cancelling_between_batches_keeps_whole_batches(shop: Any, table: Table) -> None:
    plan = await shop.imports.plan(shop.ctx, table(_many(700)))
    asked: list[int] = []

    def enough() -> bool:
        asked.append(1)
        return len(asked) > 2

    report = await shop.imports.commit(shop.ctx, plan, cancelled=enough)
    assert report.cancelled
    assert report.products.created == 2 * worker.BATCH
    assert await _check_whole(shop) == 2 * worker.BATCH
    assert await shop.value("SELECT state FROM imports") == "cancelled"
    rest = await shop.load(table(_many(700)))
    assert rest.products == Tally(created=200, unchanged=500)


async def test_cancelling_the_task_keeps_whole_batches(shop: Any, table: Table) -> None:
    plan = await shop.imports.plan(shop.ctx, table(_many(1500)))
    begun = asyncio.Event()
    task = asyncio.ensure_future(shop.imports.commit(shop.ctx, plan, on_progress=lambda _: begun.set()))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    kept = await _check_whole(shop)
    assert 0 < kept < 1500
    assert kept % worker.BATCH == 0
    ((state, tallies),) = await shop.rows("SELECT state, tallies FROM imports")
    assert (state, f'"created":{kept}' in tallies) == ("cancelled", True)
    assert list(shop.directory.temp.iterdir()) == []
    # The writer is free and the staging file detached.
    assert len(await shop.database.writer.execute("PRAGMA database_list")) == 1


class Ear:
    """Hears what a worker says, also what nobody listens to any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heard: list[str] = []
        self._receive, self._end = plan_process._receive, plan_process._end
        self._receiver: Any = None
        self._one_at_a_time = threading.Lock()
        monkeypatch.setattr(plan_process, "_receive", self.receive)
        monkeypatch.setattr(plan_process, "_end", self.end)
        monkeypatch.setattr(plan_process, "_GRACE", 60.0)  # a busy machine: it stops by itself, however late

    def receive(self, process: Any, receiver: Any) -> tuple[str, Any]:
        self._receiver = receiver
        with self._one_at_a_time:
            kind, value = self._receive(process, receiver)
        self.heard.append(kind)
        return kind, value

    def end(self, process: Any) -> None:
        self._end(process)
        with self._one_at_a_time, suppress(EOFError):
            while self._receiver.poll():
                self.heard.append(self._receiver.recv()[0])


async def test_cancelling_a_plan_ends_its_process_and_removes_its_file(
    shop: Any, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, ear = table(_many(6000)), Ear(monkeypatch)
    begun = asyncio.Event()

    def told(progress: ImportProgress) -> None:
        if progress.done:
            begun.set()

    task = asyncio.ensure_future(shop.in_a_process.plan(shop.ctx, path, on_progress=told))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert "cancelled" in ear.heard, "it ended because it was told to, not because it was killed"
    assert "done" not in ear.heard
    assert list(shop.directory.temp.iterdir()) == []
    assert not _children()


async def test_the_worker_stops_when_it_is_told_to(shop: Any, table: Table) -> None:
    job = await shop.imports._jobs.make(shop.ctx, table(_many(worker.BATCH * 2)), ImportOptions())
    cancelled = threading.Event()
    done: list[int] = []

    class Pipe:
        def send(self, message: tuple[str, tuple[int, int, Tally]]) -> None:
            done.append(message[1][0])
            if message[1][0]:
                cancelled.set()

    with pytest.raises(worker.Cancelled):
        worker.Work(job, Pipe(), cancelled).plan()  # type: ignore[arg-type]
    assert max(done) == worker.BATCH


def _children() -> list[str]:
    import multiprocessing

    return [child.name for child in multiprocessing.active_children() if child.name == "rustok-import"]


async def test_a_worker_that_is_killed_is_told(shop: Any, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[Any] = []
    receive = plan_process._receive

    def kill_first(process: Any, receiver: Any) -> tuple[str, Any]:
        if not ends:
            ends.append(process.pid)
            os.kill(process.pid, signal.SIGKILL)
        return receive(process, receiver)

    monkeypatch.setattr(plan_process, "_receive", kill_first)
    with pytest.raises(WorkerFailed, match="-9"):
        await shop.in_a_process.plan(shop.ctx, table(_many(10)))
    assert list(shop.directory.temp.iterdir()) == []


async def test_a_bug_in_the_worker_is_no_refusal(shop: Any, table: Table) -> None:
    from rustok_desktop.core.errors import AppError

    path = table(_many(1))
    job = await shop.in_a_process._jobs.make(shop.ctx, path, ImportOptions())
    broken = worker.Job(**{name: getattr(job, name) for name in job.__slots__} | {"currency": None})
    with pytest.raises(WorkerFailed, match="Traceback") as failed:
        await plan_process.run_plan(broken, None)
    assert not isinstance(failed.value, AppError)


_KILLED = """
import asyncio, sys
from pathlib import Path

async def main(root, path):
    from rustok_desktop.core.clock import utc_now
    from rustok_desktop.core.context import Context, Role
    from rustok_desktop.core.upcasters import Upcasters
    from rustok_desktop.exchange.service import ImportService
    from rustok_desktop.outbox.bus import TransactionalEventBus
    from rustok_desktop.outbox.log import EventLog
    from rustok_desktop.storage.data_dir import DataDirectory
    from rustok_desktop.storage.database import Database

    directory = DataDirectory(root)
    database = Database(directory.database, utc_now)
    await database.open()
    bus = TransactionalEventBus()
    imports = ImportService(
        database.writer, database.reader, bus, EventLog(database.reader, Upcasters()), directory
    )
    ctx = Context(sys.argv[3], Role.SUPER_ADMIN)

    def told(progress):
        if progress.phase == "write":
            print(progress.done, flush=True)

    await imports.run(ctx, path, on_progress=told)

if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
async def test_kill_nine_leaves_whole_batches_and_the_next_start_tidies_up(
    shop: Any, table: Table, tmp_path: Path
) -> None:
    path = table(_many(3000))
    script = tmp_path / "killed.py"
    script.write_text(_KILLED, encoding="utf-8")
    await shop.database.close()
    arguments = [str(script), str(shop.directory.root), str(path), shop.ctx.tenant_id]
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    assert (await process.stdout.readline()).strip(), "the import wrote nothing"
    process.kill()
    await process.communicate()
    await shop.database.open()

    kept = await _check_whole(shop)
    assert 0 < kept < 3000
    assert kept % worker.BATCH == 0
    assert list(shop.directory.temp.iterdir()) != []
    await shop.imports.sweep()
    assert list(shop.directory.temp.iterdir()) == []
    ((state, tallies),) = await shop.rows("SELECT state, tallies FROM imports")
    assert (state, f'"created":{kept}' in tallies) == ("interrupted", True)
    with sqlite3.connect(shop.directory.database) as check:
        assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    check.close()
    report = await shop.load(path)
    assert report.products == Tally(created=3000 - kept, unchanged=kept)

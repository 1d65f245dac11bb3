"""Periodic jobs, and when a checkpoint is due."""

from __future__ import annotations

import asyncio

import pytest

from rustok_desktop.runtime.scheduler import Maintenance, Scheduler


class FakeDatabase:
    """Remembers what was asked of it."""

    def __init__(self) -> None:
        self.checkpoints = 0
        self.checkpointed = asyncio.Event()
        self.optimized = asyncio.Event()

    async def checkpoint(self) -> None:
        self.checkpoints += 1
        self.checkpointed.set()

    async def optimize(self) -> None:
        self.optimized.set()


async def test_jobs_run_again_after_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    runs: list[int] = []
    third = asyncio.Event()

    async def job() -> None:
        runs.append(1)
        if len(runs) == 1:
            raise OSError("the first time")
        if len(runs) == 3:
            third.set()

    scheduler = Scheduler()
    scheduler.every(0.02, job, "job")
    await scheduler.start()
    async with asyncio.timeout(5):
        await third.wait()
    await scheduler.stop()
    assert "the first time" in caplog.text
    count = len(runs)
    await asyncio.sleep(0.1)
    assert len(runs) == count


async def test_stopping_ends_a_job_under_way() -> None:
    started, ended = asyncio.Event(), asyncio.Event()

    async def job() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    scheduler = Scheduler()
    scheduler.every(0.01, job, "job")
    await scheduler.start()
    async with asyncio.timeout(5):
        await started.wait()
        await scheduler.stop()
        await ended.wait()


async def test_a_checkpoint_waits_for_a_pause_and_comes_once() -> None:
    database = FakeDatabase()
    maintenance = Maintenance(database)
    await maintenance.checkpoint_when_idle()
    assert database.checkpoints == 0, "nothing was written"
    maintenance.committed()
    await maintenance.checkpoint_when_idle()
    maintenance.committed()
    await maintenance.checkpoint_when_idle()
    assert database.checkpoints == 0, "still busy"
    await maintenance.checkpoint_when_idle()
    await maintenance.checkpoint_when_idle()
    assert database.checkpoints == 1


async def test_both_jobs_are_scheduled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rustok_desktop.runtime.scheduler.CHECKPOINT_SECONDS", 0.01)
    monkeypatch.setattr("rustok_desktop.runtime.scheduler.OPTIMIZE_SECONDS", 0.01)
    database, scheduler = FakeDatabase(), Scheduler()
    maintenance = Maintenance(database)
    maintenance.committed()
    maintenance.schedule(scheduler)
    await scheduler.start()
    async with asyncio.timeout(5):
        await database.checkpointed.wait()
        await database.optimized.wait()
    await scheduler.stop()

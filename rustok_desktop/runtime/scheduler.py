"""What the core does by the clock: keep the write-ahead log short, the planner's statistics fresh, and more.

Consumers need no job here: the runner polls the log itself in case a wake-up was lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

CHECKPOINT_SECONDS = 60.0
OPTIMIZE_SECONDS = 3600.0


class Upkeep(Protocol):
    """What the database offers for its upkeep."""

    async def checkpoint(self) -> None: ...

    async def optimize(self) -> None: ...


class Scheduler:
    """Periodic jobs on the core loop. Two runs of one job never overlap; missed runs become one."""

    def __init__(self) -> None:
        # Triggers are objects and the zone is given: names and the system's zone are looked up through
        # package metadata and files that a packaged program lacks.
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    def every(self, seconds: float, job: Callable[[], Awaitable[None]], name: str) -> None:
        """Run ``job`` each ``seconds``, first after that time. Its errors are logged and do not end it."""
        self._scheduler.add_job(job, IntervalTrigger(seconds=seconds, timezone=UTC), name=name)

    def once(self, seconds: float, job: Callable[[], Awaitable[None]], name: str) -> None:
        """Run ``job`` after that time, instead of what waits under this name."""
        moment = datetime.now(UTC) + timedelta(seconds=seconds)
        trigger = DateTrigger(run_date=moment, timezone=UTC)
        self._scheduler.add_job(job, trigger, id=name, name=name, replace_existing=True)

    def cancel(self, name: str) -> None:
        """Nothing waits under this name any more; no error if nothing did."""
        if self._scheduler.get_job(name) is not None:
            self._scheduler.remove_job(name)

    async def start(self) -> None:
        """Begin, on the running loop."""
        self._scheduler.start()

    async def stop(self) -> None:
        """End. A job under way is cancelled; what it gave to the writer still finishes there."""
        self._scheduler.shutdown(wait=False)
        await asyncio.sleep(0)  # the shutdown runs as a callback of the loop


class Maintenance:
    """Checkpoints in the pause after changes, not between them: a checkpoint is slow disk work."""

    def __init__(self, database: Upkeep) -> None:
        self._database = database
        self._commits = 0
        self._seen = 0
        self._checkpointed = 0

    def schedule(self, scheduler: Scheduler) -> None:
        """Add the jobs."""
        scheduler.every(CHECKPOINT_SECONDS, self.checkpoint_when_idle, "checkpoint")
        scheduler.every(OPTIMIZE_SECONDS, self._database.optimize, "optimize")

    def committed(self) -> None:
        """Something was written; on any thread."""
        self._commits += 1

    async def checkpoint_when_idle(self) -> None:
        """Checkpoint unless something was committed since the last call, or nothing since the last checkpoint."""
        commits = self._commits
        idle, self._seen = commits == self._seen, commits
        if idle and commits != self._checkpointed:
            self._checkpointed = commits
            await self._database.checkpoint()

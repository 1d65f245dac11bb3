"""Scheduled publishing: an alarm for the next time, set anew whenever a schedule changes."""

from __future__ import annotations

import asyncio
from typing import Protocol

from rustok_desktop.core.clock import Clock, parse_time
from rustok_desktop.runtime.notices import ChangeNotice
from rustok_desktop.runtime.scheduler import Scheduler

NAME = "publishing"
LOOK_SECONDS = 60.0


class Due(Protocol):
    """What content offers: what is due, and when something will be."""

    async def run(self) -> int: ...

    async def next_time(self) -> str | None: ...


class Publishing:
    """Rings at the next time. A look each minute besides: a computer that slept rings late, a corrected clock never.

    What was missed while the program was closed is done at the start.
    """

    def __init__(self, due: Due, scheduler: Scheduler, clock: Clock) -> None:
        self._due = due
        self._scheduler = scheduler
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._setting: set[asyncio.Task[None]] = set()
        self._open = False
        scheduler.every(LOOK_SECONDS, self.run, NAME)

    async def start(self) -> None:
        """Catch up, then wait for the next time."""
        self._open = True
        await self.run()

    async def stop(self) -> None:
        """No more alarms; an act under way is finished."""
        self._open = False
        await asyncio.gather(*self._setting)
        async with self._one_at_a_time:
            self._scheduler.cancel(NAME)

    async def run(self) -> None:
        """Do what is due and set the alarm for what comes next."""
        async with self._one_at_a_time:
            if self._open:
                await self._due.run()
                await self._set()

    def noticed(self, notice: ChangeNotice) -> None:
        """A node changed, perhaps its schedule. On the core loop."""
        if self._open and (notice.bulk or "node" in notice.kinds):
            task = asyncio.get_running_loop().create_task(self.run(), name=NAME)
            self._setting.add(task)
            task.add_done_callback(self._setting.discard)

    async def _set(self) -> None:
        time = await self._due.next_time()
        if time is None:
            self._scheduler.cancel(NAME)
        else:
            seconds = (parse_time(time) - parse_time(self._clock())).total_seconds()
            self._scheduler.once(max(seconds, 0.0), self.run, NAME)

"""The alarm of scheduled publishing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from rustok_desktop.runtime.notices import ChangeNotice
from rustok_desktop.runtime.publishing import Publishing
from rustok_desktop.runtime.scheduler import Scheduler

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class FakeDue:
    """Has one time to come, and counts how often it is asked to act."""

    def __init__(self) -> None:
        self.time: datetime | None = None
        self.runs = 0
        self.ran = asyncio.Event()

    async def run(self) -> int:
        self.runs += 1
        self.ran.set()
        return 0

    async def next_time(self) -> str | None:
        return None if self.time is None else text(self.time)


class FakeScheduler:
    """Remembers what waits."""

    def __init__(self) -> None:
        self.waiting: dict[str, float] = {}
        self.regular: list[float] = []

    def every(self, seconds: float, job: object, name: str) -> None:
        self.regular.append(seconds)

    def once(self, seconds: float, job: object, name: str) -> None:
        self.waiting[name] = seconds

    def cancel(self, name: str) -> None:
        self.waiting.pop(name, None)


def notice(*kinds: str, bulk: bool = False) -> ChangeNotice:
    return ChangeNotice(frozenset(kinds), frozenset(), frozenset(), 1, bulk)


async def test_it_catches_up_and_sets_the_alarm() -> None:
    due, scheduler = FakeDue(), FakeScheduler()
    due.time = NOW + timedelta(hours=2)
    publishing = Publishing(due, scheduler, lambda: text(NOW))  # type: ignore[arg-type]
    await publishing.run()
    assert due.runs == 0, "before the start nothing is done"
    await publishing.start()
    assert due.runs == 1
    assert scheduler.waiting == {"publishing": 7200.0}
    assert scheduler.regular == [60.0]
    due.time = NOW - timedelta(hours=1)
    await publishing.run()
    assert scheduler.waiting == {"publishing": 0.0}
    due.time = None
    await publishing.run()
    assert scheduler.waiting == {}


async def test_a_changed_node_sets_it_anew_and_other_things_do_not() -> None:
    due, scheduler = FakeDue(), FakeScheduler()
    publishing = Publishing(due, scheduler, lambda: text(NOW))  # type: ignore[arg-type]
    publishing.noticed(notice("node"))
    await publishing.start()
    due.time = NOW + timedelta(seconds=5)
    for told, runs in ((notice("product"), 1), (notice("node", "tag"), 2), (notice("product", bulk=True), 3)):
        publishing.noticed(told)
        await asyncio.gather(*publishing._setting)
        assert due.runs == runs
    await publishing.stop()
    assert scheduler.waiting == {}
    publishing.noticed(notice("node"))
    await publishing.run()
    assert due.runs == 3


async def test_the_alarm_rings() -> None:
    due, scheduler = FakeDue(), Scheduler()
    publishing = Publishing(due, scheduler, lambda: text(NOW))
    await publishing.start()
    await scheduler.start()
    due.time = NOW  # is over at once, so the alarm that the notice sets rings
    publishing.noticed(notice("node"))
    async with asyncio.timeout(5):
        while due.runs < 3:  # the start, the notice, the alarm
            due.ran.clear()
            await due.ran.wait()
    due.time = None
    await publishing.stop()
    await scheduler.stop()
    assert due.runs >= 3

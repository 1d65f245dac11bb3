"""Change notices: what they say, how they are joined, and how the feed takes many commits together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core.events import EventRef
from rustok_desktop.runtime import change_feed
from rustok_desktop.runtime.change_feed import ChangeFeed
from rustok_desktop.runtime.notices import INDEX, MAX_IDS, ChangeNotice

INTERVAL = 0.05


class MemoryLog:
    """A log in memory; ``broken`` makes the next read fail."""

    def __init__(self) -> None:
        self.events: list[EventRef] = []
        self.broken = 0
        self.reads = 0

    def add(self, count: int, kind: str = "product", tx: str = "t") -> None:
        for _ in range(count):
            seq = len(self.events) + 1
            self.events.append(EventRef(seq, f"{kind}.updated", "shop", kind, f"{kind}-{seq}", f"{tx}-{seq}"))

    async def head(self) -> int:
        return len(self.events)

    async def refs(self, after: int, limit: int) -> Sequence[EventRef]:
        self.reads += 1
        if self.broken:
            self.broken -= 1
            raise OSError("unreadable")
        return self.events[after : after + limit]


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture
async def feed(log: MemoryLog) -> AsyncIterator[ChangeFeed]:
    log.add(3)
    made = ChangeFeed(log, interval=INTERVAL)
    await made.start()
    yield made
    await made.stop()


class Seen(list[ChangeNotice]):
    """A watcher that keeps its notices; ``until`` waits for the next that fits."""

    def __init__(self) -> None:
        super().__init__()
        self._news = asyncio.Event()

    def __call__(self, notice: ChangeNotice) -> None:
        self.append(notice)
        self._news.set()

    async def until(self, fits: Callable[[ChangeNotice], bool] = lambda _: True) -> None:
        async with asyncio.timeout(5):
            while not any(map(fits, self)):
                self._news.clear()
                await self._news.wait()


async def test_what_happened_before_the_start_is_not_told(feed: ChangeFeed, log: MemoryLog) -> None:
    seen = Seen()
    feed.watch(seen)
    feed.wake()
    await asyncio.sleep(0.1)
    assert seen == []
    log.add(1)
    feed.wake()
    await seen.until()
    assert seen == [ChangeNotice(frozenset({"product"}), frozenset({"product-4"}), frozenset({"t-4"}), 4)]


async def test_many_commits_become_few_notices(
    feed: ChangeFeed, log: MemoryLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, pauses, over = Seen(), list[float](), asyncio.Event()

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        await over.wait()

    monkeypatch.setattr(change_feed, "asyncio", SimpleNamespace(sleep=pause))
    feed.watch(seen)
    for _ in range(200):
        log.add(1)
        await asyncio.to_thread(feed.wake)
    await seen.until()
    told = seen[-1].head
    assert (len(seen), pauses) == (1, [INTERVAL]), "one notice, and then a pause, whatever happens"
    over.set()
    await seen.until(lambda notice: notice.head == 203)
    assert len(seen) == (2 if told < 203 else 1)
    assert frozenset().union(*(notice.ids for notice in seen)) == {f"product-{n}" for n in range(4, 204)}


async def test_too_many_to_name_is_a_bulk_notice(feed: ChangeFeed, log: MemoryLog) -> None:
    seen = Seen()
    feed.watch(seen)
    log.add(2500)
    feed.wake()
    await seen.until()
    assert seen[0] == ChangeNotice(frozenset({"product"}), frozenset(), frozenset(), 2503, bulk=True)


async def test_the_read_model_is_announced_by_its_own_kind(feed: ChangeFeed, log: MemoryLog) -> None:
    seen = Seen()
    feed.watch(seen)
    feed.projected(["p1", "p2"])
    await seen.until()
    assert seen == [ChangeNotice(frozenset({INDEX}), frozenset({"p1", "p2"}), frozenset(), 3)]


async def test_a_failed_read_or_watcher_costs_only_itself(feed: ChangeFeed, log: MemoryLog) -> None:
    seen = Seen()

    def broken(_notice: ChangeNotice) -> None:
        raise ValueError("a view in trouble")

    feed.watch(broken)
    feed.watch(seen)
    log.broken = 1
    log.add(1)
    feed.wake()
    await asyncio.sleep(0.1)
    assert seen == []
    feed.wake()
    await seen.until()
    assert seen[0].ids == {"product-4"}


async def test_an_idle_feed_reads_nothing(feed: ChangeFeed, log: MemoryLog) -> None:
    await asyncio.sleep(0.2)
    assert log.reads == 0


async def test_stopping_twice_and_waking_after_it(feed: ChangeFeed, log: MemoryLog) -> None:
    seen = Seen()
    feed.watch(seen)
    await feed.stop()
    await feed.stop()
    log.add(1)
    feed.wake()
    await asyncio.sleep(0.1)
    assert seen == []


_IDS = st.frozensets(st.integers(0, 2 * MAX_IDS).map(str), max_size=20)
_NOTICES = st.builds(ChangeNotice, st.frozensets(st.sampled_from("abc")), _IDS, _IDS, st.integers(0, 99), st.booleans())


@given(_NOTICES, _NOTICES)
def test_joined_notices_lose_nothing(one: ChangeNotice, two: ChangeNotice) -> None:
    both = one.merged(two)
    assert both.kinds == one.kinds | two.kinds
    assert both.head == max(one.head, two.head)
    if both.bulk:
        assert not both.ids
        assert not both.txids
    else:
        assert both.ids == one.ids | two.ids
        assert both.txids == one.txids | two.txids


def test_the_limit_is_exact() -> None:
    ids = frozenset(map(str, range(MAX_IDS)))
    at = ChangeNotice(frozenset("p"), ids, frozenset(), 1)
    more = ChangeNotice(frozenset("p"), frozenset({"another"}), frozenset(), 2)
    assert not at.merged(at).bulk
    assert at.merged(more).bulk

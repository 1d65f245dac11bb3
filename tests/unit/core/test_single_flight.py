"""One load for many askers; what is kept, for how long, and whom a failure or a cancellation concerns."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from rustok_desktop.core.single_flight import LoadCancelled, SingleFlight


class Source:
    """Answers loads when the test lets it; ``now`` is the cache's clock."""

    def __init__(self) -> None:
        self.now = 0.0
        self.loads: list[str] = []
        self.values: dict[str, Any] = {}
        self.gate: asyncio.Event | None = None

    async def load(self, key: str) -> Any:
        self.loads.append(key)
        if self.gate is not None:
            await self.gate.wait()
        value = self.values.get(key)
        if isinstance(value, Exception):
            raise value
        return value


def cache_of(source: Source, *, size: int = 10) -> SingleFlight[str, Any]:
    return SingleFlight(source.load, ttl=60, negative_ttl=5, size=size, clock=lambda: source.now)


@pytest.fixture
def source() -> Source:
    made = Source()
    made.values = {"a": 1, "b": 2, "c": 3}
    return made


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_thousand_misses_are_one_load(source: Source) -> None:
    source.gate = asyncio.Event()
    cache = cache_of(source)
    askers = [asyncio.ensure_future(cache.get("a")) for _ in range(1000)]
    await settled()
    source.gate.set()
    assert await asyncio.gather(*askers) == [1] * 1000
    assert source.loads == ["a"]
    assert cache.stats.coalesced == 999
    assert cache.stats.loads == 1
    assert await cache.get("a") == 1
    assert cache.stats.hits == 1


async def test_values_and_absences_last_their_time(source: Source) -> None:
    cache = cache_of(source)
    assert await cache.get("a") == 1
    assert await cache.get("nothing") is None
    source.now = 4.9
    assert await cache.get("nothing") is None
    assert source.loads == ["a", "nothing"]
    assert cache.stats.negative_hits == 1
    source.now = 5.0
    source.values["nothing"] = 9
    assert await cache.get("nothing") == 9
    source.now = 60.0
    assert await cache.get("a") == 1
    assert source.loads == ["a", "nothing", "nothing", "a"]


async def test_the_least_recently_used_goes_first(source: Source) -> None:
    cache = cache_of(source, size=2)
    for key in ("a", "b", "a", "c", "a", "b"):
        await cache.get(key)
    assert source.loads == ["a", "b", "c", "b"]
    assert len(cache) == 2
    assert cache.stats.evicted == 2


async def test_a_cancelled_leader_harms_nobody(source: Source) -> None:
    source.gate = asyncio.Event()
    cache = cache_of(source)
    leader = asyncio.ensure_future(cache.get("a"))
    followers = [asyncio.ensure_future(cache.get("a")) for _ in range(50)]
    await settled()
    leader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leader
    source.gate.set()
    assert await asyncio.gather(*followers) == [1] * 50
    assert source.loads == ["a"]


async def test_a_load_that_all_left_is_kept(source: Source) -> None:
    source.gate = asyncio.Event()
    cache = cache_of(source)
    asker = asyncio.ensure_future(cache.get("a"))
    await settled()
    asker.cancel()
    source.gate.set()
    await settled()
    assert await cache.get("a") == 1
    assert source.loads == ["a"]


async def test_a_failing_leader_harms_nobody() -> None:
    """The first load fails, the second one answers: only the caller who asked first hears of the failure."""
    gate = asyncio.Event()
    loads = 0

    async def load(key: str) -> int:
        nonlocal loads
        loads += 1
        mine = loads
        await gate.wait()
        if mine == 1:
            raise RuntimeError("the first one")
        return mine

    cache: SingleFlight[str, int] = SingleFlight(load, ttl=60, negative_ttl=5, size=3)
    askers = [asyncio.ensure_future(cache.get("k")) for _ in range(1000)]
    await settled()
    gate.set()
    answers = await asyncio.gather(*askers, return_exceptions=True)
    assert isinstance(answers[0], RuntimeError)
    assert answers[1:] == [2] * 999
    assert loads == 2


async def test_a_lasting_fault_costs_two_loads_and_is_not_kept(source: Source) -> None:
    source.gate = asyncio.Event()
    source.values["a"] = RuntimeError("down")
    cache = cache_of(source)
    askers = [asyncio.ensure_future(cache.get("a")) for _ in range(100)]
    await settled()
    source.gate.set()
    answers = await asyncio.gather(*askers, return_exceptions=True)
    assert all(isinstance(answer, RuntimeError) for answer in answers)
    assert len(source.loads) == 2
    source.values["a"] = 1
    assert await cache.get("a") == 1


async def test_what_changes_during_a_load_is_not_kept_stale(source: Source) -> None:
    source.gate = asyncio.Event()
    cache = cache_of(source)
    early = asyncio.ensure_future(cache.get("a"))
    await settled()
    source.values["a"] = "new"
    cache.invalidate("a")
    late = asyncio.ensure_future(cache.get("a"))
    await settled()
    source.gate.set()
    await early
    assert await late == "new"
    assert source.loads == ["a", "a"]
    assert await cache.get("a") == "new"
    assert source.loads == ["a", "a"]


async def test_events_invalidate_by_rule(source: Source) -> None:
    cache = cache_of(source)
    for key in "abc":
        await cache.get(key)
    cache.invalidate_where(lambda key: key in "ab")
    assert len(cache) == 1
    cache.clear()
    assert len(cache) == 0


async def test_closing_ends_loads_and_tells_those_who_wait(source: Source) -> None:
    source.gate = asyncio.Event()
    cache = cache_of(source)
    askers = [asyncio.ensure_future(cache.get("a")) for _ in range(3)]
    await settled()
    await cache.close()
    answers = await asyncio.gather(*askers, return_exceptions=True)
    assert all(isinstance(answer, LoadCancelled) for answer in answers)
    with pytest.raises(LoadCancelled):
        await cache.get("a")


async def test_a_cache_keeps_something(source: Source) -> None:
    with pytest.raises(ValueError, match="at least one"):
        cache_of(source, size=0)


class AnyOrder(RuleBasedStateMachine):
    """Whatever comes in whatever order: an answer was true at some moment between question and answer."""

    @initialize()
    def begin(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.truth = {"a": 0, "b": 0}
        self.now = 0.0
        self.open: list[asyncio.Event] = []
        self.asked: list[tuple[str, int, asyncio.Future[Any]]] = []

        async def load(key: str) -> Any:
            gate = asyncio.Event()
            value = self.truth[key]
            self.open.append(gate)
            await gate.wait()
            if value % 5 == 4:
                raise RuntimeError("fault")
            return value

        self.cache: SingleFlight[str, Any] = SingleFlight(
            load, ttl=10, negative_ttl=1, size=1, clock=lambda: self.now
        )

    def spin(self) -> None:
        async def turn() -> None:
            await settled()

        self.loop.run_until_complete(turn())

    @rule(key=st.sampled_from("ab"))
    def ask(self, key: str) -> None:
        self.asked.append((key, self.truth[key], asyncio.ensure_future(self.cache.get(key), loop=self.loop)))
        self.spin()

    @rule(key=st.sampled_from("ab"))
    def change(self, key: str) -> None:
        self.truth[key] += 1
        self.cache.invalidate(key)
        self.spin()

    @rule()
    def let_go(self) -> None:
        if self.open:
            self.open.pop(0).set()
        self.spin()

    @rule(place=st.integers(0, 20))
    def give_up(self, place: int) -> None:
        if self.asked:
            self.asked[place % len(self.asked)][2].cancel()
        self.spin()

    @rule(seconds=st.sampled_from((0.5, 20)))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @invariant()
    def answers_are_not_older_than_the_question(self) -> None:
        if not hasattr(self, "asked"):
            return
        for key, at_least, asked in self.asked:
            if asked.done() and not asked.cancelled() and asked.exception() is None:
                assert at_least <= asked.result() <= self.truth[key]
        assert len(self.cache) <= 1

    def teardown(self) -> None:
        if not hasattr(self, "loop"):
            return
        self.loop.run_until_complete(self.cache.close())
        for _, _, asked in self.asked:
            asked.cancel()
            with suppress(asyncio.CancelledError, LoadCancelled, RuntimeError):
                self.loop.run_until_complete(asked)
        self.loop.close()


def test_any_order_of_questions_changes_and_faults() -> None:
    run_state_machine_as_test(AnyOrder)

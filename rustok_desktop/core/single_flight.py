"""A cache that asks once: callers that miss the same key at the same time share one load.

Made for one asyncio loop; every method is called on it. Other threads hand invalidations over
(``loop.call_soon_threadsafe``).
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from time import monotonic
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")



class LoadCancelled(RuntimeError):
    """The load itself was cancelled (the cache closed), not the caller."""


@dataclass(slots=True)
class FlightStats:
    """Counts since the start. ``coalesced`` callers waited for a load that somebody else had begun."""

    hits: int = 0
    negative_hits: int = 0
    loads: int = 0
    failures: int = 0
    coalesced: int = 0
    evicted: int = 0


class _Flight(Generic[V]):
    """One load under way. A stale one still answers those who wait for it, and is not kept."""

    __slots__ = ("stale", "task")

    def __init__(self, task: asyncio.Task[V | None]) -> None:
        self.task = task
        self.stale = False


class SingleFlight(Generic[K, V]):
    """``load(key)`` answers the value, or None for what is not there; both are kept, for a time each.

    ``ttl`` and ``negative_ttl`` are seconds of ``clock``; ``size`` is how many entries are kept, the least
    recently used go first. Errors are never kept.
    """

    def __init__(
        self,
        load: Callable[[K], Awaitable[V | None]],
        *,
        ttl: float,
        negative_ttl: float,
        size: int,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        if size < 1:
            raise ValueError("a cache keeps at least one entry")
        self._load = load
        self._ttl = ttl
        self._negative_ttl = negative_ttl
        self._size = size
        self._clock = clock
        self._entries: OrderedDict[K, tuple[V | None, float]] = OrderedDict()
        self._flights: dict[K, _Flight[V]] = {}
        self._under_way: set[asyncio.Task[V | None]] = set()
        self._closed = False
        self.stats = FlightStats()

    def __len__(self) -> int:
        return len(self._entries)

    async def get(self, key: K) -> V | None:
        """The value, None for what is not there. Raises what ``load`` raises.

        The load runs in a task of its own: a caller who is cancelled takes nobody with him. Whoever shared a
        load that failed takes part in one more, whose failure is the answer: one failure harms only the caller
        who asked first, and a lasting fault costs a thousand callers two loads.
        """
        for last in (False, True):
            entry = self._fresh(key)
            if entry is not None:
                return entry[0]
            flight = self._flights.get(key)
            leads = flight is None
            if flight is None:
                flight = self._begin(key)
            else:
                self.stats.coalesced += 1
            try:
                return await asyncio.shield(flight.task)
            except asyncio.CancelledError:
                caller = asyncio.current_task()
                if not flight.task.cancelled() or (caller is not None and caller.cancelling()):
                    raise
                if leads or last or self._closed:
                    raise LoadCancelled(f"the load of {key!r} was cancelled") from None
            except Exception:
                if leads or last:
                    raise
        raise AssertionError("the last round answers or raises")

    def invalidate(self, key: K) -> None:
        """Forget a key. A load under way for it is not kept, and later callers begin another."""
        self._entries.pop(key, None)
        flight = self._flights.pop(key, None)
        if flight is not None:
            flight.stale = True

    def invalidate_where(self, matches: Callable[[K], bool]) -> None:
        """Forget every key that ``matches``."""
        for key in [key for key in (*self._entries, *self._flights) if matches(key)]:
            self.invalidate(key)

    def clear(self) -> None:
        """Forget everything."""
        self.invalidate_where(lambda _: True)

    async def close(self) -> None:
        """Forget everything and cancel what is under way; those who wait get LoadCancelled."""
        self._closed = True
        self.clear()
        tasks = tuple(self._under_way)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _fresh(self, key: K) -> tuple[V | None, float] | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        if self._clock() >= entry[1]:
            del self._entries[key]
            return None
        self._entries.move_to_end(key)
        if entry[0] is None:
            self.stats.negative_hits += 1
        else:
            self.stats.hits += 1
        return entry

    def _begin(self, key: K) -> _Flight[V]:
        if self._closed:
            raise LoadCancelled("the cache is closed")
        self.stats.loads += 1
        task = asyncio.ensure_future(self._run(key))
        flight = _Flight(task)
        self._flights[key] = flight
        self._under_way.add(task)
        task.add_done_callback(lambda done: self._landed(key, flight, done))
        return flight

    async def _run(self, key: K) -> V | None:
        return await self._load(key)

    def _landed(self, key: K, flight: _Flight[V], task: asyncio.Task[V | None]) -> None:
        self._under_way.discard(task)
        if self._flights.get(key) is flight:
            del self._flights[key]
        # Asking for the exception also marks it as seen: perhaps nobody waits for this load any more.
        if task.cancelled() or task.exception() is not None:
            self.stats.failures += 1
        elif not flight.stale:
            self._keep(key, task.result())

    def _keep(self, key: K, value: V | None) -> None:
        lasts = self._negative_ttl if value is None else self._ttl
        if lasts <= 0:
            return
        self._entries[key] = (value, self._clock() + lasts)
        self._entries.move_to_end(key)
        while len(self._entries) > self._size:
            self._entries.popitem(last=False)
            self.stats.evicted += 1

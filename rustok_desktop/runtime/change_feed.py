"""Follows the log and tells watchers what changed, at most once per interval."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Protocol

from rustok_desktop.core.events import EventRef
from rustok_desktop.runtime.notices import INDEX, ChangeNotice

INTERVAL_S = 0.1
_PAGE = 1000
_NOTHING = ChangeNotice(frozenset(), frozenset(), frozenset(), 0)
_log = logging.getLogger(__name__)

Watcher = Callable[[ChangeNotice], None]


class RefLog(Protocol):
    """What the feed needs of the event log."""

    async def head(self) -> int: ...

    async def refs(self, after: int, limit: int) -> Sequence[EventRef]: ...


class ChangeFeed:
    """Starts at the head of the log, so watchers hear of what happens from now on.

    ``wake`` and ``projected`` may be called on any thread; watchers are called on the core loop.
    """

    def __init__(self, log: RefLog, *, interval: float = INTERVAL_S) -> None:
        self._log = log
        self._interval = interval
        self._position = 0
        self._projected: deque[frozenset[str]] = deque()
        self._watchers: tuple[Watcher, ...] = ()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._woken = asyncio.Event()
        self._signalled = False

    async def start(self) -> None:
        """Remember the head and begin to follow."""
        self._position = await self._log.head()
        self._loop = asyncio.get_running_loop()
        self._task = self._loop.create_task(self._follow(), name="change-feed")

    async def stop(self) -> None:
        """Stop following; a notice not yet given is dropped."""
        task, self._task, self._loop = self._task, None, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call ``watcher`` with every notice until the returned function is called."""
        self._watchers = (*self._watchers, watcher)

        def unwatch() -> None:
            self._watchers = tuple(known for known in self._watchers if known is not watcher)

        return unwatch

    def wake(self) -> None:
        """The log grew. Cheap: it runs on the writer's thread after every commit."""
        loop = self._loop
        if loop is not None and not self._signalled:
            self._signalled = True
            loop.call_soon_threadsafe(self._woken.set)

    def projected(self, ids: Iterable[str]) -> None:
        """The read model now shows the present state of these aggregates."""
        self._projected.append(frozenset(ids))
        self.wake()

    async def _follow(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            self._signalled = False
            try:
                notice = await self._collect()
            except Exception:  # noqa: BLE001 - a feed that ended would leave every window stale in silence
                _log.exception("the log could not be read for change notices; the next change tries again")
            else:
                if notice.kinds:
                    self._tell(notice)
            await asyncio.sleep(self._interval)  # what happens meanwhile becomes one notice

    async def _collect(self) -> ChangeNotice:
        notice = self._take_projected()
        full = True
        while full:
            refs = await self._log.refs(self._position, _PAGE)
            full = len(refs) == _PAGE
            if refs:
                self._position = refs[-1].seq
                notice = notice.merged(_notice_of(refs))
        return notice

    def _take_projected(self) -> ChangeNotice:
        notice = _NOTHING
        while self._projected:
            ids = self._projected.popleft()
            notice = notice.merged(ChangeNotice(frozenset({INDEX}), ids, frozenset(), self._position))
        return notice

    def _tell(self, notice: ChangeNotice) -> None:
        for watcher in self._watchers:
            try:
                watcher(notice)
            except Exception:  # noqa: BLE001 - one watcher's fault must not cost the others their notice
                _log.exception("a watcher of changes failed")


def _notice_of(refs: Sequence[EventRef]) -> ChangeNotice:
    return ChangeNotice(
        kinds=frozenset(ref.aggregate_type for ref in refs),
        ids=frozenset(ref.aggregate_id for ref in refs),
        txids=frozenset(ref.txid for ref in refs),
        head=refs[-1].seq,
    )

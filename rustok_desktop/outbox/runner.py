"""Runs the consumers: one task each, woken by commits, with a slow poll in case a wake-up was lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.outbox import cursors
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.consumer import Consumer
from rustok_desktop.outbox.follower import Follower
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

POLL_SECONDS = 5.0
FAULT_PAUSE_SECONDS = 2.0
QUIET_SECONDS = 0.4
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ConsumerStatus:
    """Where a consumer stands: ``lag`` counts sequence numbers up to the head."""

    name: str
    position: int
    head: int
    lag: int
    retrying: int
    waiting: int
    dead: int
    fault: str | None


class ConsumerRunner:
    """Owns the followers' tasks. Start and stop it on the core loop."""

    def __init__(self, log: EventLog, reader: Reader, writer: Writer, bus: TransactionalEventBus) -> None:
        self._log = log
        self._reader = reader
        self._writer = writer
        self._bus = bus
        self._followers: list[Follower] = []
        self._wakes: list[asyncio.Event] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._unsubscribe: Callable[[], None] | None = None
        self._progress = asyncio.Condition()
        self._background: set[str] = set()
        self._hurried = asyncio.Event()
        self._hurries = 0

    def add(self, consumer: Consumer, *, background: bool = False) -> None:
        """Add a consumer; before :meth:`start`.

        One in the ``background`` waits while the log is growing: an import must not make the window stutter
        for work that nobody waits for. :meth:`drain` makes it hurry.
        """
        self._followers.append(Follower(consumer, self._log, self._reader, self._writer))
        if background:
            self._background.add(consumer.name)

    async def start(self) -> None:
        """Open the cursors and begin to follow."""
        loop = asyncio.get_running_loop()
        for follower in self._followers:
            await follower.open()
            wake = asyncio.Event()
            self._wakes.append(wake)
            self._tasks.append(
                loop.create_task(self._follow(follower, wake), name=f"consumer {follower.consumer.name}")
            )

        def woken() -> None:  # on the writer's thread
            loop.call_soon_threadsafe(self.wake)

        self._unsubscribe = self._bus.subscribe_wakeup(woken)

    async def stop(self) -> None:
        """Stop following; a batch under way ends as a whole."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        self._wakes.clear()

    def wake(self) -> None:
        """Look at the log now."""
        for wake in self._wakes:
            wake.set()

    async def drain(self, patience: float = 60.0) -> bool:
        """Wait until every consumer has read everything, also the events that consumers themselves recorded.

        False after ``patience`` seconds.
        """
        self._hurries += 1
        self._hurried.set()
        try:
            async with asyncio.timeout(patience):
                head = -1
                while head != (newest := await self._log.head()):
                    head = newest
                    await self._reached(head)
        except TimeoutError:
            return False
        finally:
            self._hurries -= 1
            if not self._hurries:
                self._hurried.clear()
        return True

    async def _quiet(self) -> None:
        """Until the log has not grown for a moment, or somebody drains."""
        head = -1
        while head != (newest := await self._log.head()):
            head = newest
            try:
                async with asyncio.timeout(QUIET_SECONDS):
                    await self._hurried.wait()
                return
            except TimeoutError:
                continue

    async def _reached(self, head: int) -> None:
        self.wake()
        async with self._progress:
            await self._progress.wait_for(lambda: all(f.position >= head for f in self._followers))

    async def replay(self, name: str, after: int) -> None:
        """Set a consumer's cursor back to ``after``; it reads everything later again."""
        await self._writer.run(lambda uow: cursors.set_back(uow, name, after))
        for follower in self._followers:
            if follower.consumer.name == name:
                await follower.reload()
        self.wake()

    async def status(self) -> tuple[ConsumerStatus, ...]:
        """All cursors in the file, also of consumers that do not run here."""
        head = await self._log.head()
        faults = {f.consumer.name: f.fault for f in self._followers}
        failed = {(row[0], row[1]): row[2] for row in await self._reader.all(cursors.FAILED_COUNTS)}
        return tuple(
            ConsumerStatus(
                name,
                position,
                head,
                max(0, head - position),
                failed.get((name, cursors.RETRYING), 0),
                failed.get((name, cursors.WAITING), 0),
                failed.get((name, cursors.DEAD), 0),
                faults.get(name),
            )
            for name, position, _ in await self._reader.all(cursors.ALL_POSITIONS)
        )

    async def _follow(self, follower: Follower, wake: asyncio.Event) -> None:
        while True:
            wake.clear()
            try:
                if follower.consumer.name in self._background:
                    await self._quiet()
                while await follower.step():
                    await self._moved()
                follower.fault = None
            except KnownFault as fault:
                follower.fault = str(fault)
                _log.warning("%s waits: %s", follower.consumer.name, fault)
                await asyncio.sleep(FAULT_PAUSE_SECONDS)
            except Exception as error:  # noqa: BLE001 - keep following: a consumer that died silently would lag for ever
                follower.fault = repr(error)
                _log.exception("%s stumbled", follower.consumer.name)
                await asyncio.sleep(FAULT_PAUSE_SECONDS)
            await self._moved()
            await _wait(wake, follower.next_due())

    async def _moved(self) -> None:
        async with self._progress:
            self._progress.notify_all()


async def _wait(wake: asyncio.Event, due: float | None) -> None:
    pause = POLL_SECONDS
    if due is not None:
        pause = min(pause, max(0.0, due - asyncio.get_running_loop().time()))
    try:
        async with asyncio.timeout(pause):
            await wake.wait()
    except TimeoutError:
        return

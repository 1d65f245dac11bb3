"""One consumer's walk along the log: batches, isolation of failures, retries in order."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Sequence

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.core.events import EventRef
from rustok_desktop.outbox import cursors
from rustok_desktop.outbox.consumer import Consumer, Effect
from rustok_desktop.outbox.cursors import DEAD, RETRYING, WAITING, CursorMoved, Failure
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer

MAX_ATTEMPTS = 8
_BASE_DELAY, _MAX_DELAY = 1.0, 300.0
_BEHIND = Failure("behind", "waits for an earlier event of the same aggregate")
_log = logging.getLogger(__name__)


def backoff(attempt: int, draw: random.Random) -> float:
    """Full-jitter delay in seconds before the next attempt (attempt counts from 1)."""
    return draw.uniform(0, min(_MAX_DELAY, _BASE_DELAY * 2.0 ** (attempt - 1)))


class Follower:
    """Delivers events to one consumer. ``step`` does one bounded piece of work."""

    def __init__(self, consumer: Consumer, log: EventLog, reader: Reader, writer: Writer) -> None:
        self.consumer = consumer
        self.position = 0
        self.fault: str | None = None
        self._log = log
        self._reader = reader
        self._writer = writer
        self._blocked: set[str] = set()
        self._draw = random.Random()
        self._due: dict[int, float] = {}  # seq -> loop time of the next attempt; lost with the process on purpose

    async def open(self) -> None:
        """Read (or begin) the cursor."""
        name = self.consumer.name
        await self._writer.run(lambda uow: uow.run(cursors.OPEN, name=name, position=0, now=uow.now))
        await self.reload()

    async def reload(self) -> None:
        """Take position and blocked aggregates from the file (after a replay moved them)."""
        row = await self._reader.one(cursors.POSITION, name=self.consumer.name)
        self.position = int(row[0]) if row else 0
        rows = await self._reader.all(cursors.BLOCKED, consumer=self.consumer.name)
        self._blocked = {row[0] for row in rows}

    async def step(self) -> bool:
        """One batch, or one round of due retries. True when there may be more at once."""
        # A replay may set the cursor back at any await below: what was read belongs to this position only.
        at, head = self.position, await self._log.head()
        batch = await self._log.refs(at, self.consumer.batch_size, self.consumer.event_types)
        try:
            if batch:
                await self._deliver(at, batch)
            elif head > at:
                await self._commit(None, at, head)
        except CursorMoved:
            await self.reload()
            return True
        if batch:
            return True
        return await self._retry_due() if self._blocked else False

    def next_due(self) -> float | None:
        """Loop time of the earliest retry, or None."""
        return min(self._due.values(), default=None)

    async def _deliver(self, at: int, batch: Sequence[EventRef]) -> None:
        if any(ref.aggregate_id in self._blocked for ref in batch):
            await self._one_by_one(at, batch)
            return
        try:
            await self._commit(await self.consumer.prepare(batch), at, batch[-1].seq)
        except (KnownFault, CursorMoved):
            raise  # the surroundings failed, or a replay came between: not the fault of an event
        except Exception:  # noqa: BLE001 - whatever it was: find the one event that causes it
            _log.exception("%s failed on a batch; going one by one", self.consumer.name)
            await self._one_by_one(at, batch)

    async def _commit(self, effect: Effect | None, was: int, to: int) -> None:
        name = self.consumer.name

        def work(uow: UnitOfWork) -> None:
            if effect is not None:
                effect(uow)
            cursors.advance(uow, name, was, to)

        await self._writer.run(work)
        if self.position == was:
            self.position = to

    async def _one_by_one(self, at: int, batch: Sequence[EventRef]) -> None:
        for ref in batch:
            await self._single(at, ref)
            at = ref.seq

    async def _single(self, at: int, ref: EventRef) -> None:
        if ref.aggregate_id in self._blocked:
            await self._set_aside(at, ref, WAITING, 0, _BEHIND)
            return
        try:
            await self._commit(await self.consumer.prepare([ref]), at, ref.seq)
        except (KnownFault, CursorMoved):
            raise
        except Exception as error:  # noqa: BLE001 - a fault in the handler must not stop the others
            await self._set_aside(at, ref, RETRYING, 1, Failure.of(error))

    async def _set_aside(self, at: int, ref: EventRef, state: str, attempts: int, failure: Failure) -> None:
        name = self.consumer.name
        await self._commit(lambda uow: cursors.park(uow, name, ref, state, attempts, failure), at, ref.seq)
        self._blocked.add(ref.aggregate_id)
        if state == RETRYING:
            self._schedule(ref.seq, attempts)

    def _schedule(self, seq: int, attempts: int) -> None:
        self._due[seq] = asyncio.get_running_loop().time() + backoff(attempts, self._draw)

    async def _retry_due(self) -> bool:
        now = asyncio.get_running_loop().time()
        done = False
        for seq, attempts in await self._reader.all(cursors.RETRYABLE, consumer=self.consumer.name):
            if self._due.get(seq, 0.0) <= now:
                done = await self._retry(seq, attempts) or done
        return done

    async def _retry(self, seq: int, attempts: int) -> bool:
        """Try a failed delivery again, then all that waited behind it. True when it went through."""
        name = self.consumer.name
        while (ref := await self._log.ref(seq)) is not None:
            try:
                effect = await self.consumer.prepare([ref])
                await self._writer.run(lambda uow, e=effect, s=seq: _finish(uow, e, name, s))  # type: ignore[misc]
            except KnownFault:
                raise
            except Exception as error:  # noqa: BLE001 - kept with its traceback in the dead letters
                await self._failed_again(ref, attempts + 1, Failure.of(error))
                return False
            self._due.pop(seq, None)
            behind = await self._reader.one(cursors.NEXT_WAITING, consumer=name, aggregate_id=ref.aggregate_id)
            if behind is None:
                self._blocked.discard(ref.aggregate_id)
                return True
            seq, attempts = int(behind[0]), 0
        return False

    async def _failed_again(self, ref: EventRef, attempts: int, failure: Failure) -> None:
        state = DEAD if attempts >= MAX_ATTEMPTS else RETRYING
        name = self.consumer.name
        await self._writer.run(lambda uow: cursors.park(uow, name, ref, state, attempts, failure))
        if state == DEAD:
            self._due.pop(ref.seq, None)
            _log.error("%s gave up on event %d after %d attempts", name, ref.seq, attempts)
        else:
            self._schedule(ref.seq, attempts)


def _finish(uow: UnitOfWork, effect: Effect | None, name: str, seq: int) -> None:
    if effect is not None:
        effect(uow)
    cursors.unpark(uow, name, seq)

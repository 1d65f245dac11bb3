"""Batches of a worker that is still at work, so that writing need not wait for the end of reading."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any

from rustok_desktop.core.errors import AppError
from rustok_desktop.exchange.plan_process import OnStaged, WorkerFailed
from rustok_desktop.exchange.schemas import RowError
from rustok_desktop.exchange.staged import Batch
from rustok_desktop.exchange.worker import Planned, Staged

Worker = Callable[[OnStaged], Coroutine[Any, Any, Planned]]


class StagingStopped(Exception):
    """The worker ended before the file did; the batches before are whole. Its own error is the cause."""

    def __init__(self, cause: AppError | WorkerFailed) -> None:
        super().__init__(str(cause))
        self.cause = cause


class Stream:
    """A worker and what it has staged. Close it before its files are removed."""

    def __init__(self, worker: Worker) -> None:
        self.errors: list[RowError] = []  # the first findings of the batches handed out
        self._waiting: asyncio.Queue[Staged | None] = asyncio.Queue()
        self._task = asyncio.ensure_future(worker(self._waiting.put_nowait))
        self._task.add_done_callback(lambda _: self._waiting.put_nowait(None))

    async def first(self) -> Staged:
        """Wait for the first batch; raises what the worker raises before it has any."""
        staged = await self._waiting.get()
        if staged is None:
            await self._task
            raise WorkerFailed("the import worker staged nothing")
        self.reached = staged
        return staged

    async def batches(self) -> AsyncGenerator[Batch, None]:
        """All batches, after :meth:`first`; ``reached`` is the one handed out last. May raise StagingStopped."""
        staged: Staged | None = self.reached
        while staged is not None:
            self.reached = staged
            self.errors += staged.errors
            yield staged.batch
            staged = await self._waiting.get()
        try:
            await self._task
        except (AppError, WorkerFailed) as error:
            raise StagingStopped(error) from error

    async def close(self) -> None:
        """End the worker if it still runs."""
        self._task.cancel()
        await asyncio.wait({self._task})
        if not self._task.cancelled():
            self._task.exception()  # told already, to whoever read the batches

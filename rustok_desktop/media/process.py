"""The worker process as the service sees it: started when first needed, replaced when it dies."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from rustok_desktop.core.errors import KnownFault
from rustok_desktop.media import worker

T = TypeVar("T")


class MediaProcess:
    """One process, one picture at a time."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, work: Callable[..., T], *arguments: Any, discard: Callable[[], None] | None = None) -> T:
        """``work(*arguments)`` over there. KnownFault when the process dies of it.

        Cancelled, the caller goes at once; ``discard`` follows, on some thread, when nothing is written any more.
        """
        future: Future[T] = self._started().submit(work, *arguments)
        try:
            return await asyncio.wrap_future(future)
        except BrokenProcessPool:
            self._pool = None
            raise KnownFault("media_worker_stopped") from None
        except asyncio.CancelledError:
            if discard is not None:
                future.add_done_callback(lambda _: discard())
            raise

    async def close(self) -> None:
        """End the process after the picture it is at."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=worker.begin)
        return self._pool

"""One operation on its way through the core, as seen from the thread that asked for it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from rustok_desktop.core.errors import AppError
from rustok_desktop.runtime.mailbox import Deliver

if TYPE_CHECKING:  # asyncio costs a third of an empty window's start: only the core thread imports it
    import asyncio

P = TypeVar("P")
T = TypeVar("T")
OnError = Callable[[BaseException], None]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Callbacks(Generic[T]):
    """Who hears of the end: one of the first three, once, in the delivering thread, if ``alive()``.

    After ``cancel`` only ``on_cancelled`` can be called: with the result if the operation ended with one all
    the same (a long one may say how far it came), else with None.
    """

    on_result: Callable[[T], None] | None = None
    on_error: OnError | None = None
    on_cancelled: Callable[[T | None], None] | None = None
    alive: Callable[[], bool] | None = None


class Handle(Generic[P, T]):
    """``cancel`` and ``done`` are for whoever submitted; ``begin`` and ``abandon`` are the core's."""

    def __init__(
        self,
        operation: Callable[[P], Awaitable[T]],
        callbacks: Callbacks[T],
        deliver: Deliver,
        *,
        on_bug: OnError,
        write: bool = False,
    ) -> None:
        self.write = write
        self._operation: Callable[[P], Awaitable[T]] | None = operation
        self._callbacks = callbacks
        self._deliver = deliver
        self._on_bug = on_bug
        self._task: asyncio.Task[T] | None = None
        self._cancelled = False
        self._done = False

    @property
    def done(self) -> bool:
        """Whether the operation has ended; its callback may still be on the way."""
        return self._done

    def cancel(self) -> None:
        """Ask it to end; on any thread, as often as you like. What the writer has begun still commits.

        Called on the delivering thread, it also holds back an answer that is already on its way.
        """
        self._cancelled = True
        task = self._task
        if task is not None:
            with suppress(RuntimeError):  # the loop is closed: it has ended already
                task.get_loop().call_soon_threadsafe(task.cancel)

    def begin(self, loop: asyncio.AbstractEventLoop, platform: P) -> asyncio.Task[T]:
        """Start it (on the core loop)."""
        operation, self._operation = self._operation, None
        assert operation is not None, "an operation runs once"
        task = loop.create_task(_call(operation, platform))
        task.add_done_callback(self._ended)
        self._task = task
        if self._cancelled:  # asked for between the check and the task
            task.cancel()
        return task

    def abandon(self) -> None:
        """End it as cancelled without having begun."""
        self._cancelled = True
        self._settle()

    def fail(self, error: BaseException) -> None:
        """End it with ``error``. What is not an error for people is reported as a bug as well."""
        if not isinstance(error, AppError):
            self._on_bug(error)
        if self._callbacks.on_error is None:
            _log.warning("an operation failed and nobody asked to hear of it: %s", error)
        self._settle(error=error)

    def _ended(self, task: asyncio.Task[T]) -> None:
        self._task = None
        if task.cancelled():
            self.abandon()
        elif (error := task.exception()) is not None:
            self.fail(error)
        else:
            self._settle(task.result())

    def _settle(self, result: T | None = None, error: BaseException | None = None) -> None:
        callbacks, self._callbacks = self._callbacks, Callbacks()  # views end when nobody refers to them
        self._operation = None
        self._done = True
        self._deliver(partial(self._give, callbacks, result, error))

    def _give(self, to: Callbacks[T], result: T | None, error: BaseException | None) -> None:
        if to.alive is not None and not to.alive():
            return
        if self._cancelled:
            if to.on_cancelled is not None:
                to.on_cancelled(result)
        elif error is not None:
            if to.on_error is not None:
                to.on_error(error)
        elif to.on_result is not None:
            to.on_result(cast("T", result))


async def _call(operation: Callable[[P], Awaitable[T]], platform: P) -> T:
    return await operation(platform)

"""What runs on the core thread: open the platform, run operations on it, close it in order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Generic, Protocol, TypeVar

from rustok_desktop.core.errors import AppError
from rustok_desktop.runtime.change_feed import ChangeFeed
from rustok_desktop.runtime.handle import Handle, OnError

_LAST_CALL_S = 2.0  # for operations that ignored a cancellation


class Core(Protocol):
    """What the core thread needs of a platform."""

    @property
    def changes(self) -> ChangeFeed: ...

    async def close(self) -> None: ...


P = TypeVar("P", bound=Core)


class CoreLoop(Generic[P]):
    """Lives for one run of the loop. ``submit`` and ``stop`` may be called on any thread while it runs."""

    def __init__(
        self,
        opener: Callable[[], Awaitable[P]],
        *,
        attached: Callable[[CoreLoop[P]], None],
        opened: Callable[[BaseException | None], None],
        on_bug: OnError,
    ) -> None:
        self._opener = opener
        self._attached = attached
        self._opened = opened
        self._on_bug = on_bug
        self._platform: P | None = None
        self._error: Exception | None = None
        self._waiting: list[Handle[P, Any]] = []
        self._running: dict[asyncio.Task[Any], Handle[P, Any]] = {}
        self._stopping = asyncio.Event()
        self._grace = 0.0

    def run(self) -> None:
        """Block until stopped."""
        asyncio.run(self._main())

    def submit(self, handle: Handle[P, Any]) -> None:
        """Run it now, or when the platform is open."""
        self._loop.call_soon_threadsafe(self._begin, handle)

    def stop(self, grace: float) -> None:
        """End; writes get ``grace`` seconds to finish."""
        self._loop.call_soon_threadsafe(self._stop, grace)

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(self._stray)
        self._attached(self)
        try:
            self._platform = await self._opener()
        except Exception as error:  # noqa: BLE001 - every waiting operation and the face get it
            self._error = error
            if not isinstance(error, AppError):
                self._on_bug(error)
        self._opened(self._error)
        waiting, self._waiting = self._waiting, []
        for handle in waiting:
            self._begin(handle)
        await self._stopping.wait()
        await self._finish_operations()
        await self._close()

    def _begin(self, handle: Handle[P, Any]) -> None:
        if self._error is not None:
            handle.fail(self._error)
        elif self._platform is None:
            self._waiting.append(handle)
        else:
            task = handle.begin(self._loop, self._platform)
            self._running[task] = handle
            task.add_done_callback(self._running.pop)

    def _stop(self, grace: float) -> None:
        self._grace = grace
        self._stopping.set()

    async def _finish_operations(self) -> None:
        for task, handle in self._running.items():
            if not handle.write:
                task.cancel()
        await self._wait(self._grace)
        for task in self._running:
            task.cancel()
        await self._wait(_LAST_CALL_S)

    async def _wait(self, seconds: float) -> None:
        if self._running:
            await asyncio.wait(self._running, timeout=seconds)
            await asyncio.sleep(0)  # lets the done-callbacks deliver and clear the table

    async def _close(self) -> None:
        if self._platform is None:
            return
        try:
            await self._platform.close()
        except Exception as error:  # noqa: BLE001 - nobody is left to handle it, but it must be on record
            self._on_bug(error)

    def _stray(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        self._on_bug(error if error is not None else RuntimeError(str(context.get("message"))))

"""The thread that owns the core: its asyncio loop and everything created inside it.

This module stays light, since a window imports it before its first paint: asyncio, storage and services are
imported by the thread itself.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from rustok_desktop.runtime.handle import Handle, OnError

if TYPE_CHECKING:
    from rustok_desktop.runtime.core_loop import Core, CoreLoop

P = TypeVar("P", bound="Core")
_log = logging.getLogger(__name__)


class CoreState(StrEnum):
    """Where the thread stands. FAILED: the platform did not open; every operation gets that error."""

    NEW = "new"
    OPENING = "opening"
    READY = "ready"
    FAILED = "failed"
    STOPPED = "stopped"


def log_bug(error: BaseException) -> None:
    """Where bugs go when nobody gave a better place."""
    _log.error("a bug in the core", exc_info=error)


class CoreThread(Generic[P]):
    """Opens a platform in its own thread and runs operations on it.

    ``on_ready``, ``on_failed`` and ``on_bug`` are called on the core thread: post from there to your own.
    """

    def __init__(
        self,
        opener: Callable[[], Awaitable[P]],
        *,
        on_ready: Callable[[], None] | None = None,
        on_failed: OnError | None = None,
        on_bug: OnError = log_bug,
    ) -> None:
        self.bug = on_bug
        self._opener = opener
        self._on_ready = on_ready
        self._on_failed = on_failed
        self._state = CoreState.NEW
        self._lock = threading.Lock()
        self._core: CoreLoop[P] | None = None
        self._early: list[Handle[P, Any]] = []  # submitted before there is a loop
        self._thread = threading.Thread(target=self._serve, name="rustok-core", daemon=True)

    @property
    def state(self) -> CoreState:
        """Where the thread stands at this moment."""
        return self._state

    def start(self) -> None:
        """Begin to open the platform; returns at once."""
        self._state = CoreState.OPENING
        self._thread.start()

    def accept(self, handle: Handle[P, Any]) -> None:
        """Run an operation as soon as the platform is open; on any thread. After ``stop`` it counts as cancelled."""
        with self._lock:
            stopped, core = self._state is CoreState.STOPPED, self._core
            if not stopped and core is None:
                self._early.append(handle)
            elif not stopped and core is not None:
                core.submit(handle)
        if stopped:
            handle.abandon()

    def stop(self, timeout: float = 15.0) -> bool:
        """Refuse new work, cancel reads, wait for writes, close the platform, end the thread.

        Blocks for at most ``timeout`` seconds; false when the thread had not ended by then: what it left open
        may keep the process from ending by itself. Must not be called on the core thread. Safe to call twice.
        """
        with self._lock:
            first = self._state is not CoreState.STOPPED
            self._state = CoreState.STOPPED
            if first and self._core is not None:
                self._core.stop(timeout / 2)
        if self._thread.ident is None:
            self._abandon_early()
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _serve(self) -> None:
        try:
            from rustok_desktop.runtime.core_loop import CoreLoop

            CoreLoop(self._opener, attached=self._attached, opened=self._opened, on_bug=self.bug).run()
        except Exception as error:  # noqa: BLE001 - the face must hear of it, whatever it was
            self.bug(error)
            self._opened(error)
        finally:
            with self._lock:
                self._core, self._state = None, CoreState.STOPPED
            self._abandon_early()

    def _attached(self, core: CoreLoop[P]) -> None:
        with self._lock:
            self._core = core
            for handle in self._early:
                core.submit(handle)
            self._early.clear()
            if self._state is CoreState.STOPPED:
                core.stop(0)

    def _opened(self, error: BaseException | None) -> None:
        with self._lock:
            if self._state is CoreState.OPENING:
                self._state = CoreState.READY if error is None else CoreState.FAILED
        if error is None and self._on_ready is not None:
            self._on_ready()
        elif error is not None and self._on_failed is not None:
            self._on_failed(error)

    def _abandon_early(self) -> None:
        for handle in self._early:
            handle.abandon()
        self._early.clear()

"""A core thread over a fake platform, for tests."""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from rustok_desktop.runtime.change_feed import ChangeFeed
from rustok_desktop.runtime.client import Client
from rustok_desktop.runtime.core_thread import CoreThread


class EmptyLog:
    """A log in which nothing happens."""

    async def head(self) -> int:
        return 0

    async def refs(self, after: int, limit: int) -> list[Any]:
        return []


class FakePlatform:
    """A platform that only remembers that it was closed."""

    def __init__(self) -> None:
        self.changes = ChangeFeed(EmptyLog(), interval=0.02)
        self.closed = threading.Event()
        self.saved: list[int] = []

    async def close(self) -> None:
        self.closed.set()


class Face:
    """A face with its own thread (this one): closures wait until it looks."""

    def __init__(self) -> None:
        self.queue: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def wait(self, until: Callable[[], bool], seconds: float = 10.0) -> None:
        deadline = time.monotonic() + seconds
        while not until():
            self.queue.get(timeout=max(0.0, deadline - time.monotonic()))()


class Rig:
    """A core thread over a fake platform, its client, and what went wrong."""

    def __init__(self, opener: Callable[[FakePlatform], Any] | None = None) -> None:
        self.platform = FakePlatform()
        self.face = Face()
        self.bugs: list[BaseException] = []
        self.open_gate = threading.Event()
        self.open_gate.set()
        self.thread: CoreThread[FakePlatform] = CoreThread(opener or self._open, on_bug=self.bugs.append)
        self.client = Client(self.thread, self.face.queue.put)

    async def _open(self) -> FakePlatform:
        await asyncio.to_thread(self.open_gate.wait)
        return self.platform


async def echo(_platform: FakePlatform, value: int = 0) -> int:
    await asyncio.sleep(0)
    return value


async def for_ever(_platform: FakePlatform) -> None:
    await asyncio.Event().wait()

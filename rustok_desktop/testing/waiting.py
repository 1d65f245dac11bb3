"""Waiting for a state instead of sleeping."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from rustok_desktop.runtime.platform import Platform

T = TypeVar("T")


class HasPlatform(Protocol):
    """A shop with its platform."""

    @property
    def platform(self) -> Platform: ...


async def eventually(condition: Callable[[], T | Awaitable[T]], *, patience: float = 5.0, every: float = 0.01) -> T:
    """The first truthy value of ``condition``, plain or async; asked again each ``every`` seconds.

    AssertionError after ``patience`` seconds. An AssertionError of the condition counts as "not yet" and is
    the cause of the last one.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience
    while True:
        reason: AssertionError | None = None
        try:
            found = condition()
            value: T = await found if inspect.isawaitable(found) else found
            if value:
                return value
        except AssertionError as error:
            reason = error
        if loop.time() >= deadline:
            raise AssertionError(f"not within {patience:g} seconds") from reason
        await asyncio.sleep(every)


async def indexed(shop: HasPlatform, *, patience: float = 30.0) -> None:
    """Wait until lists and search show everything committed so far.

    AssertionError naming what lags or failed; a delivery that was set aside counts as failed.
    """
    consumers = shop.platform.consumers
    reached = await consumers.drain(patience)
    lagging = [
        f"{status.name}: {status.lag} behind, {status.retrying + status.waiting + status.dead} failed"
        for status in await consumers.status()
        if status.retrying or status.waiting or status.dead or (not reached and status.lag)
    ]
    if lagging or not reached:
        raise AssertionError("; ".join(lagging) or "the log's readers did not follow")

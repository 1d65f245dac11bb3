"""The composition root: builds a platform from settings, by hand.

Importing this module is cheap; everything heavy is imported inside :func:`build`, on the core thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rustok_desktop.core.clock import Clock, utc_now
from rustok_desktop.runtime.platform import Platform
from rustok_desktop.runtime.settings import Settings

if TYPE_CHECKING:
    from rustok_desktop.outbox.bus import TransactionalEventBus

__all__ = ["Platform", "Settings", "build", "open_platform"]


async def open_platform(settings: Settings, *, read_only: bool = False) -> Platform:
    """A platform that is open, e.g. for the core thread's opener."""
    platform = build(settings, read_only=read_only)
    await platform.open()
    return platform


def build(
    settings: Settings,
    *,
    read_only: bool = False,
    clock: Clock = utc_now,
    bus: TransactionalEventBus | None = None,
) -> Platform:
    """Wire a platform; nothing is opened or written yet. With ``read_only`` nothing ever is."""
    from rustok_desktop.composition import compose

    return compose(settings, read_only=read_only, clock=clock, bus=bus)

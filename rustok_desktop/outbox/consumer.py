"""Readers of the log, each with a cursor of its own.

A consumer turns a batch of events into an *effect*: a function that runs in one transaction together with
the cursor's step. So an effect happens exactly once per event, at whatever point the program dies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from rustok_desktop.core.events import EventRef
from rustok_desktop.storage.unit_of_work import UnitOfWork

Effect = Callable[[UnitOfWork], None]


class Consumer(Protocol):
    """What the runner needs of a consumer."""

    name: str
    event_types: frozenset[str] | None  # None: every event
    batch_size: int

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        """Read and compute; return what to write, or None for nothing.

        May be called again for the same events (after a failure, a crash, or a replay): be idempotent.
        """
        ...

"""Start in order, stop in reverse, and let nothing that fails keep the rest from stopping."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

_log = logging.getLogger(__name__)
Step = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Part:
    """Something with a beginning and an end. ``timeout`` (seconds) bounds the end."""

    name: str
    start: Step | None
    stop: Step | None
    timeout: float


class Lifecycle:
    """The parts of a running program, in the order in which they need each other."""

    def __init__(self) -> None:
        self._parts: list[Part] = []
        self._started: list[Part] = []

    def add(self, name: str, start: Step | None = None, stop: Step | None = None, *, timeout: float = 10.0) -> None:
        """Append a part."""
        self._parts.append(Part(name, start, stop, timeout))

    async def start(self) -> None:
        """Start every part; when one fails, stop those that had started and raise its error."""
        for part in self._parts:
            try:
                if part.start is not None:
                    await part.start()
            except BaseException:
                for error in await self._stop_all():
                    _log.error("while undoing a failed start", exc_info=error)
                raise
            self._started.append(part)

    async def stop(self) -> None:
        """Stop what had started, last first. ExceptionGroup with every error, after all parts were stopped."""
        errors = await self._stop_all()
        if errors:
            raise ExceptionGroup("some parts did not stop cleanly", errors)

    async def _stop_all(self) -> list[Exception]:
        errors: list[Exception] = []
        while self._started:
            part = self._started.pop()
            if part.stop is None:
                continue
            try:
                async with asyncio.timeout(part.timeout):
                    await part.stop()
            except Exception as error:  # noqa: BLE001 - collected: the other parts must stop too
                error.add_note(f"while stopping: {part.name}")
                errors.append(error)
        return errors

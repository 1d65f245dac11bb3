"""Starting in order, stopping in reverse, whatever fails."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from rustok_desktop.runtime.lifecycle import Lifecycle

Trace = list[str]


def _step(trace: Trace, text: str, error: Exception | None = None) -> Callable[[], Awaitable[None]]:
    async def step() -> None:
        trace.append(text)
        if error is not None:
            raise error

    return step


async def test_order() -> None:
    trace: Trace = []
    parts = Lifecycle()
    for name in "abc":
        parts.add(name, _step(trace, f"+{name}"), _step(trace, f"-{name}"))
    await parts.start()
    await parts.stop()
    await parts.stop()
    assert trace == ["+a", "+b", "+c", "-c", "-b", "-a"]


async def test_a_failed_start_undoes_what_had_started() -> None:
    trace: Trace = []
    parts = Lifecycle()
    parts.add("a", _step(trace, "+a"), _step(trace, "-a"))
    parts.add("b", None, _step(trace, "-b", ValueError("b hangs on")))
    parts.add("c", _step(trace, "+c", OSError("no")), _step(trace, "-c"))
    with pytest.raises(OSError, match="no"):
        await parts.start()
    assert trace == ["+a", "+c", "-b", "-a"]


async def test_every_part_is_stopped_and_every_error_told() -> None:
    trace: Trace = []
    parts = Lifecycle()
    parts.add("a", None, _step(trace, "-a", ValueError("one")))
    parts.add("b", _step(trace, "+b"))
    parts.add("c", None, _step(trace, "-c", OSError("two")))
    parts.add("d", None, asyncio.Event().wait, timeout=0.05)  # type: ignore[arg-type]
    await parts.start()
    with pytest.raises(ExceptionGroup) as caught:
        await parts.stop()
    assert trace == ["+b", "-c", "-a"]
    assert [type(error) for error in caught.value.exceptions] == [TimeoutError, OSError, ValueError]
    assert caught.value.exceptions[0].__notes__ == ["while stopping: d"]

"""Assertions about refusals, about nothing having happened, and about what was recorded."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any, Protocol

from rustok_desktop.core.errors import AppError, Forbidden, UserError
from rustok_desktop.core.events import Envelope
from rustok_desktop.testing.recording import RecordingBus
from rustok_desktop.testing.waiting import HasPlatform

_UNSAID = object()


class HasEvents(Protocol):
    """A shop that records its events."""

    @property
    def events(self) -> RecordingBus: ...


async def assert_forbidden(call: Awaitable[object]) -> Forbidden:
    """The call is refused because of the role, whatever it asks for; the refusal."""
    error = await _refusal(call)
    if not isinstance(error, Forbidden):
        raise AssertionError(f"refused as {error.code!r}, not for lack of a permission") from error
    return error


async def assert_refused(call: Awaitable[object], code: str) -> UserError:
    """The call is refused with ``code``, or with a field problem of that code; the refusal."""
    error = await _refusal(call)
    codes = [error.code, *(problem.code for problem in error.fields)]
    if not isinstance(error, UserError) or code not in codes:
        raise AssertionError(f"refused with {', '.join(codes)}, not with {code}") from error
    return error


async def _refusal(call: Awaitable[object]) -> AppError:
    try:
        answer = await call
    except AppError as error:
        return error
    raise AssertionError(f"not refused: {answer!r}")


@asynccontextmanager
async def assert_unchanged(shop: HasPlatform) -> AsyncIterator[None]:
    """Nothing is recorded during the block: the log's head stays where it is."""
    log = shop.platform.log
    before = await log.head()
    yield
    recorded = [event.event_type for event in await log.read(before)]
    if recorded:
        raise AssertionError(f"changed: {', '.join(recorded)}")


def assert_event(shop: HasEvents, event_type: str, aggregate_id: str | None = None, **data: Any) -> Envelope:
    """The newest recorded event of this type, about this thing, whose data holds ``data``.

    A value that is a mapping needs to be a part of the event's: ``changes={"vendor": [None, "Kiln"]}``.
    """
    for event in reversed(shop.events.of_type(event_type)):
        if aggregate_id in (None, event.aggregate_id) and _holds(event.data, data):
            return event
    seen = "\n".join(f"  {e.event_type} {e.aggregate_id} {e.data}" for e in shop.events.events)
    raise AssertionError(f"no {event_type} {aggregate_id or ''} with {data}; recorded:\n{seen or '  nothing'}")


def assert_no_event(shop: HasEvents, event_type: str) -> None:
    """No event of this type was recorded."""
    found = shop.events.of_type(event_type)
    if found:
        raise AssertionError(f"{event_type} was recorded: {found[-1].data}")


def _holds(whole: Any, part: dict[str, Any]) -> bool:
    for name, value in part.items():
        found = whole.get(name, _UNSAID)
        if isinstance(value, dict) and isinstance(found, dict):
            if not _holds(found, value):
                return False
        elif found is _UNSAID or found != value:
            return False
    return True

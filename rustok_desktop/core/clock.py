"""Time: UTC, as fixed-width ISO text with microseconds. Shown and audited, never used to decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], str]


def utc_now() -> str:
    """The present moment, e.g. ``2026-11-20T18:07:55.123456Z`` (27 characters, sorts as text)."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_time(text: str) -> datetime:
    """An aware datetime from the text that :func:`utc_now` makes; ValueError for anything else."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)

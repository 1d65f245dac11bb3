"""Old events read as new ones, step by step (``v1 -> v2 -> …``). The log itself is never rewritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rustok_desktop.core.errors import KnownFault

Upcast = Callable[[dict[str, Any]], dict[str, Any]]


class Upcasters:
    """The steps of every event type. ``current``: the newest version of a type, 1 where nothing is said."""

    def __init__(self, current: Mapping[str, int] | None = None) -> None:
        self._current = dict(current or {})
        self._steps: dict[tuple[str, int], Upcast] = {}

    def register(self, event_type: str, from_version: int, step: Upcast) -> None:
        """Declare the step ``from_version -> from_version + 1``; ValueError when it exists already."""
        key = (event_type, from_version)
        if key in self._steps:
            raise ValueError(f"{event_type} already has a step from version {from_version}")
        self._steps[key] = step
        self._current[event_type] = max(self._current.get(event_type, 1), from_version + 1)

    def upcast(self, event_type: str, version: int, data: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        """(newest version, data in its shape); ``data`` is left as it is.

        KnownFault ``event_too_new`` for a version newer than this program; LookupError for a missing step.
        """
        current = self._current.get(event_type, 1)
        if version > current:
            raise KnownFault("event_too_new", event_type=event_type, version=version)
        shaped = dict(data)
        for step_from in range(version, current):
            step = self._steps.get((event_type, step_from))
            if step is None:
                raise LookupError(f"{event_type}: no step from version {step_from}")
            shaped = step(shaped)
        return current, shaped

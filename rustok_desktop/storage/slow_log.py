"""Tells the log about database work that took long: the SQL, the names of its parameters, and how long.

Values are never told: they are a shop's own data, and a log is what people send along with a question.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

SLOW_MS = 200.0
_log = logging.getLogger(__name__)

_STRING = re.compile(r"'(?:[^']|'')*'")
_NAME = re.compile(r"(?<![:\w]):([A-Za-z_]\w*)")


def parameter_names(sql: str) -> list[str]:
    """The ``:name`` parameters of a statement, each once, in order; text in quotes is not looked at."""
    return list(dict.fromkeys(_NAME.findall(_STRING.sub("''", sql))))


@dataclass(frozen=True, slots=True)
class SlowLog:
    """What counts as slow: ``threshold_ms`` or more by ``timer`` (seconds, never going back)."""

    threshold_ms: float = SLOW_MS
    timer: Callable[[], float] = time.perf_counter

    def read(self, sql: str, began: float) -> None:
        """A statement of the reader has ended. The time holds the trip to the connection's thread too."""
        took = self._took(began)
        if took >= self.threshold_ms:
            _log.info("slow read", extra={"duration_ms": round(took, 1), **_told(sql)})

    def transaction(self, watch: StopWatch, began: float) -> None:
        """A unit of work has ended, by commit or rollback; its slowest statement stands for it."""
        took = self._took(began)
        if took >= self.threshold_ms:
            slowest = {"statement_ms": round(watch.slowest * 1000.0, 1), **_told(watch.sql)}
            extra = {"duration_ms": round(took, 1), "statements": watch.statements, **slowest}
            _log.info("slow unit of work", extra=extra)

    def _took(self, began: float) -> float:
        return (self.timer() - began) * 1000.0


class StopWatch:
    """The statements of one unit of work: how many, and which took longest."""

    __slots__ = ("slowest", "sql", "statements", "timer")

    def __init__(self, timer: Callable[[], float]) -> None:
        self.timer = timer
        self.statements = 0
        self.slowest = 0.0
        self.sql = ""

    def ended(self, sql: str, began: float) -> None:
        """A statement that began at ``began`` has ended."""
        took = self.timer() - began
        self.statements += 1
        if took >= self.slowest:
            self.slowest, self.sql = took, sql


def _told(sql: str) -> dict[str, object]:
    return {"sql": " ".join(sql.split()), "parameters": parameter_names(sql)}

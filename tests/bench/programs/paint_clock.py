"""Watches a Qt program from inside: when it painted first, and how much memory it holds. Prints one JSON line.

The clock starts in the parent process (``BENCH_START``, nanoseconds of the monotonic clock, which all processes
share), so loading the interpreter and every import counts.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class PaintClock(QObject):
    """An event filter over the whole application that waits for the first painted window."""

    def __init__(self, on_painted: Callable[[], None]) -> None:
        super().__init__()
        self._on_painted = on_painted
        self.painted_ms: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.painted_ms is None and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted_ms = (time.monotonic_ns() - int(os.environ["BENCH_START"])) / 1e6
            # The paint itself is still to come: what is asked for runs after it.
            QTimer.singleShot(0, self._on_painted)
        return False


def watch(on_painted: Callable[[PaintClock], None]) -> None:
    """Call ``on_painted`` after the first paint of whatever application is about to run its loop."""
    original = QApplication.exec
    kept: list[PaintClock] = []

    def run(*arguments: object) -> int:
        application = QCoreApplication.instance()
        assert application is not None
        clock = PaintClock(lambda: on_painted(clock))
        kept.append(clock)
        application.installEventFilter(clock)
        return original()

    QApplication.exec = run  # type: ignore[method-assign,assignment]


def memory_mb() -> float:
    """Resident memory of this process now."""
    import psutil

    return psutil.Process().memory_info().rss / 1e6


def finish(**figures: float) -> None:
    """Print the figures and end the process at once: how it closes is not measured."""
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()
    os._exit(0)

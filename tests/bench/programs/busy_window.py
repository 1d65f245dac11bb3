"""The real window at rest, then while its import page imports ``BENCH_CSV``: gaps of a 5 ms timer, repaints."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton

from tests.bench.framework import percentile
from tests.bench.programs import paint_clock

TICK_MS = 5
REPAINT_MS = 150
SETTLE_MS = 3_000  # the list has loaded and the start's own work is over
REST_MS = 6_000


class Pulse(QObject):
    """Measures while it runs. A repaint is a jump in the list and a paint of it, as when somebody scrolls."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self._view = view
        self._last = 0.0
        self.gaps: list[float] = []
        self.repaints: list[float] = []
        self._tick = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._tick.timeout.connect(self._ticked)
        self._jump = QTimer(self, interval=REPAINT_MS)
        self._jump.timeout.connect(self._repaint)

    def start(self) -> None:
        """Begin."""
        self._last = time.perf_counter()
        self._tick.start()
        self._jump.start()

    def stop(self) -> None:
        """End."""
        self._tick.stop()
        self._jump.stop()

    def _ticked(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def _repaint(self) -> None:
        start = time.perf_counter()
        bar = self._view.verticalScrollBar()
        bar.setValue((bar.value() + 37 * max(1, bar.pageStep())) % max(1, bar.maximum()))
        self._view.viewport().repaint()
        self.repaints.append((time.perf_counter() - start) * 1000)
        # The repaint itself is ours, not a stall of the window.
        self._last = time.perf_counter()

    def figures(self, name: str) -> dict[str, float]:
        """What was measured, in milliseconds."""
        return {
            f"{name}_gap_p99": percentile(self.gaps, 0.99),
            f"{name}_gap_worst": max(self.gaps),
            f"{name}_repaint_p95": percentile(self.repaints, 0.95),
            f"{name}_repaints": float(len(self.repaints)),
        }


def largest_list() -> QAbstractItemView:
    """The biggest list on screen."""
    views = [w for w in QApplication.allWidgets() if isinstance(w, QAbstractItemView) and w.isVisible()]
    return max(views, key=lambda view: view.width() * view.height())


def show_products() -> None:
    """The list that is measured, without the welcome of an empty shop above it."""
    from rustok_desktop.gui.welcome.welcome_panel import WelcomePanel

    for widget in QApplication.allWidgets():
        if isinstance(widget, WelcomePanel):
            widget.close_panel()
        elif isinstance(widget, QPushButton) and widget.objectName() == "products":
            widget.click()


def keep_client(keep: Callable[[Any], None]) -> None:
    """Hand over the window's client as soon as it is made."""
    from rustok_desktop.runtime.client import Client

    original = Client.__init__

    def made(self: Any, *arguments: Any, **named: Any) -> None:
        original(self, *arguments, **named)
        keep(self)

    Client.__init__ = made  # type: ignore[method-assign]


class Run:
    """Rest, then import, then the answer."""

    def __init__(self) -> None:
        self.client: Any = None
        self._pulses: dict[str, Pulse] = {}
        self._started = 0.0

    def begin(self, _clock: paint_clock.PaintClock) -> None:
        """After the first paint."""
        QTimer.singleShot(SETTLE_MS, self._rest)

    def _rest(self) -> None:
        show_products()
        QTimer.singleShot(SETTLE_MS, self._idle)

    def _idle(self) -> None:
        self._measure("idle")
        QTimer.singleShot(REST_MS, self._import)

    def _import(self) -> None:
        from rustok_desktop.exchange.schemas import ImportOptions
        from rustok_desktop.gui.operations.imports import plan_import

        self._pulses["idle"].stop()
        file = Path(os.environ["BENCH_CSV"])
        self._measure("busy")
        self._started = time.perf_counter()
        self._submit(plan_import(file, ImportOptions(), "en"), self._planned)

    def _planned(self, plan: Any) -> None:
        from rustok_desktop.gui.operations.imports import commit_import

        self._submit(commit_import(plan, Event(), "en"), self._done)

    def _submit(self, operation: Any, then: Callable[[Any], None]) -> None:
        self.client.submit(operation, on_progress=lambda _progress: None, on_result=then, on_error=self._failed)

    def _measure(self, name: str) -> None:
        self._pulses[name] = Pulse(largest_list())
        self._pulses[name].start()

    def _done(self, report: Any) -> None:
        took = time.perf_counter() - self._started
        self._pulses["busy"].stop()
        figures = {**self._pulses["idle"].figures("idle"), **self._pulses["busy"].figures("busy")}
        paint_clock.finish(**figures, import_s=took, created=float(report.products.created))

    def _failed(self, error: BaseException) -> None:
        sys.stderr.write(f"{error!r}\n")
        sys.stderr.flush()
        os._exit(1)


if __name__ == "__main__":
    run = Run()
    keep_client(lambda client: setattr(run, "client", client))
    paint_clock.watch(run.begin)
    from rustok_desktop.__main__ import main

    sys.argv = ["rustok-desktop", "--data-dir", os.environ["BENCH_DATA"]]
    sys.exit(main())

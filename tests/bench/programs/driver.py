"""Drives the real window as a person would, and watches how long its loop is away meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.products.product_page import ProductPage
from rustok_desktop.runtime.settings import Settings
from tests.bench.programs import paint_clock

TICK_MS = 5
POLL_MS = 10
Steps = Generator[int | Callable[[], bool], None, None]  # wait so many milliseconds, or until this holds


class GapProbe(QObject):
    """The gaps between turns of the loop: a timer that is due every 5 ms says when it came through.

    ``work`` is how long the thread computed in each of them: on a machine that others use too it tells a gap of our own
    making from one in which somebody else had the processor.
    """

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._worked = 0.0
        self.gaps: list[float] = []
        self.work: list[float] = []
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._timer.timeout.connect(self._came)

    def begin(self) -> None:
        """Forget what was, and watch."""
        self.gaps, self.work = [], []
        self._clock.start()
        self._worked = time.thread_time()
        self._timer.start()

    def end(self) -> list[float]:
        """The gaps since, in milliseconds. The last one counts up to now."""
        self._came()
        self._timer.stop()
        return self.gaps

    def _came(self) -> None:
        self.gaps.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.start()
        now = time.thread_time()
        self.work.append((now - self._worked) * 1000)
        self._worked = now


class PaintWatch(QObject):
    """Waits for the first paint of a widget at which ``ready`` holds; ``painted`` is when it ended."""

    def __init__(self, widget: QWidget, ready: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._ready = ready
        self.painted = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.painted and event.type() == QEvent.Type.Paint and self._ready():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)  # the paint itself is still to come
        return False

    def _done(self) -> None:
        self.painted = time.perf_counter()

    def is_over(self) -> bool:
        """Whether it has been painted."""
        return self.painted > 0


class Driver(QObject):
    """Runs ``steps`` once the Products page is there; ends the process with the figures they leave behind."""

    def __init__(self, application: Application, steps: Callable[[Driver], Steps]) -> None:
        super().__init__()
        self.application = application
        self.figures: dict[str, float] = {}
        self.probe = GapProbe()
        self._steps = steps(self)
        self._until: Callable[[], bool] | None = self._page_is_there
        application.services.preferences.set("welcome.done", True)
        application.services.navigator.go("products")
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._go_on)
        self._turn.start(POLL_MS)

    @property
    def page(self) -> ProductPage:
        """The Products page."""
        page = self.application.window.stack.built()["products"]
        assert isinstance(page, ProductPage)
        return page

    def _page_is_there(self) -> bool:
        return "products" in self.application.window.stack.built() and self.page.list.model.loaded

    def _go_on(self) -> None:
        if self._until is not None and not self._until():
            self._turn.start(POLL_MS)
            return
        try:
            wanted = next(self._steps)
        except StopIteration:
            paint_clock.finish(**self.figures)
            return
        self._until = wanted if callable(wanted) else None
        self._turn.start(POLL_MS if callable(wanted) else wanted)


def drive(directory: str, steps: Callable[[Driver], Steps]) -> int:
    """The window over a data directory, driven by ``steps``."""
    from pathlib import Path

    from rustok_desktop.gui.application import run_window

    return run_window(Settings(Path(directory)), script=lambda application: Driver(application, steps))

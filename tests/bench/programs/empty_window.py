"""The floor: a Qt window with nothing in it. ``BENCH_WAIT`` seconds after the first paint it reports and ends."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.programs import paint_clock


def report(clock: paint_clock.PaintClock) -> None:
    """Report after the asked wait."""
    wait = int(float(os.environ.get("BENCH_WAIT", "0")) * 1000)
    QTimer.singleShot(
        wait, lambda: paint_clock.finish(painted_ms=clock.painted_ms or 0.0, memory_mb=paint_clock.memory_mb())
    )


paint_clock.watch(report)
application = QApplication(sys.argv)
window = QWidget()
window.resize(1360, 840)
window.show()
application.exec()

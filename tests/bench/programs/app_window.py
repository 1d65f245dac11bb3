"""The real window over ``BENCH_DATA``; reports ``BENCH_WAIT`` seconds after its first paint."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer

from tests.bench.programs import paint_clock


def report(clock: paint_clock.PaintClock) -> None:
    """Report after the asked wait."""
    wait = int(float(os.environ.get("BENCH_WAIT", "0")) * 1000)
    QTimer.singleShot(
        wait, lambda: paint_clock.finish(painted_ms=clock.painted_ms or 0.0, memory_mb=paint_clock.memory_mb())
    )


if __name__ == "__main__":
    paint_clock.watch(report)
    from rustok_desktop.__main__ import main

    sys.argv = ["rustok-desktop", "--data-dir", os.environ["BENCH_DATA"]]
    sys.exit(main())

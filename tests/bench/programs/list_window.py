"""The list of a great many products, moved through as a person does: keys, the wheel, the scroll bar. ``BENCH_KEYS`` is
how often each key is pressed."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.framework import percentile
from tests.bench.programs.driver import Driver, Steps, drive

KEYS = int(os.environ.get("BENCH_KEYS", "40"))
REPEAT_MS = 33  # how often a held key repeats
FRAME_MS = 16


def scrolling(driver: Driver) -> Steps:
    """One way of moving after another; each is watched until the rows in sight are here and painted."""
    table = driver.page.list.table
    table.setFocus()
    yield 10_000  # the work of the start is over: the cursors of the list, the counts beside the categories
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    yield lambda: driver.page.controller.state is not None  # the editor stands beside the list from here on
    yield 1_000
    for name, way in (("held", _held), ("page", _pages), ("jump", _jumps), ("drag", _drag), ("wheel", _wheel)):
        driver.probe.begin()
        yield from way(driver)
        yield lambda: _all_here(driver)
        yield 300
        gaps = driver.probe.end()
        driver.figures[f"{name}_gap_worst"] = max(gaps)
        driver.figures[f"{name}_gap_p99"] = percentile(gaps, 0.99)
        driver.figures[f"{name}_work_worst"] = max(driver.probe.work)
    driver.figures["rows"] = float(driver.page.list.model.total)


def _held(driver: Driver) -> Steps:
    """Page Down held down."""
    for _ in range(2 * KEYS):
        QTest.keyClick(driver.page.list.table, Qt.Key.Key_PageDown)
        yield REPEAT_MS


def _pages(driver: Driver) -> Steps:
    """Page Down with a look at each page: the product it comes to is opened beside the list."""
    for _ in range(KEYS):
        QTest.keyClick(driver.page.list.table, Qt.Key.Key_PageDown)
        yield 250


def _jumps(driver: Driver) -> Steps:
    for _ in range(max(2, KEYS // 10)):
        for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(driver.page.list.table, key)
            yield lambda: _all_here(driver)
            yield 200


def _drag(driver: Driver) -> Steps:
    """The handle of the scroll bar from the top to the bottom and half-way back."""
    bar = driver.page.list.table.verticalScrollBar()
    for number in [*range(101), *range(100, 50, -1)]:
        bar.setValue(bar.maximum() * number // 100)
        yield FRAME_MS


def _wheel(driver: Driver) -> Steps:
    view = driver.page.list.table.viewport()
    place = QPointF(view.rect().center())
    for _ in range(4 * KEYS):
        turn = QWheelEvent(
            place, view.mapToGlobal(place), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, turn)
        yield FRAME_MS


def _all_here(driver: Driver) -> bool:
    table, model = driver.page.list.table, driver.page.list.model
    bottom = table.rowAt(table.viewport().height() - 1)
    last = model.total - 1 if bottom < 0 else bottom
    return all(model.listed(row) is not None for row in range(max(0, table.rowAt(0)), last + 1))


if __name__ == "__main__":
    sys.exit(drive(os.environ["BENCH_DATA"], globals()[os.environ["BENCH_DO"]]))

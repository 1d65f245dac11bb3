"""The editor of a product of very many variants: opened, typed into, saved. ``BENCH_MANY`` and ``BENCH_ONE`` name the
products, ``BENCH_DO`` what is done."""

from __future__ import annotations

import os
import statistics
import sys
import time
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.bench.programs.driver import Driver, PaintWatch, Steps, drive

MANY, ONE = os.environ.get("BENCH_MANY", ""), os.environ.get("BENCH_ONE", "")
TURNS = int(os.environ.get("BENCH_TURNS", "10"))
KEY_MS = 40


def _shown(driver: Driver, product_id: str) -> bool:
    state = driver.page.controller.state
    return state is not None and state.product_id == product_id and state.complete


def _begin(driver: Driver) -> Steps:
    """The editor in full width, with the grid in sight; and how much the machine keeps a window that does nothing."""
    driver.page.open_with(product_id=ONE)
    driver.page.set_wide(True)
    driver.page.editor.strip.setCurrentIndex(1)
    yield lambda: _shown(driver, ONE)
    yield 3_000  # the work of the start is over
    driver.probe.begin()
    yield 1_500
    driver.figures["idle_gap_worst"] = max(driver.probe.end())


def opening(driver: Driver) -> Steps:
    """From the wish for a product to its painted first rows; and the gaps until the last variant is here."""
    yield from _begin(driver)
    took: dict[str, list[float]] = {MANY: [], ONE: []}
    whole: list[float] = []
    gaps: list[float] = []
    work: list[float] = []
    for turn in range(TURNS):
        for product_id in (MANY, ONE) if turn % 2 else (ONE, MANY):
            driver.page.controller.close()
            yield 100
            start = time.perf_counter()
            watch = _open(driver, product_id)
            yield watch.is_over
            took[product_id].append((watch.painted - start) * 1000)
            yield partial(_shown, driver, product_id)
            if product_id == MANY:
                whole.append((time.perf_counter() - start) * 1000)
            yield 30
            driver.probe.end()
            if product_id == MANY:
                gaps += driver.probe.gaps
                work += driver.probe.work
    driver.figures |= {
        "many_ms": statistics.median(took[MANY]),
        "one_ms": statistics.median(took[ONE]),
        "all_here_ms": statistics.median(whole),
        "gap_worst": max(gaps),
        "work_worst": max(work),
    }


def _open(driver: Driver, product_id: str) -> PaintWatch:
    tab, controller = driver.page.editor.variants, driver.page.controller
    ready = partial(_first_rows, driver, product_id)
    watch = PaintWatch(tab.grid.viewport(), ready)
    driver.probe.begin()
    controller.open(product_id)
    return watch


def _first_rows(driver: Driver, product_id: str) -> bool:
    state = driver.page.controller.state
    return state is not None and state.product_id == product_id and driver.page.editor.variants.model.rowCount() > 0


def typing(driver: Driver) -> Steps:
    """Prices typed one after the other with the keys; then the same while every variant has an unsaved price."""
    yield from _begin(driver)
    page, tab = driver.page, driver.page.editor.variants
    page.open_with(product_id=MANY)
    yield lambda: _shown(driver, MANY)
    yield 500
    for name in ("few", "all"):
        if name == "all":
            tab.model.tick_all(True)
            tab.bulk.lines["price"].click()
            tab.bulk.formula.line.setText("+10 %")
            tab.bulk.formula.take()
            yield 1_500
        tab.grid.setFocus()
        tab.grid.setCurrentIndex(tab.model.index(20, 5))
        yield 100
        driver.probe.begin()
        for number in range(TURNS):
            for key in f"{20 + number}.5":
                QTest.keyClick(tab.grid.focusWidget() or tab.grid, key)
                yield KEY_MS
            QTest.keyClick(tab.grid.focusWidget() or tab.grid, Qt.Key.Key_Return)
            yield KEY_MS
        yield 600  # the draft is written meanwhile
        gaps = driver.probe.end()
        driver.figures[f"{name}_work_worst"] = max(driver.probe.work)
        edits = page.controller.state.edits if page.controller.state is not None else {}
        assert len(edits) >= TURNS, "the keys went elsewhere"
        driver.figures[f"{name}_gap_worst"] = max(gaps)
        driver.figures[f"{name}_edits"] = float(len(edits))


def saving(driver: Driver) -> Steps:
    """One cell typed and saved, again and again; then the prices of all variants at once."""
    yield from _begin(driver)
    page, controller = driver.page, driver.page.controller
    page.open_with(product_id=MANY)
    yield lambda: _shown(driver, MANY)
    yield 500
    for name, turns in (("one", TURNS), ("all", 2)):
        took = []
        driver.probe.begin()
        for number in range(turns):
            state = controller.state
            assert state is not None
            keys = state.variant_keys()
            keys = keys if name == "all" else [keys[len(keys) // 2 + number]]
            controller.edit_many((f"variants/{key}/price@{state.currency}", f"{30 + number}.50") for key in keys)
            yield 50
            start = time.perf_counter()
            assert controller.save()
            yield lambda: not (controller.state is None or controller.state.saving or controller.state.dirty)
            took.append((time.perf_counter() - start) * 1000)
            yield 300
        driver.figures[f"{name}_gap_worst"] = max(driver.probe.end())
        driver.figures[f"{name}_work_worst"] = max(driver.probe.work)
        driver.figures[f"{name}_ms"] = statistics.median(took)


if __name__ == "__main__":
    sys.exit(drive(os.environ["BENCH_DATA"], globals()[os.environ["BENCH_DO"]]))

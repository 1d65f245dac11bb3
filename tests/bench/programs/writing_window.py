"""The editor of a page with a very long text: typed into, pasted into, scrolled, shown beside. ``BENCH_NODE`` names the
page, ``BENCH_DO`` what is done."""

from __future__ import annotations

import os
import statistics
import sys
import time
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from rustok_desktop.gui.content.content_page import ContentPage
from tests.bench.programs.driver import Driver, Steps, drive

NODE = os.environ.get("BENCH_NODE", "")
TURNS = int(os.environ.get("BENCH_TURNS", "10"))
KEY_MS = 40
SENTENCE = "The **rope** holds."
PARAGRAPH = "\n\n" + "A paragraph that was *copied* from [elsewhere](https://example.com/there). " * 12 + "\n\n"


def _page(driver: Driver) -> ContentPage:
    page = driver.application.window.stack.built()["content"]
    assert isinstance(page, ContentPage)
    return page


def _begin(driver: Driver) -> Steps:
    """The editor with the page's text, its preview beside it, and the cursor in the middle."""
    driver.application.services.navigator.go("content", node_id=NODE)
    yield lambda: "content" in driver.application.window.stack.built()
    page = _page(driver)
    yield lambda: page.controller.state is not None and page.controller.state.id == NODE
    yield 3_000  # the work of the start is over
    text = page.editor.body.text
    cursor = text.textCursor()
    cursor.setPosition(text.document().findBlockByNumber(text.document().blockCount() // 2).position())
    text.setTextCursor(cursor)
    text.setFocus()
    yield 300


def _kept(page: ContentPage) -> bool:
    state = page.controller.state
    return state is not None and not state.unkept


def _settled(page: ContentPage) -> bool:
    return _kept(page) and not page.editor.body.preview.waiting


def _note(driver: Driver, name: str) -> None:
    driver.figures[f"{name}_gap_worst"] = max(driver.probe.end())
    driver.figures[f"{name}_work_worst"] = max(driver.probe.work)


def writing(driver: Driver) -> Steps:
    """Sentences with pauses in which drafts are kept and words are counted; paragraphs pasted; the text scrolled."""
    yield from _begin(driver)
    page = _page(driver)
    text, before = page.editor.body.text, len(page.editor.body.value())
    driver.probe.begin()
    for _ in range(TURNS):
        for key in SENTENCE:
            QTest.keyClick(text, key)
            yield KEY_MS
        QTest.keyClick(text, Qt.Key.Key_Return)
        yield 600  # what waits for a pause happens now
        yield partial(_settled, page)
        yield 300
    _note(driver, "typing")
    assert len(page.editor.body.value()) >= before + TURNS * len(SENTENCE), "the keys went elsewhere"
    driver.probe.begin()
    for _ in range(3):
        QGuiApplication.clipboard().setText(PARAGRAPH)
        QTest.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        yield 600
        yield partial(_settled, page)
        yield 300
    _note(driver, "pasting")
    driver.probe.begin()
    for key in [Qt.Key.Key_PageDown] * 3 * TURNS + [Qt.Key.Key_PageUp] * 3 * TURNS:
        QTest.keyClick(text, key)
        yield KEY_MS
    bar = text.verticalScrollBar()
    for step in range(2 * TURNS):
        bar.setValue(bar.maximum() * (step + 1) // (2 * TURNS))
        yield KEY_MS
    _note(driver, "scrolling")


def preview(driver: Driver) -> Steps:
    """A change at the beginning, again and again, until the preview shows it; and the rendering alone."""
    from rustok_desktop.content.markdown import render
    from rustok_desktop.gui.markdown.markdown_preview import PAUSE_MS

    yield from _begin(driver)
    body = _page(driver).editor.body
    shown: list[float] = []
    body.preview.shown.connect(lambda: shown.append(time.perf_counter()))
    ours: list[float] = []
    bare: list[float] = []
    runs: list[int] = []
    for _ in range(TURNS):
        cursor = body.text.textCursor()
        cursor.setPosition(0)
        body.text.setTextCursor(cursor)
        shown.clear()
        for key in SENTENCE:
            QTest.keyClick(body.text, key)
            start = time.perf_counter()
            yield KEY_MS
        yield lambda: bool(shown) and not body.preview.waiting
        yield 500
        ours.append(shown[-1] - start - PAUSE_MS / 1000)
        runs.append(len(shown))
        text = body.preview.rendered_text()
        start = time.perf_counter()
        render(text)
        bare.append(time.perf_counter() - start)
        yield 300
    driver.figures = {
        "ours_ms": statistics.median(ours) * 1000,
        "bare_ms": statistics.median(bare) * 1000,
        "renderings": statistics.median(runs),
        "keys": float(len(SENTENCE)),
    }


if __name__ == "__main__":
    sys.exit(drive(os.environ["BENCH_DATA"], globals()[os.environ["BENCH_DO"]]))

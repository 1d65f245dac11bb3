"""Closures cross threads in order, and a failing one takes nobody with it."""

from __future__ import annotations

import threading
from collections import defaultdict
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QThread

from rustok_desktop.gui.bridge import Bridge

PER_THREAD = 2_500


@pytest.mark.usefixtures("qapp")
def test_ten_thousand_closures_from_four_threads_keep_each_threads_order(qtbot: object) -> None:
    bridge = Bridge()
    seen: dict[int, list[int]] = defaultdict(list)
    main = QThread.currentThread()
    strangers: list[object] = []

    def take(sender: int, number: int) -> None:
        seen[sender].append(number)
        if QThread.currentThread() is not main:
            strangers.append(QThread.currentThread())

    def send(sender: int) -> None:
        for number in range(PER_THREAD):
            bridge.post(partial(take, sender, number))

    threads = [threading.Thread(target=send, args=(sender,)) for sender in range(4)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: sum(map(len, seen.values())) == 4 * PER_THREAD, timeout=20_000)
    for thread in threads:
        thread.join()
    assert not strangers
    assert all(numbers == list(range(PER_THREAD)) for numbers in seen.values())


@pytest.mark.usefixtures("qapp")
def test_a_closure_that_fails_does_not_stop_the_next(qtbot: object) -> None:
    bridge = Bridge()
    seen: list[int] = []

    def fail() -> None:
        raise RuntimeError("on purpose")

    with qtbot.captureExceptions() as caught:
        bridge.post(fail)
        bridge.post(partial(seen.append, 1))
        qtbot.waitUntil(lambda: seen == [1])
    assert [str(value) for _kind, value, _trace in caught] == ["on purpose"]


@pytest.mark.usefixtures("qapp")
def test_posting_from_a_closure_is_delivered(qtbot: object) -> None:
    bridge = Bridge()
    seen: list[int] = []
    bridge.post(lambda: bridge.post(lambda: seen.append(2)))
    qtbot.waitUntil(lambda: seen == [2])


@pytest.mark.usefixtures("qapp")
def test_nothing_is_delivered_after_close() -> None:
    bridge = Bridge()
    seen: list[int] = []
    bridge.post(lambda: seen.append(1))
    bridge.close()
    bridge.post(lambda: seen.append(2))
    QCoreApplication.processEvents()
    assert seen == []

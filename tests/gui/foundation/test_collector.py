"""Collection happens in the window's thread, and only there."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from rustok_desktop.gui import collector as module
from rustok_desktop.gui.collector import Collector


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    made = Collector()
    made.start()
    yield made
    made.stop()
    assert gc.isenabled()


class Node:
    """Part of a cycle that says in which thread it died."""

    died_in: list[threading.Thread] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Node.died_in.append(threading.current_thread())


def test_cycles_made_elsewhere_die_here(collector: Collector) -> None:
    Node.died_in.clear()

    def work() -> None:
        for _ in range(20_000):
            Node()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert Node.died_in == []
    assert collector.step() == 0
    assert len(Node.died_in) == 20_000
    assert set(Node.died_in) == {threading.main_thread()}


def test_older_generations_have_their_turn(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    counts = iter([(0, 0, 0), (5000, 0, 0), (0, 11, 0), (0, 0, 11), (0, 0, 11)])
    monkeypatch.setattr(module, "gc", SimpleNamespace(get_count=lambda: next(counts), collect=collected.append))
    collector._last_full -= 100
    assert [collector.step() for _ in range(5)] == [-1, 0, 1, 2, -1]
    assert collected == [0, 1, 2]
    monkeypatch.undo()

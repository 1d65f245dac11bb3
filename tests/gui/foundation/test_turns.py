"""Long work in small turns."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.widgets import turns
from rustok_desktop.gui.widgets.turns import Turns


@pytest.fixture
def made(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Turns]:
    monkeypatch.setattr(turns, "BUDGET_SECONDS", 0)  # one step in each turn
    owner = QObject()
    yield Turns(owner)
    owner.deleteLater()


def test_each_step_has_its_turn_and_the_first_is_not_the_callers(made: Turns, qtbot: QtBot) -> None:
    done: list[str] = []
    others = QTimer(made, interval=0)
    others.timeout.connect(lambda: done.append("other"))
    others.start()
    made.start(done.append("step") for _ in range(3))
    assert (done, made.busy) == ([], True)
    qtbot.waitUntil(lambda: not made.busy)
    others.stop()
    parts = "".join(word[0] for word in done).split("s")
    assert len(parts) == 4
    assert all(parts[1:3])  # something else came through between two steps


def test_what_is_left_is_finished_or_dropped(made: Turns) -> None:
    done: list[int] = []
    made.start(done.append(number) for number in range(3))
    made.finish()
    assert (done, made.busy) == ([0, 1, 2], False)
    made.start(done.append(number) for number in range(3))
    made.drop()
    made.finish()
    assert (done, made.busy) == ([0, 1, 2], False)


def test_the_last_step_may_begin_something_new(made: Turns, qtbot: QtBot) -> None:
    done: list[str] = []

    def first() -> Iterator[None]:
        yield
        made.start(second())

    def second() -> Iterator[None]:
        done.append("second")
        yield

    made.start(first())
    qtbot.waitUntil(lambda: not made.busy)
    assert done == ["second"]

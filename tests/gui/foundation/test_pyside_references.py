"""The binding counts references rightly; one that does not takes the process down after a few hundred signals."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

ROUNDS = 10_000


class Source(QObject):
    flag = Signal(bool)
    thing = Signal(object)


class Silent(QAbstractListModel):
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return None


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal from 3.12 on")
@pytest.mark.usefixtures("qapp")
def test_signals_and_model_answers_do_not_eat_references() -> None:
    source, model = Source(), Silent()
    seen = [0]

    def count(_value: object) -> None:
        seen[0] += 1

    source.flag.connect(count)
    source.thing.connect(count)
    index = model.index(0)
    constants = (None, True, False)
    before = [sys.getrefcount(value) for value in constants]
    for _ in range(ROUNDS):
        source.flag.emit(True)
        source.flag.emit(False)
        source.thing.emit(None)
        model.data(index)
        index.data()
    after = [sys.getrefcount(value) for value in constants]
    assert seen[0] == 3 * ROUNDS
    # A few references come and go with the frames of the test itself; a leak would be thousands.
    assert [abs(b - a) < 20 for a, b in zip(before, after, strict=True)] == [True] * 3, (before, after)

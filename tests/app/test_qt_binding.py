"""The pinned PySide6 keeps its references; a release that does not aborts the interpreter within seconds."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot

CALLS = 10_000
# Other code of the interpreter borrows None all the time; a leak per call would be a hundred times as large.
SLACK = 100


class Sender(QObject):
    """Emits; ``emit`` answers True, which is where the references were lost."""

    sent = Signal()


def test_calls_do_not_lose_references(qtbot: QtBot) -> None:
    sender = Sender()
    before = {value: sys.getrefcount(value) for value in (None, True, False)}
    for _ in range(CALLS):
        sender.sent.emit()
        QCoreApplication.processEvents()
    drift = {value: sys.getrefcount(value) - count for value, count in before.items()}
    assert all(abs(change) < SLACK for change in drift.values()), drift

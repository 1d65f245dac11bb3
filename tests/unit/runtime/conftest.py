"""The rig for tests of the core thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.unit.runtime.core_rig import Rig


@pytest.fixture
def rig() -> Iterator[Rig]:
    before = set(threading.enumerate())
    made = Rig()
    yield made
    assert made.thread.stop(10)
    assert set(threading.enumerate()) <= before

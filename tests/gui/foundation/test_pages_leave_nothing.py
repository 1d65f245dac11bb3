"""Every page opened and closed twenty times leaves no widget, object or watcher behind."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from rustok_desktop.gui.pages import PageSpec, standard_pages
from rustok_desktop.gui.services import GuiServices
from tests.gui.conftest import FakeClient, settle

ROUNDS = 20
WARM_UP = 3  # what Qt and Python make once and keep


def _census() -> Counter[str]:
    """Everything of Qt's that Python knows, by class, and the number of widgets."""
    settle()
    gc.unfreeze()
    gc.collect()
    found = Counter(type(thing).__name__ for thing in gc.get_objects() if isinstance(thing, QObject))
    found["(widgets)"] = sum(1 for widget in QApplication.allWidgets() if widget.parent() is not None)
    return found


def _once(spec: PageSpec, make: Callable[[], GuiServices], client: FakeClient) -> None:
    services = make()
    page = spec.build(services)
    window = QWidget()
    page.setParent(window)
    window.resize(1024, 700)
    window.show()
    window.close()
    window.deleteLater()
    owner = services.actions.parent()
    assert owner is not None
    owner.deleteLater()
    settle()
    client.calls.clear()


@pytest.mark.parametrize("spec", standard_pages(), ids=lambda spec: spec.id)
def test_twenty_rounds_leave_nothing(
    spec: PageSpec, services_factory: Callable[[], GuiServices], client: FakeClient, qapp: QApplication
) -> None:
    for _ in range(WARM_UP):
        _once(spec, services_factory, client)
    before = _census()
    for _ in range(ROUNDS):
        _once(spec, services_factory, client)
    more = _census() - before
    # The factory itself keeps its owners' wrappers until the test ends.
    more.subtract({"QObject": ROUNDS})
    assert {name: count for name, count in more.items() if count >= ROUNDS // 2} == {}
    assert client.listeners == []

"""The window over a data directory with its product page at hand, for flows that look at what no reader is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.products.product_page import ProductPage

from .pages.program import begin, leave

SLOW = 6_000


@dataclass
class Window:
    """The window as a person works with it."""

    application: Application
    page: ProductPage
    qtbot: QtBot

    def wait(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=SLOW)

    def name(self, action: str) -> str:
        return self.application.services.actions.get(action).text()

    def wait_name(self, action: str, name: str) -> None:
        self.wait(lambda: self.name(action) == name)

    def press(self, key: Qt.Key) -> None:
        self.application.window.activateWindow()
        self.wait(self.application.window.isActiveWindow)
        self.page.list.table.setFocus()
        self.qtbot.keyClick(self.application.window, key, Qt.KeyboardModifier.ControlModifier)

    def type(self, name: str, text: str) -> None:
        field = self.page.editor.general.fields[name].editor
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)

    def save(self) -> None:
        self.qtbot.mouseClick(self.page.editor.footer.save, Qt.MouseButton.LeftButton)
        self.wait(lambda: not self.unsaved())

    def unsaved(self) -> bool:
        state = self.page.controller.state
        return state is not None and (state.dirty or state.saving)

    def title(self) -> str:
        return self.page.controller.text("title@en")

    def open_first(self) -> None:
        self.wait(lambda: self.page.list.model.listed(0) is not None)
        listed = self.page.list.model.listed(0)
        assert listed is not None
        self.page.open_with(product_id=listed.row.product_id)
        self.wait(lambda: self.page.controller.state is not None)


@contextmanager
def window(path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    application = begin(path, qapp)
    qtbot.waitUntil(lambda: "products" in application.window.stack.built(), timeout=SLOW)
    page = application.window.stack.built()["products"]
    assert isinstance(page, ProductPage)
    application.services.navigator.go("products")
    qtbot.waitUntil(lambda: page.list.model.loaded, timeout=SLOW)
    try:
        yield Window(application, page, qtbot)
    finally:
        leave(application)

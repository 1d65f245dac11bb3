"""Undo in the whole window over a real data directory, also after the program was started again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application
from rustok_desktop.gui.history.undo_actions import REDO, UNDO
from rustok_desktop.gui.operations.taxonomy import AddCategory
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


def test_a_saved_edit_is_undone_after_a_restart_and_put_back_from_history(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with window(tmp_path, qapp, qtbot) as first:
        first.application.services.actions.trigger("products.new")
        first.type("title", "Ramen bowl")
        first.save()
        first.wait_name(UNDO, "Undo: Create “Ramen bowl”")
        first.type("title", "Soup bowl")
        first.save()
        first.wait_name(UNDO, "Undo: Change title of “Soup bowl”")
    with window(tmp_path, qapp, qtbot) as second:
        second.wait_name(UNDO, "Undo: Change title of “Soup bowl”")
        second.open_first()
        second.wait(lambda: second.title() == "Soup bowl")
        second.press(Qt.Key.Key_Z)
        second.wait(lambda: second.title() == "Ramen bowl")
        second.wait_name(REDO, "Redo: Change title of “Ramen bowl”")
        texts = [notice.text for notice in second.application.services.notices.history]
        assert any(text.startswith("Undone: Change title") for text in texts)
        second.press(Qt.Key.Key_Y)
        second.wait(lambda: second.title() == "Soup bowl")
        put_the_old_title_back(second)


def put_the_old_title_back(window: Window) -> None:
    editor = window.page.editor
    editor.strip.setCurrentIndex(editor.tabs.index(editor.history))
    window.wait(lambda: len(editor.history.model.entries) == 4)
    rows = range(editor.history.model.rowCount())
    place = next(r for r in rows if editor.history.model.index(r, 1).data() == "Ramen bowl")
    editor.history.view.selectRow(place)
    window.qtbot.mouseClick(editor.history.put_back, Qt.MouseButton.LeftButton)
    window.wait(lambda: window.title() == "Ramen bowl")
    window.wait(lambda: len(editor.history.model.entries) == 5)
    assert not window.unsaved()


def test_a_deleted_category_comes_back_by_undo_and_out_of_the_trash(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with window(tmp_path, qapp, qtbot) as shop:
        services, stack = shop.application.services, shop.application.window.stack
        services.client.submit(AddCategory("Mugs", "en", None), write=True)
        shop.wait_name(UNDO, "Undo: Create category “Mugs”")
        services.navigator.go("categories")
        shop.wait(lambda: "categories" in stack.built())
        tree = stack.built()["categories"].categories
        shop.wait(lambda: tree.model.rowCount() == 1)
        tree.delete(tree.model.index(0, 0).data(Qt.ItemDataRole.UserRole + 1).id)
        shop.wait_name(UNDO, "Undo: Delete category “Mugs”")
        services.actions.trigger(UNDO)
        shop.wait_name(REDO, "Redo: Delete category “Mugs”")
        shop.wait(lambda: tree.model.rowCount() == 1)
        services.actions.trigger(REDO)
        shop.wait_name(UNDO, "Undo: Delete category “Mugs”")
    with window(tmp_path, qapp, qtbot) as later:
        later.application.services.actions.trigger("go.trash")
        trash = later.application.window.stack.built()["trash"]
        later.wait(lambda: trash.model.rowCount() == 1)
        assert trash.model.index(0, 0).data() == "Mugs"
        trash.table.selectAll()
        qtbot.mouseClick(trash.restore_button, Qt.MouseButton.LeftButton)
        later.wait(lambda: trash.model.rowCount() == 0)
        later.wait_name(UNDO, "Undo: Create category “Mugs”")

"""Hands and eyes: find something by its name, click it, type into it; and the program they work with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QContextMenuEvent, QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rustok_desktop.gui.application import Application

from .program import begin, leave

SLOW = 60_000
W = TypeVar("W", bound=QWidget)


class Person:
    """Somebody at the window. ``within`` narrows a look to a part of it."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application = application
        self.window = application.window
        self.qtbot = qtbot

    # -- looking -----------------------------------------------------------------------------------

    def wait(self, condition: Callable[[], object]) -> None:
        """Until it is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=SLOW)

    def sees(self, kind: type[W], name: str, within: QWidget | None = None) -> W | None:
        """What is in sight under a name; a name that ends with ``…`` is only the beginning of one."""
        for widget in (within or self.window).findChildren(kind):
            if widget.isVisible() and _called(heard(widget), name):
                return widget
        return None

    def see(self, kind: type[W], name: str, within: QWidget | None = None) -> W:
        """The same, once it is there."""
        found: list[W] = []

        def there() -> bool:
            widget = self.sees(kind, name, within)
            found[:] = [widget] if widget is not None else []
            return bool(found)

        try:
            self.wait(there)
        except self.qtbot.TimeoutError:
            pytest.fail(f"no {kind.__name__} called {name!r} in sight: {self.names(kind, within)}")
        return found[0]

    def names(self, kind: type[QWidget], within: QWidget | None = None) -> list[str]:
        """What there is to see."""
        return [heard(w) for w in (within or self.window).findChildren(kind) if w.isVisible()]

    def told(self) -> str:
        """The latest notice."""
        history = self.application.services.notices.history
        return history[-1].text if history else ""

    # -- doing -------------------------------------------------------------------------------------

    def click(self, name: str, within: QWidget | None = None) -> None:
        """A button, once it can be pressed."""
        button = self.see(QAbstractButton, name, within)
        self.wait(button.isEnabled)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def turn_to(self, tab: str, within: QWidget | None = None) -> None:
        """A tab by its word."""
        bars = [bar for bar in (within or self.window).findChildren(QTabBar) if bar.isVisible()]
        for bar in bars:
            for place in range(bar.count()):
                if bar.tabText(place).startswith(tab):
                    self.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
                    return
        pytest.fail(f"no tab {tab!r}")

    def type(self, text: str, into: QWidget | None = None) -> None:
        """Into a field, or wherever the keys go; what no key is for comes as an input method brings it."""
        field = into or self.focused()
        if text.isascii():
            self.qtbot.keyClicks(field, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(field, event)

    def fill(self, name: str, text: str, within: QWidget | None = None, kind: type[QWidget] = QLineEdit) -> None:
        """A field in place of what it holds."""
        field = self.see(kind, name, within)
        field.setFocus()
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text:
            self.type(text, field)
        else:
            self.qtbot.keyClick(field, Qt.Key.Key_Delete)

    def write(self, name: str, text: str, within: QWidget | None = None) -> None:
        """A longer text."""
        self.fill(name, text, within, QPlainTextEdit)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the keys go."""
        self.qtbot.keyClick(self.focused(), key, modifier)

    def shortcut(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        """Keys of the window: no field keeps them for itself."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        self.window.stack.setFocus()
        self.qtbot.keyClick(self.window, key, modifier)

    def focused(self) -> QWidget:
        """What the keys go to."""
        return self.window.focusWidget() or self.window

    def cell(self, view: QAbstractItemView, row: int, head: str) -> QPoint:
        """Where a cell is, scrolled into sight."""
        index = view.model().index(row, self.column(view, head))
        view.scrollTo(index)
        return view.visualRect(index).center()

    def column(self, view: QAbstractItemView, head: str) -> int:
        """A column by its head."""
        model = view.model()
        heads = [str(model.headerData(c, Qt.Orientation.Horizontal) or "") for c in range(model.columnCount())]
        found = [place for place, text in enumerate(heads) if text.casefold() == head.casefold()]
        if not found:
            pytest.fail(f"no column {head!r} among {heads}")
        return found[0]

    def texts(self, view: QAbstractItemView, head: str) -> list[str]:
        """A column from top to bottom."""
        model, column = view.model(), self.column(view, head)
        return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]

    def choose_row(self, view: QAbstractItemView, row: int, head: str) -> None:
        """By a click."""
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=self.cell(view, row, head))

    def type_into_cell(self, view: QAbstractItemView, row: int, head: str, text: str) -> None:
        """Click, F2, the text, Enter."""
        self.choose_row(view, row, head)
        view.setFocus()
        self.qtbot.keyClick(view, Qt.Key.Key_F2)
        editors = [line for line in view.viewport().findChildren(QLineEdit) if line.isVisible()]
        if not editors:
            pytest.fail(f"{head} of row {row} cannot be typed into")
        self.qtbot.keyClick(editors[-1], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text, editors[-1])
        self.qtbot.keyClick(editors[-1], Qt.Key.Key_Return)
        self.wait(lambda: not any(line.isVisible() for line in view.viewport().findChildren(QLineEdit)))

    def choose_from_menu(self, view: QAbstractItemView, row: int, head: str, text: str) -> None:
        """By the right button on a cell, and an entry of the menu by its words."""
        place, ground = self.cell(view, row, head), view.viewport()
        how = QContextMenuEvent.Reason.Mouse
        QCoreApplication.sendEvent(ground, QContextMenuEvent(how, place, ground.mapToGlobal(place)))
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = [entry for entry in menu.actions() if entry.text() == text]
        if not found:
            pytest.fail(f"no entry {text!r} among {[entry.text() for entry in menu.actions()]}")
        self.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(found[0]).center())

    def drop(self, paths: list[Path], onto: QWidget) -> None:
        """Files from the desktop."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(onto, QDragEnterEvent(QPoint(9, 9), *how))
        QCoreApplication.sendEvent(onto, QDropEvent(QPointF(9, 9), *how))

    # -- asking ------------------------------------------------------------------------------------

    def ask(self, operation: Any, *, write: bool = False) -> Any:
        """What lies beneath the window, and what somebody else does to it."""
        found: list[Any] = []
        self.application.services.client.submit(operation, on_result=found.append, write=write)
        self.wait(lambda: found)
        return found[0]


def heard(widget: QWidget) -> str:
    """What a screen reader calls it. Of a box to choose from Qt tells the choice, and its name by a relation."""
    if isinstance(widget, QComboBox) and widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _called(name: str, wanted: str) -> bool:
    return name == wanted or (wanted.endswith("…") and name.startswith(wanted.removesuffix("…")))


@contextmanager
def program(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Person]:
    """The whole program over a directory, from its start to its end."""
    application = begin(folder, qapp)
    application.window.resize(1360, 840)
    application.window.show()
    person = Person(application, qtbot)
    person.wait(lambda: "products" in application.window.stack.built())
    try:
        yield person
    finally:
        leave(application)

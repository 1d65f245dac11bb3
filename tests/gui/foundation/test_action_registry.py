"""One registry: no two actions share an id or keys, and shortcuts run what the menu runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from rustok_desktop.gui.actions import Action, ActionConflict, ActionRegistry


def act(action_id: str, shortcut: str | None = None, **more: object) -> Action:
    return Action(action_id, lambda: action_id.title(), more.pop("handler", lambda: None), shortcut=shortcut, **more)


@pytest.fixture
def registry(qapp: object) -> ActionRegistry:
    return ActionRegistry()


def test_the_same_id_is_refused(registry: ActionRegistry) -> None:
    registry.register(act("one"))
    with pytest.raises(ActionConflict, match="one"):
        registry.register(act("one"))


def test_the_same_keys_are_refused_however_they_are_spelt(registry: ActionRegistry) -> None:
    registry.register(act("one", "Ctrl+Shift+P"))
    with pytest.raises(ActionConflict, match="two"):
        registry.register(act("two", "shift+ctrl+p"))


def test_a_refused_registration_leaves_nothing_behind(registry: ActionRegistry) -> None:
    with pytest.raises(ActionConflict):
        registry.register(act("one", "Ctrl+1"), act("two", "Ctrl+1"))
    assert registry.actions() == []


def test_keys_nobody_can_press_are_refused(registry: ActionRegistry) -> None:
    with pytest.raises(ActionConflict):
        registry.register(act("one", "Nonsense+"))


def test_a_disabled_action_does_not_run(registry: ActionRegistry) -> None:
    ran: list[str] = []
    registry.register(act("one", handler=lambda: ran.append("one"), enabled=lambda: False))
    assert registry.trigger("one") is False
    assert ran == []
    with pytest.raises(KeyError):
        registry.trigger("unknown")


def test_a_shortcut_runs_the_handler_also_when_registered_later(registry: ActionRegistry, qtbot: object) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    ran: list[str] = []
    registry.register(act("one", "Ctrl+1", handler=lambda: ran.append("one")))
    registry.install(window)
    registry.register(act("two", "Ctrl+2", handler=lambda: ran.append("two")))
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["one", "two"]
    registry.unregister("two")
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["one", "two"]
    registry.register(act("three", "Ctrl+2"))


def test_a_name_is_plain_and_no_letter_of_it_becomes_a_key(registry: ActionRegistry, qtbot: object) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    names = {"one": "Pages & posts"}
    registry.register(Action("one", lambda: names["one"], lambda: None))
    registry.install(window)
    (made,) = window.actions()
    assert (registry.get("one").text(), made.text()) == ("Pages & posts", "Pages && posts")
    names["one"] = "Bowls & cups"
    registry.retranslate()
    assert made.text() == "Bowls && cups"


def test_groups_and_keys_are_listed(registry: ActionRegistry) -> None:
    registry.register(act("one", "Ctrl+1", group="edit"), act("two", group="help"))
    assert [action.id for action in registry.actions("edit")] == ["one"]
    assert registry.shortcut_text("two") == ""
    assert registry.shortcut_text("one") == "Ctrl+1"

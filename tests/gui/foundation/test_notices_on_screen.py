"""Messages: at most three, errors stay, the act runs once, details can be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rustok_desktop.gui.notices.toast_area import ToastArea
from rustok_desktop.gui.services import GuiServices


@pytest.fixture
def area(services: GuiServices, qtbot: object) -> ToastArea:
    host = QWidget()
    foot = QWidget(host)
    foot.resize(800, 22)
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    return ToastArea(host, services.notices, services.icons, services.theme, foot)


def test_the_newest_stands_lowest_and_inside(area: ToastArea, services: GuiServices) -> None:
    for number in range(5):
        services.notices.show(f"Message {number}")
    assert [toast.notice.text for toast in area.toasts] == ["Message 2", "Message 3", "Message 4"]
    tops = [toast.y() for toast in area.toasts]
    assert tops == sorted(tops)
    for toast in area.toasts:
        assert toast.parentWidget().rect().contains(toast.geometry())
    for above, below in zip(area.toasts, area.toasts[1:], strict=False):
        assert not above.geometry().intersects(below.geometry())


def test_the_same_sentence_stands_there_once(area: ToastArea, services: GuiServices) -> None:
    services.notices.show("The disk is full", "error")
    services.notices.show("Saved", "ok")
    services.notices.show("The disk is full", "error")
    assert [toast.notice.text for toast in area.toasts] == ["Saved", "The disk is full"]


def test_what_is_over_goes_from_the_screen(area: ToastArea, services: GuiServices) -> None:
    over = services.notices.show("155 of 166 so far", "info", "Stop", lambda: None)
    services.notices.show("Saved", "ok")
    services.notices.withdraw(over)
    assert [toast.notice.text for toast in area.toasts] == ["Saved"]


def test_the_act_runs_once_and_the_message_goes(area: ToastArea, services: GuiServices) -> None:
    undone: list[bool] = []
    services.notices.show("Moved to the trash", "info", "Undo", lambda: undone.append(True))
    toast = area.toasts[0]
    assert toast.action_button.isVisible()
    QTest.mouseClick(toast.action_button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert area.toasts == []


def test_a_plain_message_goes_by_itself_and_an_error_stays(
    area: ToastArea, services: GuiServices, qtbot: object
) -> None:
    services.notices.show("Saved", "ok")
    services.notices.show("The disk is full", "error")
    saved, full = area.toasts
    assert saved._timer.isActive()
    assert not full._timer.isActive()
    saved._timer.start(1)
    qtbot.waitUntil(lambda: [toast.notice.text for toast in area.toasts] == ["The disk is full"])
    QTest.keyClick(full, Qt.Key.Key_Escape)
    assert area.toasts == []


def test_details_can_be_copied(area: ToastArea, services: GuiServices) -> None:
    services.notices.show("Import failed", "error", details="line 7")
    QTest.mouseClick(area.toasts[0].copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Import failed\nline 7"
    assert area.toasts[0].copy_button.text() == "Copied"


def test_long_texts_are_shown_whole(area: ToastArea, services: GuiServices) -> None:
    services.notices.show("Every word of this message must be on screen. " * 6, "warn")
    toast = area.toasts[0]
    assert toast._text.height() >= toast._text.heightForWidth(toast._text.width())


def test_messages_left_before_the_window_was_there_are_shown(services: GuiServices, qtbot: object) -> None:
    services.notices.show("Early")
    host = QWidget()
    qtbot.addWidget(host)
    late = ToastArea(host, services.notices, services.icons, services.theme, QWidget(host))
    assert [toast.notice.text for toast in late.toasts] == ["Early"]
    assert [notice.text for notice in services.notices.history] == ["Early"]

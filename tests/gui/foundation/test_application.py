"""The whole program in one process: a real core, a real data directory, off screen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from rustok_desktop.gui.application import Application
from rustok_desktop.runtime.crash_log import CrashLog
from rustok_desktop.runtime.settings import Settings
from rustok_desktop.runtime.single_instance import SingleInstance, request
from rustok_desktop.storage.data_dir import DataDirectory


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    directory = DataDirectory(tmp_path / "data")
    directory.create()
    directory.preferences.write_text('{"language": "en", "scheme": "light"}', "utf-8")
    return Settings(data_dir=directory.root)


@pytest.fixture
def application(settings: Settings, qapp: QApplication, qtbot: object) -> Iterator[Application]:
    made = Application(qapp, settings, CrashLog(settings.data_dir / "logs"))
    qtbot.addWidget(made.window)
    yield made
    made.window.close()
    assert made.finish()
    qapp.styleHints().colorSchemeChanged.disconnect(made.services.theme._system_changed)
    made.deleteLater()


def is_open(application: Application) -> bool:
    return "Everything is saved" in application.window.status.saved.text()


def test_the_core_begins_after_the_first_picture(application: Application, qtbot: object) -> None:
    assert application.core.state == "new"
    assert application.window.status.saved.text() == "Opening the shop…"
    application.start()
    qtbot.waitUntil(lambda: is_open(application), timeout=20_000)
    assert application.core.state == "ready"
    assert "My shop" in application.window.navigation.shop.text()
    assert next(iter(application.window.stack.built())) == "home"


def test_a_second_start_raises_this_window(application: Application, settings: Settings, qtbot: object) -> None:
    application.start()
    qtbot.waitUntil(lambda: is_open(application), timeout=20_000)
    application.window.showMinimized()
    handed: list[bool] = []
    other = threading.Thread(target=lambda: handed.append(SingleInstance(settings.data_dir).hand_over(request())))
    other.start()
    qtbot.waitUntil(lambda: handed == [True] and not application.window.isMinimized(), timeout=10_000)
    other.join()


def test_a_directory_in_use_is_said_in_the_window(application: Application, settings: Settings, qtbot: object) -> None:
    with DataDirectory(settings.data_dir).lock("another program"):
        application.start()
        qtbot.waitUntil(lambda: "another program" in application.window.status.saved.text(), timeout=20_000)
        assert application.core.state == "failed"
    toasts = [toast.notice.text for toast in application.window.toasts.toasts]
    assert toasts == [application.window.status.saved.text()]

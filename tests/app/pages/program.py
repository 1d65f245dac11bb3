"""The whole program over a directory: begun, and left without a trace."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from rustok_desktop.gui.application import Application
from rustok_desktop.runtime.crash_log import CrashLog
from rustok_desktop.runtime.settings import Settings


def begin(data: Path, qapp: QApplication) -> Application:
    """The program after its welcome, on its way to its first page."""
    application = Application(qapp, Settings(data), CrashLog(data / "logs"))
    application.services.preferences.set("welcome.done", True)
    application.start()
    return application


def leave(application: Application) -> None:
    """Close the window as a person does; nothing of it stays."""
    application.window.close()
    assert application.finish()
    application.window.deleteLater()
    application.deleteLater()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()

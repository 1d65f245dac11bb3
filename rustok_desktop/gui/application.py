"""Starts the window: the first picture before the shop is opened, and an orderly end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from rustok_desktop.core.errors import AppError, Locked
from rustok_desktop.gui.actions import Action, ActionRegistry
from rustok_desktop.gui.bridge import Bridge
from rustok_desktop.gui.collector import Collector
from rustok_desktop.gui.dialog_prompter import DialogPrompter
from rustok_desktop.gui.i18n.translator import Translator
from rustok_desktop.gui.main_window import MainWindow
from rustok_desktop.gui.navigator import Navigator
from rustok_desktop.gui.notices.notices import Notices
from rustok_desktop.gui.pages import standard_pages
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from rustok_desktop.runtime.client import Client
from rustok_desktop.runtime.core_thread import CoreThread
from rustok_desktop.runtime.crash_log import CrashLog
from rustok_desktop.runtime.settings import Settings
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.resources import resources_dir

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.runtime.single_instance import SingleInstance

# The core thread must not keep the window waiting for the interpreter: painting has 16 ms.
_SWITCH_SECONDS = 0.0005


class Application(QObject):
    """Everything of one run, wired. ``start`` shows the window; ``finish`` ends the core."""

    def __init__(self, app: QApplication, settings: Settings, crash_log: CrashLog) -> None:
        super().__init__()
        self._settings = settings
        self.bridge = Bridge(self)
        self.core: CoreThread[Platform] = CoreThread(
            partial(_open, settings),
            on_ready=self._post_ready,
            on_failed=self._post_failed,
            on_bug=partial(_report, crash_log),
        )
        crash_log.listen(self._post_bug)
        directory = DataDirectory(settings.data_dir)
        self.services = _services(app, directory, Client(self.core, self.bridge.post), self)
        self.window = MainWindow(self.services, standard_pages())
        self.window.first_painted.connect(self.start_core)
        self._register_help(directory)
        self._collector = Collector(self)
        self._instance: SingleInstance | None = None
        self._claimed = False

    def start(self) -> None:
        """Shows the window; the core follows after the first picture."""
        self.window.show()

    @Slot()
    def start_core(self) -> None:
        """Opens the shop; a second call does nothing."""
        from rustok_desktop.runtime.single_instance import SingleInstance

        if self._instance is not None:
            return
        self._instance = SingleInstance(self._settings.data_dir)
        self._claimed = self._instance.claim()
        if self._claimed:
            self._instance.serve(self.asked, self.bridge.post)
        self.core.start()

    def finish(self) -> bool:
        """Waits for what is being written and ends the core; False when it did not end in time."""
        if self._instance is not None:
            self._instance.close()
        ended = self.core.stop()
        self.bridge.close()
        self._collector.stop()
        self.services.preferences.flush()
        return ended

    def asked(self, message: tuple[str, ...]) -> None:
        """Another start of the program asks for this window: ``("raise",)`` or ``("open", path)``."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if message[:1] == ("open",) and len(message) == 2:
            self.services.navigator.go("import", path=message[1])

    # Called on the core thread: nothing of Qt may be touched here but the bridge.
    def _post_ready(self) -> None:
        self.bridge.post(self._ready)

    def _post_failed(self, error: BaseException) -> None:
        self.bridge.post(partial(self._failed, error))

    def _post_bug(self, error: BaseException, report: Path | None) -> None:
        self.bridge.post(partial(self._show_bug, error, report))

    def _ready(self) -> None:
        self.window.shop_ready()
        self._collector.start()

    def _failed(self, error: BaseException) -> None:
        # Two starts at the same moment: the other one was faster. (Whoever claimed would talk to itself.)
        if isinstance(error, Locked) and not self._claimed and _handed_over(self._settings):
            QCoreApplication.quit()
            return
        text = _text_of(error, self.services.translator.language)
        self.window.shop_failed(text)
        self.services.notices.show(text, "error", details=_details(error))

    def _show_bug(self, error: BaseException, report: Path | None) -> None:
        # A bug that was reported before is not worth a second message.
        if report is not None:
            text = self.tr("Something went wrong in the program. What was saved is safe.")
            self.services.notices.show(text, "error", details=_details(error))

    def _register_help(self, directory: DataDirectory) -> None:
        self.services.actions.register(
            Action(
                "help.data",
                partial(QCoreApplication.translate, "Actions", str(QT_TRANSLATE_NOOP("Actions", "Open data folder"))),
                partial(_open_folder, directory.root),
                "help",
                icon="folder",
            ),
            Action(
                "help.logs",
                partial(QCoreApplication.translate, "Actions", str(QT_TRANSLATE_NOOP("Actions", "Open logs"))),
                partial(_open_folder, directory.logs),
                "help",
                icon="article",
                keywords=("errors", "crash", "журнал", "ошибки"),
            ),
        )


def run_window(
    settings: Settings, argv: Sequence[str] = (), *, script: Callable[[Application], QObject] | None = None
) -> int:
    """Runs the window until it is closed; the exit code. A window that is open already is raised instead.

    ``script`` may drive the window: it is called before the event loop, and what it answers is kept alive.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    directory = DataDirectory(settings.data_dir)
    # Nobody holds the directory, nobody to hand over to: that spares the sockets until the first picture.
    if directory.holder() is not None and _handed_over(settings):
        return 0
    crash_log = CrashLog(settings.log_dir or directory.logs)
    crash_log.install()
    try:
        return _run(settings, crash_log, argv, script)
    finally:
        crash_log.uninstall()


def _run(
    settings: Settings,
    crash_log: CrashLog,
    argv: Sequence[str],
    script: Callable[[Application], QObject] | None,
) -> int:
    QApplication.setApplicationName("rustok-desktop")
    QApplication.setApplicationDisplayName("RusToK Desktop")
    app = QApplication([sys.argv[0], *argv])
    application = Application(app, settings, crash_log)
    driver = script(application) if script is not None else None
    application.start()
    code = app.exec()
    del driver
    return code if application.finish() else 1


def _handed_over(settings: Settings) -> bool:
    from rustok_desktop.runtime.single_instance import SingleInstance, request

    try:
        return SingleInstance(settings.data_dir).hand_over(request())
    except Locked:
        # It does not answer. Our own window says so as soon as the lock is refused.
        return False


async def _open(settings: Settings) -> Platform:
    from rustok_desktop.app import open_platform

    return await open_platform(settings)


def _services(app: QApplication, directory: DataDirectory, client: Client[Platform], owner: QObject) -> GuiServices:
    resources: Path = resources_dir()
    preferences = Preferences(directory.preferences, owner)
    scheme, scale = preferences.get("scheme", "system"), preferences.get("scale", 100)
    theme = Theme(app, resources, directory.root / "cache", scheme, scale, owner)
    return GuiServices(
        client=client,
        theme=theme,
        icons=Icons(theme, resources / "icons"),
        translator=Translator(resources / "translations", owner),
        actions=ActionRegistry(owner),
        notices=Notices(owner),
        prompter=DialogPrompter(),
        preferences=preferences,
        navigator=Navigator(owner),
    )


def _report(crash_log: CrashLog, error: BaseException) -> None:
    crash_log.report(error)


def _text_of(error: BaseException, language: str) -> str:
    return error.text(language) if isinstance(error, AppError) else f"{type(error).__name__}: {error}"


def _details(error: BaseException) -> str:
    from traceback import format_exception

    return "".join(format_exception(error))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

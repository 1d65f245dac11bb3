"""Window tests: off screen, one application, a client that only does what the test answers, and a strict guard."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget
from shiboken6 import isValid

from rustok_desktop.gui.actions import ActionRegistry
from rustok_desktop.gui.i18n.translator import Translator
from rustok_desktop.gui.navigator import Navigator
from rustok_desktop.gui.notices.notices import Notices
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.prompter import PromptButton
from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme
from tests.gui.held_keys import let_go

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass
class FakeCall:
    """One submitted operation. ``name`` is the function of ``gui.operations`` that made it, or its class."""

    name: str
    operation: Callable[..., Any]
    on_result: Callable[[Any], None] | None
    on_error: Callable[[BaseException], None] | None
    on_progress: Callable[[Any], None] | None
    on_cancelled: Callable[[Any], None] | None
    alive: Callable[[], bool] | None
    write: bool = False
    done: bool = False
    cancelled: bool = False

    def cancel(self) -> None:
        """As the real handle: only ``on_cancelled`` follows."""
        if self.done:
            return
        self.cancelled = True
        self.done = True
        if self.on_cancelled is not None and (self.alive is None or self.alive()):
            self.on_cancelled(None)

    def answer(self, result: Any = None) -> None:
        """Delivers a result, as the bridge would, unless the call was cancelled or its view is gone."""
        if not self.done and (self.alive is None or self.alive()) and self.on_result is not None:
            self.done = True
            self.on_result(result)
        self.done = True

    def fail(self, error: BaseException) -> None:
        """Delivers an error."""
        if not self.done and (self.alive is None or self.alive()) and self.on_error is not None:
            self.done = True
            self.on_error(error)
        self.done = True

    def progress(self, value: Any) -> None:
        """Delivers progress."""
        if not self.done and self.on_progress is not None:
            self.on_progress(value)

    async def run(self, platform: Any) -> None:
        """Runs the operation on a (fake) platform and delivers what it answers."""
        try:
            arguments = (platform,) if self.on_progress is None else (platform, self.progress)
            result = await self.operation(*arguments)
        except Exception as error:  # noqa: BLE001 - delivered, as the real client does
            self.fail(error)
        else:
            self.answer(result)


@dataclass
class FakeClient:
    """Records operations; the test answers them. ``auto`` answers by name: a value, or a callable without arguments."""

    calls: list[FakeCall] = field(default_factory=list)
    auto: dict[str, Any] = field(default_factory=dict)
    listeners: list[Callable[[Any], None]] = field(default_factory=list)

    def submit(
        self,
        operation: Callable[..., Any],
        *,
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        on_progress: Callable[[Any], None] | None = None,
        on_cancelled: Callable[[Any], None] | None = None,
        alive: Callable[[], bool] | None = None,
        write: bool = False,
    ) -> FakeCall:
        """As the real client; an answer from ``auto`` comes with the next turn of the event loop."""
        name = getattr(operation, "__qualname__", type(operation).__qualname__).split(".")[0]
        call = FakeCall(name, operation, on_result, on_error, on_progress, on_cancelled, alive, write)
        self.calls.append(call)
        if name in self.auto:
            answer = self.auto[name]
            QTimer.singleShot(0, lambda: call.answer(answer() if callable(answer) else answer))
        return call

    def watch(self, listener: Callable[[Any], None]) -> Callable[[], None]:
        """As the real client."""
        self.listeners.append(listener)

        def stop() -> None:
            if listener in self.listeners:
                self.listeners.remove(listener)

        return stop

    def notify(self, notice: Any) -> None:
        """Tells every listener of a change."""
        for listener in list(self.listeners):
            listener(notice)

    def pending(self, name: str | None = None) -> list[FakeCall]:
        """Calls that nobody has answered, oldest first."""
        return [call for call in self.calls if not call.done and name in (None, call.name)]

    def last(self, name: str | None = None) -> FakeCall:
        """The newest call, of that name if given; AssertionError when there is none."""
        found = [call for call in self.calls if name in (None, call.name)]
        assert found, f"no call of {name}; calls: {[call.name for call in self.calls]}"
        return found[-1]

    def answer(self, name: str, result: Any = None) -> None:
        """Answers the newest open call of that name."""
        open_calls = self.pending(name)
        assert open_calls, f"no open call of {name}; calls: {[call.name for call in self.calls]}"
        open_calls[-1].answer(result)

    def fail(self, name: str, error: BaseException) -> None:
        """Fails the newest open call of that name."""
        open_calls = self.pending(name)
        assert open_calls, f"no open call of {name}; calls: {[call.name for call in self.calls]}"
        open_calls[-1].fail(error)


@dataclass
class FakePrompter:
    """Answers at once what the test laid ready; ``asked`` keeps the questions."""

    answers: list[str | None] = field(default_factory=list)
    files: list[str | None] = field(default_factory=list)
    asked: list[tuple[str, str, tuple[PromptButton, ...]]] = field(default_factory=list)

    def ask(self, parent: QWidget, title: str, text: str, buttons: Any, on_answer: Any) -> None:
        """Keeps the question and answers it from ``answers``, else None."""
        self.asked.append((title, text, tuple(buttons)))
        on_answer(self.answers.pop(0) if self.answers else None)

    def choose_file(self, parent: QWidget, title: str, filters: str, on_file: Any) -> None:
        """Answers from ``files``, else None."""
        self.asked.append((title, filters, ()))
        on_file(self.files.pop(0) if self.files else None)

    def choose_files(self, parent: QWidget, title: str, filters: str, on_files: Any) -> None:
        """Answers with all of ``files``."""
        self.asked.append((title, filters, ()))
        files, self.files = tuple(file for file in self.files if file is not None), []
        on_files(files)

    def choose_folder(self, parent: QWidget, title: str, on_folder: Any) -> None:
        """Answers from ``files``, else None."""
        self.asked.append((title, "", ()))
        on_folder(self.files.pop(0) if self.files else None)

    def choose_target(self, parent: QWidget, title: str, name: str, filters: str, on_file: Any) -> None:
        """Answers from ``files``, else None."""
        self.asked.append((title, name, ()))
        on_file(self.files.pop(0) if self.files else None)


@pytest.fixture
def client() -> FakeClient:
    """The client of ``services``."""
    return FakeClient()


@pytest.fixture
def prompter() -> FakePrompter:
    """The prompter of ``services``."""
    return FakePrompter()


@pytest.fixture
def theme(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theme]:
    """The real theme, light."""
    made = Theme(qapp, RESOURCES, tmp_path_factory.getbasetemp() / "glyphs")
    made.set_scheme("light")
    yield made
    qapp.styleHints().colorSchemeChanged.disconnect(made._system_changed)
    made.deleteLater()


@pytest.fixture
def services_factory(
    theme: Theme, client: FakeClient, prompter: FakePrompter, tmp_path: Path
) -> Iterator[Callable[[], GuiServices]]:
    """Makes services: real, but for client and prompter; each with its own registry and navigator."""
    owners: list[QObject] = []

    def make() -> GuiServices:
        # Everything hangs on ``owner``, so that a test can end one set by deleting ``services.actions.parent()``.
        owner = QObject()
        preferences = Preferences(tmp_path / f"preferences-{len(owners)}.json", owner)
        owners.append(owner)
        preferences.set("scheme", "light")
        preferences.set("language", "en")
        return GuiServices(
            client=client,
            theme=theme,
            icons=Icons(theme, RESOURCES / "icons"),
            translator=Translator(RESOURCES / "translations", owner),
            actions=ActionRegistry(owner),
            notices=Notices(owner),
            prompter=prompter,
            preferences=preferences,
            navigator=Navigator(owner),
        )

    yield make
    for owner in owners:
        if isValid(owner):
            owner.deleteLater()


@pytest.fixture
def services(services_factory: Callable[[], GuiServices]) -> GuiServices:
    """Everything a page is given."""
    return services_factory()


@pytest.fixture(autouse=True)
def no_blocking_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A nested event loop would hang the program as it hangs the test."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a blocking dialog: use the prompter")

    for kind in (QDialog, QMessageBox, QFileDialog, QInputDialog, QColorDialog):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("question", "information", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)
    for name in ("getText", "getInt", "getDouble", "getItem", "getMultiLineText"):
        monkeypatch.setattr(QInputDialog, name, refuse)


@pytest.fixture(autouse=True)
def no_key_is_held(qapp: QApplication) -> None:
    """Each test begins with empty hands."""
    let_go()


@pytest.fixture(scope="session", autouse=True)
def quick_collections() -> None:
    """What is imported stays: collections between tests need not walk it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """No widgets, threads or running timers may outlive a test."""
    widgets = set(map(id, QApplication.topLevelWidgets()))
    threads = set(threading.enumerate())
    yield
    settle()
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in widgets and not _is_private(w)]
    names = [f"{type(w).__name__} {w.objectName()!r}" for w in left]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    settle()
    assert not names, f"top-level widgets left: {names}"
    objects = [o for o in gc.get_objects() if isinstance(o, QTimer | QThread)]
    running = [o for o in objects if _runs(o)]
    assert not running, f"left running: {running}"
    gc.freeze()
    more = [t for t in threading.enumerate() if t not in threads and not t.daemon and t.is_alive()]
    assert not more, f"threads left: {more}"


def settle() -> None:
    """Delivers deferred deletions and collects, between tests only."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


def _is_private(widget: QWidget) -> bool:
    # Qt keeps the popup of a combo box and the tip label for the next time.
    return type(widget).__name__ in ("QFrame", "QLabel") and widget.parent() is None and not widget.isVisible()


def _runs(item: QTimer | QThread) -> bool:
    if not isValid(item):
        return False
    return item.isActive() if isinstance(item, QTimer) else (item.isRunning() and item is not QThread.currentThread())

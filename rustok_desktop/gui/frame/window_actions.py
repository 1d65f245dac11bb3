"""The actions of the window itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.actions import Action
from rustok_desktop.gui.pages import PageSpec

if TYPE_CHECKING:
    from rustok_desktop.gui.main_window import MainWindow


def window_actions(window: MainWindow, pages: Sequence[PageSpec]) -> list[Action]:
    """Palette, history, settings, help, one action per page, and quit."""
    listed = [_page_action(window, page) for page in pages if page.listed]
    return [*_view(window), *_history(window), *listed, _files(window), *_rest(window)]


def _view(window: MainWindow) -> list[Action]:
    palette = str(QT_TRANSLATE_NOOP("Actions", "Search or run a command…"))
    settings = str(QT_TRANSLATE_NOOP("Actions", "Settings…"))
    words = ("preferences", "options", "настройки", "параметры")
    return [
        Action("view.palette", _text(palette), window.open_palette, "view", "Ctrl+K", "search", hidden=True),
        Action("view.settings", _text(settings), window.open_settings, "view", "Ctrl+,", "gear", keywords=words),
    ]


def _history(window: MainWindow) -> list[Action]:
    navigator = window.services.navigator
    back = _text(str(QT_TRANSLATE_NOOP("Actions", "Back")))
    forward = _text(str(QT_TRANSLATE_NOOP("Actions", "Forward")))
    return [
        Action("go.back", back, navigator.back, "go", "Alt+Left", "arrow-left", navigator.can_go_back),
        Action("go.forward", forward, navigator.forward, "go", "Alt+Right", "arrow-right", navigator.can_go_forward),
    ]


def _files(window: MainWindow) -> Action:
    """Here and not with its page, which is only built once somebody goes there."""
    text = str(QT_TRANSLATE_NOOP("Actions", "Import or export pages and posts…"))
    words = ("wordpress", "markdown", "wxr", "ghost", "импорт", "экспорт")
    go = partial(window.services.navigator.go, "import-content")
    return Action("content.import", _text(text), go, "products", None, "upload", keywords=words)


def _rest(window: MainWindow) -> list[Action]:
    shortcuts = str(QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"))
    leave = str(QT_TRANSLATE_NOOP("Actions", "Quit"))
    words = ("keys", "hotkeys", "help", "клавиши", "горячие")
    ends = ("exit", "close", "выйти", "закрыть")
    return [
        Action("help.shortcuts", _text(shortcuts), window.open_shortcuts, "help", "F1", "keyboard", keywords=words),
        Action("file.quit", _text(leave), window.leave, "file", "Ctrl+Q", "x", keywords=ends),
    ]


def _page_action(window: MainWindow, page: PageSpec) -> Action:
    go = partial(window.services.navigator.go, page.id)
    return Action(f"go.{page.id}", page.title_text, go, "go", page.shortcut, page.icon)


def _text(source: str) -> Callable[[], str]:
    return partial(QCoreApplication.translate, "Actions", source)

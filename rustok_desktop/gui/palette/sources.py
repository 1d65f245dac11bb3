"""The sections that need no shop: actions, settings, pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from rustok_desktop.gui.actions import Action, ActionRegistry
from rustok_desktop.gui.frame.keys import split_keys
from rustok_desktop.gui.navigator import Navigator
from rustok_desktop.gui.pages import PageSpec
from rustok_desktop.gui.palette.match import find
from rustok_desktop.gui.palette.palette_source import PaletteItem, Section, best
from rustok_desktop.gui.settings_book import ALL_SETTINGS, DECLARED, SettingsBook, section_text

_ACTIONS = 7
_WAYS = ("go.back", "go.forward")
_OTHERS = 4
# Of equal hits those about the thing at hand come first; groups that are not named here count as ``edit``.
_FIRST = ("products", "edit", "file", "view", "help")


class ActionSource:
    """Everything in the registry that can be done now, with its target and keys."""

    def __init__(self, actions: ActionRegistry) -> None:
        self._actions = actions

    def title(self) -> str:
        """As the protocol."""
        return QCoreApplication.translate("Palette", "Actions")

    def search(self, text: str, deliver: Callable[[Section], None]) -> None:
        """Actions by name and keywords."""
        found = []
        for action in sorted(self._actions.actions(), key=_rank):
            page = action.id.startswith("go.") and action.id not in _WAYS  # pages have a section of their own
            if action.hidden or page or not action.enabled():
                continue
            name = action.text()
            match = find(text, name, action.keywords)
            if match is not None:
                found.append(self._item(action, name, match.marks, match.score))
        deliver(Section(best(found, _ACTIONS)))

    def _item(self, action: Action, name: str, marks: tuple[tuple[int, int], ...], score: int) -> PaletteItem:
        return PaletteItem(
            name,
            partial(self._run, action.id),
            icon=action.icon or "command",
            marks=marks,
            note=action.target(),
            note_strong=True,
            keys=tuple(split_keys(self._actions.shortcut_text(action.id))),
            score=score,
        )

    def _run(self, action_id: str) -> None:
        self._actions.trigger(action_id)


def _rank(action: Action) -> int:
    return _FIRST.index(action.group) if action.group in _FIRST else 1


class SettingSource:
    """Every choice of every setting, the present one named at the right edge; other settings by their row."""

    def __init__(self, book: SettingsBook, navigator: Navigator) -> None:
        self._book = book
        self._navigator = navigator

    def title(self) -> str:
        """As the protocol."""
        return QCoreApplication.translate("Palette", "Settings")

    def search(self, text: str, deliver: Callable[[Section], None]) -> None:
        """Choices by setting, value and search words; nothing for an empty text."""
        found = []
        for setting in DECLARED if text else ():
            now = self._book.value(setting)
            for choice in setting.choices:
                name = f"{setting.label()}: {choice.label()}"
                match = find(text, name, setting.words)
                if match is not None and choice.value != now:
                    run = partial(self._book.set, setting, choice.value)
                    side = QCoreApplication.translate("Palette", "now {value}").format(value=setting.choice_label(now))
                    found.append(PaletteItem(name, run, setting.icon, match.marks, side=side, score=match.score))
        for setting in (setting for setting in ALL_SETTINGS if text and setting.kind != "choice"):
            match = find(text, setting.label(), setting.words)
            if match is not None:
                run = partial(self._navigator.go, "settings", setting=setting.id)
                note = section_text(setting.section)
                found.append(PaletteItem(setting.label(), run, setting.icon, match.marks, note, score=match.score))
        deliver(Section(best(found, _OTHERS)))


class PageSource:
    """The pages of the navigation."""

    def __init__(self, pages: Sequence[PageSpec], navigator: Navigator, actions: ActionRegistry) -> None:
        self._pages = pages
        self._navigator = navigator
        self._actions = actions

    def title(self) -> str:
        """As the protocol."""
        return QCoreApplication.translate("Palette", "Pages")

    def search(self, text: str, deliver: Callable[[Section], None]) -> None:
        """Pages by title and group."""
        found = []
        for page in self._pages:
            match = find(text, page.title_text(), (page.title, page.group_text()))
            if match is not None:
                keys = split_keys(self._actions.shortcut_text(f"go.{page.id}")) if page.shortcut else ()
                run = partial(self._navigator.go, page.id)
                found.append(
                    PaletteItem(
                        page.title_text(),
                        run,
                        page.icon,
                        match.marks,
                        note=page.group_text(),
                        keys=tuple(keys),
                        score=match.score,
                    )
                )
        deliver(Section(best(found, _OTHERS)))

"""Everything the program can do by name: one registry feeds shortcuts, menus, palette and the shortcut sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def always() -> bool:
    """The action can be run at any time."""
    return True


def no_target() -> str:
    """The action works on nothing in particular."""
    return ""


def no_mnemonic(text: str) -> str:
    """Plain words for a label in which Qt would take an ``&`` for the mark of a key."""
    return text.replace("&", "&&")


@dataclass(frozen=True, slots=True)
class Action:
    """One act. ``text`` is plain words, asked each time they are shown, so they follow the language.

    ``shortcut`` is portable text (``Ctrl+Shift+P``); ``group`` orders menus and the sheet (``file``, ``edit``,
    ``view``, ``go``, ``products``, ``help``); ``keywords`` are further words to find it by; ``target`` names the
    thing it would act on now; ``hidden`` keeps it out of palette and menus (not out of the sheet).
    """

    id: str
    text: Callable[[], str]
    handler: Callable[[], None]
    group: str = "file"
    shortcut: str | None = None
    icon: str | None = None
    enabled: Callable[[], bool] = always
    keywords: tuple[str, ...] = ()
    target: Callable[[], str] = no_target
    hidden: bool = False


class ActionConflict(ValueError):
    """Two actions want the same id or the same keys."""


class ActionRegistry(QObject):
    """Actions in the order of registration. ``changed`` follows registration, removal and retranslation."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, Action] = {}
        self._installed: dict[str, QAction] = {}
        self._window: QWidget | None = None

    def register(self, *actions: Action) -> None:
        """Adds actions; ActionConflict when an id or a shortcut is taken, and then none is added."""
        keys = {_keys(known.shortcut): known.id for known in self._actions.values() if known.shortcut}
        ids = set(self._actions)
        for action in actions:
            if action.id in ids:
                raise ActionConflict(f"action registered twice: {action.id}")
            ids.add(action.id)
            if action.shortcut:
                pressed = _keys(action.shortcut)
                if not pressed or pressed in keys:
                    raise ActionConflict(f"{action.shortcut} of {action.id} is taken by {keys.get(pressed)}")
                keys[pressed] = action.id
        for action in actions:
            self._actions[action.id] = action
            self._make(action)
        self.changed.emit()

    def unregister(self, *ids: str) -> None:
        """Removes actions; unknown ids are ignored."""
        for action_id in ids:
            self._actions.pop(action_id, None)
            made = self._installed.pop(action_id, None)
            if made is not None:
                if self._window is not None:
                    self._window.removeAction(made)
                made.deleteLater()
        self.changed.emit()

    def actions(self, group: str | None = None) -> list[Action]:
        """All actions, or those of one group."""
        return [a for a in self._actions.values() if group is None or a.group == group]

    def get(self, action_id: str) -> Action:
        """The action; KeyError when there is none."""
        return self._actions[action_id]

    def trigger(self, action_id: str) -> bool:
        """Runs an action unless it is disabled; answers whether it ran. KeyError for an unknown id."""
        action = self._actions[action_id]
        if not action.enabled():
            return False
        action.handler()
        return True

    def shortcut_text(self, action_id: str) -> str:
        """The keys as the platform spells them, '' without any."""
        shortcut = self._actions[action_id].shortcut
        return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) if shortcut else ""

    def install(self, window: QWidget) -> None:
        """Makes the shortcuts work in ``window``, also those registered later."""
        self._window = window
        for action in self._actions.values():
            self._make(action)

    def uninstall(self) -> None:
        """Takes the shortcuts out of the window, before it goes."""
        for made in self._installed.values():
            if self._window is not None:
                self._window.removeAction(made)
            made.deleteLater()
        self._installed.clear()
        self._window = None

    def retranslate(self) -> None:
        """Asks every text again, after a change of language."""
        for action_id, made in self._installed.items():
            made.setText(no_mnemonic(self._actions[action_id].text()))
        self.changed.emit()

    def _make(self, action: Action) -> None:
        if self._window is None or action.id in self._installed:
            return
        made = QAction(no_mnemonic(action.text()), self)
        made.setObjectName(action.id)
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
        made.triggered.connect(self._triggered)
        self._window.addAction(made)
        self._installed[action.id] = made

    def _triggered(self) -> None:
        sender = self.sender()
        if sender is not None and sender.objectName() in self._actions:
            self.trigger(sender.objectName())


def _keys(shortcut: str | None) -> str:
    return QKeySequence(shortcut or "").toString(QKeySequence.SequenceFormat.PortableText)

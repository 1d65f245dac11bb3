"""Groups of actions: their order and names in menu and sheet."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.actions import Action

_NAMES = {
    "file": str(QT_TRANSLATE_NOOP("ActionGroups", "File")),
    "edit": str(QT_TRANSLATE_NOOP("ActionGroups", "Edit")),
    "products": str(QT_TRANSLATE_NOOP("ActionGroups", "Products")),
    "inventory": str(QT_TRANSLATE_NOOP("ActionGroups", "Inventory")),
    "media": str(QT_TRANSLATE_NOOP("ActionGroups", "Media")),
    "view": str(QT_TRANSLATE_NOOP("ActionGroups", "View")),
    "go": str(QT_TRANSLATE_NOOP("ActionGroups", "Go to")),
    "help": str(QT_TRANSLATE_NOOP("ActionGroups", "Help")),
}


def group_text(group: str) -> str:
    """The name of a group in the language of the window; an unknown group is called by its id."""
    return QCoreApplication.translate("ActionGroups", _NAMES[group]) if group in _NAMES else group.title()


def grouped(actions: Iterable[Action]) -> list[tuple[str, list[Action]]]:
    """Actions by group, groups in their order, unknown ones before help."""
    found: dict[str, list[Action]] = {}
    for action in actions:
        found.setdefault(action.group, []).append(action)
    order = [*(g for g in _NAMES if g != "help"), *(g for g in found if g not in _NAMES), "help"]
    return [(group, found[group]) for group in order if group in found]

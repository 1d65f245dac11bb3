"""What can be asked for by name and by keys on the Translations page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.actions import Action

if TYPE_CHECKING:
    from rustok_desktop.gui.translations.translations_page import TranslationsPage

_NEXT = str(QT_TRANSLATE_NOOP("TranslationsPage", "Save translation and go on"))
_BEFORE = str(QT_TRANSLATE_NOOP("TranslationsPage", "Save translation and go back"))
_WORDS = ("translate", "language", "перевод", "перевести", "язык")


def translation_actions(page: TranslationsPage) -> tuple[Action, ...]:
    """Save, and on to the next or back to the one before."""

    def action(name: str, source: str, act: object, keys: str) -> Action:
        text = partial(QCoreApplication.translate, "TranslationsPage", source)
        return Action(
            f"translations.{name}", text, act, "products", keys, "translate", page.can_save, _WORDS, page.title.text  # type: ignore[arg-type]
        )

    return (
        action("next", _NEXT, page.save_and_next, "Ctrl+Return"),
        action("previous", _BEFORE, page.save_and_back, "Ctrl+Shift+Return"),
    )

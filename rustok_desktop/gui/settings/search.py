"""Which settings answer a search. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable

from rustok_desktop.gui.palette.match import find
from rustok_desktop.gui.settings_book import Setting, section_text


def matching(settings: Iterable[Setting], text: str) -> list[Setting]:
    """Settings whose title, explanation, values, section or search words have ``text``; all for an empty one."""
    if not text.strip():
        return list(settings)
    return [setting for setting in settings if _answers(setting, text)]


def _answers(setting: Setting, text: str) -> bool:
    values = tuple(choice.label() for choice in setting.choices)
    words = (*setting.words, setting.title, setting.help_text(), section_text(setting.section), *values)
    return find(text, setting.label(), words) is not None

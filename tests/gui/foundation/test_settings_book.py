"""Settings are declared once: stored, applied, and proof against nonsense in the file."""

from __future__ import annotations

import pytest

from rustok_desktop.gui.services import GuiServices
from rustok_desktop.gui.settings_book import DECLARED, LANGUAGE, SCALE, SCHEME, SettingsBook
from rustok_desktop.gui.theme.theme import SCALES, SCHEMES


@pytest.fixture
def book(services: GuiServices) -> SettingsBook:
    return SettingsBook(services.preferences, services.theme, services.translator)


def test_declared_choices_are_what_the_theme_knows() -> None:
    assert tuple(choice.value for choice in SCHEME.choices) == SCHEMES
    assert tuple(choice.value for choice in SCALE.choices) == SCALES
    assert len({setting.id for setting in DECLARED}) == len(DECLARED)


def test_a_choice_is_applied_kept_and_told(book: SettingsBook, services: GuiServices) -> None:
    told: list[str] = []
    book.changed.connect(told.append)
    book.set(SCALE, 125)
    book.set(LANGUAGE, "ru")
    assert (services.theme.scale, services.translator.language) == (125, "ru")
    assert told == ["scale", "language"]
    assert SCHEME.label() == "Тема"
    assert SCHEME.choice_label("dark") == "Тёмная"


def test_what_is_not_offered_is_refused(book: SettingsBook) -> None:
    with pytest.raises(ValueError, match="scheme"):
        book.set(SCHEME, "sepia")
    assert book.value(SCHEME) == "light"


def test_nonsense_in_the_file_is_the_default(book: SettingsBook, services: GuiServices) -> None:
    for key, value in (("scheme", "sepia"), ("scale", 7), ("language", "tlh")):
        services.preferences.set(key, value)
    book.restore()
    assert (services.theme.scheme, services.theme.scale) == ("system", 100)
    assert services.translator.language in ("en", "ru")

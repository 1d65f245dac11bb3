"""How languages call themselves, for the choice of a shop's languages. Light: a window imports it."""

from __future__ import annotations

LANGUAGE_NAMES: dict[str, str] = {
    "en": "English",
    "ru": "Русский",
    "uk": "Українська",
    "be": "Беларуская",
    "kk": "Қазақша",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
    "pt-BR": "Português (Brasil)",
    "nl": "Nederlands",
    "pl": "Polski",
    "cs": "Čeština",
    "tr": "Türkçe",
    "sv": "Svenska",
    "fi": "Suomi",
    "el": "Ελληνικά",
    "zh": "中文",
    "ja": "日本語",
}


def own_name(locale: str) -> str:
    """What a language calls itself; its tag for one that is not known here."""
    return LANGUAGE_NAMES.get(locale) or LANGUAGE_NAMES.get(locale.partition("-")[0], locale)

"""Languages: their codes, their fallbacks, and how they write numbers and dates. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from rustok_desktop.core import limits

NBSP = "\u00a0"
_NARROW = "\u202f"
_LOCALE = re.compile(r"([A-Za-z]{2})(?:[-_]([A-Za-z]{2}|[0-9]{3}))?", re.ASCII).fullmatch


def normalize_locale(text: str) -> str:
    """``ll`` or ``ll-RR`` as RusToK writes it: ``EN_us`` -> ``en-US``, ``es-419``; ValueError otherwise."""
    match = _LOCALE(text.strip())
    if match is None:
        raise ValueError(f"not a language code: {text[: limits.LOCALE * 2]!r}")
    language, region = match.groups()
    return f"{language.lower()}-{region.upper()}" if region else language.lower()


def fallback_chain(asked: str, fallbacks: Mapping[str, str | None], default: str) -> list[str]:
    """The languages to try for ``asked``, best first and each once.

    Each one leads to its own fallback, else to the bare language of a regional one; the shop's ``default``
    ends the chain. ``fallbacks`` may hold circles.
    """
    chain: list[str] = []
    step: str | None = asked
    while step is not None and step not in chain:
        chain.append(step)
        language, _, region = step.partition("-")
        step = fallbacks.get(step) or (language if region else None)
    if default not in chain:
        chain.append(default)
    return chain


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a language parts thousands and fractions, and whether a money sign leads."""

    group: str
    decimal: str
    sign_leads: bool = False


_COMMA_AND_SPACE = NumberStyle(NBSP, ",")
_POINT_GROUPS = NumberStyle(".", ",")
_ENGLISH = NumberStyle(",", ".", sign_leads=True)
_STYLES: dict[str, NumberStyle] = (
    dict.fromkeys(
        (
            "ru",
            "uk",
            "be",
            "kk",
            "ky",
            "bg",
            "cs",
            "sk",
            "pl",
            "fi",
            "sv",
            "nb",
            "no",
            "lv",
            "lt",
            "et",
            "hu",
        ),
        _COMMA_AND_SPACE,
    )
    | dict.fromkeys(
        ("de", "es", "it", "pt", "nl", "da", "tr", "id", "el", "ro", "hr", "sr", "sl"), _POINT_GROUPS
    )
    | {"fr": NumberStyle(_NARROW, ",")}
)


def number_style(locale: str) -> NumberStyle:
    """The style of a language; English for one not known here."""
    return _STYLES.get(locale[:2].lower(), _ENGLISH)


def format_number(number: int, locale: str = "en") -> str:
    """A whole number with its thousands parted: ``12,408`` (en), ``12 408`` (ru, no-break space)."""
    return f"{number:,}".replace(",", number_style(locale).group)


_EN_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RU_MONTHS = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_EN_WORDS = ("now", "min", "h", "Today", "Yesterday")
_RU_WORDS = ("сейчас", "мин", "ч", "Сегодня", "Вчера")


def _is_russian(locale: str) -> bool:
    return locale[:2].lower() == "ru"


def format_date(moment: datetime, locale: str = "en", *, year: bool = True) -> str:
    """``12 Nov 2026`` (en), ``12 ноя 2026`` (ru); without the year when ``year`` is false."""
    months = _RU_MONTHS if _is_russian(locale) else _EN_MONTHS
    day = f"{moment.day}{NBSP}{months[moment.month - 1]}"
    return f"{day}{NBSP}{moment.year}" if year else day


def format_time(moment: datetime) -> str:
    """``14:02``."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def local_time(iso_text: str, zone: tzinfo | None = None) -> datetime:
    """The moment of an ISO text in ``zone`` (the computer's own by default); ValueError when it is none."""
    return datetime.fromisoformat(iso_text).astimezone(zone)


_HOURS_SHOWN = 4


def relative_time(iso_text: str, now_iso: str, locale: str = "en", zone: tzinfo | None = None) -> str:
    """How long ago, as a list shows it: ``2 min``, ``1 h``, ``Today``, ``Yesterday``, ``12 Nov``.

    Both times are ISO texts with an offset; days are those of ``zone`` (the computer's own by default).
    Hours are counted up to four; another year is written out. A time to come reads ``now``.
    """
    moment, now = local_time(iso_text, zone), local_time(now_iso, zone)
    just_now, minutes, hours, today, yesterday = _RU_WORDS if _is_russian(locale) else _EN_WORDS
    seconds = (now - moment).total_seconds()
    if seconds < 60:
        return just_now
    if seconds < 3600:
        return f"{int(seconds // 60)}{NBSP}{minutes}"
    if seconds < _HOURS_SHOWN * 3600:
        return f"{int(seconds // 3600)}{NBSP}{hours}"
    if moment.date() == now.date():
        return today
    if moment.date() == now.date() - timedelta(days=1):
        return yesterday
    return format_date(moment, locale, year=moment.year != now.year)

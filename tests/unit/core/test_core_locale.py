"""Language codes, fallbacks, numbers and times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core import limits
from rustok_desktop.core.locale import (
    fallback_chain,
    format_date,
    format_number,
    format_time,
    normalize_locale,
    relative_time,
)

LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
LANGUAGES = st.text(LETTERS, min_size=2, max_size=2)
REGIONS = LANGUAGES | st.text(st.sampled_from("0123456789"), min_size=3, max_size=3)
CODES = st.sampled_from(["en", "ru", "de", "pt", "pt-BR", "es-419", "en-US"])


@pytest.mark.parametrize(
    ("text", "locale"),
    [("EN_us", "en-US"), (" ru ", "ru"), ("es-419", "es-419"), ("pt-br", "pt-BR")],
)
def test_codes_get_one_spelling(text: str, locale: str) -> None:
    assert normalize_locale(text) == locale


@pytest.mark.parametrize("text", ["", "e", "eng", "en-", "en-USA", "zh-Hant-TW", "en US", "ру", "en-٤١٩"])
def test_other_shapes_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="language code"):
        normalize_locale(text)


@given(LANGUAGES, REGIONS | st.none(), st.sampled_from("-_"))
def test_normal_codes_are_stable_and_fit_their_column(language: str, region: str | None, mark: str) -> None:
    normal = normalize_locale(f"{language}{mark}{region}" if region else language)
    assert normalize_locale(normal) == normal
    assert len(normal) <= limits.LOCALE


def test_a_chain_goes_by_fallback_then_language_then_default() -> None:
    assert fallback_chain("uk", {"uk": "ru"}, "en") == ["uk", "ru", "en"]
    assert fallback_chain("pt-BR", {}, "en") == ["pt-BR", "pt", "en"]
    assert fallback_chain("en", {}, "en") == ["en"]


@given(CODES, st.dictionaries(CODES, CODES | st.none()), CODES)
def test_chains_end_hold_everything_once_and_know_the_default(
    asked: str, fallbacks: dict[str, str | None], default: str
) -> None:
    chain = fallback_chain(asked, fallbacks, default)
    assert chain[0] == asked
    assert default in chain
    assert len(chain) == len(set(chain))


def test_numbers_part_their_thousands() -> None:
    assert format_number(12408) == "12,408"
    assert format_number(-12408, "ru") == "-12\u00a0408"
    assert format_number(12408, "de-AT") == "12.408"
    assert format_number(999, "ru") == "999"


NOW = "2026-11-14T15:00:00.000000Z"


@pytest.mark.parametrize(
    ("moment", "english", "russian"),
    [
        ("2026-11-14T14:59:30.000000Z", "now", "сейчас"),
        ("2026-11-14T15:00:09.000000Z", "now", "сейчас"),
        ("2026-11-14T14:58:00.000000Z", "2 min", "2 мин"),
        ("2026-11-14T14:46:00.000000Z", "14 min", "14 мин"),
        ("2026-11-14T13:10:00.000000Z", "1 h", "1 ч"),
        ("2026-11-14T09:00:00.000000Z", "Today", "Сегодня"),
        ("2026-11-13T23:59:00.000000Z", "Yesterday", "Вчера"),
        ("2026-11-12T12:00:00.000000Z", "12 Nov", "12 ноя"),
        ("2025-11-12T12:00:00.000000Z", "12 Nov 2025", "12 ноя 2025"),
    ],
)
def test_times_are_told_as_lists_show_them(moment: str, english: str, russian: str) -> None:
    assert relative_time(moment, NOW, "en", UTC).replace("\u00a0", " ") == english
    assert relative_time(moment, NOW, "ru-RU", UTC).replace("\u00a0", " ") == russian


def test_days_are_those_of_the_readers_zone() -> None:
    east = timezone(timedelta(hours=9))
    assert relative_time("2026-11-14T09:00:00.000000Z", NOW, "en", east) == "Yesterday"


def test_dates_and_times_are_written_out() -> None:
    moment = datetime(2026, 5, 3, 4, 5, tzinfo=UTC)
    assert format_date(moment, "ru").replace("\u00a0", " ") == "3 мая 2026"
    assert format_date(moment, "en", year=False).replace("\u00a0", " ") == "3 May"
    assert format_time(moment) == "04:05"

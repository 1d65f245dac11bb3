"""Which language is shown, what is complete, what is stale."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.content.languages import Languages, completeness, is_stale
from rustok_desktop.content.views import NodeText

ROWS = [("en", "en", None), ("en", "ru", None), ("en", "uk", "ru")]
LOCALES = st.sampled_from(["en", "ru", "uk", "de", "pt-BR", "pt"])
WORD = st.none() | st.sampled_from(["", "x"])


def test_the_shop_s_own_language_comes_first() -> None:
    assert Languages(ROWS, "ru").enabled == ("en", "ru", "uk")


def test_asked_then_its_fallback_then_the_shop_s_own_then_any() -> None:
    languages = Languages(ROWS, "uk")
    assert languages.chain("uk") == ["uk", "ru", "en"]
    assert languages.best("uk", ["en", "ru"]) == "ru"
    assert languages.best("uk", ["en", "de"]) == "en"
    assert languages.best("uk", ["fr", "de"]) == "de"
    assert languages.best("uk", []) is None


def test_a_shop_without_rows_has_the_language_that_was_asked_for() -> None:
    assert Languages([], "de").enabled == ("de",)
    assert Languages([("en", None, None)], "de").enabled == ("en",)


@given(LOCALES, st.sets(LOCALES))
def test_something_is_shown_whenever_there_is_something(asked: str, there: set[str]) -> None:
    best = Languages(ROWS, asked).best(asked, there)
    assert (best in there) if there else best is None
    assert asked not in there or best == asked


def test_the_source_itself_is_never_stale_and_nothing_is_without_one() -> None:
    assert not is_stale("en", None, ("en", 5))
    assert not is_stale("ru", 4, None)
    assert not is_stale("ru", 5, ("en", 5))
    assert is_stale("ru", 4, ("en", 5))
    assert is_stale("ru", None, ("en", 5))


@given(st.dictionaries(LOCALES, st.builds(lambda t, e, b: NodeText("?", t or "", None, e, body=b), WORD, WORD, WORD)))
def test_no_language_is_fuller_than_it_can_be(texts: dict[str, NodeText]) -> None:
    found = completeness(texts, Languages(ROWS, "en"))
    assert set(found) == {"en", "ru", "uk"}
    assert all(0 <= c.filled <= c.wanted and 0 <= c.percent <= 100 for c in found.values())
    if "en" in texts:
        assert found["en"].filled == found["en"].wanted


def test_a_stale_language_is_not_complete() -> None:
    texts = {"en": NodeText("en", "a"), "ru": NodeText("ru", "б", stale=True)}
    assert completeness(texts, Languages(ROWS, "en"))["ru"].percent == 99
    assert completeness({}, Languages(ROWS, "en"))["ru"].percent == 0

"""Words of several languages by the normal spelling of their codes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.validators import by_locale

CODES = st.sampled_from(["en", "EN", "ru", "pt_br", "pt-BR", "PT-br", "no language", "", "x"])


def test_one_spelling_and_the_first_of_two() -> None:
    problems: list[FieldProblem] = []
    assert by_locale(problems, {"PT_br": 1, "pt-BR": 2, "EN": 3}) == {"pt-BR": 1, "en": 3}
    assert [(p.path, p.code) for p in problems] == [("title@pt-BR", "given_twice")]


def test_what_is_no_language_is_named_as_it_was_typed() -> None:
    problems: list[FieldProblem] = []
    assert by_locale(problems, {"no language": 1, "ru": 2}) == {"ru": 2}
    assert [(p.path, p.code, p.params) for p in problems] == [
        ("title@no language", "bad_locale", {"value": "no language"})
    ]


@given(st.dictionaries(CODES, st.integers()))
def test_every_word_is_found_or_has_its_problem(words: dict[str, int]) -> None:
    problems: list[FieldProblem] = []
    found = by_locale(problems, words)
    assert len(found) + len(problems) == len(words)
    assert by_locale(none := [], found) == found
    assert none == []

"""Finding by words and by expressions, within bounds."""

from __future__ import annotations

import pytest

from rustok_desktop.gui.markdown.finding import LONGEST_LINE, Search, find_all, replaced


def words(text: str, search: Search) -> list[str]:
    data = text.encode("utf-16-le")
    return [data[2 * p.start : 2 * p.end].decode("utf-16-le") for p in find_all(text, search).places]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (Search("печь"), ["Печь", "печь", "печь"]),
        (Search("печь", case=True), ["печь", "печь"]),
        (Search("печь", words=True), ["Печь", "печь"]),
        (Search("п.чь", words=True, expression=True), ["Печь", "печь"]),
        (Search("п.чь"), []),
        (Search("x*", expression=True), []),  # nothing at all is no place
        (Search("печь.*печь", expression=True), ["печь и печь"]),  # within one line
        (Search(""), []),
    ],
)
def test_what_is_found(search: Search, expected: list[str]) -> None:
    assert words("😀 Печь,\nпечь и печька", search) == expected


@pytest.mark.parametrize("wrong", ["(a", "a)", "[z", "*", "a\\"])
@pytest.mark.parametrize("whole", [False, True])
def test_a_wrong_expression_says_why(wrong: str, whole: bool) -> None:
    found = find_all("a", Search(wrong, words=whole, expression=True))
    assert found.wrong
    assert found.at <= len(wrong)
    assert find_all(wrong, Search(wrong)).places, "as plain text it is fine"


@pytest.mark.parametrize("bad", [r"(a+)+$", r"(a|aa)+$", r"(\w+\s*)+\d"])
def test_a_runaway_expression_is_given_up(bad: str) -> None:
    text = "\n".join(["a" * 40 + "! " + "word " * 40] * 2_000)
    found = find_all(text, Search(bad, expression=True), seconds=1e9)  # by its steps, whatever the clock says
    assert found.slow
    assert found.places == ()


def test_an_expression_is_given_up_long_before_the_engine_would() -> None:
    assert find_all("a" * 24 + "!", Search("(a|aa)+$", expression=True), seconds=1e9).slow


def test_what_takes_too_long_in_all_is_given_up_and_long_lines_are_passed_over() -> None:
    assert find_all("a\n" * 10, Search("a", expression=True), seconds=-1).slow
    assert not find_all("a\n" * 10, Search("a"), seconds=-1).slow  # plain text cannot run away
    assert words("x" * (LONGEST_LINE + 1) + "\nx", Search("x", expression=True)) == ["x"]


def test_groups_come_back_in_what_is_put_instead() -> None:
    text = "😀 38 hours and 40 hours."
    search = Search(r"(\d+) hours", expression=True)
    places = find_all(text, search).places
    assert replaced(text, places, r"$1\th (\2\$)", expression=True) == "38\th ($) and 40\th ($)"
    assert replaced(text, places, "$1", expression=False) == "$1 and $1"

"""Markdown: rendered within the policy, counted, shortened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.content.markdown import count_words, excerpt, pieces, plain, reading_minutes, render
from rustok_desktop.core.html import is_clean


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a** *b* ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>\n"),
        ("# Head", "<h1>Head</h1>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("![A mug](media:x)", '<p><img src="media:x" alt="A mug"></p>\n'),
        ("---\ntitle: x\n---\nText", "<p>Text</p>\n"),
        ("<script>alert(1)</script>", ""),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n"),
    ],
)
def test_it_reads_as_written_and_nothing_runs(text: str, html: str) -> None:
    assert render(text).replace(" />", ">") == html


def test_tables_and_tasks() -> None:
    assert "<td>1</td>" in render("| a |\n|---|\n| 1 |")
    assert "Done" in render("- [x] Done")


@given(st.text(alphabet="ab *_`#[]()!<>|-\n\t\\&;:/\"'~^+=0123456789.", max_size=120))
def test_any_text_is_rendered_within_the_policy(text: str) -> None:
    assert is_clean(render(text))


def test_words_are_what_a_reader_reads() -> None:
    text = "# Two words\n\nThree [more words](https://example.com/not-counted) https://example.com/nor-this don't"
    assert count_words(text) == 6
    assert plain(text) == "Two words Three more words don't"
    assert count_words("") == 0


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (200, 1), (299, 1), (301, 2), (2000, 10)])
def test_reading_time(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@given(st.text(max_size=600), st.integers(10, 200))
def test_an_excerpt_keeps_its_limit(text: str, limit: int) -> None:
    short = excerpt(text, limit)
    assert len(short) <= limit
    assert "\n" not in short


def test_an_excerpt_is_cut_between_words() -> None:
    assert excerpt("## Ash does what it wants", 15) == "Ash does what…"


@pytest.mark.parametrize("between", ["\n\n", "\n", " "])
def test_a_text_in_pieces_has_the_same_words(between: str) -> None:
    text = between.join(f"word{number} [link](https://example.com/{number})" for number in range(4_000))
    parts = list(pieces(text))
    assert len(parts) > 2
    assert "".join(parts) == text
    assert sum(map(count_words, parts)) == count_words(text) == 8_000

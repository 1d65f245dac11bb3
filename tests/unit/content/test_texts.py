"""Texts on their way in, and on their way to a reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.content.pictures import references
from rustok_desktop.content.reading import excerpt_of, plain_text, reading_minutes
from rustok_desktop.content.slugs import slug_for
from rustok_desktop.content.texts import clean_block, clean_body, clean_tags, clean_word, is_json
from rustok_desktop.content.words import fingerprint
from rustok_desktop.core import limits, validators

FORMS = st.sampled_from(["markdown", "html", "plain", "json"])


def test_words_lose_outer_spaces_and_bodies_keep_theirs() -> None:
    assert [clean_word(text) for text in (" a ", "  ", "", None)] == ["a", None, None, None]
    assert clean_body("  code\r\nb\rc\x00\n", "markdown") == "  code\nb\nc\n"
    assert clean_body(" \r\n", "plain") is None
    assert clean_body(None, "plain") is None


@given(st.text(), FORMS)
def test_cleaning_a_body_twice_changes_nothing(text: str, form: str) -> None:
    once = clean_body(text, form)
    assert clean_body(once, form) == once


def test_only_html_is_made_safe() -> None:
    evil = "<p onclick='x'>a</p><script>b</script>"
    assert clean_body(evil, "html") == "<p>a</p>"
    assert clean_body(evil, "markdown") == evil
    assert clean_block({"html": evil, "title": evil}) == {"html": "<p>a</p>", "title": evil}
    assert clean_block({"html": 5}) == {"html": 5}


def test_tags() -> None:
    assert clean_tags(["b  c", " a", "A", "", "B c"]) == ["b c", "a"]


def test_json() -> None:
    assert is_json('{"a": 1}')
    assert not is_json("{")


@pytest.mark.parametrize(
    ("title", "kind", "slug"),
    [
        ("Summer sale!", "post", "summer-sale"),
        ("Ещё одна щётка", "post", "eshche-odna-shchetka"),
        ("☂☂", "post", "post"),
        ("", "forum_topic", "forum-topic"),
        ("Admin", "page", "admin-1"),
    ],
)
def test_slugs_from_titles(title: str, kind: str, slug: str) -> None:
    assert slug_for(title, kind) == slug


@given(st.text(max_size=400), st.sampled_from(["post", "page", "forum_topic"]))
def test_every_title_gives_a_slug_that_may_be_one(title: str, kind: str) -> None:
    assert validators.handle("slug", slug_for(title, kind)) is None
    assert len(slug_for(title, kind)) <= limits.HANDLE


def test_pictures_named_in_a_text() -> None:
    one, two = "018f2f3e-0000-7000-8000-00000000000a", "018f2f3e-0000-7000-8000-00000000000b"
    text = f'![x](media:{one}) <img src="media:{two}"> media:{one} media:nonsense'
    assert references(text) == {one, two}


def test_a_fingerprint_tells_texts_apart_and_fits_its_column() -> None:
    assert fingerprint("a", "b") != fingerprint("ab", None)
    assert fingerprint("a", None) == fingerprint("a", "")
    assert 0 <= fingerprint("x" * 1000) < 2**31


@pytest.mark.parametrize(
    ("body", "form", "text"),
    [
        ("# Title\n\nSome **bold** [link](https://x.example), `code`.", "markdown", "Title Some bold link, code."),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "markdown", "a b 1 2"),
        ("<p>One</p><p>two &amp; three</p>", "html", "One two & three"),
        ("a  b\n\nc", "plain", "a b c"),
        ('{"a": 1}', "json", ""),
        (None, "markdown", ""),
    ],
)
def test_the_words_of_a_body(body: str | None, form: str, text: str) -> None:
    assert plain_text(body, form) == text


def test_reading_time() -> None:
    assert [reading_minutes("word " * count, "plain") for count in (0, 1, 200, 201)] == [0, 1, 1, 2]


def test_an_excerpt_ends_between_words() -> None:
    assert excerpt_of("Short text.", "plain") == "Short text."
    assert excerpt_of("one two, three", "plain", 10) == "one two…"
    assert excerpt_of("x" * 20, "plain", 10) == "x" * 9 + "…"


@given(st.text(), st.integers(2, 40))
def test_an_excerpt_keeps_its_limit(text: str, limit: int) -> None:
    assert len(excerpt_of(text, "plain", limit)) <= limit

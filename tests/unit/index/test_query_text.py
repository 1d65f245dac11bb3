"""Whatever is typed becomes an expression that the search tables accept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rustok_desktop.index.content_tables import CONTENT_FTS_STATEMENTS
from rustok_desktop.index.query_text import MOST_WORDS, parse
from rustok_desktop.index.tables import FTS_STATEMENTS


@pytest.fixture(scope="module")
def tables() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    for sql in FTS_STATEMENTS + CONTENT_FTS_STATEMENTS:
        connection.execute(sql)
    yield connection
    connection.close()


_SYNTAX = st.sampled_from(
    ['"', "*", "(", ")", "AND", "OR", "NOT", "NEAR(", ":", "^", "-", "+", "title:", "'", "\x00", " "]
)
_TYPED = st.one_of(st.text(max_size=60), st.lists(st.one_of(_SYNTAX, st.text(max_size=8)), max_size=12).map(" ".join))


@settings(max_examples=400, deadline=None)
@given(text=_TYPED)
def test_nothing_typed_is_a_syntax_error(tables: sqlite3.Connection, text: str) -> None:
    asked = parse(text)
    if asked is None:
        assert not any(character.isascii() and character.isalnum() for character in text)
        return
    for table, expression in (
        ("names", asked.names),
        ("names", asked.exact),
        ("texts", asked.texts),
        ("codes", asked.codes),
    ):
        if expression:
            tables.execute(
                f"SELECT rowid FROM index_products_{table} WHERE index_products_{table} MATCH ?", (expression,)
            ).fetchall()


def test_the_last_word_is_a_beginning() -> None:
    asked = parse("Leather Glov")
    assert asked is not None
    assert asked.names == '"leather" AND "glov" *'
    assert asked.texts == '"leather" AND "glov"'


def test_forms_of_a_word_are_asked_for() -> None:
    asked = parse("перчатки")
    assert asked is not None
    assert asked.names == '("перчатки" * OR "перчатк")'


def test_codes_are_asked_for_in_pieces() -> None:
    asked = parse("G-01")
    assert asked is not None
    assert asked.fragment == "g01"
    assert asked.codes == '"g01"'
    assert parse("01").codes == ""  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", "  ", "-", '"*"', "\x00"])
def test_no_letters_no_question(text: str) -> None:
    assert parse(text) is None


def test_long_texts_are_cut() -> None:
    asked = parse("word " * 1000)
    assert asked is not None
    assert len(asked.words) == MOST_WORDS

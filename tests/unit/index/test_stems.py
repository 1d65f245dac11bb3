"""Words are cut alike for documents and questions, and every word is one token to the search tables."""

from __future__ import annotations

import sqlite3
import sys
import unicodedata

import pytest

from rustok_desktop.core.text import fold
from rustok_desktop.index.stems import LONGEST_WORD, squeeze, stem, whole_code, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leather Gloves, XL", ["leather", "gloves", "xl"]),
        ("Crème brûlée", ["creme", "brulee"]),
        ("Ёлка ёж", ["елка", "еж"]),
        ("Синий чайник", ["синий", "чайник"]),
        ("MUG-014/b_2", ["mug", "014", "b", "2"]),
        ("  --  ", []),
        ("a" * 100, ["a" * LONGEST_WORD]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("glove", "gloves"),
        ("battery", "batteries"),
        ("перчатка", "перчатки"),
        ("чайники", "чайник"),
        ("синий", "синие"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["014", "mug014", "xl", "перчаткаx", "日本語"])
def test_codes_and_other_scripts_are_their_own_stem(word: str) -> None:
    assert stem(word) == word


def test_squeezed_codes() -> None:
    assert squeeze("MUG-014 / Ё") == "mug014е"
    assert whole_code("mug014").startswith("mug014")
    assert words(whole_code("mug014")) == [whole_code("mug014")]


def test_every_word_is_one_token() -> None:
    """An index without positions refuses phrases, so a word that is cut again would be an error."""
    connection = sqlite3.connect(":memory:")
    tokenizer = 'tokenize="unicode61 remove_diacritics 2"'
    connection.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, detail=none, {tokenizer})")
    letters = {
        word
        for number in range(sys.maxunicode + 1)
        if not 0xD800 <= number <= 0xDFFF and unicodedata.category(chr(number))[0] in "LNM"
        for word in words(fold(chr(number)))
    }
    refused = []
    for letter in letters:
        try:
            connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (f'"a{letter}b"',)).fetchall()
        except sqlite3.OperationalError:
            refused.append(letter)
    assert len(letters) > 100_000
    assert refused == []
    connection.close()

"""What is marked in a title is what was typed, in the title's own characters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.index.marks import mark_hits


def _marked(title: str, text: str) -> list[str]:
    return [title[start : start + length] for start, length in mark_hits(title, text)]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Primrose bud vase", "pri", ["Pri"]),
        ("Leather gloves", "glove", ["glove"]),
        ("Leather glove", "gloves", ["glove"]),
        ("Перчатки кожаные", "перчатка", ["Перчатки"]),
        ("Ёлка искусственная", "елк", ["Ёлк"]),
        ("Crème brûlée set", "brulee", ["brûlée"]),
        ("Cre\u0300me set", "creme", ["Cre\u0300me"]),
        ("Straße", "strass", ["Straße"]),
        ("Blueberry mug, blue", "blue mug", ["mug", "blue"]),
        ("Teapot", "pot", []),
        ("Teapot", "--", []),
        ("", "x", []),
    ],
)
def test_marks(title: str, text: str, expected: list[str]) -> None:
    assert _marked(title, text) == expected


@given(title=st.text(max_size=40), text=st.text(max_size=20))
def test_marks_lie_in_the_title_and_do_not_overlap(title: str, text: str) -> None:
    end = 0
    for start, length in mark_hits(title, text):
        assert start >= end
        assert length > 0
        end = start + length
    assert end <= len(title)


def test_the_window_may_import_it() -> None:
    code = (
        "import sys, rustok_desktop.index.marks, rustok_desktop.index.schemas;"
        "print([m for m in ('sqlalchemy', 'pydantic', 'orjson', 'Stemmer') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"

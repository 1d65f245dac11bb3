"""What a typed text finds, and which letters are marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.gui.palette.match import find
from rustok_desktop.gui.widgets.painting import split_marks


@pytest.mark.parametrize(
    ("typed", "name", "marks"),
    [
        ("pri", "Change prices…", ((7, 3),)),
        ("pri", "Print price tags…", ((0, 3), (6, 3))),
        ("tag pri", "Print price tags…", ((0, 3), (6, 3), (12, 3))),
        ("", "Anything", ()),
        ("odu", "Products", ((2, 3),)),
        ("ТОВ", "Новый товар", ((6, 3),)),
    ],
)
def test_marks(typed: str, name: str, marks: tuple[tuple[int, int], ...]) -> None:
    match = find(typed, name)
    assert match is not None
    assert match.marks == marks


def test_every_word_must_fit_somewhere() -> None:
    assert find("price nonsense", "Change prices…") is None
    assert find("x", "Box") is None
    assert find("exit", "Quit", ("exit", "close")) is not None


def test_beginnings_come_before_insides_and_keywords() -> None:
    scores = [find("pri", *entry).score for entry in (("Print",), ("The price",), ("Caprice",), ("Tags", ("print",)))]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


@given(st.text(max_size=40), st.text(max_size=40))
def test_marks_lie_in_the_name(typed: str, name: str) -> None:
    match = find(typed, name)
    for start, length in match.marks if match else ():
        assert 0 <= start < start + length <= len(name)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-5, 40), st.integers(0, 20)), max_size=6))
def test_pieces_make_up_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    assert "".join(piece for piece, _marked in split_marks(text, marks)) == text

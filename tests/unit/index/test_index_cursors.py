"""Cursors survive the trip and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core.errors import UserError
from rustok_desktop.index.cursors import Place, decode, encode
from rustok_desktop.index.schemas import ProductQuery, ProductSort

BY_TITLE = ProductQuery(sort=ProductSort.TITLE, descending=False)


@given(value=st.one_of(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.integers(-(2**62), 2**62)),
       index_id=st.integers(0, 2**62), inclusive=st.booleans())  # fmt: skip
def test_round_trip(value: str | int, index_id: int, inclusive: bool) -> None:
    place = Place(value, index_id, inclusive)
    cursor = encode(BY_TITLE, place)
    assert re.fullmatch(r"[A-Za-z0-9_-]+", cursor)
    assert decode(BY_TITLE, cursor) == place


@given(st.text(max_size=80))
def test_made_up_cursors_are_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        decode(BY_TITLE, text)
    assert caught.value.code == "bad_cursor"


@given(st.data())
def test_altered_cursors_are_refused(data: st.DataObject) -> None:
    cursor = encode(BY_TITLE, Place("mug", 7))
    at = data.draw(st.integers(0, len(cursor) - 2))  # the last character has spare bits
    letter = data.draw(st.sampled_from("abcXYZ019-_").filter(lambda c: c != cursor[at]))
    with pytest.raises(UserError):
        decode(BY_TITLE, cursor[:at] + letter + cursor[at + 1 :])


def test_a_cursor_of_another_order_is_refused() -> None:
    cursor = encode(BY_TITLE, Place("mug", 7))
    for other in (replace(BY_TITLE, descending=True), ProductQuery()):
        with pytest.raises(UserError):
            decode(other, cursor)

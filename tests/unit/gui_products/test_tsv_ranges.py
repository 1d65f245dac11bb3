"""Ranges as spreadsheets exchange them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.gui.products.tsv import from_tsv, spread, to_tsv

CELLS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=8)


@given(st.integers(1, 4).flatmap(lambda w: st.lists(st.lists(CELLS, min_size=w, max_size=w), min_size=1, max_size=4)))
def test_a_range_comes_back(cells: list[list[str]]) -> None:
    if cells[-1] == [""]:
        return  # a last empty line is no row
    assert from_tsv(to_tsv(cells)) == cells


def test_spreadsheet_line_ends_and_quotes() -> None:
    assert from_tsv('a\tb\r\n"c\td"\te\r\n') == [["a", "b"], ["c\td", "e"]]
    assert from_tsv('27" screen\tx') == [['27" screen', "x"]]


def test_one_cell_fills_a_selection() -> None:
    assert spread([["1"]], 2, 3) == [["1"] * 3] * 2
    assert spread([["1", "2"]], 3, 2) == [["1", "2"]] * 3
    assert spread([["1"], ["2"], ["3"]], 2, 1) == [["1"], ["2"], ["3"]]

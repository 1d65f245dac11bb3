"""What toolbar and keys do to a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.gui.markdown.text_edits import Change, continued, indented, linked, prefixed, wrapped


def done(text: str, change: Change) -> str:
    return text[: change.start] + change.text + text[change.end :]


@given(st.text("ab *", max_size=12), st.integers(0, 12), st.integers(0, 12), st.sampled_from(["**", "*", "`", "~~"]))
def test_a_mark_put_and_taken_away_leaves_the_text(text: str, a: int, b: int, mark: str) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    put = wrapped(text, start, end, mark)
    if len(put.text) < end - start or put.start < start:  # it stood there already and went
        return
    marked = done(text, put)
    assert marked[put.anchor : put.position] == text[start:end]
    assert done(marked, wrapped(marked, put.anchor, put.position, mark)) == text


@pytest.mark.parametrize(
    ("lines", "kind", "becomes"),
    [
        ("a\nb", "bullet", "- a\n- b"),
        ("- a\n- b", "bullet", "a\nb"),
        ("- a\n- b", "number", "1. a\n2. b"),
        ("# a", "heading", "## a"),
        ("  a", "quote", "  > a"),
    ],
)
def test_blocks(lines: str, kind: str, becomes: str) -> None:
    assert prefixed(lines, kind) == becomes


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("- a", "- "), ("  * a", "  * "), ("9. a", "10. "), ("- [x] a", "- [ ] "), ("> a", "> "),
        ("- ", ""), ("3) ", ""), ("> ", ""), ("plain", None), ("", None),
    ],
)  # fmt: skip
def test_enter_goes_on_with_a_list_and_ends_an_empty_one(line: str, begins: str | None) -> None:
    assert continued(line) == begins


@given(st.lists(st.text("ab -", max_size=6), min_size=1, max_size=4).map("\n".join))
def test_in_and_out_again(lines: str) -> None:
    trimmed = "\n".join(row if row.strip() else row.strip(" ") for row in lines.split("\n"))
    assert indented(indented(trimmed, 1), -1) == trimmed


def test_links_put_the_cursor_where_something_is_missing() -> None:
    assert linked("see here", 4, 8) == Change(4, 8, "[here]()", 11, 11)
    assert linked("", 0, 0).position == 1
    assert done("see here", linked("see here", 4, 8, "/p")) == "see [here](/p)"

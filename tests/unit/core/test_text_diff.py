"""What differs between two texts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rustok_desktop.core.text_diff import DiffLine, DiffRow, compare

LINES = st.lists(st.sampled_from(["", "one", "one two", "two two", "три слова тут", "😀 one"]), max_size=12)


def marked(line: DiffLine | None) -> list[str]:
    assert line is not None
    return [line.text[start : start + length] for start, length in line.marks]


def test_words_that_differ_are_marked_in_lines_that_are_alike() -> None:
    diff = compare("Head\n\nAfter 38 hours of fire", "Head\n\nAfter 40 hours of hot fire")
    assert (diff.gone, diff.new) == (1, 1)
    last = diff.rows[-1]
    assert last.changed
    assert (marked(last.before), marked(last.after)) == (["38"], ["40", "hot "])
    assert (last.before.number, last.after.number) == (3, 3)  # type: ignore[union-attr]


def test_lines_that_have_nothing_in_common_stand_apart() -> None:
    diff = compare("Wood and ash", "Стеклянная ваза")
    assert diff.rows == (
        DiffRow(DiffLine(1, "Wood and ash"), changed=True),
        DiffRow(after=DiffLine(1, "Стеклянная ваза"), changed=True),
    )
    assert compare("", "").rows == ()
    assert compare("", "new").rows == (DiffRow(after=DiffLine(1, "new"), changed=True),)


def test_equal_lines_far_from_a_difference_are_only_counted() -> None:
    text = [f"line number {n}" for n in range(40)]
    diff = compare("\n".join(text), "\n".join([*text[:20], "something else", *text[20:]]))
    assert [row.skipped for row in diff.rows if row.skipped] == [17, 17]
    assert [row.after.text for row in diff.rows if row.changed and row.after] == ["something else"]


def test_a_book_is_not_compared_line_by_line() -> None:
    many = [f"a{n}" for n in range(5_001)]
    diff = compare("\n".join(many), "\n".join(reversed(many)))
    assert diff.gone == diff.new
    assert diff.gone > 4_990


@given(LINES, LINES)
@settings(max_examples=150, deadline=None)
def test_the_rows_hold_both_texts_in_order(old: list[str], new: list[str]) -> None:
    diff = compare("\n".join(old), "\n".join(new), context=99)
    if old == new:
        assert not any(row.changed for row in diff.rows)
        return
    before = [row.before for row in diff.rows if row.before is not None]
    after = [row.after for row in diff.rows if row.after is not None]
    assert [line.text for line in before] == ("\n".join(old).split("\n") if "\n".join(old) else [])
    assert [line.text for line in after] == ("\n".join(new).split("\n") if "\n".join(new) else [])
    for lines in (before, after):
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))

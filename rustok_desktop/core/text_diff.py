"""What differs between two texts: line by line, and within lines that are alike word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

CONTEXT = 3  # equal lines shown around what differs
MOST_LINES = 5_000  # comparing takes with the square of the lines in the worst case; longer ones are not matched
_MARKED = 4_000  # characters of a line; a longer one is told as a whole
_PAIRED = 40  # lines of one place that are looked through for likenesses
_ALIKE = 0.4
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
Marks = tuple[tuple[int, int], ...]


class DiffLine(NamedTuple):
    """A line of one of the texts, counted from 1; ``marks`` are (start, length) of what the other one lacks."""

    number: int
    text: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class DiffRow:
    """Two lines beside one another: equal, ``changed``, only in one, or ``skipped`` equal ones without their texts."""

    before: DiffLine | None = None
    after: DiffLine | None = None
    changed: bool = False
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class TextDiff:
    """``gone`` and ``new`` count lines, a changed one in both."""

    rows: tuple[DiffRow, ...]
    gone: int
    new: int


def compare(before: str, after: str, context: int = CONTEXT) -> TextDiff:
    """The rows of both texts with ``context`` equal lines around each difference."""
    old, new = before.split("\n") if before else [], after.split("\n") if after else []
    rows = list(_rows(old, new))
    gone = sum(row.changed and row.before is not None for row in rows)
    added = sum(row.changed and row.after is not None for row in rows)
    return TextDiff(tuple(_folded(rows, context)), gone, added)


def _rows(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffRow]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    mine, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    yield from _equal(old, 0, 0, head)
    if max(len(mine), len(theirs)) > MOST_LINES:
        yield from _apart(mine, theirs, head, head)
    else:
        for act, i, i_end, j, j_end in SequenceMatcher(None, mine, theirs).get_opcodes():
            if act == "equal":
                yield from _equal(old, head + i, head + j, i_end - i)
            else:
                yield from _replaced(mine[i:i_end], theirs[j:j_end], head + i, head + j)
    yield from _equal(old, len(old) - tail, len(new) - tail, tail)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _equal(lines: Sequence[str], i: int, j: int, count: int) -> Iterator[DiffRow]:
    for step in range(count):
        text = lines[i + step]
        yield DiffRow(DiffLine(i + step + 1, text), DiffLine(j + step + 1, text))


def _apart(mine: Sequence[str], theirs: Sequence[str], i: int, j: int) -> Iterator[DiffRow]:
    for place, text in enumerate(mine, i + 1):
        yield DiffRow(DiffLine(place, text), changed=True)
    for place, text in enumerate(theirs, j + 1):
        yield DiffRow(after=DiffLine(place, text), changed=True)


def _replaced(mine: Sequence[str], theirs: Sequence[str], i: int, j: int) -> Iterator[DiffRow]:
    """Lines that are alike stand beside one another, in their order; the rest stands between them."""
    done_i = done_j = 0
    for at_i, text in enumerate(mine[:_PAIRED]):
        found = _like(text, theirs[:_PAIRED], done_j)
        if found is None:
            continue
        at_j, marks = found
        yield from _apart(mine[done_i:at_i], theirs[done_j:at_j], i + done_i, j + done_j)
        before, after = DiffLine(i + at_i + 1, text, marks[0]), DiffLine(j + at_j + 1, theirs[at_j], marks[1])
        yield DiffRow(before, after, changed=True)
        done_i, done_j = at_i + 1, at_j + 1
    yield from _apart(mine[done_i:], theirs[done_j:], i + done_i, j + done_j)


def _like(text: str, others: Sequence[str], first: int) -> tuple[int, tuple[Marks, Marks]] | None:
    if not text.strip():
        return None
    for place in range(first, len(others)):
        marks = _words(text, others[place])
        if marks is not None:
            return place, marks
    return None


def _words(before: str, after: str) -> tuple[Marks, Marks] | None:
    """What differs between two lines; None when they have little in common, or too much to compare."""
    if max(len(before), len(after)) > _MARKED or min(len(before), len(after)) < _ALIKE * 0.5 * max(
        len(before), len(after)
    ):
        return None
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = matcher.get_matching_blocks()
    kept = sum(len(word) for block in blocks for word in old[block.a : block.a + block.size] if not word.isspace())
    whole = max(1, sum(len(word) for word in old + new if not word.isspace()))
    if 2 * kept / whole < _ALIKE:
        return None
    return _marks(old, ((b.a, b.size) for b in blocks)), _marks(new, ((b.b, b.size) for b in blocks))


def _marks(words: Sequence[str], kept: Iterable[tuple[int, int]]) -> Marks:
    """The places between what was kept; the last block is empty and stands at the end."""
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    marks, done = [], 0
    for first, size in kept:
        if first > done:
            marks.append((starts[done], starts[first] - starts[done]))
        done = first + size
    return tuple(marks)


def _folded(rows: Sequence[DiffRow], context: int) -> Iterator[DiffRow]:
    near = _near(rows, context)
    skipped = 0
    for place, row in enumerate(rows):
        if place in near:
            if skipped:
                yield DiffRow(skipped=skipped)
                skipped = 0
            yield row
        else:
            skipped += 1
    if skipped:
        yield DiffRow(skipped=skipped)


def _near(rows: Sequence[DiffRow], context: int) -> set[int]:
    changed = (place for place, row in enumerate(rows) if row.changed)
    return {near for place in changed for near in range(max(0, place - context), min(len(rows), place + context + 1))}

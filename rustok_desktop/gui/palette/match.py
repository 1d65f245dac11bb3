"""How a typed text finds names: every typed word begins a word of the name or its keywords, or stands inside one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Match:
    """A hit: a higher ``score`` is better; ``marks`` are (start, length) in the name."""

    score: int
    marks: tuple[tuple[int, int], ...]


def find(typed: str, name: str, keywords: Sequence[str] = ()) -> Match | None:
    """How ``typed`` fits ``name``; None when some typed word fits nowhere. An empty text fits everything."""
    words = [word.casefold() for word in _WORD.findall(typed)]
    lowered = _lower(name)
    other = [key.casefold() for key in keywords]
    score = 0
    marks: list[tuple[int, int]] = []
    for word in words:
        found, points = _in_name(word, lowered)
        if not points:
            points = _in_keywords(word, other)
        if not points:
            return None
        score += points
        marks.extend(found)
    if words and lowered.startswith(words[0]):
        score += 5
    return Match(score, tuple(sorted(set(marks))))


def _in_name(word: str, name: str) -> tuple[list[tuple[int, int]], int]:
    starts = [m.start() for m in _WORD.finditer(name) if name.startswith(word, m.start())]
    if starts:
        return [(start, len(word)) for start in starts], 10
    inside = name.find(word)
    return ([(inside, len(word))], 4) if inside >= 0 and len(word) > 1 else ([], 0)


def _in_keywords(word: str, keywords: Sequence[str]) -> int:
    if any(part.startswith(word) for key in keywords for part in _WORD.findall(key)):
        return 3
    return 0


def _lower(name: str) -> str:
    # Character by character, so that positions in the name and in its folded form are the same.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in name)

"""Finding in a text: plain, or by a regular expression that cannot run away.

Places are counted as Qt's documents count. An expression is tried on one line at a time, is held to so many steps at
each place, and all of it to a share of a second; one that needs more is given up, and nothing is replaced by halves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QRegularExpression

LONGEST_LINE = 20_000  # characters; an expression is not tried on a longer one
SECONDS = 0.25
_STEPS = "(*LIMIT_MATCH=50000)"
_AHEAD, _BEHIND = r"(?<!\w)(?:", r")(?!\w)"
_GROUP = re.compile(r"\\([0-9nt\\$])|\$([0-9])")
_Options = QRegularExpression.PatternOption


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for."""

    text: str
    case: bool = False
    words: bool = False
    expression: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, and what the groups of an expression hold; the first is the whole."""

    start: int
    end: int
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """``wrong``: why the expression is none, at the character ``at``. ``slow``: given up, ``places`` are not all."""

    places: tuple[Place, ...] = ()
    wrong: str = ""
    at: int = 0
    slow: bool = False


class _TooSlow(Exception):
    pass


def find_all(text: str, search: Search, seconds: float = SECONDS) -> Found:
    """Every place, in order; those of no length are none."""
    if not search.text:
        return Found()
    pattern, bare = _pattern(search), QRegularExpression(search.text)
    if search.expression and not (bare.isValid() and pattern.isValid()):
        fault = pattern if bare.isValid() else bare
        return Found(wrong=fault.errorString(), at=min(fault.patternErrorOffset(), len(search.text)))
    places: list[Place] = []
    until = monotonic() + seconds
    try:
        for place in _by_lines(pattern, text) if search.expression else _places(pattern, text, 0, whole=False):
            if place is not None:
                places.append(place)
            if search.expression and monotonic() > until:
                raise _TooSlow
    except _TooSlow:
        return Found(tuple(places), slow=True)
    return Found(tuple(places))


def _pattern(search: Search) -> QRegularExpression:
    body = search.text if search.expression else QRegularExpression.escape(search.text)
    framed = f"{_AHEAD}{body}{_BEHIND}" if search.words else body
    options = _Options.UseUnicodePropertiesOption
    if not search.case:
        options |= _Options.CaseInsensitiveOption
    return QRegularExpression(_STEPS + framed, options)


def _by_lines(pattern: QRegularExpression, text: str) -> Iterator[Place | None]:
    """The places, and None after every line: also looking in vain takes time."""
    at = 0
    for line in text.split("\n"):
        if len(line) <= LONGEST_LINE:
            yield from _places(pattern, line, at, whole=True)
        yield None
        at += _width(line) + 1


def _places(pattern: QRegularExpression, text: str, at: int, *, whole: bool) -> Iterator[Place]:
    found = pattern.globalMatch(text)
    while found.hasNext():
        match = found.next()
        if match.capturedLength():
            start = at + match.capturedStart()
            groups = tuple(match.capturedTexts()) if whole else ()
            yield Place(start, start + match.capturedLength(), groups)
    # What was given up after so many steps looks like the end; only a match of its own tells.
    if whole and not found.isValid():
        raise _TooSlow


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def replaced(text: str, places: Sequence[Place], by: str, *, expression: bool) -> str:
    """The text from the first place to the end of the last, with ``by`` in each of them."""
    data = text.encode("utf-16-le")
    parts, done = [], places[0].start
    for place in places:
        parts.append(data[2 * done : 2 * place.start].decode("utf-16-le"))
        parts.append(filled(by, place.groups) if expression else by)
        done = place.end
    return "".join(parts)


def filled(by: str, groups: Sequence[str]) -> str:
    r"""A replacement with ``$1`` or ``\1`` for what a group holds, ``\n`` and ``\t``; a group there is not is empty."""

    def one(found: re.Match[str]) -> str:
        mark = found[1] or found[2]
        if mark.isdigit():
            return groups[int(mark)] if int(mark) < len(groups) else ""
        return {"n": "\n", "t": "\t"}.get(mark, mark)

    return _GROUP.sub(one, by)

"""Which parts of a title answer what was typed. Light: nothing heavy is imported before it is used."""

from __future__ import annotations

import re
from functools import lru_cache

from rustok_desktop.core.text import fold
from rustok_desktop.index.stems import SHORTEST_STEMMED, stem, words

Marks = tuple[tuple[int, int], ...]
# Accents written as characters of their own belong to the word they stand in.
_TITLE_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


class Marker:
    """Marks the words of titles for one typed text."""

    def __init__(self, text: str) -> None:
        typed = words(text)
        self._last = typed[-1] if typed else ""
        self._whole = frozenset(typed)
        self._stems = frozenset(stem(word) for word in typed if len(word) >= SHORTEST_STEMMED)
        # Only words that begin like a typed one can match: the others are not worth looking at.
        starts = sorted({re.escape(word[:2]) for word in typed})
        self._candidate = re.compile(rf"(?:{'|'.join(starts)})[^\W_]*") if starts else None

    def __call__(self, title: str) -> Marks:
        """(start, length) of each hit, in characters of ``title``, in order."""
        if self._candidate is None:
            return ()
        plain = fold(title)
        if len(plain) != len(title):
            return self._slowly(title)
        found = []
        for match in self._candidate.finditer(plain):
            start = match.start()
            # Not in the middle of a word. (Asking this in the pattern makes the search several times slower.)
            if (not start or not plain[start - 1].isalnum()) and (length := self._length(match.group())):
                found.append((start, length))
        return tuple(found)

    def _length(self, word: str) -> int:
        """How much of a folded title word to mark: all of a known word, the typed part of a beginning."""
        if word in self._whole:
            return len(word)
        if word.startswith(self._last):
            return len(self._last)
        return len(word) if stem(word) in self._stems else 0

    def _slowly(self, title: str) -> Marks:
        """For titles that change length when folded: whole words only where a part cannot be placed."""
        found = []
        for match in _TITLE_WORD.finditer(title):
            plain = fold(match.group())
            length = self._length(plain)
            if length:
                same = len(plain) == len(match.group())
                found.append((match.start(), length if same else len(match.group())))
        return tuple(found)


@lru_cache(maxsize=16)
def _marker(text: str) -> Marker:
    return Marker(text)


def mark_hits(title: str, text: str) -> Marks:
    """The parts of ``title`` that match ``text``: the typed beginning of a word, or a word with the same stem."""
    return _marker(text)(title)

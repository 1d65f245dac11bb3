"""Words and their stems: one way to cut text for documents and for what people type.

Text is folded first (case, accents, ё = е) and cut into runs of letters and digits. Every word given here is
exactly one token to FTS5's ``unicode61`` too: a word that it would cut again makes a phrase, and indexes
without positions refuse phrases.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from rustok_desktop.core.text import fold

# Letters to Python, separators to unicode61 (New Tai Lue vowel signs, two Vedic signs).
_UNKNOWN = "\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3"
WORD = re.compile(rf"[^\W_{_UNKNOWN}]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+").fullmatch
_LATIN = re.compile(r"[a-z]+").fullmatch
_END = "\u01c3"  # a letter to unicode61 that nobody types
SHORTEST_STEMMED = 3
LONGEST_WORD = 64


def words(text: str) -> list[str]:
    """The folded words of ``text`` in order, each cut to LONGEST_WORD characters."""
    found = WORD.findall(fold(text))
    if found and max(map(len, found)) > LONGEST_WORD:
        return [word[:LONGEST_WORD] for word in found]
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a folded word: Russian for Cyrillic letters, English for Latin ones, else the word itself."""
    if len(word) < SHORTEST_STEMMED:
        return word
    if _LATIN(word):
        return _stemmer("english")(word)
    if _CYRILLIC(word):
        return _stemmer("russian")(word)
    return word


def squeeze(text: str) -> str:
    """A code without its separators: ``MUG-014`` -> ``mug014``."""
    return "".join(WORD.findall(fold(text)))


def whole_code(squeezed: str) -> str:
    """The word that stands for a whole code: it begins like the code and is never equal to a part of another."""
    return squeezed + _END


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    import Stemmer  # here, so that the window can import this module before its first paint

    stemmer = Stemmer.Stemmer(language)
    stemmer.maxCacheSize = 0  # results are kept by ``stem``
    stem_word: Callable[[str], str] = stemmer.stemWord
    return stem_word

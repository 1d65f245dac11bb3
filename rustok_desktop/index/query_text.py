"""What a person typed -> MATCH expressions for the search tables. Never a syntax error, whatever is typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rustok_desktop.index.stems import stem, whole_code, words

LONGEST_TEXT = 200
MOST_WORDS = 12
FRAGMENT = 3  # characters a code fragment needs, the length of a trigram
LONGEST_FRAGMENT = 64


@dataclass(frozen=True, slots=True)
class TextQuery:
    """One text, ready to be asked; an empty expression finds nothing.

    ``names``, ``texts``, ``exact`` and ``codes`` are MATCH expressions; ``fragment`` is what must occur in
    the codes that ``codes`` finds.
    """

    words: tuple[str, ...]
    names: str
    texts: str
    exact: str
    codes: str
    fragment: str


@lru_cache(maxsize=256)
def parse(text: str) -> TextQuery | None:
    """The question in ``text``, or None when it holds neither letter nor digit.

    All words must occur. In names the last one, still being typed, may be the beginning of a word; texts have
    no prefix index, and reading all words that begin alike would take too long.
    """
    typed = tuple(words(text[:LONGEST_TEXT])[:MOST_WORDS])
    if not typed:
        return None
    *whole, last = typed
    fragment = "".join(typed)
    return TextQuery(
        words=typed,
        names=" AND ".join([*map(_word, whole), _beginning(last)]),
        texts=" AND ".join(map(_word, typed)),
        exact=f'"{whole_code(fragment)}"',
        codes=_trigrams(fragment),
        fragment=fragment,
    )


def _word(word: str) -> str:
    root = stem(word)
    return f'"{word}"' if root == word else f'("{word}" OR "{root}")'


def _beginning(word: str) -> str:
    root = stem(word)
    return f'"{word}" *' if root == word else f'("{word}" * OR "{root}")'


def _trigrams(fragment: str) -> str:
    """All three-character pieces of a fragment, each once; positions are checked on what this finds."""
    if not FRAGMENT <= len(fragment) <= LONGEST_FRAGMENT:
        return ""
    pieces = dict.fromkeys(fragment[at : at + FRAGMENT] for at in range(len(fragment) - FRAGMENT + 1))
    return " AND ".join(f'"{piece}"' for piece in pieces)

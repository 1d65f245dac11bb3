"""Markdown as the shop shows it: rendered by markdown-it, within the shop's policy for HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from rustok_desktop.core.html import sanitize
from rustok_desktop.core.text import strip_html

WORDS_PER_MINUTE = 200
PIECE = 40_000  # characters; what is done with so many takes two or three milliseconds
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
# What stands around words and is none: addresses of links and pictures, marks of emphasis, heads, lists, quotes.
_ADDRESS = re.compile(r"(?<=\])\([^)\s]*(?:\s+\"[^\"]*\")?\)|<https?://[^>\s]+>|https?://\S+")
_MARKS = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)|[*_`~]{1,3}|!?\[|\]|^---\s*$", re.M)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "linkify": False})
    parser.enable(["table", "strikethrough"])
    return parser.use(front_matter_plugin).use(footnote_plugin).use(tasklists_plugin)


def render(text: str) -> str:
    """The HTML of a Markdown text. Never raises; front matter is not shown; what runs is gone."""
    return sanitize(str(_parser().render(text)).lstrip("\n"))


def plain(text: str) -> str:
    """The words of a Markdown text in one line, without marks and addresses. Quick: nothing is rendered."""
    return " ".join(strip_html(_MARKS.sub("", _ADDRESS.sub("", text))).split())


def count_words(text: str) -> int:
    """How many words a reader reads."""
    return len(_WORD.findall(_ADDRESS.sub("", text)))


def pieces(text: str) -> Iterator[str]:
    """A text in pieces of at least ``PIECE`` characters, but for the last: they end with a paragraph, or a line."""
    begin = 0
    while begin < len(text):
        end = text.find("\n\n", begin + PIECE, begin + 2 * PIECE)
        if end < 0:
            end = text.find("\n", begin + PIECE, begin + 2 * PIECE)
        if end < 0:
            end = text.find(" ", begin + PIECE)
        yield text[begin : end if end >= 0 else len(text)]
        begin = end if end >= 0 else len(text)


def reading_minutes(words: int) -> int:
    """Whole minutes, at least one for any text."""
    return max(1, round(words / WORDS_PER_MINUTE)) if words else 0


def excerpt(text: str, limit: int = 160) -> str:
    """The first words of a text, cut between words."""
    whole = plain(text[: limit * 6])
    if len(whole) <= limit:
        return whole
    return whole[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"

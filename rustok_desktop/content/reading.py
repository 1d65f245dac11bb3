"""What a reader wants to know of a text before reading it: how long it takes, and how it begins."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt

from rustok_desktop.core.text import strip_html

WORDS_PER_MINUTE = 200
EXCERPT_CHARACTERS = 300


def plain_text(body: str | None, form: str) -> str:
    """The readable words of a body in one line; nothing for JSON, which nobody reads."""
    if not body or form == "json":
        return ""
    if form == "plain":
        return " ".join(body.split())
    return strip_html(_markdown().render(body) if form == "markdown" else body)


def reading_minutes(body: str | None, form: str) -> int:
    """Whole minutes, at least one for a text that has words, none for one that has not."""
    words = len(plain_text(body, form).split())
    return -(-words // WORDS_PER_MINUTE)


def excerpt_of(body: str | None, form: str, limit: int = EXCERPT_CHARACTERS) -> str:
    """How the text begins: at most ``limit`` characters, cut between words, with an ellipsis where it goes on."""
    text = plain_text(body, form)
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    if text[limit - 1] != " " and " " in head:
        head = head.rsplit(" ", 1)[0]
    return head.rstrip(" ,;:.–—-") + "…"


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])

"""What is done to a text on its way in: spaces, line ends, and what a page must not carry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rustok_desktop.core.codec import loads
from rustok_desktop.core.html import sanitize


def clean_word(text: str | None) -> str | None:
    """Without outer spaces; None when nothing is left."""
    return (text.strip() or None) if text else None


def clean_body(text: str | None, form: str) -> str | None:
    """The body as it is kept: one kind of line end, nothing that runs in HTML; None when it is blank."""
    if text is None or not text.strip():
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return sanitize(text) if form == "html" else text


def clean_block(texts: dict[str, Any]) -> dict[str, Any]:
    """A block's texts, nothing that runs in their HTML."""
    html = texts.get("html")
    return texts | {"html": sanitize(html)} if isinstance(html, str) else texts


def is_json(text: str) -> bool:
    """Whether the text is a JSON value."""
    try:
        loads(text)
    except ValueError:
        return False
    return True


def clean_tags(tags: Iterable[str]) -> list[str]:
    """Trimmed, without blanks and repetitions (case does not count), in the order given."""
    kept: dict[str, str] = {}
    for tag in tags:
        trimmed = " ".join(tag.split())
        if trimmed:
            kept.setdefault(trimmed.casefold(), trimmed)
    return list(kept.values())

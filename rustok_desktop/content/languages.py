"""Which language to show, how much of a node is translated, and what has gone stale."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from rustok_desktop.content.views import Completeness, NodeText
from rustok_desktop.core.locale import fallback_chain

_COUNTED = ("title", "excerpt", "meta_title", "meta_description", "body")


class Languages:
    """A shop's languages: ``enabled`` in order, the ``default`` first; each with its fallback."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], asked: str) -> None:
        fallbacks: dict[str, str | None] = {}
        self.default = asked
        for default, locale, fallback in rows:
            self.default = default
            if locale is not None:
                fallbacks[locale] = fallback
        self.enabled = tuple(sorted({*fallbacks, self.default}, key=lambda locale: (locale != self.default, locale)))
        self._fallbacks = fallbacks

    def chain(self, asked: str) -> list[str]:
        """What to try for a reader: asked → its fallback → … → the shop's own."""
        return fallback_chain(asked, self._fallbacks, self.default)

    def best(self, asked: str, available: Container[str] | Iterable[str]) -> str | None:
        """The first of the chain that is available, else any; None when nothing is."""
        there = list(available)  # type: ignore[arg-type]
        return next((locale for locale in self.chain(asked) if locale in there), min(there, default=None))


def is_stale(locale: str, source_version: int | None, source: tuple[str, int] | None) -> bool:
    """Whether a translation was made from another text than the present one; ``source`` is (language, text version)."""
    if source is None or locale == source[0]:
        return False
    return source_version != source[1]


def completeness(texts: Mapping[str, NodeText], languages: Languages) -> dict[str, Completeness]:
    """For every enabled language: how many of the fields that the shop's own language fills it fills too.

    Without a text in the shop's own language the fullest one is the measure.
    """
    found = {}
    measure = texts.get(languages.default) or max(texts.values(), key=_filled, default=None)
    wanted = [name for name in _COUNTED if measure is not None and getattr(measure, name)]
    for locale in languages.enabled:
        text = texts.get(locale)
        filled = sum(bool(getattr(text, name)) for name in wanted) if text is not None else 0
        found[locale] = Completeness(filled, len(wanted), text is not None and text.stale)
    return found


def _filled(text: NodeText) -> int:
    return sum(bool(getattr(text, name)) for name in _COUNTED)

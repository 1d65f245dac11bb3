"""The sentences people read, by code and language. Standard library only: windows import this first."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.core import (
    message_texts,
    message_texts_collections,
    message_texts_content,
    message_texts_exchange,
    message_texts_history,
    message_texts_media,
    message_texts_price_lists,
    message_texts_pricing,
    message_texts_shop,
    message_texts_stock,
    message_texts_taxonomy,
    message_texts_words,
)

# One module of sentences per area; a code stands in one of them only.
_AREAS: tuple[Mapping[str, tuple[str, str]], ...] = (
    message_texts.CATALOG,
    message_texts_collections.CATALOG,
    message_texts_content.CATALOG,
    message_texts_exchange.CATALOG,
    message_texts_history.CATALOG,
    message_texts_media.CATALOG,
    message_texts_price_lists.CATALOG,
    message_texts_pricing.CATALOG,
    message_texts_shop.CATALOG,
    message_texts_stock.CATALOG,
    message_texts_taxonomy.CATALOG,
    message_texts_words.CATALOG,
)
CATALOG: dict[str, tuple[str, str]] = {code: texts for area in _AREAS for code, texts in area.items()}
WORDS = message_texts.WORDS | message_texts_content.WORDS

# Parameters whose values are our own terms and so have a translation of their own.
_TERMS = frozenset({"kind", "act", "current", "action", "resource"})


class _Params(dict[str, object]):
    """Fills a sentence; a parameter nobody gave reads as an ellipsis instead of failing inside an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def message(code: str, locale: str = "en", params: Mapping[str, object] | None = None) -> str:
    """The sentence for ``code`` in ``locale`` (``ru``, ``ru-RU``…; anything unknown reads English).

    A code without a sentence is returned as it is, so that no error is ever shown empty.
    """
    texts = CATALOG.get(code)
    if texts is None:
        return code
    language = locale[:2].lower()
    template = texts[1] if language == "ru" else texts[0]
    return template.format_map(_Params(_localized(params or {}, language)))


def known_codes() -> frozenset[str]:
    """Every code that has a sentence."""
    return frozenset(CATALOG)


def _localized(params: Mapping[str, object], language: str) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, value in params.items():
        if name in _TERMS and language == "ru":
            value = WORDS.get(str(value), value)
        elif isinstance(value, (list, tuple, set, frozenset)):
            value = ", ".join(map(str, sorted(value) if isinstance(value, (set, frozenset)) else value))
        values[name] = value
    return values

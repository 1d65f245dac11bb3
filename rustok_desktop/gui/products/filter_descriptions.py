"""The filters of the product list in words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.products.filter_chips import FilterWords
from rustok_desktop.gui.products.filter_words import filters_in_force, lacking_of
from rustok_desktop.gui.products.product_filters import ProductFilters

_CONTEXT = "FilterDescriptions"
_GONE = str(QT_TRANSLATE_NOOP("FilterDescriptions", "{filter} (deleted)"))
_NAMELESS = str(QT_TRANSLATE_NOOP("FilterDescriptions", "{label}: deleted"))


def describe_filters(filters: ProductFilters) -> list[FilterWords]:
    """Each filter in force as its box says it; those whose category or collection is gone say that."""
    return [_words(filters, key) for key in filters_in_force(filters.query)]


def _words(filters: ProductFilters, key: str) -> FilterWords:
    lacking = lacking_of(key)
    if lacking is not None:
        return FilterWords(key, filters.without.ticks[lacking].text())
    box = getattr(filters, key)
    thing = getattr(filters.query, key) if key in ("category", "collection") else None
    if not filters.names.is_gone(thing):
        return FilterWords(key, box.shown_text())
    if not filters.names.of(thing):
        return FilterWords(key, _translated(_NAMELESS).format(label=box.accessibleName()), gone=True)
    return FilterWords(key, _translated(_GONE).format(filter=box.shown_text()), gone=True)


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)

"""Product filters by name: which are in force, and taking one away. Nothing here needs Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rustok_desktop.index.schemas import ProductQuery, Without

_WITHOUT = "without."
# In the order in which they are shown.
KEYS = ("status", "stock", "category", "collection", "vendor", "product_type", "tag", "price")


def filters_in_force(query: ProductQuery) -> tuple[str, ...]:
    """The keys of everything that narrows, apart from the text; each thing that is missing is one of its own."""
    found = [key for key in KEYS if key != "price" and getattr(query, key) is not None]
    if query.price_from is not None or query.price_to is not None:
        found.append("price")
    return (*found, *(_WITHOUT + lacking.value for lacking in query.without))


def lacking_of(key: str) -> Without | None:
    """What a key of :func:`filters_in_force` says is missing, None when it is another filter."""
    return Without(key.removeprefix(_WITHOUT)) if key.startswith(_WITHOUT) else None


def without_filter(query: ProductQuery, key: str) -> ProductQuery:
    """The query without one filter."""
    lacking = lacking_of(key)
    if lacking is not None:
        return replace(query, without=tuple(one for one in query.without if one is not lacking))
    if key == "price":
        return replace(query, price_from=None, price_to=None)
    nothing: dict[str, Any] = {key: None}
    return replace(query, **nothing)

"""Saved views of the product list as plain values: a name for a combination of filters. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from rustok_desktop.index.schemas import ProductQuery, ProductSort, StatusFilter, StockFilter, Without

ALL, DRAFTS, LOW, NO_IMAGE = "all", "drafts", "low", "no-image"
BUILT_IN: dict[str, ProductQuery] = {
    ALL: ProductQuery(),
    DRAFTS: ProductQuery(status=StatusFilter.DRAFT),
    LOW: ProductQuery(stock=StockFilter.LOW),
    NO_IMAGE: ProductQuery(without=(Without.IMAGE,)),
}
NAME_LENGTH = 60
MOST = 50
_ENUMS: dict[str, type[StrEnum]] = {"status": StatusFilter, "stock": StockFilter, "sort": ProductSort}
_TEXTS = ("text", "vendor", "product_type", "tag", "category", "collection")


@dataclass(frozen=True, slots=True)
class SavedView:
    """``names`` tells what the categories and collections in it were called when it was saved."""

    id: str
    name: str
    query: ProductQuery
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def built_in(self) -> bool:
        """Whether it belongs to the program: it has a place, but neither another name nor an end."""
        return self.id in BUILT_IN


def same_filters(one: ProductQuery, other: ProductQuery) -> bool:
    """Whether two questions narrow alike, whatever their order."""
    return _unsorted(one) == _unsorted(other)


def _unsorted(query: ProductQuery) -> ProductQuery:
    return replace(query, sort=ProductSort.UPDATED, descending=True)


def write_query(query: ProductQuery) -> dict[str, Any]:
    """What differs from a list of everything, as JSON can hold it."""
    usual = ProductQuery()
    given = {f.name: getattr(query, f.name) for f in fields(query) if getattr(query, f.name) != getattr(usual, f.name)}
    if "without" in given:
        given["without"] = [lacking.value for lacking in query.without]
    return {name: value.value if isinstance(value, StrEnum) else value for name, value in given.items()}


def read_query(kept: object) -> ProductQuery | None:
    """The question again; None when some of it is not understood: a part of it would be another question."""
    if not isinstance(kept, dict) or not kept.keys() <= {f.name for f in fields(ProductQuery)}:
        return None
    given: dict[str, Any] = dict(kept)
    try:
        for name, kind in _ENUMS.items():
            if name in given:
                given[name] = kind(given[name])
        if "without" in given:
            given["without"] = tuple(Without(lacking) for lacking in given["without"])
    except (ValueError, TypeError):
        return None
    texts = all(isinstance(given.get(name, ""), str) for name in _TEXTS)
    prices = all(type(given.get(name, 0)) is int for name in ("price_from", "price_to"))
    whole = texts and prices and isinstance(given.get("descending", True), bool)
    return ProductQuery(**given) if whole else None


def write_view(view: SavedView) -> dict[str, Any]:
    """As JSON can hold it."""
    return {"id": view.id, "name": view.name, "query": write_query(view.query), "names": dict(view.names)}


def read_view(kept: object) -> SavedView | None:
    """The view again, None when it is not understood."""
    if not isinstance(kept, dict):
        return None
    query, view_id, name, names = (read_query(kept.get("query")), *map(kept.get, ("id", "name", "names")))
    if query is None or not isinstance(view_id, str) or not isinstance(name, str) or not name or view_id in BUILT_IN:
        return None
    told = {key: text for key, text in names.items() if isinstance(text, str)} if isinstance(names, dict) else {}
    return SavedView(view_id, name, query, told)


def in_order(views: Sequence[SavedView], order: Sequence[str]) -> tuple[SavedView, ...]:
    """As a person put them; what has no place yet comes last, as it was."""
    places = {view_id: place for place, view_id in enumerate(dict.fromkeys(order))}
    return tuple(sorted(views, key=lambda view: places.get(view.id, len(places))))

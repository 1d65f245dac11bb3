"""Questions to the read model and their answers: plain records without dependencies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class ProductSort(StrEnum):
    """RELEVANCE applies to a text search only (its first 1,000 rows) and falls back to UPDATED without a text."""

    RELEVANCE = "relevance"
    UPDATED = "updated"
    TITLE = "title"
    PRICE = "price"
    STOCK = "stock"


class StatusFilter(StrEnum):
    """TRASH shows what is in the trash; every other choice, and None, only what is not."""

    DRAFT = "draft"
    ACTIVE = "active"
    ARCHIVED = "archived"
    TRASH = "trash"


class StockFilter(StrEnum):
    """By the product's stock state: something on hand, at most the low threshold, nothing."""

    IN = "in"
    LOW = "low"
    OUT = "out"


class Without(StrEnum):
    """What a product lacks: any picture, a price in the shop's currency, a place in any category."""

    IMAGE = "image"
    PRICE = "price"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class ProductQuery:
    """A list or a search. Two equal queries have the same rows in the same order.

    ``category`` is the id of one, and means everything below it too; ``collection`` is the id of one of either
    kind. Prices are minor units of the shop's currency, both ends included, and mean a product's lowest price: the
    one that lists sort by. ``without`` narrows by all it names.
    """

    text: str = ""
    status: StatusFilter | None = None
    vendor: str | None = None
    product_type: str | None = None
    tag: str | None = None
    stock: StockFilter | None = None
    sort: ProductSort = ProductSort.UPDATED
    descending: bool = True
    category: str | None = None
    collection: str | None = None
    price_from: int | None = None
    price_to: int | None = None
    without: tuple[Without, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether any filter, apart from the text, leaves something out."""
        chosen = (self.status, self.vendor, self.product_type, self.tag, self.stock, self.category, self.collection)
        prices = (self.price_from, self.price_to)
        return bool(self.without) or any(value is not None for value in (*chosen, *prices))


class ProductRow(NamedTuple):  # several times cheaper to make than a frozen dataclass, and lists make many
    """One line of a list. Prices in minor units; ``tags`` in their order; ``index_id`` is a 64-bit number."""

    index_id: int
    product_id: str
    version: int
    in_trash: bool
    status: str
    title: str
    handle: str
    vendor: str
    product_type: str
    tags: tuple[str, ...]
    sku: str
    variant_count: int
    currency_code: str
    price_min: int | None
    price_max: int | None
    compare_at_max: int | None
    on_hand: int
    stock_state: str
    thumbnail_url: str | None
    updated_at: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of rows; ``exact`` is false where counting stopped at the cap."""

    value: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class ProductPage:
    """Rows in order; ``next`` and ``previous`` are cursors, None where the list ends."""

    rows: tuple[ProductRow, ...]
    next: str | None
    previous: str | None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Cursors of every ``step``-th row (row 0, step, 2*step, …), so that a jump needs no OFFSET walk.

    A page *after* the k-th cursor begins with row ``k * step`` itself.
    """

    total: int
    step: int
    cursors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """The values to filter by, sorted, at most 200 of each."""

    vendors: tuple[str, ...]
    product_types: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A found product; ``marks`` are (start, length) in characters of the title."""

    row: ProductRow
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and how many there are (capped)."""

    total: Count
    hits: tuple[SearchHit, ...]


@dataclass(frozen=True, slots=True)
class ProjectionStatus:
    """Where a projection stands: ``lag`` events behind the head of the log; state ready|behind|rebuilding|failing."""

    name: str
    position: int
    head: int
    lag: int
    rows: int
    state: str
    detail: str = ""

"""What narrows a product list: each filter as a condition, and where the rows that pass it can be found first.

Categories and collections are not copied into the read model: who belongs where stands in narrow tables of ids,
which are indexes themselves (decision 20).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rustok_desktop.index.schemas import ProductQuery, StatusFilter, StockFilter, Without

IN_SCOPE = "p.scope = (SELECT id FROM scope) AND p.in_trash = :trash"
_HIGHEST = (1 << 63) - 1
_JOINED = 2.5  # how much dearer a row is that another table names by its product, or is asked about


@dataclass(frozen=True, slots=True)
class Filter:
    """One narrowing: its condition on ``p``, and what to drive from.

    That is an index, or ``members``: other tables joined to ``p`` that give each row once, with ``counted`` for
    roughly counting them. ``sifts``: the index holds all rows of the scope and finding those that pass is a walk
    along it, beside another index. Without either the filter can only be tested. ``span`` follows from the condition;
    it lets a walk along the order's index begin where such rows are. ``weight``: how dear a row is, 1 for an index of
    ours; ``reach``: how many times the usual number of rows are still worth gathering.
    """

    name: str
    condition: str
    index: str | None
    ordered: bool = True  # whether its index also gives the order by update time
    span: str = ""
    members: str = ""
    counted: str = ""
    weight: float = 1.0
    reach: int = 1
    sifts: bool = False

    @property
    def drives(self) -> bool:
        """Whether the rows that pass it can be found without looking at the others."""
        return self.index is not None or bool(self.members)


def filters(query: ProductQuery, params: dict[str, Any]) -> Iterable[Filter]:
    """The narrowings of ``query``; their values go to ``params``."""
    yield from _of_columns(query, params)
    yield from _of_prices(query, params)
    if query.tag is not None:
        params["tag"] = query.tag
        yield _TAG
    if query.category is not None:
        params["category"] = query.category
        yield _CATEGORY
    if query.collection is not None:
        params["collection"] = query.collection
        yield _COLLECTION
    yield from (_WITHOUT[lacking] for lacking in dict.fromkeys(query.without))


def _of_columns(query: ProductQuery, params: dict[str, Any]) -> Iterable[Filter]:
    if query.status is not None and query.status is not StatusFilter.TRASH:
        params["status"] = query.status.value
        yield Filter("status", "p.status = :status", "ix_index_products_status")
    if query.vendor is not None:
        params["vendor"] = query.vendor
        yield Filter("vendor", "p.vendor = :vendor", "ix_index_products_vendor")
    if query.product_type is not None:
        params["product_type"] = query.product_type
        yield Filter("type", "p.product_type = :product_type", "ix_index_products_type")
    if query.stock is StockFilter.IN:  # a low stock is on hand too
        yield Filter("stock", "p.stock_state IN ('in', 'low')", "ix_index_products_state", ordered=False)
    elif query.stock is not None:
        params["stock"] = query.stock.value
        span = "p.on_hand <= 0" if query.stock is StockFilter.OUT else "p.on_hand > 0"
        yield Filter("stock", "p.stock_state = :stock", "ix_index_products_state", span=span)


def _of_prices(query: ProductQuery, params: dict[str, Any]) -> Iterable[Filter]:
    if query.price_from is not None or query.price_to is not None:
        params["price_from"] = max(0, query.price_from or 0)  # -1 stands for no price
        params["price_to"] = _HIGHEST if query.price_to is None else query.price_to
        between = "p.price_sort BETWEEN :price_from AND :price_to"
        yield Filter("price", between, "ix_index_products_price", ordered=False)


_TAGGED = "t.scope = (SELECT id FROM scope) AND t.in_trash = :trash AND t.tag = :tag"
_TAG = Filter(
    "tag",
    f"EXISTS (SELECT 1 FROM index_product_tags AS t WHERE {_TAGGED} AND t.index_id = p.id)",
    None,
    ordered=False,
    members=f"index_product_tags AS t CROSS JOIN index_products AS p ON p.id = t.index_id WHERE {_TAGGED}",
    counted=f"index_product_tags AS t WHERE {_TAGGED}",
)

_BY_PRODUCT = "ix_index_products_product"
# The row of a product in the list, if it is there: the index alone tells.
_ITS_ROW = f"CROSS JOIN index_products AS p INDEXED BY {_BY_PRODUCT} ON p.product_id = m.product_id WHERE {IN_SCOPE}"
# Everything below a category is one range of paths: "/a/b/" up to "/a/b0", the next text behind all "/a/b/…".
_SUBTREE = (
    "categories AS top CROSS JOIN categories AS c ON c.tenant_id = :tenant"
    " AND c.path >= top.path AND c.path < substr(top.path, 1, length(top.path) - 1) || '0'"
)
_TOP = "top.id = :category AND +top.tenant_id = :tenant"
# Whose the members are is asked of what they belong to, once: their own rows need not be fetched then.
_IN_SUBTREE = f"{_SUBTREE} CROSS JOIN product_categories AS pc ON pc.category_id = c.id WHERE {_TOP}"
_CATEGORY = Filter(
    "category",
    "EXISTS (SELECT 1 FROM product_categories AS pc WHERE pc.product_id = p.product_id"
    f" AND +pc.category_id IN (SELECT c.id FROM {_SUBTREE} WHERE {_TOP}))",
    None,
    ordered=False,
    # Grouped rather than distinct: in the order of ids, so that their rows are met one after the other in the index.
    members=f"(SELECT pc.product_id AS product_id FROM {_IN_SUBTREE} GROUP BY pc.product_id) AS m {_ITS_ROW}",
    counted=_IN_SUBTREE,
    weight=_JOINED,
    reach=2,
)
_KNOWN = "k.id = :collection AND +k.tenant_id = :tenant"
_COLLECTED = f"collections AS k CROSS JOIN collection_members AS x ON x.collection_id = k.id WHERE {_KNOWN}"
_COLLECTION = Filter(
    "collection",
    "EXISTS (SELECT 1 FROM collection_members AS x WHERE x.product_id = p.product_id"
    f" AND x.collection_id = (SELECT k.id FROM collections AS k WHERE {_KNOWN}))",
    None,
    ordered=False,
    members=f"(SELECT x.product_id AS product_id FROM {_COLLECTED}) AS m {_ITS_ROW}",
    counted=_COLLECTED,
    weight=_JOINED,
    reach=2,
)
_WITHOUT = {
    Without.IMAGE: Filter("no_image", "p.thumbnail_url IS NULL", "ix_index_products_no_image"),
    Without.PRICE: Filter("no_price", "p.price_sort < 0", "ix_index_products_price", ordered=False),
    Without.CATEGORY: Filter(
        "no_category",
        "NOT EXISTS (SELECT 1 FROM product_categories AS pc WHERE pc.product_id = p.product_id)",
        _BY_PRODUCT,
        ordered=False,
        weight=_JOINED,
        sifts=True,
    ),
}

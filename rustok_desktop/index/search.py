"""Search as you type: one statement, best tiers first (see ``relevance``), with the hits marked."""

from __future__ import annotations

from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.index import relevance
from rustok_desktop.index.listing_sql import product_row, question
from rustok_desktop.index.marks import Marker
from rustok_desktop.index.schemas import Count, ProductQuery, ProductSort, SearchHit, SearchResult
from rustok_desktop.storage.reader import Reader

MOST = 200
_NOTHING = SearchResult(Count(0), ())


class ProductSearch:
    """Finds live products by words of title and text, word forms, SKUs, barcodes and parts of them."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def search(self, ctx: Context, text: str, *, limit: int = 50, counted: bool = False) -> SearchResult:
        """The first ``limit`` (at most 200) hits, and how many there are.

        When there are more, the total is ``limit`` and not exact; ``counted`` goes on counting up to 1,000.
        """
        require(ctx, Resource.PRODUCTS, Action.LIST)
        asked = question(ProductQuery(text=text, sort=ProductSort.RELEVANCE), ctx.tenant_id, ctx.locale)
        if asked.text is None:
            return _NOTHING
        limit = max(1, min(limit, MOST))
        rows = await relevance.first(self._reader, asked, limit)
        marked = Marker(text)
        hits = tuple(SearchHit(row, marked(row.title)) for row in (product_row(found[1:]) for found in rows))
        if len(hits) < limit:
            return SearchResult(Count(len(hits)), hits)
        total = await relevance.count(self._reader, asked) if counted else Count(limit, exact=False)
        return SearchResult(total, hits)

"""Lists of products: filters, orders, pages by key in both directions, counts, and anchors to jump to."""

from __future__ import annotations

from typing import Any

from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.index import anchors, plans, relevance
from rustok_desktop.index.cursors import Place, decode, encode
from rustok_desktop.index.facets import read_facets
from rustok_desktop.index.listing_sql import (
    ROW,
    SCOPE,
    SORT_COLUMNS,
    Question,
    all_hits,
    product_row,
    question,
    statement,
)
from rustok_desktop.index.plans import Plan, Sizes, Way
from rustok_desktop.index.schemas import Anchors, Count, Facets, ProductPage, ProductQuery, ProductSort
from rustok_desktop.storage.reader import Reader

LARGEST_PAGE = 1_000
_EVERY_ROW = 1 << 40  # more than there can be


class ProductListing:
    """Questions to the read model. ``ctx.locale`` picks the language of the rows."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def count(self, ctx: Context, query: ProductQuery, cap: int | None = None) -> Count:
        """How many rows ``query`` has; counting stops at ``cap``."""
        asked = self._question(ctx, query)
        if asked.query.sort is ProductSort.RELEVANCE:
            return await relevance.count(self._reader, asked, cap)
        limit = "" if cap is None else f" LIMIT {cap + 1:d}"
        found = await self._countable(asked)
        row = await self._reader.one(statement(f"{SCOPE} SELECT count(*) FROM ({found}{limit})"), **asked.params)
        value = int(row[0]) if row else 0
        return Count(value) if cap is None or value <= cap else Count(cap, exact=False)

    async def page(
        self,
        ctx: Context,
        query: ProductQuery,
        *,
        after: str | None = None,
        before: str | None = None,
        skip: int = 0,
        limit: int = 100,
    ) -> ProductPage:
        """Up to ``limit`` rows after (or before) a cursor, ``skip`` rows further on; the first ones without a cursor.

        An empty ``before`` means the end of the list.

        UserError ``bad_cursor`` for a cursor of another order.
        """
        asked = self._question(ctx, query)
        limit = max(1, min(limit, LARGEST_PAGE))
        place = decode(asked.query, after or before or "") if after or before else None
        backwards = after is None and before is not None
        if asked.query.sort is ProductSort.RELEVANCE:
            rows = await relevance.rows(self._reader, asked, place, backwards, skip, limit + 1)
        else:
            rows = await self._rows(asked, place, backwards, skip, limit + 1)
        return _page(asked.query, rows, limit, backwards, started=place is not None or skip > 0)

    async def anchors(self, ctx: Context, query: ProductQuery, step: int = 1000) -> Anchors:
        """The number of rows, and for every ``step``-th one the cursor after which a page begins with it."""
        asked = self._question(ctx, query)
        if asked.query.sort is ProductSort.RELEVANCE:
            places = await relevance.places(self._reader, asked)
            return Anchors(len(places), step, tuple(encode(asked.query, place) for place in places[::step]))
        plan = await self._plan(asked, need=_EVERY_ROW)
        sql = anchors.hopping_sql(asked, plan) if plan.in_order else anchors.numbering_sql(asked, plan)
        places = [
            Place(v, i, inclusive=True) for v, i in await self._reader.all(statement(sql), step=step, **asked.params)
        ]
        total = await self.count(ctx, query)
        return Anchors(total.value, step, tuple(encode(asked.query, place) for place in places))

    async def facets(self, ctx: Context) -> Facets:
        """The values to filter by."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        return await read_facets(self._reader, ctx)

    def _question(self, ctx: Context, query: ProductQuery) -> Question:
        require(ctx, Resource.PRODUCTS, Action.LIST)
        return question(query, ctx.tenant_id, ctx.locale)

    async def _countable(self, asked: Question) -> str:
        """A query with one row per row of the list, in no order."""
        if asked.sources and not asked.filters:
            return all_hits(asked.sources)
        if not asked.filters:
            return f"SELECT 1 {plans.source(asked, Plan(Way.WALK))}"
        if not asked.sources and len(asked.filters) == 1 and asked.filters[0].drives:
            return f"SELECT 1 {plans.source(asked, Plan(Way.FILTER, asked.filters[0]))}"
        return f"SELECT 1 {plans.source(asked, plans.for_count(asked, await self._sizes(asked, every=True)))}"

    async def _plan(self, asked: Question, need: int) -> Plan:
        if not plans.needs_sizes(asked):
            return Plan(Way.WALK, in_order=True)
        return plans.choose(asked, await self._sizes(asked, every=need == _EVERY_ROW), need)

    async def _sizes(self, asked: Question, *, every: bool) -> Sizes:
        """How much there is of everything; for ``every`` row of the list it is worth counting on where all is much."""
        sizes = await self._counted(asked, plans.FILTER_CAP)
        return await self._counted(asked, plans.WHOLE_CAP) if every and plans.all_many(asked, sizes) else sizes

    async def _counted(self, asked: Question, cap: int) -> Sizes:
        caps = {"cap": cap, "hit_cap": plans.HIT_CAP}
        row = await self._reader.one(statement(plans.sizes_sql(asked)), **asked.params, **caps)
        return plans.read_sizes(asked, row or (0,) * (1 + len(asked.sources) + len(asked.filters)), cap)

    async def _rows(
        self, asked: Question, place: Place | None, backwards: bool, skip: int, limit: int
    ) -> list[tuple[Any, ...]]:
        """Rows as (sort value, ROW…) in the direction of travel."""
        plan = await self._plan(asked, skip + limit)
        params = {**asked.params, "skip": skip, "limit": limit}
        if place is not None:
            params |= {"value": place.value, "id": place.index_id}
        return await self._reader.all(statement(page_sql(asked, plan, place, backwards)), **params)


def page_sql(asked: Question, plan: Plan, place: Place | None, backwards: bool) -> str:
    """The statement of one page: (sort value, ROW…)."""
    column = SORT_COLUMNS[asked.query.sort][1]
    down = asked.query.descending != backwards
    way = "DESC" if down else "ASC"
    order = f"ORDER BY p.{column} {way}, p.id {way}"
    start = ""
    if place is not None:
        start = f" AND (p.{column}, p.id) {'<' if down else '>'}{'=' if place.inclusive else ''} (:value, :id)"
    found = f"{plans.source(asked, plan)}{start} {order} LIMIT :limit OFFSET :skip"
    if plan.in_order:
        return f"{SCOPE} SELECT p.{column}, {ROW} {found}"
    # Only keys are put in order; whole rows are fetched for the page alone.
    return (
        f"{SCOPE} SELECT p.{column}, {ROW} FROM (SELECT p.id AS id {found}) AS k"
        f" CROSS JOIN index_products AS p ON p.id = k.id {order}"
    )


def _page(
    query: ProductQuery, rows: list[tuple[Any, ...]], limit: int, backwards: bool, *, started: bool
) -> ProductPage:
    more = len(rows) > limit
    kept = rows[:limit]
    if backwards:
        kept.reverse()
    if not kept:
        return ProductPage((), None, None)
    first, last = (encode(query, Place(row[0], row[1])) for row in (kept[0], kept[-1]))
    behind, ahead = (more, True) if backwards else (started, more)
    return ProductPage(tuple(product_row(row[1:]) for row in kept), last if ahead else None, first if behind else None)

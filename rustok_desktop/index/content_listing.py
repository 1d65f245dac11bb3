"""Lists and searches of content: pages by key in both directions, counts, search as you type."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content.kinds import require_kind
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.text import fold
from rustok_desktop.index import content_sql as sql
from rustok_desktop.index.content_schemas import ContentHit, ContentPage, ContentQuery, ContentResult
from rustok_desktop.index.content_sql import BOUND, ContentQuestion, content_question, content_row, content_statement
from rustok_desktop.index.cursors import Place, decode, encode
from rustok_desktop.index.marks import Marker
from rustok_desktop.index.schemas import Count
from rustok_desktop.storage.reader import Reader

LARGEST_PAGE = 1_000
MOST_HITS = 200
_ANY = ("post", "page", "custom")  # one kind of each resource


class ContentListing:
    """Questions to the read model of content. ``ctx.locale`` picks the language of the rows.

    It shows drafts too, so the caller needs the right to list and to change the kind asked for; without a kind, all.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def count(self, ctx: Context, query: ContentQuery, cap: int = 1_000_000) -> Count:
        """How many rows ``query`` has; counting stops at ``cap``, for a text at the first 1,000."""
        asked = self._question(ctx, query)
        cap = min(cap, BOUND) if asked.ranked else cap
        statement = content_statement(sql.count_sql(asked))
        row = await self._reader.one(statement, **asked.params, cap=cap + 1, bound=cap + 1)
        value = int(row[0]) if row else 0
        return Count(value) if value <= cap else Count(cap, exact=False)

    async def page(
        self,
        ctx: Context,
        query: ContentQuery,
        *,
        after: str | None = None,
        before: str | None = None,
        limit: int = 100,
    ) -> ContentPage:
        """Up to ``limit`` rows after (or before) a cursor; the first ones without. UserError ``bad_cursor``."""
        asked = self._question(ctx, query)
        limit = max(1, min(limit, LARGEST_PAGE))
        place = decode(asked.query, after or before or "") if after or before else None
        backwards = after is None and before is not None
        params = {**asked.params, "limit": limit + 1, "bound": BOUND}
        if place is not None:
            params |= {"value": place.value, "id": place.index_id}
        rows = await self._reader.all(content_statement(sql.page_sql(asked, place, backwards)), **params)
        return _page(asked, rows, limit, backwards, started=place is not None)

    async def search(self, ctx: Context, text: str, *, kind: str | None = None, limit: int = 50) -> ContentResult:
        """The first ``limit`` (at most 200) live nodes that a text finds; the total stops at ``limit``."""
        asked = self._question(ctx, ContentQuery(text=text, kind=kind))
        if not asked.ranked:
            return ContentResult(Count(0), ())
        limit = max(1, min(limit, MOST_HITS))
        found = await self._reader.all(content_statement(sql.first_sql(asked)), **asked.params, bound=limit)
        marked = Marker(text)
        hits = tuple(ContentHit(row, marked(row.title)) for row in (content_row(line[1:]) for line in found))
        return ContentResult(Count(len(hits), exact=len(hits) < limit), hits)

    async def kinds(self, ctx: Context) -> dict[str, int]:
        """How many live nodes there are of each kind."""
        self._allow(ctx, None)
        return {kind: int(count) for kind, count in await self._reader.all(sql.KIND_COUNTS, **_live(ctx))}

    async def translations(self, ctx: Context) -> tuple[int, int, int, int]:
        """How many live nodes are complete, partly translated, stale and missing in ``ctx.locale``."""
        self._allow(ctx, None)
        counts: dict[int, int] = dict(await self._reader.all(sql.TRANSLATION_COUNTS, **_live(ctx)))
        return counts.get(0, 0), counts.get(1, 0), counts.get(2, 0), counts.get(3, 0)

    async def tags(self, ctx: Context) -> tuple[str, ...]:
        """The tags of live nodes to filter by, at most 200."""
        self._allow(ctx, None)
        return tuple(sorted((row[0] for row in await self._reader.all(sql.TAGS, **_live(ctx))), key=fold))

    def _question(self, ctx: Context, query: ContentQuery) -> ContentQuestion:
        self._allow(ctx, query.kind)
        return content_question(query, ctx.tenant_id, ctx.locale)

    def _allow(self, ctx: Context, kind: str | None) -> None:
        for one in _ANY if kind is None else (kind,):
            for action in (Action.LIST, Action.UPDATE):
                require_kind(ctx, one, action)


def _live(ctx: Context) -> dict[str, Any]:
    return {"tenant": ctx.tenant_id, "locale": ctx.locale, "trash": 0}


def _page(
    asked: ContentQuestion, rows: list[tuple[Any, ...]], limit: int, backwards: bool, *, started: bool
) -> ContentPage:
    more = len(rows) > limit
    kept = rows[:limit]
    if backwards:
        kept.reverse()
    if not kept:
        return ContentPage((), None, None)
    first, last = (encode(asked.query, Place(row[0], row[1])) for row in (kept[0], kept[-1]))
    behind, ahead = (more, True) if backwards else (started, more)
    return ContentPage(tuple(content_row(row[1:]) for row in kept), last if ahead else None, first if behind else None)

"""The statements of lists and searches of content, put together from fixed pieces. Values are always parameters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from rustok_desktop.core.codec import loads
from rustok_desktop.index.content_schemas import (
    ContentQuery,
    ContentRow,
    ContentSort,
    ContentStatus,
    TranslationFilter,
)
from rustok_desktop.index.content_tables import MISSING, PARTLY, STALE
from rustok_desktop.index.cursors import Place
from rustok_desktop.index.listing_filters import IN_SCOPE
from rustok_desktop.index.listing_sql import SCOPE
from rustok_desktop.index.query_text import TextQuery, parse
from rustok_desktop.index.tables import TRASH
from rustok_desktop.storage.statements import Prepared, prepare

BOUND = 1_000  # a text finds at most so many
ROW = (
    "p.id, p.node_id, p.version, p.in_trash, p.kind, p.status, p.moderation, p.title, p.slug, p.excerpt,"
    " p.author_name, p.parent_id, p.tags, p.languages, p.stale, p.translation, p.featured_media_id, p.word_count,"
    " p.published_at, p.publish_at, p.unpublish_at, p.updated_at"
)
_JSON = {12: tuple, 13: dict, 14: tuple}  # places in ROW
COLUMNS = {ContentSort.UPDATED: "updated_at", ContentSort.TITLE: "title_sort", ContentSort.PUBLIC: "public_at"}
_WALKS = {
    ContentSort.UPDATED: "ix_index_content_updated",
    ContentSort.TITLE: "ix_index_content_title",
    ContentSort.PUBLIC: "ix_index_content_public",
}
_UNDONE = {
    TranslationFilter.PARTLY: f"p.translation = {PARTLY}",
    TranslationFilter.STALE: f"p.translation = {STALE}",
    TranslationFilter.MISSING: f"p.translation = {MISSING}",
    TranslationFilter.UNDONE: f"p.translation BETWEEN {PARTLY} AND {MISSING}",
}
# Beginnings of words in title and address first, then words anywhere; each tier newest first.
_TIERS = (("named", "names", ":names"), ("worded", "texts", ":texts"))


def content_row(row: tuple[Any, ...]) -> ContentRow:
    """The record of a row that was selected as ROW."""
    values = list(row)
    values[3] = values[3] == 1
    for place, kind in _JSON.items():
        values[place] = kind(loads(values[place]))
    return ContentRow._make(values)


@dataclass(frozen=True, slots=True)
class ContentQuestion:
    """A query taken apart. ``conditions`` narrow rows ``p``."""

    query: ContentQuery
    text: TextQuery | None
    conditions: str
    params: dict[str, Any] = field(hash=False)

    @property
    def ranked(self) -> bool:
        """Whether a text is searched for: then relevance is the order."""
        return self.text is not None


def content_question(query: ContentQuery, tenant_id: str, locale: str) -> ContentQuestion:
    """Take ``query`` apart for one shop and language."""
    text = parse(query.text)
    sort = ContentSort.RELEVANCE if text else query.sort
    if not text and (sort is ContentSort.RELEVANCE or query.kind is None):
        sort = ContentSort.UPDATED
    query = replace(query, sort=sort)
    in_trash = query.status is ContentStatus.TRASH
    params: dict[str, Any] = {"tenant": tenant_id, "locale": locale, "trash": int(in_trash)}
    if text is not None:
        params |= {"names": text.names, "texts": text.texts}
    return ContentQuestion(query, text, _conditions(query, params), params)


def _conditions(query: ContentQuery, params: dict[str, Any]) -> str:
    found = []
    if query.kind is not None:
        params["kind"] = query.kind
        found.append("p.kind = :kind")
    if query.status is ContentStatus.SCHEDULED:
        found.append("p.status <> 'published' AND p.publish_at IS NOT NULL")
    elif query.status is not None and query.status is not ContentStatus.TRASH:
        params["status"] = query.status.value
        found.append("p.status = :status")
    if query.translation is not None:
        found.append(_UNDONE[query.translation])
    if query.tag is not None:
        params["tag"] = query.tag
        found.append(
            "EXISTS (SELECT 1 FROM index_content_tags AS t WHERE t.scope = (SELECT id FROM scope)"
            " AND t.in_trash = :trash AND t.tag = :tag AND t.index_id = p.id)"
        )
    return "".join(f" AND {condition}" for condition in found)


@lru_cache(maxsize=256)
def content_statement(sql: str) -> Prepared:
    """Each text is prepared once."""
    return prepare(sql)


def _walk(asked: ContentQuestion) -> str:
    """FROM … WHERE …: the index whose order the list has, or that of a narrow filter."""
    query = asked.query
    if query.kind is None:
        index = "ix_index_content_all" if query.translation is None else "ix_index_content_translation"
    elif query.sort is ContentSort.UPDATED and query.status in (
        ContentStatus.DRAFT,
        ContentStatus.PUBLISHED,
        ContentStatus.ARCHIVED,
    ):
        index = "ix_index_content_status"
    else:
        index = _WALKS[query.sort]
    return f"FROM index_content AS p INDEXED BY {index} WHERE {IN_SCOPE}{asked.conditions}"


def _ranked(asked: ContentQuestion) -> str:
    """WITH …, ranked(tier, id): at most :bound rows. The second tier is read only if the first left room."""
    low = "(SELECT low FROM scope)"
    parts, union, earlier = [], [], ""
    for tier, (name, source, match) in enumerate(_TIERS):
        table = f"index_content_{source}"
        row_id = f"{table}.rowid - :trash * {TRASH}"
        tables, narrow = table, f"{table} MATCH {match} AND {table}.rowid BETWEEN {low} AND {low} + {TRASH - 1}"
        if asked.conditions:
            tables += f" CROSS JOIN index_content AS p ON p.id = {row_id}"
            narrow += f" AND {IN_SCOPE}{asked.conditions}"
        room = ":bound"
        if earlier:
            narrow += f" AND {row_id} NOT IN (SELECT id FROM {earlier})"
            room = f"max(0, :bound - (SELECT count(*) FROM {earlier}))"
        found = f"SELECT {row_id} FROM {tables} WHERE {narrow} ORDER BY {table}.rowid DESC LIMIT {room}"
        parts.append(f"{name}(id) AS MATERIALIZED ({found})")
        union.append(f"SELECT {tier} AS tier, id FROM {name}")
        earlier = name
    return f"{SCOPE}, {', '.join(parts)}, ranked(tier, id) AS ({' UNION ALL '.join(union)})"


def count_sql(asked: ContentQuestion) -> str:
    """The number of rows, counted up to :cap."""
    if asked.ranked:
        return f"{_ranked(asked)} SELECT count(*) FROM ranked"
    return f"{SCOPE} SELECT count(*) FROM (SELECT 1 {_walk(asked)} LIMIT :cap)"


def page_sql(asked: ContentQuestion, place: Place | None, backwards: bool) -> str:
    """One page: (sort value, ROW…) in the direction of travel."""
    if asked.ranked:
        return _ranked_page(asked, place, backwards)
    column = COLUMNS[asked.query.sort]
    down = asked.query.descending != backwards
    way = "DESC" if down else "ASC"
    start = ""
    if place is not None:
        start = f" AND (p.{column}, p.id) {'<' if down else '>'} (:value, :id)"
    return f"{SCOPE} SELECT p.{column}, {ROW} {_walk(asked)}{start} ORDER BY p.{column} {way}, p.id {way} LIMIT :limit"


def _ranked_page(asked: ContentQuestion, place: Place | None, backwards: bool) -> str:
    start = ""
    if place is not None:
        later, same = ("<", ">") if backwards else (">", "<")
        start = f" WHERE r.tier {later} :value OR (r.tier = :value AND r.id {same} :id)"
    way = "r.tier DESC, r.id ASC" if backwards else "r.tier, r.id DESC"
    return (
        f"{_ranked(asked)} SELECT k.tier, {ROW} FROM"
        f" (SELECT r.tier, r.id FROM ranked AS r{start} ORDER BY {way} LIMIT :limit) AS k"
        f" CROSS JOIN index_content AS p ON p.id = k.id ORDER BY {way.replace('r.', 'k.')}"
    )


def first_sql(asked: ContentQuestion) -> str:
    """The first :bound rows of a search: (tier, ROW…)."""
    return (
        f"{_ranked(asked)} SELECT r.tier, {ROW} FROM ranked AS r CROSS JOIN index_content AS p ON p.id = r.id"
        " ORDER BY r.tier, r.id DESC"
    )


# How many of each kind there are, outside the trash; counted along an index.
KIND_COUNTS = prepare(
    f"{SCOPE} SELECT p.kind, count(*) FROM index_content AS p INDEXED BY ix_index_content_updated"
    f" WHERE {IN_SCOPE} GROUP BY p.kind"
)
# How much of each state a language is in, of what is written and published by address.
TRANSLATION_COUNTS = prepare(
    f"{SCOPE} SELECT p.translation, count(*) FROM index_content AS p INDEXED BY ix_index_content_translation"
    f" WHERE {IN_SCOPE} GROUP BY p.translation"
)
TAGS = prepare(
    f"{SCOPE.replace('WITH', 'WITH RECURSIVE', 1)}, v(x) AS (SELECT min(tag) FROM index_content_tags"
    " WHERE scope = (SELECT id FROM scope) AND in_trash = :trash UNION ALL SELECT (SELECT min(tag)"
    " FROM index_content_tags WHERE scope = (SELECT id FROM scope) AND in_trash = :trash AND tag > v.x)"
    " FROM v WHERE v.x IS NOT NULL) SELECT x FROM v WHERE x IS NOT NULL LIMIT 200"
)

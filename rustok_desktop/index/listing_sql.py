"""The statements of product lists, put together from fixed pieces. Values are always parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rustok_desktop.core.codec import loads
from rustok_desktop.index.listing_filters import IN_SCOPE, Filter, filters
from rustok_desktop.index.query_text import TextQuery, parse
from rustok_desktop.index.schemas import ProductQuery, ProductRow, ProductSort, StatusFilter
from rustok_desktop.index.stems import stem
from rustok_desktop.index.tables import SCOPE_SIZE, TRASH
from rustok_desktop.storage.statements import Prepared, prepare

ROW = (
    "p.id, p.product_id, p.version, p.in_trash, p.status, p.title, p.handle, p.vendor, p.product_type, p.tags, p.sku,"
    " p.variant_count, p.currency_code, p.price_min, p.price_max, p.compare_at_max, p.on_hand, p.stock_state,"
    " p.thumbnail_url, p.updated_at"
)
_TAGS = 9  # the place of tags in ROW
# The shop's rows in the language asked for, else in its default one, else in any it has. "low" begins the
# range of search rowids, which is the range of ids too as long as nothing is in the trash.
SCOPE = (
    f"WITH scope(id, low, locale) AS MATERIALIZED"
    f" (SELECT s.id, s.id * {SCOPE_SIZE} + :trash * {TRASH}, s.locale FROM index_scopes AS s"
    " WHERE s.tenant_id = :tenant ORDER BY s.locale = :locale DESC,"
    " s.locale = (SELECT t.default_locale FROM tenants AS t WHERE t.id = :tenant) DESC, s.id LIMIT 1)"
)

SORT_COLUMNS = {
    ProductSort.UPDATED: ("ix_index_products_updated", "updated_at"),
    ProductSort.TITLE: ("ix_index_products_title", "title_sort"),
    ProductSort.PRICE: ("ix_index_products_price", "price_sort"),
    ProductSort.STOCK: ("ix_index_products_stock", "on_hand"),
}
MATCHES = {
    "names": "index_products_names MATCH :names",
    "texts": "index_products_texts MATCH :texts",
    "codes": "index_products_codes MATCH :codes AND instr(codes, :fragment)",
}


def product_row(row: tuple[Any, ...]) -> ProductRow:
    """The record of a row that was selected as ROW."""
    tags = row[_TAGS]
    parsed = tuple(loads(tags)) if tags != "[]" else ()
    return ProductRow._make((*row[:3], row[3] == 1, *row[4:_TAGS], parsed, *row[_TAGS + 1 :]))


@dataclass(frozen=True, slots=True)
class Question:
    """A query taken apart."""

    query: ProductQuery
    text: TextQuery | None
    filters: tuple[Filter, ...]
    params: dict[str, Any] = field(hash=False)

    @property
    def sources(self) -> tuple[str, ...]:
        """The search tables that can answer the text."""
        if self.text is None:
            return ()
        return ("names", "texts", "codes") if self.text.codes else ("names", "texts")

    @property
    def conditions(self) -> str:
        """All filters on ``p``."""
        return "".join(f" AND {f.condition}" for f in self.filters)


def question(query: ProductQuery, tenant_id: str, locale: str) -> Question:
    """Take ``query`` apart for one shop and language."""
    text = parse(query.text)
    if text is None and query.sort is ProductSort.RELEVANCE:
        query = ProductQuery(**{**_fields(query), "sort": ProductSort.UPDATED})
    params: dict[str, Any] = {"tenant": tenant_id, "locale": locale, "trash": int(query.status is StatusFilter.TRASH)}
    if text is not None:
        params |= {"names": text.names, "texts": text.texts, "codes": text.codes, "fragment": text.fragment}
        params |= {"exact": text.exact} | {f"word{n}": word for n, word in enumerate(text.words)}
        params |= {f"stem{n}": stem(word) for n, word in enumerate(text.words)}
    return Question(query, text, tuple(filters(query, params)), params)


def _fields(query: ProductQuery) -> dict[str, Any]:
    return {name: getattr(query, name) for name in ProductQuery.__dataclass_fields__}


def row_id(source: str) -> str:
    """The row's id, from the rowid of a search table."""
    return f"index_products_{source}.rowid - :trash * {TRASH}"


def found_by(source: str, match: str = "") -> str:
    """The condition that a search table finds something in scope; ``match`` replaces its usual expression."""
    low = "(SELECT low FROM scope)"
    return f"{match or MATCHES[source]} AND index_products_{source}.rowid BETWEEN {low} AND {low} + {TRASH - 1}"


def hits(source: str) -> str:
    """The ids of rows that one search table finds."""
    return f"SELECT {row_id(source)} AS id FROM index_products_{source} WHERE {found_by(source)}"


def all_hits(sources: Iterable[str]) -> str:
    """The ids that any of the search tables finds, each once."""
    return " UNION ".join(hits(source) for source in sources)


def probe(text: TextQuery) -> str:
    """A condition on ``p``: the prepared texts of this very row answer ``text``.

    Same meaning as MATCH, word by word (the texts are words with single spaces). Asking MATCH for one rowid
    would read a common word's whole list of rows each time; this reads one row.
    """
    last = len(text.words) - 1
    names = [_has("(' ' || x.title || ' ' || x.codes || ' ' || x.stems || ' ')", n, n == last) for n in range(last + 1)]
    texts = [_has("(' ' || x.words || ' ')", n, False) for n in range(last + 1)]
    tests = [_in_row("names", " AND ".join(names)), _in_row("texts", " AND ".join(texts))]
    if text.codes:
        tests.append(_in_row("codes", "instr(x.codes, :fragment)"))
    return f"({' OR '.join(tests)})"


def _has(words: str, number: int, beginning: bool) -> str:
    word = f"' ' || :word{number}" if beginning else f"' ' || :word{number} || ' '"
    return f"(instr({words}, {word}) OR instr({words}, ' ' || :stem{number} || ' '))"


def _in_row(source: str, test: str) -> str:
    return f"EXISTS (SELECT 1 FROM index_products_{source} AS x WHERE x.rowid = p.id + :trash * {TRASH} AND {test})"


def filter_source(narrowing: Filter) -> str:
    """FROM … WHERE … that drives from one filter's index, or from the table of what belongs together."""
    if narrowing.members:
        return f"FROM {narrowing.members}"
    return f"FROM index_products AS p INDEXED BY {narrowing.index} WHERE {IN_SCOPE} AND {narrowing.condition}"


def filter_count(narrowing: Filter) -> str:
    """A scalar: about how many rows a filter alone lets through, at most :cap. What has no index counts as many."""
    if narrowing.members:
        return f"(SELECT count(*) FROM (SELECT 1 FROM {narrowing.counted} LIMIT {narrowing.reach} * :cap))"
    if narrowing.index is None:
        return "(:cap)"
    return f"(SELECT count(*) FROM (SELECT 1 {filter_source(narrowing)} LIMIT :cap))"


def hit_count(source: str) -> str:
    """A scalar: how many rows a search table finds, at most :hit_cap."""
    return f"(SELECT count(*) FROM ({hits(source)} LIMIT :hit_cap))"


# About how many rows the scope has: ids grow by one per product.
_FIRST = f"(SELECT id FROM scope) * {SCOPE_SIZE}"
SCOPE_ROWS = (
    f"(SELECT coalesce(max(i.id), 0) - {_FIRST} FROM index_products AS i"
    f" WHERE i.id BETWEEN {_FIRST} AND {_FIRST} + {TRASH - 1})"
)


@lru_cache(maxsize=512)
def statement(sql: str) -> Prepared:
    """A statement from its text; the same text gives the same object, so the driver keeps it compiled."""
    return prepare(sql)

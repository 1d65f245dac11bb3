"""Search while typing and filtered, sorted first pages at 100,000 products, against the bare statements."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rustok_desktop.index.listing_sql import ROW, SORT_COLUMNS
from rustok_desktop.index.query_text import parse
from rustok_desktop.index.schemas import ProductQuery, ProductSort, StatusFilter, StockFilter
from rustok_desktop.index.tables import TRASH
from tests.bench.big_shop import big_shop
from tests.bench.catalog import RARE_WORDS, TYPES, VENDORS, WORDS, made_words
from tests.bench.framework import Bench, Result, at_most, percentile
from tests.bench.shop import connect, database_file, open_shop

PRODUCTS = 100_000
SHOWN = 50
PAGE = 100
COUNTED = 1_000
LIMIT_MS = 10
RARE = made_words(RARE_WORDS)[::1000]
Ask = Callable[[], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Rival:
    """One question asked in two ways; each answers with its number of rows."""

    name: str
    ours: Ask
    bare: Callable[[], int]


def run(bench: Bench) -> Sequence[Result]:
    """All questions in turn, each round in another order; 95th percentiles over everything."""
    return asyncio.run(_run(bench, big_shop(bench, bench.size(PRODUCTS))))


async def _run(bench: Bench, directory: Path) -> Sequence[Result]:
    connection = connect(database_file(directory))
    connection.execute("PRAGMA query_only=ON")
    async with open_shop(directory) as shop:
        scope = connection.execute("SELECT id FROM index_scopes ORDER BY id LIMIT 1").fetchone()[0]
        typed = [_typed(shop, connection, scope, text) for text in typed_texts()]
        listed = [_listed(shop, connection, scope, query) for query in filtered_lists()]
        placed = [_placed(shop, connection, scope, query) for query in placed_lists(connection)]
        narrowed = [_narrowed(shop, query) for query in filtered_searches()]
        results = await _judge("search as you type", typed, bench.rounds)
        results += await _judge("filtered, sorted page", listed, bench.rounds)
        results += await _judge("page of a category or collection", placed, bench.rounds)
        ours, _ = await _times(narrowed, bench.rounds)
        slowest = percentile(ours, 0.95)
        results.append(
            at_most(
                "filtered, sorted search p95 / 10 ms", slowest / LIMIT_MS, 1, f"{slowest:.2f} ms, {len(ours)} asked"
            )
        )
    connection.close()
    return results


async def _judge(name: str, rivals: Sequence[Rival], rounds: int) -> list[Result]:
    ours, bare = await _times(rivals, rounds)
    mine, floor = percentile(ours, 0.95), percentile(bare, 0.95)
    detail = f"p50 {percentile(ours, 0.5):.2f} / {percentile(bare, 0.5):.2f} ms, p95 {mine:.2f} / {floor:.2f} ms"
    return [
        at_most(f"{name} p95 / bare", mine / floor, 2, detail),
        at_most(f"{name} p95 / 10 ms", mine / LIMIT_MS, 1, f"{mine:.2f} ms, {len(ours)} asked"),
    ]


async def _times(rivals: Sequence[Rival], rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of every question, ours and bare; a first round warms the cache of both."""
    ours: list[float] = []
    bare: list[float] = []
    order = list(rivals)
    for turn in range(rounds + 1):
        random.Random(turn).shuffle(order)
        for rival in order:
            start = time.perf_counter()
            found = await rival.ours()
            middle = time.perf_counter()
            expected = rival.bare()
            end = time.perf_counter()
            if found < expected:
                raise AssertionError(f"{rival.name}: {found} rows, the bare query has {expected}")
            if turn:
                ours.append((middle - start) * 1000)
                bare.append((end - middle) * 1000)
    return ours, bare


def typed_texts() -> list[str]:
    """What stands in the search field keystroke after keystroke: frequent and rare words, two words, codes."""
    pairs = ["gloves boots", "jacket rope", "winter gl", "climbing riding"]
    codes = ["SKU-000123", "SKU-09", "004567", "0123"]
    whole = [*WORDS[::6], *RARE, *pairs, *codes]
    return sorted({text[:length] for text in whole for length in range(1, len(text) + 1) if text[:length].strip()})


def filtered_lists() -> list[ProductQuery]:
    """Filters one sets in a list, with each order."""
    filters: list[dict[str, Any]] = [
        {"status": StatusFilter.ACTIVE},
        {"status": StatusFilter.DRAFT},
        {"vendor": VENDORS[3]},
        {"product_type": TYPES[2], "status": StatusFilter.ACTIVE},
        {"stock": StockFilter.OUT},
        {"vendor": VENDORS[5], "status": StatusFilter.DRAFT},
        {},
    ]
    sorts = (ProductSort.UPDATED, ProductSort.TITLE, ProductSort.PRICE, ProductSort.STOCK)
    return [
        ProductQuery(sort=sort, descending=down, **narrow)
        for narrow in filters
        for sort in sorts
        for down in (True, False)
    ]


def placed_lists(connection: sqlite3.Connection) -> list[ProductQuery]:
    """A category with all below it, one of the lower ones, a collection; with each order."""
    top, leaf = (
        connection.execute("SELECT id FROM categories WHERE depth = ? ORDER BY id LIMIT 1", (depth,)).fetchone()[0]
        for depth in (0, 1)
    )
    collection = connection.execute("SELECT id FROM collections").fetchone()[0]
    places: list[dict[str, Any]] = [
        {"category": top},
        {"category": leaf},
        {"collection": collection},
        {"category": top, "status": StatusFilter.DRAFT},
    ]
    sorts = (ProductSort.UPDATED, ProductSort.TITLE, ProductSort.PRICE)
    return [ProductQuery(sort=sort, **narrow) for narrow in places for sort in sorts]


def filtered_searches() -> list[ProductQuery]:
    """A text with filters and an order: frequent, middling and rare words."""
    return [
        ProductQuery(text=text, sort=sort, status=status)
        for text in (WORDS[0], WORDS[12], RARE[0], RARE[-1], "climbing ri", "SKU-0123")
        for sort in (ProductSort.PRICE, ProductSort.TITLE, ProductSort.UPDATED)
        for status in (StatusFilter.ACTIVE, StatusFilter.DRAFT)
    ]


def _typed(shop: Any, connection: sqlite3.Connection, scope: int, text: str) -> Rival:
    ctx = shop.context("en")
    asked = parse(text)
    low = scope << 32

    async def ours() -> int:
        return len((await shop.search.search(ctx, text, limit=SHOWN)).hits)

    def bare() -> int:
        """The newest matches of the narrow table, of the wide one if that is too few, and a capped count."""
        if asked is None:
            return 0
        rows: list[Any] = []
        for table, match in (("index_products_names", asked.names), ("index_products_texts", asked.texts)):
            rows += connection.execute(
                f"SELECT {ROW} FROM {table} AS f JOIN index_products AS p ON p.id = f.rowid"
                f" WHERE {table} MATCH ? AND f.rowid BETWEEN ? AND ? ORDER BY f.rowid DESC LIMIT ?",
                (match, low, low + TRASH - 1, SHOWN - len(rows)),
            ).fetchall()
            connection.execute(
                f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?)",
                (match, low, low + TRASH - 1, COUNTED + 1),
            ).fetchone()
            if len(rows) >= SHOWN:
                break
        return len({row[0] for row in rows})

    return Rival(text, ours, bare)


def _listed(shop: Any, connection: sqlite3.Connection, scope: int, query: ProductQuery) -> Rival:
    ctx = shop.context("en")
    sql, values = _bare_page(query, scope)

    async def ours() -> int:
        return len((await shop.listing.page(ctx, query, limit=PAGE)).rows)

    def quickest() -> str:
        """The floor does not plan: it knows from trying which index is the quicker one."""
        column_index, _ = SORT_COLUMNS[query.sort]
        ways = [sql.format(index=f"INDEXED BY {column_index}")]
        ways += [sql.format(index=f"INDEXED BY {name}") for name in _filter_indexes(query)]
        return min(ways, key=lambda way: min(_time(connection, way, values) for _ in range(3)))

    best = quickest()
    return Rival(repr(query), ours, lambda: len(connection.execute(best, values).fetchall()))


def _placed(shop: Any, connection: sqlite3.Connection, scope: int, query: ProductQuery) -> Rival:
    """Against the quicker of the two ways one would write it by hand: members first, or the order first."""
    ctx = shop.context("en")
    if query.category is not None:
        path = connection.execute("SELECT path FROM categories WHERE id = ?", (query.category,)).fetchone()[0]
        table, condition = "product_categories", "category_id IN (SELECT id FROM categories WHERE path LIKE ? || '%')"
    else:
        path, table, condition = query.collection, "collection_members", "collection_id = ?"
    narrow = "" if query.status is None else f" AND p.status = '{query.status.value}'"
    column_index, column = SORT_COLUMNS[query.sort]
    order = f"p.scope = {scope} AND p.in_trash = 0{narrow} ORDER BY p.{column} DESC, p.id DESC LIMIT {PAGE}"
    ways = (
        f"SELECT {ROW} FROM (SELECT DISTINCT product_id AS m FROM {table} WHERE {condition})"
        f" CROSS JOIN index_products AS p ON p.product_id = m AND p.locale = 'en' WHERE +{order}",
        f"SELECT {ROW} FROM index_products AS p INDEXED BY {column_index} WHERE EXISTS"
        f" (SELECT 1 FROM {table} AS m WHERE m.product_id = p.product_id AND +m.{condition}) AND {order}",
    )
    best = min(ways, key=lambda way: min(_time(connection, way, [path]) for _ in range(3)))

    async def ours() -> int:
        return len((await shop.listing.page(ctx, query, limit=PAGE)).rows)

    return Rival(repr(query), ours, lambda: len(connection.execute(best, [path]).fetchall()))


def _narrowed(shop: Any, query: ProductQuery) -> Rival:
    ctx = shop.context("en")

    async def ours() -> int:
        return len((await shop.listing.page(ctx, query, limit=PAGE)).rows)

    return Rival(repr(query), ours, lambda: 0)


def _time(connection: sqlite3.Connection, sql: str, values: Sequence[Any]) -> float:
    start = time.perf_counter()
    connection.execute(sql, values).fetchall()
    return time.perf_counter() - start


def _filter_indexes(query: ProductQuery) -> list[str]:
    given = {"status": query.status, "vendor": query.vendor, "type": query.product_type, "state": query.stock}
    return [f"ix_index_products_{name}" for name, value in given.items() if value is not None]


def _bare_page(query: ProductQuery, scope: int) -> tuple[str, list[Any]]:
    given = {
        "status": query.status and query.status.value,
        "vendor": query.vendor,
        "product_type": query.product_type,
        "stock_state": query.stock and query.stock.value,
    }
    narrow = {name: value for name, value in given.items() if value is not None}
    conditions = "".join(f" AND p.{name} = ?" for name in narrow)
    column, way = SORT_COLUMNS[query.sort][1], "DESC" if query.descending else "ASC"
    sql = (
        f"SELECT {ROW} FROM index_products AS p {{index}} WHERE p.scope = ? AND p.in_trash = 0{conditions}"
        f" ORDER BY p.{column} {way}, p.id {way} LIMIT {PAGE}"
    )
    return sql, [scope, *narrow.values()]

"""Filtered lists opened, that is their first page and their number, against the bare statements for the same.

The bare ones do not choose among plans: the page along the index that suits it best, and the number.
"""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.index.listing_sql import ROW
from rustok_desktop.index.schemas import ProductQuery, ProductSort, StatusFilter, Without
from tests.bench.framework import Bench, Result, at_most, ratio
from tests.bench.long_list import long_list
from tests.bench.shop import connect, database_file, open_shop

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

LISTED = 100_000
PAGE = 200
TRIPS_MS = 2.0  # so long at least: three trips to a reading thread, which the bare ones do not make
_LIST = "p.scope = 1 AND p.in_trash = 0"
_BESIDE = f"index_products AS p INDEXED BY ix_index_products_product WHERE {_LIST}"
_PLACED = "SELECT 1 FROM product_categories AS pc WHERE pc.product_id = p.product_id"
_MEMBERS = (
    "(SELECT DISTINCT pc.product_id AS id FROM categories AS c CROSS JOIN product_categories AS pc"
    " ON pc.category_id = c.id WHERE substr(c.path, 1, length(:path)) = :path) AS m CROSS JOIN index_products AS p"
    f" INDEXED BY ix_index_products_product ON p.product_id = m.id AND {_LIST}"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A list and the statements that answer it: FROM … WHERE … of its rows, once for the page, once for the number."""

    name: str
    query: ProductQuery
    page: str
    number: str
    path: str = ""


def run(bench: Bench) -> Sequence[Result]:
    """Each list in turn with its bare statements."""
    return asyncio.run(_run(bench))


async def _run(bench: Bench) -> Sequence[Result]:
    directory = await asyncio.to_thread(long_list, bench, bench.listed or bench.size(LISTED))
    connection = connect(database_file(directory))
    connection.execute("PRAGMA query_only=ON")
    async with open_shop(directory) as shop:
        results = [await _judged(bench, shop, connection, asked) for asked in _lists(connection)]
    connection.close()
    return results


def _lists(connection: sqlite3.Connection) -> list[Asked]:
    top, path = connection.execute("SELECT id, path FROM categories WHERE parent_id IS NULL").fetchone()
    leaf, place = connection.execute("SELECT id, path FROM categories WHERE parent_id IS NOT NULL").fetchone()
    title, active = ProductSort.TITLE, StatusFilter.ACTIVE
    bare = f"index_products AS p INDEXED BY ix_index_products_no_image WHERE {_LIST} AND p.thumbnail_url IS NULL"
    loose = f"{_BESIDE} AND NOT EXISTS ({_PLACED})"
    walk = f"index_products AS p INDEXED BY ix_index_products_title WHERE {_LIST} AND EXISTS"
    below = "SELECT c.id FROM categories AS c WHERE substr(c.path, 1, length(:path)) = :path"
    met = f"{walk} ({_PLACED} AND pc.category_id IN ({below}))"
    both = f"{bare} AND p.status = 'active'"
    inside = f"{_MEMBERS} WHERE p.status = 'active'"
    return [
        Asked("without an image", ProductQuery(without=(Without.IMAGE,)), bare, bare),
        Asked("the same by title", ProductQuery(without=(Without.IMAGE,), sort=title), bare, bare),
        Asked("without an image, active", ProductQuery(without=(Without.IMAGE,), status=active), both, both),
        Asked("without a category", ProductQuery(without=(Without.CATEGORY,), sort=title), loose, loose),
        Asked("a category of a fifth", ProductQuery(category=top, sort=title), met, _MEMBERS, path),
        Asked("a category of a fiftieth", ProductQuery(category=leaf, status=active), inside, inside, place),
    ]


async def _judged(bench: Bench, shop: Platform, connection: sqlite3.Connection, asked: Asked) -> Result:
    found = await _opened(shop, asked)  # this also warms the cache of both
    if found != _bare(connection, asked):
        raise AssertionError(f"{asked.name}: another number of rows than the bare statement")
    times: dict[bool, list[float]] = {True: [], False: []}
    for turn in range(bench.rounds):
        for ours in (True, False) if turn % 2 else (False, True):
            start = time.perf_counter()
            await _opened(shop, asked) if ours else _bare(connection, asked)
            times[ours].append((time.perf_counter() - start) * 1000)
    detail = f"{found:,} rows in {statistics.median(times[True]):.1f} ms, bare {statistics.median(times[False]):.1f} ms"
    floor = [max(TRIPS_MS, bare) for bare in times[False]]
    return at_most(f"{asked.name}, opened / bare", ratio(times[True], floor), 2, detail)


async def _opened(shop: Platform, asked: Asked) -> int:
    ctx = shop.context()
    await shop.listing.page(ctx, asked.query, limit=PAGE)
    return (await shop.listing.count(ctx, asked.query)).value


def _bare(connection: sqlite3.Connection, asked: Asked) -> int:
    column = "title_sort" if asked.query.sort is ProductSort.TITLE else "updated_at"
    way = "DESC" if asked.query.descending else "ASC"
    order = f"ORDER BY p.{column} {way}, p.id {way} LIMIT {PAGE}"
    connection.execute(f"SELECT {ROW} FROM {asked.page} {order}", {"path": asked.path}).fetchall()
    return int(connection.execute(f"SELECT count(*) FROM {asked.number}", {"path": asked.path}).fetchone()[0])

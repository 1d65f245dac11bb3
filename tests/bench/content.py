"""Lists and searches of 100,000 pages and posts, against the bare statements."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rustok_desktop.index.content_schemas import ContentQuery, ContentSort, ContentStatus
from rustok_desktop.index.content_sql import COLUMNS, ROW
from rustok_desktop.index.query_text import parse
from rustok_desktop.index.tables import TRASH
from tests.bench.big_shop import kept_shop
from tests.bench.catalog import WORDS
from tests.bench.fill_content import fill_content
from tests.bench.framework import Bench, Result, at_most, percentile
from tests.bench.search import PAGE, RARE, SHOWN, Rival
from tests.bench.shop import connect, database_file, index_all, new_shop, open_shop

NODES = 100_000


def run(bench: Bench) -> Sequence[Result]:
    """All questions in turn, each round in another order; 95th percentiles over everything."""
    return asyncio.run(_run(bench, kept_shop(bench, "content", bench.size(NODES), _make)))


def _make(directory: Path, count: int) -> None:
    new_shop(directory)
    fill_content(database_file(directory), count)
    index_all(directory, "content")


async def _run(bench: Bench, directory: Path) -> Sequence[Result]:
    connection = connect(database_file(directory))
    connection.execute("PRAGMA query_only=ON")
    async with open_shop(directory) as shop:
        await asyncio.sleep(3)  # the work of the start is over
        scope = connection.execute("SELECT id FROM index_scopes ORDER BY id LIMIT 1").fetchone()[0]
        listed = [_listed(shop, connection, scope, query) for query in _lists()]
        typed = [_typed(shop, connection, scope, text) for text in _texts()]
        results = await _judge("page of pages and posts", listed, bench.rounds)
        results += await _judge("search of pages and posts", typed, bench.rounds)
    connection.close()
    return results


async def _judge(name: str, rivals: Sequence[Rival], rounds: int) -> list[Result]:
    """The 95th percentile over the questions, each at its best of the rounds.

    They take a fraction of a millisecond: less than ours waits for its thread when somebody else has the processor.
    """
    best: dict[str, tuple[float, float]] = {}
    for turn in range(rounds + 1):
        order = random.Random(turn).sample(rivals, len(rivals))
        for rival in order:
            took = await _took(rival)
            if turn:  # the first round warms the cache of both
                was = best.get(rival.name, took)
                best[rival.name] = (min(was[0], took[0]), min(was[1], took[1]))
    ours, bare = zip(*best.values(), strict=True)
    mine, floor = percentile(ours, 0.95), percentile(bare, 0.95)
    detail = f"p50 {percentile(ours, 0.5):.2f} / {percentile(bare, 0.5):.2f} ms, p95 {mine:.2f} / {floor:.2f} ms"
    return [at_most(f"{name} p95 / bare", mine / floor, 2, detail)]


async def _took(rival: Rival) -> tuple[float, float]:
    """Milliseconds, ours and bare."""
    start = time.perf_counter()
    found = await rival.ours()
    middle = time.perf_counter()
    expected = rival.bare()
    end = time.perf_counter()
    if found != expected:
        raise AssertionError(f"{rival.name}: {found} rows, the bare query has {expected}")
    return (middle - start) * 1000, (end - middle) * 1000


def _lists() -> list[ContentQuery]:
    kinds: list[str | None] = ["page", "post"]
    statuses = (None, ContentStatus.PUBLISHED, ContentStatus.DRAFT, ContentStatus.ARCHIVED)
    sorted_ = [
        ContentQuery(kind=kind, status=status, sort=sort, descending=down)
        for kind in kinds
        for status in statuses
        for sort in (ContentSort.UPDATED, ContentSort.TITLE, ContentSort.PUBLIC)
        for down in (True, False)
    ]
    return [ContentQuery(), *sorted_]


def _texts() -> list[str]:
    """Keystroke after keystroke: frequent and rare words, two words, a number."""
    whole = [*WORDS[::6], *RARE, "gloves boots", "winter gl", "004567"]
    return sorted({text[:length] for text in whole for length in range(1, len(text) + 1) if text[:length].strip()})


def _listed(shop: Any, connection: sqlite3.Connection, scope: int, query: ContentQuery) -> Rival:
    """Against the statement one would write by hand, along the index that has the order."""
    ctx, column = shop.context("en"), COLUMNS[query.sort]
    given = {"kind": query.kind, "status": query.status and query.status.value}
    narrow = {name: value for name, value in given.items() if value is not None}
    index = "all" if query.kind is None else query.sort.value
    if query.status is not None and query.sort is ContentSort.UPDATED:
        index = "status"
    way = "DESC" if query.descending else "ASC"
    sql = (
        f"SELECT {ROW} FROM index_content AS p INDEXED BY ix_index_content_{index} WHERE p.scope = ? AND p.in_trash = 0"
        f"{''.join(f' AND p.{name} = ?' for name in narrow)} ORDER BY p.{column} {way}, p.id {way} LIMIT {PAGE}"
    )

    async def ours() -> int:
        return len((await shop.content_listing.page(ctx, query, limit=PAGE)).rows)

    return Rival(repr(query), ours, lambda: len(connection.execute(sql, [scope, *narrow.values()]).fetchall()))


def _typed(shop: Any, connection: sqlite3.Connection, scope: int, text: str) -> Rival:
    """Against the newest matches of the narrow table, and those of the wide one if they are too few."""
    ctx, asked, low = shop.context("en"), parse(text), scope << 32

    async def ours() -> int:
        return len((await shop.content_listing.search(ctx, text, limit=SHOWN)).hits)

    def bare() -> int:
        if asked is None:
            return 0
        found: dict[int, Any] = {}
        for table, match in (("index_content_names", asked.names), ("index_content_texts", asked.texts)):
            rows = connection.execute(
                f"SELECT {ROW} FROM {table} AS f JOIN index_content AS p ON p.id = f.rowid"
                f" WHERE {table} MATCH ? AND f.rowid BETWEEN ? AND ? ORDER BY f.rowid DESC LIMIT ?",
                (match, low, low + TRASH - 1, SHOWN),
            ).fetchall()
            found |= {row[0]: row for row in rows}
            if len(found) >= SHOWN:
                break
        return min(SHOWN, len(found))

    return Rival(text, ours, bare)

"""A shop with a list of any length, made in a minute or two: a small one whose rows are copied, index and all.

Only what lists and an opened product read is copied. The search tables are not: nothing here is about searching.
"""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

from tests.bench.big_shop import kept_shop
from tests.bench.fill import fill
from tests.bench.framework import Bench
from tests.bench.shop import connect, database_file, index_all, new_shop, open_shop

PATTERN = 10_000  # products that are made in full; every longer list is so many copies of them
LACKING = 1_000  # one product in so many has no image, another no category, another no price

# A copy's ids differ in their first two digits; all others stay, and with them who belongs to whom.
_ID = "printf('%02x', 1 + k.n) || substr({0}, 3)"
_WHEN = "printf('%04d-%02d-10', 2014 + k.n / 12, 1 + k.n % 12) || substr({0}, 11)"
_OTHERS = {
    "title": "{0} || ' ' || k.n",
    "title_sort": "{0} || ' ' || k.n",
    "handle": "{0} || '-' || k.n",
    "sku": "{0} || '-' || k.n",
    "updated_at": _WHEN,
    "combination": "''",  # the copies have no options
    "index_id": "{0} + k.n * " + str(PATTERN),  # also the id of an index row
}
_OWN_ID = {"product_id", "variant_id"}
# Table, whether its own "id" is a text, and which of its rows are copied.
_COPIED = (
    ("products", True, "true"),
    ("product_translations", False, "true"),
    ("product_variants", True, "r.position = 1"),
    ("prices", False, "r.variant_id IN (SELECT v.id FROM product_variants AS v WHERE v.position = 1)"),
    ("product_categories", False, "true"),
    ("index_products", False, "true"),
    ("index_product_tags", False, "true"),
)


def long_list(bench: Bench, count: int) -> Path:
    """The directory of a shop with ``count`` products (whole copies of :data:`PATTERN`), indexed and closed."""
    return kept_shop(bench, "list", count, _make)


def _make(directory: Path, count: int) -> None:
    path, pattern = database_file(directory), min(count, PATTERN)
    new_shop(directory)
    fill(path, pattern)
    _take_away(path)
    index_all(directory)
    _copy(path, max(1, count // pattern))
    asyncio.run(_optimize(directory))


def _take_away(path: Path) -> None:
    """Some products lack something: few, since those are the lists that are slow to find."""
    connection = connect(path)
    ids = [row[0] for row in connection.execute("SELECT id FROM products ORDER BY id")]
    for start, statement in (
        (1, "DELETE FROM product_images WHERE product_id = ?"),
        (2, "DELETE FROM product_categories WHERE product_id = ?"),
        (3, "DELETE FROM prices WHERE variant_id IN (SELECT id FROM product_variants WHERE product_id = ?)"),
    ):
        connection.executemany(statement, [(one,) for one in ids[start::LACKING]])
    connection.close()


def _copy(path: Path, copies: int) -> None:
    if copies == 1:
        return
    connection = connect(path)
    for pragma in ("foreign_keys=OFF", "synchronous=OFF", "cache_size=-1000000", "journal_mode=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    names = [name for name, *_ in _COPIED]
    later = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', 'trigger')"
        f" AND tbl_name IN ({', '.join('?' * len(names))})",
        names,
    ).fetchall()
    connection.execute("BEGIN")
    for kind, name, _ in later:
        connection.execute(f"DROP {kind} {name}")
    for name, own, chosen in _COPIED:
        connection.execute(_copying(connection, name, own, chosen), {"copies": copies})
    for *_, sql in later:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _copying(connection: sqlite3.Connection, table: str, own: bool, chosen: str) -> str:
    """The rows of ``table`` once more for each copy, in the order of the copies so that every key is appended."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    return (
        "WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < :copies - 1)"
        f" INSERT INTO {table} ({', '.join(columns)})"
        f" SELECT {', '.join(_changed(column, own) for column in columns)} FROM k CROSS JOIN"
        f" (SELECT * FROM {table} AS r WHERE {chosen}) AS r"
    )


def _changed(column: str, own: bool) -> str:
    here = f"r.{column}"
    if column in _OWN_ID or (column == "id" and own):
        return _ID.format(here)
    if column == "id":
        return _OTHERS["index_id"].format(here)
    return _OTHERS[column].format(here) if column in _OTHERS else here


async def _optimize(directory: Path) -> None:
    async with open_shop(directory) as shop:
        await shop.database.optimize()

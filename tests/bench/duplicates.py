"""Finding products that look alike among 100,000, against merely reading the rows it needs."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from rustok_desktop.commerce import matching_sql as sql
from rustok_desktop.commerce.matching_process import search
from tests.bench.fill import fill, owner_of
from tests.bench.framework import Bench, Result, at_most, ratio, seconds, take_turns
from tests.bench.shop import connect, database_file, new_shop

PRODUCTS = 100_000
# Without the number at its end a title may be like another; one in fifty is, and one barcode in a hundred.
_PREPARED = (
    "UPDATE product_translations SET title = substr(title, 1, length(title) - 7)",
    "UPDATE product_translations AS t SET title = (SELECT upper(o.title) || 's' FROM product_translations AS o"
    " WHERE o.rowid = t.rowid - 1) WHERE t.rowid % 50 = 0",
    "UPDATE product_variants SET barcode = printf('%012d', rowid - 3 * (rowid % 300 = 1)) WHERE position = 1",
    "PRAGMA wal_checkpoint(TRUNCATE)",
)


def run(bench: Bench) -> Sequence[Result]:
    """The whole search in this process; in the program it runs in another one, so that no window waits for it."""
    path = _shop(bench, bench.size(PRODUCTS))
    tenant = owner_of(path).tenant_id
    groups: list[int] = []

    def ours() -> None:
        report = search(path, tenant, "en", lambda done, total: None)
        groups.append(len(report.groups))

    figures = take_turns(
        bench.rounds, {"ours": lambda: seconds(ours), "read": lambda: seconds(lambda: _read(path, tenant))}
    )
    middle = {name: sorted(values)[len(values) // 2] for name, values in figures.items()}
    detail = f"{groups[0]:,} groups, {middle['ours']:.2f} s and {middle['read']:.2f} s"
    return [at_most("duplicates found / rows read", ratio(figures["ours"], figures["read"]), 8, detail)]


def _shop(bench: Bench, count: int) -> Path:
    directory = bench.directory / "duplicates"
    shutil.rmtree(directory, ignore_errors=True)
    new_shop(directory)
    path = database_file(directory)
    fill(path, count)
    connection = connect(path)
    try:
        for statement in _PREPARED:
            connection.execute(statement)
    finally:
        connection.close()
    return path


def _read(path: Path, tenant: str) -> int:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        asked = {"at_tenant_id": tenant}
        return sum(len(connection.execute(one.sql, asked).fetchall()) for one in (sql.CODES, sql.TITLES))
    finally:
        connection.close()

"""A shop to measure: a data directory with an open platform, and plain connections to its file."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

# Written by the commands under test; the read model follows on its own and is not part of a command.
WRITTEN = (
    "products", "product_translations", "product_options", "product_option_values", "product_variants", "prices",
    "inventory_levels", "inventory_movements", "product_images", "sys_events",
)  # fmt: skip
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cache_size=-32768",
    "temp_store=MEMORY",
)


@asynccontextmanager
async def open_shop(directory: Path) -> AsyncIterator[Platform]:
    """The whole core over ``directory``, closed at the end."""
    from rustok_desktop.app import Settings, build

    platform = build(Settings(data_dir=directory))
    await platform.open()
    try:
        yield platform
    finally:
        await platform.close()


def new_shop(directory: Path) -> None:
    """A shop without products, closed."""

    async def make() -> None:
        async with open_shop(directory):
            pass

    asyncio.run(make())


def index_all(directory: Path, name: str = "products") -> None:
    """Make a whole read model, for rows that came in without events."""

    async def make() -> None:
        async with open_shop(directory) as shop:
            await shop.index.rebuild(shop.context(), name)
            await shop.database.optimize()

    asyncio.run(make())


def connect(path: Path) -> sqlite3.Connection:
    """The driver alone, with the settings of our own writer."""
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=512)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def database_file(directory: Path) -> Path:
    """The data file of a shop's directory."""
    return directory / "shop.db"


def copy_rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows that a command wrote, by table, in the order they may be inserted."""
    connection = connect(path)
    try:
        asked = {table: f"SELECT {_columns(connection, table)} FROM {table}" for table in WRITTEN}
        return {table: connection.execute(sql).fetchall() for table, sql in asked.items()}
    finally:
        connection.close()


def _columns(connection: sqlite3.Connection, table: str) -> str:
    """The names of a table's columns, without those that are computed."""
    return ", ".join(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


def insert_sql(connection: sqlite3.Connection, table: str, row: Sequence[Any]) -> str:
    """An insert of one whole row."""
    return f"INSERT INTO {table} ({_columns(connection, table)}) VALUES ({', '.join('?' * len(row))})"


def write_rows(path: Path, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """The floor of every import: the same rows, ready made, in one transaction by ``executemany``."""
    connection = connect(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for table, lines in rows.items():
            if lines:
                connection.executemany(insert_sql(connection, table, lines[0]), lines)
        connection.execute("COMMIT")
    finally:
        connection.close()

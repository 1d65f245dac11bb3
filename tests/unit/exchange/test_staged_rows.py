"""The worker's rows have the shape of the tables, which it does not import."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable

import pytest
from sqlalchemy import Table

import rustok_desktop.identity.tables
import rustok_desktop.media.tables  # noqa: F401 - and to the media
from rustok_desktop.commerce import tables
from rustok_desktop.exchange import copying, texts
from rustok_desktop.exchange.staged import COLUMNS
from rustok_desktop.outbox.tables import sys_events
from rustok_desktop.storage.schema import metadata

# Columns that an import never writes: promised goods and thresholds are the shop's own, the medium is computed.
LEFT_ALONE = {"inventory_levels": {"reserved", "low_stock_threshold"}, "product_images": {"media_id"}}
# Tables of the module that no product file speaks of.
NOT_IN_FILES = {"stock_locations", "reservation_items", "stocktakes", "stocktake_counts"}


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_those_of_the_table(name: str) -> None:
    table = metadata.tables[name]
    left = {"seq"} if table is sys_events else LEFT_ALONE.get(name, set())
    columns = tuple(column.name for column in table.columns if column.name not in left)
    assert COLUMNS[name] == columns


def test_no_write_table_of_a_product_is_forgotten() -> None:
    written = {table.name for table in vars(tables).values() if isinstance(table, Table)}
    assert written - NOT_IN_FILES == set(COLUMNS) - {"sys_events"}


@pytest.mark.parametrize("name", sorted(set(COLUMNS) - copying._ONLY_ADDED))
def test_rows_are_overwritten_by_their_primary_key(name: str) -> None:
    keys = {column.name for column in metadata.tables[name].primary_key.columns}
    assert set(copying._KEYS.get(name, ("id",))) == keys


def _parents_first(names: Iterable[str]) -> bool:
    seen: set[str] = set()
    for name in names:
        needed = {key.column.table.name for key in metadata.tables[name].foreign_keys}
        if not needed <= seen | {"tenants", "stock_locations", "media"}:
            return False
        seen.add(name)
    return True


def test_tables_are_copied_parents_first() -> None:
    assert _parents_first(COLUMNS)


def test_the_worker_starts_light() -> None:
    """A fresh interpreter pays for what this module imports at every import of a file."""
    code = "import sys, rustok_desktop.exchange.worker; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "pydantic", "aiosqlite", "alembic", "structlog", "PySide6"} & set(loaded)


@pytest.mark.parametrize(
    ("milligrams", "shown"),
    [(None, None), (0, "0 g"), (250_000, "250 g"), (52_500, "52.5 g"), (1_250_000, "1.25 kg"), (1_000_000, "1 kg")],
)
def test_weights_are_shown_short(milligrams: int | None, shown: str | None) -> None:
    assert texts.weight(milligrams) == shown


def test_prices_are_shown_as_a_range() -> None:
    assert texts.price_range([2400, 5800, 3000], "USD") == "24.00 – 58.00"
    assert texts.price_range([2400, 2400], "USD") == "24.00"
    assert texts.price_range([], "USD") == ""


def test_long_texts_are_cut_and_lose_their_markup() -> None:
    assert texts.words("<p>Fired <b>twice</b></p>") == "Fired twice"
    assert len(texts.words("x" * 500) or "") == 160
    assert texts.words(None) is None

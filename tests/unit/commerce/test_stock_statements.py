"""The statements of stock as texts: none forgets the shop, none walks a whole table to find its rows."""

from __future__ import annotations

import importlib
import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.schema import CreateIndex, CreateTable

import rustok_desktop
import rustok_desktop.commerce.tables
from rustok_desktop.commerce import stock_statements
from rustok_desktop.storage.schema import metadata
from rustok_desktop.storage.statements import Prepared

STATEMENTS = {name: value for name, value in vars(stock_statements).items() if isinstance(value, Prepared)}
STATEMENTS |= {f"LEVELS {match} {state}": value for (match, state), value in stock_statements.LEVELS.items()}
FIGURES = {f"FIGURES {match}": value for match, value in stock_statements.FIGURES.items()}
# Lists end at a limit; figures are of all there is, and walk it once.
ORDER = "ix_product_variants_order"


@pytest.fixture(scope="module")
def schema() -> sqlite3.Connection:
    for package in Path(rustok_desktop.__file__).parent.glob("*/tables.py"):  # what stock refers to
        importlib.import_module(f"rustok_desktop.{package.parent.name}.tables")
    connection = sqlite3.connect(":memory:")
    for table in metadata.sorted_tables:
        if table in vars(rustok_desktop.commerce.tables).values() or table.name == "tenants":
            connection.execute(str(CreateTable(table)))
            for index in table.indexes:
                connection.execute(str(CreateIndex(index)))
    return connection


def plan(connection: sqlite3.Connection, statement: Prepared) -> list[str]:
    params: dict[str, object] = dict.fromkeys(re.findall(r":(\w+)", statement.sql))
    rows = connection.execute(f"EXPLAIN QUERY PLAN {statement.sql}", {**params, "limit": 1, **statement.constants})
    return [row[3] for row in rows]


@pytest.mark.parametrize("name", [*STATEMENTS, *FIGURES])
def test_every_statement_names_the_shop(name: str) -> None:
    sql = (STATEMENTS | FIGURES)[name].sql
    assert ":tenant_id" in sql if sql.startswith("INSERT") else ":at_tenant_id" in sql.partition("WHERE")[2]
    for alias, condition in re.findall(r"JOIN \w+ AS (\w) ON (.*?)(?= LEFT OUTER JOIN| JOIN| WHERE)", sql):
        assert f"{alias}.tenant_id" in condition, (alias, condition)


@pytest.mark.parametrize("name", [n for n in STATEMENTS if not STATEMENTS[n].sql.startswith("INSERT")])
def test_every_statement_finds_its_rows_by_a_key(schema: sqlite3.Connection, name: str) -> None:
    for step in plan(schema, STATEMENTS[name]):
        assert not re.match(r"SCAN (?!json_each VIRTUAL|stocktake_counts)", step), step
        assert "(tenant_id=?)" not in step, step


@pytest.mark.parametrize("state", ["", "low", "out"])
def test_the_list_is_read_in_its_order(schema: sqlite3.Connection, state: str) -> None:
    """Page by page, without sorting what was not asked for."""
    for match in ("all", "code"):
        steps = plan(schema, stock_statements.LEVELS[match, state])
        assert any(ORDER in step for step in steps), steps
        assert not any("ORDER BY" in step and "RIGHT PART" not in step for step in steps if "SUBQUERY" not in step) or (
            sum("TEMP B-TREE" in step for step in steps) <= 1
        ), steps

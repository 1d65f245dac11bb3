"""The catalog's statements as texts: none forgets the shop, none walks a whole one."""

from __future__ import annotations

import re
import sqlite3

import pytest
from sqlalchemy.schema import CreateIndex, CreateTable

import rustok_desktop.identity.tables
import rustok_desktop.media.tables  # noqa: F401 - images refer to it
from rustok_desktop.commerce import statements, stock_statements, tables
from rustok_desktop.commerce.variant_edits import edit_variants  # noqa: F401 - the whole package imports
from rustok_desktop.storage.schema import metadata
from rustok_desktop.storage.statements import Prepared

STATEMENTS = {name: value for name, value in vars(statements).items() if isinstance(value, Prepared)}
OURS = {name: table for name, table in metadata.tables.items() if table in vars(tables).values()}
# One row per stock location: a shop has a handful.
SMALL = {"LOCATIONS", "DEFAULT_LOCATION"}


def test_there_are_statements_for_every_table() -> None:
    known = {**STATEMENTS, **{n: v for n, v in vars(stock_statements).items() if isinstance(v, Prepared)}}
    text = "\n".join(statement.sql for statement in known.values())
    assert {name for name in OURS if name in text} == set(OURS)


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_statement_names_the_shop(name: str) -> None:
    sql = STATEMENTS[name].sql
    if sql.startswith("INSERT"):
        assert ":tenant_id" in sql
    else:
        assert ":at_tenant_id" in sql.partition("WHERE")[2]


@pytest.mark.parametrize("name", [name for name in STATEMENTS if "JOIN" in STATEMENTS[name].sql])
def test_joined_tables_belong_to_the_same_shop(name: str) -> None:
    joins = re.findall(r"JOIN (\w+) ON (.*?)(?= LEFT OUTER JOIN| JOIN|\s+WHERE)", STATEMENTS[name].sql, re.S)
    assert joins
    for table, condition in joins:
        assert "tenant_id" in condition, (table, condition)


@pytest.fixture(scope="module")
def schema() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for table in metadata.sorted_tables:
        if table.name in {*OURS, "tenants", "media"}:
            connection.execute(str(CreateTable(table)))
            for index in table.indexes:
                connection.execute(str(CreateIndex(index)))
    return connection


def plan(connection: sqlite3.Connection, statement: Prepared) -> list[str]:
    params: dict[str, object] = dict.fromkeys(re.findall(r":(\w+)", statement.sql))
    rows = connection.execute(f"EXPLAIN QUERY PLAN {statement.sql}", {**params, "limit": 1, **statement.constants})
    return [row[3] for row in rows]


@pytest.mark.parametrize("name", [n for n in STATEMENTS if not STATEMENTS[n].sql.startswith("INSERT")])
def test_every_statement_finds_its_rows_by_a_key(schema: sqlite3.Connection, name: str) -> None:
    """Without statistics the planner takes an index on the tenant alone for as good as any other."""
    for step in plan(schema, STATEMENTS[name]):
        assert not re.match(r"SCAN (?!(anon_\d+|json_each) VIRTUAL)", step), step
        if name not in SMALL:
            assert "(tenant_id=?)" not in step, step

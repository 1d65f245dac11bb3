"""Every row belongs to a shop, and every statement says which one."""

from __future__ import annotations

import pytest

from rustok_desktop.storage.schema import metadata

from . import statements

# Tables whose rows belong to no shop, and why.
SHARED = {
    "tenants": "a row is a shop; its id is the tenant id",
    "sys_meta": "facts about the file: the device's id",
    "sys_consumers": "a reader of the log follows all shops with one cursor",
}
TENANT_TABLES = statements.table_names() - SHARED.keys()

# Statements that mean the rows of every shop, or of one that another key names already.
UNFILTERED = {
    "outbox.log._HEAD": "the log is one order for all shops",
    "outbox.log._REFS": "readers of the log follow all shops; each ref names its own",
    "outbox.log._REFS_AT": "as above, one event by its number",
    "outbox.log._GET": "an event by its id, for the runner and the command line",
    "history.statements.HEAD": "as above",
    "runtime.overview_sql.HEAD": "as above",
    "history.statements.SUPERSEDE": "after a commit, for whoever it was: a step meets steps of its own shop only",
    "index.rebuild._SQL.products.stray_hits.0.1": "search rows found in the shop's range just before",
    "index.rebuild._SQL.products.stray_hits.1.1": "as above",
    "index.rebuild._SQL.products.stray_hits.2.1": "as above",
    "index.rebuild._SQL.content.stray_hits.0.1": "as above",
    "index.rebuild._SQL.content.stray_hits.1.1": "as above",
    "index.projections.CONTENT.sql.last_id": "a range of ids is one shop in one language",
    "index.projections.CONTENT.sql.drop_tags": "rows of the batch, whose ids are one shop's",
    "index.projections.CONTENT.sql.remove_rows.0": "as above",
    "index.projections.CONTENT.sql.remove_rows.1": "as above",
    "index.projections.PRODUCTS.sql.last_id": "a range of ids is one shop in one language",
    "index.projections.PRODUCTS.sql.drop_tags": "rows of the batch, whose ids are one shop's",
    "index.projections.PRODUCTS.sql.remove_rows.0": "as above",
    "index.projections.PRODUCTS.sql.remove_rows.1": "as above",
    "content.statements.ANY_NODE": "an id that the caller chose must be new to the whole file",
    "content.statements.DUE": "the clock publishes for every shop; each row names its own",
    "content.statements.NEXT_TIME": "as above",
    "media.statements.KNOWN_PATH": "a file on disk serves every shop that holds the same picture",
    "media.statements.TRASHED_PATHS": "as above",
    "taxonomy.statements.ANY_CATEGORY": "an id that the caller chose must be new to the whole file",
    "outbox.cursors.FAILED_COUNTS": "the state of readers, which follow all shops",
    "outbox.cursors.BLOCKED": "as above",
    "outbox.cursors.RETRYABLE": "as above",
    "outbox.cursors.NEXT_WAITING": "as above; an aggregate belongs to one shop",
    "outbox.cursors._UNPARK": "one delivery by its number in the log",
    "outbox.cursors._CLEAR": "a replay is of the whole log",
    "exchange.service._INTERRUPTED": "after a start: no import of any shop can still run",
}


def test_the_tables_are_known() -> None:
    assert {"products", "sys_events", "index_products", "imports"} <= TENANT_TABLES
    assert SHARED.keys() <= statements.table_names()


@pytest.mark.parametrize("name", sorted(statements.table_names()))
def test_every_row_names_its_shop(name: str) -> None:
    table = metadata.tables[name]
    if name in SHARED:
        assert "tenant_id" not in table.c, f"{name} has a tenant after all"
        return
    assert "tenant_id" in table.c, f"{name} has no tenant_id; say in SHARED why it needs none"
    assert not table.c.tenant_id.nullable


@pytest.mark.parametrize("name", sorted(TENANT_TABLES))
def test_every_statement_on_the_table_says_whose_rows_it_means(name: str) -> None:
    loose = {
        found.name: found.sql
        for found in statements.prepared()
        if name in statements.unfiltered(found.sql, TENANT_TABLES) and found.name not in UNFILTERED
    }
    assert loose == {}


def test_no_exception_is_out_of_date() -> None:
    loose = {f.name for f in statements.prepared() if statements.unfiltered(f.sql, TENANT_TABLES)}
    assert UNFILTERED.keys() - loose == set()


def test_most_statements_are_found() -> None:
    """The rule is worth nothing if the constants are looked for in the wrong place."""
    names = {found.name for found in statements.prepared()}
    assert {"commerce.statements.PRODUCT", "index.rebuild._SQL.products.total", "outbox.bus._APPEND"} <= names
    assert len(names) > 100


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("SELECT id FROM products WHERE id = :id", {"products"}),
        ("SELECT tenant_id FROM products WHERE id = :tenant_id", {"products"}),
        ("SELECT p.id FROM products AS p JOIN prices AS c ON c.tenant_id = p.tenant_id", {"products", "prices"}),
        ("UPDATE products SET status = 'x' WHERE id = :id", {"products"}),
        ("DELETE FROM prices WHERE variant_id = :id", {"prices"}),
        ("INSERT INTO prices (variant_id, amount) VALUES (:a, :b)", {"prices"}),
        ("INSERT INTO prices (variant_id, tenant_id) VALUES (:a, :b)", set()),
        ("SELECT id FROM products WHERE +tenant_id = :tenant", set()),
        ("SELECT id FROM products WHERE products.tenant_id || '' = :at_tenant_id", set()),
        ("SELECT ' FROM products ' FROM sys_meta", set()),
        ("SELECT a.id FROM sys_meta AS m, products AS a", {"products"}),
        ("SELECT tags, prices FROM json_each(:x)", set()),
        ("SELECT l.locale FROM tenants t JOIN tenant_locales l ON l.tenant_id = t.id WHERE t.id = :tenant_id", set()),
    ],
)
def test_the_rule_bites(sql: str, tables: set[str]) -> None:
    assert statements.unfiltered(sql, TENANT_TABLES) == tables

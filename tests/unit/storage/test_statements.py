"""Statements are compiled once and keep their constants."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from rustok_desktop.outbox.tables import sys_meta
from rustok_desktop.storage.statements import prepare


def test_a_core_statement_becomes_named_driver_sql() -> None:
    statement = prepare(select(sys_meta.c.value).where(sys_meta.c.key == bindparam("key")))
    assert ":key" in statement.sql
    assert statement.bind({"key": "a"}) == {"key": "a"}


def test_constants_travel_with_the_statement_and_callers_may_override() -> None:
    statement = prepare(select(sys_meta.c.value).where(sys_meta.c.key == "fixed").limit(bindparam("n", 5)))
    assert "fixed" in statement.bind({}).values()
    assert statement.bind({"n": 7})["n"] == 7


def test_text_is_taken_as_it_is() -> None:
    assert prepare("SELECT :a").sql == "SELECT :a"

"""Statements compiled once.

A Core statement is readable and portable, but compiling and executing it through the toolkit costs about
0.1 ms each time, many times the work of SQLite itself. ``prepare`` pays that once, at import: what runs
later is driver SQL with named parameters. Only types that need no conversion may appear (see ``schema``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite

_DIALECT = sqlite.dialect(paramstyle="named")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Driver SQL with ``:name`` parameters, and the values of those that are constant."""

    sql: str
    constants: dict[str, Any]

    def bind(self, params: dict[str, Any]) -> dict[str, Any]:
        """The parameters to send; what the caller gives wins over constants."""
        return {**self.constants, **params} if self.constants else params


def prepare(statement: ClauseElement | str) -> Prepared:
    """Compile a Core statement, or wrap SQL text that already uses ``:name`` parameters."""
    if isinstance(statement, str):
        return Prepared(statement, {})
    compiled = statement.compile(dialect=_DIALECT)
    constants = {name: value for name, value in compiled.params.items() if value is not None}
    return Prepared(str(compiled), constants)

"""One transaction on the writer: statements, and what to do once it is committed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rustok_desktop.storage.slow_log import StopWatch
from rustok_desktop.storage.statements import Prepared

_UNIQUE = "UNIQUE constraint failed: "


class UniqueViolation(Exception):
    """A row broke a unique rule; ``table`` and ``columns`` say which one."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        names = [part.strip().partition(".") for part in detail.removeprefix(_UNIQUE).split(",")]
        self.table = names[0][0]
        self.columns = tuple(column for _, _, column in names)


class UnitOfWork:
    """The inside of ``BEGIN IMMEDIATE … COMMIT``. Lives on the writer's thread; never keep it after.

    ``now`` and ``txid`` are fixed for the whole transaction, so all it writes carries one time and one group.
    """

    __slots__ = ("_after_commit", "_connection", "_watch", "now", "txid")

    def __init__(self, connection: sqlite3.Connection, now: str, txid: str, watch: StopWatch) -> None:
        self._connection = connection
        self._watch = watch
        self._after_commit: list[Callable[[], None]] = []
        self.now = now
        self.txid = txid

    def one(self, statement: Prepared, /, **params: Any) -> tuple[Any, ...] | None:
        """The first row, or None."""
        began = self._watch.timer()
        row: tuple[Any, ...] | None = self._connection.execute(statement.sql, statement.bind(params)).fetchone()
        self._watch.ended(statement.sql, began)
        return row

    def all(self, statement: Prepared, /, **params: Any) -> list[tuple[Any, ...]]:
        """All rows."""
        began = self._watch.timer()
        rows = self._connection.execute(statement.sql, statement.bind(params)).fetchall()
        self._watch.ended(statement.sql, began)
        return rows

    def run(self, statement: Prepared, /, **params: Any) -> int:
        """Execute and return the number of rows touched. UniqueViolation on a broken unique rule."""
        began = self._watch.timer()
        try:
            return self._connection.execute(statement.sql, statement.bind(params)).rowcount
        except sqlite3.IntegrityError as error:
            raise _integrity(error) from error
        finally:
            self._watch.ended(statement.sql, began)

    def run_many(self, statement: Prepared, rows: Iterable[Mapping[str, Any] | tuple[Any, ...]]) -> int:
        """Execute once per row, by name or by place; constants of the statement are not merged in."""
        began = self._watch.timer()
        try:
            return self._connection.executemany(statement.sql, rows).rowcount
        except sqlite3.IntegrityError as error:
            raise _integrity(error) from error
        finally:
            self._watch.ended(statement.sql, began)

    def after_commit(self, call: Callable[[], None]) -> None:
        """Run ``call`` on the writer's thread once the transaction is durable; same call added once."""
        if call not in self._after_commit:
            self._after_commit.append(call)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part that can fail alone: rolled back to here when the block raises."""
        self._connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK TO part")
            self._connection.execute("RELEASE part")
            raise
        self._connection.execute("RELEASE part")

    def committed(self) -> tuple[Callable[[], None], ...]:
        """The calls to make now that the transaction is durable (for the writer)."""
        return tuple(self._after_commit)


def _integrity(error: sqlite3.IntegrityError) -> Exception:
    text = str(error)
    return UniqueViolation(text) if text.startswith(_UNIQUE) else error

"""Reads: a few read-only connections that never block the writer.

Each call is one trip to a connection's thread. Statements run in autocommit, so no read transaction
outlives its statement; ``snapshot`` holds one for a short block of related reads.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import aiosqlite
from sqlalchemy import URL, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from rustok_desktop.storage.connection import READER_PRAGMAS, STATEMENT_CACHE, file_uri
from rustok_desktop.storage.slow_log import SlowLog
from rustok_desktop.storage.statements import Prepared

POOL_SIZE = 3


class ReadSession:
    """Several reads over one state of the file."""

    def __init__(self, connection: aiosqlite.Connection, slow: SlowLog) -> None:
        self._connection = connection
        self._slow = slow

    async def one(self, statement: Prepared, /, **params: Any) -> tuple[Any, ...] | None:
        """The first row, or None."""
        rows = await self.all(statement, **params)
        return rows[0] if rows else None

    async def all(self, statement: Prepared, /, **params: Any) -> list[tuple[Any, ...]]:
        """All rows. A read that nobody waits for any more is broken off, so that the next one need not wait for it."""
        began = self._slow.timer()
        try:
            rows: Iterable[Any] = await self._connection.execute_fetchall(statement.sql, statement.bind(params))
        except asyncio.CancelledError:
            await self._connection.interrupt()
            raise
        self._slow.read(statement.sql, began)
        return cast("list[tuple[Any, ...]]", rows)


class Reader:
    """The pool of reading connections; opened and used on the core loop."""

    def __init__(self, path: Path, size: int = POOL_SIZE, slow: SlowLog | None = None) -> None:
        self._path = path
        self._slow = slow or SlowLog()
        self._size = size
        self._engine: AsyncEngine | None = None
        self._open: list[AsyncConnection] = []
        self._free: asyncio.LifoQueue[aiosqlite.Connection] = asyncio.LifoQueue()

    async def open(self) -> None:
        """Connect; the file must exist."""
        # Through the toolkit, not around it: it makes the connections' threads daemons, so that a process that
        # forgot to close its database can still end.
        url = URL.create("sqlite+aiosqlite", database=file_uri(self._path), query={"mode": "ro", "uri": "true"})
        arguments = {"isolation_level": None, "cached_statements": STATEMENT_CACHE}
        self._engine = create_async_engine(url, connect_args=arguments, pool_size=self._size, max_overflow=0)
        event.listen(self._engine.sync_engine, "connect", _prepare)
        for _ in range(self._size):
            connection = await self._engine.connect()
            self._open.append(connection)
            raw = await connection.get_raw_connection()
            self._free.put_nowait(cast("aiosqlite.Connection", raw.driver_connection))

    async def close(self) -> None:
        """Wait for running reads and close. Safe to call twice."""
        engine, self._engine = self._engine, None
        if engine is None:
            return
        for _ in range(self._size):
            await self._free.get()
        for connection in self._open:
            await connection.close()
        self._open.clear()
        await engine.dispose()

    async def one(self, statement: Prepared, /, **params: Any) -> tuple[Any, ...] | None:
        """The first row, or None."""
        rows = await self.all(statement, **params)
        return rows[0] if rows else None

    async def all(self, statement: Prepared, /, **params: Any) -> list[tuple[Any, ...]]:
        """All rows of one statement."""
        connection = await self._free.get()
        try:
            return await ReadSession(connection, self._slow).all(statement, **params)
        finally:
            self._free.put_nowait(connection)

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[ReadSession]:
        """One consistent state for the block. Keep it short: an open read keeps the log file from shrinking."""
        connection = await self._free.get()
        try:
            await connection.execute_fetchall("BEGIN")
            yield ReadSession(connection, self._slow)
        finally:
            # Also after a cancellation: the connection must go back without an open transaction.
            await asyncio.shield(self._end(connection))

    async def _end(self, connection: aiosqlite.Connection) -> None:
        try:
            await connection.rollback()
        finally:
            self._free.put_nowait(connection)


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in READER_PRAGMAS:
        cursor.execute(pragma)
    cursor.close()

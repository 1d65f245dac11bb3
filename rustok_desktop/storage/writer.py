"""The writer: one thread, one connection, whole units of work one after another.

A unit of work is a plain function. It runs from BEGIN IMMEDIATE to COMMIT without ever returning to the
event loop, so nothing can be cancelled half-way; callers wait for a shielded future. Going to another thread
costs about as much as a small transaction, so a command makes that trip once, not once per statement.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from contextlib import asynccontextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

from rustok_desktop.core.clock import Clock
from rustok_desktop.core.ids import new_id
from rustok_desktop.storage.connection import fault_of, file_uri, open_writer
from rustok_desktop.storage.slow_log import SlowLog, StopWatch
from rustok_desktop.storage.unit_of_work import UnitOfWork

T = TypeVar("T")
_log = logging.getLogger(__name__)
_COLLECT = (50_000, 20, 20)
_Task = tuple[Callable[[sqlite3.Connection], Any], "Future[Any]"]


class WriterClosed(RuntimeError):
    """Work was given to a writer that is not open."""


class Writer:
    """All changes to the file pass here, in order."""

    def __init__(self, path: Path, clock: Clock, slow: SlowLog | None = None) -> None:
        self._path = path
        self._clock = clock
        self._slow = slow or SlowLog()
        self._queue: SimpleQueue[_Task | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._attachments = 0

    def open(self) -> None:
        """Open the connection and start the thread. KnownFault when the file cannot be written."""
        connection = open_writer(self._path)
        # A unit of work makes rows by the ten thousands, hardly a cycle among them: collecting at the usual rate takes
        # a third of its time. A process that turned collecting off (the window) is not touched by this.
        gc.set_threshold(*_COLLECT)
        self._thread = threading.Thread(target=self._serve, args=(connection,), name="rustok-writer", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Finish what was accepted, then close. Safe to call twice."""
        with self._lock:
            thread, self._thread = self._thread, None
            if thread is not None:
                self._queue.put(None)
        if thread is not None:
            thread.join()

    async def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run ``work`` in one transaction; raises what it raises, after rolling back.

        Cancelling the caller does not cancel the work: it commits or fails as a whole.
        """
        return await asyncio.shield(asyncio.wrap_future(self._submit(self._transaction(work))))

    def run_blocking(self, work: Callable[[UnitOfWork], T]) -> T:
        """The same for a plain thread. Never call it on the core loop or in the window's thread."""
        return self._submit(self._transaction(work)).result()

    async def execute(self, sql: str) -> list[tuple[Any, ...]]:
        """One maintenance statement outside a transaction (checkpoint, optimize, VACUUM INTO)."""
        return await asyncio.shield(asyncio.wrap_future(self._submit(lambda c: c.execute(sql).fetchall())))

    @asynccontextmanager
    async def attached(self, path: Path) -> AsyncIterator[str]:
        """Attach another SQLite file read-only for the block; yields its schema name."""
        self._attachments += 1
        name = f"staging{self._attachments}"
        uri = file_uri(path, read_only=True)
        await asyncio.shield(asyncio.wrap_future(self._submit(lambda c: c.execute(f"ATTACH ? AS {name}", (uri,)))))
        try:
            yield name
        finally:
            await self.execute(f"DETACH {name}")

    def _transaction(self, work: Callable[[UnitOfWork], T]) -> Callable[[sqlite3.Connection], T]:
        def run(connection: sqlite3.Connection) -> T:
            slow = self._slow
            began, watch = slow.timer(), StopWatch(slow.timer)
            unit = UnitOfWork(connection, self._clock(), new_id(), watch)
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(unit)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                slow.transaction(watch, began)
            _notify(unit)
            return result

        return run

    def _submit(self, call: Callable[[sqlite3.Connection], T]) -> Future[T]:
        future: Future[T] = Future()
        with self._lock:
            if self._thread is None:
                raise WriterClosed("the database is closed")
            self._queue.put((call, future))
        return future

    def _serve(self, connection: sqlite3.Connection) -> None:
        while (task := self._queue.get()) is not None:
            call, future = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = call(connection)
            except sqlite3.Error as error:
                future.set_exception(fault_of(error, self._path))
            except BaseException as error:  # noqa: BLE001 - handed to the caller, whoever that is
                future.set_exception(error)
            else:
                future.set_result(result)
            # Without this the thread holds the last closure, and all it refers to, while it waits.
            del task, call, future
        connection.close()


def _notify(unit: UnitOfWork) -> None:
    for call in unit.committed():
        try:
            call()
        except Exception:  # noqa: BLE001 - the transaction is durable: a listener's fault must not undo that answer
            _log.exception("a listener failed after a commit")

"""The worker process that prepares documents in bulk, so that the window's process burns no Python for it.

It reads the data file over its own read-only connection and writes a staging file; the writer attaches that.
The process starts with the first bulk and ends after a minute without work.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from typing import Any

from rustok_desktop.core.ids import new_id
from rustok_desktop.index.projections import STAGES
from rustok_desktop.index.staged_sql import IDS_DDL, documents_ddl, insert_document
from rustok_desktop.storage.connection import open_reader
from rustok_desktop.storage.staging import StagingFile
from rustok_desktop.storage.statements import Prepared

IDLE_SECONDS = 60.0
_PREFIX = "index-"


def fill_staging(database: str, staging: str, name: str, asked: Mapping[str, Sequence[str]]) -> int:
    """Prepare the documents of ``asked`` (shop -> ids) of a projection into a new staging file; returns how many."""
    projection = STAGES[name].projection
    reader = open_reader(Path(database))
    target = StagingFile.open(Path(staging))
    try:
        target.connection.execute(f"CREATE TABLE index_documents {documents_ddl(projection)}")
        target.connection.execute(f"CREATE TABLE index_asked {IDS_DDL}")
        target.connection.execute("BEGIN")
        reader.execute("BEGIN")  # one state of the file for all that is read

        def query(statement: Prepared, /, **params: Any) -> list[tuple[Any, ...]]:
            return reader.execute(statement.sql, statement.bind(params)).fetchall()

        count = 0
        insert = insert_document(projection)
        for tenant, ids in asked.items():
            target.connection.executemany("INSERT OR IGNORE INTO index_asked VALUES (?, ?)", ((tenant, i) for i in ids))
            count += target.connection.executemany(insert, projection.build(query, tenant, ids)).rowcount
        target.connection.execute("COMMIT")
        return count
    finally:
        reader.close()
        target.close()


def discard(staging: Path) -> None:
    """Delete a staging file; one that is still open elsewhere goes with the next start."""
    with suppress(OSError):
        staging.unlink(missing_ok=True)


class IndexWorker:
    """At most one process; used on the core loop. ``temp`` is where staging files are made."""

    def __init__(self, database: Path, temp: Path) -> None:
        self._database = database
        self._temp = temp
        self._pool: ProcessPoolExecutor | None = None
        self._rest: asyncio.TimerHandle | None = None
        self._fresh = True

    async def prepare(self, name: str, asked: Mapping[str, Sequence[str]]) -> Path:
        """A staging file with the documents of ``asked`` of a projection; the caller deletes it.

        A worker that died (killed, out of memory) is replaced once.
        """
        if self._fresh:
            self._fresh = False
            self._clean()
        path = self._temp / f"{_PREFIX}{new_id()}.db"
        try:
            try:
                await self._call(path, name, asked)
            except BrokenProcessPool:
                self.close()
                discard(path)
                await self._call(path, name, asked)
        except BaseException:
            discard(path)
            raise
        return path

    def _clean(self) -> None:
        """Delete staging files that a crash left behind."""
        for left in self._temp.glob(f"{_PREFIX}*.db"):
            discard(left)

    def close(self) -> None:
        """End the process once it has finished what it is doing."""
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)

    async def _call(self, path: Path, name: str, asked: Mapping[str, Sequence[str]]) -> int:
        loop = asyncio.get_running_loop()
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1, mp_context=multiprocessing.get_context("spawn"), initializer=_settle_in
            )
        if self._rest is not None:
            self._rest.cancel()
        self._rest = loop.call_later(IDLE_SECONDS, self.close)
        return await loop.run_in_executor(self._pool, fill_staging, str(self._database), str(path), name, dict(asked))


def _settle_in() -> None:
    """In the new process: stand back behind the window, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(10)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: Any) -> None:
    parent.join()
    os._exit(0)

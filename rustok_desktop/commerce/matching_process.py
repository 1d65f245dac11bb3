"""The process that reads a whole shop and finds what looks alike. It never writes, so it can be ended at any moment.

Started fresh ("spawn"). Groups pass through the pipe at the end, two numbers of progress now and then.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import sqlite3
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from rustok_desktop.commerce import matching_sql as sql
from rustok_desktop.commerce.matching_search import Group, Matcher
from rustok_desktop.commerce.matching_views import DuplicateReport, Progress
from rustok_desktop.commerce.pricing_sql import TITLES
from rustok_desktop.core.codec import dumps
from rustok_desktop.storage.connection import fault_of, open_reader
from rustok_desktop.storage.statements import Prepared

_TICK = 0.05  # seconds between two words of progress
_POLL = 0.25  # seconds; how long a cancelled wait may linger in its thread
_GRACE = 3.0
_MANY = 2_000  # rows fetched at once
_NICE = 10


class SearchFailed(RuntimeError):
    """The process ended without an answer, or failed by a bug; the text is its traceback."""


def search(database: Path, tenant_id: str, locale: str, tell: Progress) -> DuplicateReport:
    """Over one state of the file; ``tell`` hears how many products of how many, twice: codes, then titles.

    Groups are named in the language ``locale``, or any where there is no title in it.
    """
    connection = open_reader(database)
    try:
        connection.execute("BEGIN")
        rows = _rows(connection, sql.DISTINCT, tenant_id)
        matcher = Matcher([[row[1] for row in said] for _, said in groupby(rows, key=lambda row: str(row[0]))])
        count = next(iter(_rows(connection, sql.LIVE, tenant_id)))[0]
        told = _Told(tell, 2 * count)
        for product_id, sku, barcode in told.counted(_rows(connection, sql.CODES, tenant_id), 0):
            matcher.add_code(product_id, sku, barcode)
        for product_id, language, title in told.counted(_rows(connection, sql.TITLES, tenant_id), count):
            matcher.add_title(product_id, language, title)
        return DuplicateReport(tuple(_named(connection, matcher.groups(), tenant_id, locale)), count)
    finally:
        connection.close()


def _named(connection: sqlite3.Connection, groups: list[Group], tenant_id: str, locale: str) -> Iterator[Group]:
    ids = dumps([group.product_ids[0] for group in groups])
    asked = TITLES.bind({"at_tenant_id": tenant_id, "locale": locale, "ids": ids})
    for group, (_, title) in zip(groups, connection.execute(TITLES.sql, asked), strict=True):
        yield replace(group, title=title or "")


class _Told:
    """Counts products among their rows, and tells now and then."""

    def __init__(self, tell: Progress, total: int) -> None:
        self._tell = tell
        self._total = total
        self._at = 0.0

    def counted(self, rows: Iterable[tuple[Any, ...]], done: int) -> Iterator[tuple[Any, ...]]:
        last = None
        for row in rows:
            if row[0] != last:
                last, done = row[0], done + 1
                if time.monotonic() - self._at >= _TICK:
                    self._at = time.monotonic()
                    self._tell(min(done, self._total), self._total)
            yield row


def _rows(connection: sqlite3.Connection, statement: Prepared, tenant_id: str) -> Iterator[tuple[Any, ...]]:
    cursor = connection.execute(statement.sql, statement.bind({"at_tenant_id": tenant_id}))
    while rows := cursor.fetchmany(_MANY):
        yield from rows


def main(database: str, tenant_id: str, locale: str, pipe: Connection) -> None:
    """Entry point of the process. Sends ``(kind, value)``: progress; then done, fault or bug."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(AttributeError, OSError):
        os.nice(_NICE)
    try:
        found = search(Path(database), tenant_id, locale, lambda done, total: pipe.send(("progress", (done, total))))
        answer: tuple[str, Any] = ("done", found)
    except BrokenPipeError:  # the parent is gone
        return
    except sqlite3.Error as error:
        answer = ("fault", fault_of(error, Path(database)))
    except Exception:  # noqa: BLE001 - handed to the parent, which raises it there
        answer = ("bug", traceback.format_exc())
    with suppress(BrokenPipeError):
        pipe.send(answer)
    pipe.close()


async def run_search(
    database: Path, tenant_id: str, locale: str, progress: Progress | None, entry: Callable[..., None] = main
) -> DuplicateReport:
    """The same in a process of its own; cancelling the caller ends it. KnownFault for a file that cannot be read."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    given = (str(database), tenant_id, locale, sender)
    process = context.Process(target=entry, args=given, name="rustok-match", daemon=True)
    try:
        await asyncio.to_thread(process.start)
        sender.close()
        while True:
            kind, value = await asyncio.to_thread(_receive, process, receiver)
            if kind == "progress" and progress is not None:
                progress(*value)
            elif kind == "done":
                report: DuplicateReport = value
                return report
            elif kind == "fault":
                raise value
            elif kind in ("bug", "ended"):
                raise SearchFailed(str(value))
    finally:
        await asyncio.shield(asyncio.to_thread(_end, process))
        receiver.close()


def _receive(process: SpawnProcess, receiver: Connection) -> tuple[str, Any]:
    try:
        if receiver.poll(_POLL):
            kind, value = receiver.recv()
            return kind, value
    except (EOFError, OSError):
        process.join(_GRACE)
        return "ended", f"the search ended with code {process.exitcode}"
    return "quiet", None


def _end(process: SpawnProcess) -> None:
    if process.pid is None:
        return
    process.terminate()  # it only reads
    process.join(_GRACE)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()

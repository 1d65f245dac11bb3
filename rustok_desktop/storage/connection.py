"""How a SQLite file is opened: the settings of the one writing connection and of the reading ones."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from rustok_desktop.core.errors import KnownFault, Locked

BUSY_TIMEOUT_MS = 5000
STATEMENT_CACHE = 512

# trusted_schema and cell_size_check: a damaged or hostile file must not run code or spread.
# mmap_size 0: mapped pages turn an I/O error into a crash.
_COMMON = (
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
)
# FULL: once the window said "saved", a power cut must not take it back. Checkpoints happen on this
# connection only; see docs/decisions on the WAL-reset defect of older SQLite releases.
_WRITER = (
    *_COMMON,
    "PRAGMA synchronous=FULL",
    "PRAGMA journal_size_limit=67108864",
    "PRAGMA cache_size=-32768",
)
READER_PRAGMAS = (*_COMMON, "PRAGMA query_only=ON", "PRAGMA wal_autocheckpoint=0", "PRAGMA cache_size=-6144")


def file_uri(path: Path, *, read_only: bool = False) -> str:
    """A SQLite URI for ``path``, whatever characters it holds."""
    suffix = "?mode=ro" if read_only else ""
    return f"file:{quote(path.absolute().as_posix())}{suffix}"


def open_writer(path: Path) -> sqlite3.Connection:
    """The writing connection, in autocommit: BEGIN IMMEDIATE and COMMIT are ours alone to send."""
    try:
        connection = sqlite3.connect(
            file_uri(path),
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=STATEMENT_CACHE,
        )
        mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        for pragma in _WRITER:
            connection.execute(pragma)
    except sqlite3.Error as error:
        raise fault_of(error, path) from error
    if mode != "wal":  # the setting fails silently, e.g. on a network folder
        connection.close()
        raise KnownFault("network_folder", path=str(path))
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """A plain read-only connection, for worker processes."""
    connection = sqlite3.connect(file_uri(path, read_only=True), uri=True, isolation_level=None)
    for pragma in READER_PRAGMAS:
        connection.execute(pragma)
    return connection


def fault_of(error: sqlite3.Error, path: Path | None = None) -> Exception:
    """The error to raise for a driver error: a known fault in plain words, or the driver's own."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary == sqlite3.SQLITE_FULL:
        return KnownFault("disk_full")
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Locked("database_busy")
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR):
        return KnownFault("database_corrupt", detail=str(error))
    if primary == sqlite3.SQLITE_NOTADB:
        return KnownFault("foreign_file", path=str(path or ""))
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return KnownFault("cannot_write", path=str(path or ""))
    return error

"""Bulk work's hand-over: a throw-away SQLite file of prepared rows.

A worker process reads, checks and prepares rows and writes them here; the writer attaches the file and
copies batches with INSERT … SELECT. The window's process then runs one C call per table and batch, with the
interpreter lock released, instead of building rows in Python. Rows carry an ``ordinal``, the number of the
thing they belong to, so that a batch is a range and one thing can be left out.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rustok_desktop.storage.connection import file_uri

# Nobody needs this file after a crash: no syncs, and no journal unless somebody reads meanwhile. A write-ahead
# log lets the reader keep its state while the next batch is written; nothing is gained by emptying it midway.
_PRAGMAS = ("synchronous=OFF", "temp_store=MEMORY", "cache_size=-16384")
_ALONE = ("journal_mode=OFF", *_PRAGMAS)
_SHARED = ("page_size=16384", "journal_mode=WAL", "wal_autocheckpoint=0", *_PRAGMAS)
_COMPANIONS = ("", "-wal", "-shm")


class StagingFile:
    """A file without safety nets, for one writer at a time. It stays on disk after :meth:`close`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path, *, shared: bool = False) -> StagingFile:
        """The file, made where it is missing; ``shared`` lets others read what is committed meanwhile."""
        connection = sqlite3.connect(file_uri(path), uri=True, isolation_level=None, check_same_thread=False)
        for pragma in _SHARED if shared else _ALONE:
            connection.execute(f"PRAGMA {pragma}")
        return cls(path, connection)

    @classmethod
    def read(cls, path: Path) -> StagingFile:
        """An existing file, of either kind, to read only."""
        uri = file_uri(path, read_only=True)
        return cls(path, sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False))

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    @staticmethod
    def remove(path: Path) -> None:
        """Delete the file and what belongs to it, if they are there; nobody may have it open."""
        for companion in _COMPANIONS:
            path.with_name(path.name + companion).unlink(missing_ok=True)

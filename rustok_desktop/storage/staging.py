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

# Nobody needs this file after a crash: no journal, no syncs.
_PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "locking_mode=NORMAL", "temp_store=MEMORY", "cache_size=-16384")


class StagingFile:
    """A file without safety nets, for one writer at a time. It stays on disk after :meth:`close`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> StagingFile:
        """The file, made where it is missing."""
        connection = sqlite3.connect(file_uri(path), uri=True, isolation_level=None, check_same_thread=False)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return cls(path, connection)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

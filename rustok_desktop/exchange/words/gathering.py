"""The texts of a file in a table of the staging file: whatever order they come in, a thing's texts are together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

from rustok_desktop.exchange.words.units import Key, ReadText
from rustok_desktop.storage.staging import StagingFile

_MAKE = (
    "CREATE TABLE texts (thing TEXT, key TEXT, line INTEGER, source TEXT, target TEXT, untouched INTEGER,"
    " fault TEXT, detail TEXT, first INTEGER)"
)
_PUT = "INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)"
_ORDER = (
    "CREATE INDEX ix_texts ON texts (thing)",
    "CREATE TABLE firsts AS SELECT thing, min(rowid) AS first FROM texts GROUP BY thing ORDER BY first",
)
_ALL = (
    "SELECT t.thing, t.key, t.line, t.source, t.target, t.untouched, t.fault, t.detail FROM firsts f"
    " JOIN texts t ON t.thing = f.thing ORDER BY f.rowid, t.rowid"
)


class Gathered:
    """Texts laid down once, read by thing. The file is thrown away with :meth:`close`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.count = 0

    def lay_down(self, texts: Iterable[ReadText]) -> None:
        """Take everything in."""
        with closing(StagingFile.open(self._path)) as file:
            execute = file.connection.execute
            execute(_MAKE)
            execute("BEGIN")
            for text in texts:
                key = Key.read(text.key)
                thing = key.thing if key is not None else ""
                row = (thing, text.key, text.line, text.source, text.target, int(text.untouched))
                execute(_PUT, (*row, text.fault, text.detail))
                self.count += 1
            execute("COMMIT")
            for statement in _ORDER:
                execute(statement)

    def by_thing(self) -> Iterator[tuple[str, list[ReadText]]]:
        """Things in the order in which the file first speaks of them; "" for texts of no thing."""
        with closing(StagingFile.read(self._path)) as file:
            for thing, rows in groupby(file.connection.execute(_ALL), key=lambda row: str(row[0])):
                yield thing, [ReadText(r[2], r[1], r[3], r[4], bool(r[5]), r[6], r[7]) for r in rows]

    def close(self) -> None:
        """Throw it away."""
        StagingFile.remove(self._path)

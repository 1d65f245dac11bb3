"""The records an import leaves out, as a file to mend and import again."""

from __future__ import annotations

import csv
from pathlib import Path

from rustok_desktop.exchange.planner import RejectedRow
from rustok_desktop.exchange.shopify import Columns


class RejectedFile:
    """The records left out, as a file of the same shape with an ``Error`` column; not made when there are none."""

    def __init__(self, path: Path, columns: Columns, delimiter: str) -> None:
        self._path = path
        self._columns = columns
        self._delimiter = delimiter
        self._written = False

    def add(self, rows: list[RejectedRow]) -> None:
        """Append the records of one batch; they are in the file when this returns."""
        if not rows:
            return
        width = len(self._columns.headers)
        # The mark tells spreadsheets that this is UTF-8.
        encoding = "utf-8" if self._written else "utf-8-sig"
        with self._path.open("a", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=self._delimiter)
            if not self._written:
                writer.writerow([*self._columns.headers, "Error"])
            for row in rows:
                writer.writerow([*row.cells[:width], row.error])
        self._written = True

"""Ranges of cells as spreadsheets exchange them: tabs between cells, line ends between rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence


def to_tsv(rows: Sequence[Sequence[str]]) -> str:
    """Text for the clipboard; cells with tabs, quotes or line ends are quoted."""
    buffer = io.StringIO()
    csv.writer(buffer, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return buffer.getvalue().removesuffix("\n")


# A quoted cell ends where a quote stands before a separator or the end; anything else that starts with a quote
# (27" screen) is taken literally.
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


def from_tsv(text: str) -> list[list[str]]:
    """Rows of cells; a last empty line is no row."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not plain:
        return []
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        match = _QUOTED.match(plain, place)
        if match is not None:
            rows[-1].append(match.group(1).replace('""', '"'))
        else:
            match = _PLAIN.match(plain, place)
            assert match is not None
            rows[-1].append(match.group())
        place = match.end() + 1
        if place > len(plain):
            return rows
        if plain[place - 1] == "\n":
            rows.append([])


def spread(block: Sequence[Sequence[str]], rows: int, columns: int) -> list[list[str]]:
    """The block as it lands on a selection: a single cell, row or column repeats to fill it."""
    height, width = len(block), max((len(row) for row in block), default=0)
    tall = rows if rows % height == 0 and rows > height else height
    wide = columns if columns % width == 0 and columns > width else width
    return [
        [row[c % width] if c % width < len(row) else "" for c in range(wide)]
        for row in (block[r % height] for r in range(tall))
    ]

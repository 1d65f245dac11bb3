"""Texts as a table for spreadsheets, with comma or semicolon."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.csv_reader import (
    TextShape,
    find_delimiter,
    find_encoding,
    read_head,
    read_header,
    read_records,
)
from rustok_desktop.exchange.nodes.wxr_xml import carried
from rustok_desktop.exchange.nodes.xml_stream import Tell
from rustok_desktop.exchange.words.tags import read_tag
from rustok_desktop.exchange.words.units import Languages, ReadText, WrittenText

_COLUMNS = ("id", "kind", "title", "field")
_LANGUAGE = re.compile(r"(source|target)\s*\(\s*([A-Za-z0-9_-]+)\s*\)")
# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it says that it is text.
_GUARDED = ("=", "+", "-", "@", "\t", "\n", "'")
_ERRORS = frozenset({"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#####"})
_RECORDS_PER_WORD = 200


class TableWriter:
    """Writes one table with a byte order mark, without which spreadsheets take it for another encoding."""

    def __init__(self, file: IO[str], delimiter: str, languages: Languages) -> None:
        self._rows = csv.writer(file, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        heads = (f"source ({languages.source})", f"target ({languages.target})")
        self._rows.writerow([*_COLUMNS, *heads, "state"])

    def write(self, texts: Iterable[WrittenText]) -> None:
        """The next texts."""
        for text in texts:
            words = (text.title, text.key.field, text.source, text.target)
            self._rows.writerow([str(text.key), text.key.kind, *map(guarded, words), text.state])

    def close(self) -> None:
        """Nothing follows the last row."""


class TableReader:
    """Hands out the rows of a table. UserError for one without the columns that are needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        head = read_head(path)
        encoding = find_encoding(path, head)
        known = frozenset({*_COLUMNS, "state"})
        self._shape = TextShape(encoding, find_delimiter(path, encoding, known))
        self._places: dict[str, int] = {}
        self.languages = self._read_heads()

    def texts(self, tell: Tell = lambda _: None) -> Iterator[ReadText]:
        """Every row in the order of the file."""
        size = self._path.stat().st_size
        for number, line, cells in read_records(self._path, self._shape):
            yield self._text(line, cells)
            if number % _RECORDS_PER_WORD == 0:
                tell(min(number * _RECORDS_PER_WORD, size))
        tell(size)

    def _read_heads(self) -> Languages:
        said: dict[str, str] = {}
        for place, head in enumerate(read_header(self._path, self._shape)):
            found = _LANGUAGE.fullmatch(head)
            name = found.group(1) if found else head.lower()
            if name in self._places and name in ("id", "source", "target"):
                raise UserError("texts_column_twice", path=self._path.name, column=head)
            self._places.setdefault(name, place)
            if found:
                said[name] = found.group(2)
        missing = [name for name in ("id", "source", "target") if name not in self._places]
        if missing:
            raise UserError("texts_columns_missing", path=self._path.name, columns=", ".join(missing))
        if len(said) < 2:
            raise UserError("texts_no_languages", path=self._path.name)
        try:
            return Languages(read_tag(said["source"]), read_tag(said["target"]))
        except ValueError:
            source, target = said["source"], said["target"]
            raise UserError(
                "texts_languages_unreadable", path=self._path.name, source=source, target=target
            ) from None

    def _text(self, line: int, cells: list[str]) -> ReadText:
        def cell(name: str) -> str:
            place = self._places[name]
            return cells[place].replace("\r\n", "\n").replace("\r", "\n") if place < len(cells) else ""

        key, source, target = cell("id").strip(), cell("source"), cell("target")
        if len(cells) <= max(self._places[name] for name in ("id", "source", "target")):
            return ReadText(line, key, source, None, fault="text_row_short")
        if target.startswith("=") or target.strip() in _ERRORS:
            return ReadText(line, key, unguarded(source), target, fault="text_formula", detail=target[:40])
        return ReadText(line, key, unguarded(source), unguarded(target))


def guarded(text: str) -> str:
    """A cell that no spreadsheet reckons with."""
    text = carried(text)
    return f"'{text}" if text.startswith(_GUARDED) else text


def unguarded(cell: str) -> str:
    """The text of a cell, without the apostrophe before it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_GUARDED) else cell

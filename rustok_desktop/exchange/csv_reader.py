"""Any CSV file as numbered records of text: bytes first, then encoding, then delimiter, then cells.

Nothing is guessed from a sample that the whole file must obey: the text is decoded strictly from the first
byte to the last before a single record is used. Cells are never converted here.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import chain, islice
from pathlib import Path

from rustok_desktop.core.errors import UserError

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_RECORDS = 200
LONGEST_CELL = 4_000_000  # characters; a quote that is never closed must not swallow the machine's memory
_CHUNK = 1 << 20
# The longest mark first: the one of UTF-16-LE begins the one of UTF-32-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x0b\x1a\x1b")
# Follows the last line. If it does not come back as a record of its own, a quote is still open.
_END = "\x1eend of file\x1e"

Record = tuple[int, int, list[str]]  # (record number from 1, first line of the record from 1, cells)


@dataclass(frozen=True, slots=True)
class TextShape:
    """How the file's bytes become records. ``encoding`` is a Python codec name."""

    encoding: str
    delimiter: str


def read_head(path: Path, size: int = 1 << 16) -> bytes:
    """The first bytes of a non-empty file; UserError for one that is missing, unreadable or empty."""
    try:
        with path.open("rb") as file:
            head = file.read(size)
    except FileNotFoundError:
        raise UserError("file_not_found", path=str(path)) from None
    except OSError:
        raise UserError("file_unreadable", path=str(path)) from None
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise UserError("empty_file", path=str(path))
    return head


def find_encoding(path: Path, head: bytes, asked: str | None = None) -> str:
    """The codec that decodes the whole file strictly: its byte order mark's, ``asked``, or UTF-8.

    UserError ``binary_file``, or ``bad_encoding`` with the line and candidates to choose from.
    """
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    if marked is None and _is_binary(head):
        raise UserError("binary_file", path=str(path))
    encoding = marked or _codec_name(asked) or "utf-8"
    broken = _first_undecodable(path, encoding)
    if broken is not None:
        line, sample = broken
        candidates = ", ".join(_candidates(sample)) if encoding.startswith("utf-8") else "utf-8"
        raise UserError("bad_encoding", encoding=_spoken(encoding), line=line, candidates=candidates)
    return encoding


def find_delimiter(path: Path, encoding: str, known_headers: frozenset[str]) -> str:
    """The delimiter under which the first records fit best: known column names, then stable width."""
    with path.open(encoding=encoding, newline="") as file:
        text = file.read(_CHUNK)
    scores = {delimiter: _score(StringIO(text, newline=""), delimiter, known_headers) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda delimiter: scores[delimiter])


def read_header(path: Path, shape: TextShape) -> list[str]:
    """The first record's cells, trimmed; UserError ``empty_file`` when there is none."""
    for _, _, cells in _all_records(path, shape):
        return [cell.strip() for cell in cells]
    raise UserError("empty_file", path=str(path))


def read_records(path: Path, shape: TextShape) -> Iterator[Record]:
    """The records after the header, as they stand; wholly empty ones are passed over and not counted.

    UserError ``bad_csv`` with the line of a record that cannot be read or of a quote that is never closed.
    """
    records = _all_records(path, shape)
    next(records, None)
    for number, (_, line, cells) in enumerate(records, 1):
        yield number, line, cells


def _all_records(path: Path, shape: TextShape) -> Iterator[Record]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=shape.encoding, newline="", buffering=_CHUNK) as file:
        # newline="" ends lines at CR, LF and CRLF alike and leaves line ends inside quotes as they are.
        reader = csv.reader(chain(file, (_END,)), delimiter=shape.delimiter)
        line = 1
        number = 0
        closed = False
        try:
            for cells in reader:
                if len(cells) == 1 and cells[0] == _END:
                    closed = True
                elif any(cells):
                    if _END in cells[-1]:
                        break
                    yield number, line, cells
                    number += 1
                line = reader.line_num + 1
        except csv.Error as error:
            raise UserError("bad_csv", line=line, detail=str(error)) from error
        if not closed:
            raise UserError("bad_csv", line=line, detail="a quoted cell is never closed")


def _score(lines: Iterable[str], delimiter: str, known_headers: frozenset[str]) -> tuple[int, float, int]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        rows = [row for row in islice(reader, SAMPLE_RECORDS + 1) if any(row)]
    except csv.Error:
        return (0, 0.0, 0)
    if not rows or len(rows[0]) < 2:
        return (0, 0.0, 0)
    width = len(rows[0])
    known = sum(cell.strip().lower() in known_headers for cell in rows[0])
    return (known, sum(len(row) == width for row in rows) / len(rows), width)


def _is_binary(head: bytes) -> bool:
    if b"\0" in head:
        return True
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    return controls * 100 > len(head)


def _codec_name(asked: str | None) -> str | None:
    if not asked:
        return None
    try:
        return codecs.lookup(asked).name
    except LookupError:
        raise UserError("bad_encoding", encoding=asked, line=1, candidates="utf-8, cp1251, cp1252") from None


def _first_undecodable(path: Path, encoding: str) -> tuple[int, bytes] | None:
    """The line (from 1) of the first byte that does not decode and the bytes around it, or None."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines = 1
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                before = error.object[: error.start]
                return lines + _count_lines(before), error.object[max(0, error.start - 200) : error.start + 200]
            if not chunk:
                return None
            lines += _count_lines(chunk)


def _count_lines(text: bytes) -> int:
    line_feeds = text.count(b"\n")
    return line_feeds or text.count(b"\r")


def _candidates(sample: bytes) -> list[str]:
    """Encodings that might be meant, the likeliest first: Cyrillic text is mostly bytes above 0xC0."""
    letters = [byte for byte in sample if byte >= 0xC0 or 0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A]
    high = sum(byte >= 0xC0 for byte in letters)
    order = ["cp1251", "cp1252", "cp1250"] if high * 3 > len(letters) else ["cp1252", "cp1250", "cp1251"]
    return [f"windows-{name[2:]}" for name in order]


def _spoken(encoding: str) -> str:
    return "UTF-8" if encoding.startswith("utf-8") else encoding

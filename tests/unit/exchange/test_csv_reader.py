"""Any CSV file becomes the cells that were written, or is refused with the line that is wrong."""

from __future__ import annotations

import csv
import io
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange import csv_reader
from rustok_desktop.exchange.csv_reader import TextShape

HEADERS = frozenset({"handle", "title", "vendor"})


def _write(folder: Path, content: bytes) -> Path:
    path = folder / "file.csv"
    path.write_bytes(content)
    return path


def _read(path: Path) -> tuple[TextShape, list[str], list[csv_reader.Record]]:
    encoding = csv_reader.find_encoding(path, csv_reader.read_head(path))
    shape = TextShape(encoding, csv_reader.find_delimiter(path, encoding, HEADERS))
    return shape, csv_reader.read_header(path, shape), list(csv_reader.read_records(path, shape))


_CELL = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\x1e"), max_size=12)
_TABLE = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), min_size=1, max_size=12)
)


@given(
    rows=_TABLE,
    line_end=st.sampled_from(["\n", "\r\n", "\r", "\r\r\n"]),
    mark=st.booleans(),
    delimiter=st.sampled_from(csv_reader.DELIMITERS),
)
def test_what_was_written_comes_back(rows: list[list[str]], line_end: str, mark: bool, delimiter: str) -> None:
    header = ["Handle", "Title", "Vendor", "Tags", "Type"][: len(rows[0])]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([header, *rows])
    with tempfile.TemporaryDirectory() as folder:
        content = text.getvalue().encode("utf-8-sig" if mark else "utf-8")
        path = _write(Path(folder), content)
        # A file that begins with control characters is taken for binary; that has tests of its own.
        encoding = "utf-8-sig" if mark else "utf-8"
        shape = TextShape(encoding, csv_reader.find_delimiter(path, encoding, HEADERS))
        read = list(csv_reader.read_records(path, shape))
        found = csv_reader.read_header(path, shape)
    assert shape.delimiter == delimiter
    assert found == header
    assert [cells for _, _, cells in read] == [row for row in rows if any(row)]
    assert [number for number, _, _ in read] == list(range(1, len(read) + 1))


@given(st.lists(st.lists(st.sampled_from(["a", "b c", "1"]), min_size=1, max_size=6), min_size=1, max_size=8))
def test_ragged_rows_come_back_as_they_are(rows: list[list[str]]) -> None:
    content = "Handle,Title,Vendor\n" + "".join(",".join(row) + "\n" for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        _, _, read = _read(_write(Path(folder), content.encode()))
    assert [cells for _, _, cells in read] == rows


def test_line_numbers_count_lines_of_the_file(tmp_path: Path) -> None:
    content = 'Handle,Title\r\na,"two\r\nlines"\r\n\r\nb,x\r\n'
    _, _, read = _read(_write(tmp_path, content.encode()))
    assert [(number, line, cells) for number, line, cells in read] == [
        (1, 2, ["a", "two\r\nlines"]),
        (2, 5, ["b", "x"]),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(tmp_path: Path, encoding: str) -> None:
    shape, header, read = _read(_write(tmp_path, "Handle,Title\nа,ё\n".encode(encoding)))
    assert shape.encoding == encoding
    assert header == ["Handle", "Title"]
    assert read[0][2] == ["а", "ё"]


def test_the_whole_file_must_decode_not_only_its_beginning(tmp_path: Path) -> None:
    lines = ["Handle,Title"] + [f"h{n},plain" for n in range(40_000)] + ["h,café", ""]
    path = _write(tmp_path, "\n".join(lines).encode("cp1252"))
    with pytest.raises(UserError) as refused:
        csv_reader.find_encoding(path, csv_reader.read_head(path))
    assert refused.value.code == "bad_encoding"
    assert refused.value.params["line"] == 40_002
    assert str(refused.value.params["candidates"]).startswith("windows-1252")


def test_cyrillic_bytes_suggest_a_cyrillic_encoding(tmp_path: Path) -> None:
    path = _write(tmp_path, "Handle,Title\nkruzhka,Кружка синяя\n".encode("cp1251"))
    with pytest.raises(UserError) as refused:
        csv_reader.find_encoding(path, csv_reader.read_head(path))
    assert str(refused.value.params["candidates"]).startswith("windows-1251")
    assert csv_reader.find_encoding(path, csv_reader.read_head(path), "windows-1251") == "cp1251"


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    path = _write(tmp_path, b"Handle,Title\n")
    with pytest.raises(UserError, match="klingon"):
        csv_reader.find_encoding(path, csv_reader.read_head(path), "klingon")


def test_a_quote_that_is_never_closed_is_an_error_not_one_huge_cell(tmp_path: Path) -> None:
    path = _write(tmp_path, b'Handle,Title\na,b\nc,"open\nd,e\nf,g\n')
    with pytest.raises(UserError) as refused:
        list(csv_reader.read_records(path, TextShape("utf-8", ",")))
    assert refused.value.code == "bad_csv"
    assert refused.value.params["line"] == 3


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty_file"), (b"\xef\xbb\xbf \r\n", "empty_file"), (b"Handle\0,Title\n", "binary_file")],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = _write(tmp_path, content)
    with pytest.raises(UserError) as refused:
        csv_reader.find_encoding(path, csv_reader.read_head(path))
    assert refused.value.code == code


def test_random_bytes_are_binary(tmp_path: Path) -> None:
    path = _write(tmp_path, random.Random(7).randbytes(5000))
    with pytest.raises(UserError) as refused:
        csv_reader.find_encoding(path, csv_reader.read_head(path))
    assert refused.value.code == "binary_file"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere"):
        csv_reader.read_head(tmp_path / "nowhere.csv")


def test_known_columns_outweigh_a_wider_split(tmp_path: Path) -> None:
    path = _write(tmp_path, b"Handle;Title;Vendor\na;b,c,d,e,f;g\n")
    assert csv_reader.find_delimiter(path, "utf-8", HEADERS) == ";"

"""Bars read back by decoders that know nothing of the encoders' tables but the published patterns."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rustok_desktop.core import barcodes
from rustok_desktop.core.barcodes import NotEncodable, code128, ean, symbol_for
from rustok_desktop.core.validators import gtin_check

# Widths of space, bar, space, bar of each digit in the left half with odd parity (ISO/IEC 15420, table 1).
SET_A = ("3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112")
FIRST = ("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA")


def widths(bars: str) -> str:
    return "".join(str(len(list(run))) for _, run in itertools.groupby(bars))


def check_digit(body: str) -> str:
    problem = gtin_check(body + "0")
    return body + ("0" if problem is None else str(problem.expected))


def read_ean(bars: str) -> str:
    half = 6 if len(bars) == 95 else 4
    assert bars[:3] == bars[-3:] == "101"
    assert bars[3 + 7 * half : 8 + 7 * half] == "01010"
    digits, sets = "", ""
    for index in range(half):
        piece = bars[3 + 7 * index : 10 + 7 * index]
        assert piece[0] == "0"
        assert piece[-1] == "1"
        found = widths(piece)
        sets += "A" if found in SET_A else "B"
        digits += str(SET_A.index(found if found in SET_A else found[::-1]))
    for index in range(half):
        piece = bars[8 + 7 * (half + index) : 15 + 7 * (half + index)]
        assert piece[0] == "1"
        digits += str(SET_A.index(widths(piece)))
    return digits if half == 4 else f"{FIRST.index(sets)}{digits}"


def read_code128(bars: str) -> str:
    runs = widths(bars)
    assert runs[-7:] == "2331112"
    values = [barcodes._WIDTHS.index(runs[i : i + 6]) for i in range(0, len(runs) - 7, 6)]
    *values, check = values
    assert (values[0] + sum(i * v for i, v in enumerate(values[1:], 1))) % 103 == check
    text, pairs = "", values[0] == 105
    for value in values[1:]:
        if pairs and value < 100:
            text += f"{value:02}"
        elif value in (99, 100):
            pairs = value == 99
        else:
            text += chr(value + 32)
    return text


def test_published_examples() -> None:
    assert widths(code128("PJJ123C").rows[0])[:6] == "211214"
    # The usual example, PJJ123C, begins with Start A and checks to 54; Start B counts one more.
    checked = widths(code128("PJJ123C").rows[0])[-13:-7]
    assert barcodes._WIDTHS.index(checked) == 55


def test_every_pattern_of_code_128_is_eleven_modules_and_its_own() -> None:
    assert len(set(barcodes._WIDTHS)) == 106
    for pattern in barcodes._WIDTHS:
        assert sum(map(int, pattern)) == 11
        assert sum(map(int, pattern[::2])) % 2 == 0  # dark modules are even in number


@given(st.text("0123456789", min_size=12, max_size=12))
def test_ean_13_reads_back(body: str) -> None:
    text = check_digit(body)
    symbol = ean(text)
    assert (symbol.width, read_ean(symbol.rows[0])) == (95, text)
    assert symbol.text.replace(" ", "") == text


@given(st.text("0123456789", min_size=7, max_size=7))
def test_ean_8_reads_back(body: str) -> None:
    symbol = ean(check_digit(body))
    assert (symbol.width, read_ean(symbol.rows[0])) == (67, check_digit(body))


def test_upc_is_an_ean_13_with_a_nought() -> None:
    assert read_ean(ean("036000291452").rows[0]) == "0036000291452"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40))
def test_code_128_reads_back(text: str) -> None:
    assert read_code128(code128(text).rows[0]) == text


@given(st.text("0123456789A", min_size=1, max_size=30))
def test_code_128_reads_back_digits(text: str) -> None:
    assert read_code128(code128(text).rows[0]) == text


def test_pairs_of_digits_are_shorter() -> None:
    assert code128("12345678").width < code128("ABCDEFGH").width


@pytest.mark.parametrize("text", ["", "12", "4006381333932", "40063813339٣1", "abc", "00012345600012"])
def test_what_is_no_ean(text: str) -> None:
    with pytest.raises(NotEncodable):
        ean(text)


def test_the_symbol_of_a_code() -> None:
    assert read_ean(symbol_for("4006381333931").rows[0]) == "4006381333931"
    assert read_code128(symbol_for("MUG-1").rows[0]) == "MUG-1"
    assert symbol_for("кружка") is None
    assert symbol_for("") is None

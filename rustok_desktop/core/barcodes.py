"""Barcodes as rows of modules: EAN-13, EAN-8 and Code 128. Pure; whoever paints them decides on sizes.

A symbol's rows are strings of ``1`` (dark) and ``0``, without the quiet zone: how many light modules belong
at either side says ``quiet``.
"""

from __future__ import annotations

from dataclasses import dataclass

from rustok_desktop.core.validators import gtin_check

# Digit -> odd parity of the left half; the others follow: even parity is the right half read backwards.
_ODD = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
_RIGHT = tuple("".join("1" if bit == "0" else "0" for bit in code) for code in _ODD)
_EVEN = tuple(code[::-1] for code in _RIGHT)
# The first digit of an EAN-13 stands in the parities of the next six: "1" is even.
_PARITY = ("000000", "001011", "001101", "001110", "010011", "011001", "011100", "010101", "010110", "011010")
_GUARD, _CENTRE = "101", "01010"

# Widths of bar, space, bar, space, bar, space for the values 0 … 105, and the stop pattern with its last bar.
_WIDTHS = (  # noqa: SIM905 - a list of 106 literals reads worse
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 "
    "122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 "
    "322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 "
    "112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 "
    "331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 "
    "112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 "
    "411311 113141 114131 311141 411131 211412 211214 211232 "
).split()
_STOP = "2331112"
_START_B, _START_C, _CODE_C, _CODE_B = 104, 105, 99, 100
_LEAST_DIGITS = 4  # a run this long is shorter in pairs (Code C)


class NotEncodable(ValueError):
    """The text cannot stand in a symbol of this kind."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """``rows`` of modules (one row for bars), the light modules needed around, and the text to print beneath."""

    rows: tuple[str, ...]
    quiet: int
    text: str

    @property
    def width(self) -> int:
        """Modules from edge to edge, without the quiet zone."""
        return len(self.rows[0])


def ean(text: str) -> Symbol:
    """EAN-8 or EAN-13 of 8, 12 (UPC-A) or 13 digits with a right check digit. NotEncodable otherwise."""
    if not text.isascii() or not text.isdigit() or len(text) not in (8, 12, 13) or gtin_check(text) is not None:
        raise NotEncodable(text)
    return _ean8(text) if len(text) == 8 else _ean13(text.zfill(13))


def _ean13(text: str) -> Symbol:
    first, left, right = text[0], text[1:7], text[7:]
    halves = (_EVEN if parity == "1" else _ODD for parity in _PARITY[int(first)])
    bars = "".join(code[int(digit)] for code, digit in zip(halves, left, strict=True))
    return Symbol((_framed(bars, right),), 11, f"{first} {left} {right}")


def _ean8(text: str) -> Symbol:
    left = "".join(_ODD[int(digit)] for digit in text[:4])
    return Symbol((_framed(left, text[4:]),), 7, f"{text[:4]} {text[4:]}")


def _framed(left: str, right: str) -> str:
    return _GUARD + left + _CENTRE + "".join(_RIGHT[int(digit)] for digit in right) + _GUARD


def code128(text: str) -> Symbol:
    """Code 128 of printable ASCII, digits in pairs where that is shorter. NotEncodable for anything else."""
    if not text or any(not " " <= character <= "~" for character in text):
        raise NotEncodable(text)
    values = _values(text)
    check = (values[0] + sum(place * value for place, value in enumerate(values[1:], 1))) % 103
    widths = "".join(_WIDTHS[value] for value in (*values, check)) + _STOP
    bars = "".join(("1" if place % 2 == 0 else "0") * int(width) for place, width in enumerate(widths))
    return Symbol((bars,), 10, text)


def _values(text: str) -> list[int]:
    pairs = _digits_at(text, 0) >= _LEAST_DIGITS or (text.isdigit() and len(text) == 2)
    values = [_START_C if pairs else _START_B]
    place = 0
    while place < len(text):
        run = _digits_at(text, place)
        if pairs and run >= 2:
            values.append(int(text[place : place + 2]))
            place += 2
        elif pairs:
            values.append(_CODE_B)
            pairs = False
        elif run >= _LEAST_DIGITS and run % 2 == 0:
            values.append(_CODE_C)
            pairs = True
        else:
            values.append(ord(text[place]) - 32)
            place += 1
    return values


def _digits_at(text: str, place: int) -> int:
    rest = text[place:]
    return len(rest) - len(rest.lstrip("0123456789"))


def symbol_for(code: str) -> Symbol | None:
    """The usual bars for a product's code: EAN where it is one, Code 128 for other text, None where neither can."""
    for encode in (ean, code128):
        try:
            return encode(code)
        except NotEncodable:
            continue
    return None

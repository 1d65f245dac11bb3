"""Kinds of pictures, told by their content, and their bytes without metadata.

Metadata is cut out of the container, the coded picture itself is copied as it is: no quality is lost. What
colours and transparency depend on stays. Anything after the end of the picture goes too.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

HEAD = 4096  # bytes that tell the kind


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of picture: as Pillow names it, its media type, its file name's ending."""

    name: str
    mime_type: str
    ending: str


JPEG = Kind("JPEG", "image/jpeg", ".jpg")
PNG = Kind("PNG", "image/png", ".png")
WEBP = Kind("WEBP", "image/webp", ".webp")
GIF = Kind("GIF", "image/gif", ".gif")

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split()
)
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_EXIF_AND_XMP = 0x08 | 0x04
_SOS, _EOI, _COM, _APP0, _APP2, _APP14, _APP15 = 0xDA, 0xD9, 0xFE, 0xE0, 0xE2, 0xEE, 0xEF
# In coded data FF is followed by 00 (a plain FF) or a restart mark; anything else ends it.
_NEXT_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]").search


class Broken(ValueError):
    """The bytes are not what their beginning promises."""


def kind_of(head: bytes) -> Kind | None:
    """The kind of a file by its first bytes; None for all we do not take."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(_PNG_SIGNATURE):
        return PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    return GIF if head.startswith((b"GIF87a", b"GIF89a")) else None


def is_svg(head: bytes) -> bool:
    """A drawing that may carry programs; worth a sentence of its own."""
    return b"<svg" in head.lower()


def without_metadata(kind: Kind, data: bytes) -> bytes:
    """The same picture without Exif, XMP, IPTC, comments and times; a GIF as it is. Broken when it ends early."""
    try:
        if kind is JPEG:
            return _jpeg(data)
        if kind is PNG:
            return _png(data)
        return _webp(data) if kind is WEBP else data
    except (IndexError, struct.error) as error:
        raise Broken(str(error)) from error


def _jpeg(data: bytes) -> bytes:
    kept = [data[:2]]
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:  # fill bytes
            at += 1
        if data[at] != 0xFF:
            raise Broken("a mark is missing")
        mark = data[at + 1]
        if mark == _EOI:
            kept.append(b"\xff\xd9")
            return b"".join(kept)
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if end > len(data) or end < at + 4:
            raise Broken("a segment is cut off")
        if mark == _SOS:
            found = _NEXT_MARK(data, end)
            if found is None:
                raise Broken("the end is missing")
            end = found.start()
        if _keeps_segment(mark, data[at + 4 : end]):
            kept.append(data[at:end])
        at = end


def _keeps_segment(mark: int, body: bytes) -> bool:
    if mark == _APP2:
        return body.startswith(b"ICC_PROFILE\x00")
    return mark in (_APP0, _APP14) or not (mark == _COM or _APP0 <= mark <= _APP15)


def _png(data: bytes) -> bytes:
    kept = [_PNG_SIGNATURE]
    at = len(_PNG_SIGNATURE)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise Broken("a chunk is cut off")
        if name in _PNG_KEPT:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end


def _webp(data: bytes) -> bytes:
    total = 8 + struct.unpack_from("<I", data, 4)[0]
    if total > len(data):
        raise Broken("the end is missing")
    kept: list[bytes] = []
    at = 12
    while at < total:
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(data):
            raise Broken("a chunk is cut off")
        if name in _WEBP_KEPT:
            chunk = data[at:end].ljust(end - at, b"\0")
            if name == b"VP8X":
                chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_EXIF_AND_XMP]) + chunk[9:]
            kept.append(chunk)
        at = end
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body

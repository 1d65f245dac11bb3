"""What is done to pictures in a process of its own. It never touches the database.

Decoding takes the interpreter for long and its libraries have read many a broken file badly: neither may
concern the window. Started fresh ("spawn"), so this module imports no tables and no toolkit.
"""

from __future__ import annotations

import hashlib
import io
import os
import signal
import struct
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from rustok_desktop.core import limits
from rustok_desktop.core.errors import UserError
from rustok_desktop.media.formats import GIF, HEAD, JPEG, Broken, Kind, is_svg, kind_of, without_metadata
from rustok_desktop.media.views import SIDES

NICE = 10
THUMBNAIL_ENDING = ".webp"
_CHUNK = 1 << 20
_ORIENTATION = 0x0112
_UPRIGHT = 1
_DECODER_ERRORS = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, struct.error)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the worker found out about a picture as it is stored."""

    sha256: str
    size: int
    mime_type: str
    ending: str
    width: int
    height: int
    frames: int


def begin() -> None:
    """First act of the process: stand back, and leave Ctrl+C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(AttributeError, OSError):
        os.nice(NICE)
    Image.MAX_IMAGE_PIXELS = None  # our own limit is asked first, and is an answer instead of a warning


def prepare(source: str, target: str) -> Facts:
    """Check a file, write it to ``target`` without metadata and upright, durable, with thumbnails beside it.

    UserError says what is wrong with the file.
    """
    data = _read(Path(source))
    kind = _kind(data[:HEAD])
    try:
        with Image.open(io.BytesIO(data), formats=[kind.name]) as image:
            _check_pixels(image.width, image.height)
            frames = int(getattr(image, "n_frames", 1))
            image.load()
            turned = frames == 1 and image.getexif().get(_ORIENTATION, _UPRIGHT) in range(2, 9)
            shown = ImageOps.exif_transpose(image) if turned else image
            if turned:
                data = _encoded(shown, kind)
            clean = without_metadata(kind, data)
            for side in SIDES:
                _write_thumbnail(shown, side, thumbnail_beside(Path(target), side))
            width, height = shown.size
    except (Broken, *_DECODER_ERRORS) as error:
        raise UserError("media_broken", detail=str(error)[:200]) from None
    digest = _write(Path(target), clean)
    return Facts(digest, len(clean), kind.mime_type, kind.ending, width, height, frames)


def make_thumbnail(original: str, side: int, target: str) -> None:
    """Make one thumbnail anew. UserError when the original cannot be read."""
    part = Path(f"{target}.{os.getpid()}")
    try:
        with Image.open(original) as image:
            _check_pixels(image.width, image.height)
            _write_thumbnail(image, side, part)
    except _DECODER_ERRORS as error:
        part.unlink(missing_ok=True)
        raise UserError("media_broken", detail=str(error)[:200]) from None
    os.replace(part, target)


def thumbnail_beside(target: Path, side: int) -> Path:
    """Where :func:`prepare` puts a thumbnail."""
    return target.with_name(f"{target.name}-{side}{THUMBNAIL_ENDING}")


def _read(path: Path) -> bytes:
    parts: list[bytes] = []
    left = limits.MEDIA_BYTES
    try:
        if not path.is_file():
            raise UserError("file_not_found", path=str(path))
        with path.open("rb") as file:
            while part := file.read(_CHUNK):
                left -= len(part)
                if left < 0:
                    raise UserError("media_too_large", limit=limits.MEDIA_BYTES >> 20)
                parts.append(part)
    except OSError:
        raise UserError("media_unreadable", path=str(path)) from None
    return b"".join(parts)


def _kind(head: bytes) -> Kind:
    kind = kind_of(head)
    if kind is None:
        raise UserError("media_svg" if is_svg(head) else "media_unknown_type")
    return kind


def _check_pixels(width: int, height: int) -> None:
    if width * height > limits.MEDIA_PIXELS:
        raise UserError("media_too_many_pixels", width=width, height=height, limit=limits.MEDIA_PIXELS // 1_000_000)


def _encoded(image: Image.Image, kind: Kind) -> bytes:
    buffer = io.BytesIO()
    options: dict[str, object] = {"icc_profile": image.info.get("icc_profile")}
    if kind is JPEG:
        options |= {"quality": 95, "subsampling": 0, "optimize": True}
    elif kind is not GIF:
        options |= {"lossless": True}
    image.save(buffer, kind.name, **options)
    return buffer.getvalue()


def _write_thumbnail(image: Image.Image, side: int, target: Path) -> None:
    small = image.copy() if image.mode in ("RGB", "RGBA") else image.convert("RGBA")
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    small.save(target, "WEBP", quality=82)


def _write(target: Path, data: bytes) -> str:
    digest = hashlib.sha256()
    with target.open("wb") as file:
        for start in range(0, len(data), _CHUNK):
            part = data[start : start + _CHUNK]
            digest.update(part)
            file.write(part)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()

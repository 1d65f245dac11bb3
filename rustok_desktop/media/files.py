"""The folder of media: ``ab/cd/<checksum><ending>``, thumbnails beside, and what is on its way in.

A file is whole before it has its name, and has its name before any row speaks of it. What a crash leaves is a
file nobody knows, to be swept; never a row without its file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rustok_desktop.core.ids import new_id
from rustok_desktop.media.views import SIDES
from rustok_desktop.media.worker import THUMBNAIL_ENDING, thumbnail_beside

_INCOMING = "incoming"
_THUMBNAILS = "thumbnails"


@dataclass(frozen=True, slots=True)
class StrayFile:
    """A file below the folder; ``modified`` in seconds since the epoch."""

    path: str
    size: int
    modified: float


class MediaFiles:
    """Blocking calls: run them off the loop. ``path`` arguments are stored paths, relative with ``/``."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def incoming(self) -> Path:
        """A fresh name in the same file system, for :meth:`take_in`."""
        folder = self.root / _INCOMING
        folder.mkdir(parents=True, exist_ok=True)
        return folder / new_id()

    @staticmethod
    def stored_path(sha256: str, ending: str) -> str:
        """The path of a content."""
        return f"{sha256[:2]}/{sha256[2:4]}/{sha256}{ending}"

    def original(self, path: str) -> Path:
        """Where a stored path lies."""
        return self.root / path

    def thumbnail(self, sha256: str, side: int) -> Path:
        """Where the thumbnail of a content lies, or will."""
        return self.root / _THUMBNAILS / sha256[:2] / f"{sha256}-{side}{THUMBNAIL_ENDING}"

    def take_in(self, incoming: Path, sha256: str, path: str) -> None:
        """Give a whole file, and its thumbnails, their names. A content that is there already is made young."""
        target = self.original(path)
        if target.exists():
            os.utime(target)
            incoming.unlink()
        else:
            _move(incoming, target)
        for side in SIDES:
            thumbnail = self.thumbnail(sha256, side)
            thumbnail.parent.mkdir(parents=True, exist_ok=True)
            os.replace(thumbnail_beside(incoming, side), thumbnail)

    def touch(self, path: str) -> None:
        """Make a file young, so that a sweep leaves it for a while."""
        with suppress(OSError):
            os.utime(self.original(path))

    def discard(self, incoming: Path) -> None:
        """Remove what was on its way in."""
        for path in (incoming, *(thumbnail_beside(incoming, side) for side in SIDES)):
            path.unlink(missing_ok=True)

    def remove(self, path: str) -> int:
        """Remove a content with its thumbnails; its size, 0 when it was not there."""
        target = self.original(path)
        try:
            size = target.stat().st_size
            target.unlink()
        except FileNotFoundError:
            size = 0
        for side in SIDES:
            self.thumbnail(target.stem, side).unlink(missing_ok=True)
        return size

    def sweep_incoming(self) -> None:
        """Remove what an earlier run left on its way in. Only while nothing is uploaded."""
        for path in (self.root / _INCOMING).glob("*"):
            with suppress(OSError):
                path.unlink()

    def contents(self) -> Iterator[StrayFile]:
        """Every stored content there is."""
        for path in self.root.glob("??/??/*"):
            with suppress(FileNotFoundError):
                state = path.stat()
                yield StrayFile(path.relative_to(self.root).as_posix(), state.st_size, state.st_mtime)


def _move(source: Path, target: Path) -> None:
    fresh = [folder for folder in (target.parent, target.parent.parent) if not folder.exists()]
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, target)
    for folder in (target.parent, *(folder.parent for folder in fresh)):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable, where folders can be synced (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

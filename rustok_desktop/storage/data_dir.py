"""The data directory: where everything of one installation lies, and the lock that gives it one writer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from rustok_desktop.core.errors import KnownFault, Locked


class DataDirectory:
    """Paths below one folder. Nothing is created before :meth:`create`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.database = root / "shop.db"
        self.logs = root / "logs"
        self.imports = root / "imports"
        self.temp = root / "temp"
        self.media = root / "media"
        self.preferences = root / "preferences.json"
        self.lock_file = root / "lock"

    def create(self) -> None:
        """Make the folders; KnownFault ``cannot_write`` when that is not allowed."""
        try:
            for folder in (self.root, self.logs, self.imports, self.temp, self.media):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KnownFault("cannot_write", path=str(self.root)) from error

    @contextmanager
    def lock(self, purpose: str = "") -> Iterator[None]:
        """Hold the directory for writing; ``Locked`` says who has it. A crash releases it."""
        try:
            file = open(self.lock_file, "a+", encoding="utf-8")  # noqa: SIM115 - open as long as the lock is held
        except OSError as error:
            raise KnownFault("cannot_write", path=str(self.lock_file)) from error
        with file:
            if not _try_lock(file):
                raise Locked("data_dir_locked", holder=self.holder() or "?")
            _write_holder(self._holder_file, f"{purpose or 'rustok-desktop'} (process {os.getpid()})")
            try:
                yield
            finally:
                with suppress(OSError):
                    self._holder_file.unlink(missing_ok=True)
                _unlock(file)

    def holder(self) -> str | None:
        """Who says to hold the lock, or None."""
        with suppress(OSError):
            return self._holder_file.read_text(encoding="utf-8").strip() or None
        return None

    @property
    def _holder_file(self) -> Path:
        # Beside the lock, not in it: where locks are mandatory a locked file cannot be read.
        return self.root / "lock-holder"


def _write_holder(path: Path, text: str) -> None:
    with suppress(OSError):
        path.write_text(text, encoding="utf-8")


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[str]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)

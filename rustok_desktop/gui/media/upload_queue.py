"""Uploads one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Signal
from shiboken6 import isValid

from rustok_desktop.gui.operations.media import UploadFile
from rustok_desktop.gui.services import ClientPort, HandlePort
from rustok_desktop.media.views import Uploaded


@dataclass(slots=True)
class UploadTally:
    """What came of the files so far. ``failed`` are (path, error)."""

    total: int = 0
    created: int = 0
    known: int = 0
    failed: list[tuple[str, BaseException]] = field(default_factory=list)
    cancelled: bool = False

    @property
    def done(self) -> int:
        """Files that are through, one way or another."""
        return self.created + self.known + len(self.failed)


class UploadQueue(QObject):
    """``uploaded`` carries each picture's id, in the order of the files; ``moved`` every step; ``ended`` the tally."""

    uploaded = Signal(str)
    moved = Signal()
    ended = Signal(object)

    def __init__(self, client: ClientPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._waiting: deque[str] = deque()
        self._handle: HandlePort | None = None
        self.current = ""
        self.tally = UploadTally()

    @property
    def busy(self) -> bool:
        """Something is under way."""
        return bool(self.current)

    def add(self, paths: Iterable[str]) -> None:
        """More files; those under way go on."""
        given = list(paths)
        if not given:
            return
        if not self.busy:
            self.tally = UploadTally()
        self.tally.total += len(given)
        self._waiting.extend(given)
        if not self.busy:
            self._next()
        else:
            self.moved.emit()

    def cancel(self) -> None:
        """Stop. What is uploaded stays."""
        if not self.busy:
            return
        self._waiting.clear()
        self.tally.cancelled = True
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.cancel()
        self._end()

    def _next(self) -> None:
        if not self._waiting:
            self._end()
            return
        self.current = path = self._waiting.popleft()
        self.moved.emit()
        self._handle = self._client.submit(
            UploadFile(path),
            on_result=self._came,
            on_error=partial(self._failed, path),
            alive=partial(isValid, self),
        )

    def _came(self, uploaded: Uploaded) -> None:
        if uploaded.created:
            self.tally.created += 1
        else:
            self.tally.known += 1
        self.uploaded.emit(uploaded.media_id)
        self._next()

    def _failed(self, path: str, error: BaseException) -> None:
        self.tally.failed.append((path, error))
        self._next()

    def _end(self) -> None:
        self.current = ""
        self._handle = None
        self.moved.emit()
        self.ended.emit(self.tally)


def local_files(data: QMimeData) -> list[str]:
    """The files of a drag, as paths."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]

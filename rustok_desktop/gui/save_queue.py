"""Saves of small things one after another, so that none of them overtakes the version it was made from."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from rustok_desktop.content.views import NodeSaved
from rustok_desktop.gui.services import ClientPort, Operation

Make = Callable[[int], Operation]


class SaveQueue(QObject):
    """``saved`` carries the name given with a save and its NodeSaved, ``failed`` the name and the error."""

    saved = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, client: ClientPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._waiting: deque[tuple[str, int, Make, object]] = deque()
        self._versions: dict[str, int] = {}
        self._busy = False

    @property
    def busy(self) -> bool:
        """Something is not saved yet."""
        return self._busy or bool(self._waiting)

    def push(self, thing_id: str, version: int, make: Make, name: object = None) -> None:
        """Save when those before are through; ``make`` is given the thing's version then."""
        self._waiting.append((thing_id, version, make, name))
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy = True
        thing_id, version, make, name = self._waiting.popleft()
        self._client.submit(
            make(max(version, self._versions.get(thing_id, 0))),
            on_result=partial(self._done, name),
            on_error=partial(self._refused, name),
            alive=partial(isValid, self),
            write=True,
        )

    def _done(self, name: object, saved: NodeSaved) -> None:
        self._versions[saved.node_id] = saved.version
        self._busy = False
        self._next()
        self.saved.emit(name, saved)

    def _refused(self, name: object, error: BaseException) -> None:
        self._busy = False
        self._versions.clear()  # somebody else may have been faster: what is read next is right
        self._next()
        self.failed.emit(name, error)

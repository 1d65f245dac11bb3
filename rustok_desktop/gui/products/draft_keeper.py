"""Writes unsaved edits to disk a moment after the typing pauses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from rustok_desktop.gui.products.draft_store import Draft, DraftStore

PAUSE_MS = 400


class DraftKeeper(QObject):
    """``read`` gives the draft of a key, None when nothing is unsaved. ``failed`` says that the disk refused."""

    failed = Signal(str)
    kept = Signal()

    def __init__(self, read: Callable[[str], Draft | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._store = DraftStore(None)
        self._changed: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def store(self) -> DraftStore:
        """What is kept."""
        return self._store

    def set_store(self, store: DraftStore) -> None:
        """Begin to use the shop's file; what is in memory by now goes along."""
        for kept in self._store.keys():  # noqa: SIM118 - a store is no mapping
            store.put(kept, self._store.get(kept))
        self._store = store

    def note(self, key: str) -> None:
        """Something of ``key`` changed."""
        self._changed.add(key)
        self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Write now."""
        self._timer.stop()
        for key in self._changed:
            self._store.put(key, self._read(key))
        self._changed.clear()
        try:
            self._store.write()
        except OSError as error:
            self.failed.emit(str(error))
        else:
            self.kept.emit()

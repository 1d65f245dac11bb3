"""Choices of the person at this computer: a small JSON file beside the shop's data."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

T = TypeVar("T")
_SAVE_AFTER_MS = 300


class Preferences(QObject):
    """Values by name. Changes are saved together a moment later, whole or not at all."""

    changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._values: dict[str, Any] = _read(path)
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def get(self, key: str, default: T) -> T:
        """The value, or ``default`` when there is none or it has another type."""
        value = self._values.get(key, default)
        if default is not None and type(value) is not type(default):
            return default
        return value  # type: ignore[no-any-return]

    def set(self, key: str, value: Any) -> None:
        """Keeps a value that JSON can hold; lists and dictionaries are copied."""
        value = json.loads(json.dumps(value))
        if key in self._values and self._values[key] == value:
            return
        self._values[key] = value
        self._dirty = True
        self._timer.start()
        self.changed.emit(key)

    @Slot()
    def flush(self) -> bool:
        """Writes what changed now; False when the disk refused (the values stay in memory)."""
        self._timer.stop()
        if not self._dirty:
            return True
        try:
            _write(self._path, self._values)
        except OSError:
            return False
        self._dirty = False
        return True


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        # Kept for whoever wants to look; the program starts with its defaults.
        if path.exists():
            os.replace(path, path.with_suffix(".broken"))
        return {}
    return values if isinstance(values, dict) else {}


def _write(path: Path, values: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".new")
    with open(temporary, "w", encoding="utf-8") as file:
        json.dump(values, file, ensure_ascii=False, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)

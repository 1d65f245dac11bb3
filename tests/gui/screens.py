"""Pictures of widgets, taken off screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QWidget

SIZES = {"wide": QSize(1360, 840), "narrow": QSize(1024, 700)}
SCHEMES = ("light", "dark")
LANGUAGES = ("en", "ru")


def grab(widget: QWidget, path: Path | str, size: QSize | None = None) -> Path:
    """Saves what ``widget`` looks like as PNG; shows it if it is hidden. OSError when it cannot be written."""
    path = Path(path)
    if size is not None:
        widget.resize(size)
    if not widget.isVisible():
        widget.show()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return path


def variations() -> Iterator[tuple[str, str, str, QSize]]:
    """Every (name, scheme, language, size) that is looked at."""
    for scheme in SCHEMES:
        for language in LANGUAGES:
            for name, size in SIZES.items():
                yield f"{scheme}-{language}-{name}", scheme, language, size

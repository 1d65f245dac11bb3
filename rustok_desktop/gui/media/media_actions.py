"""What can be done on the Media page by name and by key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.gui.actions import Action

if TYPE_CHECKING:
    from rustok_desktop.gui.media.media_page import MediaPage

_ACTIONS = (
    ("upload", str(QT_TRANSLATE_NOOP("MediaActions", "Upload pictures…")), "upload"),
    ("clean", str(QT_TRANSLATE_NOOP("MediaActions", "Clean up unused pictures…")), "eraser"),
    ("find", str(QT_TRANSLATE_NOOP("MediaActions", "Find pictures")), "search"),
)


def media_actions(page: MediaPage) -> list[Action]:
    """Upload, clean up, find; while the page is in sight."""
    handlers = {"upload": page.choose_files, "clean": page.ask_clean_up, "find": page.go_to_search}
    return [
        Action(
            f"media.{name}",
            partial(QCoreApplication.translate, "MediaActions", text),
            handlers[name],
            "media",
            None,
            icon,
            enabled=page.isVisible,
        )
        for name, text, icon in _ACTIONS
    ]

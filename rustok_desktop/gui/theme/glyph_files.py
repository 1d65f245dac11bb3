"""Tinted copies of a few icons as files, for the only reader that cannot be handed an image: the style sheet."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QTemporaryDir

from rustok_desktop.gui.theme.tokens import Tokens

# Name in the style sheet -> (icon, colour).
GLYPHS = {
    "chevron_down": ("chevron-down", "muted"),
    "chevron_up": ("chevron-up", "muted"),
    "check_on": ("check-bold", "on_accent"),
    "dash_on": ("minus-bold", "on_accent"),
    "check_menu": ("check", "accent"),
    "close": ("x", "muted"),
}


class GlyphFiles:
    """The glyphs of the schemes used so far, in ``folder``; where that cannot be written, in a temporary one.

    A file is named after what is in it, so it is written once and used by every later start.
    """

    def __init__(self, icons: Path, folder: Path) -> None:
        self._icons = icons
        self._folder = folder
        self._fallback: QTemporaryDir | None = None

    def write(self, tokens: Tokens) -> dict[str, str]:
        """Name of each glyph -> path of its tinted file, with forward slashes."""
        drawings = {name: self._drawing(icon, tokens.color(color)) for name, (icon, color) in GLYPHS.items()}
        try:
            return _write(self._folder, drawings)
        except OSError:
            self._fallback = self._fallback or QTemporaryDir()
            return _write(Path(self._fallback.path()), drawings)

    def _drawing(self, icon: str, color: str) -> bytes:
        return (self._icons / f"{icon}.svg").read_text("utf-8").replace("currentColor", color).encode()


def _write(folder: Path, drawings: dict[str, bytes]) -> dict[str, str]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, drawing in drawings.items():
        path = folder / f"{name}-{crc32(drawing):08x}.svg"
        if not path.is_file() or path.stat().st_size != len(drawing):
            path.write_bytes(drawing)
        paths[name] = path.as_posix()
    return paths

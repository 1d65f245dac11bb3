"""Figures of pictures in words."""

from __future__ import annotations

from rustok_desktop.core.locale import NBSP, number_style

_UNITS = {"en": ("B", "KB", "MB"), "ru": ("Б", "КБ", "МБ")}
_KINDS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WebP", "image/gif": "GIF"}


def file_size(size: int, language: str) -> str:
    """Bytes as people read them: ``84 KB``, ``1.2 MB``."""
    units = _UNITS.get(language, _UNITS["en"])
    if size < 1000:
        return f"{size}{NBSP}{units[0]}"
    if size < 999_500:
        return f"{round(size / 1000)}{NBSP}{units[1]}"
    return f"{size / 1_000_000:.1f}{NBSP}{units[2]}".replace(".", number_style(language).decimal)


def dimensions(width: int, height: int) -> str:
    """Pixels: ``1200 × 800``."""
    return f"{width}{NBSP}×{NBSP}{height}"


def kind_name(mime_type: str) -> str:
    """``image/jpeg`` -> ``JPEG``."""
    return _KINDS.get(mime_type, mime_type)

"""How many texts of a translator's file: what changes first, then only what there is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.words.schemas import TextCounts

translate = QCoreApplication.translate


def counts_text(counts: TextCounts, language: str) -> str:
    """One line."""
    parts = [(counts.changed, translate("TextCounts", "Texts to change: %1"))]
    others = [
        (counts.moved, translate("TextCounts", "original changed: %1")),
        (counts.unchanged, translate("TextCounts", "as they are: %1")),
        (counts.empty, translate("TextCounts", "not translated: %1")),
        (counts.unknown, translate("TextCounts", "unknown: %1")),
        (counts.refused, translate("TextCounts", "refused: %1")),
    ]
    parts += [(number, text) for number, text in others if number]
    return "  ·  ".join(text.replace("%1", format_number(number, language)) for number, text in parts)

"""Versions of a node in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from rustok_desktop.gui.content.versions import TEXTS, changed_by, head
from rustok_desktop.gui.history.field_texts import moment_text, path_text, value_text
from rustok_desktop.gui.history.history_table_model import act_text
from rustok_desktop.history.views import FieldChange, HistoryEntry


def when_text(entry: HistoryEntry, language: str) -> str:
    """The moment."""
    return moment_text(entry.at, language, year=False)


def about_text(entry: HistoryEntry, *, several: bool) -> str:
    """Who did what, and to which fields."""
    mine = QCoreApplication.translate("HistoryTableModel", "you")
    who = mine if entry.mine else QCoreApplication.translate("HistoryTableModel", "somebody else")
    fields = ", ".join(path_text(field.path, several=several) for field in changed_by(entry))
    return f"{who} · {fields}" if entry.act == "updated" and not entry.origin else f"{who} · {act_text(entry)}"


def pair_of(field: FieldChange, language: str) -> tuple[str, str]:
    """The two texts of a field; what is no text as people read it."""
    return _side(field.path, field.was, language), _side(field.path, field.now, language)


def _side(path: str, value: Any, language: str) -> str:
    if value in (None, "", [], ()):
        return ""
    return str(value) if head(path) in TEXTS else value_text(path, value, language)

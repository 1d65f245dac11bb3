"""Versions of a text, read from its history."""

from __future__ import annotations

from rustok_desktop.gui.content.versions import changed_by, since, versions_of
from rustok_desktop.history.views import FieldChange, HistoryEntry


def entry(name: str, act: str, *fields: tuple[str, object, object]) -> HistoryEntry:
    changes = tuple(FieldChange(path, was, now) for path, was, now in fields)
    return HistoryEntry(name, 0, "2026-11-20T10:00:00.000000Z", None, True, act, fields=changes)


LATEST = entry("e4", "updated", ("body@ru", None, "три"), ("body@en", "two", "three"), ("position", 0, 1))
PUBLISHED = entry("e3", "published", ("status", "draft", "published"))
SECOND = entry("e2", "updated", ("title@en", "Kiln", "Wood kiln"), ("body@en", "one", "two"))
FIRST = entry("e1", "created", ("title@en", None, "Kiln"), ("body@en", None, "one"), ("tags", None, []))
ALL = (LATEST, PUBLISHED, SECOND, FIRST)


def test_a_version_is_what_changed_words_or_fields() -> None:
    assert versions_of(ALL) == (LATEST, SECOND, FIRST)
    assert [field.path for field in changed_by(LATEST)] == ["body@en", "body@ru"]
    assert [field.path for field in changed_by(FIRST)] == ["title@en", "body@en"]  # no tags is no change


def test_what_happened_since_leads_from_then_to_now() -> None:
    assert since(ALL, LATEST) == ()
    told = {field.path: (field.was, field.now) for field in since(ALL, FIRST)}
    assert told == {"title@en": ("Kiln", "Wood kiln"), "body@en": ("one", "three"), "body@ru": (None, "три")}


def test_what_was_changed_and_changed_back_does_not_differ() -> None:
    back = entry("e5", "updated", ("body@en", "three", "two"))
    assert "body@en" not in {field.path for field in since((back, *ALL), SECOND)}

"""The versions of a node, read from its history. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rustok_desktop.history.views import FieldChange, HistoryEntry

# What a version is about, in the order it is shown; status, clock and place are not put back with one.
FIELDS = (
    "title", "slug", "excerpt", "body", "meta_title", "meta_description", "author_name", "tags", "template",
    "featured_media_id", "category_id",
)  # fmt: skip
TEXTS = frozenset(FIELDS[:7])
_ACTS = ("created", "updated")


def head(path: str) -> str:
    """``body`` of ``body@en``."""
    return path.partition("@")[0]


def versions_of(entries: Iterable[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    """The entries that left behind other words or fields."""
    return tuple(entry for entry in entries if entry.act in _ACTS and changed_by(entry))


def changed_by(entry: HistoryEntry) -> tuple[FieldChange, ...]:
    """What a version changed."""
    return _ordered(entry.fields)


def since(entries: Sequence[HistoryEntry], entry: HistoryEntry) -> tuple[FieldChange, ...]:
    """From how a version left things to how they are now; ``entries`` are all from the latest on."""
    found: dict[str, FieldChange] = {}
    for later in entries:
        if later.event_id == entry.event_id:
            break
        for field in later.fields:
            now = found[field.path].now if field.path in found else field.now
            found[field.path] = FieldChange(field.path, field.was, now)
    return _ordered(found.values())


def _ordered(fields: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    kept = [field for field in fields if head(field.path) in FIELDS and (field.was or None) != (field.now or None)]
    return tuple(sorted(kept, key=lambda field: (field.path.partition("@")[2], FIELDS.index(head(field.path)))))

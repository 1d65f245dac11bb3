"""One item's fate: what it becomes, why, and the commands that will do it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.core.codec import dumps
from rustok_desktop.exchange.nodes.drafts import Draft, Note
from rustok_desktop.exchange.nodes.schemas import ContentAction
from rustok_desktop.exchange.schemas import FieldDiff

# The order of writing: who is referred to comes first. Late steps of nodes come after their comments.
CATEGORIES, PICTURES, NODES, COMMENTS, MENUS, ITEMS, LATE = range(7)
_SHOWN = 1500  # characters of a value
_BEFORE = 120  # of them before the first difference

Step = tuple[str, dict[str, Any]]  # the name of an act, and its command


@dataclass(slots=True)
class Planned:
    """``needs`` are stand-ins for ids that are known only once others are written, ``becomes`` is the own one.

    ``late`` steps wait until everything else is there. ``excluded``: it waits for a yes.
    """

    draft: Draft
    action: ContentAction = ContentAction.UNCHANGED
    stage: int = NODES
    depth: int = 0
    reason: Note | None = None
    diffs: list[FieldDiff] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    late: list[Step] = field(default_factory=list)
    needs: set[str] = field(default_factory=set)
    becomes: str | None = None
    excluded: bool = False

    def skip(self, code: str, **params: Any) -> Planned:
        """Leave it out."""
        self.action, self.reason = ContentAction.SKIP, Note(code, params)
        self.steps, self.late, self.diffs = [], [], []
        return self

    def differ(self, name: str, old: Any, new: Any) -> None:
        """Show a field that changes."""
        was, becomes = told(old), told(new)
        was, becomes = _around(was, becomes)
        self.diffs.append(FieldDiff(name, was, becomes, erased=becomes is None and was is not None))


def skipped(draft: Draft, reason: Note) -> Planned:
    """An item that stays out."""
    return Planned(draft, ContentAction.SKIP, reason=reason)


def told(value: Any) -> str | None:
    """A value as text for people; None for an empty one."""
    if value is None or value in ("", [], {}):
        return None
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    return dumps(value) if isinstance(value, dict) else str(value)


def _around(old: str | None, new: str | None) -> tuple[str | None, str | None]:
    """Both texts from a little before their first difference."""
    if old is None or new is None:
        return (old and _cut(old, 0)), (new and _cut(new, 0))
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, same - _BEFORE) if max(len(old), len(new)) > _SHOWN else 0
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    part = text[start : start + _SHOWN]
    return f"{'…' if start else ''}{part}{'…' if start + _SHOWN < len(text) else ''}"

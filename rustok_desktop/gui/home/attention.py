"""Which facts need attention, in the order of their urgency. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.gui.home.import_pages import page_of
from rustok_desktop.gui.operations.home import HomeFacts
from rustok_desktop.runtime.overview_views import Stopped

CHECKS = 6


@dataclass(frozen=True, slots=True)
class Concern:
    """One card. ``page`` and ``arguments`` lead to what it speaks of; a concern without a page is an act itself."""

    kind: str
    number: int
    tone: str
    icon: str
    page: str = ""
    arguments: dict[str, Any] = field(default_factory=dict)


def concerns(facts: HomeFacts) -> list[Concern]:
    """What is wrong first, then what costs sales, then what waits. Nothing that is in order."""
    seen = facts.attention
    failing = seen.broken or int(facts.index == "failing")
    found = [
        Concern("failed", failing, "danger", "x-circle"),
        _stopped(seen.interrupted),
        Concern("out", seen.out, "danger", "box", "products", {"stock": "out"}),
        Concern("low", seen.low, "warn", "alert", "products", {"stock": "low"}),
        Concern("unsaved", len(facts.unsaved), "accent", "save", "products", _draft(facts.unsaved)),
        Concern("drafts", seen.drafts, "neutral", "pencil", "products", {"status": "draft"}),
    ]
    return [concern for concern in found if concern.number]


def _stopped(imports: tuple[Stopped, ...]) -> Concern:
    """The only one is read again at once; of several the last one's page lets choose."""
    page = page_of(imports[0].format) if imports else "import"
    arguments = {"path": imports[0].source} if len(imports) == 1 else {}
    return Concern("import", len(imports), "danger", "upload", page, arguments)


def _draft(unsaved: tuple[str, ...]) -> dict[str, Any]:
    """The one edited last."""
    if not unsaved:
        return {}
    from rustok_desktop.gui.products.draft_store import NEW

    return {"new": True} if unsaved[-1] == NEW else {"product_id": unsaved[-1]}

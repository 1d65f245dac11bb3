"""Which facts need attention, in the order of their urgency. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rustok_desktop.gui.operations.home import HomeFacts

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
    stopped = seen.interrupted
    found = [
        Concern("failed", failing, "danger", "x-circle"),
        Concern(
            "import", len(stopped), "danger", "upload", "import", {"path": stopped[0]} if len(stopped) == 1 else {}
        ),
        Concern("out", seen.out, "danger", "box", "products", {"stock": "out"}),
        Concern("low", seen.low, "warn", "alert", "products", {"stock": "low"}),
        Concern("unsaved", len(facts.unsaved), "accent", "save", "products", _draft(facts.unsaved)),
        Concern("drafts", seen.drafts, "neutral", "pencil", "products", {"status": "draft"}),
    ]
    return [concern for concern in found if concern.number]


def _draft(unsaved: tuple[str, ...]) -> dict[str, Any]:
    """The one edited last."""
    if not unsaved:
        return {}
    from rustok_desktop.gui.products.draft_store import NEW

    return {"new": True} if unsaved[-1] == NEW else {"product_id": unsaved[-1]}

"""Status machines: which act leads from which status to which. One table, used by every path."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.core.errors import UserError


class StateMachine:
    """Immutable table ``act -> {from: to}``."""

    def __init__(self, transitions: Mapping[str, Mapping[str, str]]) -> None:
        self._transitions = {act: dict(table) for act, table in transitions.items()}

    def next_status(self, current: str, act: str) -> str:
        """The status after ``act``; UserError ``bad_transition`` (current, act) where it is not allowed."""
        following = self._transitions.get(act, {}).get(current)
        if following is None:
            raise UserError("bad_transition", current=current, act=act)
        return following

    def allowed(self, current: str) -> tuple[str, ...]:
        """The acts possible in ``current``, in the order of the table."""
        return tuple(act for act, table in self._transitions.items() if current in table)

    @property
    def statuses(self) -> frozenset[str]:
        """Every status the table knows."""
        tables = self._transitions.values()
        return frozenset(status for table in tables for pair in table.items() for status in pair)


PRODUCT = StateMachine(
    {
        "publish": {"draft": "active"},
        "unpublish": {"active": "draft"},
        "archive": {"draft": "archived", "active": "archived"},
        "unarchive": {"archived": "draft"},
    }
)

NODE = StateMachine(
    {
        "publish": {"draft": "published"},
        "unpublish": {"published": "draft"},
        "archive": {"published": "archived"},
        "restore_to_draft": {"archived": "draft"},
    }
)

MODERATION = StateMachine(
    {
        "approve": {"pending": "approved", "rejected": "approved", "hidden": "approved"},
        "reject": {"pending": "rejected", "approved": "rejected", "hidden": "rejected"},
        "hide": {"approved": "hidden"},
    }
)

THREAD = StateMachine(
    {
        "close": {"open": "closed"},
        "reopen": {"closed": "open", "archived": "open"},
        "archive": {"open": "archived", "closed": "archived"},
    }
)


def next_status(current: str, act: str) -> str:
    """A product's status after ``act``; UserError ``bad_transition`` where it is not allowed."""
    return PRODUCT.next_status(current, act)

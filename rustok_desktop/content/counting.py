"""How many approved replies stand below a post or topic: kept as they come, are judged and go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rustok_desktop.content import discussion_statements as sql
from rustok_desktop.content.kinds import KIND_BELOW
from rustok_desktop.core.context import Context
from rustok_desktop.storage.unit_of_work import UnitOfWork

_REPLIES = frozenset(KIND_BELOW.values())


def follow(
    uow: UnitOfWork, ctx: Context, kind: str, was: Mapping[str, Any] | None, becomes: Mapping[str, Any]
) -> None:
    """Count a reply whose row was and becomes this; ``was`` is None for a new one. Derived, so nobody is told."""
    delta = _counts(becomes) - (was is not None and _counts(was))
    parent_id = becomes["parent_id"]
    if not delta or kind not in _REPLIES:
        return
    uow.run(sql.COUNT, at_tenant_id=ctx.tenant_id, at_node_id=parent_id, delta=delta)
    if delta > 0 and kind == "forum_reply":
        uow.run(sql.PUT_LAST_REPLY, tenant_id=ctx.tenant_id, node_id=parent_id, last_reply_at=uow.now)


def _counts(row: Mapping[str, Any]) -> bool:
    return row["moderation"] == "approved" and row["deleted_at"] is None

"""Status, clock, trash and discussion of a node: the acts that lead from what it is to what the file says."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content.loading import StoredNode
from rustok_desktop.core import limits
from rustok_desktop.exchange.nodes.drafts import NodeDraft
from rustok_desktop.exchange.nodes.planned import Planned
from rustok_desktop.exchange.nodes.shop_nodes import ShopNodes

_DISCUSSED = frozenset(("post", "page", "article"))
# From one status to another, as steps of the state machine.
_WAYS: dict[tuple[str, str], tuple[str, ...]] = {
    ("draft", "published"): ("publish",),
    ("draft", "archived"): ("publish", "archive"),
    ("published", "draft"): ("unpublish",),
    ("published", "archived"): ("archive",),
    ("archived", "draft"): ("restore_to_draft",),
    ("archived", "published"): ("restore_to_draft", "publish"),
}


def plan_new_life(planned: Planned, draft: NodeDraft, command: dict[str, Any], now: str) -> None:
    """The steps that make a node, with its status and schedule."""
    status = draft.status or "draft"
    command["publish"] = status != "draft"
    planned.steps.append(("create_node", command))
    planned.differ("status", None, status)
    if draft.published_at is not None:
        planned.differ("published_at", None, draft.published_at)
    at = {"node_id": command["id"]}
    if status == "archived":
        planned.steps.append(("archive", at | {"reason": _reason(draft)}))
    clock = _clock(draft, status, now)
    if any(clock.values()):
        planned.steps.append(("schedule", at | clock))
        for name, value in clock.items():
            if value is not None:
                planned.differ(name, None, value)
    if draft.closed and draft.kind in _DISCUSSED:
        planned.late.append(("set_thread", at | {"state": "closed"}))


def plan_life(
    planned: Planned, draft: NodeDraft, stored: StoredNode, command: dict[str, Any], shop: ShopNodes
) -> None:
    """The steps that bring a node of the shop to what the file says; ``command`` has what differs in its fields."""
    at = {"node_id": stored.id}
    if stored.deleted_at is not None:
        planned.steps.append(("restore", at | {"base_version": command.pop("base_version")}))
        planned.differ("deleted_at", stored.deleted_at, None)
    wanted = draft.status or stored.status
    if wanted != stored.status:
        planned.differ("status", stored.status, wanted)
        acts = _WAYS[stored.status, wanted]
        base = {name: command.pop(name) for name in ("base_version",) if name in command}
        for act in acts:
            planned.steps.append((act, at | base | ({"reason": _reason(draft)} if act == "archive" else {})))
            base = {}
    public = draft.published_at
    if public is not None and public != stored.published_at:
        command["published_at"] = public
        planned.differ("published_at", stored.published_at, public)
    elif public is not None and "publish" in [act for act, _ in planned.steps]:
        command["published_at"] = public
    if command.keys() - {"node_id", "base_version"}:
        planned.steps.append(("update_node", command))
    _plan_clock(planned, draft, stored, wanted, shop)
    _plan_thread(planned, draft, stored, shop)


def _plan_clock(planned: Planned, draft: NodeDraft, stored: StoredNode, status: str, shop: ShopNodes) -> None:
    said = draft.exact or draft.publish_at is not None or draft.unpublish_at is not None
    clock = _clock(draft, status, shop.uow.now)
    held = {name: stored.row[name] for name in clock}
    if not said or clock == held:
        return
    if not any(clock.values()):
        # Publishing or taking back by hand crosses the times out; only a node that keeps its status has any left.
        if any(held.values()) and status == stored.status:
            planned.steps.append(("unschedule", {"node_id": stored.id}))
            planned.differ("publish_at", held["publish_at"] or held["unpublish_at"], None)
        return
    planned.steps.append(("schedule", {"node_id": stored.id, **clock}))
    for name, value in clock.items():
        if value != held[name]:
            planned.differ(name, held[name], value)


def _plan_thread(planned: Planned, draft: NodeDraft, stored: StoredNode, shop: ShopNodes) -> None:
    if draft.closed is None or draft.kind not in _DISCUSSED:
        return
    state, wanted = shop.thread_state(stored.id), "closed" if draft.closed else "open"
    if state in ("open", "closed") and state != wanted:
        planned.late.append(("set_thread", {"node_id": stored.id, "state": wanted}))
        planned.differ("thread", state, wanted)


def _clock(draft: NodeDraft, status: str, now: str) -> dict[str, str | None]:
    """The schedule as far as it lies ahead and fits the status."""
    begin, end = draft.publish_at, draft.unpublish_at
    for time in (begin, end):
        if time is not None and time <= now:
            draft.note("time_passed", time=time[:16].replace("T", " "))
    begin = begin if begin is not None and begin > now and status == "draft" else None
    end = end if end is not None and end > now and (begin is not None or status == "published") else None
    if begin is not None and end is not None and end <= begin:
        end = None
    return {"publish_at": begin, "unpublish_at": end}


def _reason(draft: NodeDraft) -> str | None:
    return (draft.archive_reason or "")[: limits.ARCHIVE_REASON] or None

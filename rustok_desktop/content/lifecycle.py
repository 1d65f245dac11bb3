"""Acts on one whole node: its status, the trash, and the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rustok_desktop.content import counting, loading
from rustok_desktop.content import statements as sql
from rustok_desktop.content.changes import fields_of
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.fields import plan_fields
from rustok_desktop.content.kinds import PARTS
from rustok_desktop.content.loading import StoredNode, load_for, load_node
from rustok_desktop.content.schemas import ArchiveNode, NodeCommand
from rustok_desktop.content.texts import clean_word
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.state_machine import NODE
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

EVENTS = {
    "publish": "node.published",
    "unpublish": "node.unpublished",
    "archive": "node.archived",
    "restore_to_draft": "node.unarchived",
}
_STATUS = ("status", "published_at", "archived_at", "archive_reason")
_CLOCK = ("publish_at", "unpublish_at")
_TRASH = ("deleted_at",)
_LIVING = (_STATUS, _CLOCK, ("moderation",))
STATE = (*_STATUS, *_CLOCK, "moderation", *_TRASH)


def change_status(
    act: str, ctx: Context, bus: TransactionalEventBus, command: NodeCommand, uow: UnitOfWork
) -> NodeSaved:
    """Publish, unpublish, archive or take out of the archive, by hand: what the clock was to do is done with."""
    node = load_for(uow, ctx, command, Action.UPDATE)
    loading.check_written(node)
    reason = clean_word(command.reason) if isinstance(command, ArchiveNode) else None
    return move(uow, ctx, bus, node, act, reason=reason)


def move(
    uow: UnitOfWork,
    ctx: Context,
    bus: TransactionalEventBus,
    node: StoredNode,
    act: str,
    *,
    at: str | None = None,
    reason: str | None = None,
) -> NodeSaved:
    """One step of the state machine, the only way from one status to another; ``at`` is the time it counts from."""
    loading.check_not_in_trash(node)
    state: dict[str, Any] = {"status": NODE.next_status(node.status, act), "publish_at": None}
    if act == "publish":
        state["published_at"] = at or uow.now
    else:
        state["unpublish_at"] = None
    if act == "archive":
        state |= {"archived_at": uow.now, "archive_reason": reason}
    elif act == "restore_to_draft":
        state |= {"archived_at": None, "archive_reason": None}
    return save_state(uow, ctx, bus, node, EVENTS[act], **state)


def trash(ctx: Context, bus: TransactionalEventBus, command: NodeCommand, uow: UnitOfWork) -> NodeSaved:
    """Into the trash, where addresses stay reserved and the clock stops. What is public is refused."""
    node = load_for(uow, ctx, command, Action.DELETE)
    loading.check_not_in_trash(node)
    if node.status == "published" and node.kind not in PARTS:
        raise UserError("cannot_trash_published", id=node.id)
    return save_state(uow, ctx, bus, node, "node.trashed", deleted_at=uow.now, publish_at=None, unpublish_at=None)


def restore(ctx: Context, bus: TransactionalEventBus, command: NodeCommand, uow: UnitOfWork) -> NodeSaved:
    """Back from the trash, with the status it had."""
    node = load_for(uow, ctx, command, Action.DELETE)
    _check_in_trash(node)
    return save_state(uow, ctx, bus, node, "node.restored", deleted_at=None)


def purge(ctx: Context, bus: TransactionalEventBus, command: NodeCommand, uow: UnitOfWork) -> NodeSaved:
    """Delete for good what is in the trash, with its parts; its last state stays in the event.

    Pages below it stay, one level up.
    """
    node = load_for(uow, ctx, command, Action.MANAGE)
    _check_in_trash(node)
    return remove(uow, ctx, bus, node)


def remove(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, node: StoredNode) -> NodeSaved:
    """Delete a node and what is part of it, each with its event."""
    for child_id, kind in uow.all(sql.CHILDREN, at_tenant_id=ctx.tenant_id, at_node_id=node.id):
        child = load_node(uow, ctx, child_id)
        if kind in PARTS:
            remove(uow, ctx, bus, child)
        else:
            _lift(uow, ctx, bus, child, node)
    full = load_node(uow, ctx, node.id, words=True)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    for path, value in fields_of(full).items():
        edit.note(path, value, [] if isinstance(value, list) else None)
    edit.write(sql.DELETE_NODE)
    return edit.save(uow, bus, "node.deleted", node.version)


def put_state(
    ctx: Context, bus: TransactionalEventBus, node_id: str, wanted: Mapping[str, str | None], uow: UnitOfWork
) -> None:
    """Exactly this state, as far as given (names of ``STATE``): for taking acts back.

    Status, clock and trash are separate acts and so separate events; what does not change records none.
    """
    out_first = wanted.get("deleted_at", "") is None
    for names in (_TRASH, *_LIVING) if out_first else (*_LIVING, _TRASH):
        node = load_node(uow, ctx, node_id)
        changed = {name: wanted[name] for name in names if name in wanted and node.row[name] != wanted[name]}
        if changed:
            save_state(uow, ctx, bus, node, _event_of(node, changed), **changed)


def save_state(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, node: StoredNode, event_type: str, **state: str | None
) -> NodeSaved:
    """Write these columns of ``STATE``, with the event that tells what changed."""
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    for name, value in state.items():
        edit.note(name, node.row[name], value)
    edit.put_row(node.row | state, node.version + 1)
    saved = edit.save(uow, bus, event_type, node.version + 1)
    counting.follow(uow, ctx, node.kind, node.row, node.row | state)
    return saved


def _event_of(node: StoredNode, changed: Mapping[str, str | None]) -> str:
    if "deleted_at" in changed:
        return "node.restored" if changed["deleted_at"] is None else "node.trashed"
    if "moderation" in changed:
        return "node.moderated"
    if "status" not in changed:
        if changed.keys() & set(_CLOCK):
            return "node.scheduled" if any(changed.values()) else "node.unscheduled"
        return "node.updated"
    if changed["status"] == "draft":
        return "node.unarchived" if node.status == "archived" else "node.unpublished"
    return {"published": "node.published", "archived": "node.archived"}[str(changed["status"])]


def _lift(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, child: StoredNode, gone: StoredNode) -> None:
    edit = NodeEdit(ctx, child.id, child.kind, uow.now)
    place = plan_fields(uow, edit, child.own, {"parent_id": gone.row["parent_id"]})
    edit.put_row(child.row | place, child.version + 1)
    edit.save(uow, bus, "node.updated", child.version + 1)


def _check_in_trash(node: StoredNode) -> None:
    if node.deleted_at is None:
        raise UserError("not_in_trash", id=node.id)

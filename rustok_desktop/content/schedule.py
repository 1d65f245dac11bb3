"""What the clock is to do: publish, and take back. Setting it, and doing it when the time has come."""

from __future__ import annotations

from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.fields import check_time
from rustok_desktop.content.lifecycle import move, save_state
from rustok_desktop.content.loading import StoredNode, check_not_in_trash, check_written, load_for, load_node
from rustok_desktop.content.schemas import NodeCommand, ScheduleNode
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.state_machine import NODE
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

_TIMES = ("publish_at", "unpublish_at")


def schedule(ctx: Context, bus: TransactionalEventBus, command: ScheduleNode, uow: UnitOfWork) -> NodeSaved:
    """The whole schedule anew. Invalid for a time that has passed or an end before its beginning."""
    node = load_for(uow, ctx, command, Action.UPDATE)
    check_written(node)
    check_not_in_trash(node)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    _check(edit, node, command)
    edit.check()
    wanted = {name: getattr(command, name) for name in _TIMES}
    if all(node.row[name] == time for name, time in wanted.items()):
        return NodeSaved(node.id, node.version, (), None)
    event_type = "node.scheduled" if any(wanted.values()) else "node.unscheduled"
    return save_state(uow, ctx, bus, node, event_type, **wanted)


def unschedule(ctx: Context, bus: TransactionalEventBus, command: NodeCommand, uow: UnitOfWork) -> NodeSaved:
    """Nothing by the clock any more. UserError ``nothing_scheduled``."""
    node = load_for(uow, ctx, command, Action.UPDATE)
    if not any(node.row[name] for name in _TIMES):
        raise UserError("nothing_scheduled", id=node.id)
    return save_state(uow, ctx, bus, node, "node.unscheduled", publish_at=None, unpublish_at=None)


def run_due(ctx: Context, bus: TransactionalEventBus, node_id: str, uow: UnitOfWork) -> int:
    """Do what this node's schedule asks for by now, as of the times it names; how many acts that were.

    Run twice it does nothing the second time. A time that no act fits any more is crossed out.
    """
    acts = 0
    for name, act in (("publish_at", "publish"), ("unpublish_at", "unpublish")):
        node = load_node(uow, ctx, node_id)
        time = node.row[name]
        if node.deleted_at is not None or time is None or time > uow.now:
            continue
        if act in NODE.allowed(node.status):
            move(uow, ctx, bus, node, act, at=time)
        else:
            save_state(uow, ctx, bus, node, "node.unscheduled", **{name: None})
        acts += 1
    return acts


def _check(edit: NodeEdit, node: StoredNode, command: ScheduleNode) -> None:
    for name in _TIMES:
        time = getattr(command, name)
        if time is not None and check_time(edit, name, time) and time <= edit.now:
            edit.wrong(name, "time_in_past")
    begin, end = command.publish_at, command.unpublish_at
    if begin is not None and node.status != "draft":
        edit.wrong("publish_at", "already_published" if node.status == "published" else "bad_transition")
    if end is not None and begin is not None and end <= begin:
        edit.wrong("unpublish_at", "unpublish_before_publish")
    if end is not None and begin is None and node.status != "published":
        edit.wrong("unpublish_at", "not_published_no_end")

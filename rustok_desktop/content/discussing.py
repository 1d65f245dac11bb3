"""Units of work on what people say. Whoever may not moderate says it pending, and changes only what is theirs."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content import counting
from rustok_desktop.content import discussion_statements as sql
from rustok_desktop.content import statements as node_sql
from rustok_desktop.content.discussion_schemas import AddComment, EditComment, EditTopic, Moderate, SetThread
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.fields import check_time
from rustok_desktop.content.kinds import KIND_BELOW, RESOURCES, may, require_kind
from rustok_desktop.content.lifecycle import save_state
from rustok_desktop.content.loading import StoredNode, check_not_in_trash, check_version, load_node
from rustok_desktop.content.making import FIRST_VERSION, plan_new
from rustok_desktop.content.schemas import NodeCommand, NodePatch
from rustok_desktop.content.texts import clean_body
from rustok_desktop.content.update import plan_node_texts
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.content.words import plan_body
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import Forbidden, NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action, Scope, scope
from rustok_desktop.core.state_machine import MODERATION, THREAD
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

SAID = ("comment", "forum_reply", "forum_topic")
_THREAD_FIELDS = ("state", "pinned", "locked")
_FRESH = {"state": "open", "pinned": False, "locked": False}
_ACT_OF = {"closed": "close", "open": "reopen", "archived": "archive"}
Thread = tuple[str, bool, bool]


def add_comment(ctx: Context, bus: TransactionalEventBus, command: AddComment, uow: UnitOfWork) -> NodeSaved:
    """A comment or reply. UserError when the discussion is over, NotFound below what the caller cannot see."""
    parent = _visible(uow, ctx, command.parent_id)
    kind = KIND_BELOW.get(parent.kind)
    if kind is None:
        raise NotFound("not_found", kind="forum_topic", id=command.parent_id)
    require_kind(ctx, kind, Action.CREATE)
    moderates = may(ctx, kind, Action.UPDATE)
    _check_open(thread_of(uow, ctx, parent.id), moderates=moderates)
    node_id = command.id or new_id()
    if command.id is not None and uow.one(node_sql.ANY_NODE, at_node_id=node_id) is not None:
        raise UserError("node_exists", id=node_id)
    edit = NodeEdit(ctx, node_id, kind, uow.now)
    moderation = (command.moderation or "approved") if moderates else "pending"
    created_at = command.created_at if moderates and command.created_at else uow.now
    check_time(edit, "created_at", created_at)
    row = {"parent_id": parent.id, "depth": parent.row["depth"] + 1, "moderation": moderation}
    row |= {"author_name": command.author_name or None, "published_at": created_at}
    row["metadata"] = _metadata(uow, edit, command, moderates=moderates)
    made = plan_new(edit, row, created_at=created_at)
    (locale,) = by_locale(edit.problems, {command.locale or ctx.locale: None}) or ("",)
    _plan_said(edit, locale, (None, command.format), command.body, command.format)
    saved = edit.save(uow, bus, "node.created", FIRST_VERSION)
    counting.follow(uow, ctx, kind, None, made)
    return saved


def edit_comment(ctx: Context, bus: TransactionalEventBus, command: EditComment, uow: UnitOfWork) -> NodeSaved:
    """Other words; those of somebody who may not moderate wait for a verdict again."""
    node = load_said(uow, ctx, command, Action.UPDATE)
    if node.kind == "forum_topic":
        raise NotFound("not_found", kind="comment", id=node.id)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    locale, was = next(iter(node.bare_bodies.items()))
    _plan_said(edit, locale, was, command.body, command.format)
    return _said_anew(uow, ctx, bus, edit, node)


def edit_topic(ctx: Context, bus: TransactionalEventBus, command: EditTopic, uow: UnitOfWork) -> NodeSaved:
    """Other words of a topic, in the language it was begun in."""
    node = load_said(uow, ctx, command, Action.UPDATE)
    if node.kind != "forum_topic":
        raise NotFound("not_found", kind="forum_topic", id=node.id)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    given = {name: getattr(command, name) for name in command.model_fields_set & {"title", "body"}}
    given = {name: value for name, value in given.items() if value is not None}
    plan_node_texts(uow, edit, node, {next(iter(node.words)): NodePatch(**given)})
    return _said_anew(uow, ctx, bus, edit, node)


def remove_said(ctx: Context, bus: TransactionalEventBus, command: NodeCommand, uow: UnitOfWork) -> NodeSaved:
    """Into the trash."""
    node = load_said(uow, ctx, command, Action.DELETE)
    return save_state(uow, ctx, bus, node, "node.trashed", deleted_at=uow.now)


def moderate(ctx: Context, bus: TransactionalEventBus, command: Moderate, uow: UnitOfWork) -> int:
    """The verdict on each; how many changed. UserError where it does not follow from the last one."""
    changed = 0
    for node_id in dict.fromkeys(command.node_ids):
        node = load_node(uow, ctx, node_id)
        if node.kind not in SAID:
            raise NotFound("not_found", kind="comment", id=node_id)
        require_kind(ctx, node.kind, Action.UPDATE)
        check_not_in_trash(node)
        becomes = MODERATION.next_status(str(node.row["moderation"]), command.verdict)
        if becomes != node.row["moderation"]:
            save_state(uow, ctx, bus, node, "node.moderated", moderation=becomes)
            changed += 1
    return changed


def set_thread(ctx: Context, bus: TransactionalEventBus, command: SetThread, uow: UnitOfWork) -> NodeSaved:
    """Close, open, pin or lock a discussion."""
    node = load_node(uow, ctx, command.node_id)
    if node.kind not in KIND_BELOW:
        raise NotFound("not_found", kind="forum_topic", id=node.id)
    require_kind(ctx, KIND_BELOW[node.kind], Action.UPDATE)
    check_version(node, command.base_version)
    check_not_in_trash(node)
    was = dict(zip(_THREAD_FIELDS, thread_of(uow, ctx, node.id), strict=True))
    becomes = was | {name: value for name in _THREAD_FIELDS if (value := getattr(command, name)) is not None}
    if becomes["state"] != was["state"]:
        THREAD.next_status(str(was["state"]), _ACT_OF[str(becomes["state"])])
    return put_thread(ctx, bus, node.id, None if becomes == _FRESH else becomes, uow)


def thread_of(uow: UnitOfWork, ctx: Context, node_id: str) -> Thread:
    """Its state, whether it is pinned, whether it is locked."""
    row = uow.one(sql.THREAD, at_tenant_id=ctx.tenant_id, at_node_id=node_id)
    return ("open", False, False) if row is None else (str(row[0]), bool(row[1]), bool(row[2]))


def load_said(uow: UnitOfWork, ctx: Context, command: NodeCommand, action: Action) -> StoredNode:
    """What somebody said, for whoever may do this to it: staff, or the one who said it."""
    node = load_node(uow, ctx, command.node_id, words=True)
    if node.kind not in SAID:
        raise NotFound("not_found", kind="comment", id=command.node_id)
    allowed = scope(ctx.role, RESOURCES[node.kind], action)
    if allowed is Scope.NONE or (allowed is Scope.OWN and node.row["author_id"] != ctx.actor_id):
        raise Forbidden("forbidden", resource=RESOURCES[node.kind].value, action=action.value)
    check_version(node, command.base_version)
    check_not_in_trash(node)
    return node


def told_thread(uow: UnitOfWork, ctx: Context, node_id: str) -> dict[str, Any] | None:
    """As it stands in ``changes``: None while nothing was ever said about it."""
    thread = dict(zip(_THREAD_FIELDS, thread_of(uow, ctx, node_id), strict=True))
    return None if thread == _FRESH else thread


def put_thread(
    ctx: Context, bus: TransactionalEventBus, node_id: str, wanted: dict[str, Any] | None, uow: UnitOfWork
) -> NodeSaved:
    """Exactly this, for taking acts back."""
    node = load_node(uow, ctx, node_id)
    require_kind(ctx, KIND_BELOW[node.kind], Action.UPDATE)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    if not edit.note("thread", told_thread(uow, ctx, node_id), wanted):
        return NodeSaved(node.id, node.version, (), None)
    becomes = wanted or _FRESH
    edit.write(sql.PUT_THREAD, state=becomes["state"], is_pinned=becomes["pinned"], is_locked=becomes["locked"])
    edit.touch(node.version + 1)
    return edit.save(uow, bus, "node.updated", node.version + 1)


def _visible(uow: UnitOfWork, ctx: Context, node_id: str) -> StoredNode:
    node = load_node(uow, ctx, node_id)
    public = node.status == "published" and node.row["moderation"] in (None, "approved")
    if node.deleted_at is not None or (not public and not may(ctx, node.kind, Action.UPDATE)):
        raise NotFound("not_found", kind="node", id=node_id)
    return node


def _check_open(thread: Thread, *, moderates: bool) -> None:
    state, _, locked = thread
    if state != "open":
        raise UserError("thread_closed" if state == "closed" else "thread_archived")
    if locked and not moderates:
        raise UserError("thread_locked")


def _metadata(uow: UnitOfWork, edit: NodeEdit, command: AddComment, *, moderates: bool) -> dict[str, Any]:
    metadata = dict(command.metadata) if moderates else {}
    if command.reply_to is not None:
        row = uow.one(node_sql.PARENT, at_tenant_id=edit.ctx.tenant_id, at_node_id=command.reply_to)
        if row is None or row[2] != command.parent_id or row[0] != edit.kind:
            edit.wrong("reply_to", "unknown_comment")
        metadata["reply_to"] = command.reply_to
    return metadata


def _plan_said(edit: NodeEdit, locale: str, was: tuple[str | None, str], text: str, form: str) -> None:
    body = clean_body(text, form)
    if body is None:
        edit.wrong("body", "required")
    else:
        plan_body(edit, locale, was, body, form)


def _said_anew(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, edit: NodeEdit, node: StoredNode
) -> NodeSaved:
    edit.check()
    if not edit.changed:
        return NodeSaved(node.id, node.version, (), None)
    waits = not may(ctx, node.kind, Action.UPDATE) and node.row["moderation"] == "approved"
    if waits:
        edit.note("moderation", "approved", "pending")
        edit.put_row(node.row | {"moderation": "pending"}, node.version + 1)
        counting.follow(uow, ctx, node.kind, node.row, node.row | {"moderation": "pending"})
    else:
        edit.touch(node.version + 1)
    return edit.save(uow, bus, "node.moderated" if waits else None, node.version + 1)

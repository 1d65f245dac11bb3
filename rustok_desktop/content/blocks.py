"""The blocks of a page: each a node below it, in an order of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rustok_desktop.content import statements as sql
from rustok_desktop.content.block_types import BLOCK_TYPES, Part, checked
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.kinds import require_kind
from rustok_desktop.content.lifecycle import save_state
from rustok_desktop.content.loading import StoredNode, check_not_in_trash, check_version, load_node
from rustok_desktop.content.making import plan_new
from rustok_desktop.content.page_schemas import (
    AddBlock,
    BlockCommand,
    DuplicateBlock,
    HideBlock,
    MoveBlock,
    UpdateBlock,
)
from rustok_desktop.content.pictures import references
from rustok_desktop.content.placing import place_among
from rustok_desktop.content.texts import clean_block
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.content.words import plan_body
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

KIND = "block"
Texts = Mapping[str, dict[str, Any] | None]
_RULES = {
    "missing": "required",
    "string_too_short": "required",
    "string_too_long": "too_long",
    "too_long": "too_many_items",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_big",
    "extra_forbidden": "unknown_block_field",
}


def add_block(ctx: Context, bus: TransactionalEventBus, command: AddBlock, uow: UnitOfWork) -> NodeSaved:
    """A new block at ``index`` of its page, else last."""
    page = _page(uow, ctx, command.page_id)
    edit = NodeEdit(ctx, new_id(), KIND, uow.now)
    return _insert(uow, bus, edit, page, command.type, command.data, command.texts, command.index)


def update_block(ctx: Context, bus: TransactionalEventBus, command: UpdateBlock, uow: UnitOfWork) -> NodeSaved:
    """Other data as a whole, and other texts by language; ``None`` takes a language away."""
    block = load_block(uow, ctx, command)
    edit = NodeEdit(ctx, block.id, KIND, uow.now)
    schemas = BLOCK_TYPES[block.row["template"]]
    columns: dict[str, Any] = {}
    held = loads(block.row["metadata"])
    if command.data is not None:
        becomes = held | {"data": _checked(edit, "data", schemas.data, command.data)}
        _check_pictures(uow, edit, "data", becomes["data"])
        if edit.note("metadata", held, becomes):
            columns["metadata"] = dumps(becomes)
            edit.shows = True
    _plan_texts(edit, schemas.texts, block.bare_bodies, command.texts)
    edit.check()
    if not edit.changed:
        return NodeSaved(block.id, block.version, (), None)
    edit.put_row(block.row | columns, block.version + 1)
    return edit.save(uow, bus, "node.updated" if columns else None, block.version + 1)


def move_block(ctx: Context, bus: TransactionalEventBus, command: MoveBlock, uow: UnitOfWork) -> NodeSaved:
    """To another place on its page; ``index`` counts the others."""
    block = load_block(uow, ctx, command)
    position = place_among(uow, ctx, KIND, str(block.row["parent_id"]), command.index, moving=block.id)
    return _change(uow, ctx, bus, block, {"position": position})


def hide_block(ctx: Context, bus: TransactionalEventBus, command: HideBlock, uow: UnitOfWork) -> NodeSaved:
    """Hidden from the page, or shown again."""
    block = load_block(uow, ctx, command)
    held = loads(block.row["metadata"])
    shown = {name: value for name, value in held.items() if name != "hidden"}
    return _change(uow, ctx, bus, block, {"metadata": shown | ({"hidden": True} if command.hidden else {})})


def duplicate_block(ctx: Context, bus: TransactionalEventBus, command: DuplicateBlock, uow: UnitOfWork) -> NodeSaved:
    """The same again, right after it."""
    block = load_block(uow, ctx, command)
    page = _page(uow, ctx, str(block.row["parent_id"]))
    order = [row[0] for row in uow.all(sql.ORDER, at_tenant_id=ctx.tenant_id, at_node_id=page.id, kind=KIND)]
    edit = NodeEdit(ctx, new_id(), KIND, uow.now)
    texts = {locale: loads(body) for locale, (body, _) in block.bare_bodies.items()}
    data = loads(block.row["metadata"]).get("data", {})
    return _insert(uow, bus, edit, page, block.row["template"], data, texts, order.index(block.id) + 1)


def remove_block(ctx: Context, bus: TransactionalEventBus, command: BlockCommand, uow: UnitOfWork) -> NodeSaved:
    """Off the page, into the trash."""
    block = load_block(uow, ctx, command, Action.DELETE)
    return save_state(uow, ctx, bus, block, "node.trashed", deleted_at=uow.now)


def load_block(uow: UnitOfWork, ctx: Context, command: BlockCommand, action: Action = Action.UPDATE) -> StoredNode:
    """The block a command is about. NotFound also for a node that is none."""
    block = load_node(uow, ctx, command.block_id, words=True)
    if block.kind != KIND:
        raise NotFound("not_found", kind=KIND, id=command.block_id)
    require_kind(ctx, KIND, action)
    check_version(block, command.base_version)
    check_not_in_trash(block)
    return block


def _page(uow: UnitOfWork, ctx: Context, page_id: str) -> StoredNode:
    page = load_node(uow, ctx, page_id)
    if page.kind != "page":
        raise NotFound("not_found", kind="page", id=page_id)
    require_kind(ctx, "page", Action.UPDATE)
    check_not_in_trash(page)
    return page


def _insert(
    uow: UnitOfWork,
    bus: TransactionalEventBus,
    edit: NodeEdit,
    page: StoredNode,
    block_type: str,
    data: dict[str, Any],
    texts: Texts,
    index: int | None,
) -> NodeSaved:
    schemas = BLOCK_TYPES[block_type]
    order = uow.all(sql.ORDER, at_tenant_id=edit.ctx.tenant_id, at_node_id=page.id, kind=KIND)
    if len(order) >= limits.BLOCKS_PER_PAGE:
        edit.wrong("type", "too_many_blocks", limit=limits.BLOCKS_PER_PAGE)
    kept = _checked(edit, "data", schemas.data, data)
    _check_pictures(uow, edit, "data", kept)
    fields = {
        "parent_id": page.id,
        "depth": page.row["depth"] + 1,
        "position": place_among(uow, edit.ctx, KIND, page.id, index),
        "template": block_type,
        "metadata": {"data": kept},
    }
    row = plan_new(edit, fields)
    _plan_texts(edit, schemas.texts, {}, texts)
    edit.shows = True
    return edit.save(uow, bus, "node.created", row["version"])


def _plan_texts(
    edit: NodeEdit, schema: type[Part], stored: Mapping[str, tuple[str, str]], given: Texts
) -> None:
    for locale, texts in by_locale(edit.problems, given).items():
        was = stored.get(locale, (None, "json"))
        if texts is None:
            plan_body(edit, locale, was, None, "json")
            continue
        kept = _checked(edit, f"texts@{locale}", schema, clean_block(texts))
        if kept or was[0] is not None:
            plan_body(edit, locale, was, dumps(kept), "json")


def _checked(edit: NodeEdit, path: str, schema: type[Part], given: dict[str, Any]) -> dict[str, Any]:
    kept, problems = checked(schema, given)
    for problem in problems:
        code = _RULES.get(problem.rule, "bad_block_field")
        edit.wrong(f"{path}/{problem.path}", code, limit=problem.limit)
    return kept


def _check_pictures(uow: UnitOfWork, edit: NodeEdit, path: str, data: dict[str, Any]) -> None:
    named = references(dumps(data))
    if named:
        rows = uow.all(sql.KNOWN_MEDIA, at_tenant_id=edit.ctx.tenant_id, ids=dumps(sorted(named)))
        if len(rows) < len(named):
            edit.wrong(path, "unknown_medium")


def _change(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, node: StoredNode, fields: dict[str, Any]
) -> NodeSaved:
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    own = node.own
    for name, value in fields.items():
        edit.note(name, own[name], value)
    if not edit.changes:
        return NodeSaved(node.id, node.version, (), None)
    columns = {name: dumps(value) if name == "metadata" else value for name, value in fields.items()}
    edit.put_row(node.row | columns, node.version + 1)
    return edit.save(uow, bus, "node.updated", node.version + 1)

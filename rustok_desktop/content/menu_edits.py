"""Units of work on menus: a menu is a node, each item is one below it or below another item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rustok_desktop.content import menu_statements as menu_sql
from rustok_desktop.content import statements as sql
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.kinds import require_kind
from rustok_desktop.content.lifecycle import save_state
from rustok_desktop.content.loading import StoredNode, check_not_in_trash, check_version, default_locale, load_node
from rustok_desktop.content.making import FIRST_VERSION, plan_new
from rustok_desktop.content.menu_schemas import (
    AddMenuItem,
    CreateMenu,
    MenuCommand,
    MenuItemCommand,
    MenuTarget,
    MoveMenuItem,
    UpdateMenu,
    UpdateMenuItem,
)
from rustok_desktop.content.placing import place_among
from rustok_desktop.content.schemas import NodePatch
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.content.words import Surroundings, plan_texts
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

MENU, ITEM = "menu", "menu_item"
_ADDRESS = re.compile(r"(?:https?://[^\s<>\"]+|mailto:[^\s<>\"]+|tel:[+0-9 ()-]+|[/#][^\s<>\"]*)", re.IGNORECASE)


def create_menu(ctx: Context, bus: TransactionalEventBus, command: CreateMenu, uow: UnitOfWork) -> NodeSaved:
    """A new menu without items."""
    edit = NodeEdit(ctx, new_id(), MENU, uow.now)
    plan_new(edit, {"template": command.location})
    _plan_titles(uow, edit, None, command.titles)
    return edit.save(uow, bus, "node.created", FIRST_VERSION)


def update_menu(ctx: Context, bus: TransactionalEventBus, command: UpdateMenu, uow: UnitOfWork) -> NodeSaved:
    """Another location, other names."""
    menu = _menu(uow, ctx, command)
    fields = {} if command.location is None else {"template": command.location}
    return _change(uow, ctx, bus, menu, fields, command.titles)


def remove_menu(ctx: Context, bus: TransactionalEventBus, command: MenuCommand, uow: UnitOfWork) -> NodeSaved:
    """Into the trash, with its items."""
    menu = _menu(uow, ctx, command, Action.DELETE)
    return save_state(uow, ctx, bus, menu, "node.trashed", deleted_at=uow.now)


def add_item(ctx: Context, bus: TransactionalEventBus, command: AddMenuItem, uow: UnitOfWork) -> NodeSaved:
    """A new item; Invalid when it would be too deep, the menu is full, or its target is not there."""
    edit = NodeEdit(ctx, new_id(), ITEM, uow.now)
    depth, menu_id = _place(uow, ctx, edit, command.parent_id)
    if len(uow.all(menu_sql.ITEMS, at_tenant_id=ctx.tenant_id, at_node_id=menu_id)) >= limits.MENU_ITEMS:
        edit.wrong("parent_id", "too_many_menu_items", limit=limits.MENU_ITEMS)
    fields = {
        "parent_id": command.parent_id,
        "depth": depth,
        "position": place_among(uow, ctx, ITEM, command.parent_id, command.index),
        "template": command.target.kind,
        "metadata": _metadata(_target(uow, edit, command.target), new_window=command.new_window),
    }
    plan_new(edit, fields)
    _plan_titles(uow, edit, None, command.titles)
    return edit.save(uow, bus, "node.created", FIRST_VERSION)


def update_item(ctx: Context, bus: TransactionalEventBus, command: UpdateMenuItem, uow: UnitOfWork) -> NodeSaved:
    """Other names, another target."""
    item = _item(uow, ctx, command)
    fields: dict[str, Any] = {}
    edit = NodeEdit(ctx, item.id, ITEM, uow.now)
    if command.target is not None:
        fields = {"template": command.target.kind, "metadata": _target(uow, edit, command.target)}
    held = item.own["metadata"]
    new_window = bool(held.get("new_window")) if command.new_window is None else command.new_window
    leads = fields.get("metadata", {name: value for name, value in held.items() if name != "new_window"})
    fields["metadata"] = _metadata(leads, new_window=new_window)
    edit.check()
    return _change(uow, ctx, bus, item, fields, command.titles)


def move_item(ctx: Context, bus: TransactionalEventBus, command: MoveMenuItem, uow: UnitOfWork) -> NodeSaved:
    """With everything below it, within its menu. Invalid below itself, too deep, or into another menu."""
    item = _item(uow, ctx, command)
    edit = NodeEdit(ctx, item.id, ITEM, uow.now)
    depth, menu_id = _place(uow, ctx, edit, command.parent_id, moving=item.id)
    if not edit.problems and menu_id != _above(uow, ctx, item.id)[-1]:
        edit.wrong("parent_id", "other_menu")
    if depth + _levels(uow, ctx, item.id) > limits.MENU_LEVELS:
        edit.wrong("parent_id", "menu_too_deep", limit=limits.MENU_LEVELS)
    edit.check()
    order = [row[0] for row in _children(uow, ctx, command.parent_id)]
    same_parent = item.row["parent_id"] == command.parent_id
    wanted = len(order) - same_parent if command.index is None else command.index
    if same_parent and order.index(item.id) == min(wanted, len(order) - 1):
        return NodeSaved(item.id, item.version, (), None)
    position = place_among(uow, ctx, ITEM, command.parent_id, command.index, moving=item.id)
    for name, value in (("parent_id", command.parent_id), ("position", position)):
        edit.note(name, item.row[name], value)
    place = {"parent_id": command.parent_id, "position": position, "depth": depth}
    edit.put_row(item.row | place, item.version + 1)
    _deepen(uow, edit, item.id, depth)
    return edit.save(uow, bus, "node.updated", item.version + 1)


def remove_item(ctx: Context, bus: TransactionalEventBus, command: MenuItemCommand, uow: UnitOfWork) -> NodeSaved:
    """Out of the menu, with everything below it, into the trash; brought back it stands where it stood."""
    item = _item(uow, ctx, command, Action.DELETE)
    return save_state(uow, ctx, bus, item, "node.trashed", deleted_at=uow.now)


def _menu(uow: UnitOfWork, ctx: Context, command: MenuCommand, action: Action = Action.UPDATE) -> StoredNode:
    return _load(uow, ctx, MENU, command.menu_id, command.base_version, action)


def _item(uow: UnitOfWork, ctx: Context, command: MenuItemCommand, action: Action = Action.UPDATE) -> StoredNode:
    return _load(uow, ctx, ITEM, command.item_id, command.base_version, action)


def _load(
    uow: UnitOfWork, ctx: Context, kind: str, node_id: str, base_version: int | None, action: Action
) -> StoredNode:
    node = load_node(uow, ctx, node_id, words=True)
    if node.kind != kind:
        raise NotFound("not_found", kind=kind, id=node_id)
    require_kind(ctx, kind, action)
    check_version(node, base_version)
    check_not_in_trash(node)
    return node


def _change(
    uow: UnitOfWork,
    ctx: Context,
    bus: TransactionalEventBus,
    node: StoredNode,
    fields: dict[str, Any],
    titles: Mapping[str, str | None],
) -> NodeSaved:
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    for name, value in fields.items():
        edit.note(name, node.own[name], value)
    _plan_titles(uow, edit, node, titles)
    edit.check()
    if not edit.changed:
        return NodeSaved(node.id, node.version, (), None)
    columns = {name: dumps(value) if name == "metadata" else value for name, value in fields.items()}
    edit.put_row(node.row | columns, node.version + 1)
    return edit.save(uow, bus, "node.updated" if edit.changes else None, node.version + 1)


def _plan_titles(
    uow: UnitOfWork, edit: NodeEdit, node: StoredNode | None, titles: Mapping[str, str | None]
) -> None:
    patches = {
        locale: None if title is None else NodePatch(title=title)
        for locale, title in by_locale(edit.problems, titles).items()
    }
    if patches or node is None:
        plan_texts(uow, edit, node, patches, Surroundings(default_locale(uow, edit.ctx), public=False, addressed=False))


def _place(
    uow: UnitOfWork, ctx: Context, edit: NodeEdit, parent_id: str, *, moving: str | None = None
) -> tuple[int, str]:
    """How deep an item below ``parent_id`` stands, and in which menu; NotFound for what is no menu and no item."""
    parent = load_node(uow, ctx, parent_id)
    if parent.kind not in (MENU, ITEM):
        raise NotFound("not_found", kind=MENU, id=parent_id)
    require_kind(ctx, MENU, Action.UPDATE)
    check_not_in_trash(parent)
    above = [parent_id, *_above(uow, ctx, parent_id)]
    if moving in above:
        raise Invalid([FieldProblem("parent_id", "menu_cycle")])
    if len(above) > limits.MENU_LEVELS:
        edit.wrong("parent_id", "menu_too_deep", limit=limits.MENU_LEVELS)
    return len(above), above[-1]


def _above(uow: UnitOfWork, ctx: Context, node_id: str) -> list[str]:
    """The ids from the parent up to the menu."""
    found: list[str] = []
    row = uow.one(sql.PARENT, at_tenant_id=ctx.tenant_id, at_node_id=node_id)
    while row is not None and row[2] is not None:
        found.append(row[2])
        row = uow.one(sql.PARENT, at_tenant_id=ctx.tenant_id, at_node_id=row[2])
    return found


def _children(uow: UnitOfWork, ctx: Context, node_id: str) -> list[tuple[Any, ...]]:
    return uow.all(sql.ORDER, at_tenant_id=ctx.tenant_id, at_node_id=node_id, kind=ITEM)


def _levels(uow: UnitOfWork, ctx: Context, node_id: str) -> int:
    return max((1 + _levels(uow, ctx, row[0]) for row in _children(uow, ctx, node_id)), default=0)


def _deepen(uow: UnitOfWork, edit: NodeEdit, node_id: str, depth: int) -> None:
    for child, _ in _children(uow, edit.ctx, node_id):
        edit.write(sql.PLACE_NODE, at_node_id=child, parent_id=node_id, depth=depth + 1)
        _deepen(uow, edit, child, depth + 1)


def _metadata(target: dict[str, Any], *, new_window: bool) -> dict[str, Any]:
    return target | ({"new_window": True} if new_window else {})


def _target(uow: UnitOfWork, edit: NodeEdit, target: MenuTarget) -> dict[str, Any]:
    if target.kind == "address":
        if not target.address or not _ADDRESS.fullmatch(target.address):
            edit.wrong("target", "bad_address")
        return {"address": target.address}
    at = {"at_tenant_id": edit.ctx.tenant_id, "id": target.id or "", "kind": target.kind}
    if uow.one(menu_sql.TARGET_THERE, **at) is None:
        edit.wrong("target", "unknown_target")
    return {"id": target.id}

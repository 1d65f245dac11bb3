"""Planning a node's own fields: where it stands, who wrote it, what belongs to it."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content import statements as sql
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.kinds import PARENTS
from rustok_desktop.content.texts import clean_tags, clean_word
from rustok_desktop.core import limits
from rustok_desktop.core.clock import parse_time
from rustok_desktop.core.codec import dumps
from rustok_desktop.storage.unit_of_work import UnitOfWork


def plan_fields(uow: UnitOfWork, edit: NodeEdit, was: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The fields of ``given`` that differ, as columns; ``was`` has values, not JSON text.

    A field that may not be empty stays as it was when it is given as None.
    """
    columns: dict[str, Any] = {}
    for name, value in given.items():
        becomes = _cleaned(edit, name, value, was[name])
        if edit.note(name, was[name], becomes):
            columns[name] = dumps(becomes) if name in ("tags", "metadata") else becomes
    _check_references(uow, edit, columns)
    if "parent_id" in columns:
        columns["depth"] = _depth(uow, edit, columns["parent_id"])
    edit.shows |= not columns.keys().isdisjoint(("featured_media_id", "metadata"))
    return columns


def check_time(edit: NodeEdit, path: str, text: str) -> bool:
    """Whether a text is a point in time as events write it; a problem otherwise."""
    try:
        parse_time(text)
    except ValueError:
        edit.wrong(path, "bad_time", value=text)
        return False
    return True


def _cleaned(edit: NodeEdit, name: str, value: Any, was: Any) -> Any:
    if name == "tags":
        tags = clean_tags(value or ())
        if len(tags) > limits.TAGS_PER_NODE:
            edit.wrong("tags", "too_many_node_tags", limit=limits.TAGS_PER_NODE)
        return tags
    if name == "metadata":
        if len(dumps(value or {})) > limits.NODE_METADATA:
            edit.wrong("metadata", "metadata_too_big", limit=limits.NODE_METADATA)
        return value or {}
    if name in ("author_name", "template"):
        return clean_word(value)
    if name == "position":
        return was if value is None else value
    if name == "published_at" and value is not None:
        check_time(edit, name, value)
    return value


def _check_references(uow: UnitOfWork, edit: NodeEdit, columns: dict[str, Any]) -> None:
    for name, statement, code in (
        ("category_id", sql.UNKNOWN_CATEGORY, "unknown_category"),
        ("featured_media_id", sql.UNKNOWN_MEDIUM, "unknown_medium"),
    ):
        asked = columns.get(name)
        if asked is not None and uow.one(statement, at_tenant_id=edit.ctx.tenant_id, id=asked) is not None:
            edit.wrong(name, code)


def _depth(uow: UnitOfWork, edit: NodeEdit, parent_id: str | None) -> int:
    """How deep the node then stands, its whole branch moved along in the plan."""
    most = limits.MENU_LEVELS + 1 if edit.kind == "menu_item" else limits.NODE_LEVELS
    above, depth = parent_id, 0
    while above is not None and depth <= most:
        row = uow.one(sql.PARENT, at_tenant_id=edit.ctx.tenant_id, at_node_id=above)
        if row is None or (depth == 0 and row[0] not in PARENTS.get(edit.kind, ())):
            edit.wrong("parent_id", "unknown_parent")
            return 0
        if above == edit.node_id:
            edit.wrong("parent_id", "node_cycle")
            return 0
        above, depth = row[2], depth + 1
    if depth + _move_branch(uow, edit, edit.node_id, depth) >= most:
        edit.wrong("parent_id", "node_too_deep", limit=most)
    return depth


def _move_branch(uow: UnitOfWork, edit: NodeEdit, node_id: str, depth: int) -> int:
    """How many levels stand below the node; their new depths are planned."""
    levels = 0
    for child, kind in uow.all(sql.CHILDREN, at_tenant_id=edit.ctx.tenant_id, at_node_id=node_id):
        if kind == edit.kind:
            edit.write(sql.PLACE_NODE, at_node_id=child, parent_id=node_id, depth=depth + 1)
            levels = max(levels, 1 + _move_branch(uow, edit, child, depth + 1))
    return levels

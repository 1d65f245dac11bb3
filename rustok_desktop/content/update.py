"""One save of the editor: whatever it changed, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.fields import plan_fields
from rustok_desktop.content.kinds import ADDRESSED, WORDLESS, require_kind
from rustok_desktop.content.loading import (
    StoredNode,
    check_not_in_trash,
    check_version,
    check_written,
    default_locale,
    load_node,
)
from rustok_desktop.content.schemas import UpdateNode
from rustok_desktop.content.texts import clean_body
from rustok_desktop.content.views import OWN_FIELDS, NodeSaved
from rustok_desktop.content.words import Patch, Surroundings, plan_body, plan_texts
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork


def update_node(ctx: Context, bus: TransactionalEventBus, command: UpdateNode, uow: UnitOfWork) -> NodeSaved:
    """Plan and save. A command that changes nothing records nothing and keeps the version."""
    check_written(load_node(uow, ctx, command.node_id))
    return put_node(ctx, bus, command, uow)


def put_node(ctx: Context, bus: TransactionalEventBus, command: UpdateNode, uow: UnitOfWork) -> NodeSaved:
    """The same for a node of any kind, for taking acts back: a block's or a reply's texts are bodies only."""
    node = load_node(uow, ctx, command.node_id, words=True)
    require_kind(ctx, node.kind, Action.UPDATE)
    check_version(node, command.base_version)
    check_not_in_trash(node)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    given = {name: getattr(command, name) for name in OWN_FIELDS if name in command.model_fields_set}
    columns = plan_fields(uow, edit, node.own, given) if given else {}
    plan_node_texts(uow, edit, node, by_locale(edit.problems, command.translations))
    edit.check()
    if not edit.changed:
        return NodeSaved(node.id, node.version, (), None)
    if columns:
        edit.put_row(node.row | columns, node.version + 1)
    else:
        edit.touch(node.version + 1)
    return edit.save(uow, bus, "node.updated" if columns else None, node.version + 1)


def plan_node_texts(
    uow: UnitOfWork, edit: NodeEdit, node: StoredNode, patches: Mapping[str, Patch | None]
) -> None:
    """Plan changed texts of a node."""
    if node.kind in WORDLESS:
        for locale, patch in patches.items():
            form = "plain" if patch is None else patch.format
            body = None if patch is None else clean_body(patch.body, form)
            plan_body(edit, locale, node.bare_bodies.get(locale, (None, form)), body, form)
    elif patches:
        public, addressed = node.published_at is not None, node.kind in ADDRESSED
        plan_texts(uow, edit, node, patches, Surroundings(default_locale(uow, edit.ctx), public, addressed))

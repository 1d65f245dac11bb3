"""A new node, whole, in one transaction."""

from __future__ import annotations

from typing import Any

from rustok_desktop.content import statements as sql
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.fields import check_time, plan_fields
from rustok_desktop.content.kinds import require_kind
from rustok_desktop.content.loading import default_locale
from rustok_desktop.content.making import EMPTY, FIRST_VERSION
from rustok_desktop.content.schemas import CreateNode
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.content.words import Surroundings, plan_texts
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

_GIVEN = ("parent_id", "author_name", "category_id", "position", "template", "featured_media_id", "tags", "metadata")


def create_node(ctx: Context, bus: TransactionalEventBus, command: CreateNode, uow: UnitOfWork) -> NodeSaved:
    """Plan and save: ``node.created``, its texts, and the publishing if it is public from the start."""
    require_kind(ctx, command.kind, Action.CREATE)
    node_id = command.id or new_id()
    if command.id is not None and uow.one(sql.ANY_NODE, at_node_id=node_id) is not None:
        raise UserError("node_exists", id=node_id)
    edit = NodeEdit(ctx, node_id, command.kind, uow.now)
    row = _plan_row(uow, edit, command)
    edit.write(sql.INSERT_NODE, **row)
    texts = by_locale(edit.problems, command.translations)
    plan_texts(uow, edit, None, texts, Surroundings(default_locale(uow, ctx), public=False))
    if command.publish:
        edit.facet("node.published", kind=command.kind)
    return edit.save(uow, bus, "node.created", FIRST_VERSION)


def _plan_row(uow: UnitOfWork, edit: NodeEdit, command: CreateNode) -> dict[str, Any]:
    row = EMPTY | {
        "tags": "[]",
        "metadata": "{}",
        "id": edit.node_id,
        "status": "published" if command.publish else "draft",
        "author_id": command.author_id or (None if command.author_name else edit.ctx.actor_id),
        "version": FIRST_VERSION,
        "published_at": (command.published_at or edit.now) if command.publish else command.published_at,
        "created_at": command.created_at or edit.now,
    }
    for name in ("created_at", "published_at"):
        if row[name] is not None:
            check_time(edit, name, row[name])
    for name in ("status", "author_id", "published_at"):
        edit.note(name, None, row[name])
    return row | plan_fields(uow, edit, EMPTY, {name: getattr(command, name) for name in _GIVEN})

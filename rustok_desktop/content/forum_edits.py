"""Units of work on the forum's categories and new topics."""

from __future__ import annotations

from rustok_desktop.content.discussion_schemas import CreateForumCategory, CreateTopic, UpdateForumCategory
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.kinds import may, require_kind
from rustok_desktop.content.lifecycle import save_state
from rustok_desktop.content.loading import StoredNode, check_not_in_trash, default_locale, load_for
from rustok_desktop.content.making import FIRST_VERSION, plan_new
from rustok_desktop.content.placing import last_place
from rustok_desktop.content.schemas import NodeCommand, NodeWords
from rustok_desktop.content.update import plan_node_texts
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.content.words import Surroundings, plan_texts
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

CATEGORY, TOPIC = "forum_category", "forum_topic"


def create_category(
    ctx: Context, bus: TransactionalEventBus, command: CreateForumCategory, uow: UnitOfWork
) -> NodeSaved:
    """A new category, last."""
    edit = NodeEdit(ctx, new_id(), CATEGORY, uow.now)
    plan_new(edit, {"position": last_place(uow, ctx, CATEGORY)})
    _plan_words(uow, edit, by_locale(edit.problems, command.translations))
    return edit.save(uow, bus, "node.created", FIRST_VERSION)


def update_category(
    ctx: Context, bus: TransactionalEventBus, command: UpdateForumCategory, uow: UnitOfWork
) -> NodeSaved:
    """Other words by language."""
    node = _category(uow, ctx, command, Action.UPDATE)
    edit = NodeEdit(ctx, node.id, CATEGORY, uow.now)
    plan_node_texts(uow, edit, node, by_locale(edit.problems, command.translations))
    edit.check()
    if not edit.changed:
        return NodeSaved(node.id, node.version, (), None)
    edit.touch(node.version + 1)
    return edit.save(uow, bus, None, node.version + 1)


def remove_category(ctx: Context, bus: TransactionalEventBus, command: NodeCommand, uow: UnitOfWork) -> NodeSaved:
    """Into the trash."""
    node = _category(uow, ctx, command, Action.DELETE)
    return save_state(uow, ctx, bus, node, "node.trashed", deleted_at=uow.now)


def create_topic(ctx: Context, bus: TransactionalEventBus, command: CreateTopic, uow: UnitOfWork) -> NodeSaved:
    """A new topic in the caller's language."""
    category = _category(uow, ctx, NodeCommand(node_id=command.category_id), Action.READ)
    require_kind(ctx, TOPIC, Action.CREATE)
    edit = NodeEdit(ctx, new_id(), TOPIC, uow.now)
    fields = {
        "parent_id": category.id,
        "depth": 1,
        "author_name": command.author_name or None,
        "moderation": "approved" if may(ctx, TOPIC, Action.UPDATE) else "pending",
    }
    plan_new(edit, fields)
    words = NodeWords(title=command.title, body=command.body, format=command.format)
    _plan_words(uow, edit, by_locale(edit.problems, {command.locale or ctx.locale: words}))
    return edit.save(uow, bus, "node.created", FIRST_VERSION)


def _plan_words(uow: UnitOfWork, edit: NodeEdit, words: dict[str, NodeWords]) -> None:
    plan_texts(uow, edit, None, words, Surroundings(default_locale(uow, edit.ctx), public=False))


def _category(uow: UnitOfWork, ctx: Context, command: NodeCommand, action: Action) -> StoredNode:
    node = load_for(uow, ctx, command, action, words=True)
    if node.kind != CATEGORY:
        raise NotFound("not_found", kind=CATEGORY, id=command.node_id)
    check_not_in_trash(node)
    return node

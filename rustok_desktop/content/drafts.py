"""What is being written beside what is public: kept as typed, published when it is ready, or thrown away."""

from __future__ import annotations

from rustok_desktop.content import pictures
from rustok_desktop.content import statements as sql
from rustok_desktop.content.edit import AGGREGATE, NodeEdit
from rustok_desktop.content.loading import StoredNode, check_not_in_trash, check_written, load_drafts, load_for
from rustok_desktop.content.schemas import DraftCommand, NodePatch, SaveDraft
from rustok_desktop.content.update import plan_node_texts
from rustok_desktop.content.views import BODY_FIELDS, WORD_FIELDS, NodeDraft, NodeSaved
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

_FIELDS = (*WORD_FIELDS, *BODY_FIELDS)


def save_draft(ctx: Context, bus: TransactionalEventBus, command: SaveDraft, uow: UnitOfWork) -> NodeSaved:
    """Keep what is typed. Nothing public changes, so the version stays, and the event carries no texts."""
    node = _load(uow, ctx, command)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    (locale,) = by_locale(edit.problems, {command.locale: None}) or ("",)
    edit.check()
    public, given = node.words.get(locale), command.words.model_fields_set
    draft = load_drafts(uow, ctx, node.id).get(locale)
    base = draft or public
    row = {name: getattr(command.words, name) if name in given else getattr(base, name, None) for name in _FIELDS}
    row["format"] = row["format"] or "markdown"
    if draft is not None and all(getattr(draft, name) == value for name, value in row.items()):
        return NodeSaved(node.id, node.version, (), None)
    edit.write(sql.PUT_DRAFT, locale=locale, based_on=node.version, actor_id=ctx.actor_id, **row)
    edit.shows = True
    edit.facet("node.draft.saved", locale=locale)
    saved = edit.save(uow, bus, None, node.version)
    return NodeSaved(saved.node_id, saved.version, (f"draft@{locale}",), saved.txid)


def discard_draft(ctx: Context, bus: TransactionalEventBus, command: DraftCommand, uow: UnitOfWork) -> NodeSaved:
    """Throw away what was typed; what is public stays."""
    node = _load(uow, ctx, command)
    drafts = _chosen(uow, ctx, command)
    for locale in drafts:
        _drop(uow, ctx, bus, node, locale)
    pictures.follow(uow, ctx, node.id)
    changed = tuple(f"draft@{locale}" for locale in drafts)
    return NodeSaved(node.id, node.version, changed, uow.txid if drafts else None)


def apply_draft(ctx: Context, bus: TransactionalEventBus, command: DraftCommand, uow: UnitOfWork) -> NodeSaved:
    """What was typed becomes what the node says; the rules of a save apply. UserError ``no_draft``."""
    node = _load(uow, ctx, command)
    drafts = _chosen(uow, ctx, command)
    if not drafts:
        raise UserError("no_draft", id=node.id)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    plan_node_texts(uow, edit, node, {locale: _patch(draft) for locale, draft in drafts.items()})
    edit.check()
    for locale in drafts:
        edit.write(sql.DELETE_DRAFT, at_locale=locale)
        edit.facet("node.draft.discarded", locale=locale)
    version = node.version + bool(edit.changed)
    if edit.changed:
        edit.touch(version)
    edit.shows = True
    return edit.save(uow, bus, None, version)


def _load(uow: UnitOfWork, ctx: Context, command: SaveDraft | DraftCommand) -> StoredNode:
    node = load_for(uow, ctx, command, Action.UPDATE, words=True)
    check_written(node)
    check_not_in_trash(node)
    return node


def _chosen(uow: UnitOfWork, ctx: Context, command: DraftCommand) -> dict[str, NodeDraft]:
    drafts = load_drafts(uow, ctx, command.node_id)
    return {locale: draft for locale, draft in drafts.items() if command.locale in (None, locale)}


def _patch(draft: NodeDraft) -> NodePatch:
    """A draft as a patch of everything; an empty title is left to the rules to refuse."""
    fields = {name: getattr(draft, name) for name in _FIELDS}
    return NodePatch.model_validate(fields | {"title": draft.title or None})


def _drop(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, node: StoredNode, locale: str) -> None:
    uow.run(sql.DELETE_DRAFT, at_tenant_id=ctx.tenant_id, at_node_id=node.id, at_locale=locale)
    data = {"node_id": node.id, "locale": locale}
    bus.publish_in_tx(uow, ctx, NewEvent("node.draft.discarded", AGGREGATE, node.id, data))

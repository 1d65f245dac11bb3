"""A translation that still fits although the text it was made from has changed."""

from __future__ import annotations

from dataclasses import replace

from rustok_desktop.content import statements as sql
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.loading import check_not_in_trash, check_written, default_locale, load_for
from rustok_desktop.content.schemas import ConfirmTranslation
from rustok_desktop.content.views import NodeSaved
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.permissions import Action
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork


def confirm(ctx: Context, bus: TransactionalEventBus, command: ConfirmTranslation, uow: UnitOfWork) -> NodeSaved:
    """Mark one language as up to date with the shop's own. UserError ``no_source_text`` without one."""
    node = load_for(uow, ctx, command, Action.UPDATE, words=True)
    check_written(node)
    check_not_in_trash(node)
    words, source = node.words.get(command.locale), node.words.get(default_locale(uow, ctx))
    if words is None:
        raise NotFound("not_found", kind="locale", id=command.locale)
    if source is None:
        raise UserError("no_source_text", id=node.id)
    if words is source or words.source_version == source.text_version:
        return NodeSaved(node.id, node.version, (), None)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    edit.facet("node.translation.confirmed", locale=words.locale)
    names = ("title", "slug", "excerpt", "meta_title", "meta_description", "text_version")
    row = {name: getattr(words, name) for name in names}
    edit.write(sql.PUT_WORDS, locale=words.locale, **row, source_version=source.text_version)
    edit.touch(node.version + 1)
    saved = edit.save(uow, bus, None, node.version + 1)
    return replace(saved, changed=(f"stale@{words.locale}",))

"""Old addresses added and removed by hand, and put back."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from rustok_desktop.content import statements as sql
from rustok_desktop.content.edit import NodeEdit
from rustok_desktop.content.kinds import require_kind
from rustok_desktop.content.loading import load_node
from rustok_desktop.content.schemas import AddRedirect, RemoveRedirect
from rustok_desktop.content.slugs import holder, plan_redirect, plan_removal, redirect_at
from rustok_desktop.core import validators
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.permissions import Action
from rustok_desktop.core.validators import by_locale
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork


def add_redirect(ctx: Context, bus: TransactionalEventBus, command: AddRedirect, uow: UnitOfWork) -> str:
    """Let an address that no node has lead to one; the redirect's id. Invalid when it is in use."""
    node = load_node(uow, ctx, command.node_id)
    require_kind(ctx, node.kind, Action.UPDATE)
    edit = NodeEdit(ctx, node.id, node.kind, uow.now)
    (locale,) = by_locale(edit.problems, {command.locale: None}) or ("",)
    edit.add_problems([validators.handle("slug", command.slug)])
    edit.check()
    known = redirect_at(uow, ctx, node.kind, locale, command.slug)
    if known is not None and known[1] == node.id:
        return known[0]
    redirect_id = new_id()
    _lead(uow, edit, redirect_id, locale, command.slug)
    edit.save(uow, bus, None, node.version)
    return redirect_id


def addresses_of(uow: UnitOfWork, ctx: Context, node_id: str) -> dict[tuple[str, str], str]:
    """The old addresses that lead to a node: (language, address) and the redirect's id."""
    rows = uow.all(sql.REDIRECTS_OF, at_tenant_id=ctx.tenant_id, at_node_id=node_id)
    return {(locale, slug): redirect_id for locale, slug, redirect_id in rows}


def put_redirects(
    ctx: Context, bus: TransactionalEventBus, node_id: str, wanted: AbstractSet[tuple[str, str]], uow: UnitOfWork
) -> None:
    """Exactly these old addresses lead to the node, for taking acts back. Invalid when one of them is in use."""
    node = load_node(uow, ctx, node_id)
    held = addresses_of(uow, ctx, node_id)
    if held.keys() == wanted:
        return
    require_kind(ctx, node.kind, Action.UPDATE)
    edit = NodeEdit(ctx, node_id, node.kind, uow.now)
    for locale, slug in sorted(held.keys() - wanted):
        plan_removal(edit, held[locale, slug], node_id, locale, slug)
    for locale, slug in sorted(wanted - held.keys()):
        _lead(uow, edit, new_id(), locale, slug)
    edit.save(uow, bus, None, node.version)


def _lead(uow: UnitOfWork, edit: NodeEdit, redirect_id: str, locale: str, slug: str) -> None:
    """Plan that an address leads to the node, if to another one until now."""
    held = holder(uow, edit.ctx, edit.kind, locale, slug)
    if held is not None:
        edit.wrong("slug", "redirect_to_live", slug=slug, holder=held[1])
    known = redirect_at(uow, edit.ctx, edit.kind, locale, slug)
    if known is not None:
        plan_removal(edit, known[0], known[1], locale, slug)
    plan_redirect(edit, redirect_id, locale, slug)


def remove_redirect(ctx: Context, bus: TransactionalEventBus, command: RemoveRedirect, uow: UnitOfWork) -> None:
    """Let an old address lead nowhere. NotFound, also for another shop's."""
    row = uow.one(sql.REDIRECT_BY_ID, at_tenant_id=ctx.tenant_id, at_id=command.redirect_id)
    if row is None:
        raise NotFound("not_found", kind="redirect", id=command.redirect_id)
    redirect_id, node_id, kind, locale, slug = row
    require_kind(ctx, kind, Action.UPDATE)
    edit = NodeEdit(ctx, node_id, kind, uow.now)
    plan_removal(edit, redirect_id, node_id, locale, slug)
    edit.save(uow, bus, None, 0)

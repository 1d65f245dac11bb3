"""Reading nodes: whole ones for the editor, one by its address, a plain list. Search reads the index instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rustok_desktop.content import statements as sql
from rustok_desktop.content.kinds import RESOURCES, may
from rustok_desktop.content.languages import Languages, completeness, is_stale
from rustok_desktop.content.schemas import NodeQuery
from rustok_desktop.content.views import NodeDraft, NodeFound, NodePage, NodeRow, NodeText, NodeView, RedirectView
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import Forbidden, NotFound
from rustok_desktop.core.permissions import Action
from rustok_desktop.storage.reader import Reader, ReadSession
from rustok_desktop.storage.statements import Prepared, prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

Rows = Sequence[tuple[Any, ...]]
_COLUMNS = tuple(column.name for column in sql.NODE_COLUMNS)
_JSON = ("tags", "metadata")
LANGUAGES = prepare(
    "SELECT t.default_locale, l.locale, l.fallback_locale FROM tenants t"
    " LEFT JOIN tenant_locales l ON l.tenant_id = t.id AND l.is_enabled WHERE t.id = :at_tenant_id"
)
_PARTS: tuple[Prepared, ...] = (sql.NODE, sql.WORDS, sql.BODIES, sql.DRAFTS, LANGUAGES)
_ADDRESS = (
    "t.tenant_id = :at_tenant_id AND t.kind = :kind AND t.slug = :slug"
    " AND t.locale IN (SELECT value FROM json_each(:chain))"
)
_BY_SLUG = prepare(f"SELECT t.node_id, t.locale FROM node_translations t WHERE {_ADDRESS}")
_MOVED = prepare(f"SELECT t.node_id, t.locale FROM redirects t WHERE {_ADDRESS}")
_TITLE = (
    "coalesce((SELECT t.title FROM node_translations t JOIN json_each(:chain) o ON o.value = t.locale"
    " WHERE t.node_id = n.id ORDER BY o.key LIMIT 1),"
    " (SELECT t.title FROM node_translations t WHERE t.node_id = n.id ORDER BY t.locale LIMIT 1), '')"
)
_LISTED = prepare(
    f"SELECT n.id, {_TITLE}, n.status, n.author_name, n.version, n.updated_at, n.published_at, n.publish_at,"
    " n.unpublish_at FROM nodes n WHERE n.tenant_id = :at_tenant_id AND n.kind = :kind"
    " AND (:status IS NULL OR n.status = :status) AND (n.deleted_at IS NOT NULL) = :in_trash"
    " AND (n.updated_at, n.id) < (:updated_at, :id) ORDER BY n.updated_at DESC, n.id DESC LIMIT :limit"
)
_SCHEDULED = prepare(
    f"SELECT n.id, {_TITLE}, n.status, n.author_name, n.version, n.updated_at, n.published_at, n.publish_at,"
    " n.unpublish_at FROM nodes n WHERE n.tenant_id || '' = :at_tenant_id AND n.deleted_at IS NULL"
    " AND n.id IN (SELECT id FROM nodes WHERE publish_at >= :since AND publish_at < :until"
    " UNION SELECT id FROM nodes WHERE unpublish_at >= :since AND unpublish_at < :until)"
    " ORDER BY coalesce(n.publish_at, n.unpublish_at), n.id"
)
_REDIRECTS = prepare(
    f"SELECT r.id, r.kind, r.locale, r.slug, r.node_id, {_TITLE},"
    " (SELECT t.slug FROM node_translations t WHERE t.node_id = n.id AND t.locale = r.locale), r.created_at"
    " FROM redirects r JOIN nodes n ON n.id = r.node_id"
    " WHERE r.tenant_id = :at_tenant_id AND (r.kind, r.locale, r.slug) > (:kind, :locale, :slug)"
    " ORDER BY r.kind, r.locale, r.slug LIMIT :limit"
)
_AFTER_ALL = "\U0010ffff"


async def read_node(reader: Reader, ctx: Context, node_id: str) -> NodeView:
    """The whole node over one state of the file. NotFound, also for another shop's, and for what is not public
    when the caller may only look.
    """
    async with reader.snapshot() as session:
        return await _read(session, ctx, node_id)


def view_in(uow: UnitOfWork, ctx: Context, node_id: str) -> NodeView:
    """The same inside a unit of work, for whoever acts on it."""
    at = {"at_tenant_id": ctx.tenant_id, "at_node_id": node_id}
    return _assemble(ctx, node_id, [uow.all(part, **at) for part in _PARTS])


async def read_by_slug(reader: Reader, ctx: Context, kind: str, slug: str) -> NodeFound:
    """The node with this address in the caller's language or one of its fallbacks; an old address leads to it too."""
    async with reader.snapshot() as session:
        chain = await _chain(session, ctx)
        at = {"at_tenant_id": ctx.tenant_id, "kind": kind, "slug": slug, "chain": dumps(chain)}
        for statement in (_BY_SLUG, _MOVED):
            rows = await session.all(statement, **at)
            if rows:
                node_id, locale = min(rows, key=lambda row: chain.index(row[1]))
                view = await _read(session, ctx, node_id)
                text = view.translations.get(locale)
                moved = statement is _MOVED
                return NodeFound(view, locale, (text.slug if text else None) if moved else None)
    raise NotFound("not_found", kind=kind, id=slug)


async def read_page(reader: Reader, ctx: Context, query: NodeQuery, after: str | None, limit: int) -> NodePage:
    """A part of the list, latest change first. ``after`` is the ``next`` of the part before."""
    updated_at, _, node_id = (after or f"{_AFTER_ALL} ").partition(" ")
    async with reader.snapshot() as session:
        rows = await session.all(
            _LISTED,
            at_tenant_id=ctx.tenant_id,
            chain=dumps(await _chain(session, ctx)),
            kind=query.kind,
            status=query.status,
            in_trash=int(query.in_trash),
            updated_at=updated_at,
            id=node_id,
            limit=limit + 1,
        )
    shown = [NodeRow(*row) for row in rows[:limit]]
    following = f"{shown[-1].updated_at} {shown[-1].id}" if len(rows) > limit else None
    return NodePage(tuple(shown), following)


async def read_scheduled(reader: Reader, ctx: Context, since: str, until: str) -> tuple[NodeRow, ...]:
    """What the clock will publish or take back between two times."""
    async with reader.snapshot() as session:
        chain = dumps(await _chain(session, ctx))
        rows = await session.all(_SCHEDULED, at_tenant_id=ctx.tenant_id, chain=chain, since=since, until=until)
    return tuple(NodeRow(*row) for row in rows)


async def read_redirects(
    reader: Reader, ctx: Context, after: RedirectView | None, limit: int
) -> tuple[RedirectView, ...]:
    """Old addresses by kind, language and address, those after the one given."""
    begin = {name: getattr(after, name, "") for name in ("kind", "locale", "slug")}
    async with reader.snapshot() as session:
        chain = dumps(await _chain(session, ctx))
        rows = await session.all(_REDIRECTS, at_tenant_id=ctx.tenant_id, chain=chain, limit=limit, **begin)
    return tuple(RedirectView(*row) for row in rows)


async def languages_of(session: ReadSession, ctx: Context) -> Languages:
    """The languages of the caller's shop."""
    return Languages(await session.all(LANGUAGES, at_tenant_id=ctx.tenant_id), ctx.locale)


async def _chain(session: ReadSession, ctx: Context) -> list[str]:
    return (await languages_of(session, ctx)).chain(ctx.locale)


async def _read(session: ReadSession, ctx: Context, node_id: str) -> NodeView:
    at = {"at_tenant_id": ctx.tenant_id, "at_node_id": node_id}
    view = _assemble(ctx, node_id, [await session.all(part, **at) for part in _PARTS])
    if not may(ctx, view.kind, Action.READ):
        raise Forbidden("forbidden", resource=RESOURCES[view.kind].value, action=Action.READ.value)
    hidden = view.status != "published" or view.deleted_at or view.moderation not in (None, "approved")
    if hidden and not may(ctx, view.kind, Action.UPDATE):
        raise NotFound("not_found", kind="node", id=node_id)
    return view


def _assemble(ctx: Context, node_id: str, parts: Sequence[Rows]) -> NodeView:
    nodes, words, bodies, drafts, languages_rows = parts
    if not nodes:
        raise NotFound("not_found", kind="node", id=node_id)
    fields = dict(zip(_COLUMNS, nodes[0], strict=True))
    tags, metadata = (loads(fields.pop(name)) for name in _JSON)
    languages = Languages(languages_rows, ctx.locale)
    texts = _texts(words, bodies, languages.default)
    edits = may(ctx, fields["kind"], Action.UPDATE)
    return NodeView(
        **fields,
        tags=tuple(tags),
        metadata=metadata,
        translations=texts,
        drafts={row[0]: NodeDraft(*row) for row in drafts} if edits else {},
        completeness=completeness(texts, languages),
    )


def _texts(words: Rows, bodies: Rows, default: str) -> dict[str, NodeText]:
    contents = {row[0]: row[1:3] for row in bodies}
    source = next(((default, row[6]) for row in words if row[0] == default), None)
    texts = {}
    for locale, title, slug, excerpt, meta_title, meta_description, _, source_version, updated_at in words:
        body, form = contents.pop(locale, (None, "markdown"))
        stale = is_stale(locale, source_version, source)
        texts[locale] = NodeText(
            locale, title, slug, excerpt, meta_title, meta_description, body, form, stale, updated_at
        )
    for locale, (body, form) in contents.items():  # a reply has a body and no words
        texts[locale] = NodeText(locale, "", body=body, format=form)
    return texts

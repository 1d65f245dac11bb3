"""Collections: products put together by hand, or by a rule that the log keeps up to date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from rustok_desktop.commerce import collections_edit as edit
from rustok_desktop.commerce import collections_sql as sql
from rustok_desktop.commerce.collections_rules import compile_rule, rule_problems, stored_rule
from rustok_desktop.commerce.collections_schemas import (
    AddToCollection,
    CollectionCommand,
    CreateCollection,
    MoveInCollection,
    RemoveFromCollection,
    Rule,
    UpdateCollection,
)
from rustok_desktop.commerce.collections_views import (
    CollectionRow,
    CollectionSaved,
    CollectionView,
    CollectionWordsView,
    ConditionView,
    MemberPage,
    MemberView,
    RulePreview,
    RuleView,
)
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import Invalid, NotFound
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.core.text import fold
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.writer import Writer

PAGE = 200
SAMPLE = 8
_SEPARATOR = "/"


class CollectionService:
    """Every method asks for a permission on products first and sees only the caller's shop.

    Commands raise Invalid with all wrong fields, NotFound, VersionConflict or another UserError, and change
    nothing then. Members of a collection by rule follow a moment after the change that concerns them.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def create(self, ctx: Context, command: CreateCollection) -> CollectionSaved:
        """A new collection."""
        require(ctx, Resource.PRODUCTS, Action.CREATE)
        return await self._writer.run(partial(edit.create, edit.rooted(ctx), self._bus, command))

    async def update(self, ctx: Context, command: UpdateCollection) -> CollectionSaved:
        """Other words, another rule; a collection keeps its kind."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(edit.update, edit.rooted(ctx), self._bus, command))

    async def delete(self, ctx: Context, command: CollectionCommand) -> CollectionSaved:
        """Away for good; its products stay."""
        require(ctx, Resource.PRODUCTS, Action.DELETE)
        return await self._writer.run(partial(edit.delete, edit.rooted(ctx), self._bus, command))

    async def add(self, ctx: Context, command: AddToCollection) -> CollectionSaved:
        """Products into a collection made by hand."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(edit.add, edit.rooted(ctx), self._bus, command))

    async def remove(self, ctx: Context, command: RemoveFromCollection) -> CollectionSaved:
        """Products out of a collection made by hand."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(edit.remove, edit.rooted(ctx), self._bus, command))

    async def move(self, ctx: Context, command: MoveInCollection) -> CollectionSaved:
        """Another order in a collection made by hand."""
        require(ctx, Resource.PRODUCTS, Action.UPDATE)
        return await self._writer.run(partial(edit.move, edit.rooted(ctx), self._bus, command))

    async def list(self, ctx: Context) -> tuple[CollectionRow, ...]:
        """All collections by title, in the caller's language as far as they are translated."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        rows = await self._reader.all(sql.COLLECTIONS, at_tenant_id=ctx.tenant_id, locale=ctx.locale)
        return tuple(sorted((CollectionRow(*row) for row in rows), key=lambda row: (fold(row.title), row.id)))

    async def get(self, ctx: Context, collection_id: str) -> CollectionView:
        """A collection without its members."""
        require(ctx, Resource.PRODUCTS, Action.READ)
        at = {"at_id": collection_id, "at_tenant_id": ctx.tenant_id}
        async with self._reader.snapshot() as session:
            row = await session.one(sql.COLLECTION, **at)
            words = await session.all(sql.TRANSLATIONS, **at)
        if row is None:
            raise NotFound("not_found", kind=edit.AGGREGATE, id=collection_id)
        _, version, kind, rule, updated_at, count = row
        return CollectionView(
            collection_id,
            version,
            kind,
            _rule_view(stored_rule(rule)) if rule is not None else None,
            {words_of[0]: CollectionWordsView(*words_of) for words_of in words},
            count,
            updated_at,
        )

    async def members(
        self, ctx: Context, collection_id: str, *, after: str | None = None, limit: int = PAGE
    ) -> MemberPage:
        """Members in order, behind the cursor ``after``; none for a collection that is not there."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        place, _, last = (after or f"-1{_SEPARATOR}").partition(_SEPARATOR)
        rows = await self._reader.all(
            sql.MEMBERS,
            at_id=collection_id,
            at_tenant_id=ctx.tenant_id,
            locale=ctx.locale,
            position=int(place),
            after=last,
            limit=limit,
        )
        members = _members(rows)
        more = len(members) == limit and bool(members)
        return MemberPage(members, f"{members[-1].position}{_SEPARATOR}{members[-1].product_id}" if more else None)

    async def preview(self, ctx: Context, rule: Rule) -> RulePreview:
        """What a rule would choose now, before it is saved. Invalid for a rule with problems."""
        require(ctx, Resource.PRODUCTS, Action.LIST)
        problems = rule_problems(rule)
        if problems:
            raise Invalid(problems)
        compiled = compile_rule(rule)
        statement = sql.matching(compiled.sql, among=False)
        ids = [row[0] for row in await self._reader.all(statement, tenant=ctx.tenant_id, **compiled.params)]
        sample = dumps(sorted(ids, reverse=True)[:SAMPLE])
        rows = await self._reader.all(sql.SAMPLE, at_tenant_id=ctx.tenant_id, locale=ctx.locale, ids=sample)
        return RulePreview(len(ids), _members(rows))


def _members(rows: Sequence[tuple[Any, ...]]) -> tuple[MemberView, ...]:
    return tuple(MemberView(*row) for row in rows)


def _rule_view(rule: Rule) -> RuleView:
    return RuleView(rule.match, tuple(ConditionView(c.field, c.operator, c.value) for c in rule.conditions))

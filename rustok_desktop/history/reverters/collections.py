"""Collections: words, the rule, and members chosen by hand."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.commerce import collections_edit as edit
from rustok_desktop.commerce import collections_sql as sql
from rustok_desktop.commerce.collections_schemas import CollectionCommand, CreateCollection, UpdateCollection
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.history.reverters.paths import PathReverter, acts, places, reordered, words_of
from rustok_desktop.history.reverting import State, Work, same
from rustok_desktop.storage.unit_of_work import UnitOfWork

_WORDS = ("title", "handle")
_ACTS = acts("collection")


class CollectionReverter(PathReverter):
    """Members by rule follow from the rule and are nobody's act."""

    kind = "collection"
    resource = Resource.PRODUCTS
    acts: Mapping[str, str] = _ACTS
    rank = 2
    fields = frozenset({*_WORDS, "kind", "rule", "members"})
    soft = frozenset({"members"})

    def state(self, work: Work, thing_id: str) -> State:
        """Kind, rule, words, and ``members/<id>``: their place."""
        try:
            return edit.fields(work.uow, work.ctx, work.bus, thing_id)
        except NotFound:
            return {}

    def version(self, work: Work, thing_id: str) -> int | None:
        """The stored one."""
        row = work.uow.one(sql.STORED, at_id=thing_id, at_tenant_id=work.ctx.tenant_id)
        return int(row[0]) if row is not None else None

    def name(self, uow: UnitOfWork, ctx: Context, thing_id: str) -> str:
        """The title in the asked language, else in any."""
        titles = {row[0]: row[1] for row in uow.all(sql.TRANSLATIONS, at_id=thing_id, at_tenant_id=ctx.tenant_id)}
        return str(titles.get(ctx.locale) or next(iter(titles.values()), ""))

    def write(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        """Gone, back, or other words, rule and members."""
        if not wanted:
            if now:
                require(work.ctx, Resource.PRODUCTS, Action.DELETE)
                edit.delete(work.ctx, work.bus, CollectionCommand(collection_id=thing_id), work.uow)
            return
        if not now:
            require(work.ctx, Resource.PRODUCTS, Action.CREATE)
            given = {"translations": words_of(wanted, _WORDS), "rule": wanted.get("rule")}
            edit.create(work.ctx, work.bus, CreateCollection.model_validate(given), work.uow, thing_id)
        else:
            self._change(work, thing_id, now, wanted)
        was, becomes = places(now, "members"), places(wanted, "members")
        if was != becomes:
            order = reordered(sorted(was, key=lambda member: was[member]), was, becomes)
            edit.put_members(work.ctx, work.bus, thing_id, order, work.uow)

    def _change(self, work: Work, thing_id: str, now: State, wanted: State) -> None:
        words: dict[str, object] = dict.fromkeys(words_of(now, _WORDS))
        words |= words_of(wanted, _WORDS)
        given = {"collection_id": thing_id, "base_version": self.version(work, thing_id), "translations": words}
        if not same(now.get("rule"), wanted.get("rule")):
            given["rule"] = wanted.get("rule")
        edit.update(work.ctx, work.bus, UpdateCollection.model_validate(given), work.uow)

"""Follows the log and keeps the members of collections by rule: products named by events are judged again, and
all products when the rule itself, or the shop's money, changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rustok_desktop.commerce import collections_sql as sql
from rustok_desktop.commerce.collections_edit import AGGREGATE
from rustok_desktop.commerce.collections_rules import Compiled, compile_rule, stored_rule
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.event_types import SHAPES_PRODUCT
from rustok_desktop.core.events import EventRef
from rustok_desktop.outbox.consumer import Effect
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork

NAME = "commerce.collections"
_PRODUCT = "product"
_SHOP = "tenant.updated"
_RULES = frozenset({"collection.created", "collection.updated"})
EVENT_TYPES = _RULES | {_SHOP} | SHAPES_PRODUCT
Announce = Callable[[Iterable[str]], None]


class CollectionProjector:
    """A consumer of the log. ``announce`` is told, after each commit, which collections' members changed.

    Reading the write tables, not the events, makes it harmless to see an event twice.
    """

    name = NAME
    event_types: frozenset[str] | None = EVENT_TYPES
    batch_size = 500

    def __init__(self, reader: Reader, announce: Announce) -> None:
        self._reader = reader
        self._announce = announce

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        """Whole shops are read here, beside the writer; the few products of a batch inside the transaction."""
        whole: dict[tuple[str, str], list[str]] = {}
        for tenant, collections in _asked(batch).items():
            for collection_id, rule in await self._rules(tenant, collections):
                whole[tenant, collection_id] = await self._chosen(tenant, rule)
        products = _named(batch)
        if not whole and not products:
            return None

        def effect(uow: UnitOfWork) -> None:
            changed = [key[1] for key, ids in whole.items() if _replace(uow, key, ids)]
            for tenant, ids in products.items():
                changed += _judge(uow, tenant, ids)
            if changed:
                uow.after_commit(lambda: self._announce(changed))

        return effect

    async def _rules(self, tenant: str, collections: set[str] | None) -> list[tuple[str, Compiled]]:
        rows = await self._reader.all(sql.RULES, at_tenant_id=tenant)
        return [(i, _compiled(rule)) for i, rule in rows if collections is None or i in collections]

    async def _chosen(self, tenant: str, rule: Compiled) -> list[str]:
        rows = await self._reader.all(sql.matching(rule.sql, among=False), tenant=tenant, **rule.params)
        return [row[0] for row in rows]


def _asked(batch: Sequence[EventRef]) -> Mapping[str, set[str] | None]:
    """By shop the collections to judge as a whole; None stands for all of the shop's."""
    asked: dict[str, set[str] | None] = {}
    for ref in batch:
        known = asked.get(ref.tenant_id, set())
        if ref.event_type == _SHOP:
            asked[ref.tenant_id] = None
        elif ref.aggregate_type == AGGREGATE and known is not None:
            asked[ref.tenant_id] = known | {ref.aggregate_id}
    return asked


def _named(batch: Sequence[EventRef]) -> dict[str, list[str]]:
    products: dict[str, dict[str, None]] = {}
    for ref in batch:
        if ref.aggregate_type == _PRODUCT:
            products.setdefault(ref.tenant_id, {})[ref.aggregate_id] = None
    return {tenant: list(ids) for tenant, ids in products.items()}


def _replace(uow: UnitOfWork, key: tuple[str, str], ids: Sequence[str]) -> bool:
    tenant, collection_id = key
    if uow.one(sql.STORED, at_id=collection_id, at_tenant_id=tenant) is None:
        return False  # deleted since it was read
    given = {"at_id": collection_id, "at_tenant_id": tenant, "ids": dumps(list(ids))}
    gone = uow.run(sql.DROP_OTHERS, **given)
    return bool(gone + uow.run(sql.PUT_CHOSEN, **given))


def _judge(uow: UnitOfWork, tenant: str, ids: Sequence[str]) -> list[str]:
    changed = []
    for collection_id, text in uow.all(sql.RULES, at_tenant_id=tenant):
        rule = _compiled(text)
        found = uow.all(sql.matching(rule.sql, among=True), tenant=tenant, ids=dumps(list(ids)), **rule.params)
        chosen = [row[0] for row in found]
        others = list(set(ids).difference(chosen))
        at = {"at_id": collection_id, "at_tenant_id": tenant}
        gone = uow.run(sql.DELETE_MEMBERS, ids=dumps(others), **at)
        if gone + uow.run(sql.PUT_CHOSEN, ids=dumps(chosen), **at):
            changed.append(collection_id)
    return changed


def _compiled(text: str) -> Compiled:
    return compile_rule(stored_rule(text))

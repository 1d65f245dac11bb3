"""The products' lists of tags, for whoever changes a tag in many products at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rustok_desktop.commerce import loading, rules
from rustok_desktop.commerce.edit import AGGREGATE, Edit
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.context import Context
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_TAGGED = prepare("SELECT id, tags FROM products WHERE tenant_id = :at_tenant_id AND tags <> '[]'")
_LISTS = prepare(
    "SELECT id, tags FROM products WHERE tenant_id || '' = :at_tenant_id AND id IN (SELECT value FROM json_each(:ids))"
)


class ProductTags:
    """Reads and writes ``products.tags`` inside a unit of work. The caller has asked for permission."""

    target_type = AGGREGATE
    event_types = frozenset({"product.created", "product.updated", "product.deleted"})

    def __init__(self, bus: TransactionalEventBus) -> None:
        self._bus = bus

    def of(self, uow: UnitOfWork, ctx: Context, ids: Sequence[str]) -> dict[str, list[str]]:
        """The lists of these products, as far as the shop has them, also from the trash."""
        rows = uow.all(_LISTS, at_tenant_id=ctx.tenant_id, ids=dumps(ids))
        return {product_id: loads(tags) for product_id, tags in rows}

    def carrying(self, uow: UnitOfWork, ctx: Context, keys: Collection[str]) -> dict[str, list[str]]:
        """The lists of all products with one of these case-folded names, read from the lists themselves."""
        found: dict[str, list[str]] = {}
        for product_id, text in uow.all(_TAGGED, at_tenant_id=ctx.tenant_id):
            tags: list[str] = loads(text)
            if any(tag.casefold() in keys for tag in tags):
                found[product_id] = tags
        return found

    def write(self, uow: UnitOfWork, ctx: Context, owner_id: str, tags: Sequence[str]) -> None:
        """Another list: the version rises and ``product.updated`` tells both lists, as after an edit."""
        stored = loading.load_product(uow, ctx, owner_id)
        edit = Edit(ctx, owner_id, uow.now)
        cleaned = rules.clean_tags(tags)
        if not edit.note("tags", loading.tags_of(stored), list(cleaned)):
            return
        own = {name: getattr(stored, name) for name in ("vendor", "product_type", "category")}
        edit.touch(stored.version + 1, {**own, "tags": dumps(cleaned)})
        edit.save(uow, self._bus, "product.updated", stored.version + 1)

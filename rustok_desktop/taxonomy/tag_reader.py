"""The reader of the log that derives tags from products, whoever changed them: editor, import or undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.events import EventRef
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.consumer import Effect
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy.attaching import PRODUCT, follow_lists
from rustok_desktop.taxonomy.ports import TagLists

NAME = "taxonomy.tags"


class TagReader:
    """A consumer of the log. Lists are read inside the effect, so that a rename in between is never undone."""

    name = NAME
    event_types: frozenset[str] | None = frozenset({"product.created", "product.updated", "product.deleted"})
    batch_size = 200

    def __init__(self, bus: TransactionalEventBus, lists: TagLists) -> None:
        self._bus = bus
        self._lists = lists

    async def prepare(self, batch: Sequence[EventRef]) -> Effect | None:
        """What the products of ``batch`` carry now."""
        products: dict[str, dict[str, None]] = {}
        for ref in batch:
            if ref.aggregate_type == PRODUCT:
                products.setdefault(ref.tenant_id, {})[ref.aggregate_id] = None
        return partial(self._follow, {tenant: list(ids) for tenant, ids in products.items()}) if products else None

    def _follow(self, products: dict[str, list[str]], uow: UnitOfWork) -> None:
        for tenant_id, product_ids in products.items():
            # The program's own act: it follows what people did, and nobody in particular did it.
            ctx = Context(tenant_id=tenant_id, role=Role.SUPER_ADMIN).with_new_correlation()
            follow_lists(uow, ctx, self._bus, self._lists, product_ids)

"""The categories' lists, for whoever changes many products at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rustok_desktop.core.context import Context
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import categories
from rustok_desktop.taxonomy.placing import link_products, place_changes, unlink_products


class CategoryPlacing:
    """Puts products in and takes them out inside a unit of work. The caller has asked for permission."""

    def __init__(self, bus: TransactionalEventBus) -> None:
        self._bus = bus

    def put(self, uow: UnitOfWork, ctx: Context, category_id: str, product_ids: Sequence[str]) -> None:
        """At the end of the list; ``category.updated`` tells the places. NotFound."""
        categories.check_version(uow, ctx, category_id, None)
        self._tell(uow, ctx, category_id, link_products(uow, ctx, category_id, product_ids, None).places)

    def take(self, uow: UnitOfWork, ctx: Context, category_id: str, product_ids: Sequence[str]) -> None:
        """Out of the list; ``category.updated`` tells the places they had. NotFound."""
        categories.check_version(uow, ctx, category_id, None)
        self._tell(uow, ctx, category_id, unlink_products(uow, ctx, category_id, product_ids))

    def _tell(self, uow: UnitOfWork, ctx: Context, category_id: str, places: Mapping[str, list[int | None]]) -> None:
        if places:
            categories.publish(uow, ctx, self._bus, "category.updated", category_id, place_changes(places))

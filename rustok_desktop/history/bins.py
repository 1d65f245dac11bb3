"""Trash of things that keep their rows while they lie in it."""

from __future__ import annotations

from typing import Protocol

from rustok_desktop.commerce import lifecycle, price_lists_edit, price_lists_sql
from rustok_desktop.commerce.price_lists_schemas import PriceListCommand
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.content import lifecycle as nodes
from rustok_desktop.content.schemas import NodeCommand
from rustok_desktop.core.context import Context
from rustok_desktop.history import statements as sql
from rustok_desktop.history.reverting import Work
from rustok_desktop.history.views import TrashedThing
from rustok_desktop.storage.reader import Reader


class Bin(Protocol):
    """The trash of one kind. The trash asks for permissions; a kind without a bin has its deletions in the log."""

    kind: str

    async def things(self, reader: Reader, ctx: Context, limit: int) -> list[TrashedThing]:
        """The latest ones."""

    def restore(self, work: Work, thing_id: str) -> None:
        """Out of the trash; NotFound, UserError ``not_in_trash``."""

    def purge(self, work: Work, thing_id: str) -> None:
        """For good; the errors of :meth:`restore`."""


class ProductBin:
    """Products with their ``deleted_at``."""

    kind = "product"

    async def things(self, reader: Reader, ctx: Context, limit: int) -> list[TrashedThing]:
        """By title in the asked language."""
        at = {"tenant_id": ctx.tenant_id, "locale": ctx.locale, "limit": limit}
        rows = await reader.all(sql.TRASHED_PRODUCTS, **at)
        return [TrashedThing(self.kind, row[0], row[1], row[2]) for row in rows]

    def restore(self, work: Work, thing_id: str) -> None:
        """With the status it had."""
        lifecycle.restore(work.ctx, work.bus, ProductCommand(product_id=thing_id), work.uow)

    def purge(self, work: Work, thing_id: str) -> None:
        """Its last state stays in the event."""
        lifecycle.purge(work.ctx, work.bus, ProductCommand(product_id=thing_id), work.uow)


class NodeBin:
    """Pages, posts and other nodes, with their ``deleted_at``."""

    kind = "node"

    async def things(self, reader: Reader, ctx: Context, limit: int) -> list[TrashedThing]:
        """By title in the asked language; parts of pages may have none."""
        rows = await reader.all(sql.TRASHED_NODES, tenant_id=ctx.tenant_id, locale=ctx.locale, limit=limit)
        return [TrashedThing(self.kind, row[0], row[1], row[2]) for row in rows]

    def restore(self, work: Work, thing_id: str) -> None:
        """With the status it had."""
        nodes.restore(work.ctx, work.bus, NodeCommand(node_id=thing_id), work.uow)

    def purge(self, work: Work, thing_id: str) -> None:
        """With its parts; its last state stays in the event."""
        nodes.purge(work.ctx, work.bus, NodeCommand(node_id=thing_id), work.uow)


class PriceListBin:
    """Price lists with their ``deleted_at``."""

    kind = "price_list"

    async def things(self, reader: Reader, ctx: Context, limit: int) -> list[TrashedThing]:
        """By name."""
        rows = await reader.all(price_lists_sql.TRASHED, at_tenant_id=ctx.tenant_id, limit=limit)
        return [TrashedThing(self.kind, row[0], row[1], row[2]) for row in rows]

    def restore(self, work: Work, thing_id: str) -> None:
        """With its prices."""
        price_lists_edit.restore(work.ctx, work.bus, PriceListCommand(price_list_id=thing_id), work.uow)

    def purge(self, work: Work, thing_id: str) -> None:
        """With its prices; its last fields stay in the event."""
        price_lists_edit.purge(work.ctx, work.bus, PriceListCommand(price_list_id=thing_id), work.uow)

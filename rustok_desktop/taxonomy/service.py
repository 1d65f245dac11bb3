"""Categories: every act on the tree passes here, whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.events import Changes
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.reader import Reader
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.storage.writer import Writer
from rustok_desktop.taxonomy import categories
from rustok_desktop.taxonomy import statements as sql
from rustok_desktop.taxonomy.placing import link_products, place_changes, unlink_products
from rustok_desktop.taxonomy.queries import read_category, read_of_product, read_products, read_tree
from rustok_desktop.taxonomy.schemas import (
    AssignProducts,
    CreateCategory,
    DeleteCategory,
    MoveCategory,
    RestoreCategory,
    UnassignProducts,
    UpdateCategory,
)
from rustok_desktop.taxonomy.views import (
    Assigned,
    CategoryNode,
    CategoryProduct,
    CategorySaved,
    CategoryView,
    DeletedCategory,
)

PRODUCTS_SHOWN = 200


class CategoryService:
    """The shop's tree of categories. One command is one transaction; a refused one changes nothing.

    Every method checks its permission first (Forbidden) and sees only the caller's shop (NotFound for anything
    else). Moves and words are guarded by the version; putting products in or out is not, it cannot overwrite.
    """

    def __init__(self, writer: Writer, reader: Reader, bus: TransactionalEventBus) -> None:
        self._writer = writer
        self._reader = reader
        self._bus = bus

    async def create(self, ctx: Context, command: CreateCategory) -> CategorySaved:
        """A new category. Invalid for wrong words, UserError when it would be too deep."""
        require(ctx, Resource.CATEGORIES, Action.CREATE)
        return await self._writer.run(partial(categories.create, _rooted(ctx), self._bus, command))

    async def update(self, ctx: Context, command: UpdateCategory) -> CategorySaved:
        """Other names, slugs and descriptions; ``changed`` is empty when nothing differs."""
        require(ctx, Resource.CATEGORIES, Action.UPDATE)
        return await self._writer.run(partial(categories.update, _rooted(ctx), self._bus, command))

    async def move(self, ctx: Context, command: MoveCategory) -> CategorySaved:
        """With everything below it. UserError for a move below itself or too deep."""
        require(ctx, Resource.CATEGORIES, Action.UPDATE)
        return await self._writer.run(partial(categories.move, _rooted(ctx), self._bus, command))

    async def delete(self, ctx: Context, command: DeleteCategory) -> DeletedCategory:
        """UserError when it has children and they are not to be lifted. Its products stay, without it."""
        require(ctx, Resource.CATEGORIES, Action.DELETE)
        return await self._writer.run(partial(categories.delete, _rooted(ctx), self._bus, command))

    async def restore(self, ctx: Context, command: RestoreCategory) -> CategorySaved:
        """Bring a deleted one back. NotFound when its parent is gone too, Invalid when its slug was taken."""
        require(ctx, Resource.CATEGORIES, Action.CREATE)
        return await self._writer.run(partial(categories.restore, _rooted(ctx), self._bus, command))

    async def assign(self, ctx: Context, command: AssignProducts) -> Assigned:
        """Put products in; those that are in already are not counted, and move only when a place is given."""
        require(ctx, Resource.CATEGORIES, Action.UPDATE)
        rooted = _rooted(ctx)

        def work(uow: UnitOfWork) -> Assigned:
            categories.check_version(uow, rooted, command.category_id, None)
            linked = link_products(uow, rooted, command.category_id, command.product_ids, command.index)
            return self._assigned(uow, rooted, command.category_id, len(linked.added), place_changes(linked.places))

        return await self._writer.run(work)

    async def unassign(self, ctx: Context, command: UnassignProducts) -> Assigned:
        """Take products out; those that are not in are not counted."""
        require(ctx, Resource.CATEGORIES, Action.UPDATE)
        rooted = _rooted(ctx)

        def work(uow: UnitOfWork) -> Assigned:
            categories.check_version(uow, rooted, command.category_id, None)
            removed = unlink_products(uow, rooted, command.category_id, command.product_ids)
            return self._assigned(uow, rooted, command.category_id, len(removed), place_changes(removed))

        return await self._writer.run(work)

    async def tree(self, ctx: Context) -> tuple[CategoryNode, ...]:
        """Every category with counts, parents before children, siblings in order."""
        require(ctx, Resource.CATEGORIES, Action.LIST)
        return await read_tree(self._reader, ctx)

    async def get(self, ctx: Context, category_id: str) -> CategoryView:
        """One category with its words in every language."""
        require(ctx, Resource.CATEGORIES, Action.READ)
        return await read_category(self._reader, ctx, category_id)

    async def products(
        self, ctx: Context, category_id: str, *, limit: int = PRODUCTS_SHOWN, skip: int = 0
    ) -> tuple[CategoryProduct, ...]:
        """A part of its products, in order; none for a category that is not there."""
        require(ctx, Resource.CATEGORIES, Action.READ)
        return await read_products(self._reader, ctx, category_id, limit, skip)

    async def contained(self, ctx: Context, category_id: str, product_ids: Sequence[str]) -> frozenset[str]:
        """Which of these products the category has."""
        require(ctx, Resource.CATEGORIES, Action.READ)
        ids = dumps(list(product_ids))
        rows = await self._reader.all(sql.CONTAINED, at_tenant_id=ctx.tenant_id, at_id=category_id, ids=ids)
        return frozenset(row[0] for row in rows)

    async def of_product(self, ctx: Context, product_id: str) -> tuple[CategoryNode, ...]:
        """The categories a product stands in."""
        require(ctx, Resource.CATEGORIES, Action.READ)
        return await read_of_product(self._reader, ctx, product_id)

    def _assigned(self, uow: UnitOfWork, ctx: Context, category_id: str, count: int, changes: Changes) -> Assigned:
        if not changes:
            return Assigned(category_id, 0, None)
        categories.publish(uow, ctx, self._bus, "category.updated", category_id, changes)
        return Assigned(category_id, count, uow.txid)


def _rooted(ctx: Context) -> Context:
    """All events of one command belong together, also when the caller started no chain."""
    return ctx if ctx.correlation_id is not None else ctx.with_new_correlation()

"""Units of work on the tree of categories: one command, one transaction, one event for each category acted on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError, VersionConflict
from rustok_desktop.core.events import Changes, NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import statements as sql
from rustok_desktop.taxonomy.placing import (
    arrange_products,
    link_nodes,
    link_products,
    node_changes,
    nodes_in,
    place_changes,
    products_in,
)
from rustok_desktop.taxonomy.schemas import (
    CategoryWords,
    CreateCategory,
    DeleteCategory,
    MoveCategory,
    RestoreCategory,
    UpdateCategory,
)
from rustok_desktop.taxonomy.tree import Place, Tree
from rustok_desktop.taxonomy.views import CategorySaved, DeletedCategory
from rustok_desktop.taxonomy.words import changed_words, save_words, stored_words, word_changes

AGGREGATE = "category"


def create(ctx: Context, bus: TransactionalEventBus, command: CreateCategory, uow: UnitOfWork) -> CategorySaved:
    """A new category among its siblings."""
    tree, category_id = load_tree(uow, ctx), new_id()
    tree.add(category_id, command.parent_id, command.index)
    changes = _insert(uow, ctx, tree, category_id, command.translations)
    return _record(uow, ctx, bus, "category.created", category_id, 1, changes)


def update(ctx: Context, bus: TransactionalEventBus, command: UpdateCategory, uow: UnitOfWork) -> CategorySaved:
    """Other words; without any difference nothing is recorded and the version stays."""
    category_id = command.category_id
    version = check_version(uow, ctx, category_id, command.base_version)
    stored = stored_words(uow, ctx, category_id)
    becomes = changed_words(uow, ctx, category_id, stored, command.translations)
    changes = word_changes(stored, becomes)
    if not changes:
        return CategorySaved(category_id, version, (), None)
    save_words(uow, ctx, category_id, stored, becomes)
    _touch(uow, ctx, category_id, version + 1)
    return _record(uow, ctx, bus, "category.updated", category_id, version + 1, changes)


def move(ctx: Context, bus: TransactionalEventBus, command: MoveCategory, uow: UnitOfWork) -> CategorySaved:
    """The category and all below it to another place."""
    category_id = command.category_id
    version = check_version(uow, ctx, category_id, command.base_version)
    tree = load_tree(uow, ctx)
    changes = _moved(tree, category_id, command.parent_id, command.index)
    if not changes:
        return CategorySaved(category_id, version, (), None)
    _save_places(uow, ctx, tree.moved())
    _touch(uow, ctx, category_id, version + 1)
    return _record(uow, ctx, bus, "category.updated", category_id, version + 1, changes)


def delete(ctx: Context, bus: TransactionalEventBus, command: DeleteCategory, uow: UnitOfWork) -> DeletedCategory:
    """Gone with its words; its products and nodes only lose the category. The answer can bring it back."""
    category_id = command.category_id
    check_version(uow, ctx, category_id, command.base_version)
    tree = load_tree(uow, ctx)
    parent_id, index, children = tree.parent(category_id), tree.index(category_id), tree.children(category_id)
    stored, products = stored_words(uow, ctx, category_id), products_in(uow, ctx, category_id)
    nodes = nodes_in(uow, ctx, category_id)
    lifted = _lift(tree, children, parent_id, index) if command.lift_children else {}
    place = tree.index(category_id)
    tree.remove(category_id)
    _save_places(uow, ctx, tree.moved())
    _record_moves(uow, ctx, bus, lifted)  # before the deletion: taken back in reverse, they find their parent again
    uow.run(sql.DELETE_CATEGORY, at_tenant_id=ctx.tenant_id, at_id=category_id)
    changes = word_changes(stored, {}) | _differ(parent_id=[parent_id, None], position=[place, None])
    changes |= place_changes({product_id: [step, None] for step, product_id in enumerate(products)})
    changes |= node_changes(nodes, come=False)
    _record(uow, ctx, bus, "category.deleted", category_id, 0, changes)
    return DeletedCategory(category_id, parent_id, index, stored, children, products, uow.txid, nodes)


def restore(ctx: Context, bus: TransactionalEventBus, command: RestoreCategory, uow: UnitOfWork) -> CategorySaved:
    """A deleted category as it was, as far as its surroundings are still there."""
    tree, category_id = load_tree(uow, ctx), command.category_id
    if uow.one(sql.ANY_CATEGORY, at_id=category_id) is not None:
        raise UserError("category_exists", id=category_id)
    siblings = tree.children(command.parent_id)
    index = min(command.index, len(siblings)) if command.index is not None else None
    tree.add(category_id, command.parent_id, index)
    place = tree.index(category_id)
    returning = [child for child in command.children if child in siblings]
    lowered = _lift(tree, returning, category_id, 0)
    changes = _insert(uow, ctx, tree, category_id, command.translations) | {"position": [None, place]}
    linked = link_products(uow, ctx, category_id, command.products, None, known_only=True)
    changes |= place_changes(linked.places)
    changes |= node_changes(link_nodes(uow, ctx, category_id, command.nodes), come=True)
    saved = _record(uow, ctx, bus, "category.created", category_id, 1, changes)
    _record_moves(uow, ctx, bus, lowered)
    return saved


def arrange(ctx: Context, bus: TransactionalEventBus, category_id: str, order: Sequence[str], uow: UnitOfWork) -> None:
    """Exactly these products in this order, as far as they exist; the same ones record nothing."""
    check_version(uow, ctx, category_id, None)
    changes = place_changes(arrange_products(uow, ctx, category_id, order))
    if changes:
        publish(uow, ctx, bus, "category.updated", category_id, changes)


def load_tree(uow: UnitOfWork, ctx: Context) -> Tree:
    """All categories of the shop by their places."""
    return Tree(Place(*row) for row in uow.all(sql.PLACES, at_tenant_id=ctx.tenant_id))


def check_version(uow: UnitOfWork, ctx: Context, category_id: str, base_version: int | None) -> int:
    """The stored version. NotFound; VersionConflict when the command was based on another one."""
    row = uow.one(sql.VERSION, at_tenant_id=ctx.tenant_id, at_id=category_id)
    if row is None:
        raise NotFound("not_found", kind="category", id=category_id)
    if base_version is not None and row[0] != base_version:
        raise VersionConflict("version_conflict", id=category_id, expected=base_version, actual=row[0])
    return int(row[0])


def publish(
    uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, event_type: str, category_id: str, changes: Changes
) -> None:
    """Record what happened to a category."""
    data = {"category_id": category_id, "changes": changes}
    bus.publish_in_tx(uow, ctx, NewEvent(event_type, AGGREGATE, category_id, data))


def _insert(
    uow: UnitOfWork, ctx: Context, tree: Tree, category_id: str, translations: Mapping[str, CategoryWords]
) -> Changes:
    """The row first, then the places of the others: they may point to it."""
    words = changed_words(uow, ctx, category_id, {}, translations)
    places = {place.id: place for place in tree.moved()}
    place = places.pop(category_id)
    uow.run(
        sql.INSERT_CATEGORY,
        id=category_id,
        tenant_id=ctx.tenant_id,
        parent_id=place.parent_id,
        position=place.position,
        depth=place.depth,
        path=place.path,
        settings="{}",
        version=1,
        created_at=uow.now,
        updated_at=uow.now,
    )
    _save_places(uow, ctx, places.values())
    save_words(uow, ctx, category_id, {}, words)
    return word_changes({}, words) | _differ(parent_id=[None, place.parent_id], position=[None, place.position])


def _moved(tree: Tree, category_id: str, parent_id: str | None, index: int | None) -> Changes:
    was = tree.parent(category_id), tree.index(category_id)
    tree.move(category_id, parent_id, index)
    return _differ(parent_id=[was[0], parent_id], position=[was[1], tree.index(category_id)])


def _lift(tree: Tree, children: Iterable[str], parent_id: str | None, index: int) -> dict[str, Changes]:
    return {child: _moved(tree, child, parent_id, index + step) for step, child in enumerate(children)}


def _record_moves(uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, moves: Mapping[str, Changes]) -> None:
    for child, changes in moves.items():
        _touch(uow, ctx, child, check_version(uow, ctx, child, None) + 1)
        publish(uow, ctx, bus, "category.updated", child, changes)


def _save_places(uow: UnitOfWork, ctx: Context, places: Iterable[Place]) -> None:
    rows = [
        {
            "at_tenant_id": ctx.tenant_id,
            "at_id": place.id,
            "parent_id": place.parent_id,
            "position": place.position,
            "depth": place.depth,
            "path": place.path,
            "now": uow.now,
        }
        for place in places
    ]
    if rows:
        uow.run_many(sql.MOVE_CATEGORY, rows)


def _touch(uow: UnitOfWork, ctx: Context, category_id: str, version: int) -> None:
    uow.run(sql.TOUCH_CATEGORY, at_tenant_id=ctx.tenant_id, at_id=category_id, version=version, now=uow.now)


def _record(
    uow: UnitOfWork,
    ctx: Context,
    bus: TransactionalEventBus,
    event_type: str,
    category_id: str,
    version: int,
    changes: Changes,
) -> CategorySaved:
    publish(uow, ctx, bus, event_type, category_id, changes)
    return CategorySaved(category_id, version, tuple(changes), uow.txid)


def _differ(**pairs: list[Any]) -> Changes:
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}

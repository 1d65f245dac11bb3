"""Which products stand in a category, and in which order; and which pages and posts name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.events import Changes
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import statements as sql


class Linked(NamedTuple):
    """The products that came in, and ``[was, is]`` of places in the list: enough to take the act back exactly."""

    added: list[str]
    places: dict[str, list[int | None]]


def products_in(uow: UnitOfWork, ctx: Context, category_id: str) -> tuple[str, ...]:
    """The ids of the category's products in order, also those in the trash."""
    return tuple(row[0] for row in uow.all(sql.PRODUCTS_IN, at_tenant_id=ctx.tenant_id, at_id=category_id))


def link_products(
    uow: UnitOfWork,
    ctx: Context,
    category_id: str,
    product_ids: Sequence[str],
    index: int | None,
    *,
    known_only: bool = False,
) -> Linked:
    """Put products at ``index`` of the category's list, or those that are new to it at the end.

    NotFound for a product of another shop or none; with ``known_only`` such ones are left out.
    """
    wanted = list(dict.fromkeys(product_ids))
    wanted = _known(uow, ctx, wanted, known_only=known_only)
    rows = uow.all(sql.PRODUCTS_IN, at_tenant_id=ctx.tenant_id, at_id=category_id)
    positions: dict[str, int] = dict(rows)
    added = [product_id for product_id in wanted if product_id not in positions]
    if index is None:
        start = max(positions.values(), default=-1) + 1
        _insert(uow, ctx, category_id, ((product_id, start + step) for step, product_id in enumerate(added)))
        return Linked(added, {product_id: [None, len(rows) + step] for step, product_id in enumerate(added)})
    order = [product_id for product_id in positions if product_id not in set(wanted)]
    order[index:index] = wanted
    _write_order(uow, ctx, category_id, positions, order)
    return Linked(added, _noted(list(positions), order, wanted))


def arrange_products(
    uow: UnitOfWork, ctx: Context, category_id: str, order: Sequence[str]
) -> dict[str, list[int | None]]:
    """Exactly these products, as far as they exist, in this order; tells ``[was, is]`` of all places that differ."""
    order = _known(uow, ctx, list(order), known_only=True)
    positions: dict[str, int] = dict(uow.all(sql.PRODUCTS_IN, at_tenant_id=ctx.tenant_id, at_id=category_id))
    places = _noted(list(positions), order, [])
    if places:
        leaving = dumps(sorted(positions.keys() - set(order)))
        uow.run(sql.REMOVE_PRODUCTS, at_tenant_id=ctx.tenant_id, at_id=category_id, ids=leaving)
        _write_order(uow, ctx, category_id, positions, order)
    return places


def unlink_products(
    uow: UnitOfWork, ctx: Context, category_id: str, product_ids: Sequence[str]
) -> dict[str, list[int | None]]:
    """Take products out; tells the places that those who were in had."""
    asked = set(product_ids)
    order = products_in(uow, ctx, category_id)
    leaving: dict[str, list[int | None]] = {
        product_id: [place, None] for place, product_id in enumerate(order) if product_id in asked
    }
    if leaving:
        uow.run(sql.REMOVE_PRODUCTS, at_tenant_id=ctx.tenant_id, at_id=category_id, ids=dumps(list(leaving)))
    return leaving


def nodes_in(uow: UnitOfWork, ctx: Context, category_id: str) -> tuple[str, ...]:
    """The ids of nodes in the category, also those in the trash."""
    return tuple(row[0] for row in uow.all(sql.NODES_IN, at_tenant_id=ctx.tenant_id, at_id=category_id))


def link_nodes(uow: UnitOfWork, ctx: Context, category_id: str, node_ids: Sequence[str]) -> tuple[str, ...]:
    """Nodes that are in no category by now come back to one; tells all that are in it."""
    if node_ids:
        ids = dumps(list(node_ids))
        uow.run(sql.LINK_NODES, at_tenant_id=ctx.tenant_id, category_id=category_id, ids=ids)
    return nodes_in(uow, ctx, category_id)


def node_changes(node_ids: Iterable[str], *, come: bool) -> Changes:
    """As they stand in events: ``nodes/<id>: [was, is]``."""
    return {f"nodes/{node_id}": [None, True] if come else [True, None] for node_id in node_ids}


def place_changes(places: Mapping[str, list[int | None]]) -> Changes:
    """As they stand in events: ``products/<id>: [was, is]``."""
    return {f"products/{product_id}": list(pair) for product_id, pair in places.items()}


def _noted(before: Sequence[str], after: Sequence[str], asked: Sequence[str]) -> dict[str, list[int | None]]:
    """Places of those ``asked`` for where they tell it all; else of all that moved, also to make room."""
    was = {product_id: place for place, product_id in enumerate(before)}
    now = {product_id: place for place, product_id in enumerate(after)}
    if asked and all(was.get(product_id) != now.get(product_id) for product_id in asked):
        return {product_id: [was.get(product_id), now[product_id]] for product_id in asked}
    everybody = {**was, **now}
    return {i: [was.get(i), now.get(i)] for i in everybody if was.get(i) != now.get(i)}


def _write_order(
    uow: UnitOfWork, ctx: Context, category_id: str, positions: Mapping[str, int], order: Sequence[str]
) -> None:
    places = {product_id: place for place, product_id in enumerate(order)}
    _insert(uow, ctx, category_id, ((i, place) for i, place in places.items() if i not in positions))
    _place(uow, ctx, category_id, [(i, place) for i, place in places.items() if positions.get(i, place) != place])


def _known(uow: UnitOfWork, ctx: Context, product_ids: list[str], *, known_only: bool) -> list[str]:
    rows = uow.all(sql.KNOWN_PRODUCTS, at_tenant_id=ctx.tenant_id, ids=dumps(product_ids))
    known = {row[0] for row in rows}
    if not known_only:
        for product_id in product_ids:
            if product_id not in known:
                raise NotFound("not_found", kind="product", id=product_id)
    return [product_id for product_id in product_ids if product_id in known]


def _insert(uow: UnitOfWork, ctx: Context, category_id: str, places: Iterable[tuple[str, int]]) -> None:
    rows = [
        {
            "category_id": category_id,
            "product_id": product_id,
            "tenant_id": ctx.tenant_id,
            "position": position,
            "created_at": uow.now,
        }
        for product_id, position in places
    ]
    if rows:
        uow.run_many(sql.INSERT_PRODUCT, rows)


def _place(uow: UnitOfWork, ctx: Context, category_id: str, places: Iterable[tuple[str, int]]) -> None:
    at = {"at_tenant_id": ctx.tenant_id, "at_id": category_id}
    rows = [{**at, "product_id": product_id, "position": position} for product_id, position in places]
    if rows:
        uow.run_many(sql.PLACE_PRODUCT, rows)

"""Which products stand in a category, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound
from rustok_desktop.storage.unit_of_work import UnitOfWork
from rustok_desktop.taxonomy import statements as sql


class Linked(NamedTuple):
    """The products that came in, and ``[was, is]`` of those asked for that only changed their place."""

    added: list[str]
    moved: dict[str, list[int]]


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
    if index is None:
        added = [product_id for product_id in wanted if product_id not in positions]
        start = max(positions.values(), default=-1) + 1
        _insert(uow, ctx, category_id, ((product_id, start + step) for step, product_id in enumerate(added)))
        return Linked(added, {})
    order = [product_id for product_id in positions if product_id not in set(wanted)]
    order[index:index] = wanted
    added = [product_id for product_id in wanted if product_id not in positions]
    places = {product_id: place for place, product_id in enumerate(order)}
    _insert(uow, ctx, category_id, ((product_id, places[product_id]) for product_id in added))
    moved = [(product_id, places[product_id]) for product_id, was in positions.items() if places[product_id] != was]
    _place(uow, ctx, category_id, moved)
    return Linked(added, {row[0]: [positions[row[0]], row[1]] for row in moved if row[0] in set(wanted)})


def unlink_products(uow: UnitOfWork, ctx: Context, category_id: str, product_ids: Sequence[str]) -> list[str]:
    """Take products out; tells those that were in."""
    asked = set(product_ids)
    leaving = [product_id for product_id in products_in(uow, ctx, category_id) if product_id in asked]
    if leaving:
        uow.run(sql.REMOVE_PRODUCTS, at_tenant_id=ctx.tenant_id, at_id=category_id, ids=dumps(leaving))
    return leaving


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

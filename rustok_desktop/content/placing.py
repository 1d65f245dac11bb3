"""Places among siblings. Positions have gaps, so a move writes one row and can be taken back exactly."""

from __future__ import annotations

from rustok_desktop.content import statements as sql
from rustok_desktop.core.context import Context
from rustok_desktop.storage.unit_of_work import UnitOfWork

GAP = 1024


def last_place(uow: UnitOfWork, ctx: Context, kind: str) -> int:
    """A position after all nodes of a kind that stand on their own."""
    row = uow.one(sql.LAST_POSITION, at_tenant_id=ctx.tenant_id, kind=kind)
    return int(row[0] or 0) + GAP if row is not None else GAP


def place_among(
    uow: UnitOfWork, ctx: Context, kind: str, parent_id: str, index: int | None, *, moving: str | None = None
) -> int:
    """A position that puts a node at ``index`` among the children of its kind, last for None or beyond the end.

    ``moving`` is the child that moves: it is not counted. Where no number is left between two neighbours all
    children get new ones; that changes no order, so nobody is told.
    """
    rows = uow.all(sql.ORDER, at_tenant_id=ctx.tenant_id, at_node_id=parent_id, kind=kind)
    others = [(child, position) for child, position in rows if child != moving]
    place = len(others) if index is None else min(index, len(others))
    before = others[place - 1][1] if place > 0 else 0
    if place == len(others):
        return int(before) + GAP
    after = others[place][1]
    if after - before >= 2:
        return int(before + after) // 2
    for number, (child, _) in enumerate(others, 1):
        new_place = number * GAP + (GAP if number > place else 0)
        uow.run(sql.PUT_POSITION, at_tenant_id=ctx.tenant_id, at_node_id=child, position=new_place)
    return (place + 1) * GAP

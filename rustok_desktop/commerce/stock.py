"""Stock: a ledger of movements per variant and location, and their running sum."""

from __future__ import annotations

from dataclasses import dataclass

from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.schemas import AdjustStock
from rustok_desktop.commerce.views import Saved
from rustok_desktop.core import limits
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

DEFAULT_NAME = "Main"
DEFAULT_CODE = "main"


@dataclass(frozen=True, slots=True)
class Movement:
    """What moves and why."""

    delta: int
    reason: str
    reference: str | None = None


def default_location(uow: UnitOfWork, ctx: Context) -> str:
    """The id of the shop's default stock location, made when there is none yet."""
    row = uow.one(sql.DEFAULT_LOCATION, at_tenant_id=ctx.tenant_id)
    if row is not None:
        return str(row[0])
    location_id = new_id()
    uow.run(
        sql.INSERT_LOCATION,
        id=location_id,
        tenant_id=ctx.tenant_id,
        name=DEFAULT_NAME,
        code=DEFAULT_CODE,
        is_default=True,
        created_at=uow.now,
    )
    return location_id


def check_quantity(old: int, delta: int, policy: str, *, managed: bool) -> None:
    """UserError when a counted variant would fall below nothing, or a sum leaves the possible range.

    Taking goods in is always possible, also while the sum is still negative.
    """
    if managed and policy == "deny" and delta < 0 and old + delta < 0:
        raise UserError("insufficient_inventory", requested=-delta, available=old)
    if old + delta > limits.QUANTITY_MAX:
        raise UserError("too_big", limit=limits.QUANTITY_MAX)
    if old + delta < -limits.QUANTITY_MAX:
        raise UserError("too_small", limit=-limits.QUANTITY_MAX)


def plan_movement(
    edit: Edit,
    variant_id: str,
    location_id: str,
    old: int | None,
    moved: Movement,
) -> None:
    """Plan one line of the ledger, the new sum and the event. ``old`` None: the location never had any."""
    quantity = (old or 0) + moved.delta
    if old is None:
        edit.write(sql.INSERT_LEVEL, variant_id=variant_id, location_id=location_id, on_hand=quantity)
    else:
        edit.write(sql.UPDATE_LEVEL, at_variant_id=variant_id, at_location_id=location_id, on_hand=quantity)
    movement_id = new_id()
    edit.write(
        sql.INSERT_MOVEMENT,
        id=movement_id,
        variant_id=variant_id,
        location_id=location_id,
        delta=moved.delta,
        reason=moved.reason,
        reference=moved.reference,
        actor_id=edit.ctx.actor_id,
    )
    edit.facet(
        "inventory.updated",
        variant_id=variant_id,
        location_id=location_id,
        old_quantity=old or 0,
        new_quantity=quantity,
        delta=moved.delta,
        reason=moved.reason,
        reference=moved.reference,
        movement_id=movement_id,
    )


def adjust_stock(ctx: Context, bus: TransactionalEventBus, command: AdjustStock, uow: UnitOfWork) -> Saved:
    """Move stock. A delta of nothing records nothing."""
    location_id = _location(uow, ctx, command.location_id)
    row = uow.one(sql.STOCKED_VARIANT, at_tenant_id=ctx.tenant_id, at_id=command.variant_id, location_id=location_id)
    if row is None:
        raise NotFound("not_found", kind="variant", id=command.variant_id)
    product_id, policy, managed, version, deleted_at, on_hand = row
    if deleted_at is not None:
        raise UserError("in_trash", id=product_id)
    if command.delta == 0:
        return Saved(product_id, version, (), None)
    check_quantity(on_hand or 0, command.delta, policy, managed=bool(managed))
    edit = Edit(ctx, product_id, uow.now)
    edit.touch(version)  # a movement changes no field: an editor that is open meanwhile must not conflict
    moved = Movement(command.delta, command.reason, command.reference or None)
    plan_movement(edit, command.variant_id, location_id, on_hand, moved)
    saved = edit.save(uow, bus, None, version)
    return Saved(saved.product_id, saved.version, (f"variants/{command.variant_id}/stock",), saved.txid)


def _location(uow: UnitOfWork, ctx: Context, location_id: str | None) -> str:
    if location_id is None:
        return default_location(uow, ctx)
    if uow.one(sql.LOCATION, at_tenant_id=ctx.tenant_id, at_id=location_id) is None:
        raise NotFound("not_found", kind="location", id=location_id)
    return location_id

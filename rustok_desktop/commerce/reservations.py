"""Promises: units that are on hand and no longer available."""

from __future__ import annotations

from rustok_desktop.commerce import stock_statements as stock_sql
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.stock import (
    Movement,
    Stocked,
    check_quantity,
    note_low,
    open_location,
    plan_movement,
    stocked,
)
from rustok_desktop.commerce.stock_schemas import ReleaseStock, ReserveStock
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.limits import QUANTITY_MAX
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork


def reserve_stock(ctx: Context, bus: TransactionalEventBus, command: ReserveStock, uow: UnitOfWork) -> str:
    """Promise what is available; a variant that may be sold without stock may also be promised. Returns its id."""
    location_id = open_location(uow, ctx, command.location_id)
    before = stocked(uow, ctx, command.variant_id, location_id)
    quantity = command.quantity
    if before.managed and before.policy == "deny" and before.available < quantity:
        raise UserError("insufficient_inventory", requested=quantity, available=max(0, before.available))
    if before.reserved + quantity > QUANTITY_MAX:
        raise UserError("too_big", limit=QUANTITY_MAX)
    edit = Edit(ctx, before.product_id, uow.now)
    reservation_id = new_id()
    reference = command.reference or None
    edit.write(
        stock_sql.INSERT_RESERVATION,
        id=reservation_id,
        variant_id=before.variant_id,
        location_id=location_id,
        quantity=quantity,
        reference=reference,
        actor_id=ctx.actor_id,
    )
    if before.on_hand is None:
        edit.write(stock_sql.INSERT_EMPTY_LEVEL, variant_id=before.variant_id, location_id=location_id)
    _set_reserved(edit, before, before.reserved + quantity)
    _note(edit, "inventory.reserved", before, reservation_id, quantity, reference)
    note_low(edit, before, before.available - quantity, before.threshold)
    edit.save(uow, bus, None, before.version)
    return reservation_id


def release_stock(ctx: Context, bus: TransactionalEventBus, command: ReleaseStock, uow: UnitOfWork) -> None:
    """End a promise, once; with ``take`` the goods leave in the same transaction."""
    row = uow.one(stock_sql.RESERVATION, at_tenant_id=ctx.tenant_id, at_id=command.reservation_id)
    if row is None:
        raise NotFound("not_found", kind="reservation", id=command.reservation_id)
    variant_id, location_id, quantity, reference, released_at = row
    if released_at is not None:
        raise UserError("reservation_ended")
    before = stocked(uow, ctx, variant_id, location_id, trashed=True)
    edit = Edit(ctx, before.product_id, uow.now)
    edit.write(stock_sql.END_RESERVATION, at_id=command.reservation_id, released_at=uow.now)
    _set_reserved(edit, before, before.reserved - quantity)
    _note(edit, "inventory.released", before, command.reservation_id, quantity, reference)
    if command.take:  # what leaves was promised before, so no policy is asked; availability stays, so nothing gets low
        edit.touch(before.version)
        check_quantity(before.on_hand or 0, -quantity, "continue", managed=before.managed)
        plan_movement(edit, variant_id, location_id, before.on_hand, Movement(-quantity, command.reason, reference))
    edit.save(uow, bus, None, before.version)


def _set_reserved(edit: Edit, before: Stocked, reserved: int) -> None:
    at = {"at_variant_id": before.variant_id, "at_location_id": before.location_id}
    edit.write(stock_sql.SET_RESERVED, reserved=reserved, **at)


def _note(
    edit: Edit, event_type: str, before: Stocked, reservation_id: str, quantity: int, reference: str | None
) -> None:
    edit.facet(
        event_type,
        variant_id=before.variant_id,
        location_id=before.location_id,
        reservation_id=reservation_id,
        quantity=quantity,
        reference=reference,
    )

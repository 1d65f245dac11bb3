"""Stock: a ledger of movements per variant and location, and their running sum."""

from __future__ import annotations

from dataclasses import dataclass

from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce import stock_statements as stock_sql
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


@dataclass(frozen=True, slots=True)
class Stocked:
    """A variant at a location as the transaction found it. ``on_hand`` None: the location never had any."""

    variant_id: str
    location_id: str
    product_id: str
    policy: str
    managed: bool
    version: int
    deleted_at: str | None
    on_hand: int | None
    reserved: int
    own_threshold: int | None
    default_threshold: int

    @property
    def available(self) -> int:
        """On hand and not promised."""
        return (self.on_hand or 0) - self.reserved

    @property
    def threshold(self) -> int:
        """Fewer than this are low."""
        return self.default_threshold if self.own_threshold is None else self.own_threshold


def stocked(uow: UnitOfWork, ctx: Context, variant_id: str, location_id: str, *, trashed: bool = False) -> Stocked:
    """NotFound for another shop's variant; UserError for one in the trash unless ``trashed`` will do."""
    row = uow.one(stock_sql.STOCKED, at_tenant_id=ctx.tenant_id, at_id=variant_id, location_id=location_id)
    if row is None:
        raise NotFound("not_found", kind="variant", id=variant_id)
    product_id, policy, managed, version, deleted_at, on_hand, reserved, own, default = row
    if deleted_at is not None and not trashed:
        raise UserError("in_trash", id=product_id)
    level = (on_hand, reserved or 0, own, default)
    return Stocked(variant_id, location_id, product_id, policy, bool(managed), version, deleted_at, *level)


def check_quantity(old: int, delta: int, policy: str, *, managed: bool, reserved: int = 0) -> None:
    """UserError when a counted variant would fall below what is promised, or a sum leaves the possible range.

    Taking goods in is always possible, also while the sum is still negative.
    """
    if managed and policy == "deny" and delta < 0 and old - reserved + delta < 0:
        raise UserError("insufficient_inventory", requested=-delta, available=max(0, old - reserved))
    if old + delta > limits.QUANTITY_MAX:
        raise UserError("too_big", limit=limits.QUANTITY_MAX)
    if old + delta < -limits.QUANTITY_MAX:
        raise UserError("too_small", limit=-limits.QUANTITY_MAX)


def note_low(edit: Edit, before: Stocked, available: int, threshold: int) -> None:
    """Plan ``inventory.low`` if the variant was not low and now is: once per way down, whatever caused it."""
    was_low = before.available < before.threshold
    remaining = max(available, 0)
    if before.managed and not was_low and remaining < threshold:
        edit.facet("inventory.low", variant_id=before.variant_id, remaining=remaining, threshold=threshold)


def move(edit: Edit, before: Stocked, moved: Movement, *, as_counted: bool = False) -> None:
    """Plan a movement with all that follows from it. What was counted is so, whatever the policy denies."""
    policy = "continue" if as_counted else before.policy
    check_quantity(before.on_hand or 0, moved.delta, policy, managed=before.managed, reserved=before.reserved)
    plan_movement(edit, before.variant_id, before.location_id, before.on_hand, moved)
    note_low(edit, before, before.available + moved.delta, before.threshold)


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
        edit.follow(sql.INSERT_LEVEL, variant_id=variant_id, location_id=location_id, on_hand=quantity)
    else:
        edit.write(sql.UPDATE_LEVEL, at_variant_id=variant_id, at_location_id=location_id, on_hand=quantity)
    movement_id = new_id()
    edit.follow(
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
    location_id = open_location(uow, ctx, command.location_id)
    before = stocked(uow, ctx, command.variant_id, location_id)
    if command.delta == 0:
        return Saved(before.product_id, before.version, (), None)
    edit = Edit(ctx, before.product_id, uow.now)
    edit.touch(before.version)  # a movement changes no field: an editor that is open meanwhile must not conflict
    move(edit, before, Movement(command.delta, command.reason, command.reference or None))
    saved = edit.save(uow, bus, None, before.version)
    return Saved(saved.product_id, saved.version, (f"variants/{command.variant_id}/stock",), saved.txid)


def open_location(uow: UnitOfWork, ctx: Context, location_id: str | None) -> str:
    """The location's id, the default one's for None. NotFound; UserError where nothing moves any more."""
    if location_id is None:
        return default_location(uow, ctx)
    row = uow.one(sql.LOCATION, at_tenant_id=ctx.tenant_id, at_id=location_id)
    if row is None:
        raise NotFound("not_found", kind="location", id=location_id)
    if row[5] is not None:
        raise UserError("location_closed", name=row[1])
    return location_id

"""Goods on their way from one location to another: two movements per line, one reference, one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.stock import Movement, move, open_location, stocked
from rustok_desktop.commerce.stock_schemas import TransferStock
from rustok_desktop.commerce.stock_views import Transferred
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

REASON = "transfer"
_REFERENCE_TAIL = 10  # of a random part: short enough to be read to somebody


def transfer_stock(ctx: Context, bus: TransactionalEventBus, command: TransferStock, uow: UnitOfWork) -> Transferred:
    """All lines or, when one cannot go, none of them."""
    source = open_location(uow, ctx, command.from_location_id)
    target = open_location(uow, ctx, command.to_location_id)
    if source == target:
        raise UserError("same_location")
    reference = command.reference or f"TR-{new_id()[-_REFERENCE_TAIL:].upper()}"
    units = _wanted(command)
    for variant_id, quantity in units.items():
        leaving = stocked(uow, ctx, variant_id, source)
        arriving = stocked(uow, ctx, variant_id, target)
        edit = Edit(ctx, leaving.product_id, uow.now)
        edit.touch(leaving.version)
        move(edit, leaving, Movement(-quantity, REASON, reference))
        move(edit, arriving, Movement(quantity, REASON, reference))
        edit.save(uow, bus, None, leaving.version)
    return Transferred(reference, sum(units.values()), uow.txid)


def _wanted(command: TransferStock) -> Mapping[str, int]:
    """Units by variant; two lines of one variant are one."""
    units: dict[str, int] = {}
    for line in command.lines:
        units[line.variant_id] = units.get(line.variant_id, 0) + line.quantity
    return units

"""When stock is low: a threshold per variant and location, else the shop's."""

from __future__ import annotations

from rustok_desktop.commerce import stock_statements as stock_sql
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.stock import note_low, open_location, stocked
from rustok_desktop.commerce.stock_schemas import SetThreshold
from rustok_desktop.core.context import Context
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork


def set_threshold(ctx: Context, bus: TransactionalEventBus, command: SetThreshold, uow: UnitOfWork) -> int:
    """Returns the threshold now in force; the same one records nothing."""
    location_id = open_location(uow, ctx, command.location_id)
    before = stocked(uow, ctx, command.variant_id, location_id)
    threshold = before.default_threshold if command.threshold is None else command.threshold
    if command.threshold == before.own_threshold:
        return threshold
    edit = Edit(ctx, before.product_id, uow.now)
    if before.on_hand is None:
        edit.write(stock_sql.INSERT_EMPTY_LEVEL, variant_id=before.variant_id, location_id=location_id)
    at = {"at_variant_id": before.variant_id, "at_location_id": location_id}
    edit.write(stock_sql.SET_THRESHOLD, low_stock_threshold=command.threshold, **at)
    path = f"variants/{before.variant_id}/threshold@{location_id}"
    edit.facet(
        "inventory.threshold_changed",
        variant_id=before.variant_id,
        location_id=location_id,
        changes={path: [before.own_threshold, command.threshold]},
    )
    note_low(edit, before, before.available, threshold)
    edit.save(uow, bus, None, before.version)
    return threshold

"""Counting what is there, while the shop goes on selling.

A count remembers the last movement it has seen. Applying moves the difference between what was counted and
what the ledger said *then*; whatever was sold or delivered since stays as it happened.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rustok_desktop.commerce import stock_statements as stock_sql
from rustok_desktop.commerce.edit import Edit
from rustok_desktop.commerce.stock import Movement, move, open_location, stocked
from rustok_desktop.commerce.stock_schemas import CloseStocktake, CountStock, OpenStocktake
from rustok_desktop.commerce.stock_views import Applied, CountView, StocktakeView
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import NotFound, UserError, VersionConflict
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.limits import QUANTITY_MAX
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.unit_of_work import UnitOfWork

AGGREGATE = "stocktake"
REASON = "stocktake"


@dataclass(frozen=True, slots=True)
class Stocktakes:
    """The stocktakes of one shop inside a transaction."""

    ctx: Context
    bus: TransactionalEventBus
    uow: UnitOfWork

    def open(self, command: OpenStocktake) -> StocktakeView:
        """Begin; one at a time per location."""
        location_id = open_location(self.uow, self.ctx, command.location_id)
        going = self.uow.one(stock_sql.OPEN_STOCKTAKE, at_location_id=location_id, **self._at())
        if going is not None:
            raise UserError("stocktake_open", number=going[3], name=going[2])
        stocktake_id = new_id()
        self.uow.run(
            stock_sql.INSERT_STOCKTAKE,
            id=stocktake_id,
            tenant_id=self.ctx.tenant_id,
            location_id=location_id,
            number=self._next_number(),
            vendor=command.vendor or None,
            product_type=command.product_type or None,
            actor_id=self.ctx.actor_id,
            created_at=self.uow.now,
        )
        found = self._open(stocktake_id)
        self._record("stocktake.opened", found)
        return found

    def count(self, command: CountStock) -> CountView:
        """Set or raise one article's count. Counts are working papers: only applying them is an event."""
        found = self._open(command.stocktake_id)
        variant_id = self._counted_variant(found, command)
        at = {"at_id": found.id, "at_variant_id": variant_id, **self._at()}
        row = self.uow.one(stock_sql.COUNT, **at)
        if command.quantity is not None or row is None:
            counted, seen = (command.quantity or 0) + command.add, self._last_movement(found, variant_id)
        else:  # more of what is being counted: what was sold meanwhile was there when counting began
            counted, seen = row[0] + command.add, row[1]
        if command.quantity is None and not command.add:
            self.uow.run(stock_sql.DELETE_COUNT, **at)
            counted = 0
        else:
            self._write_count(found, variant_id, min(max(0, counted), QUANTITY_MAX), seen)
        self._set_status(found, "open")
        shown = [view for view in self.counts(found.id) if view.variant_id == variant_id]
        return shown[0] if shown else CountView(variant_id, "", "", "", None, None, 0, 0, 0, self.uow.now)

    def apply(self, command: CloseStocktake) -> Applied:
        """Move all differences, and with ``uncounted`` zero what nobody found, in this one transaction."""
        found = self._reviewed(command)
        wanted = [(view.variant_id, view.difference) for view in self.counts(found.id)]
        if command.uncounted == "zero":
            wanted += [(variant_id, -on_hand) for variant_id, on_hand in self.uncounted(found)]
        moved = [(variant_id, delta) for variant_id, delta in wanted if delta]
        self._set_status(found, "applied")
        self._record("stocktake.applied", found)
        self._move(found, moved)
        return Applied(found.number, len(moved), sum(delta for _, delta in moved), self.uow.txid)

    def cancel(self, command: CloseStocktake) -> None:
        """Forget it; nothing moves, the counts stay readable."""
        found = self._reviewed(command)
        self._set_status(found, "cancelled")
        self._record("stocktake.cancelled", found)

    def counts(self, stocktake_id: str) -> list[CountView]:
        """All counted articles, the latest first."""
        rows = self.uow.all(stock_sql.COUNTS, at_id=stocktake_id, locale=self.ctx.locale, **self._at())
        return [CountView(*row) for row in rows]

    def uncounted(self, found: StocktakeView) -> list[tuple[str, int]]:
        """What should be there and was not counted."""
        rows = self.uow.all(stock_sql.UNCOUNTED, **uncounted_params(found), **self._at())
        return [(row[0], row[1]) for row in rows]

    def _move(self, found: StocktakeView, moved: Iterable[tuple[str, int]]) -> None:
        for variant_id, delta in moved:
            before = stocked(self.uow, self.ctx, variant_id, found.location_id, trashed=True)
            edit = Edit(self.ctx, before.product_id, self.uow.now)
            edit.touch(before.version)
            move(edit, before, Movement(delta, REASON, found.number), as_counted=True)
            edit.save(self.uow, self.bus, None, before.version)

    def _counted_variant(self, found: StocktakeView, command: CountStock) -> str:
        if command.variant_id is not None:
            rows = self.uow.all(stock_sql.BY_ID, at_id=command.variant_id, **self._at())
        else:
            code = command.code or ""
            rows = self.uow.all(stock_sql.BY_SKU, code=code, **self._at())
            rows = rows or self.uow.all(stock_sql.BY_BARCODE, code=code, **self._at())
        if not rows:
            raise NotFound("unknown_code", code=command.code or command.variant_id)
        if len(rows) > 1:
            raise UserError("ambiguous_code", code=command.code)
        variant_id, vendor, product_type, deleted_at = rows[0]
        if deleted_at is not None:
            raise UserError("in_trash", id=variant_id)
        if found.vendor not in (None, vendor) or found.product_type not in (None, product_type):
            raise UserError("stocktake_outside", number=found.number)
        return str(variant_id)

    def _write_count(self, found: StocktakeView, variant_id: str, counted: int, seen: str | None) -> None:
        self.uow.run(
            stock_sql.WRITE_COUNT,
            stocktake_id=found.id,
            variant_id=variant_id,
            tenant_id=self.ctx.tenant_id,
            counted=counted,
            seen_movement=seen,
            actor_id=self.ctx.actor_id,
            counted_at=self.uow.now,
        )

    def _last_movement(self, found: StocktakeView, variant_id: str) -> str | None:
        at = {"at_variant_id": variant_id, "at_location_id": found.location_id, **self._at()}
        row = self.uow.one(stock_sql.LAST_MOVEMENT, **at)
        return None if row is None else str(row[0])

    def _open(self, stocktake_id: str) -> StocktakeView:
        row = self.uow.one(stock_sql.STOCKTAKE, at_id=stocktake_id, **self._at())
        if row is None:
            raise NotFound("not_found", kind="stocktake", id=stocktake_id)
        found = StocktakeView(*row)
        if found.status != "open":
            raise UserError("stocktake_ended", number=found.number)
        return found

    def _reviewed(self, command: CloseStocktake) -> StocktakeView:
        found = self._open(command.stocktake_id)
        if command.base_version is not None and command.base_version != found.version:
            ours, theirs = command.base_version, found.version
            raise VersionConflict("version_conflict", id=found.id, expected=ours, actual=theirs)
        return found

    def _set_status(self, found: StocktakeView, status: str) -> None:
        closed_at = None if status == "open" else self.uow.now
        values = {"status": status, "version": found.version + 1, "closed_at": closed_at}
        self.uow.run(stock_sql.UPDATE_STOCKTAKE, at_id=found.id, **values, **self._at())

    def _next_number(self) -> str:
        day = f"ST-{self.uow.now[:10].replace('-', '')}-"
        row = self.uow.one(stock_sql.NUMBERS_LIKE, first=day, last=day + "~", **self._at())
        return f"{day}{(row[0] if row else 0) + 1}"

    def _record(self, event_type: str, found: StocktakeView) -> None:
        data = {"stocktake_id": found.id, "location_id": found.location_id}
        self.bus.publish_in_tx(self.uow, self.ctx, NewEvent(event_type, AGGREGATE, found.id, data))

    def _at(self) -> dict[str, Any]:
        return {"at_tenant_id": self.ctx.tenant_id}


def uncounted_params(found: StocktakeView) -> dict[str, Any]:
    """What addresses the articles a stocktake is about."""
    return {
        "at_id": found.id,
        "at_location_id": found.location_id,
        "vendor": found.vendor,
        "product_type": found.product_type,
    }

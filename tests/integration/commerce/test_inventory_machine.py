"""Whatever is done to stock, in any order: on hand is the sum of movements, promises add up, counts come true."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule, run_state_machine_as_test

from rustok_desktop.commerce.inventory import InventoryService
from rustok_desktop.commerce.schemas import AdjustStock, CreateProduct
from rustok_desktop.commerce.service import CatalogService
from rustok_desktop.commerce.stock_schemas import (
    CloseStocktake,
    CountStock,
    CreateLocation,
    OpenStocktake,
    ReleaseStock,
    ReserveStock,
    SetThreshold,
    TransferStock,
)
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

_TENANT = prepare(
    "INSERT INTO tenants (id, slug, name, default_locale, currency_code, settings, is_active, created_at, updated_at)"
    " VALUES (:id, :id, 'Shop', 'en', 'USD', '{}', 1, :now, :now)"
)
_SUMS = prepare(
    "SELECT variant_id, location_id, sum(delta) FROM inventory_movements WHERE tenant_id = :tenant GROUP BY 1, 2"
)
_LEVELS = prepare(
    "SELECT variant_id, location_id, on_hand, reserved FROM inventory_levels WHERE tenant_id = :tenant"
)
_PROMISES = prepare(
    "SELECT variant_id, location_id, sum(quantity) FROM reservation_items WHERE tenant_id = :tenant"
    " AND released_at IS NULL GROUP BY 1, 2"
)
_LOWS = prepare(
    "SELECT count(*) FROM sys_events WHERE tenant_id = :tenant AND event_type = 'inventory.low'"
)
VARIANT = st.sampled_from(["deny", "continue"])
PLACE = st.sampled_from([0, 1])
UNITS = st.integers(1, 12)
Key = tuple[str, int]


class Stock(RuleBasedStateMachine):
    """The service beside a model of it in four dictionaries."""

    promises = Bundle("promises")

    def __init__(self, run: Callable[[Coroutine[Any, Any, Any]], Any], database: Database) -> None:
        super().__init__()
        self.run, self.database = run, database
        bus = TransactionalEventBus()
        self.catalog = CatalogService(database.writer, database.reader, bus)
        self.inventory = InventoryService(database.writer, database.reader, bus)
        self.ctx = Context(tenant_id=new_id(), role=Role.SUPER_ADMIN, actor_id=new_id()).with_new_correlation()
        self.on_hand: dict[Key, int] = {}
        self.reserved: dict[Key, int] = {}
        self.thresholds: dict[Key, int] = {}
        self.lows = 0
        self.counting: str | None = None
        self.counts: dict[str, tuple[int, int]] = {}
        run(self._fill())

    async def _fill(self) -> None:
        tenant = self.ctx.tenant_id
        await self.database.writer.run(lambda uow: uow.run(_TENANT, id=tenant, now=uow.now))
        main = await self.catalog.ensure_location(self.ctx)
        annex = await self.inventory.create_location(self.ctx, CreateLocation(name="Annex"))
        self.places = [main, annex.id]
        self.variants: dict[str, str] = {}
        for policy in ("deny", "continue"):
            variants = [{"sku": policy, "inventory_policy": policy}]
            given = {"translations": {"en": {"title": policy}}, "variants": variants}
            saved = await self.catalog.create_product(self.ctx, CreateProduct.model_validate(given))
            product = await self.catalog.get_product(self.ctx, saved.product_id)
            self.variants[policy] = product.variants[0].id

    # -- the model ---------------------------------------------------------------------------------

    def available(self, key: Key) -> int:
        return self.on_hand.get(key, 0) - self.reserved.get(key, 0)

    def change(self, key: Key, on_hand: int = 0, reserved: int = 0) -> None:
        before, threshold = self.available(key), self.thresholds.get(key, 5)
        self.on_hand[key] = self.on_hand.get(key, 0) + on_hand
        self.reserved[key] = self.reserved.get(key, 0) + reserved
        self.lows += before >= threshold > max(0, self.available(key))

    def allowed(self, key: Key, units: int) -> bool:
        return key[0] == "continue" or self.available(key) >= units

    def attempt(self, allowed: bool, act: Coroutine[Any, Any, Any]) -> Any:
        if allowed:
            return self.run(act)
        with pytest.raises(UserError) as caught:
            self.run(act)
        assert caught.value.code == "insufficient_inventory"
        return None

    # -- what may happen ---------------------------------------------------------------------------

    @rule(variant=VARIANT, place=PLACE, delta=st.integers(-8, 15).filter(bool))
    def adjust(self, variant: str, place: int, delta: int) -> None:
        """Deliveries, sales and corrections, also while somebody counts."""
        key = (variant, place)
        command = AdjustStock(variant_id=self.variants[variant], delta=delta, location_id=self.places[place])
        allowed = delta > 0 or self.allowed(key, -delta)
        self.attempt(allowed, self.catalog.adjust_stock(self.ctx, command))
        if allowed:
            self.change(key, delta)

    @rule(variant=VARIANT, source=PLACE, units=UNITS)
    def transfer(self, variant: str, source: int, units: int) -> None:
        line = {"variant_id": self.variants[variant], "quantity": units}
        ends = {"from_location_id": self.places[source], "to_location_id": self.places[1 - source]}
        allowed = self.allowed((variant, source), units)
        command = TransferStock.model_validate({**ends, "lines": [line]})
        self.attempt(allowed, self.inventory.transfer(self.ctx, command))
        if allowed:
            self.change((variant, source), -units)
            self.change((variant, 1 - source), units)

    @rule(target=promises, variant=VARIANT, place=PLACE, units=UNITS)
    def reserve(self, variant: str, place: int, units: int) -> Any:
        allowed = self.allowed((variant, place), units)
        command = ReserveStock(variant_id=self.variants[variant], quantity=units, location_id=self.places[place])
        promise = self.attempt(allowed, self.inventory.reserve(self.ctx, command))
        if allowed:
            self.change((variant, place), reserved=units)
        return (promise, (variant, place), units)

    @rule(promise=consumes(promises), take=st.booleans())
    def release(self, promise: tuple[str | None, Key, int], take: bool) -> None:
        reservation_id, key, units = promise
        if reservation_id is not None:
            self.run(self.inventory.release(self.ctx, ReleaseStock(reservation_id=reservation_id, take=take)))
            self.change(key, -units if take else 0, -units)

    @rule(variant=VARIANT, place=PLACE, threshold=st.integers(0, 9))
    def set_threshold(self, variant: str, place: int, threshold: int) -> None:
        key = (variant, place)
        command = SetThreshold(variant_id=self.variants[variant], location_id=self.places[place], threshold=threshold)
        self.run(self.inventory.set_threshold(self.ctx, command))
        self.lows += self.available(key) >= self.thresholds.get(key, 5) and max(0, self.available(key)) < threshold
        self.thresholds[key] = threshold

    @rule(variant=VARIANT, found=UNITS, scan=st.booleans())
    def count(self, variant: str, found: int, scan: bool) -> None:
        """At the main location: scans add to what was counted before, a typed figure replaces it."""
        if self.counting is None:
            self.counting = self.run(self.inventory.open_stocktake(self.ctx, OpenStocktake())).id
        fields = {"add": found} if scan else {"quantity": found}
        command = CountStock.model_validate({"stocktake_id": self.counting, "code": variant, **fields})
        self.run(self.inventory.count(self.ctx, command))
        counted, seen = self.counts.get(variant, (0, self.on_hand.get((variant, 0), 0)))
        self.counts[variant] = (counted + found, seen) if scan else (found, self.on_hand.get((variant, 0), 0))

    @rule(apply=st.booleans())
    def end_stocktake(self, apply: bool) -> None:
        if self.counting is not None:
            act = self.inventory.apply_stocktake if apply else self.inventory.cancel_stocktake
            self.run(act(self.ctx, CloseStocktake(stocktake_id=self.counting)))
            for variant, (counted, seen) in self.counts.items() if apply else ():
                self.change((variant, 0), counted - seen)
            self.counting, self.counts = None, {}

    # -- what always holds -------------------------------------------------------------------------

    @invariant()
    def the_books_agree(self) -> None:
        names = {variant_id: name for name, variant_id in self.variants.items()}
        found = self.run(self._read())
        sums, levels, promises, lows = found

        def keyed(rows: list[Any], column: int) -> dict[Key, int]:
            return {(names[row[0]], self.places.index(row[1])): row[column] for row in rows if row[column]}

        on_hand = keyed(levels, 2)
        assert on_hand == keyed(sums, 2), "on hand is the sum of movements"
        assert on_hand == {key: units for key, units in self.on_hand.items() if units}
        assert keyed(levels, 3) == keyed(promises, 2), "reserved is the sum of open promises"
        assert keyed(levels, 3) == {key: units for key, units in self.reserved.items() if units}
        assert lows[0] == self.lows, "low is said once per way down"

    async def _read(self) -> Any:
        tenant = self.ctx.tenant_id
        async with self.database.reader.snapshot() as session:
            lists = [await session.all(statement, tenant=tenant) for statement in (_SUMS, _LEVELS, _PROMISES, _LOWS)]
        return (*lists[:3], lists[3][0])


def test_stock_in_any_order(tmp_path: Path) -> None:
    with asyncio.Runner() as runner:
        database = Database(tmp_path / "shop.db", utc_now)
        runner.run(database.open())
        run_state_machine_as_test(
            lambda: Stock(runner.run, database),
            settings=settings(
                max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )
        runner.run(database.close())

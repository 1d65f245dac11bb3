"""Counting while the shop goes on selling."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.commerce.inventory import InventoryService
from rustok_desktop.commerce.schemas import UpdateProduct
from rustok_desktop.commerce.stock_schemas import (
    CloseStocktake,
    CountStock,
    CreateLocation,
    LocationCommand,
    OpenStocktake,
    TransferStock,
)
from rustok_desktop.core.errors import NotFound, UserError, VersionConflict
from rustok_desktop.outbox.bus import TransactionalEventBus


@pytest.fixture
def inventory(shop: Any, bus: TransactionalEventBus) -> InventoryService:
    return InventoryService(shop.database.writer, shop.database.reader, bus)


class Counting:
    """An open stocktake and short ways to use it."""

    def __init__(self, shop: Any, inventory: InventoryService, stocktake_id: str) -> None:
        self.shop, self.inventory, self.id = shop, inventory, stocktake_id

    async def scan(self, code: str, times: int = 1) -> Any:
        for _ in range(times):
            view = await self.inventory.count(self.shop.ctx, CountStock(stocktake_id=self.id, code=code, add=1))
        return view

    async def type(self, code: str, quantity: int) -> Any:
        command = CountStock(stocktake_id=self.id, code=code, quantity=quantity)
        return await self.inventory.count(self.shop.ctx, command)

    async def view(self) -> Any:
        return await self.inventory.stocktake(self.shop.ctx, self.id)

    async def apply(self, **fields: Any) -> Any:
        return await self.inventory.apply_stocktake(self.shop.ctx, CloseStocktake(stocktake_id=self.id, **fields))


async def begin(shop: Any, inventory: InventoryService, **fields: Any) -> Counting:
    opened = await inventory.open_stocktake(shop.ctx, OpenStocktake(**fields))
    return Counting(shop, inventory, opened.id)


async def on_hand(shop: Any, product: Any) -> list[int]:
    now = await shop.get(product.id)
    return [variant.stock[0].on_hand for variant in now.variants]


async def test_scan_review_apply(shop: Any, inventory: InventoryService) -> None:
    product = await shop.add_sizes("S", "M", "L")
    for variant, quantity in zip(product.variants, (3, 10, 5), strict=True):
        await shop.move(variant, quantity)
    counting = await begin(shop, inventory)
    head = await shop.log.head()
    assert (await counting.scan("Shirt-S", 3)).counted == 3
    assert (await counting.type("Shirt-M", 8)).difference == -2
    assert await shop.log.head() == head, "counts are working papers"
    view = await counting.view()
    assert [(c.variant_title, c.counted, c.difference) for c in view.counts] == [("M", 8, -2), ("S", 3, 0)]
    assert (view.uncounted, view.uncounted_units, view.status) == (1, 5, "open")
    done = await counting.apply(base_version=view.version)
    assert (done.corrected, done.units) == (1, -2)
    assert await on_hand(shop, product) == [3, 8, 5], "what nobody counted stays"
    started, *moved = await shop.log.read(head, 100)
    assert (started.event_type, started.aggregate_type) == ("stocktake.applied", "stocktake")
    [event] = [e.data for e in moved]
    assert (event["delta"], event["reason"], event["reference"]) == (-2, "stocktake", view.number)
    assert {e.txid for e in moved} == {done.txid}
    with pytest.raises(UserError) as caught:
        await counting.scan("Shirt-S")
    assert caught.value.code == "stocktake_ended"


async def test_sales_made_meanwhile_survive(shop: Any, inventory: InventoryService) -> None:
    product = await shop.add(variants=[{"sku": "MUG", "quantity": 10}])
    counting = await begin(shop, inventory)
    await counting.scan("MUG", 4)
    await shop.move(product.variants[0], -3, reason="sold")
    await counting.scan("MUG", 5)
    [line] = (await counting.view()).counts
    assert (line.counted, line.seen, line.on_hand, line.moved, line.difference, line.after) == (9, 10, 7, -3, -1, 6)
    await counting.apply()
    assert await on_hand(shop, product) == [6]


async def test_a_typed_quantity_is_what_is_there_now(shop: Any, inventory: InventoryService) -> None:
    product = await shop.add(variants=[{"sku": "MUG", "quantity": 10}])
    counting = await begin(shop, inventory)
    await counting.scan("MUG", 2)
    await shop.move(product.variants[0], -3, reason="sold")
    line = await counting.type("MUG", 7)
    assert (line.seen, line.difference) == (7, 0)
    assert (await counting.apply()).corrected == 0
    assert await on_hand(shop, product) == [7]


async def test_a_count_taken_back(shop: Any, inventory: InventoryService) -> None:
    await shop.add(variants=[{"sku": "MUG", "quantity": 10}])
    counting = await begin(shop, inventory)
    line = await counting.scan("MUG")
    await inventory.count(shop.ctx, CountStock(stocktake_id=counting.id, variant_id=line.variant_id))
    assert (await counting.view()).counts == ()


async def test_what_was_counted_is_true_whatever_was_promised(shop: Any, inventory: InventoryService) -> None:
    """More was sold since than the count found: the shop owes goods, and the ledger says so."""
    product = await shop.add(variants=[{"sku": "MUG", "quantity": 10}])
    counting = await begin(shop, inventory)
    await counting.type("MUG", 2)
    await shop.move(product.variants[0], -5, reason="sold")
    await counting.apply()
    assert await on_hand(shop, product) == [-3]


async def test_what_nobody_found_is_gone_if_one_says_so(shop: Any, inventory: InventoryService) -> None:
    product = await shop.add_sizes("S", "M")
    for variant in product.variants:
        await shop.move(variant, 8)
    counting = await begin(shop, inventory)
    await counting.scan("Shirt-S", 8)
    assert (await counting.apply(uncounted="zero")).corrected == 1
    assert await on_hand(shop, product) == [8, 0]


async def test_only_the_vendor_asked_for(shop: Any, inventory: InventoryService) -> None:
    ours = await shop.add(vendor="Kiln", variants=[{"sku": "A", "quantity": 9}])
    theirs = await shop.add(vendor="Loom", variants=[{"sku": "B", "quantity": 9}])
    counting = await begin(shop, inventory, vendor="Kiln")
    with pytest.raises(UserError) as caught:
        await counting.scan("B")
    assert caught.value.code == "stocktake_outside"
    assert (await counting.view()).uncounted == 1
    await counting.apply(uncounted="zero")
    assert (await on_hand(shop, ours), await on_hand(shop, theirs)) == ([0], [9])


async def test_codes(shop: Any, inventory: InventoryService) -> None:
    await shop.add("One", variants=[{"sku": "A", "barcode": "4006381333931"}])
    await shop.add("Two", variants=[{"sku": "B", "barcode": "SHARED"}])
    await shop.add("Three", variants=[{"sku": "SHARED2", "barcode": "SHARED"}])
    counting = await begin(shop, inventory)
    assert (await counting.scan("4006381333931")).product_title == "One"
    with pytest.raises(NotFound) as missing:
        await counting.scan("nothing")
    assert missing.value.code == "unknown_code"
    with pytest.raises(UserError) as caught:
        await counting.scan("SHARED")
    assert caught.value.code == "ambiguous_code"


async def test_one_stocktake_per_location(shop: Any, inventory: InventoryService) -> None:
    counting = await begin(shop, inventory)
    with pytest.raises(UserError) as caught:
        await begin(shop, inventory)
    assert caught.value.code == "stocktake_open"
    place = await inventory.create_location(shop.ctx, CreateLocation(name="Annex"))
    other = await begin(shop, inventory, location_id=place.id)
    with pytest.raises(UserError) as caught:
        await inventory.close_location(shop.ctx, LocationCommand(location_id=place.id))
    assert caught.value.code == "location_being_counted"
    numbers = [(await counting.view()).number, (await other.view()).number]
    assert [number[-2:] for number in numbers] == ["-1", "-2"]
    assert (await inventory.open_stocktake_at(shop.ctx, place.id)).id == other.id  # type: ignore[union-attr]


async def test_cancelling_moves_nothing(shop: Any, inventory: InventoryService) -> None:
    product = await shop.add(variants=[{"sku": "MUG", "quantity": 10}])
    counting = await begin(shop, inventory)
    await counting.type("MUG", 1)
    await inventory.cancel_stocktake(shop.ctx, CloseStocktake(stocktake_id=counting.id))
    view = await counting.view()
    assert (view.status, await on_hand(shop, product)) == ("cancelled", [10])
    assert view.closed_at is not None
    await begin(shop, inventory)


async def test_what_was_reviewed_is_what_is_applied(shop: Any, inventory: InventoryService) -> None:
    product = await shop.add(variants=[{"sku": "MUG", "quantity": 10}])
    counting = await begin(shop, inventory)
    await counting.type("MUG", 9)
    reviewed = await counting.view()
    await counting.scan("MUG")
    with pytest.raises(VersionConflict):
        await counting.apply(base_version=reviewed.version)
    assert await on_hand(shop, product) == [10]


async def test_an_edit_of_the_product_does_not_disturb(shop: Any, inventory: InventoryService) -> None:
    """Removed variants leave the stocktake; a transfer counts as a movement."""
    main = await shop.catalog.ensure_location(shop.ctx)
    place = (await inventory.create_location(shop.ctx, CreateLocation(name="Annex"))).id
    product = await shop.add_sizes("S", "M")
    for variant in product.variants:
        await shop.move(variant, 8)
    counting = await begin(shop, inventory)
    await counting.type("Shirt-S", 8)
    await counting.type("Shirt-M", 7)
    line = {"variant_id": product.variants[1].id, "quantity": 5}
    command = {"from_location_id": main, "to_location_id": place, "lines": [line]}
    await inventory.transfer(shop.ctx, TransferStock.model_validate(command))
    gone = {"product_id": product.id, "base_version": 1, "remove_variants": [product.variants[0].id]}
    await shop.catalog.update_product(shop.ctx, UpdateProduct.model_validate(gone))
    assert (await counting.apply()).corrected == 1
    [variant] = (await shop.get(product.id)).variants
    assert {level.location_name: level.on_hand for level in variant.stock} == {"Main": 2, "Annex": 5}

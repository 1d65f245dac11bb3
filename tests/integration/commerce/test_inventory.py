"""Locations, transfers, promises and thresholds."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.commerce.inventory import InventoryService
from rustok_desktop.commerce.stock_schemas import (
    CreateLocation,
    LocationCommand,
    ReleaseStock,
    ReserveStock,
    SetThreshold,
    TransferStock,
    UpdateLocation,
)
from rustok_desktop.commerce.stock_views import LevelQuery
from rustok_desktop.core.errors import Invalid, NotFound, UserError, VersionConflict
from rustok_desktop.core.ids import new_id
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import prepare


@pytest.fixture
def inventory(shop: Any, bus: TransactionalEventBus) -> InventoryService:
    return InventoryService(shop.database.writer, shop.database.reader, bus)


async def types(shop: Any, after: int) -> list[str]:
    return [event.event_type for event in await shop.log.read(after, 100, tenant_id=shop.ctx.tenant_id)]


async def annex(shop: Any, inventory: InventoryService, name: str = "Annex") -> str:
    await shop.catalog.ensure_location(shop.ctx)
    return (await inventory.create_location(shop.ctx, CreateLocation(name=name))).id


async def test_a_location_from_opening_to_closing(shop: Any, inventory: InventoryService) -> None:
    main = await inventory.create_location(shop.ctx, CreateLocation(name="Main", code="M"))
    assert main.is_default, "the first one"
    head = await shop.log.head()
    place = await inventory.create_location(shop.ctx, CreateLocation(name="Annex"))
    assert not place.is_default
    renamed = await inventory.update_location(shop.ctx, UpdateLocation(location_id=place.id, name="Attic", code="A"))
    assert (renamed.name, renamed.code, renamed.version) == ("Attic", "A", 2)
    chosen = await inventory.make_default(shop.ctx, LocationCommand(location_id=place.id, base_version=2))
    places = await shop.catalog.locations(shop.ctx)
    assert [(p.id, p.is_default) for p in places] == [(place.id, True), (main.id, False)]
    assert await shop.catalog.ensure_location(shop.ctx) == place.id
    with pytest.raises(VersionConflict):
        await inventory.update_location(shop.ctx, UpdateLocation(location_id=place.id, name="X", base_version=1))
    with pytest.raises(UserError) as caught:
        await inventory.close_location(shop.ctx, LocationCommand(location_id=place.id))
    assert caught.value.code == "location_default_stays"
    await inventory.close_location(shop.ctx, LocationCommand(location_id=main.id))
    assert [p.id for p in await shop.catalog.locations(shop.ctx)] == [place.id]
    assert await types(shop, head) == [
        "location.created", "location.updated", "location.updated", "location.updated", "location.closed",
    ]  # fmt: skip
    assert chosen.version == 3
    with pytest.raises(UserError) as caught:
        await inventory.update_location(shop.ctx, UpdateLocation(location_id=main.id, name="Again"))
    assert caught.value.code == "location_closed"


async def test_names_and_codes_of_locations_differ(shop: Any, inventory: InventoryService) -> None:
    place = await annex(shop, inventory)
    for command in (CreateLocation(name="ANNEX"), CreateLocation(name="Other", code="main")):
        with pytest.raises(Invalid):
            await inventory.create_location(shop.ctx, command)
    with pytest.raises(Invalid) as caught:
        await inventory.update_location(shop.ctx, UpdateLocation(location_id=place, code="main"))
    assert [(p.path, p.code) for p in caught.value.fields] == [("code", "duplicate_location_code")]
    head = await shop.log.head()
    same = await inventory.update_location(shop.ctx, UpdateLocation(location_id=place, name="Annex"))
    assert same.version == 1
    assert await shop.log.head() == head


async def test_only_an_empty_location_closes(shop: Any, inventory: InventoryService) -> None:
    place = await annex(shop, inventory)
    product = await shop.add()
    await shop.move(product.variants[0], 2, location_id=place)
    with pytest.raises(UserError) as caught:
        await inventory.close_location(shop.ctx, LocationCommand(location_id=place))
    assert (caught.value.code, caught.value.params["units"]) == ("location_not_empty", 2)
    await shop.move(product.variants[0], -2, location_id=place)
    await inventory.close_location(shop.ctx, LocationCommand(location_id=place))
    with pytest.raises(UserError) as caught:
        await shop.move(product.variants[0], 1, location_id=place)
    assert caught.value.code == "location_closed"


async def test_a_transfer_is_two_movements_and_one_reference(shop: Any, inventory: InventoryService) -> None:
    main, place = await shop.catalog.ensure_location(shop.ctx), await annex(shop, inventory)
    product = await shop.add_sizes("S", "M")
    small, medium = product.variants
    await shop.move(small, 20)
    await shop.move(medium, 20)
    head = await shop.log.head()
    lines = [{"variant_id": small.id, "quantity": 4}, {"variant_id": medium.id, "quantity": 5}]
    command = TransferStock.model_validate({"from_location_id": main, "to_location_id": place, "lines": lines})
    done = await inventory.transfer(shop.ctx, command)
    events = await shop.events(head)
    assert [(e.data["location_id"], e.data["delta"]) for e in events if e.event_type == "inventory.updated"] == [
        (main, -4), (place, 4), (main, -5), (place, 5),
    ]  # fmt: skip
    moved = [event.data for event in events]
    assert {(e["reason"], e["reference"]) for e in moved} == {("transfer", done.reference)}
    assert {event.txid for event in events} == {done.txid}
    assert done.units == 9


async def test_a_transfer_goes_whole_or_not_at_all(shop: Any, inventory: InventoryService) -> None:
    main, place = await shop.catalog.ensure_location(shop.ctx), await annex(shop, inventory)
    product = await shop.add_sizes("S", "M")
    await shop.move(product.variants[0], 20)
    before = await shop.get(product.id)
    head = await shop.log.head()
    lines = [{"variant_id": variant.id, "quantity": 1} for variant in product.variants]
    given = {"from_location_id": main, "to_location_id": place, "lines": lines}
    with pytest.raises(UserError) as caught:
        await inventory.transfer(shop.ctx, TransferStock.model_validate(given))
    assert caught.value.code == "insufficient_inventory"
    assert await shop.get(product.id) == before
    assert await shop.log.head() == head
    with pytest.raises(UserError) as caught:
        await inventory.transfer(shop.ctx, TransferStock.model_validate({**given, "to_location_id": main}))
    assert caught.value.code == "same_location"


async def test_fault_12_a_reservation_reserves(shop: Any, inventory: InventoryService) -> None:
    product = await shop.add(variants=[{"quantity": 10}])
    variant, main = product.variants[0], await shop.catalog.ensure_location(shop.ctx)
    promise = await inventory.reserve(shop.ctx, ReserveStock(variant_id=variant.id, quantity=7, reference="O-1"))
    level = await inventory.level(shop.ctx, variant.id, main)
    assert (level.on_hand, level.reserved, level.available, level.state) == (10, 7, 3, "low")
    more = ReserveStock(variant_id=variant.id, quantity=4)
    for refused in (shop.move(variant, -4), inventory.reserve(shop.ctx, more)):
        with pytest.raises(UserError) as caught:
            await refused
        assert caught.value.params == {"requested": 4, "available": 3}
    [shown] = await inventory.reservations(shop.ctx, variant.id)
    assert (shown.id, shown.quantity, shown.reference) == (promise, 7, "O-1")
    await inventory.release(shop.ctx, ReleaseStock(reservation_id=promise))
    assert (await inventory.level(shop.ctx, variant.id, main)).available == 10
    assert await inventory.reservations(shop.ctx, variant.id) == ()
    with pytest.raises(UserError) as caught:
        await inventory.release(shop.ctx, ReleaseStock(reservation_id=promise))
    assert caught.value.code == "reservation_ended"


async def test_promised_goods_leave_as_one_movement(shop: Any, inventory: InventoryService) -> None:
    product = await shop.add(variants=[{"quantity": 10}])
    variant, main = product.variants[0], await shop.catalog.ensure_location(shop.ctx)
    promise = await inventory.reserve(shop.ctx, ReserveStock(variant_id=variant.id, quantity=10, reference="O-2"))
    head = await shop.log.head()
    await inventory.release(shop.ctx, ReleaseStock(reservation_id=promise, take=True))
    level = await inventory.level(shop.ctx, variant.id, main)
    assert (level.on_hand, level.reserved) == (0, 0)
    assert await types(shop, head) == ["inventory.released", "inventory.updated"], "available stayed: no second warning"
    latest = (await inventory.movements(shop.ctx, variant.id))[0]
    assert (latest.delta, latest.reason, latest.reference) == (-10, "sold", "O-2")


async def lows(shop: Any, after: int) -> list[tuple[int, int]]:
    events = await shop.log.read(after, 100, event_type="inventory.low")
    return [(event.data["remaining"], event.data["threshold"]) for event in events]


async def test_fault_12_low_once_per_way_down(shop: Any, inventory: InventoryService) -> None:
    """Below the threshold, not at it; however it came about; again only after it rose."""
    product = await shop.add(variants=[{"quantity": 6}])
    variant, head = product.variants[0], await shop.log.head()
    await shop.move(variant, -1)
    assert await lows(shop, head) == [], "five is not fewer than five"
    await shop.move(variant, -1)
    await shop.move(variant, -1)
    assert await lows(shop, head) == [(4, 5)]
    await shop.move(variant, 2)
    await inventory.reserve(shop.ctx, ReserveStock(variant_id=variant.id, quantity=5))
    assert await lows(shop, head) == [(4, 5), (0, 5)]
    head = await shop.log.head()
    assert await inventory.set_threshold(shop.ctx, SetThreshold(variant_id=variant.id, threshold=0)) == 0
    await inventory.set_threshold(shop.ctx, SetThreshold(variant_id=variant.id, threshold=3))
    assert await types(shop, head) == [
        "inventory.threshold_changed", "inventory.threshold_changed", "inventory.low",
    ]  # fmt: skip
    head = await shop.log.head()
    await inventory.set_threshold(shop.ctx, SetThreshold(variant_id=variant.id, threshold=3))
    assert await shop.log.head() == head


async def test_what_is_not_tracked_is_never_low(shop: Any) -> None:
    product = await shop.add(variants=[{"quantity": 6, "manage_inventory": False}])
    head = await shop.log.head()
    await shop.move(product.variants[0], -6)
    assert await lows(shop, head) == []


async def test_the_threshold_of_the_shop(shop: Any, inventory: InventoryService) -> None:
    settings = prepare("UPDATE tenants SET settings = '{\"low_stock_threshold\": 2}' WHERE id = :id")
    await shop.database.writer.run(lambda uow: uow.run(settings, id=shop.ctx.tenant_id))
    product = await shop.add(variants=[{"quantity": 4}])
    variant, main = product.variants[0], await shop.catalog.ensure_location(shop.ctx)
    level = await inventory.level(shop.ctx, variant.id, main)
    assert (level.threshold, level.own_threshold, level.state) == (2, None, "in")
    head = await shop.log.head()
    await shop.move(variant, -3)
    assert await lows(shop, head) == [(1, 2)]


async def test_the_list_by_location(shop: Any, inventory: InventoryService) -> None:
    main, place = await shop.catalog.ensure_location(shop.ctx), await annex(shop, inventory)
    shirt = await shop.add_sizes("S", "M", "L")
    mug = await shop.add(variants=[{"sku": "MUG_1", "barcode": "4006381333931", "quantity": 9}])
    await shop.move(shirt.variants[0], 3)
    await shop.move(shirt.variants[1], 30, location_id=place)
    trashed = await shop.add("Gone")
    await shop.act("trash", trashed)

    async def codes(**query: Any) -> list[str | None]:
        page = await inventory.levels(shop.ctx, LevelQuery(**{"location_id": main, **query}))
        return [row.sku for row in page.rows]

    assert await codes() == ["Shirt-S", "Shirt-M", "Shirt-L", "MUG_1"]
    assert await codes(state="low") == ["Shirt-S"]
    assert await codes(state="out") == ["Shirt-M", "Shirt-L"]
    assert await codes(state="out", location_id=place) == ["Shirt-S", "Shirt-L", "MUG_1"]
    assert await codes(code="g_1") == ["MUG_1"]
    assert await codes(code="hirt_") == [], "an underscore is an underscore"
    assert await codes(code="381333") == ["MUG_1"]
    assert await codes(product_ids=(mug.id,)) == ["MUG_1"]
    figures = await inventory.figures(shop.ctx, LevelQuery(main))
    assert (figures.variants, figures.low, figures.out, figures.on_hand) == (4, 1, 2, 12)
    first = await inventory.levels(shop.ctx, LevelQuery(main), limit=2)
    rest = await inventory.levels(shop.ctx, LevelQuery(main), after=first.next, limit=3)
    assert [row.sku for row in (*first.rows, *rest.rows)] == await codes()
    assert rest.next is None


async def test_other_shops_see_nothing(shop: Any, other_shop: Any, inventory: InventoryService) -> None:
    product = await shop.add(variants=[{"sku": "A", "quantity": 9}])
    variant, main = product.variants[0], await shop.catalog.ensure_location(shop.ctx)
    place = await annex(shop, inventory)
    promise = await inventory.reserve(shop.ctx, ReserveStock(variant_id=variant.id, quantity=1))
    ctx, theirs = other_shop.ctx, await other_shop.catalog.ensure_location(other_shop.ctx)
    assert (await inventory.levels(ctx, LevelQuery(main))).rows == ()
    assert (await inventory.figures(ctx, LevelQuery(main))).variants == 0
    assert await inventory.movements(ctx, variant.id) == ()
    assert await inventory.reservations(ctx, variant.id) == ()
    assert await inventory.open_stocktake_at(ctx, main) is None
    line = {"variant_id": variant.id, "quantity": 1}
    for refused in (
        inventory.level(ctx, variant.id, main),
        inventory.reserve(ctx, ReserveStock(variant_id=variant.id, quantity=1)),
        inventory.release(ctx, ReleaseStock(reservation_id=promise)),
        inventory.set_threshold(ctx, SetThreshold(variant_id=variant.id, threshold=1)),
        inventory.update_location(ctx, UpdateLocation(location_id=place, name="Mine")),
        inventory.make_default(ctx, LocationCommand(location_id=place)),
        inventory.close_location(ctx, LocationCommand(location_id=place)),
        inventory.transfer(ctx, TransferStock(from_location_id=main, to_location_id=theirs, lines=(line,))),
        inventory.release(ctx, ReleaseStock(reservation_id=new_id())),
    ):
        with pytest.raises(NotFound):
            await refused
    assert (await inventory.level(shop.ctx, variant.id, main)).reserved == 1

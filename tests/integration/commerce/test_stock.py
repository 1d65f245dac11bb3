"""The stock ledger: what is on hand is what was moved."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rustok_desktop.commerce.statements import INSERT_LOCATION
from rustok_desktop.core import limits
from rustok_desktop.core.errors import NotFound, UserError
from rustok_desktop.core.ids import new_id


async def add_location(shop: Any, name: str) -> str:
    location_id = new_id()

    def work(uow: Any) -> None:
        uow.run(INSERT_LOCATION, id=location_id, tenant_id=shop.ctx.tenant_id, name=name, code=name, is_default=False,
                created_at=uow.now)  # fmt: skip

    await shop.database.writer.run(work)
    return location_id


async def test_a_movement(shop: Any) -> None:
    product = await shop.add(variants=[{"quantity": 5}])
    variant = product.variants[0]
    head = await shop.log.head()
    saved = await shop.move(variant, -2, reason="damaged", reference="R-1")
    now = await shop.get(product.id)
    assert (saved.product_id, saved.version, now.version) == (product.id, 1, 1), "no field changed"
    assert saved.changed == (f"variants/{variant.id}/stock",)
    assert now.updated_at > product.updated_at
    assert now.variants[0].stock[0].on_hand == 3
    event, low = await shop.events(head)
    assert low.event_type == "inventory.low"
    latest, first = await shop.catalog.movements(shop.ctx, product.id)
    assert event.event_type == "inventory.updated"
    assert event.txid == saved.txid
    assert event.data == {
        "variant_id": variant.id, "product_id": product.id, "location_id": now.variants[0].stock[0].location_id,
        "old_quantity": 5, "new_quantity": 3, "delta": -2, "reason": "damaged", "reference": "R-1",
        "movement_id": latest.id,
    }  # fmt: skip
    assert (latest.delta, latest.reason, latest.reference, latest.variant_title) == (-2, "damaged", "R-1", "Default")
    assert (first.delta, first.reason, first.location_name) == (5, "initial", "Main")
    assert await shop.catalog.movements(shop.ctx, product.id, limit=1) == (latest,)


async def test_no_movement_is_recorded_for_nothing(shop: Any) -> None:
    product = await shop.add()
    head = await shop.log.head()
    saved = await shop.move(product.variants[0], 0)
    assert (saved.version, saved.changed, saved.txid) == (1, (), None)
    assert await shop.log.head() == head
    assert await shop.count("inventory_movements") == 0


async def test_one_cannot_take_what_is_not_there(shop: Any) -> None:
    product = await shop.add(variants=[{"quantity": 2}])
    with pytest.raises(UserError) as caught:
        await shop.move(product.variants[0], -3)
    assert (caught.value.code, caught.value.params) == ("insufficient_inventory", {"requested": 3, "available": 2})
    assert (await shop.get(product.id)) == product
    await shop.move(product.variants[0], -2)


@pytest.mark.parametrize("fields", [{"inventory_policy": "continue"}, {"manage_inventory": False}])
async def test_some_variants_go_below_nothing(shop: Any, fields: dict[str, Any]) -> None:
    product = await shop.add(variants=[fields])
    await shop.move(product.variants[0], -3)
    assert (await shop.get(product.id)).variants[0].stock[0].on_hand == -3


async def test_goods_may_come_in_while_the_sum_is_still_negative(shop: Any) -> None:
    product = await shop.add(variants=[{"inventory_policy": "continue", "quantity": -5}])
    variant = product.variants[0]
    await shop.update(product, variants=[{"id": variant.id, "inventory_policy": "deny"}])
    await shop.move(variant, 2)
    assert (await shop.get(product.id)).variants[0].stock[0].on_hand == -3
    with pytest.raises(UserError):
        await shop.move(variant, -1)


async def test_the_sum_stays_possible(shop: Any) -> None:
    product = await shop.add(variants=[{"quantity": limits.QUANTITY_MAX, "inventory_policy": "continue"}])
    with pytest.raises(UserError) as caught:
        await shop.move(product.variants[0], 1)
    assert caught.value.code == "too_big"
    low = await shop.add(variants=[{"quantity": -limits.QUANTITY_MAX, "inventory_policy": "continue"}])
    with pytest.raises(UserError) as caught:
        await shop.move(low.variants[0], -1)
    assert caught.value.code == "too_small"


async def test_locations_count_apart(shop: Any) -> None:
    product = await shop.add(variants=[{"quantity": 5}])
    variant = product.variants[0]
    annex = await add_location(shop, "Annex")
    await shop.move(variant, 2, location_id=annex)
    with pytest.raises(UserError):
        await shop.move(variant, -3, location_id=annex)
    stock = (await shop.get(product.id)).variants[0].stock
    assert [(level.location_name, level.on_hand) for level in stock] == [("Main", 5), ("Annex", 2)]
    with pytest.raises(NotFound) as caught:
        await shop.move(variant, 1, location_id=new_id())
    assert caught.value.params["kind"] == "location"


async def test_the_default_location_is_made_once(shop: Any) -> None:
    assert await shop.catalog.locations(shop.ctx) == ()
    first = await shop.catalog.ensure_location(shop.ctx)
    product = await shop.add(variants=[{"quantity": 1}])
    assert product.variants[0].stock[0].location_id == first
    assert await shop.catalog.ensure_location(shop.ctx) == first
    [location] = await shop.catalog.locations(shop.ctx)
    assert (location.id, location.name, location.code, location.is_default) == (first, "Main", "main", True)


async def test_variants_that_are_not_there(shop: Any) -> None:
    product = await shop.add()
    await shop.act("trash", product)
    with pytest.raises(UserError) as caught:
        await shop.move(product.variants[0], 1)
    assert caught.value.code == "in_trash"
    await shop.act("purge", product)
    with pytest.raises(NotFound):
        await shop.move(product.variants[0], 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.integers(-20, 20),
    policy=st.sampled_from(["deny", "continue"]),
    deltas=st.lists(st.integers(-9, 9), max_size=8),
)
async def test_on_hand_is_the_sum_of_what_was_recorded(shop: Any, first: int, policy: str, deltas: list[int]) -> None:
    """Whatever is asked for and refused, ledger, level and events tell the same sum."""
    head = await shop.log.head()
    first = max(first, 0) if policy == "deny" else first
    product = await shop.add(variants=[{"quantity": first, "inventory_policy": policy}])
    variant, expected = product.variants[0], first
    for delta in deltas:
        if policy == "deny" and expected + delta < 0 and delta < 0:
            with pytest.raises(UserError):
                await shop.move(variant, delta)
        else:
            await shop.move(variant, delta)
            expected += delta
    now = await shop.get(product.id)
    moved = [event.data for event in await shop.events(head) if event.event_type == "inventory.updated"]
    movements = await shop.catalog.movements(shop.ctx, product.id)
    assert sum(level.on_hand for level in now.variants[0].stock) == expected
    assert sum(movement.delta for movement in movements) == expected
    assert [event["delta"] for event in moved] == [movement.delta for movement in reversed(movements)]
    quantity = 0
    for event in moved:
        assert event["old_quantity"] == quantity
        quantity = event["new_quantity"]
    assert quantity == expected

"""What went wrong in RusToK and must not here; each test carries the number of the fault in our list of them.

The faults of delivery (2, 3, 5, 6) are with the log's readers, those of servers (18, 19) have no place here.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from rustok_desktop.commerce.schemas import AdjustStock, CreateProduct, ProductCommand, UpdateProduct
from rustok_desktop.commerce.stock_schemas import ReserveStock, SetThreshold
from rustok_desktop.core import limits
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Invalid
from rustok_desktop.core.event_types import EventInvalid
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.index.schemas import ProductQuery
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UniqueViolation, UnitOfWork
from rustok_desktop.testing import (
    TemporaryShop,
    a_product,
    an_edit_of,
    assert_event,
    assert_forbidden,
    assert_no_event,
    assert_refused,
    assert_unchanged,
    customer_context,
    indexed,
    manager_context,
)


async def _found(shop: TemporaryShop, **ctx: str) -> list[tuple[str, str]]:
    from dataclasses import replace

    page = await shop.platform.listing.page(replace(shop.ctx, **ctx), ProductQuery())  # type: ignore[arg-type]
    return [(row.product_id, row.title) for row in page.rows]


async def test_fault_1_an_event_nobody_listens_for_is_kept(tmp_path: Path) -> None:
    database = Database(tmp_path / "shop.db", utc_now)
    await database.open()
    bus, log = TransactionalEventBus(), EventLog(database.reader, Upcasters())
    tenant = new_id()
    event = NewEvent("tenant.created", "tenant", tenant, {"tenant_id": tenant})
    ctx = Context(tenant_id=tenant, role=Role.SUPER_ADMIN)
    await database.writer.run(lambda uow: bus.publish_in_tx(uow, ctx, event))
    assert [kept.event_type for kept in await log.read()] == ["tenant.created"]
    await database.close()


async def test_fault_4_an_event_that_comes_twice_changes_nothing(rustok_shop: TemporaryShop) -> None:
    await rustok_shop.add(a_product().titled("Once"))
    await indexed(rustok_shop)
    before = await _found(rustok_shop)
    await rustok_shop.platform.consumers.replay("index.products", 0)
    await indexed(rustok_shop)
    assert await _found(rustok_shop) == before


async def test_fault_7_every_change_is_told(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().titled("Mug").tagged("new").stocked(1).published())
    assert_event(rustok_shop, "product.published", product.id)
    assert_event(rustok_shop, "inventory.updated", product.id, delta=1)
    await rustok_shop.platform.tenants.enable_locale(rustok_shop.ctx, "ru")
    edit = an_edit_of(product).titled("Кружка", locale="ru").variant(barcode="4006381333931").priced(1200)
    await rustok_shop.catalog.update_product(rustok_shop.ctx, edit.having(tags=["old"]).build())
    told = assert_event(rustok_shop, "product.updated", product.id).data["changes"]
    variant = product.variants[0].id
    assert told["title@ru"] == [None, "Кружка"]
    assert told["tags"] == [["new"], ["old"]]
    assert told[f"variants/{variant}/barcode"] == [None, "4006381333931"]
    assert_event(rustok_shop, "variant.updated", product.id, variant_id=variant)
    assert_event(rustok_shop, "price.updated", product.id, new_amount=1200)


async def test_fault_8_a_status_changes_by_its_acts_only(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add()
    catalog, ctx, command = rustok_shop.catalog, rustok_shop.ctx, ProductCommand(product_id=product.id)
    with pytest.raises(ValidationError):
        an_edit_of(product).having(status="archived").build()
    async with assert_unchanged(rustok_shop):
        await assert_refused(catalog.unpublish(ctx, command), "bad_transition")
        await assert_refused(catalog.unarchive(ctx, command), "bad_transition")
    await catalog.archive(ctx, command)
    await assert_refused(catalog.publish(ctx, command), "bad_transition")


async def test_fault_9_a_handle_is_unique_per_shop_and_language_in_the_file(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().with_handle("mug"))
    second = a_product().titled("Other").with_handle("mug")
    with pytest.raises(Invalid):
        await rustok_shop.add(second)
    neighbour = await rustok_shop.neighbour()
    theirs = await neighbour.add(second)
    assert theirs.translations["en"].handle == "mug"
    other = await rustok_shop.add(a_product().titled("Other"))
    force = prepare("UPDATE product_translations SET handle = 'mug' WHERE product_id = :id")

    def past_the_service(uow: UnitOfWork) -> None:
        uow.run(force, id=other.id)

    with pytest.raises(UniqueViolation):
        await rustok_shop.platform.database.writer.run(past_the_service)
    assert product.translations["en"].handle == "mug"


async def test_fault_10_an_edit_touches_its_own_language_only(rustok_shop: TemporaryShop) -> None:
    await rustok_shop.platform.tenants.enable_locale(rustok_shop.ctx, "ru")
    product = await rustok_shop.add(a_product().titled("Mug").titled("Кружка", locale="ru"))
    await rustok_shop.catalog.update_product(rustok_shop.ctx, an_edit_of(product).titled("Cup").build())
    words = (await rustok_shop.get(product.id)).translations
    assert (words["en"].title, words["ru"]) == ("Cup", product.translations["ru"])
    assert set(assert_event(rustok_shop, "product.updated").data["changes"]) == {"title@en"}


async def test_fault_11_nobody_overwrites_unseen_and_nothing_is_deleted_at_once(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add()
    catalog, ctx = rustok_shop.catalog, rustok_shop.ctx
    await catalog.update_product(ctx, an_edit_of(product).having(vendor="Kiln").build())
    async with assert_unchanged(rustok_shop):
        await assert_refused(
            catalog.update_product(ctx, an_edit_of(product).having(vendor="Loom").build()), "version_conflict"
        )
        await assert_refused(catalog.purge(ctx, ProductCommand(product_id=product.id)), "not_in_trash")
    await catalog.trash(ctx, ProductCommand(product_id=product.id))
    assert (await rustok_shop.get(product.id)).deleted_at is not None
    await catalog.restore(ctx, ProductCommand(product_id=product.id))
    entries = (await rustok_shop.platform.history.entries(ctx, "product", product.id)).entries
    assert [entry.act for entry in entries] == ["restored", "trashed", "updated", "created"]


async def test_fault_12_low_is_below_the_threshold_and_told_once(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().stocked(5))
    inventory, catalog, ctx = rustok_shop.platform.inventory, rustok_shop.catalog, rustok_shop.ctx
    variant = product.variants[0].id
    await inventory.set_threshold(ctx, SetThreshold(variant_id=variant, threshold=3))
    await catalog.adjust_stock(ctx, AdjustStock(variant_id=variant, delta=-2))
    assert_no_event(rustok_shop, "inventory.low")  # three are not fewer than three
    for _ in range(2):
        await catalog.adjust_stock(ctx, AdjustStock(variant_id=variant, delta=-1))
    low = rustok_shop.events.of_type("inventory.low")
    assert [event.data["remaining"] for event in low] == [2]
    assert len(rustok_shop.events.of_type("inventory.updated")) == 4  # also the first five: nothing moves silently


async def test_fault_12_a_reservation_reserves_at_the_one_default_location(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().stocked(3))
    inventory, catalog, ctx = rustok_shop.platform.inventory, rustok_shop.catalog, rustok_shop.ctx
    variant = product.variants[0]
    assert [location.is_default for location in await catalog.locations(ctx)] == [True]
    await inventory.reserve(ctx, ReserveStock(variant_id=variant.id, quantity=2))
    level = await inventory.level(ctx, variant.id, variant.stock[0].location_id)
    assert (level.on_hand, level.reserved, level.available) == (3, 2, 1)
    async with assert_unchanged(rustok_shop):
        await assert_refused(
            inventory.reserve(ctx, ReserveStock(variant_id=variant.id, quantity=2)), "insufficient_inventory"
        )
        await assert_refused(
            catalog.adjust_stock(ctx, AdjustStock(variant_id=variant.id, delta=-2)), "insufficient_inventory"
        )


async def test_fault_13_prices_obey_one_rule_everywhere_and_change_as_a_whole(rustok_shop: TemporaryShop) -> None:
    async with assert_unchanged(rustok_shop):
        await assert_refused(rustok_shop.add(a_product().priced(1000, compare_at=900)), "compare_at_below_price")
    sizes = await rustok_shop.add(a_product().with_options(Size=["S", "M"]).priced(1000))
    bad = [{"currency_code": "USD", "amount": 1000, "compare_at_amount": 900}]
    edit = an_edit_of(sizes).priced(1100, variant=0).variant(1, prices=bad).build()
    async with assert_unchanged(rustok_shop):
        await assert_refused(rustok_shop.catalog.update_product(rustok_shop.ctx, edit), "compare_at_below_price")
    assert await rustok_shop.get(sizes.id) == sizes


async def test_fault_14_commerce_asks_for_permissions(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().stocked(1))
    catalog, manager, customer = rustok_shop.catalog, manager_context(rustok_shop), customer_context(rustok_shop)
    command = ProductCommand(product_id=product.id)
    async with assert_unchanged(rustok_shop):
        await assert_forbidden(catalog.publish(customer, command))
        await assert_forbidden(catalog.adjust_stock(customer, AdjustStock(variant_id=product.variants[0].id, delta=1)))
        await assert_forbidden(catalog.purge(manager, command))
    await catalog.publish(manager, command)
    assert assert_event(rustok_shop, "product.published").actor_id == manager.actor_id


@pytest.mark.parametrize(
    ("word", "value", "code"),
    [
        ("barcode", "4006381333932", "bad_barcode_check"),
        ("barcode", "4.00638E+12", "barcode_destroyed"),
    ],
)
async def test_fault_15_validators_bite_where_a_product_is_saved(
    rustok_shop: TemporaryShop, word: str, value: str, code: str
) -> None:
    product = await rustok_shop.add()
    async with assert_unchanged(rustok_shop):
        await assert_refused(rustok_shop.add(a_product().with_barcode(value)), code)
        edit = an_edit_of(product).variant(**{word: value}).build()
        await assert_refused(rustok_shop.catalog.update_product(rustok_shop.ctx, edit), code)


@pytest.mark.parametrize(
    "given",
    [
        {"vendor": "x" * (limits.VENDOR + 1)},
        {"translations": {"en": {"title": "x" * (limits.TITLE + 1)}}},
        {"translations": {"en": {"title": "   "}}},
        {"variants": [{"sku": "x" * (limits.SKU + 1)}]},
        {"variants": [{"prices": [{"currency_code": "usd", "amount": 1}]}]},
        {"variants": [{"prices": [{"currency_code": "USD", "amount": -1}]}]},
        {"variants": [{"weight_mg": -1}]},
        {"nonsense": 1},
    ],
)
def test_fault_15_commands_refuse_what_breaks_a_rule(given: dict[str, object]) -> None:
    sound = {"translations": {"en": {"title": "Mug"}}, "variants": [{}]}
    assert CreateProduct.model_validate(sound)
    with pytest.raises(ValidationError):
        CreateProduct.model_validate({**sound, **given})


async def test_fault_15_an_event_that_breaks_its_rule_undoes_the_change(rustok_shop: TemporaryShop) -> None:
    bus, ctx = rustok_shop.platform.bus, rustok_shop.ctx
    rename = prepare("UPDATE tenants SET name = 'changed' WHERE id = :id")

    def work(uow: UnitOfWork) -> None:
        uow.run(rename, id=ctx.tenant_id)
        bus.publish_in_tx(uow, ctx, NewEvent("product.updated", "product", new_id(), {"product_id": "no id"}))

    async with assert_unchanged(rustok_shop):
        with pytest.raises(EventInvalid):
            await rustok_shop.platform.database.writer.run(work)
    assert (await rustok_shop.platform.tenants.get("default")).name != "changed"


async def test_fault_16_a_long_language_tag_passes_everywhere(rustok_shop: TemporaryShop) -> None:
    await rustok_shop.platform.tenants.enable_locale(rustok_shop.ctx, "es-419")
    product = await rustok_shop.add(a_product().titled("Mug").titled("Taza", locale="es-419"))
    await indexed(rustok_shop)
    assert await _found(rustok_shop, locale="es-419") == [(product.id, "Taza")]


async def test_fault_17_lists_fall_back_to_another_language(rustok_shop: TemporaryShop) -> None:
    tenants, ctx = rustok_shop.platform.tenants, rustok_shop.ctx
    await tenants.enable_locale(ctx, "ru")
    await tenants.enable_locale(ctx, "kk", fallback="ru")
    both = await rustok_shop.add(a_product().titled("Mug").titled("Кружка", locale="ru"))
    english = await rustok_shop.add(a_product().titled("Bowl"))
    await indexed(rustok_shop)
    assert dict(await _found(rustok_shop, locale="kk")) == {both.id: "Кружка", english.id: "Bowl"}
    assert dict(await _found(rustok_shop, locale="de")) == {both.id: "Mug", english.id: "Bowl"}


async def test_fault_20_who_moved_stock_and_why_is_kept(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().stocked(5))
    manager = manager_context(rustok_shop)
    command = AdjustStock(variant_id=product.variants[0].id, delta=-1, reason="damaged", reference="shelf 4")
    await rustok_shop.catalog.adjust_stock(manager, command)
    line = (await rustok_shop.catalog.movements(rustok_shop.ctx, product.id))[0]
    assert (line.delta, line.reason, line.reference, line.actor_id) == (-1, "damaged", "shelf 4", manager.actor_id)
    event = assert_event(rustok_shop, "inventory.updated", product.id, reason="damaged", reference="shelf 4")
    assert event.actor_id == manager.actor_id


def test_an_edit_without_a_version_cannot_be_built() -> None:
    with pytest.raises(ValidationError):
        UpdateProduct.model_validate({"product_id": new_id()})

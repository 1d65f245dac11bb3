"""The tools for tests, used as somebody who builds on the shop would."""

from __future__ import annotations

import asyncio
import csv
import errno
import shutil
from pathlib import Path

import pytest

from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import NotFound
from rustok_desktop.index.schemas import ProductQuery
from rustok_desktop.testing import (
    RecordingBus,
    TemporaryShop,
    a_product,
    admin_context,
    an_edit_of,
    assert_event,
    assert_forbidden,
    assert_no_event,
    assert_refused,
    assert_unchanged,
    customer_context,
    eventually,
    indexed,
    manager_context,
    super_admin_context,
    temporary_shop,
)


async def test_a_shop_is_open_inside_and_gone_afterwards() -> None:
    async with temporary_shop() as shop:
        directory = shop.platform.settings.data_dir
        assert await shop.platform.log.head() > 0  # the shop itself
        assert shop.events.events == ()
        await shop.add()
    assert not directory.exists()


async def test_a_directory_that_was_given_is_kept(tmp_path: Path) -> None:
    async with temporary_shop(tmp_path / "kept") as shop:
        product = await shop.add(a_product().titled("Kept"))
    async with temporary_shop(tmp_path / "kept") as shop:
        assert (await shop.get(product.id)).translations["en"].title == "Kept"
        await shop.add()
        assert shop.events.types == ["product.created"]  # not what was recorded the time before


async def test_builder_words_become_a_product(rustok_shop: TemporaryShop) -> None:
    plain = a_product().titled("Shirt")
    built = (
        plain.with_options(Size=["S", "M"], Colour="Red")
        .with_sku("SHIRT")
        .priced(1250, compare_at=1500, cost=400)
        .priced(1100, "EUR")
        .stocked(3)
        .from_vendor("Loom")
        .tagged("new", "warm")
        .described("<p>Soft</p>")
        .sold_without_stock()
        .published()
    )
    shirt = await rustok_shop.add(built)
    assert [variant.option_values for variant in shirt.variants] == [("S", "Red"), ("M", "Red")]
    assert [variant.sku for variant in shirt.variants] == ["SHIRT-1", "SHIRT-2"]
    prices = {price.currency_code: price for price in shirt.variants[1].prices}
    assert (prices["USD"].amount, prices["USD"].compare_at_amount, prices["USD"].cost_amount) == (1250, 1500, 400)
    assert prices["EUR"].amount == 1100
    assert {level.on_hand for variant in shirt.variants for level in variant.stock} == {3}
    assert (shirt.vendor, shirt.tags, shirt.status) == ("Loom", ("new", "warm"), "active")
    assert {variant.inventory_policy for variant in shirt.variants} == {"continue"}
    assert plain.build().vendor is None  # a word makes a new builder


async def test_an_edit_carries_the_version_it_was_based_on(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().priced(1000))
    catalog, ctx = rustok_shop.catalog, rustok_shop.ctx
    edit = an_edit_of(product).titled("Cup").priced(1200).having(vendor="Kiln")
    await catalog.update_product(ctx, edit.build())
    changed = await rustok_shop.get(product.id)
    assert changed.translations["en"].title == "Cup"
    assert changed.variants[0].prices[0].amount == 1200
    await assert_refused(catalog.update_product(ctx, edit.build()), "version_conflict")
    await catalog.update_product(ctx, edit.as_of(changed.version).titled("Bowl").build())


async def test_events_are_recorded_in_order_and_only_when_committed(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().stocked(2))
    edit = an_edit_of(product).having(vendor="Kiln").build()
    await rustok_shop.catalog.update_product(rustok_shop.ctx, edit)
    events = rustok_shop.events
    assert events.types[0] == "product.created"
    assert events.types[-1] == "product.updated"
    assert [event.seq for event in events.events] == sorted(event.seq for event in events.events)
    assert len(events.of_type("inventory.updated")) == 1
    assert {event.aggregate_id for event in events.for_aggregate(product.id)} == {product.id}
    assert events.for_tenant(rustok_shop.ctx.tenant_id) == list(events.events)
    found = assert_event(rustok_shop, "product.updated", product.id, changes={"vendor": [None, "Kiln"]})
    assert found == (await rustok_shop.platform.log.read(descending=True, limit=1))[0]
    events.clear()
    async with assert_unchanged(rustok_shop):
        await assert_refused(rustok_shop.catalog.update_product(rustok_shop.ctx, edit), "version_conflict")
    assert events.events == ()


async def test_an_import_is_recorded_too(rustok_shop: TemporaryShop, tmp_path: Path) -> None:
    path = tmp_path / "mugs.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["Handle", "Title", "Variant Price"], ["mug", "Mug", "12.50"]])
    await rustok_shop.platform.imports.run(rustok_shop.ctx, path)
    assert "product.created" in rustok_shop.events.types


async def test_roles_see_the_same_shop_with_other_rights(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add()
    roles = [super_admin_context, admin_context, manager_context, customer_context]
    contexts = [role(rustok_shop) for role in roles]
    assert [ctx.role for ctx in contexts] == list(Role)
    assert {ctx.tenant_id for ctx in contexts} == {rustok_shop.ctx.tenant_id}
    assert len({ctx.actor_id for ctx in contexts}) == 4
    edit = an_edit_of(product).having(vendor="x").build()
    async with assert_unchanged(rustok_shop):
        await assert_forbidden(rustok_shop.catalog.update_product(contexts[-1], edit))


async def test_a_neighbour_shares_the_file_and_nothing_else(rustok_shop: TemporaryShop) -> None:
    other = await rustok_shop.neighbour("other", "de", "en", currency="EUR")
    product = await rustok_shop.add()
    with pytest.raises(NotFound):
        await other.get(product.id)
    theirs = await other.add(a_product().titled("Tasse", locale="de"))
    assert theirs.currency_code == "EUR"
    assert rustok_shop.events.for_tenant(other.ctx.tenant_id)[-1].aggregate_id == theirs.id


async def test_lists_show_what_was_saved_once_indexed(rustok_shop: TemporaryShop) -> None:
    product = await rustok_shop.add(a_product().titled("Teapot"))
    await indexed(rustok_shop)
    page = await rustok_shop.platform.listing.page(rustok_shop.ctx, ProductQuery(text="teap"))
    assert [row.product_id for row in page.rows] == [product.id]


async def test_a_consumer_that_does_not_follow_is_named(rustok_shop: TemporaryShop) -> None:
    await rustok_shop.platform.consumers.stop()
    await rustok_shop.add()
    with pytest.raises(AssertionError, match=r"index\.products: \d behind"):
        await indexed(rustok_shop, patience=0.05)


async def test_eventually_waits_for_plain_and_async_conditions() -> None:
    asked = 0

    async def third() -> int:
        nonlocal asked
        asked += 1
        return asked if asked == 3 else 0

    assert await eventually(third) == 3
    task = asyncio.ensure_future(asyncio.sleep(0.01))
    assert await eventually(task.done) is True


async def test_eventually_tells_the_last_reason() -> None:
    def never() -> bool:
        raise AssertionError("still dark")

    with pytest.raises(AssertionError, match="not within") as caught:
        await eventually(never, patience=0.03)
    assert "still dark" in str(caught.value.__cause__)


async def test_assertions_can_fail(rustok_shop: TemporaryShop, rustok_events: RecordingBus) -> None:
    catalog, ctx = rustok_shop.catalog, rustok_shop.ctx
    with pytest.raises(AssertionError, match="not refused"):
        await assert_forbidden(catalog.locations(ctx))
    with pytest.raises(AssertionError, match="not for lack of a permission"):
        await assert_forbidden(catalog.get_product(ctx, ctx.tenant_id))
    with pytest.raises(AssertionError, match="refused with not_found"):
        await assert_refused(catalog.get_product(ctx, ctx.tenant_id), "version_conflict")
    with pytest.raises(AssertionError, match=r"changed: product\.created"):
        async with assert_unchanged(rustok_shop):
            await rustok_shop.add(a_product().from_vendor("Kiln"))
    with pytest.raises(AssertionError, match=r"recorded:\n  product\.created"):
        assert_event(rustok_shop, "product.created", changes={"vendor": [None, "Loom"]})
    with pytest.raises(AssertionError, match="was recorded"):
        assert_no_event(rustok_shop, "product.created")
    assert_no_event(rustok_shop, "product.deleted")
    assert rustok_events.types[0] == "product.created"


async def test_its_directory_goes_even_if_something_is_still_put_there(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[Path] = []
    rmtree = shutil.rmtree

    def busy(folder: Path) -> None:
        tries.append(folder)
        if len(tries) < 3:
            raise OSError(errno.ENOTEMPTY, "Directory not empty")
        rmtree(folder)

    async with temporary_shop() as shop:
        folder = shop.platform.directory.root
        monkeypatch.setattr(shutil, "rmtree", busy)
    assert tries == [folder] * 3
    assert not folder.exists()

"""What happens in the catalog shows in the index."""

from __future__ import annotations

import pytest

from rustok_desktop.core.context import Context
from rustok_desktop.core.events import NewEvent
from rustok_desktop.index.projector import DIRECT
from rustok_desktop.index.schemas import ProductQuery, StatusFilter
from rustok_desktop.outbox.bus import TransactionalEventBus

from .conftest import IndexedShop


def _price(amount: int, compare_at: int | None = None) -> list[dict[str, object]]:
    return [{"currency_code": "USD", "amount": amount, "compare_at_amount": compare_at}]


async def test_a_new_product_has_a_whole_row(indexed: IndexedShop) -> None:
    product = await indexed.add(
        "Ramen bowl, <indigo>",
        vendor="Kiln & Clay",
        product_type="Bowls",
        tags=["new", "blue"],
        options=[{"name": "Size", "values": ["S", "L"]}],
        variants=[
            {"option_values": ["S"], "sku": "BWL-201", "prices": _price(3800, 4500), "quantity": 3},
            {"option_values": ["L"], "sku": "BWL-202", "prices": _price(4800), "quantity": 1},
        ],
        images=[{"url": "https://img.example/1.jpg"}, {"url": "https://img.example/2.jpg"}],
    )
    await indexed.follow()
    (row,) = await indexed.rows()
    assert row.product_id == product.id
    assert (row.title, row.handle) == ("Ramen bowl, <indigo>", "ramen-bowl-indigo")
    assert (row.vendor, row.product_type, row.tags) == ("Kiln & Clay", "Bowls", ("new", "blue"))
    assert (row.sku, row.variant_count) == ("BWL-201", 2)
    assert (row.currency_code, row.price_min, row.price_max, row.compare_at_max) == ("USD", 3800, 4800, 4500)
    assert (row.on_hand, row.stock_state) == (4, "low")
    assert row.thumbnail_url == "https://img.example/1.jpg"
    assert (row.version, row.updated_at, row.in_trash) == (product.version, product.updated_at, False)


@pytest.mark.parametrize(("quantity", "state"), [(0, "out"), (5, "low"), (6, "in")])
async def test_stock_states(indexed: IndexedShop, quantity: int, state: str) -> None:
    product = await indexed.add()
    await indexed.follow()
    if quantity:
        await indexed.stock(product.id, quantity)
    await indexed.follow()
    (row,) = await indexed.rows()
    assert (row.on_hand, row.stock_state) == (quantity, state)


async def test_what_is_not_counted_is_untracked(indexed: IndexedShop) -> None:
    await indexed.add(variants=[{"manage_inventory": False}])
    await indexed.follow()
    (row,) = await indexed.rows()
    assert (row.stock_state, row.price_min) == ("untracked", None)


async def test_an_edit_keeps_the_row_and_replaces_the_words(indexed: IndexedShop) -> None:
    product = await indexed.add("Stoneware mug")
    await indexed.follow()
    (before,) = await indexed.rows()
    await indexed.update(product.id, translations={"en": {"title": "Porcelain cup"}}, tags=["x"])
    await indexed.follow()
    (after,) = await indexed.rows()
    assert (after.index_id, after.title, after.tags) == (before.index_id, "Porcelain cup", ("x",))
    assert await indexed.titles("stoneware") == []
    assert await indexed.titles("porcelain") == ["Porcelain cup"]


async def test_the_trash_and_the_way_back(indexed: IndexedShop) -> None:
    product = await indexed.add("Butter dish", tags=["kitchen"])
    await indexed.act("trash", product.id)
    await indexed.follow()
    trash = ProductQuery(status=StatusFilter.TRASH)
    assert await indexed.rows() == ()
    assert await indexed.titles("butter") == []
    assert [row.in_trash for row in await indexed.rows(trash)] == [True]
    assert len(await indexed.rows(ProductQuery(text="butter", status=StatusFilter.TRASH, tag="kitchen"))) == 1
    await indexed.act("restore", product.id)
    await indexed.follow()
    assert await indexed.titles("butter") == ["Butter dish"]
    assert await indexed.rows(trash) == ()
    await indexed.contents()


async def test_a_purged_product_leaves_nothing(indexed: IndexedShop) -> None:
    product = await indexed.add("Teapot", tags=["tea"])
    await indexed.follow()
    await indexed.act("trash", product.id)
    await indexed.act("purge", product.id)
    await indexed.follow()
    assert await indexed.contents() == []
    assert (await indexed.listing.facets(indexed.ctx)).tags == ()


async def test_words_come_from_the_nearest_language(indexed: IndexedShop) -> None:
    await indexed.enable("ru")
    await indexed.add("Leather gloves", ru="Кожаные перчатки")
    await indexed.add("Mug")
    await indexed.follow()
    russian = Context(indexed.ctx.tenant_id, indexed.ctx.role, locale="ru")
    rows = (await indexed.listing.page(russian, ProductQuery())).rows
    assert {row.title for row in rows} == {"Кожаные перчатки", "Mug"}
    assert {row.title for row in await indexed.rows()} == {"Leather gloves", "Mug"}
    hits = (await indexed.searching.search(russian, "перчатка")).hits
    assert [hit.row.title for hit in hits] == ["Кожаные перчатки"]
    assert await indexed.titles("перчатка") == []


async def test_a_language_without_rows_shows_the_default_one(indexed: IndexedShop) -> None:
    await indexed.add("Mug")
    await indexed.follow()
    german = Context(indexed.ctx.tenant_id, indexed.ctx.role, locale="de")
    assert [row.title for row in (await indexed.listing.page(german, ProductQuery())).rows] == ["Mug"]


async def test_a_new_language_fills_the_whole_shop(indexed: IndexedShop, bus: TransactionalEventBus) -> None:
    await indexed.add("Mug")
    await indexed.follow()
    await indexed.enable("ru")
    tenant = indexed.ctx.tenant_id
    event = NewEvent("locale.enabled", "tenant", tenant, {"tenant_id": tenant, "locale": "ru"})
    await indexed.database.writer.run(lambda uow: bus.publish_in_tx(uow, indexed.ctx, event))
    await indexed.follow()
    assert [row[1] for row in await indexed.contents()] == ["en", "ru"]


async def test_many_at_once_go_through_the_worker_to_the_same_end(indexed: IndexedShop) -> None:
    for number in range(DIRECT + 5):
        await indexed.add(f"Mug {number:03d}", variants=[{"sku": f"MUG-{number:03d}", "prices": _price(number)}])
    await indexed.follow()
    by_worker = await indexed.contents()
    assert len(by_worker) == DIRECT + 5
    ids = [row.index_id for row in sorted(await indexed.rows(limit=200), key=lambda row: row.title)]
    assert ids == sorted(ids)  # ids grow in the order of creation
    for row in by_worker:
        await indexed.stock(row[0], 1)
        await indexed.stock(row[0], -1)
        await indexed.follow()
    again = await indexed.contents()
    assert [row[:5] + row[6:23] + row[24:] for row in again] == [row[:5] + row[6:23] + row[24:] for row in by_worker]


async def test_an_older_document_never_overwrites_a_newer_one(indexed: IndexedShop) -> None:
    """The worker read the product, then somebody saved: the save's own event brings the newer words."""
    products = [await indexed.add(f"Mug {n}") for n in range(DIRECT + 1)]
    batch = await indexed.service._log.refs(0, 500, indexed.service.projector.event_types)
    effect = await indexed.service.projector.prepare(batch)
    assert effect is not None
    await indexed.update(products[0].id, translations={"en": {"title": "Newer"}})
    await indexed.database.writer.run(effect)
    assert len(await indexed.contents()) == DIRECT
    await indexed.follow()
    assert await indexed.titles("newer") == ["Newer"]


async def test_shops_do_not_see_each_other(indexed: IndexedShop, stranger: Context) -> None:
    await indexed.add("Mug", vendor="Secret", variants=[{"sku": "MUG-1"}])
    await indexed.follow()
    assert (await indexed.listing.page(stranger, ProductQuery())).rows == ()
    assert (await indexed.listing.count(stranger, ProductQuery(text="mug"))).value == 0
    assert (await indexed.searching.search(stranger, "mug-1")).hits == ()
    assert (await indexed.listing.facets(stranger)).vendors == ()
    assert (await indexed.service.status(stranger))[0].rows == 0

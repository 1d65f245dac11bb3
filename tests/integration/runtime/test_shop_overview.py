"""The first page's facts on a real shop: counts, activity, stock value, searches without hits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from rustok_desktop.app import Platform, Settings, open_platform
from rustok_desktop.commerce.schemas import (
    AdjustStock,
    CreateProduct,
    PriceInput,
    ProductCommand,
    TranslationInput,
    TranslationPatch,
    UpdateProduct,
    VariantInput,
)
from rustok_desktop.content.schemas import DraftWords, NodeCommand, SaveDraft
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import Forbidden
from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange.demo import write_shopify_csv
from rustok_desktop.exchange.schemas import ImportOptions
from rustok_desktop.index.empty_searches import KEPT
from rustok_desktop.storage.statements import prepare
from rustok_desktop.testing import a_node


@pytest.fixture
async def platform(tmp_path: Path) -> AsyncIterator[Platform]:
    opened = await open_platform(Settings(tmp_path))
    yield opened
    await opened.close()


def mug(title: str = "Mug", *, stock: int = 0, cost: int | None = None, publish: bool = False) -> CreateProduct:
    prices = (PriceInput(currency_code="USD", amount=2400, cost_amount=cost),)
    return CreateProduct(
        translations={"en": TranslationInput(title=title)},
        variants=(VariantInput(prices=prices, quantity=stock),),
        publish=publish,
    )


async def add(platform: Platform, command: CreateProduct) -> str:
    saved = await platform.catalog.create_product(platform.context(), command)
    return saved.product_id


async def test_a_shop_is_untouched_until_somebody_names_or_fills_it(platform: Platform) -> None:
    overview, ctx = platform.overview, platform.context()
    assert await overview.untouched(ctx)
    assert await overview.empty(ctx)
    await platform.tenants.update(ctx, name="Kiln")
    assert not await overview.untouched(ctx)
    assert await overview.empty(ctx)
    await add(platform, mug())
    assert not await overview.empty(ctx)


async def test_attention_counts_what_the_read_model_has(platform: Platform) -> None:
    await add(platform, mug("Sold out", stock=0, publish=True))
    await add(platform, mug("Few", stock=2, publish=True))
    await add(platform, mug("Many", stock=900))
    await platform.consumers.drain()
    seen = await platform.overview.attention(platform.context())
    assert (seen.out, seen.low, seen.drafts, seen.products) == (1, 1, 1, 3)
    assert (seen.broken, seen.interrupted) == (0, ())


async def test_activity_says_who_what_and_from_what_to_what(platform: Platform) -> None:
    first = await add(platform, mug("Bowl"))
    view = await platform.catalog.get_product(platform.context(), first)
    change = UpdateProduct(
        product_id=first, base_version=view.version, translations={"en": TranslationPatch(title="Ramen bowl")}
    )
    await platform.catalog.update_product(platform.context(), change)
    move = AdjustStock(variant_id=view.variants[0].id, delta=12, reason="correction")
    await platform.catalog.adjust_stock(platform.context(), move)
    await platform.catalog.publish(platform.context(), ProductCommand(product_id=first))
    await platform.consumers.drain()
    page = await platform.overview.activity(platform.context())
    kinds = [(act.kind, act.title) for act in page.acts]
    assert kinds[:3] == [("published", "Ramen bowl"), ("updated", "Ramen bowl"), ("created", "Ramen bowl")]
    edits = {change.path.rpartition("/")[2]: (change.old, change.new) for change in page.acts[1].changes}
    assert edits["title@en"] == ("Bowl", "Ramen bowl")
    assert edits["stock"] == (0, 12)
    assert {act.actor_id for act in page.acts[:3]} == {platform.context().actor_id}
    assert page.next is None


async def test_activity_names_texts_those_that_are_gone_too(platform: Platform) -> None:
    nodes, ctx = platform.nodes, platform.context
    await platform.tenants.enable_locale(ctx(), "ru")
    both = a_node().titled("Wood kiln").titled("Печь", locale="ru").written("Ash")
    kept = await nodes.create_node(ctx(), both.build())
    gone = await nodes.create_node(ctx(), a_node().titled("Old news").build())
    await nodes.save_draft(ctx(), SaveDraft(node_id=kept.node_id, locale="en", words=DraftWords(title="Kilns")))
    await nodes.trash(ctx(), NodeCommand(node_id=gone.node_id))
    await platform.trash.purge(ctx(), "node", [gone.node_id])
    await platform.consumers.drain()
    acts = (await platform.overview.activity(replace(ctx(), locale="ru"))).acts
    seen = [(act.kind, act.title) for act in acts if act.subject == "node"]
    assert seen == [("deleted", "Old news"), ("trashed", "Old news"), ("created", "Old news"), ("created", "Печь")]


async def test_pages_join_without_gap_or_double(platform: Platform) -> None:
    for number in range(23):
        await add(platform, mug(f"Mug {number}"))
    await platform.consumers.drain()
    whole = [act.id for act in (await platform.overview.activity(platform.context(), limit=500)).acts]
    found: list[str] = []
    cursor, pages = None, 0
    while cursor is not None or not pages:
        page = await platform.overview.activity(platform.context(), cursor, limit=5)
        found += [act.id for act in page.acts]
        cursor, pages = page.next, pages + 1
    assert found == whole
    assert pages > 3


async def test_an_act_longer_than_one_reading_is_counted_whole(platform: Platform) -> None:
    ctx = platform.context()
    await add(platform, mug("Before"))
    for number in range(250):
        await platform.catalog.create_product(ctx, mug(f"Mug {number}"))
    page = await platform.overview.activity(platform.context())
    assert (page.acts[0].kind, page.acts[0].count) == ("created", 250)


async def test_an_import_is_one_line_with_its_counts(platform: Platform, tmp_path: Path) -> None:
    file = tmp_path / "winter.csv"
    write_shopify_csv(file, 20, 5)
    await add(platform, mug("Before"))
    await platform.imports.run(platform.context(), file, ImportOptions(format="shopify"))
    await add(platform, mug("After"))
    acts = (await platform.overview.activity(platform.context())).acts
    assert [act.kind for act in acts[:3]] == ["created", "import", "created"]
    assert (acts[1].title, acts[1].state, dict(acts[1].tally)["created"]) == (str(file), "done", 20)


async def test_an_interrupted_import_waits_until_it_is_repeated(platform: Platform, tmp_path: Path) -> None:
    file = tmp_path / "winter.csv"
    write_shopify_csv(file, 5, 5)
    await platform.imports.run(platform.context(), file, ImportOptions(format="shopify"))
    stop = prepare("UPDATE imports SET state = 'interrupted'")
    await platform.database.writer.run(lambda uow: uow.run(stop))
    assert (await platform.overview.attention(platform.context())).interrupted == ((str(file), "shopify"),)
    add_line = prepare(
        "INSERT INTO imports SELECT :id, tenant_id, source, format, 'done', tallies, actor_id, '2999', NULL"
        " FROM imports LIMIT 1"
    )
    await platform.database.writer.run(lambda uow: uow.run(add_line, id=new_id()))
    assert (await platform.overview.attention(platform.context())).interrupted == ()


async def test_stock_value_and_its_trend(platform: Platform) -> None:
    await add(platform, mug("A", stock=10, cost=500))
    await add(platform, mug("B", stock=3, cost=1000))
    await add(platform, mug("No cost", stock=7))
    (value,) = await platform.overview.stock_value(platform.context())
    assert (value.currency, value.amount, value.units) == ("USD", 8000, 13)
    assert value.trend[-1][1] == 8000
    assert value.trend[0][1] == 0
    assert len(value.trend) == 30


async def test_other_shops_and_roles(platform: Platform) -> None:
    await add(platform, mug("Ours", stock=4, cost=100))
    await platform.consumers.drain()
    other = Context(tenant_id=new_id(), role=Role.SUPER_ADMIN, actor_id=new_id())
    overview = platform.overview
    assert (await overview.attention(other)).products == 0
    assert (await overview.activity(other)).acts == ()
    assert await overview.stock_value(other) == ()
    assert await overview.untouched(other)
    assert await overview.empty(other)
    nobody = Context(tenant_id=platform.tenant.id, role=Role.CUSTOMER)
    for ask in (overview.activity, overview.stock_value, overview.untouched, overview.empty):
        with pytest.raises(Forbidden):
            await ask(nobody)


async def test_searches_without_hits_are_counted_capped_and_forgotten(platform: Platform) -> None:
    searches, ctx = platform.empty_searches, platform.context()
    for text in ("Moka  pot", "moka pot", " ", "x" * 101):
        await searches.record(ctx, text)
    assert [(found.text, found.times) for found in await searches.latest(ctx)] == [("moka pot", 2)]
    other = Context(tenant_id=new_id(), role=Role.SUPER_ADMIN)
    await searches.forget(other, "moka pot")
    assert await searches.latest(other) == ()
    assert len(await searches.latest(ctx)) == 1
    await searches.forget(ctx, "MOKA pot")
    assert await searches.latest(ctx) == ()
    for number in range(KEPT + 5):
        await searches.record(ctx, f"thing {number}")
    kept = await searches.latest(ctx, limit=1000)
    assert len(kept) == KEPT
    assert "thing 0" not in {found.text for found in kept}
    with pytest.raises(Forbidden):
        await searches.forget(Context(tenant_id=ctx.tenant_id, role=Role.CUSTOMER), "thing 9")

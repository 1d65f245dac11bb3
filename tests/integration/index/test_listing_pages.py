"""Lists: every way to read one gives the same rows in the same order, page by page, forwards and back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from rustok_desktop.core.errors import UserError
from rustok_desktop.core.text import fold
from rustok_desktop.index import listing as listing_module
from rustok_desktop.index import plans
from rustok_desktop.index.listing import page_sql
from rustok_desktop.index.listing_sql import question
from rustok_desktop.index.plans import Plan, Sizes, Way
from rustok_desktop.index.schemas import (
    Count,
    ProductQuery,
    ProductRow,
    ProductSort,
    StatusFilter,
    StockFilter,
)
from rustok_desktop.storage.statements import prepare

from .conftest import IndexedShop

WORDS = ("red", "blue", "mug", "cup", "gloves", "тарелка")
SHOP_SIZE = 60


@pytest.fixture
async def stocked(indexed: IndexedShop) -> IndexedShop:
    draw = random.Random(5)
    for number in range(SHOP_SIZE):
        title = " ".join(draw.sample(WORDS, 2)).title()
        product = await indexed.add(
            title,
            publish=draw.random() < 0.5,
            vendor=draw.choice([None, "Kiln", "Clay"]),
            product_type=draw.choice(["Kitchen", "Wear"]),
            tags=draw.sample(["new", "sale", "old"], draw.randint(0, 3)),
            description=draw.choice(["", "red things", "for a mug"]),
            variants=[
                {
                    "sku": f"SKU-{number:03d}",
                    "quantity": draw.choice([0, 3, 50]),
                    "prices": [{"currency_code": "USD", "amount": draw.choice([100, 200, 300])}]
                    if draw.random() < 0.8
                    else [],
                }
            ],
        )
        if product.status == "draft" and draw.random() < 0.2:
            await indexed.act("trash", product.id)
    await indexed.follow()
    return indexed


_KEYS: dict[ProductSort, Callable[[ProductRow], Any]] = {
    ProductSort.UPDATED: lambda row: row.updated_at,
    ProductSort.TITLE: lambda row: fold(row.title),
    ProductSort.PRICE: lambda row: -1 if row.price_min is None else row.price_min,
    ProductSort.STOCK: lambda row: row.on_hand,
}


_ONE = {"gloves": "glove", "cups": "cup"}


def _matches(query: ProductQuery, row: ProductRow, description: str) -> bool:
    states = {
        None: ("in", "low", "out"),
        StockFilter.IN: ("in", "low"),
        StockFilter.LOW: ("low",),
        StockFilter.OUT: ("out",),
    }
    typed = fold(query.text).split()
    words = {_ONE.get(word, word) for word in fold(f"{row.title} {description}").split()}
    return (
        row.in_trash == (query.status is StatusFilter.TRASH)
        and (query.status in (None, StatusFilter.TRASH) or row.status == query.status)
        and query.vendor in (None, row.vendor)
        and query.product_type in (None, row.product_type)
        and (query.tag is None or query.tag in row.tags)
        and row.stock_state in states[query.stock]
        and all(_ONE.get(word, word) in words for word in typed)
    )


QUERIES = [
    ProductQuery(),
    ProductQuery(sort=ProductSort.TITLE, descending=False),
    ProductQuery(sort=ProductSort.PRICE),
    ProductQuery(sort=ProductSort.STOCK, descending=False, stock=StockFilter.IN),
    ProductQuery(status=StatusFilter.DRAFT, sort=ProductSort.TITLE),
    ProductQuery(status=StatusFilter.TRASH),
    ProductQuery(status=StatusFilter.TRASH, text="red", sort=ProductSort.PRICE),
    ProductQuery(vendor="Kiln"),
    ProductQuery(vendor="", product_type="Kitchen", sort=ProductSort.PRICE, descending=False),
    ProductQuery(tag="sale", sort=ProductSort.TITLE),
    ProductQuery(tag="new", status=StatusFilter.ACTIVE, stock=StockFilter.OUT),
    ProductQuery(text="red"),
    ProductQuery(text="red mug", sort=ProductSort.TITLE, descending=False),
    ProductQuery(text="glove", vendor="Clay", sort=ProductSort.STOCK),
    ProductQuery(text="cups"),
    ProductQuery(text="cups тарелка", sort=ProductSort.TITLE),
    ProductQuery(text="тарелка", stock=StockFilter.LOW, tag="old"),
    ProductQuery(vendor="nobody"),
]


async def _expected(shop: IndexedShop, query: ProductQuery) -> list[str]:
    everything = [
        row for status in (None, StatusFilter.TRASH) for row in await shop.rows(ProductQuery(status=status), limit=1000)
    ]
    assert len(everything) == SHOP_SIZE
    texts = {
        row.product_id: (await shop.get(row.product_id)).translations["en"].description or "" for row in everything
    }
    found = [row for row in everything if _matches(query, row, texts[row.product_id])]
    key = _KEYS[query.sort]
    found.sort(key=lambda row: (key(row), row.index_id), reverse=query.descending)
    return [row.product_id for row in found]


def _ways(query: ProductQuery) -> list[Plan]:
    asked = question(query, "t", "en")
    found = [Plan(Way.WALK, in_order=True)]
    found += [Plan(Way.FILTER, narrowing) for narrowing in asked.filters]
    if asked.text is not None:
        found += [replace(plan, probe=True) for plan in found] + [Plan(Way.HITS)]
    return found


@pytest.mark.parametrize("query", QUERIES, ids=repr)
async def test_every_way_gives_the_same_rows(
    stocked: IndexedShop, query: ProductQuery, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = await _expected(stocked, query)
    assert [row.product_id for row in await stocked.rows(query, limit=1000)] == expected
    assert await stocked.listing.count(stocked.ctx, query) == Count(len(expected))
    for plan in _ways(query):
        monkeypatch.setattr(plans, "needs_sizes", lambda asked: True)
        monkeypatch.setattr(plans, "choose", lambda asked, sizes, need, plan=plan: plan)
        assert [row.product_id for row in await stocked.rows(query, limit=1000)] == expected, plan
        anchors = await stocked.listing.anchors(stocked.ctx, query, step=7)
        assert anchors.total == len(expected)
        starts = [(await stocked.rows(query, after=cursor, limit=1))[0].product_id for cursor in anchors.cursors]
        assert starts == expected[::7], plan


@pytest.mark.parametrize("query", [*QUERIES[:12], replace(QUERIES[11], sort=ProductSort.RELEVANCE)], ids=repr)
async def test_pages_forwards_and_back(stocked: IndexedShop, query: ProductQuery) -> None:
    whole = [row.product_id for row in await stocked.rows(query, limit=1000)]
    forwards = []
    page = await stocked.listing.page(stocked.ctx, query, limit=7)
    assert page.previous is None
    while True:
        forwards.append([row.product_id for row in page.rows])
        if page.next is None:
            break
        page = await stocked.listing.page(stocked.ctx, query, after=page.next, limit=7)
    assert [one for part in forwards for one in part] == whole
    backwards = []
    while page.previous is not None:
        page = await stocked.listing.page(stocked.ctx, query, before=page.previous, limit=7)
        backwards.append([row.product_id for row in page.rows])
    assert backwards == forwards[-2::-1]


async def test_anchors_and_skips_reach_every_row(stocked: IndexedShop) -> None:
    query = ProductQuery(sort=ProductSort.TITLE)
    whole = [row.product_id for row in await stocked.rows(query, limit=1000)]
    anchors = await stocked.listing.anchors(stocked.ctx, query, step=20)
    for number, product_id in enumerate(whole):
        (row,) = await stocked.rows(query, after=anchors.cursors[number // 20], skip=number % 20, limit=1)
        assert row.product_id == product_id
    relevance = ProductQuery(text="red", sort=ProductSort.RELEVANCE)
    found = [row.product_id for row in await stocked.rows(relevance, limit=1000)]
    anchors = await stocked.listing.anchors(stocked.ctx, relevance, step=5)
    assert anchors.total == len(found) == (await stocked.listing.count(stocked.ctx, relevance)).value
    starts = [(await stocked.rows(relevance, after=cursor, limit=1))[0].product_id for cursor in anchors.cursors]
    assert starts == found[::5]


@pytest.mark.parametrize("sort", [ProductSort.TITLE, ProductSort.RELEVANCE])
async def test_pages_from_the_end(stocked: IndexedShop, sort: ProductSort) -> None:
    query = ProductQuery(text="mug", sort=sort)
    everything = await stocked.rows(query, limit=1000)
    page = await stocked.listing.page(stocked.ctx, query, before="", skip=2, limit=5)
    assert page.rows == everything[-7:-2]
    before = await stocked.listing.page(stocked.ctx, query, before=page.previous, limit=3)
    assert before.rows == everything[-10:-7]


async def test_relevance_shows_titles_before_texts(stocked: IndexedShop) -> None:
    rows = await stocked.rows(ProductQuery(text="red", sort=ProductSort.RELEVANCE, vendor="Kiln"), limit=1000)
    in_title = ["Red" in row.title for row in rows]
    assert in_title == sorted(in_title, reverse=True)
    assert {True, False} == set(in_title)
    assert {row.vendor for row in rows} == {"Kiln"}
    for kind in (True, False):
        ids = [row.index_id for row, there in zip(rows, in_title, strict=True) if there is kind]
        assert all(one > other for one, other in pairwise(ids))


async def test_capped_counts(stocked: IndexedShop) -> None:
    total = (await stocked.listing.count(stocked.ctx, ProductQuery())).value
    assert await stocked.listing.count(stocked.ctx, ProductQuery(), cap=10) == Count(10, exact=False)
    assert await stocked.listing.count(stocked.ctx, ProductQuery(), cap=total) == Count(total)
    assert (await stocked.listing.count(stocked.ctx, ProductQuery(text="red", sort=ProductSort.RELEVANCE), cap=3)) == (
        Count(3, exact=False)
    )


async def test_a_cursor_of_another_order_is_refused(stocked: IndexedShop) -> None:
    page = await stocked.listing.page(stocked.ctx, ProductQuery(), limit=5)
    with pytest.raises(UserError) as caught:
        await stocked.listing.page(stocked.ctx, ProductQuery(sort=ProductSort.TITLE), after=page.next)
    assert caught.value.code == "bad_cursor"


async def test_facets(stocked: IndexedShop) -> None:
    facets = await stocked.listing.facets(stocked.ctx)
    assert facets.vendors == ("Clay", "Kiln")
    assert facets.product_types == ("Kitchen", "Wear")
    assert facets.tags == ("new", "old", "sale")


async def _steps(shop: IndexedShop, query: ProductQuery, plan: Plan) -> list[str]:
    asked = question(query, shop.ctx.tenant_id, "en")
    sql = page_sql(asked, plan, None, backwards=False)
    rows = await shop.database.reader.all(prepare(f"EXPLAIN QUERY PLAN {sql}"), **asked.params, limit=100, skip=0)
    return [row[3] for row in rows]


@pytest.mark.parametrize("sort", [s for s in ProductSort if s is not ProductSort.RELEVANCE])
@pytest.mark.parametrize("text", ["", "red"])
async def test_walking_never_sorts(indexed: IndexedShop, sort: ProductSort, text: str) -> None:
    query = ProductQuery(text=text, sort=sort, status=StatusFilter.ACTIVE, tag="new")
    for probe in (False, True):
        steps = await _steps(indexed, query, Plan(Way.WALK, probe=probe, in_order=True))
        (main,) = (step for step in steps if step.startswith("SEARCH p USING"))
        assert f"ix_index_products_{sort}" in main
        place = max(at for at, step in enumerate(steps) if step.startswith("SEARCH p USING"))
        # The only sort is that of the shop's scopes, of which there are a few.
        assert sum("TEMP B-TREE FOR ORDER BY" in step for step in steps[place:]) <= 1
        assert not any(step.startswith("SCAN p") for step in steps)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (ProductQuery(status=StatusFilter.DRAFT), "ix_index_products_status"),
        (ProductQuery(vendor="Kiln"), "ix_index_products_vendor"),
        (ProductQuery(product_type="Kitchen"), "ix_index_products_type"),
        (ProductQuery(stock=StockFilter.OUT), "ix_index_products_state"),
    ],
)
async def test_filters_have_an_index_in_the_order_of_time(
    indexed: IndexedShop, query: ProductQuery, index: str
) -> None:
    (narrowing,) = question(query, "t", "en").filters
    steps = await _steps(indexed, query, Plan(Way.FILTER, narrowing, in_order=True))
    assert any(step.startswith("SEARCH p USING") and index in step for step in steps)
    assert sum("TEMP B-TREE FOR ORDER BY" in step for step in steps) == 1  # the scopes'


def _sizes(hits: int | None, *filters: int) -> Sizes:
    return Sizes(100_000, hits, tuple(filters))


@pytest.mark.parametrize(
    ("query", "sizes", "way", "probe"),
    [
        (ProductQuery(text="x"), _sizes(40), Way.HITS, False),
        (ProductQuery(text="x"), _sizes(30_000), Way.WALK, True),
        (ProductQuery(text="x"), _sizes(7_900), Way.WALK, False),
        (ProductQuery(vendor="v", sort=ProductSort.TITLE), _sizes(None, 50), Way.FILTER, False),
        (ProductQuery(vendor="v", sort=ProductSort.TITLE), _sizes(None, 10_000), Way.WALK, False),
        (ProductQuery(vendor="v"), _sizes(None, 10_000), Way.FILTER, False),
        (ProductQuery(text="x", vendor="v"), _sizes(30_000, 30), Way.FILTER, True),
        (ProductQuery(text="x", vendor="v"), _sizes(20, 10_000), Way.HITS, False),
    ],
)
def test_the_cheapest_way_is_chosen(query: ProductQuery, sizes: Sizes, way: Way, probe: bool) -> None:
    plan = plans.choose(question(query, "t", "en"), sizes, need=100)
    assert (plan.way, plan.probe) == (way, probe)


def test_pages_are_bounded() -> None:
    assert listing_module.LARGEST_PAGE == 1_000

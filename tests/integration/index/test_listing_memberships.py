"""Lists narrowed by category, collection, price and by what is missing: every way to read them agrees with what the
shop itself says."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import pytest

from rustok_desktop.commerce.collections import CollectionService
from rustok_desktop.commerce.collections_schemas import AddToCollection, CreateCollection
from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.core.context import Context
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
    Without,
)
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import prepare
from rustok_desktop.taxonomy.schemas import (
    AssignProducts,
    CreateCategory,
    DeleteCategory,
    MoveCategory,
    UnassignProducts,
)
from rustok_desktop.taxonomy.service import CategoryService

from .conftest import IndexedShop

SIZE = 48
# Name and the one above it; "Wear" stands before "Wear & Co" to see that a range of paths is not one of names.
TREE = {"wear": None, "gloves": "wear", "winter": "gloves", "hats": "wear", "home": None, "empty": "home"}


@dataclass
class Placed:
    """A shop whose products stand in categories and collections, and what a person would say of each."""

    shop: IndexedShop
    categories: CategoryService
    collections: CollectionService
    ids: dict[str, str] = field(default_factory=dict)
    places: dict[str, set[str]] = field(default_factory=dict)
    collected: set[str] = field(default_factory=set)
    pictured: set[str] = field(default_factory=set)

    @property
    def ctx(self) -> Context:
        return self.shop.ctx

    def query(self, **narrow: Any) -> ProductQuery:
        """Categories and the collection by the names used here."""
        for name in ("category", "collection"):
            if name in narrow:
                narrow[name] = self.ids[narrow[name]]
        return ProductQuery(**narrow)

    def below(self, category_id: str) -> set[str]:
        names = {known: name for name, known in self.ids.items()}
        inside = {names[category_id]} if category_id in names else set()
        for name, above in TREE.items():  # parents first
            if above in inside:
                inside.add(name)
        return {self.ids[name] for name in inside}

    def passes(self, query: ProductQuery, row: ProductRow) -> bool:
        lowest = -1 if row.price_min is None else row.price_min
        priced = query.price_from is None and query.price_to is None
        return (
            row.in_trash == (query.status is StatusFilter.TRASH)
            and query.status in (None, StatusFilter.TRASH, row.status)
            and (query.stock is None or row.stock_state == query.stock)
            and query.vendor in (None, row.vendor)
            and all(word in row.title.lower() for word in query.text.split())
            and (query.category is None or bool(self.below(query.category) & self.places[row.product_id]))
            and (query.collection is None or row.product_id in self.collected)
            and (
                priced
                or max(0, query.price_from or 0) <= lowest <= (10**9 if query.price_to is None else query.price_to)
            )
            and (Without.PRICE not in query.without or row.price_min is None)
            and (Without.IMAGE not in query.without or row.product_id not in self.pictured)
            and (Without.CATEGORY not in query.without or not self.places[row.product_id])
        )

    async def expected(self, query: ProductQuery) -> list[str]:
        everything = [
            row
            for status in (None, StatusFilter.TRASH)
            for row in await self.shop.rows(ProductQuery(status=status), limit=1000)
        ]
        assert len(everything) == SIZE
        keys = {
            ProductSort.UPDATED: lambda row: row.updated_at,
            ProductSort.TITLE: lambda row: row.title.lower(),
            ProductSort.PRICE: lambda row: -1 if row.price_min is None else row.price_min,
            ProductSort.STOCK: lambda row: row.on_hand,
        }
        found = [row for row in everything if self.passes(query, row)]
        found.sort(key=lambda row: (keys[query.sort](row), row.index_id), reverse=query.descending)
        return [row.product_id for row in found]


@pytest.fixture
async def placed(indexed: IndexedShop, bus: TransactionalEventBus) -> Placed:
    writer, reader = indexed.database.writer, indexed.database.reader
    shop = Placed(indexed, CategoryService(writer, reader, bus), CollectionService(writer, reader, bus))
    for name, above in TREE.items():
        words = {"en": {"name": name}}
        command = CreateCategory.model_validate({"translations": words, "parent_id": shop.ids.get(above or "")})
        shop.ids[name] = (await shop.categories.create(shop.ctx, command)).category_id
    draw = random.Random(11)
    for number in range(SIZE):
        await _product(shop, draw, number)
    command = CreateCollection.model_validate({"translations": {"en": {"title": "Gifts"}}})
    shop.ids["gifts"] = (await shop.collections.create(shop.ctx, command)).collection_id
    shop.collected = set(draw.sample(sorted(shop.places), 17))
    added = AddToCollection(collection_id=shop.ids["gifts"], product_ids=tuple(shop.collected))
    await shop.collections.add(shop.ctx, added)
    for product_id in draw.sample(sorted(shop.places), 6):
        if (await indexed.get(product_id)).status == "draft":
            await indexed.act("trash", product_id)
    await indexed.follow()
    return shop


async def _product(shop: Placed, draw: random.Random, number: int) -> None:
    prices = [{"currency_code": "USD", "amount": draw.choice([0, 100, 250, 900])}]
    product = await shop.shop.add(
        f"{draw.choice(['Red', 'Blue'])} thing {number}",
        publish=draw.random() < 0.5,
        vendor=draw.choice([None, "Kiln"]),
        images=[{"url": "https://images.example/a.png"}] if draw.random() < 0.6 else [],
        variants=[{"quantity": draw.choice([0, 3, 50]), "prices": prices if draw.random() < 0.7 else []}],
    )
    if product.images:
        shop.pictured.add(product.id)
    names = draw.sample([name for name in TREE if name != "empty"], draw.choice([0, 0, 1, 1, 2, 3]))
    shop.places[product.id] = {shop.ids[name] for name in names}
    for name in names:
        await shop.categories.assign(shop.ctx, AssignProducts(category_id=shop.ids[name], product_ids=(product.id,)))


NARROWED: list[dict[str, Any]] = [
    {"category": "wear"},
    {"category": "gloves", "sort": ProductSort.TITLE, "descending": False},
    {"category": "winter", "sort": ProductSort.PRICE},
    {"category": "empty"},
    {"category": "home", "status": StatusFilter.DRAFT, "sort": ProductSort.STOCK},
    {"category": "wear", "status": StatusFilter.TRASH},
    {"category": "wear", "text": "red", "sort": ProductSort.TITLE},
    {"category": "wear", "collection": "gifts", "stock": StockFilter.LOW},
    {"collection": "gifts"},
    {"collection": "gifts", "vendor": "Kiln", "sort": ProductSort.PRICE, "descending": False},
    {"collection": "gifts", "status": StatusFilter.TRASH},
    {"price_from": 100, "price_to": 250},
    {"price_from": 250, "sort": ProductSort.PRICE},
    {"price_to": 100, "category": "wear"},
    {"price_from": 0},
    {"price_from": -5, "price_to": 0, "sort": ProductSort.TITLE},
    {"price_from": 300, "price_to": 200},
    {"without": (Without.IMAGE,)},
    {"without": (Without.PRICE,), "sort": ProductSort.TITLE},
    {"without": (Without.CATEGORY,)},
    {"without": (Without.CATEGORY, Without.IMAGE), "text": "blue", "sort": ProductSort.STOCK},
    {"without": (Without.IMAGE, Without.PRICE, Without.CATEGORY)},
]


def _ways(query: ProductQuery) -> list[Plan]:
    asked = question(query, "t", "en")
    found = [Plan(Way.WALK, in_order=True)]
    found += [Plan(Way.FILTER, narrowing) for narrowing in asked.filters if narrowing.drives]
    if asked.text is not None:
        found += [replace(plan, probe=True) for plan in found] + [Plan(Way.HITS)]
    return found


async def test_every_way_gives_what_the_shop_says(placed: Placed) -> None:
    lengths = []
    for narrow in NARROWED:
        query = placed.query(**narrow)
        expected = await placed.expected(query)
        lengths.append(len(expected))
        assert [row.product_id for row in await placed.shop.rows(query, limit=1000)] == expected, narrow
        assert await placed.shop.listing.count(placed.ctx, query) == Count(len(expected)), narrow
        for plan in _ways(query):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(plans, "needs_sizes", lambda asked: True)
                patch.setattr(plans, "choose", lambda asked, sizes, need, plan=plan: plan)
                assert await _in_pages(placed, query) == expected, (narrow, plan)
                anchors = await placed.shop.listing.anchors(placed.ctx, query, step=4)
                assert anchors.total == len(expected), (narrow, plan)
                for cursor, first in zip(anchors.cursors, expected[::4], strict=True):
                    assert (await placed.shop.rows(query, after=cursor, limit=1))[0].product_id == first
    assert sum(1 for length in lengths if length) >= len(NARROWED) - 3
    assert max(lengths) < SIZE


async def _in_pages(placed: Placed, query: ProductQuery) -> list[str]:
    found, after = list[str](), None
    while True:
        page = await placed.shop.listing.page(placed.ctx, query, after=after, limit=5)
        found += [row.product_id for row in page.rows]
        after = page.next
        if after is None:
            return found


async def test_a_list_follows_what_is_assigned_and_moved_at_once(placed: Placed) -> None:
    """Nothing has to be indexed again for that."""
    query = placed.query(category="gloves")
    before = {row.product_id for row in await placed.shop.rows(query, limit=1000)}
    gone, ids = next(iter(before)), placed.ids
    for name in ("gloves", "winter"):
        taken = UnassignProducts(category_id=ids[name], product_ids=(gone,))
        await placed.categories.unassign(placed.ctx, taken)
    assert {row.product_id for row in await placed.shop.rows(query, limit=1000)} == before - {gone}
    await placed.categories.move(placed.ctx, MoveCategory(category_id=ids["hats"], parent_id=ids["gloves"]))
    hats = {row.product_id for row in await placed.shop.rows(placed.query(category="hats"), limit=1000)}
    assert hats - before
    assert {row.product_id for row in await placed.shop.rows(query, limit=1000)} == (before - {gone}) | hats
    await placed.categories.delete(placed.ctx, DeleteCategory(category_id=ids["winter"]))
    assert await placed.shop.rows(placed.query(category="winter"), limit=1000) == ()


async def test_categories_of_another_shop_find_nothing(placed: Placed, stranger: Context) -> None:
    for narrow in ({"category": "wear"}, {"collection": "gifts"}):
        query = placed.query(**narrow)
        assert await placed.shop.rows(query, limit=5)
        assert (await placed.shop.listing.page(stranger, query)).rows == ()


async def test_a_purged_product_leaves_its_places(placed: Placed) -> None:
    query = placed.query(category="wear", status=StatusFilter.TRASH)
    (first, *rest) = [row.product_id for row in await placed.shop.rows(query, limit=1000)]
    await placed.shop.catalog.purge(placed.ctx, ProductCommand(product_id=first))
    await placed.shop.follow()
    assert [row.product_id for row in await placed.shop.rows(query, limit=1000)] == rest


async def test_rows_are_found_from_where_they_are_named(placed: Placed) -> None:
    for narrow, first in (
        ({"category": "wear"}, "SEARCH pc USING COVERING INDEX sqlite_autoindex_product_categories_1 (category_id=?)"),
        ({"collection": "gifts"}, "SEARCH x USING COVERING INDEX ix_collection_members_order (collection_id=?)"),
        ({"price_from": 5}, "SEARCH p USING INDEX ix_index_products_price"),
        ({"without": (Without.PRICE,)}, "SEARCH p USING INDEX ix_index_products_price"),
        ({"without": (Without.IMAGE,)}, "SEARCH p USING COVERING INDEX ix_index_products_no_image"),
        ({"without": (Without.CATEGORY,)}, "SEARCH p USING INDEX ix_index_products_product"),
    ):
        asked = question(placed.query(**narrow), placed.ctx.tenant_id, "en")
        (narrowing,) = asked.filters
        sql = page_sql(asked, Plan(Way.FILTER, narrowing), None, backwards=False)
        plan = prepare(f"EXPLAIN QUERY PLAN {sql}")
        steps = [row[3] for row in await placed.shop.database.reader.all(plan, **asked.params, limit=9, skip=0)]
        assert any(step.startswith(first) for step in steps), steps
        joined = [step for step in steps if step.startswith("SEARCH p USING")]
        by_product = "INDEX ix_index_products_product (scope=? AND in_trash=? AND product_id=?)"
        assert not narrowing.members or any(by_product in step for step in joined), steps
        assert not any(re.match(r"SCAN (p|pc|c|x|top)\b", step) for step in steps), steps


@pytest.mark.parametrize(
    ("sizes", "way"),
    [
        (Sizes(1_000_000, None, (300,)), Way.FILTER),
        (Sizes(1_000_000, None, (5_000,)), Way.FILTER),
        (Sizes(1_000_000, None, (20_000,)), Way.WALK),
        (Sizes(10_000, None, (9_000,)), Way.WALK),
    ],
)
def test_small_categories_are_gathered_and_big_ones_met_on_the_way(sizes: Sizes, way: Way) -> None:
    asked = question(ProductQuery(category="c", sort=ProductSort.TITLE), "t", "en")
    assert plans.choose(asked, sizes, need=100).way is way


def test_asking_another_table_for_every_row_has_its_price() -> None:
    sizes = Sizes(10_000, None, (1_900, 2_300))
    category = question(ProductQuery(status=StatusFilter.DRAFT, category="c", sort=ProductSort.TITLE), "t", "en")
    assert plans.choose(category, sizes, need=100).way is Way.WALK
    few = plans.choose(category, Sizes(10_000, None, (1_900, 40)), need=100)
    assert (few.driver.name if few.driver else "") == "category"


def test_what_most_products_lack_is_met_on_the_way_and_what_few_lack_is_looked_up() -> None:
    asked = question(ProductQuery(without=(Without.IMAGE, Without.CATEGORY), sort=ProductSort.TITLE), "t", "en")
    assert plans.choose(asked, Sizes(50_000, None, (10_000, 10_000)), need=100).way is Way.WALK
    few = plans.choose(asked, Sizes(1_000_000, None, (700, 700)), need=100)
    assert (few.driver.name if few.driver else "") == "no_image"
    assert all(one != other for one, other in pairwise(f.name for f in asked.filters))


@pytest.mark.parametrize(("count", "way"), [(40, Way.FILTER), (400, Way.FILTER), (2_000, Way.WALK)])
def test_a_walk_beside_another_index_has_its_price(count: int, way: Way) -> None:
    asked = question(ProductQuery(without=(Without.CATEGORY,), sort=ProductSort.TITLE), "t", "en")
    assert plans.choose(asked, Sizes(1_000_000, None, (count,)), need=100).way is way


def test_all_rows_of_a_big_category_are_gathered() -> None:
    """A page is met on the way; whoever needs every row would go over the whole shop."""
    asked = question(ProductQuery(category="c", sort=ProductSort.TITLE), "t", "en")
    every = Sizes(1_000_000, None, (110_000,), plans.WHOLE_CAP)
    assert plans.choose(asked, every, need=1 << 40).way is Way.FILTER
    narrowed = question(ProductQuery(category="c", status=StatusFilter.ACTIVE), "t", "en")
    driver = plans.for_count(narrowed, Sizes(1_000_000, None, (250_000, 22_000), plans.WHOLE_CAP)).driver
    assert (driver.name if driver else "") == "category"


@pytest.mark.parametrize(
    "narrow",
    [
        {"status": StatusFilter.DRAFT},
        {"vendor": ""},
        {"category": "c"},
        {"collection": "c"},
        {"price_to": 0},
        {"without": (Without.IMAGE,)},
    ],
    ids=repr,
)
def test_a_query_knows_that_it_narrows(narrow: dict[str, Any]) -> None:
    assert ProductQuery(**narrow).narrowed
    assert not ProductQuery(text="mug", sort=ProductSort.TITLE).narrowed

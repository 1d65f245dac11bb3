"""What a page, a list, a search or an editor asks the database goes by an index, however big the shop is.

The statements are those that the calls of ``calls_*.py`` really send, with the parameters they really send, so
a new read is looked at as soon as it has its call. SQLite is asked how it would go about each.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from rustok_desktop.commerce.collections_schemas import CreateCollection
from rustok_desktop.index.content_schemas import ContentQuery, ContentSort, ContentStatus, TranslationFilter
from rustok_desktop.index.schemas import ProductQuery, ProductSort, StatusFilter, StockFilter, Without
from rustok_desktop.outbox.log import _REFS
from rustok_desktop.storage.reader import Reader, ReadSession
from rustok_desktop.storage.statements import Prepared, prepare
from rustok_desktop.taxonomy.schemas import CreateCategory
from rustok_desktop.testing import TemporaryShop, indexed, temporary_shop

from . import statements
from .calls_catalog import CATALOG
from .calls_content import CONTENT
from .calls_discussions import DISCUSSIONS
from .calls_exchange import EXCHANGE, in_threads
from .calls_history import TRASH
from .calls_pages import PAGES
from .calls_prices import PRICES
from .calls_rest import REST
from .calls_stock import STOCK
from .test_services import WITHOUT_CALLER
from .world import MARK, Call, a_world, match_here, plan_here

pytestmark = pytest.mark.asyncio(loop_scope="module")

CALLS: dict[str, Call] = CATALOG | CONTENT | STOCK | TRASH | REST | PAGES | DISCUSSIONS | EXCHANGE | PRICES
# Tables that stay small in the biggest shop, or are read whole on purpose.
SMALL = {
    "categories": "a tree that one person keeps by hand; the page shows all of it",
    "category_translations": "as above",
    "collections": "a list that one person keeps by hand",
    "price_lists": "as above; at most 500",
    "index_scopes": "one row per shop and language",
    "stock_locations": "a handful",
    "stocktakes": "a handful",
    "sys_consumers": "one row per reader of the log",
    "sys_dead_letters": "what failed, and only until it is mended",
    "sys_meta": "facts about the file",
    "tenant_locales": "a handful",
    "tenants": "the shops of one installation",
}
# Statements that read a whole big table, and why they may.
WHOLE = {
    "index.rebuild": "looks at every row of the index; that is what it is for",
    "inventory.figures": "sums over everything at a location",
    "overview.stock_value": "a sum over all stock, asked once when Home is shown",
}
_SCAN = re.compile(r"^SCAN (\w+)")
_ALIAS = r"\b{table}(?:\s+AS)?\s+{alias}\b"


@dataclass
class Asked:
    """The statements that were sent, with the parameters of the last time."""

    statements: dict[str, dict[str, Any]] = field(default_factory=dict)
    callers: dict[str, str] = field(default_factory=dict)
    caller: str = ""

    def note(self, statement: Prepared, params: dict[str, Any]) -> None:
        """One was sent."""
        self.statements[statement.sql] = statement.bind(params)
        self.callers.setdefault(statement.sql, self.caller)


@contextmanager
def _listening(asked: Asked) -> Iterator[None]:
    whole = ReadSession.all

    async def listened(self: ReadSession, statement: Prepared, /, **params: Any) -> list[tuple[Any, ...]]:
        asked.note(statement, params)
        return await whole(self, statement, **params)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReadSession, "all", listened)
        yield


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shop(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[TemporaryShop]:
    async with temporary_shop(tmp_path_factory.mktemp("plans") / "shop") as opened:
        opened.platform.imports._run_plan = plan_here
        in_threads(opened)
        opened.platform.duplicates._run = match_here
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def asked(shop: TemporaryShop, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Every call made once by the owner, and every kind of list."""
    asked, neighbour = Asked(), await shop.neighbour()
    folder: Path = tmp_path_factory.mktemp("files")
    with _listening(asked):
        for name, call in CALLS.items():
            world = await a_world(shop, neighbour, folder)
            asked.caller = f"before {name}"
            if call.ready is not None:
                await call.ready(world)
            asked.caller = name
            await call.make(world, shop.ctx, world.version if call.versioned else None)
        await indexed(shop)
        await _every_list(shop, asked)
        await _every_list_of_content(shop, asked)
    return asked


async def _every_list(shop: TemporaryShop, asked: Asked) -> None:
    listing, ctx = shop.platform.listing, shop.ctx
    category, collection = await _a_category(shop), await _a_collection(shop)
    for sort in ProductSort:
        for narrowed in (
            {},
            {"status": StatusFilter.ACTIVE},
            {"vendor": f"{MARK} works"},
            {"product_type": "Mugs"},
            {"tag": f"{MARK} tag"},
            {"stock": StockFilter.IN},
            {"stock": StockFilter.LOW, "text": "quartz"},
            {"text": "quartz"},
            {"text": "Q12", "status": StatusFilter.DRAFT, "vendor": f"{MARK} works"},
            {"category": category},
            {"category": category, "text": "quartz", "without": (Without.IMAGE,)},
            {"collection": collection},
            {"collection": collection, "category": category, "status": StatusFilter.ACTIVE},
            {"price_from": 1, "price_to": 100_000},
            {"without": (Without.PRICE,)},
            {"without": (Without.IMAGE, Without.CATEGORY)},
        ):
            for descending in (True, False):
                query = ProductQuery(sort=sort, descending=descending, **narrowed)  # type: ignore[arg-type]
                asked.caller = f"a list: {query}"
                page = await listing.page(ctx, query, limit=2)
                await listing.page(ctx, query, after=page.next, limit=2)
                await listing.page(ctx, query, before=page.next, limit=2)
                await listing.count(ctx, query)
                await listing.anchors(ctx, query, step=2)


async def _a_category(shop: TemporaryShop) -> str:
    command = CreateCategory.model_validate({"translations": {"en": {"name": f"{MARK} of the lists"}}})
    return (await shop.platform.categories.create(shop.ctx, command)).category_id


async def _a_collection(shop: TemporaryShop) -> str:
    command = CreateCollection.model_validate({"translations": {"en": {"title": f"{MARK} of the lists"}}})
    return (await shop.platform.collections.create(shop.ctx, command)).collection_id


async def _every_list_of_content(shop: TemporaryShop, asked: Asked) -> None:
    listing, ctx = shop.platform.content_listing, shop.ctx
    for sort in ContentSort:
        for narrowed in (
            {},
            {"kind": "post"},
            {"kind": "post", "status": ContentStatus.DRAFT},
            {"kind": "page", "status": ContentStatus.SCHEDULED},
            {"kind": "post", "tag": f"{MARK} tag"},
            {"translation": TranslationFilter.UNDONE},
            {"translation": TranslationFilter.MISSING, "kind": "post"},
            {"text": "quartz"},
            {"text": "quartz", "kind": "post", "status": ContentStatus.PUBLISHED},
        ):
            query = ContentQuery(sort=sort, **narrowed)  # type: ignore[arg-type]
            asked.caller = f"a list: {query}"
            page = await listing.page(ctx, query, limit=1)
            if page.next is not None:
                await listing.page(ctx, query, after=page.next, limit=1)
                await listing.page(ctx, query, before=page.next, limit=1)
            await listing.count(ctx, query)


async def scans(reader: Reader, sql: str, params: dict[str, Any]) -> set[str]:
    """The declared tables that a statement would read from one end to the other, not along an index to a place."""
    plan = await reader.all(prepare(f"EXPLAIN QUERY PLAN {sql}"), **params)
    found = set()
    for *_, detail in plan:
        scanned = _SCAN.match(detail)
        if scanned is not None and "VIRTUAL TABLE" not in detail:
            found |= _tables_named(sql, scanned.group(1))
    return found


def _tables_named(sql: str, alias: str) -> set[str]:
    """The tables that ``alias`` can stand for in ``sql``."""
    names = statements.touched(sql)
    if alias in names:
        return {alias}
    return {name for name in names if re.search(_ALIAS.format(table=name, alias=alias), sql.replace('"', ""))}


async def test_no_read_scans_a_big_table(shop: TemporaryShop, asked: Asked) -> None:
    slow: dict[str, str] = {}
    for sql, params in asked.statements.items():
        if sql.lstrip().upper().startswith("PRAGMA"):
            continue
        big = await scans(shop.platform.database.reader, sql, params) - SMALL.keys()
        caller = asked.callers[sql]
        if big and caller not in WHOLE:
            slow[f"{caller}: {', '.join(sorted(big))}"] = " ".join(sql.split())
    assert slow == {}


async def test_the_rule_looks_at_what_it_should(asked: Asked) -> None:
    assert len(asked.statements) > 150
    assert statements.table_names() >= SMALL.keys()
    assert WHOLE.keys() <= CALLS.keys() | WITHOUT_CALLER.keys()
    assert any("index_products_names MATCH" in sql for sql in asked.statements)


LACKING_IMAGE = "SEARCH p USING COVERING INDEX ix_index_products_no_image (scope=? AND in_trash=?)"
ITS_ROW = "SEARCH p USING COVERING INDEX ix_index_products_product (scope=? AND in_trash=? AND product_id=?)"
BESIDE = "SEARCH p USING COVERING INDEX ix_index_products_product (scope=? AND in_trash=?)"


@pytest.mark.parametrize(
    ("narrowed", "step"),
    [
        ({"without": (Without.IMAGE,)}, LACKING_IMAGE),
        ({"without": (Without.CATEGORY,)}, BESIDE),
        ({"category": ""}, ITS_ROW),
        ({"collection": ""}, ITS_ROW),
    ],
    ids=repr,
)
async def test_rows_are_counted_along_an_index_alone(shop: TemporaryShop, narrowed: dict[str, Any], step: str) -> None:
    made = {"category": _a_category, "collection": _a_collection}
    narrowed = {name: await made[name](shop) if name in made else value for name, value in narrowed.items()}
    counting = shop.platform.listing.count(shop.ctx, ProductQuery(**narrowed))
    assert step in await _steps_of_list(shop, counting)


async def test_what_lacks_an_image_comes_in_order(shop: TemporaryShop) -> None:
    reading = shop.platform.listing.page(shop.ctx, ProductQuery(without=(Without.IMAGE,)), limit=2)
    steps = await _steps_of_list(shop, reading)
    assert any("ix_index_products_no_image" in step for step in steps), steps
    assert "CO-ROUTINE k" not in steps  # nothing is gathered to be put in order


async def _steps_of_list(shop: TemporaryShop, act: Awaitable[object]) -> list[str]:
    """How SQLite goes about the last statement that a list sent; others read meanwhile."""
    asked = Asked()
    with _listening(asked):
        await act
    sql, params = [sent for sent in asked.statements.items() if "index_products AS p" in sent[0]][-1]
    return [row[3] for row in await shop.platform.database.reader.all(prepare(f"EXPLAIN QUERY PLAN {sql}"), **params)]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT * FROM products WHERE vendor = :x", {"products"}),
        ("SELECT p.id FROM products AS p WHERE p.vendor = :x", {"products"}),
        ("SELECT id FROM sys_events WHERE event_type = :x", {"sys_events"}),
        ("SELECT id FROM products WHERE id = :x", set()),
        ("SELECT id FROM products WHERE tenant_id = :x", set()),
        ("SELECT value FROM json_each(:x)", set()),
    ],
)
async def test_a_scan_is_seen(shop: TemporaryShop, sql: str, expected: set[str]) -> None:
    assert await scans(shop.platform.database.reader, sql, {"x": "[]"}) == expected


async def test_what_is_sent_says_whose_rows_it_means(asked: Asked) -> None:
    """Statements put together while the program runs keep the rule that those made at import keep."""
    from .test_tenant_isolation import TENANT_TABLES, UNFILTERED

    followers = _REFS.sql.partition("WHERE")[0]  # readers of the log follow every shop, by event types
    excused = {found.sql for found in statements.prepared() if found.name in UNFILTERED}
    loose = {
        asked.callers[sql]: sql
        for sql in asked.statements
        if sql not in excused and not sql.startswith(followers) and statements.unfiltered(sql, TENANT_TABLES)
    }
    assert loose == {}

"""Real shops' files: what they hold arrives, what is wrong in them is told, a second time nothing happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.event_types import validate_event
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.upcasters import Upcasters
from rustok_desktop.exchange.schemas import Tally
from rustok_desktop.exchange.service import ImportService
from rustok_desktop.identity.service import TenantService
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.outbox.log import EventLog
from rustok_desktop.storage.data_dir import DataDirectory
from rustok_desktop.storage.database import Database
from rustok_desktop.storage.statements import prepare

pytestmark = pytest.mark.real_data

Open = tuple[ImportService, Database, EventLog, Context]


@pytest.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Open]:
    directory = DataDirectory(tmp_path / "shop")
    directory.create()
    database = Database(directory.database, utc_now)
    await database.open()
    bus = TransactionalEventBus()
    log = EventLog(database.reader, Upcasters())
    tenant = await TenantService(database.writer, database.reader, bus).ensure_default()
    imports = ImportService(database.writer, database.reader, bus, log, directory)
    yield imports, database, log, Context(tenant.id, Role.SUPER_ADMIN)
    await database.close()


@pytest.mark.parametrize(
    ("name", "records", "products", "variants", "errors"),
    [
        ("shopify_apparel_2018.csv", 22, Tally(20), Tally(22), {}),
        ("shopify_jewelry_2018.csv", 41, Tally(20), Tally(23), {}),
        (
            "shopify_sports_products_8537rows.csv",
            8537,
            Tally(1610),
            Tally(4927, rejected=52),
            {("duplicate_combination", "row"): 52},
        ),
        (
            "shopify_tuf_add_2343rows.csv",
            2343,
            Tally(392),
            Tally(678),
            {("compare_at_below_price", "cell"): 74, ("negative_amount", "cell"): 3},
        ),
    ],
)
async def test_a_real_file_arrives_and_a_second_time_changes_nothing(
    shop: Open,
    real_data: Path,
    name: str,
    records: int,
    products: Tally,
    variants: Tally,
    errors: dict[tuple[str, str], int],
) -> None:
    imports, database, log, ctx = shop
    report = await imports.run(ctx, real_data / name)
    assert (report.records, report.products, report.variants) == (records, products, variants)
    assert Counter((e.rule, e.severity) for e in report.errors) == errors
    assert all(e.line > 1 and e.message and e.column for e in report.errors)
    assert (report.rejected_file is not None) == any(severity == "row" for _, severity in errors)

    head = await log.head()
    again = await imports.run(ctx, real_data / name)
    assert again.products == Tally(unchanged=products.created, rejected=products.rejected)
    assert again.variants == Tally(unchanged=variants.created, rejected=variants.rejected)
    assert again.images == Tally(unchanged=report.images.created)
    assert await log.head() == head

    bare = "NOT EXISTS (SELECT 1 FROM product_variants WHERE product_id = p.id)"
    orphans = prepare(f"SELECT count(*) FROM products p WHERE {bare}")
    assert await database.reader.one(orphans) == (0,)
    guards = prepare("SELECT count(*) FROM product_variants WHERE sku LIKE '''%' OR barcode LIKE '''%'")
    assert await database.reader.one(guards) == (0,)


async def test_every_recorded_event_obeys_the_registry(shop: Open, real_data: Path) -> None:
    imports, _, log, ctx = shop
    report = await imports.run(ctx, real_data / "shopify_jewelry_2018.csv")
    events = await log.read(limit=1000)
    ours = [event for event in events if event.correlation_id == report.import_id]
    assert Counter(event.event_type for event in ours) == {
        "product.created": 20,
        "product.published": 20,
        "inventory.updated": 20,
    }
    for event in ours:
        validate_event(NewEvent(event.event_type, event.aggregate_type, event.aggregate_id, event.data))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("woo_sample_products.csv", "wrong_format"),
        ("wxr_theme_unit_test.xml", "wrong_format"),
        ("wxr_woo_sample_products.xml", "wrong_format"),
        ("vendor_reydon_stock_7965rows.csv", "missing_columns"),
    ],
)
async def test_other_files_are_refused(shop: Open, real_data: Path, name: str, code: str) -> None:
    imports, _, _, ctx = shop
    with pytest.raises(UserError) as refused:
        await imports.plan(ctx, real_data / name)
    assert refused.value.code == code

"""New products: rows, events, and the same result as saving them in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import (
    CreateProduct,
    ImageInput,
    OptionInput,
    PriceInput,
    TranslationInput,
    VariantInput,
)
from rustok_desktop.core.context import Role
from rustok_desktop.core.errors import Forbidden
from rustok_desktop.core.event_types import validate_event
from rustok_desktop.core.events import NewEvent
from rustok_desktop.exchange.schemas import ImportAction, ImportOptions, Tally

Table = Callable[..., Path]


async def test_a_product_arrives_whole(shop: Any, table: Table, mug: list[dict[str, str]]) -> None:
    report = await shop.load(table(mug))
    assert (report.products, report.variants, report.images) == (Tally(1), Tally(2), Tally(2))
    assert report.errors == ()
    assert report.rejected_file is None
    product_id = await shop.value("SELECT id FROM products")
    product = await shop.catalog.get_product(shop.ctx, product_id)
    words = product.translations["en"]
    assert (words.title, words.handle, words.description) == ("Stoneware mug", "mug", "<p>Fired twice.</p>")
    assert (product.status, product.vendor, product.product_type, product.tags) == (
        "active",
        "Kiln",
        "Mugs",
        ("new", "blue"),
    )
    assert product.published_at == product.created_at == product.updated_at
    small, large = product.variants
    assert (small.title, small.sku, small.barcode, small.weight_mg) == ("S", "MUG-S", "4006381333931", 250_000)
    assert [(p.amount, p.compare_at_amount, p.cost_amount) for p in small.prices] == [(1250, 1500, 420)]
    assert [(s.on_hand) for s in small.stock] == [5]
    assert (large.title, large.sku, large.weight_mg) == ("L", "MUG-L", None)
    assert [image.alt_text for image in product.images] == ["A mug", None]
    assert small.image_id == product.images[1].id


async def test_every_event_obeys_the_registry(shop: Any, table: Table, mug: list[dict[str, str]]) -> None:
    report = await shop.load(table(mug))
    events = [e for e in await shop.log.read(limit=100) if e.event_type != "tenant.created"]
    assert [e.event_type for e in events] == [
        "product.created",
        "product.published",
        "inventory.updated",
        "inventory.updated",
    ]
    for event in events:
        validate_event(NewEvent(event.event_type, event.aggregate_type, event.aggregate_id, event.data))
    assert {e.correlation_id for e in events} == {report.import_id}
    assert len({(e.txid, e.timestamp) for e in events}) == 1
    assert [e.data["delta"] for e in events[2:]] == [5, 3]
    assert shop.woken


def _shape(changes: dict[str, Any], ids: list[str]) -> dict[str, Any]:
    """Changes with ids replaced by their order of appearance."""
    text = repr(changes)
    for place, known in enumerate(ids):
        text = text.replace(known, f"<{place}>")
    return eval(text)


async def test_the_event_says_what_the_editor_would_have_said(shop: Any, table: Table) -> None:
    """Consumers of the log must not have to know how a product came to be."""
    row = {
        "Handle": "jar",
        "Title": "Jar",
        "Body (HTML)": "<p>x</p>",
        "Vendor": "Kiln",
        "Tags": "a, b",
        "Option1 Name": "Size",
        "Option1 Value": "S",
        "Variant SKU": "J-S",
        "Variant Price": "10.00",
        "Image Src": "https://i.example/1.jpg",
    }
    await shop.load(table([row]))
    await shop.catalog.create_product(
        shop.ctx,
        CreateProduct(
            translations={"en": TranslationInput(title="Jar", handle="jar2", description="<p>x</p>")},
            vendor="Kiln",
            tags=("a", "b"),
            options=(OptionInput(name="Size", values=("S",)),),
            images=(ImageInput(url="https://i.example/1.jpg"),),
            variants=(
                VariantInput(
                    option_values=("S",), sku="J2-S", prices=(PriceInput(currency_code="USD", amount=1000),)
                ),
            ),
        ),
    )
    imported, saved = [e for e in await shop.log.read(limit=100) if e.event_type == "product.created"]
    changes = []
    for event in (imported, saved):
        found = dict(event.data["changes"])
        variant = next(path for path in found if path.startswith("variants/"))
        ids = [
            variant.partition("/")[2],
            found["options"][1][0]["id"],
            found["options"][1][0]["values"][0]["id"],
            found["images"][1][0]["id"],
        ]
        changes.append(_shape(found, ids))
    first, second = changes
    assert first.pop("handle@en") == [None, "jar"]
    assert second.pop("handle@en") == [None, "jar2"]
    assert first["variants/<0>"][1].pop("sku") == "J-S"
    assert second["variants/<0>"][1].pop("sku") == "J2-S"
    assert first == second


async def test_an_export_of_default_titles_makes_products_without_options(shop: Any, table: Table) -> None:
    rows = [
        {"Handle": f"p{n}", "Title": f"P {n}", "Option1 Name": "Title", "Option1 Value": "Default Title"}
        for n in range(3)
    ]
    report = await shop.load(table(rows))
    assert report.products.created == 3
    assert await shop.value("SELECT count(*) FROM product_options") == 0
    assert await shop.rows("SELECT DISTINCT title, combination FROM product_variants") == [("Default", "")]


async def test_the_new_header_generation(shop: Any, table: Table) -> None:
    rows = [
        {
            "Title": "Lamp",
            "URL handle": "lamp",
            "Description": "Light",
            "Published on online store": "TRUE",
            "SKU": "L1",
            "Price": "99.90",
            "Compare-at price": "120",
            "Charge tax": "FALSE",
            "Inventory quantity": "-2",
            "Continue selling when out of stock": "TRUE",
            "Weight value (grams)": "1250.5",
            "Weight unit for display": "kg",
            "Product image URL": "https://i.example/l.jpg",
            "Color (product.metafields.shopify.color-pattern)": "black; white",
        }
    ]
    plan = await shop.imports.plan(shop.ctx, table(rows))
    assert plan.found.generation == "new"
    await shop.imports.commit(shop.ctx, plan)
    (product_id,) = (await shop.rows("SELECT id FROM products"))[0]
    product = await shop.catalog.get_product(shop.ctx, product_id)
    variant = product.variants[0]
    assert (variant.inventory_policy, variant.taxable, variant.weight_mg) == ("continue", False, 1_250_500)
    assert variant.stock[0].on_hand == -2
    assert product.metadata == {"metafields": {"shopify.color-pattern": "black; white"}}


async def test_a_title_alone_is_a_product_with_one_variant_and_a_handle(shop: Any, table: Table) -> None:
    rows = [{"Title": "Кружка синяя", "Vendor": "Kiln"}, {"Title": "Ваза", "Vendor": "Kiln"}]
    first = await shop.load(table(rows))
    again = await shop.load(table(rows))
    assert (first.products.created, again.products) == (2, Tally(unchanged=2))
    assert await shop.rows("SELECT handle FROM product_translations ORDER BY handle") == [
        ("kruzhka-sinyaya",),
        ("vaza",),
    ]


async def test_only_a_role_that_may_import_does(shop: Any, table: Table, mug: list[dict[str, str]]) -> None:
    from dataclasses import replace

    plan = await shop.imports.plan(shop.ctx, table(mug))
    for role in (Role.MANAGER, Role.CUSTOMER):
        with pytest.raises(Forbidden):
            await shop.imports.plan(replace(shop.ctx, role=role), table(mug))
        with pytest.raises(Forbidden):
            await shop.imports.commit(replace(shop.ctx, role=role), plan)
    assert await shop.value("SELECT count(*) FROM products") == 0


async def test_a_plan_and_a_dry_run_change_nothing(shop: Any, table: Table, mug: list[dict[str, str]]) -> None:
    seen: list[tuple[str, int, int]] = []
    before = await shop.log.head()
    report = await shop.imports.run(
        shop.ctx, table(mug), dry_run=True, on_progress=lambda p: seen.append((p.phase, p.done, p.total))
    )
    assert report.dry_run
    assert (report.products, report.variants) == (Tally(1), Tally(2))
    assert seen[-1] == ("read", 1, 1)
    assert await shop.log.head() == before
    assert await shop.value("SELECT count(*) FROM products") == 0
    assert list(shop.directory.temp.iterdir()) == []


async def test_the_plan_is_paged_and_searched(shop: Any, table: Table) -> None:
    rows = [{"Handle": f"h{n}", "Title": f"Bowl {n}", "Variant Price": f"{n}.00"} for n in range(1, 8)]
    rows.append({"Handle": "bad", "Title": "Sake cup", "Variant Price": "x"})
    plan = await shop.imports.plan(shop.ctx, table(rows))
    first = await shop.imports.planned(shop.ctx, plan, limit=3)
    second = await shop.imports.planned(shop.ctx, plan, after=first[-1].ordinal, limit=3)
    assert [p.handle for p in (*first, *second)] == [f"h{n}" for n in range(1, 7)]
    assert first[1].diffs[0].new == "draft, 2.00"
    (refused,) = await shop.imports.planned(shop.ctx, plan, action=ImportAction.REJECT)
    assert (refused.handle, refused.title, refused.line) == ("bad", "Sake cup", 9)
    assert [p.handle for p in await shop.imports.planned(shop.ctx, plan, text="BOWL 5")] == ["h5"]
    assert [e.rule for e in await shop.imports.errors(shop.ctx, plan)] == ["bad_amount", "no_variants"]
    assert await shop.imports.errors(shop.ctx, plan, after=2) == ()
    await shop.imports.discard(shop.ctx, plan)
    assert list(shop.directory.temp.iterdir()) == []


async def test_products_can_be_left_out(shop: Any, table: Table) -> None:
    rows = [{"Handle": f"h{n}", "Title": f"Bowl {n}", "Variant Price": "1"} for n in range(1, 6)]
    plan = await shop.imports.plan(shop.ctx, table(rows))
    await shop.imports.exclude(shop.ctx, plan, [2, 3, 4])
    await shop.imports.exclude(shop.ctx, plan, [3], excluded=False)
    assert [p.excluded for p in await shop.imports.planned(shop.ctx, plan)] == [False, True, False, True, False]
    report = await shop.imports.commit(shop.ctx, plan)
    assert report.products.created == 3
    assert await shop.rows("SELECT handle FROM product_translations ORDER BY handle") == [("h1",), ("h3",), ("h5",)]
    created = "SELECT count(*) FROM sys_events WHERE event_type = 'product.created'"
    assert await shop.value(created) == 3


async def test_the_import_is_on_record(shop: Any, table: Table, mug: list[dict[str, str]]) -> None:
    report = await shop.imports.run(shop.ctx, table(mug), ImportOptions(format="shopify"))
    ((import_id, tenant, source, state, tallies, finished),) = await shop.rows(
        "SELECT id, tenant_id, source, state, tallies, finished_at FROM imports"
    )
    assert (import_id, tenant, state) == (report.import_id, shop.ctx.tenant_id, "done")
    assert source.endswith("products.csv")
    assert '"created":1' in tallies
    assert finished

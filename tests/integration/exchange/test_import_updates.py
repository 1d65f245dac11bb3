"""Products the shop has: what a second file changes, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import ProductCommand
from rustok_desktop.core.event_types import validate_event
from rustok_desktop.core.events import NewEvent
from rustok_desktop.exchange.schemas import ImportOptions, Tally

Table = Callable[..., Path]
Rows = list[dict[str, str]]


async def _diffs(shop: Any, path: Path, **options: Any) -> dict[str, tuple[str | None, str | None, bool]]:
    plan = await shop.imports.plan(shop.ctx, path, ImportOptions(**options))
    products = await shop.imports.planned(shop.ctx, plan)
    await shop.imports.discard(shop.ctx, plan)
    return {
        f"{diff.field}|{diff.variant}".removesuffix("|"): (diff.old, diff.new, diff.erased)
        for product in products
        for diff in product.diffs
    }


async def _product(shop: Any, handle: str = "mug") -> Any:
    product_id = await shop.value("SELECT product_id FROM product_translations WHERE handle = :h", h=handle)
    return await shop.catalog.get_product(shop.ctx, product_id)


async def test_the_same_file_twice_changes_nothing(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    head = await shop.log.head()
    before = await _product(shop)
    report = await shop.load(table(mug))
    assert report.products == Tally(unchanged=1)
    assert report.variants == Tally(unchanged=2)
    assert report.images == Tally(unchanged=2)
    assert await shop.log.head() == head
    assert await _product(shop) == before


async def test_changed_cells_are_shown_and_written(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    head = await shop.log.head()
    mug[0] |= {"Title": "Mug, speckled", "Variant Price": "13.00", "Variant Inventory Qty": "9", "Tags": "new"}
    mug[1] |= {"Variant Barcode": "4006381333900", "Variant Inventory Policy": "continue"}
    assert await _diffs(shop, table(mug)) == {
        "title": ("Stoneware mug", "Mug, speckled", False),
        "tags": ("new, blue", "new", False),
        "price|S": ("12.50", "13.00", False),
        "stock|S": ("5", "9", False),
        "barcode|L": (None, "4006381333900", False),
        "inventory_policy|L": ("deny", "continue", False),
    }
    report = await shop.load(table(mug))
    assert (report.products, report.variants) == (Tally(updated=1), Tally(updated=2))
    product = await _product(shop)
    assert product.version == 2
    assert product.translations["en"].title == "Mug, speckled"
    assert product.variants[0].prices[0].amount == 1300
    assert product.variants[0].prices[0].compare_at_amount == 1500
    assert product.variants[0].stock[0].on_hand == 9
    events = await shop.log.read(after=head, limit=20)
    assert [e.event_type for e in events] == [
        "product.updated",
        "price.updated",
        "variant.updated",
        "inventory.updated",
    ]
    for event in events:
        validate_event(NewEvent(event.event_type, event.aggregate_type, event.aggregate_id, event.data))
    changes = events[0].data["changes"]
    assert changes["title@en"] == ["Stoneware mug", "Mug, speckled"]
    assert changes[f"variants/{product.variants[0].id}/price@USD"] == [1250, 1300]
    assert (events[3].data["delta"], events[3].data["reason"]) == (4, "import")
    movements = await shop.catalog.movements(shop.ctx, product.id)
    assert sorted(m.delta for m in movements) == [3, 4, 5]


async def test_only_stock_moves_only_stock(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    head = await shop.log.head()
    mug[1]["Variant Inventory Qty"] = "1"
    report = await shop.load(table(mug))
    assert report.products == Tally(updated=1)
    assert [e.event_type for e in await shop.log.read(after=head)] == ["inventory.updated"]
    assert (await _product(shop)).version == 2


async def test_empty_cells_keep_unless_their_column_erases(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    emptied = [
        dict.fromkeys(row, "") | {k: row[k] for k in ("Handle", "Title", "Option1 Name", "Option1 Value") if k in row}
        for row in mug[:2]
    ]
    plan = await shop.imports.plan(shop.ctx, table(emptied))
    assert plan.products == Tally(unchanged=1)
    assert {(c.column, c.rows, c.erase) for c in plan.empty_columns} == {
        ("Body (HTML)", 1, False),
        ("Vendor", 1, False),
        ("Type", 1, False),
        ("Tags", 1, False),
        ("Variant SKU", 2, False),
        ("Variant Grams", 1, False),
        ("Variant Barcode", 1, False),
        ("Variant Compare At Price", 1, False),
        ("Cost per item", 1, False),
    }
    erase = frozenset({"Variant Barcode", "tags", "Variant SKU", "Cost per item", "Body (HTML)", "Title"})
    assert await _diffs(shop, table(emptied), erase_columns=erase) == {
        "description": ("Fired twice.", None, True),
        "tags": ("new, blue", None, True),
        "sku|S": ("MUG-S", None, True),
        "barcode|S": ("4006381333931", None, True),
        "cost|S": ("4.20", None, True),
        "sku|L": ("MUG-L", None, True),
    }
    report = await shop.load(table(emptied), erase_columns=erase)
    assert report.products == Tally(updated=1)
    product = await _product(shop)
    assert (product.tags, product.variants[0].sku, product.variants[0].barcode) == ((), None, None)
    assert product.translations["en"].title == "Stoneware mug"
    assert product.vendor == "Kiln"
    assert (await shop.load(table(emptied), erase_columns=erase)).products == Tally(unchanged=1)


async def test_absent_columns_variants_and_images_stay(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    before = await _product(shop)
    rows = [{"Handle": "mug", "Title": "Stoneware mug", "Option1 Name": "Size", "Option1 Value": "L"}]
    assert (await shop.load(table(rows))).products == Tally(unchanged=1)
    rows[0]["Variant Price"] = "20"
    assert (await shop.load(table(rows))).variants == Tally(updated=1)
    after = await _product(shop)
    assert [v.id for v in after.variants] == [v.id for v in before.variants]
    assert after.images == before.images
    assert after.variants[0] == before.variants[0]


async def test_rows_that_name_no_options_are_matched_by_sku(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    rows = [{"Handle": "mug", "Variant SKU": "MUG-L", "Variant Price": "20"}]
    report = await shop.load(table(rows))
    assert (report.variants, report.errors) == (Tally(updated=1), ())
    assert (await _product(shop)).variants[1].prices[0].amount == 2000
    rows = [{"Handle": "mug", "Variant SKU": "OTHER", "Variant Price": "20"}]
    report = await shop.load(table(rows))
    assert [e.rule for e in report.errors] == ["option_value_missing"]


async def test_a_row_without_a_handle_finds_its_product_by_sku(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    report = await shop.load(table([{"Handle": "", "Title": "Mug XL", "Variant SKU": "MUG-L", "Variant Price": "1"}]))
    assert report.products == Tally(updated=1)
    assert (await _product(shop)).translations["en"].title == "Mug XL"


async def test_a_compare_at_below_the_price_leaves_only_that_cell_out(shop: Any, table: Table, mug: Rows) -> None:
    mug[0]["Variant Compare At Price"] = "12.49"
    report = await shop.load(table(mug))
    (error,) = report.errors
    assert (error.rule, error.severity, error.value, error.line) == (
        "compare_at_below_price",
        "cell",
        "12.49",
        2,
    )
    assert report.rejected_file is None
    product = await _product(shop)
    assert (product.variants[0].prices[0].amount, product.variants[0].prices[0].compare_at_amount) == (1250, None)
    again = await shop.load(table(mug))
    assert (again.products, len(again.errors)) == (Tally(unchanged=1), 1)


async def test_a_compare_at_equal_to_the_price_is_fine(shop: Any, table: Table, mug: Rows) -> None:
    mug[0]["Variant Compare At Price"] = "12.50"
    report = await shop.load(table(mug))
    assert report.errors == ()


async def test_a_price_that_rises_above_the_shops_compare_at_shows_it_as_erased(
    shop: Any, table: Table, mug: Rows
) -> None:
    await shop.load(table(mug))
    rows = [{"Handle": "mug", "Variant SKU": "MUG-S", "Variant Price": "16"}]
    assert (await _diffs(shop, table(rows)))["compare_at|S"] == ("15.00", None, True)


async def test_new_variants_join_a_product(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    head = await shop.log.head()
    mug.append({"Handle": "mug", "Option1 Value": "XL", "Variant SKU": "MUG-XL", "Variant Price": "18"})
    report = await shop.load(table(mug))
    assert report.variants == Tally(created=1, unchanged=2)
    product = await _product(shop)
    assert [v.title for v in product.variants] == ["S", "L", "XL"]
    assert [value.value for value in product.options[0].values] == ["S", "L", "XL"]
    events = await shop.log.read(after=head)
    assert [e.event_type for e in events] == ["product.updated", "variant.created"]
    assert f"variants/{product.variants[2].id}" in events[0].data["changes"]
    assert (await shop.load(table(mug))).products == Tally(unchanged=1)


async def test_variants_may_swap_their_skus(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    mug[0]["Variant SKU"], mug[1]["Variant SKU"] = "MUG-L", "MUG-S"
    report = await shop.load(table(mug))
    assert (report.products, report.errors) == (Tally(updated=1), ())
    assert [v.sku for v in (await _product(shop)).variants] == ["MUG-L", "MUG-S"]


async def test_a_renamed_option_value_keeps_the_variant_through_its_sku(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    before = await _product(shop)
    mug[0]["Option1 Value"] = "Small"
    report = await shop.load(table(mug))
    assert report.variants == Tally(updated=1, unchanged=1)
    after = await _product(shop)
    assert [(v.id, v.title) for v in after.variants] == [
        (before.variants[0].id, "Small"),
        (before.variants[1].id, "L"),
    ]


async def test_a_row_may_not_take_what_another_variant_keeps(shop: Any, table: Table, mug: Rows) -> None:
    """S takes L's SKU while L's cell is empty and so keeps it."""
    await shop.load(table(mug))
    mug[0]["Variant SKU"] = "MUG-L"
    mug[1]["Variant SKU"] = ""
    report = await shop.load(table(mug))
    assert [e.rule for e in report.errors] == ["duplicate_sku"]
    assert report.errors[0].line == 2
    assert [v.sku for v in (await _product(shop)).variants] == ["MUG-S", "MUG-L"]


async def test_options_may_be_renamed_reordered_and_added(shop: Any, table: Table) -> None:
    def rows(*options: tuple[str, str]) -> Rows:
        row = {"Handle": "tee", "Title": "Tee", "Variant SKU": "T1", "Variant Price": "5"}
        for place, (name, value) in enumerate(options, 1):
            row |= {f"Option{place} Name": name, f"Option{place} Value": value}
        return [row]

    await shop.load(table(rows(("Size", "M"), ("Colour", "Red"))))
    assert (await shop.load(table(rows(("colour", "Red"), ("SIZE", "M"))))).products == Tally(unchanged=1)
    assert (await shop.load(table(rows(("Size", "M"), ("Color", "Red"))))).products == Tally(updated=1)
    product = await _product(shop, "tee")
    assert [option.name for option in product.options] == ["Size", "Color"]
    assert (await shop.load(table(rows(("Size", "M"), ("Color", "Red"), ("Fit", "Slim"))))).errors == ()
    product = await _product(shop, "tee")
    assert [option.name for option in product.options] == ["Size", "Color", "Fit"]
    assert [v.option_values for v in product.variants] == [("M", "Red", "Slim")]
    report = await shop.load(table(rows(("Size", "M"))))
    assert (report.products, report.errors[0].rule) == (Tally(rejected=1), "option_mismatch")


async def test_an_option_more_needs_every_variant_to_be_named(shop: Any, table: Table, mug: Rows) -> None:
    await shop.load(table(mug))
    rows = [mug[0] | {"Option2 Name": "Glaze", "Option2 Value": "Blue"}]
    report = await shop.load(table(rows))
    assert (report.products, report.errors[-1].rule) == (Tally(rejected=1), "option_mismatch")


async def test_images_are_added_reordered_and_described(shop: Any, table: Table) -> None:
    def rows(*images: tuple[str, str, str]) -> Rows:
        made = [
            {"Handle": "jar", "Image Src": f"https://i.example/{name}.jpg", "Image Position": at, "Image Alt Text": alt}
            for name, at, alt in images
        ]
        made[0] |= {"Title": "Jar", "Variant Price": "5"}
        return made

    await shop.load(table(rows(("a", "1", "A"), ("b", "2", "B"))))
    report = await shop.load(table(rows(("b", "1", "B"), ("a", "2", "Front"), ("c", "3", ""))))
    assert report.images == Tally(created=1, updated=2)
    product = await _product(shop, "jar")
    assert [(image.url[-5], image.alt_text) for image in product.images] == [("b", "B"), ("a", "Front"), ("c", None)]
    unnumbered = rows(("c", "", ""), ("d", "", ""))
    assert (await shop.load(table(unnumbered))).images == Tally(created=1, unchanged=3)
    assert [i.url[-5] for i in (await _product(shop, "jar")).images] == ["b", "a", "c", "d"]


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        ("draft", "active", ["product.updated", "product.published"]),
        ("active", "draft", ["product.updated", "product.unpublished"]),
        ("active", "archived", ["product.updated", "product.archived"]),
        ("archived", "active", ["product.updated", "product.unarchived", "product.published"]),
    ],
)
async def test_status_changes_are_told_like_the_acts(
    shop: Any, table: Table, first: str, second: str, events: list[str]
) -> None:
    row = {"Handle": "jar", "Title": "Jar", "Variant Price": "5", "Status": first}
    await shop.load(table([row]))
    head = await shop.log.head()
    await shop.load(table([row | {"Status": second}]))
    assert [e.event_type for e in await shop.log.read(after=head)] == events
    product = await _product(shop, "jar")
    assert product.status == second
    assert (product.published_at is not None) == ("active" in (first, second))


async def test_a_product_in_the_trash_is_left_there(shop: Any, table: Table, mug: Rows) -> None:
    mug[0]["Status"] = "draft"
    await shop.load(table(mug))
    product = await _product(shop)
    await shop.catalog.trash(shop.ctx, ProductCommand(product_id=product.id))
    report = await shop.load(table(mug))
    assert (report.products, report.errors[0].rule) == (Tally(rejected=1), "in_trash")


async def test_metafields_are_merged(shop: Any, table: Table) -> None:
    def row(**fields: str) -> Rows:
        named = {f"{key} (product.metafields.my.{key})": text for key, text in fields.items()}
        return [{"Handle": "jar", "Title": "Jar", "Variant Price": "5", **named}]

    await shop.load(table(row(a="1", b="2")))
    report = await shop.load(table(row(a="1", b="3", c="")))
    assert report.products == Tally(updated=1)
    assert (await _product(shop, "jar")).metadata == {"metafields": {"my.a": "1", "my.b": "3"}}


async def test_stock_below_nothing_needs_the_policy(shop: Any, table: Table, mug: Rows) -> None:
    mug[0]["Variant Inventory Qty"] = "-4"
    report = await shop.load(table(mug))
    assert [(e.rule, e.severity) for e in report.errors] == [("insufficient_inventory", "cell")]
    assert (await _product(shop)).variants[0].stock[0].on_hand == 0
    mug[0]["Variant Inventory Policy"] = "continue"
    assert (await shop.load(table(mug))).errors == ()
    assert (await _product(shop)).variants[0].stock[0].on_hand == -4


async def _low(shop: Any, after: int) -> list[dict[str, Any]]:
    events = await shop.log.read(after, 100, event_type="inventory.low")
    return [dict(event.data) for event in events]


async def test_stock_that_an_import_makes_low_is_told_once(shop: Any, table: Table, mug: Rows) -> None:
    for row in mug:
        row["Variant Inventory Tracker"] = "shopify"
    mug[0]["Variant Inventory Qty"] = "9"
    await shop.load(table(mug))
    head = await shop.log.head()
    product = await _product(shop)
    mug[0]["Variant Inventory Qty"] = "4"
    await shop.load(table(mug))
    small = product.variants[0]
    expected = {"product_id": product.id, "variant_id": small.id, "remaining": 4, "threshold": 5}
    assert await _low(shop, head) == [expected]
    mug[0]["Variant Inventory Qty"] = "2"  # lower still: known already
    await shop.load(table(mug))
    assert await _low(shop, head) == [expected]
    mug[0]["Variant Inventory Qty"] = "6"
    await shop.load(table(mug))
    mug[0]["Variant Inventory Qty"] = "5"  # as many as the threshold is not fewer
    await shop.load(table(mug))
    assert len(await _low(shop, head)) == 1
    mug[0]["Variant Inventory Qty"] = "0"
    await shop.load(table(mug))
    assert [event["remaining"] for event in await _low(shop, head)] == [4, 0]


async def test_new_products_and_what_is_not_counted_are_never_low(shop: Any, table: Table, mug: Rows) -> None:
    mug[0] |= {"Variant Inventory Qty": "1"}
    await shop.load(table(mug))
    for row in mug:
        row["Variant Inventory Tracker"] = ""
    mug[0] |= {"Handle": "cup", "Title": "Cup", "Variant SKU": "CUP-S", "Variant Inventory Qty": "9"}
    await shop.load(table(mug[:1]))
    mug[0]["Variant Inventory Qty"] = "0"
    await shop.load(table(mug[:1]))
    assert await _low(shop, 0) == []


async def test_a_description_keeps_to_the_policy_and_the_second_import_changes_nothing(
    shop: Any, table: Table, mug: Rows
) -> None:
    mug[0]["Body (HTML)"] = '<p onclick="x()">Thrown<script>alert(1)</script> by hand</p>'
    await shop.load(table(mug))
    assert (await _product(shop)).translations["en"].description == "<p>Thrown by hand</p>"
    report = await shop.load(table(mug))
    assert report.products == Tally(unchanged=1)

"""What an import leaves out, each with its reason, and files it does not take at all."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.commerce.schemas import CreateProduct, TranslationInput, UpdateProduct, VariantInput
from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.schemas import ImportOptions, Tally

Table = Callable[..., Path]
Rows = list[dict[str, str]]


def _bowls(count: int) -> Rows:
    return [
        {"Handle": f"bowl-{n}", "Title": f"Bowl {n}", "Variant SKU": f"B{n}", "Variant Price": "5.00"}
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"Handle,Title\r\n", "empty_file"),
        (bytes(range(256)) * 20, "binary_file"),
        (b"PK\x03\x04rest", "wrong_format"),
        (b'{"products": []}', "wrong_format"),
        (b'<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/">', "wrong_format"),
        (b"ID,Type,SKU,Name,Published,Is featured?,Regular price\n1,simple,a,b,1,0,5\n", "wrong_format"),
        (b"Code,Product Name,Quantity\n1,a,2\n", "missing_columns"),
        ("Handle,Title\nmug,Кружка\n".encode("cp1251"), "bad_encoding"),
        (b'Handle,Title\nmug,"open\n', "bad_csv"),
    ],
)
async def test_a_wrong_file_is_refused_in_one_sentence(
    shop: Any, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        await shop.imports.plan(shop.ctx, path)
    assert refused.value.code == code
    assert "…" not in refused.value.text("en")
    assert "{" not in refused.value.text("ru")
    assert list(shop.directory.temp.iterdir()) == []


async def test_a_missing_file_and_an_unknown_format_are_refused(shop: Any, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        await shop.imports.plan(shop.ctx, tmp_path / "no.csv")
    assert refused.value.code == "file_not_found"
    with pytest.raises(UserError) as refused:
        await shop.imports.plan(shop.ctx, tmp_path / "no.csv", ImportOptions(format="etsy"))
    assert refused.value.code == "unsupported_format"


async def test_another_encoding_and_semicolons_are_read(shop: Any, table: Table) -> None:
    path = table([{"Handle": "kruzhka", "Title": "Кружка", "Vendor": "Печь"}], encoding="cp1251", delimiter=";")
    plan = await shop.imports.plan(shop.ctx, path, ImportOptions(encoding="windows-1251"))
    assert (plan.found.encoding, plan.found.delimiter) == ("cp1251", ";")
    await shop.imports.commit(shop.ctx, plan)
    assert await shop.value("SELECT title FROM product_translations") == "Кружка"


async def test_a_sku_of_this_file_or_of_the_shop_is_refused_with_a_free_one(shop: Any, table: Table) -> None:
    await shop.load(table(_bowls(1)))
    rows = [
        {"Handle": "cup", "Title": "Cup", "Variant SKU": "B1", "Variant Price": "1"},
        {"Handle": "pot", "Title": "Pot", "Variant SKU": "P", "Variant Price": "1"},
        {"Handle": "pan", "Title": "Pan", "Variant SKU": "P", "Variant Price": "1"},
    ]
    report = await shop.load(table(rows))
    found = [(e.rule, e.value, e.suggestion) for e in report.errors if e.severity == "row"]
    assert found == [("duplicate_sku", "B1", "B1-2"), ("duplicate_sku", "P", "P-2")]
    assert "Bowl 1" in report.errors[0].message
    assert "Pot" in report.errors[2].message
    assert report.products == Tally(created=1, rejected=2)


async def test_rejected_rows_come_back_mended(shop: Any, table: Table, mug: Rows) -> None:
    mug[1]["Variant Price"] = "36,5O"
    report = await shop.load(table([*mug, {"Handle": "cup", "Title": "Cup", "Variant Price": "free"}]))
    assert report.products == Tally(created=1, rejected=1)
    assert report.variants == Tally(created=1, rejected=2)
    assert report.rejected_file == shop.directory.imports / f"{report.import_id}-rejected.csv"
    with report.rejected_file.open(encoding="utf-8-sig", newline="") as file:
        rejected = list(csv.DictReader(file))
    assert [row["Handle"] for row in rejected] == ["mug", "cup"]
    assert "36,5O" in rejected[0]["Error"]
    for row, price in zip(rejected, ("36.50", "8"), strict=True):
        row["Variant Price"] = price
    again = await shop.load(table(rejected))
    assert again.variants == Tally(created=2)
    assert again.errors == ()


async def test_a_new_product_needs_a_title_and_a_variant(shop: Any, table: Table) -> None:
    rows = [
        {"Handle": "a", "Title": "", "Variant Price": "5"},
        {"Handle": "b", "Title": "B", "Variant Price": "x"},
        {"Handle": "c", "Title": "C", "Variant Price": "5"},
    ]
    report = await shop.load(table(rows))
    assert [e.rule for e in report.errors if e.severity == "product"] == ["title_missing", "no_variants"]
    assert report.products == Tally(created=1, rejected=2)


async def test_values_of_an_unnamed_option_fit_only_options_the_shop_has(shop: Any, table: Table, mug: Rows) -> None:
    row = {"Handle": "mug", "Title": "Mug", "Option1 Value": "S", "Variant Price": "1"}
    report = await shop.load(table([row]))
    assert [e.rule for e in report.errors] == ["option_mismatch", "no_variants"]
    await shop.load(table(mug))
    assert (await shop.load(table([row]))).variants == Tally(updated=1)
    report = await shop.load(table([row | {"Option2 Value": "Blue"}]))
    assert [e.rule for e in report.errors] == ["option_mismatch"]


async def test_a_handle_made_from_a_title_does_not_swallow_another_product(shop: Any, table: Table) -> None:
    rows = [{"Handle": "mug", "Title": "Other"}, {"Handle": "", "Title": "Mug"}, {"Handle": "", "Title": "Vase"}]
    report = await shop.load(table(rows))
    assert report.products == Tally(created=2, rejected=1)
    assert (report.errors[0].rule, report.errors[0].suggestion) == ("duplicate_handle", "mug-2")


async def test_one_product_named_twice_is_updated_once(shop: Any, table: Table) -> None:
    await shop.load(table(_bowls(1)))
    rows = [
        {"Handle": "bowl-1", "Title": "Bowl A", "Variant SKU": "B1"},
        {"Handle": "", "Title": "Bowl B", "Variant SKU": "B1"},
    ]
    report = await shop.load(table(rows))
    assert report.products == Tally(updated=1, rejected=1)
    assert report.errors[0].rule == "duplicate_handle"


async def test_what_changed_after_the_plan_is_left_alone(shop: Any, table: Table) -> None:
    await shop.load(table(_bowls(3)))
    rows = [row | {"Variant Price": "9.00"} for row in _bowls(3)]
    plan = await shop.imports.plan(shop.ctx, table(rows))
    product_id = await shop.value("SELECT product_id FROM product_translations WHERE handle = 'bowl-2'")
    command = UpdateProduct(product_id=product_id, base_version=1, vendor="Mine")
    await shop.catalog.update_product(shop.ctx, command)
    report = await shop.imports.commit(shop.ctx, plan)
    assert report.products == Tally(updated=2, rejected=1)
    (error,) = report.errors
    assert (error.rule, error.handle, error.line) == ("changed_meanwhile", "bowl-2", 3)
    product = await shop.catalog.get_product(shop.ctx, product_id)
    assert (product.vendor, product.variants[0].prices[0].amount) == ("Mine", 500)


async def test_a_handle_or_sku_taken_after_the_plan_costs_only_its_product(shop: Any, table: Table) -> None:
    plan = await shop.imports.plan(shop.ctx, table(_bowls(4)))
    for handle, sku in (("bowl-2", "X"), ("other", "B3")):
        words = {"en": TranslationInput(title="Mine", handle=handle)}
        await shop.catalog.create_product(
            shop.ctx, CreateProduct(translations=words, variants=(VariantInput(sku=sku),))
        )
    report = await shop.imports.commit(shop.ctx, plan)
    assert report.products == Tally(created=2, rejected=2)
    assert [(e.rule, e.handle, e.value) for e in report.errors] == [
        ("duplicate_handle", "bowl-2", "bowl-2"),
        ("duplicate_sku", "bowl-3", "B3"),
    ]
    assert all("Mine" in e.message for e in report.errors)
    # Nothing of the two is left: no row, no event.
    created = await shop.rows("SELECT data FROM sys_events WHERE event_type = 'product.created'")
    titles = [json.loads(data)["changes"]["title@en"][1] for (data,) in created]
    assert sorted(titles) == ["Bowl 1", "Bowl 4", "Mine", "Mine"]
    assert await shop.value("SELECT count(*) FROM product_variants") == 4


async def test_a_plan_is_used_once(shop: Any, table: Table) -> None:
    plan = await shop.imports.plan(shop.ctx, table(_bowls(1)))
    await shop.imports.commit(shop.ctx, plan)
    imports, ctx = shop.imports, shop.ctx
    for call in (imports.commit(ctx, plan), imports.planned(ctx, plan), imports.exclude(ctx, plan, [1])):
        with pytest.raises(UserError) as refused:
            await call
        assert refused.value.code == "plan_gone"


async def test_another_shop_sees_nothing_of_this_one(shop: Any, table: Table) -> None:
    """The same handles and SKUs in a second shop are new products there."""
    from dataclasses import replace

    from rustok_desktop.core.ids import new_id
    from rustok_desktop.storage.statements import prepare

    await shop.load(table(_bowls(4)))
    first, other = shop.ctx, new_id()
    copy = prepare(
        "INSERT INTO tenants SELECT :id, 'second', name, default_locale, currency_code, settings, is_active, "
        "created_at, updated_at FROM tenants"
    )
    await shop.database.writer.run(lambda uow: uow.run(copy, id=other))
    shop.ctx = replace(shop.ctx, tenant_id=other)
    assert (await shop.load(table(_bowls(3)))).products == Tally(created=3)
    assert (await shop.load(table(_bowls(4)))).products == Tally(created=1, unchanged=3)
    assert await shop.value("SELECT count(*) FROM stock_locations") == 2
    shop.ctx = first
    assert (await shop.load(table(_bowls(4)))).products == Tally(unchanged=4)


async def test_left_out_columns_and_lost_characters_are_told(shop: Any, table: Table) -> None:
    rows = [{"Handle": "a", "Title": "Caf\ufffd", "_own": "x", "Google Shopping / MPN": "1"}]
    plan = await shop.imports.plan(shop.ctx, table(rows))
    assert dict(plan.found.columns) == {
        "Handle": "handle",
        "Title": "title",
        "_own": None,
        "Google Shopping / MPN": None,
    }
    assert len(plan.found.warnings) == 3
    assert "_own" in plan.found.warnings[0]

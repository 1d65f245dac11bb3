"""Cells that are mended while an import is reviewed; and a plan that is made again keeps what was left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rustok_desktop.core.messages import message
from rustok_desktop.exchange.schemas import ImportAction, ImportOptions, Mend, Tally

Table = Callable[..., Path]
Rows = Sequence[Mapping[str, str]]


async def test_a_suggestion_and_a_typed_value_bring_rows_back(shop: Any, table: Table, mug: Rows) -> None:
    mug[1]["Variant Price"] = "36,5O"  # type: ignore[index]
    path = table([*mug, {"Handle": "cup", "Title": "Cup", "Variant Price": "free"}])
    plan = await shop.imports.plan(shop.ctx, path)
    assert (plan.products, plan.variants) == (Tally(created=1, rejected=1), Tally(created=1, rejected=2))
    first, second = (e for e in plan.errors if e.rule == "bad_amount")
    assert first.suggestion is not None
    mends = (Mend(first.record, first.column, first.suggestion), Mend(second.record, second.column, "8"))
    again = await shop.imports.plan(shop.ctx, path, ImportOptions(mends=mends))
    assert (again.products, again.errors) == (Tally(created=2), ())
    await shop.imports.commit(shop.ctx, again)
    assert sorted(row[0] for row in await shop.rows("SELECT amount FROM prices")) == [800, 1250, 3650]
    assert "36,5O" in path.read_text("utf-8"), "the file stays as it is"


async def test_a_mended_handle_takes_all_rows_of_its_product_along(shop: Any, table: Table) -> None:
    rows = [
        {"Handle": "Tea Cup", "Title": "Cup", "Option1 Name": "Size", "Option1 Value": "S", "Variant Price": "1"},
        {"Handle": "Tea Cup", "Option1 Value": "L", "Variant Price": "2"},
        {"Handle": "tea-cup", "Title": "Other", "Variant Price": "3"},
    ]
    path = table(rows)
    plan = await shop.imports.plan(shop.ctx, path)
    refused = next(e for e in plan.errors if e.rule == "duplicate_handle")
    assert (refused.record, refused.suggestion) == (1, "tea-cup-2")
    mend = Mend(refused.record, refused.column, "tea-cup-2")
    again = await shop.imports.plan(shop.ctx, path, ImportOptions(mends=(mend,)))
    assert (again.products, again.variants, again.errors) == (Tally(created=2), Tally(created=3), ())


async def test_a_short_row_and_a_column_that_is_not_there(shop: Any, table: Table) -> None:
    path = table([{"Handle": "cup", "Title": "Cup", "Variant Price": "x"}])
    path.write_text(path.read_text("utf-8").replace(",x", ""), "utf-8")
    mends = (Mend(1, "Variant Price", "4"), Mend(1, "Vendor", "Kiln"), Mend(99, "Title", "None"))
    plan = await shop.imports.plan(shop.ctx, path, ImportOptions(mends=mends))
    await shop.imports.commit(shop.ctx, plan)
    assert await shop.rows("SELECT vendor FROM products") == [(None,)]
    assert await shop.value("SELECT amount FROM prices") == 400


async def test_a_mend_that_is_wrong_is_rejected_like_the_cell_before(shop: Any, table: Table) -> None:
    path = table([{"Handle": "cup", "Title": "Cup", "Variant Price": "free"}])
    plan = await shop.in_a_process.plan(shop.ctx, path, ImportOptions(mends=(Mend(1, "Variant Price", "gratis"),)))
    (error,) = (e for e in plan.errors if e.rule == "bad_amount")
    assert error.value == "gratis"
    kept = shop.imports.rejected_rows(shop.ctx, plan)
    assert "gratis" in kept.read_text("utf-8")


async def test_what_was_left_out_stays_out(shop: Any, table: Table) -> None:
    path = table([{"Handle": h, "Title": h, "Variant Price": p} for h, p in (("a", "1"), ("b", "2"), ("c", "x"))])
    options = ImportOptions(left_out=frozenset({"a", "c", "nowhere"}))
    plan = await shop.imports.plan(shop.ctx, path, options)
    assert plan.left_out == 1, "c is rejected anyway"
    products = await shop.imports.planned(shop.ctx, plan)
    assert [(p.handle, p.excluded, p.action is ImportAction.REJECT) for p in products] == [
        ("a", True, False),
        ("b", False, False),
        ("c", False, True),
    ]
    await shop.imports.commit(shop.ctx, plan)
    assert await shop.rows("SELECT handle FROM product_translations") == [("b",)]


async def test_findings_and_notes_can_be_told_in_another_language(shop: Any, table: Table) -> None:
    path = table([{"Handle": "cup", "Title": "Cup", "Variant Price": "free", "_own": "x"}])
    plan = await shop.imports.plan(shop.ctx, path)
    russian = await shop.imports.plan(replace(shop.ctx, locale="ru"), path)
    for one, other in zip(plan.errors, russian.errors, strict=True):
        assert message(one.rule, "en", one.params) == one.message
        assert message(one.rule, "ru", one.params) == other.message != one.message
    assert [message(code, "ru", params) for code, params in plan.found.notes] == list(russian.found.warnings)

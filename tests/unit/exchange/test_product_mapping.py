"""Rows of one product to a draft: what each row carries and what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from rustok_desktop.exchange.cells import EMPTY
from rustok_desktop.exchange.drafts import ProductDraft
from rustok_desktop.exchange.findings import Findings
from rustok_desktop.exchange.mapping import ProductMapper
from rustok_desktop.exchange.schemas import RowError
from rustok_desktop.exchange.shopify import recognise

Rows = Sequence[Mapping[str, str]]


def draft_of(rows: Rows, extra: Sequence[str] = (), handles: set[str] | None = None) -> ProductDraft:
    """The draft that these rows make; ``extra`` are columns empty in all of them."""
    headers = [*dict.fromkeys(key for row in rows for key in row), *extra]
    columns = recognise(headers)
    mapper = ProductMapper(columns, "USD", Findings(columns, "en"), handles if handles is not None else {"mug"})
    records = [(n, n + 1, [row.get(header, "") for header in headers]) for n, row in enumerate(rows, 1)]
    return mapper.draft(1, records)


def problems(draft: ProductDraft) -> list[tuple[str, str, str]]:
    return [(error.rule, error.severity, error.column) for error in draft.errors]


def only(draft: ProductDraft) -> RowError:
    assert len(draft.errors) == 1
    return draft.errors[0]


BASE = {"Handle": "mug", "Title": "Mug", "Variant Price": "12.50"}


def test_columns_that_are_absent_empty_and_filled_differ() -> None:
    draft = draft_of([{**BASE, "Vendor": "Kiln"}], extra=["Type", "Variant SKU"])
    assert draft.texts == {"vendor": "Kiln", "product_type": EMPTY}
    variant = draft.variants[0]
    assert (variant.sku, variant.barcode, variant.price) == (EMPTY, None, 1250)


def test_the_first_text_of_a_column_counts_also_when_it_stands_later() -> None:
    rows = [{**BASE, "Status": ""}, {"Handle": "mug", "Title": "Other", "Status": "active", "Vendor": "Kiln"}]
    draft = draft_of(rows)
    assert (draft.title, draft.status, draft.texts["vendor"]) == ("Mug", "active", "Kiln")


def test_option_names_may_stand_once_or_on_every_row() -> None:
    once = [
        {**BASE, "Option1 Name": "Size", "Option1 Value": "S"},
        {"Handle": "mug", "Option1 Value": "L", "Variant Price": "13"},
    ]
    repeated = [once[0], {**once[1], "Option1 Name": "Size"}]
    for rows in (once, repeated):
        draft = draft_of(rows)
        assert draft.option_names == ("Size",)
        assert [variant.options for variant in draft.variants] == [("S",), ("L",)]


def test_title_default_title_means_no_options() -> None:
    draft = draft_of([{**BASE, "Option1 Name": "Title", "Option1 Value": "Default Title"}])
    assert draft.option_names == ()
    assert [variant.options for variant in draft.variants] == [()]


def test_an_option_that_is_really_called_title_stays_one() -> None:
    rows = [{**BASE, "Option1 Name": "Title", "Option1 Value": "Sir"}]
    assert draft_of(rows).option_names == ("Title",)


def test_a_row_may_carry_a_variant_an_image_or_both() -> None:
    rows = [
        {**BASE, "Image Src": "https://i.example/1.jpg", "Image Position": "2", "Image Alt Text": "Front"},
        {"Handle": "mug", "Image Src": "https://i.example/2.jpg", "Image Position": "1"},
        {"Handle": "mug", "Image Src": "https://i.example/1.jpg"},
    ]
    draft = draft_of(rows)
    assert draft.variant_rows == len(draft.variants) == 1
    assert [(image.url[-5:], image.alt_text, image.position) for image in draft.images] == [
        ("1.jpg", "Front", 2),
        ("2.jpg", EMPTY, 1),
    ]


def test_guards_and_gaps_leave_codes() -> None:
    draft = draft_of([{**BASE, "Variant SKU": "'2019104", "Variant Barcode": "'5054 698 692271"}])
    assert (draft.variants[0].sku, draft.variants[0].barcode) == ("2019104", "5054698692271")


def test_a_destroyed_barcode_costs_only_its_cell() -> None:
    draft = draft_of([{**BASE, "Variant Barcode": "1.23457E+12"}])
    assert problems(draft) == [("barcode_destroyed", "cell", "Variant Barcode")]
    assert draft.variants[0].barcode is None


def test_a_wrong_check_digit_is_kept() -> None:
    assert draft_of([{**BASE, "Variant Barcode": "4006381333932"}]).errors == []


@pytest.mark.parametrize(
    ("column", "text", "rule", "suggestion"),
    [
        ("Variant Price", "36,50", "bad_amount", "36.50"),
        ("Variant Price", "36,5O", "bad_amount", "36.50"),
        ("Variant Grams", "1.2 kg", "not_a_number", "1200"),
        ("Variant Inventory Qty", "2.5", "not_whole_number", None),
        ("Variant Taxable", "perhaps", "bad_boolean", None),
        ("Variant Inventory Policy", "denny", "bad_policy", "deny"),
        ("Variant SKU", "A\tB", "bad_sku", "A B"),
        ("Variant SKU", "x" * 101, "too_long", None),
    ],
)
def test_a_wrong_cell_costs_its_row(column: str, text: str, rule: str, suggestion: str | None) -> None:
    draft = draft_of([{**BASE, column: text}])
    error = only(draft)
    assert (error.rule, error.severity, error.column) == (rule, "row", column)
    assert (error.line, error.record, error.suggestion) == (2, 1, suggestion)
    assert error.value == text[:200]
    assert draft.variants == []
    assert draft.variant_rows == 1


@pytest.mark.parametrize(
    ("column", "text", "rule"),
    [
        ("Variant Compare At Price", "-5", "negative_amount"),
        ("Cost per item", "cheap", "bad_amount"),
        ("Image Src", "mug.jpg", "bad_url"),
        ("Variant Image", "ftp://x/mug.jpg", "bad_url"),
        ("Image Src", "https://i.example/" + "x" * 2100, "too_long"),
        ("Vendor", "v" * 256, "too_long"),
        ("Tags", "t" * 256, "too_long"),
        ("Variant Barcode", "b" * 101, "too_long"),
        ("Variant Weight Unit", "stone", "bad_weight_unit"),
    ],
)
def test_what_a_product_can_do_without_costs_only_its_cell(column: str, text: str, rule: str) -> None:
    draft = draft_of([{**BASE, column: text}])
    assert problems(draft) == [(rule, "cell", column)]
    assert len(draft.variants) == 1
    assert not draft.rejected


@pytest.mark.parametrize(
    ("cells", "rule", "suggestion"),
    [
        ({"Title": "t" * 256}, "too_long", "t" * 255),
        ({"Status": "Actve"}, "bad_status", "active"),
        ({"Published": "maybe"}, "bad_boolean", None),
        ({"Option1 Name": "n" * 101, "Option1 Value": "S"}, "too_long", None),
        ({"Option1 Name": "", "Option1 Value": "S", "Option2 Name": "Size", "Option2 Value": "L"}, "required", None),
        (
            {"Option1 Name": "Size", "Option1 Value": "S", "Option2 Name": "size", "Option2 Value": "L"},
            "duplicate_option",
            None,
        ),
    ],
)
def test_what_the_product_cannot_do_without_costs_it(
    cells: dict[str, str], rule: str, suggestion: str | None
) -> None:
    draft = draft_of([{**BASE, **cells}])
    assert draft.rejected
    error = next(error for error in draft.errors if error.severity == "product")
    assert (error.rule, error.suggestion) == (rule, suggestion)


def test_the_same_combination_twice_rejects_the_later_row() -> None:
    row = {**BASE, "Option1 Name": "Size", "Option1 Value": "S"}
    draft = draft_of([row, {**row, "Variant Price": "13"}])
    assert [variant.price for variant in draft.variants] == [1250]
    error = only(draft)
    assert (error.rule, error.severity, error.line, error.value) == ("duplicate_combination", "row", 3, "S")


def test_a_missing_option_value_names_the_option() -> None:
    row = {**BASE, "Option1 Name": "Size", "Option1 Value": "S", "Option2 Name": "Colour", "Option2 Value": ""}
    second = {**row, "Option2 Value": "Red"}
    draft = draft_of([row, second])
    assert problems(draft) == [("option_value_missing", "row", "Option2 Value")]
    assert "Colour" in draft.errors[0].message


def test_values_without_an_option_name_are_left_to_the_shops_options() -> None:
    draft = draft_of([{**BASE, "Option1 Name": "", "Option1 Value": "S", "Option2 Value": ""}])
    assert (draft.option_names, draft.variants[0].options, draft.errors) == ((), ("S",), [])


def test_status_wins_over_published() -> None:
    assert draft_of([{**BASE, "Published": "TRUE"}]).status == "active"
    assert draft_of([{**BASE, "Published": "FALSE"}]).status == "draft"
    assert draft_of([{**BASE, "Published": "TRUE", "Status": "archived"}]).status == "archived"
    assert draft_of([BASE]).status is None


def test_a_handle_is_made_canonical_or_from_the_title() -> None:
    assert draft_of([{**BASE, "Handle": "Blue_Mug XL"}]).handle == "blue-mug-xl"
    assert draft_of([{"Handle": "", "Title": "Кружка синяя"}]).handle == "kruzhka-sinyaya"


def test_two_spellings_of_one_handle_do_not_become_one_product() -> None:
    draft = draft_of([{**BASE, "Handle": "blue_mug"}], handles={"blue_mug", "blue-mug"})
    assert draft.rejected
    error = only(draft)
    assert (error.rule, error.suggestion) == ("duplicate_handle", "blue-mug-2")


def test_a_row_without_handle_and_title_is_named() -> None:
    draft = draft_of([{**BASE, "Handle": "", "Title": ""}])
    assert draft.rejected
    assert only(draft).rule == "handle_missing"


def test_short_records_are_padded_and_long_ones_refused_only_when_the_tail_says_something() -> None:
    columns = recognise(["Handle", "Title", "Variant Price"])
    mapper = ProductMapper(columns, "USD", Findings(columns, "en"), {"a", "b", "c"})
    assert mapper.draft(1, [(1, 2, ["a", "A"])]).errors == []
    assert mapper.draft(2, [(2, 3, ["b", "B", "1", "", " "])]).errors == []
    assert problems(mapper.draft(3, [(3, 4, ["c", "C", "1", "stray"])])) == [("too_many_cells", "row", "")]


def test_a_carriage_return_at_a_cells_end_is_dropped() -> None:
    assert draft_of([{**BASE, "Vendor": "Kiln\r"}]).texts["vendor"] == "Kiln"


def test_messages_speak_the_readers_language() -> None:
    columns = recognise(["Handle", "Title", "Variant Price"])
    mapper = ProductMapper(columns, "USD", Findings(columns, "ru"), set())
    draft = mapper.draft(1, [(1, 2, ["a", "A", "дорого"])])
    assert draft.errors[0].message == "«дорого» — не денежная сумма."


def test_too_many_images_cost_the_product() -> None:
    rows = [BASE, *({"Handle": "mug", "Image Src": f"https://i.example/{n}.jpg"} for n in range(251))]
    draft = draft_of(rows)
    assert draft.rejected
    assert only(draft).rule == "too_many_images"

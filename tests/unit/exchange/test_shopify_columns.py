"""Which headers are a Shopify product file, and what others are called."""

from __future__ import annotations

import pytest

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange import shopify

CLASSIC = ["Handle", "Title", "Body (HTML)", "Vendor", "Variant SKU", "Variant Price", "Variant Grams", "Image Src"]
NEW = ["Title", "URL handle", "Description", "Vendor", "SKU", "Price", "Weight value (grams)", "Product image URL"]


def test_both_generations_name_the_same_fields() -> None:
    classic, new = shopify.recognise(CLASSIC), shopify.recognise(NEW)
    assert (classic.generation, new.generation) == ("classic", "new")
    assert set(classic.fields) == set(new.fields)
    assert None not in classic.fields


def test_case_and_spaces_do_not_count() -> None:
    columns = shopify.recognise([" handle ", "TITLE", "variant PRICE"])
    assert columns.fields == ("handle", "title", "price")
    assert columns.header("price") == "variant PRICE"


def test_unknown_columns_are_noted_and_shopifys_own_are_not() -> None:
    columns = shopify.recognise([*CLASSIC, "_parsedBarcode", "Google Shopping / MPN", "Gift Card", "Price / EU"])
    assert columns.left_out() == ("_parsedBarcode",)


def test_metafields_keep_their_key() -> None:
    columns = shopify.recognise([*CLASSIC, "Color (product.metafields.shopify.color-pattern)"])
    assert columns.metafields() == ((len(CLASSIC), "shopify.color-pattern"),)


def test_a_repeated_column_counts_once() -> None:
    assert shopify.recognise(["Handle", "Title", "Title"]).fields == ("handle", "title", None)


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        (["ID", "Type", "SKU", "Name", "Is featured?", "Regular price"], "WooCommerce"),
        (["Product Id", "Product Handle", "Product Title", "Variant Id"], "Medusa"),
        (["Handle", "Title", "Location", "On hand (new)"], "inventory"),
        (["name", "slug", "optionGroups", "price"], "Vendure"),
    ],
)
def test_other_programs_files_are_named(headers: list[str], found: str) -> None:
    with pytest.raises(UserError, match=found) as refused:
        shopify.recognise(headers)
    assert refused.value.code == "wrong_format"


@pytest.mark.parametrize("headers", [["Code", "Product Name", "Quantity"], ["Title"], ["Handle"], ["a"]])
def test_a_list_without_the_columns_is_refused(headers: list[str]) -> None:
    with pytest.raises(UserError) as refused:
        shopify.recognise(headers)
    assert refused.value.code == "missing_columns"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"PK\x03\x04...", "spreadsheet"),
        (b'<?xml version="1.0"?><!-- WordPress eXtended RSS -->', "WordPress"),
        (b"<html>", "XML or HTML"),
        (b'\xef\xbb\xbf {"db": []}', "JSON"),
        (b"%PDF-1.7", "PDF"),
        (b"Handle,Title\n", None),
        (b"[Handle],Title\n", None),
    ],
)
def test_files_that_are_no_table(head: bytes, found: str | None) -> None:
    named = shopify.other_format(head)
    assert (named is None) if found is None else (named is not None and found in named)

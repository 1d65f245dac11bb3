"""The invented catalog: the same for the same seed, valid, and large when asked."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from rustok_desktop.core import validators
from rustok_desktop.core.text import slugify
from rustok_desktop.exchange import demo_words
from rustok_desktop.exchange.demo import create_command, demo_products, write_shopify_csv
from rustok_desktop.exchange.shopify import recognise

# More than there are combinations of shape, thing and glaze, so that series numbers come into play.
MANY = len(demo_words.FORMS) * len(demo_words.NOUNS) * len(demo_words.GLAZES) + 50


def test_the_same_seed_makes_the_same_products() -> None:
    assert list(demo_products(50, seed=7)) == list(demo_products(50, seed=7))
    assert list(demo_products(50, seed=7)) != list(demo_products(50, seed=8))
    assert list(demo_products(50, seed=7)) == list(demo_products(80, seed=7))[:50]


def test_handles_skus_and_barcodes_are_unique_and_sound() -> None:
    products = list(demo_products(MANY))
    variants = [variant for product in products for variant in product.variants]
    for values in (
        [product.handle for product in products],
        [product.title for product in products],
        [variant.sku for variant in variants],
        [variant.barcode for variant in variants if variant.barcode],
    ):
        assert len(values) == len(set(values))
    assert all(validators.handle("h", product.handle) is None for product in products)
    assert all(slugify(product.title) == product.handle for product in products[:200])
    assert all(validators.gtin_check(variant.barcode) is None for variant in variants[:500])
    assert all(v.compare_at is None or v.compare_at >= v.price for v in variants)
    assert {len(product.variants) for product in products} == {1, 2, 3, 4}


def test_every_product_can_be_created_by_hand() -> None:
    for product in demo_products(100):
        command = create_command(product, "EUR")
        assert set(command.translations) == {"en", "ru"}
        combinations = [variant.option_values for variant in command.variants]
        assert len(combinations) == len(set(combinations))
        assert all(len(values) == len(command.options) for values in combinations)
        assert all(variant.prices[0].currency_code == "EUR" for variant in command.variants)


def test_the_file_is_a_shopify_export(tmp_path: Path) -> None:
    path = tmp_path / "demo.csv"
    records = write_shopify_csv(path, 300, seed=3)
    with path.open(encoding="utf-8", newline="") as file:
        headers, *rows = csv.reader(file)
    columns = recognise(headers)
    assert columns.generation == "classic"
    assert columns.left_out() == ()
    assert len(rows) == records
    assert {len(row) for row in rows} == {len(headers)}
    expected = {p.handle: len(p.variants) for p in demo_products(300, seed=3, prose=False)}
    sku = columns.index("sku")
    assert Counter(row[0] for row in rows if row[sku]) == expected
    images = sum(len(p.images) for p in demo_products(300, seed=3, prose=False))
    assert sum(bool(row[columns.index("image_url")]) for row in rows) == images


def test_words_are_as_frequent_as_in_a_language() -> None:
    counts = Counter(
        word for product in demo_products(3000, prose=False) for word in product.description.lower().split()
    )
    ranked = [count for _, count in counts.most_common()]
    assert ranked[0] > 5 * ranked[50] > 5 * ranked[500]
    assert len(ranked) > 2000


def test_descriptions_keep_their_length() -> None:
    for prose in (True, False):
        for product in demo_products(200, prose=prose):
            assert 15 <= len(product.description.split()) <= 75


def test_the_vocabulary_has_no_word_twice() -> None:
    vocabulary = demo_words.vocabulary()
    assert len(vocabulary) == len(set(vocabulary)) > 5000


@pytest.mark.parametrize("kind", ["NOUNS", "GLAZES"])
def test_codes_tell_things_apart(kind: str) -> None:
    codes = [entry.code for entry in getattr(demo_words, kind)]
    assert len(codes) == len(set(codes))

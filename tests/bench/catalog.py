"""A made-up catalog of any size, always the same one: as an import file and as rows of the write tables."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

_WORDS = (
    "gloves boots jacket rope helmet lamp bottle tent stove chair table shirt scarf wool cotton leather steel "
    "carbon alpine river forest summit ocean meadow storm winter summer light heavy compact folding classic pro "
    "junior team trail road track court field pocket travel daily racing training outdoor garden kitchen studio "
    "running cycling boxing rugby hockey tennis golf fishing camping climbing sailing skating riding walking"
)
WORDS = _WORDS.split()
RARE_WORDS = 6_000
VENDORS = [f"{word.title()} & Co" for word in WORDS[:40]]
TYPES = [word.title() for word in WORDS[40:60]]
SIZES = ("S", "M", "L")
_CLASSIC = (
    "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,"
    "Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,"
    "Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,"
    "Image Src,Image Position,Status"
)
CLASSIC = _CLASSIC.split(",")


@dataclass(frozen=True, slots=True)
class MadeProduct:
    """One product with its three sizes."""

    number: int
    title: str
    handle: str
    body: str
    vendor: str
    product_type: str
    tags: tuple[str, ...]
    status: str
    price: int  # minor units
    stock: int


def made_words(count: int) -> list[str]:
    """Pronounceable words that mean nothing, always the same ones."""
    chance = random.Random(1)
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = (chance.choice("bcdfghklmnprstvw") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))
        found["".join(syllables) + chance.choice(("", "n", "r", "s"))] = None
    return list(found)


def made_products(count: int, seed: int = 7) -> Iterator[MadeProduct]:
    """``count`` products; a few words are frequent and most are rare, as in a real catalog."""
    chance = random.Random(seed)
    vocabulary = [*WORDS, *made_words(RARE_WORDS)]
    # Zipf with an offset: the most frequent word stands in every fifteenth title and every fourth text.
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(vocabulary))))
    for number in range(count):
        words = chance.choices(vocabulary, cum_weights=weights, k=4)
        yield MadeProduct(
            number=number,
            title=f"{' '.join(words).title()} {number:06d}",
            handle=f"{'-'.join(words)}-{number:06d}",
            body=f"<p>{' '.join(chance.choices(vocabulary, cum_weights=weights, k=30))}</p>",
            vendor=chance.choice(VENDORS),
            product_type=chance.choice(TYPES),
            tags=tuple(sorted(set(chance.choices(WORDS, k=2)))),
            status="active" if chance.random() < 0.8 else "draft",
            price=chance.randrange(100, 50_000),
            stock=chance.choice((0, 0, 3, 20, 100)),
        )


def write_csv(path: Path, count: int, seed: int = 7, prefix: str = "") -> Path:
    """The catalog as a Shopify product file: one row per size; kept when it is there already.

    ``prefix`` begins handles and SKUs, so that the file's products are others than those of the shop.
    """
    if path.exists():
        return path
    fresh = path.with_suffix(".part")
    with fresh.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(CLASSIC)
        for product in made_products(count, seed):
            writer.writerows(_csv_rows(product, prefix))
    fresh.rename(path)
    return path


def _csv_rows(product: MadeProduct, prefix: str) -> Iterator[list[str]]:
    for position, size in enumerate(SIZES):
        first = position == 0
        price = product.price + 100 * position
        yield [
            f"{prefix}{product.handle}",
            product.title if first else "",
            product.body if first else "",
            product.vendor if first else "",
            product.product_type if first else "",
            ", ".join(product.tags) if first else "",
            "true" if first else "",
            "Size" if first else "",
            size,
            f"{prefix}{sku(product, position)}",
            "250",
            "shopify",
            str(product.stock),
            "deny",
            "manual",
            f"{price // 100}.{price % 100:02d}",
            "",
            "true",
            "true",
            "",
            f"https://images.example/{product.handle}.jpg" if first else "",
            "1" if first else "",
            product.status if first else "",
        ]


def sku(product: MadeProduct, position: int) -> str:
    """The stock-keeping unit of one size."""
    return f"SKU-{product.number:06d}-{SIZES[position]}"

"""An invented ceramics studio's catalog of any size: the same for the same seed, quick to write."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from rustok_desktop.core.text import slugify
from rustok_desktop.exchange import demo_words as words

if TYPE_CHECKING:
    from rustok_desktop.commerce.schemas import CreateProduct, VariantInput

IMAGE_ROOT = "https://images.example.com/kiln-and-clay"
_POOL_WORDS = 200_000
_BARCODE_PREFIX = 481_000_000_000  # the numbers of the pictures; GTIN-13 with a check digit
_HEADER_LINE = (  # Shopify's classic spelling
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,"
    "Option1 Name,Option1 Value,Option2 Name,Option2 Value,"
    "Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,"
    "Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,"
    "Image Src,Image Position,Image Alt Text,Variant Weight Unit,Cost per item,Status"
)
_HEADER = tuple(_HEADER_LINE.split(","))
_FILLER = ("",) * (len(_HEADER) - 1)
_IMAGE = _HEADER.index("Image Src")


@dataclass(frozen=True, slots=True)
class DemoVariant:
    """Money in hundredths; weight in grams; ``barcode`` is a sound GTIN-13 or empty."""

    option_values: tuple[str, ...]
    sku: str
    barcode: str
    price: int
    compare_at: int | None
    cost: int
    quantity: int
    grams: int


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """One product in English and Russian; ``options`` are names, their values stand in the variants."""

    handle: str
    title: str
    title_ru: str
    description: str
    vendor: str
    product_type: str
    category: str
    tags: tuple[str, ...]
    options: tuple[str, ...]
    variants: tuple[DemoVariant, ...]
    images: tuple[str, ...]
    status: str


def demo_products(count: int, seed: int = 1, *, prose: bool = True) -> Iterator[DemoProduct]:
    """``count`` products; handles and SKUs are unique among them, and the first ones of a longer run.

    Descriptions are sentences, or with ``prose`` false mostly words as frequent as words are in a language:
    that is what searches and their measurements need.
    """
    studio = _Studio(Random(seed), prose=prose)
    return (studio.product(number) for number in range(count))


def write_shopify_csv(path: Path, products: int, seed: int = 1) -> int:
    """Write ``products`` products as Shopify's classic CSV (UTF-8); the number of data records."""
    records = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for product in demo_products(products, seed, prose=False):
            rows = _csv_rows(product)
            writer.writerows(rows)
            records += len(rows)
    return records


def create_command(product: DemoProduct, currency: str) -> CreateProduct:
    """The command that creates the product by hand, in both languages, priced in ``currency``."""
    from rustok_desktop.commerce import schemas

    names = product.options
    columns = list(zip(*(variant.option_values for variant in product.variants), strict=True))
    options = tuple(
        schemas.OptionInput(name=name, values=tuple(dict.fromkeys(values)))
        for name, values in zip(names, columns, strict=False)
    )
    return schemas.CreateProduct(
        translations={
            "en": schemas.TranslationInput(title=product.title, handle=product.handle, description=product.description),
            "ru": schemas.TranslationInput(title=product.title_ru),
        },
        variants=tuple(_variant_input(variant, currency) for variant in product.variants),
        options=options,
        images=tuple(schemas.ImageInput(url=url, alt_text=product.title) for url in product.images),
        vendor=product.vendor,
        product_type=product.product_type,
        category=product.category,
        tags=product.tags,
        publish=product.status == "active",
    )


def _variant_input(variant: DemoVariant, currency: str) -> VariantInput:
    from rustok_desktop.commerce import schemas

    price = schemas.PriceInput(
        currency_code=currency,
        amount=variant.price,
        compare_at_amount=variant.compare_at,
        cost_amount=variant.cost,
    )
    return schemas.VariantInput(
        option_values=variant.option_values,
        sku=variant.sku,
        barcode=variant.barcode or None,
        weight_mg=variant.grams * 1000,
        weight_unit="g",
        prices=(price,),
        quantity=variant.quantity,
    )


class _Studio:
    """Makes products one after another out of one stream of chance."""

    def __init__(self, chance: Random, *, prose: bool) -> None:
        self._chance = chance
        self._prose = prose
        vocabulary = words.vocabulary()
        # Zipf: the n-th word is about 1/n as frequent as the first, so searches meet common and rare words.
        weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(vocabulary))))
        self._pool = chance.choices(vocabulary, cum_weights=weights, k=_POOL_WORDS)
        self._combinations = len(words.FORMS) * len(words.NOUNS) * len(words.GLAZES)
        self._slugs: dict[str, str] = {}

    def product(self, number: int) -> DemoProduct:
        """The product at a place of the run."""
        chance = self._chance
        form, noun, glaze, series = self._name(number)
        title = f"{form.en} {noun.en}, {glaze.en}" + (f" No. {series}" if series else "")
        title_ru = f"{noun.ru} {form.ru}, {glaze.ru}" + (f" № {series}" if series else "")
        handle = f"{self._slug(form.en)}-{self._slug(noun.en)}-{self._slug(glaze.en)}"
        handle = f"{handle}-no-{series}" if series else handle
        options, combinations = self._options()
        return DemoProduct(
            handle=handle,
            title=title,
            title_ru=title_ru,
            description=self._description(),
            vendor=chance.choice(words.VENDORS),
            product_type=noun.group,
            category=f"Home & Garden > Kitchen & Dining > {noun.group}",
            tags=tuple(sorted({glaze.en, *chance.choices(words.TAGS, k=2)})),
            options=options,
            variants=self._variants(number, noun, glaze, combinations),
            images=tuple(f"{IMAGE_ROOT}/{handle}-{n}.jpg" for n in range(1, chance.choice((1, 2, 2)) + 1)),
            status="active" if chance.random() < 0.85 else "draft",
        )

    def _name(self, number: int) -> tuple[words.Form, words.Noun, words.Glaze, int]:
        """A combination per place; after all of them they come again with a series number."""
        # 7919 shares no factor with the number of combinations: each comes exactly once, in no visible order.
        place = number * 7919 % self._combinations
        place, glaze = divmod(place, len(words.GLAZES))
        form, noun = divmod(place, len(words.NOUNS))
        series = number // self._combinations
        return words.FORMS[form], words.NOUNS[noun], words.GLAZES[glaze], series + 1 if series else 0

    def _slug(self, text: str) -> str:
        slug = self._slugs.get(text)
        if slug is None:
            slug = self._slugs[text] = slugify(text)
        return slug

    def _description(self) -> str:
        chance = self._chance
        if self._prose:
            first, *more = chance.sample(words.SENTENCES, 3)
            return f"<p>{first}</p><p>{' '.join(more)}</p>"
        length = chance.randint(10, 45)
        start = chance.randrange(_POOL_WORDS - length)
        text = " ".join(self._pool[start : start + length])
        return f"<p>{chance.choice(words.SENTENCES)}</p><p>{text.capitalize()}.</p>"

    def _options(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        chance = self._chance
        count = chance.choice((1, 1, 2, 3, 4))
        if count == 1:
            return (), [()]
        if count == 4:
            return ("Size", "Finish"), [(s, f) for s in words.SIZES[:2] for f in words.FINISHES]
        return ("Size",), [(size,) for size in words.SIZES[:count]]

    def _variants(
        self, number: int, noun: words.Noun, glaze: words.Glaze, combinations: list[tuple[str, ...]]
    ) -> tuple[DemoVariant, ...]:
        chance = self._chance
        price = noun.price + chance.randrange(-4, 9) * 100
        reduced = chance.random() < 0.15
        variants = []
        for place, values in enumerate(combinations):
            amount = price + place * 400
            variants.append(
                DemoVariant(
                    option_values=values,
                    sku=f"{noun.code}-{glaze.code}-{number + 1}" + (f"-{place + 1}" if values else ""),
                    barcode=_gtin(number * 4 + place) if chance.random() < 0.7 else "",
                    price=amount,
                    compare_at=amount + amount // 500 * 100 if reduced and amount >= 500 else None,
                    cost=amount * 3 // 10,
                    quantity=0 if chance.random() < 0.1 else chance.randrange(1, 240),
                    grams=noun.grams + place * 60,
                )
            )
        return tuple(variants)


def _gtin(number: int) -> str:
    body = str(_BARCODE_PREFIX + number)
    total = sum(map(int, body[::2])) + 3 * sum(map(int, body[1::2]))
    return f"{body}{-total % 10}"


def _money(amount: int | None) -> str:
    return "" if amount is None else f"{amount // 100}.{amount % 100:02d}"


def _csv_rows(product: DemoProduct) -> list[tuple[object, ...]]:
    """A row per variant; the first carries the product, further images get rows or share a variant's."""
    rows = []
    for place, variant in enumerate(product.variants):
        first = place == 0
        image = product.images[place] if place < len(product.images) else ""
        rows.append(_csv_row(product, variant, image, place + 1, first=first))
    for place in range(len(rows), len(product.images)):
        row: list[object] = [product.handle, *_FILLER]
        row[_IMAGE : _IMAGE + 3] = (product.images[place], place + 1, product.title)
        rows.append(tuple(row))
    return rows


def _csv_row(
    product: DemoProduct, variant: DemoVariant, image: str, position: int, *, first: bool
) -> tuple[object, ...]:
    names = product.options if first else ("",) * len(product.options)
    pairs = [part for pair in zip(names, variant.option_values, strict=False) for part in pair]
    if not product.options:
        pairs = ["Title", "Default Title"]
    pairs += [""] * (4 - len(pairs))
    published = "true" if product.status == "active" else "false"
    head: tuple[object, ...] = (product.handle, *_FILLER[:7])
    if first:
        body = (product.title, product.description, product.vendor, product.category, product.product_type)
        head = (product.handle, *body, ", ".join(product.tags), published)
    return (
        *head,
        *pairs,
        variant.sku,
        variant.grams,
        "shopify",
        variant.quantity,
        "deny",
        _money(variant.price),
        _money(variant.compare_at),
        "true",
        "true",
        variant.barcode,
        image,
        position if image else "",
        product.title if image else "",
        "g",
        _money(variant.cost),
        product.status if first else "",
    )

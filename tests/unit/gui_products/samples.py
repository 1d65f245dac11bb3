"""Products as the services answer them, made up for tests of the editor and the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rustok_desktop.commerce.variant_records import VariantRecords
from rustok_desktop.commerce.views import (
    ImageView,
    MovementView,
    OptionValueView,
    OptionView,
    PriceView,
    ProductView,
    StockView,
    TranslationView,
    VariantView,
)
from rustok_desktop.core.codec import dumps
from rustok_desktop.index.schemas import ProductRow

NOW = "2026-11-20T14:02:00.000000Z"


def variant(
    number: int = 1,
    *,
    values: tuple[str, ...] = (),
    price: int | None = 3800,
    compare_at: int | None = None,
    cost: int | None = None,
    sku: str | None = None,
    barcode: str | None = None,
    on_hand: int = 12,
) -> VariantView:
    """A variant in dollars."""
    prices = () if price is None else (PriceView("USD", price, compare_at, cost),)
    return VariantView(
        id=f"v{number}",
        position=number,
        title=" / ".join(values) or "Default",
        option_values=values,
        sku=sku or f"BWL-{number:03d}",
        barcode=barcode,
        inventory_policy="deny",
        manage_inventory=True,
        requires_shipping=True,
        taxable=True,
        weight_mg=450_000,
        weight_unit="g",
        image_id=None,
        prices=prices,
        stock=(StockView("l1", "Main", on_hand),),
    )


def product(
    *,
    version: int = 3,
    title: str = "Ramen bowl, indigo",
    variants: tuple[VariantView, ...] | None = None,
    options: tuple[OptionView, ...] = (),
    status: str = "active",
    tags: tuple[str, ...] = ("stoneware", "indigo"),
    vendor: str | None = "Kiln & Clay",
    product_id: str = "p1",
) -> ProductView:
    """A bowl with one variant unless told otherwise."""
    words = TranslationView(
        "en",
        title,
        "ramen-bowl-indigo",
        "Wheel-thrown stoneware with a reactive indigo glaze.\nHolds 900 ml. Dishwasher and microwave safe.\n\n"
        "- Diameter 18 cm\n- Made in small batches",
    )
    return ProductView(
        id=product_id,
        version=version,
        status=status,
        vendor=vendor,
        product_type="Bowls",
        category="Kitchen > Tableware",
        tags=tags,
        created_at=NOW,
        updated_at=NOW,
        published_at=NOW,
        deleted_at=None,
        currency_code="USD",
        translations={"en": words},
        options=options,
        variants=variants or (variant(1, compare_at=4500, cost=1140),),
        images=(ImageView("i1", "https://example.org/bowl.jpg", "An indigo bowl"),),
    )


def apron(colours: int = 2, sizes: int = 3, *, version: int = 3) -> ProductView:
    """A product with colours and sizes."""
    colour_names = ("Indigo", "Clay", "Celadon", "Tenmoku")[:colours]
    size_names = ("XS", "S", "M", "L", "XL", "XXL")[:sizes]
    variants = tuple(
        variant(
            1 + c * sizes + s,
            values=(colour, size),
            price=3800 + 400 * (s > 3),
            compare_at=4500 + 400 * (s > 3),
            cost=1140,
            sku=f"APR-{colour[:3].upper()}-{size}",
            barcode=_gtin(f"48102314{1 + c * sizes + s:04d}"),
            on_hand=(18, 24, 31, 40, 22, 9)[s % 6] - 7 * (c % 2),
        )
        for c, colour in enumerate(colour_names)
        for s, size in enumerate(size_names)
    )
    options = (
        OptionView("o1", "Colour", tuple(OptionValueView(f"c{i}", n) for i, n in enumerate(colour_names))),
        OptionView("o2", "Size", tuple(OptionValueView(f"s{i}", n) for i, n in enumerate(size_names))),
    )
    return product(title="Studio apron, waxed linen", variants=variants, options=options, version=version)


def sheet(count: int, *, version: int = 3) -> ProductView:
    """A product of one option with ``count`` values, a variant for each."""
    names = [f"No {number}" for number in range(1, count + 1)]
    made = tuple(
        replace(variant(number, values=(name,), sku=f"S-{number:04d}"), title=name)
        for number, name in enumerate(names, start=1)
    )
    options = (OptionView("o1", "Number", tuple(OptionValueView(f"w{n}", name) for n, name in enumerate(names))),)
    return product(title="Sheet", variants=made, options=options, version=version)


def records(variants: Sequence[VariantView]) -> VariantRecords:
    """Variants as they are read from the shop."""
    rows = []
    for view in variants:
        flags = (int(view.manage_inventory), int(view.requires_shipping), int(view.taxable))
        prices = [[p.currency_code, p.amount, p.compare_at_amount, p.cost_amount] for p in view.prices]
        stock = [[level.location_id, level.location_name, level.on_hand] for level in view.stock]
        codes = (",".join(view.option_values), view.sku, view.barcode, view.inventory_policy)
        weight = (view.weight_mg, view.weight_unit, view.image_id)
        rows.append((view.id, view.position, view.title, *codes, *flags, *weight, dumps(prices), dumps(stock)))
    return VariantRecords(rows, {value: value for view in variants for value in view.option_values}, ())


def _gtin(body: str) -> str:
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(body)))
    return f"{body}{-total % 10}"


def movements() -> tuple[MovementView, ...]:
    """A short ledger, the latest first."""
    return (
        MovementView("m3", "v1", "Default", "Main", -2, "damaged", None, None, "2026-11-19T09:12:00.000000Z"),
        MovementView("m2", "v1", "Default", "Main", 24, "received", "PO-118", None, "2026-11-12T16:40:00.000000Z"),
        MovementView("m1", "v1", "Default", "Main", 24, "initial", None, None, "2026-11-02T08:00:00.000000Z"),
    )


def row(number: int, title: str | None = None, **changes: object) -> ProductRow:
    """A line of the list."""
    fields: dict[str, object] = {
        "index_id": number,
        "product_id": f"p{number}",
        "version": 1,
        "in_trash": False,
        "status": "active",
        "title": title or f"Product {number}",
        "handle": f"product-{number}",
        "vendor": "Kiln & Clay",
        "product_type": "Bowls",
        "tags": (),
        "sku": f"SKU-{number}",
        "variant_count": 1,
        "currency_code": "USD",
        "price_min": 2400,
        "price_max": 2400,
        "compare_at_max": None,
        "on_hand": 20,
        "stock_state": "in",
        "thumbnail_url": None,
        "updated_at": NOW,
    }
    return ProductRow(**{**fields, **changes})  # type: ignore[arg-type]

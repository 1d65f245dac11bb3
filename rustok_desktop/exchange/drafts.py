"""What a file says about one product, format left behind: input of the planner.

A field is ``None`` when its column is not in the file, ``EMPTY`` when the cell holds nothing, else a value.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rustok_desktop.exchange.cells import Empty
from rustok_desktop.exchange.schemas import RowError

Text = str | Empty | None
Number = int | Empty | None


@dataclass(slots=True)
class VariantDraft:
    """One variant row. ``options`` are texts in option order, None when the row names none.

    Money is minor units, weight milligrams. ``cells`` is the whole record, for the file of rejected rows.
    """

    record: int
    line: int
    cells: list[str]
    options: tuple[str, ...] | None = None
    sku: Text = None
    barcode: Text = None
    price: Number = None
    compare_at: Number = None
    cost: Number = None
    weight_mg: Number = None
    weight_unit: str | None = None
    inventory_policy: str | None = None
    manage_inventory: bool | None = None  # a new variant whose tracker cell is empty is not tracked
    tracker_empty: bool = False
    requires_shipping: bool | None = None
    taxable: bool | None = None
    quantity: int | None = None
    image_url: str | None = None


@dataclass(slots=True)
class ImageDraft:
    """An image; ``position`` as the file numbers it, None where it does not."""

    url: str
    alt_text: Text
    position: int | None


@dataclass(slots=True)
class ProductDraft:
    """One product of the file. ``handle`` is canonical and never empty unless the product is ``rejected``."""

    ordinal: int
    handle: str
    title: str
    record: int
    line: int
    records: list[tuple[int, int, list[str]]]
    has_handle: bool = True
    texts: dict[str, Text] = field(default_factory=dict)  # description vendor product_type category meta_…
    tags: tuple[str, ...] | Empty | None = None
    status: str | None = None
    metafields: dict[str, str] = field(default_factory=dict)
    option_names: tuple[str, ...] = ()
    variants: list[VariantDraft] = field(default_factory=list)
    images: list[ImageDraft] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    variant_rows: int = 0  # rows that carry a variant, refused ones included
    rejected: bool = False

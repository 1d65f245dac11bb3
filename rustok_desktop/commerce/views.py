"""What the catalog answers: plain records, light enough for a window to import before the first paint."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from rustok_desktop.core.errors import FieldProblem

# The plain fields of a variant: columns of its table, fields of its view, last parts of its paths in ``changes``.
VARIANT_FIELDS = (
    "sku",
    "barcode",
    "inventory_policy",
    "manage_inventory",
    "requires_shipping",
    "taxable",
    "weight_mg",
    "weight_unit",
    "image_id",
)


@dataclass(frozen=True, slots=True)
class TranslationView:
    """A product's words in one language."""

    locale: str
    title: str
    handle: str
    description: str | None = None
    meta_title: str | None = None
    meta_description: str | None = None


@dataclass(frozen=True, slots=True)
class OptionValueView:
    """One value of an option, e.g. ``XL``."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option in its order, with its values in theirs."""

    id: str
    name: str
    values: tuple[OptionValueView, ...]


@dataclass(frozen=True, slots=True)
class PriceView:
    """Minor units of one currency."""

    currency_code: str
    amount: int
    compare_at_amount: int | None = None
    cost_amount: int | None = None


@dataclass(frozen=True, slots=True)
class StockView:
    """What is on hand at one location; ``threshold`` when it is the variant's own there."""

    location_id: str
    location_name: str
    on_hand: int
    threshold: int | None = None


@dataclass(frozen=True, slots=True)
class VariantView:
    """One sellable variant. ``option_values`` are texts in option order; weight in milligrams."""

    id: str
    position: int
    title: str
    option_values: tuple[str, ...]
    sku: str | None
    barcode: str | None
    inventory_policy: str
    manage_inventory: bool
    requires_shipping: bool
    taxable: bool
    weight_mg: int | None
    weight_unit: str | None
    image_id: str | None
    prices: tuple[PriceView, ...]
    stock: tuple[StockView, ...]


@dataclass(frozen=True, slots=True)
class ImageView:
    """An image reference, in order."""

    id: str
    url: str
    alt_text: str | None


@dataclass(frozen=True, slots=True)
class LocationView:
    """A place where stock is kept."""

    id: str
    name: str
    code: str | None
    is_default: bool
    version: int = 1
    closed_at: str | None = None


@dataclass(frozen=True, slots=True)
class MovementView:
    """One line of the stock ledger."""

    id: str
    variant_id: str
    variant_title: str
    location_name: str
    delta: int
    reason: str
    reference: str | None
    actor_id: str | None
    created_at: str


@dataclass(frozen=True, slots=True)
class ProductView:
    """A whole product as the editor shows it; ``version`` goes back with the next command."""

    id: str
    version: int
    status: str
    vendor: str | None
    product_type: str | None
    category: str | None
    tags: tuple[str, ...]
    created_at: str
    updated_at: str
    published_at: str | None
    deleted_at: str | None
    currency_code: str
    translations: dict[str, TranslationView]
    options: tuple[OptionView, ...]
    variants: tuple[VariantView, ...]
    images: tuple[ImageView, ...]
    metadata: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenedProduct:
    """A product as far as it is in sight first: all but the variants after the first ``view.variants``.

    ``variant_count`` counts all of them.
    """

    view: ProductView
    variant_count: int


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """A product in another language: ``state`` is missing, stale, partly or done; ``share`` in percent."""

    product_id: str
    title: str
    state: str
    share: int


@dataclass(frozen=True, slots=True)
class TranslationList:
    """The first products of a shop in the order of what they lack, and how many there are of each state."""

    rows: tuple[TranslationRow, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Saved:
    """What a command did: the new version and the fields that changed (empty when nothing did)."""

    product_id: str
    version: int
    changed: tuple[str, ...]
    txid: str | None


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One variant of a preview: its amount in minor units as it is and as it would be, and what is wrong with that."""

    product_id: str
    product_title: str
    variant_id: str
    variant_title: str
    sku: str | None
    was: int | None
    becomes: int | None
    problem: FieldProblem | None = None


@dataclass(frozen=True, slots=True)
class PricePreview:
    """What a formula would do. ``products`` and ``changed`` variants would be written, ``unchanged`` ones have the
    outcome already, ``untouched`` ones lack the amount it starts from; one ``wrong`` variant refuses them all.

    ``margin_…`` is the mean margin in per cent over all chosen variants; ``versions`` go back with the command.
    """

    currency_code: str
    target: str
    products: int
    changed: int
    unchanged: int
    untouched: int
    wrong: int
    margin_before: Decimal | None
    margin_after: Decimal | None
    lines: tuple[PriceLine, ...]
    versions: dict[str, int]


@dataclass(frozen=True, slots=True)
class PricesChanged:
    """What a price change did: the (product id, new version) written, and how many variants it concerned."""

    products: tuple[tuple[str, int], ...]
    changed: int
    unchanged: int
    untouched: int
    txid: str | None


@dataclass(frozen=True, slots=True)
class BulkField:
    """One field of one product before and after a bulk edit; ``was`` None also where its variants differ.

    ``variants`` counts those that change, -1 for a field of the product itself. A weight is (milligrams, unit), an
    amount (lowest, highest, currency); collections and categories are the ids that the edit names.
    """

    name: str
    was: Any
    becomes: Any
    variants: int = -1

    @property
    def differs(self) -> bool:
        """Whether anything changes."""
        return self.was != self.becomes if self.variants < 0 else self.variants > 0


@dataclass(frozen=True, slots=True)
class BulkLine:
    """A product of a bulk edit: what changes (nothing: it is so already), or what forbids it."""

    product_id: str
    title: str
    version: int
    fields: tuple[BulkField, ...]
    problem: FieldProblem | None = None


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """Every product asked for that is there."""

    lines: tuple[BulkLine, ...]


@dataclass(frozen=True, slots=True)
class BulkDone:
    """The products that changed, and how many were so already."""

    changed: tuple[str, ...]
    unchanged: int
    txid: str | None

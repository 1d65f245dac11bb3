"""What price lists answer: plain records, light enough for a window to import before the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rustok_desktop.commerce.price_lists_rules import EffectivePrice, ListTerms, PriceStep
from rustok_desktop.core.errors import FieldProblem


@dataclass(frozen=True, slots=True)
class PriceListRow:
    """A list's own fields; ``version`` goes back with the next command, ``count`` is that of its prices."""

    id: str
    version: int
    name: str
    description: str | None
    type: str
    status: str
    currency_code: str
    priority: int
    starts_at: str | None
    ends_at: str | None
    deleted_at: str | None
    updated_at: str
    count: int

    @property
    def terms(self) -> ListTerms:
        """What decides whether its prices hold."""
        return ListTerms(
            self.id, self.name, self.type, self.status, self.currency_code, self.priority, self.starts_at, self.ends_at,
            self.deleted_at is not None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListPriceView:
    """A price of a list beside the variant's own one in the same money; minor units."""

    product_id: str
    product_title: str
    product_status: str
    variant_id: str
    variant_title: str
    sku: str | None
    base_amount: int | None
    compare_at_amount: int | None
    cost_amount: int | None
    min_quantity: int
    amount: int


@dataclass(frozen=True, slots=True)
class ListPricePage:
    """Prices by product and variant, as these were made; ``next`` continues behind the last one."""

    prices: tuple[ListPriceView, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class VariantListPrice:
    """A price that a list has for a variant."""

    terms: ListTerms
    version: int
    min_quantity: int
    amount: int


@dataclass(frozen=True, slots=True)
class VariantPrices:
    """A variant's own price in one money, what lists say in the same money, and what holds from which quantity on."""

    variant_id: str
    variant_title: str
    sku: str | None
    amount: int | None
    compare_at_amount: int | None
    cost_amount: int | None
    listed: tuple[VariantListPrice, ...]
    steps: tuple[PriceStep, ...]


@dataclass(frozen=True, slots=True)
class ProductPrices:
    """All variants of a product with what holds at ``at``; ``currencies`` are those it has any price in."""

    product_id: str
    currency_code: str
    at: str
    variants: tuple[VariantPrices, ...]
    currencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VariantEffectivePrice:
    """What one variant costs, and why."""

    product_id: str
    variant_id: str
    currency_code: str
    quantity: int
    at: str
    price: EffectivePrice


@dataclass(frozen=True, slots=True)
class ListPriceLine:
    """One variant of a formula's preview; ``base`` is its own price, ``was`` None where the list had none."""

    product_id: str
    product_title: str
    variant_id: str
    variant_title: str
    sku: str | None
    base: int | None
    cost: int | None
    was: int | None
    becomes: int
    problem: FieldProblem | None = None


@dataclass(frozen=True, slots=True)
class ListPricePreview:
    """What a formula would do to a list: ``added`` and ``changed`` prices would be written, ``untouched`` variants
    lack the amount it starts from, one ``wrong`` price refuses them all. Margins are means in per cent."""

    currency_code: str
    min_quantity: int
    version: int
    added: int
    changed: int
    unchanged: int
    untouched: int
    wrong: int
    margin_before: Decimal | None
    margin_after: Decimal | None
    lines: tuple[ListPriceLine, ...]


@dataclass(frozen=True, slots=True)
class PriceListSaved:
    """What a command did; ``changed`` is empty when that was nothing. ``prices`` counts those that differ now."""

    price_list_id: str
    version: int
    changed: tuple[str, ...]
    prices: int
    txid: str | None

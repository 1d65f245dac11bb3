"""The rows of a new variant, in a new product or in one the shop has."""

from __future__ import annotations

from typing import Any, NamedTuple

from rustok_desktop.commerce import rules
from rustok_desktop.commerce.views import VARIANT_FIELDS
from rustok_desktop.core.ids import new_id
from rustok_desktop.core.money import plain_amount
from rustok_desktop.exchange.drafts import ProductDraft, VariantDraft
from rustok_desktop.exchange.findings import CELL, Findings
from rustok_desktop.exchange.staged import NOW, Shop, StagedRows


class Place(NamedTuple):
    """Where a new variant stands: its product and position, its choice as texts and as ids, its image."""

    product_id: str
    position: int
    values: tuple[str, ...]
    value_ids: list[str]
    image_id: str | None


class NewVariant:
    """Makes the rows of new variants."""

    def __init__(self, shop: Shop, findings: Findings) -> None:
        self._shop = shop
        self._findings = findings

    def stage(
        self,
        draft: ProductDraft,
        variant: VariantDraft,
        place: Place,
        rows: StagedRows,
        movements: list[dict[str, Any]],
    ) -> tuple[str, dict[str, Any]]:
        """Add the rows; returns the id and the variant as it stands in an event's ``changes``."""
        variant_id = new_id()
        plain = _plain(variant, place)
        rows.tables["product_variants"].append(
            (
                draft.ordinal,
                variant_id,
                place.product_id,
                place.position,
                rules.variant_title(place.values),
                rules.combination(place.value_ids),
                *[plain[name] for name in VARIANT_FIELDS],
                NOW,
            )
        )
        plain["prices"] = self._prices(draft, variant, rows, variant_id)
        quantity = variant.quantity or 0
        if quantity < 0 and plain["manage_inventory"] and plain["inventory_policy"] == "deny":
            self.refuse_quantity(draft, variant, 0)
        elif quantity:
            rows.movement(draft.ordinal, place.product_id, variant_id, 0, quantity, movements)
        return variant_id, plain

    def refuse_quantity(self, draft: ProductDraft, variant: VariantDraft, available: int) -> None:
        """A quantity below nothing where the variant is counted and not sold beyond what is there."""
        asked = variant.quantity or 0
        params = {"requested": available - asked, "available": available}
        self._findings.note(draft, variant, "quantity", str(asked), "insufficient_inventory", params, None, CELL)

    def _prices(
        self, draft: ProductDraft, variant: VariantDraft, rows: StagedRows, variant_id: str
    ) -> dict[str, dict[str, int | None]]:
        currency = self._shop.currency
        compare_at = variant.compare_at if isinstance(variant.compare_at, int) else None
        cost = variant.cost if isinstance(variant.cost, int) else None
        if not isinstance(variant.price, int):
            if compare_at is not None or cost is not None:
                self._findings.note(draft, variant, "price", "", "required", {}, None, CELL)
            return {}
        if compare_at is not None and compare_at < variant.price:
            self.refuse_compare_at(draft, variant, compare_at, variant.price)
            compare_at = None
        price = (variant.price, compare_at, cost)
        rows.tables["prices"].append((draft.ordinal, variant_id, *price))
        return {currency: {"price": variant.price, "compare_at": compare_at, "cost": cost}}

    def refuse_compare_at(self, draft: ProductDraft, variant: VariantDraft, compare_at: int, price: int) -> None:
        """A compare-at price below the price: only that cell is left out."""
        currency = self._shop.currency
        shown = plain_amount(price, currency)
        self._findings.note(
            draft,
            variant,
            "compare_at",
            plain_amount(compare_at, currency),
            "compare_at_below_price",
            {"price": shown},
            shown,
            CELL,
        )


def _plain(variant: VariantDraft, place: Place) -> dict[str, Any]:
    """The new variant's fields; what the file leaves open is as in a variant made by hand."""
    managed = variant.manage_inventory if variant.manage_inventory is not None else not variant.tracker_empty
    return {
        "position": place.position,
        "option_values": list(place.values),
        "sku": variant.sku if isinstance(variant.sku, str) else None,
        "barcode": variant.barcode if isinstance(variant.barcode, str) else None,
        "inventory_policy": variant.inventory_policy or "deny",
        "manage_inventory": managed,
        "requires_shipping": variant.requires_shipping is not False,
        "taxable": variant.taxable is not False,
        "weight_mg": variant.weight_mg if isinstance(variant.weight_mg, int) else None,
        "weight_unit": variant.weight_unit,
        "image_id": place.image_id,
    }

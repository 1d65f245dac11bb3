"""What a row changes in one variant that the shop has."""

from __future__ import annotations

from collections import Counter
from typing import Any, Protocol

from rustok_desktop.commerce import rules
from rustok_desktop.commerce.views import VARIANT_FIELDS
from rustok_desktop.exchange import texts
from rustok_desktop.exchange.cells import EMPTY, Empty
from rustok_desktop.exchange.drafts import Number, ProductDraft, VariantDraft
from rustok_desktop.exchange.existing import StoredProduct, StoredVariant
from rustok_desktop.exchange.matching import Match
from rustok_desktop.exchange.new_variants import NewVariant
from rustok_desktop.exchange.schemas import FieldDiff
from rustok_desktop.exchange.staged import Shop, StagedRows

Facet = tuple[str, dict[str, Any]]
# What each field is called in the review of a plan.
_SHOWN = {
    "weight_mg": "weight",
    "manage_inventory": "tracked",
    "image_id": "image",
}
_FLAGS = frozenset({"manage_inventory", "requires_shipping", "taxable"})


class _Import(Protocol):
    """What the variants of one import have in common."""

    shop: Shop
    variants: NewVariant
    erase: frozenset[str]
    kept_empty: Counter[str]


class VariantChanges:
    """Stages changed variants of one product; changes and diffs go to the product's."""

    def __init__(
        self,
        common: _Import,
        draft: ProductDraft,
        product: StoredProduct,
        rows: StagedRows,
        changes: dict[str, list[Any]],
        diffs: list[FieldDiff],
    ) -> None:
        self._common = common
        self._draft = draft
        self._product = product
        self._rows = rows
        self._changes = changes
        self._diffs = diffs

    def stage(
        self,
        match: Match,
        stored: StoredVariant,
        value_ids: list[str],
        image_id: str | None,
        facets: list[Facet],
        movements: list[dict[str, Any]],
    ) -> bool:
        """Whether anything differs. Facets and movements are added to the lists given."""
        title = rules.variant_title(match.choice)
        combination = rules.combination(value_ids)
        values = self._values(match, stored, image_id)
        changed = self._note_fields(stored, values, title)
        if combination != stored.combination:
            path = f"variants/{stored.id}/option_values"
            self._changes[path] = [list(match.old_choice), list(match.choice)]
            self._diffs.append(FieldDiff("variant", stored.title, title, variant=title))
            changed = True
        if changed:
            self._stage_row(stored, values, title, combination)
        changed |= self._price(match.variant, stored, title, facets)
        if changed:
            facets.append(("variant.updated", {"variant_id": stored.id}))
        priced = any(kind == "price.updated" and data["variant_id"] == stored.id for kind, data in facets)
        moved = self._stock(match.variant, stored, values, title, movements)
        return changed or priced or moved

    def _values(self, match: Match, stored: StoredVariant, image_id: str | None) -> dict[str, Any]:
        """The fields in the order of ``VARIANT_FIELDS``."""
        row = match.variant
        if row.sku is EMPTY and stored.sku:
            self._common.kept_empty["sku"] += 1
        return {
            "sku": match.sku,
            "barcode": self._kept("barcode", row.barcode, stored.barcode),
            "inventory_policy": row.inventory_policy or stored.inventory_policy,
            "manage_inventory": row.manage_inventory or bool(stored.manage_inventory),
            "requires_shipping": _either(row.requires_shipping, stored.requires_shipping),
            "taxable": _either(row.taxable, stored.taxable),
            "weight_mg": self._kept("grams", row.weight_mg, stored.weight_mg),
            "weight_unit": row.weight_unit or stored.weight_unit,
            "image_id": image_id or stored.image_id,
        }

    def _kept(self, column: str, given: str | int | Empty | None, was: Any) -> Any:
        if given is None:
            return was
        if given is not EMPTY:
            return given
        if was is not None:
            self._common.kept_empty[column] += 1
            if column in self._common.erase:
                return None
        return was

    def _note_fields(self, stored: StoredVariant, values: dict[str, Any], title: str) -> bool:
        changed = False
        for name in VARIANT_FIELDS:
            was, value = getattr(stored, name), values[name]
            if name in _FLAGS:
                was = bool(was)
            if was == value:
                continue
            changed = True
            self._changes[f"variants/{stored.id}/{name}"] = [was, value]
            shown = _SHOWN.get(name, name)
            old, new = self._shown(name, was), self._shown(name, value)
            self._diffs.append(FieldDiff(shown, old, new, erased=value is None, variant=title))
        return changed

    @staticmethod
    def _shown(name: str, value: Any) -> str | None:
        if name in _FLAGS:
            return texts.flag(value)
        if name == "weight_mg":
            return texts.weight(value)
        if name == "image_id":
            return None if value is None else "●"
        return None if value is None else str(value)

    def _stage_row(self, stored: StoredVariant, values: dict[str, Any], title: str, combination: str) -> None:
        if values["sku"] != stored.sku or combination != stored.combination:
            # Two variants may swap SKUs or choices: the copy first clears both, then writes both.
            self._rows.tables["plan_rekeyed"].append((self._draft.ordinal, stored.id))
        ordered = [values[name] for name in VARIANT_FIELDS]
        self._rows.tables["product_variants"].append(
            (
                self._draft.ordinal,
                stored.id,
                self._product.id,
                stored.position,
                title,
                combination,
                *ordered,
                stored.created_at,
            )
        )

    def _price(self, row: VariantDraft, stored: StoredVariant, title: str, facets: list[Facet]) -> bool:
        """Stage a changed price. Whether only the cost changed: the price event does not speak of costs."""
        currency = self._common.shop.currency
        amount = row.price if isinstance(row.price, int) else stored.amount
        if amount is None:
            return False
        compare_at = self._compare_at(row, stored, amount)
        cost = self._kept("cost", row.cost, stored.cost)
        was = (stored.amount, stored.compare_at, stored.cost)
        price = (amount, compare_at, cost)
        if price == was:
            return False
        for name, before, after in zip(("price", "compare_at", "cost"), was, price, strict=True):
            if before != after:
                self._changes[f"variants/{stored.id}/{name}@{currency}"] = [before, after]
                old, new = texts.money(before, currency), texts.money(after, currency)
                self._diffs.append(FieldDiff(name, old, new, erased=after is None, variant=title))
        self._rows.tables["prices"].append((self._draft.ordinal, stored.id, *price))
        if was[:2] == price[:2]:
            return True
        data: dict[str, Any] = {"variant_id": stored.id, "currency": currency, "old_amount": stored.amount}
        facets.append(("price.updated", {**data, "new_amount": amount}))
        return False

    def _compare_at(self, row: VariantDraft, stored: StoredVariant, amount: int) -> int | None:
        """The file's, unless it is below the price. One the shop holds goes when the price rises above it."""
        given: Number = row.compare_at
        if isinstance(given, int) and given < amount:
            self._common.variants.refuse_compare_at(self._draft, row, given, amount)
            given = None
        value: int | None = self._kept("compare_at", given, stored.compare_at)
        return value if value is None or value >= amount else None

    def _stock(
        self,
        row: VariantDraft,
        stored: StoredVariant,
        values: dict[str, Any],
        title: str,
        movements: list[dict[str, Any]],
    ) -> bool:
        old = stored.on_hand or 0
        if row.quantity is None or row.quantity == old:
            return False
        counted = values["manage_inventory"] and values["inventory_policy"] == "deny"
        if counted and row.quantity < 0 and row.quantity < old:
            self._common.variants.refuse_quantity(self._draft, row, old)
            return False
        self._rows.movement(self._draft.ordinal, self._product.id, stored.id, old, row.quantity, movements)
        self._diffs.append(FieldDiff("stock", str(old), str(row.quantity), variant=title))
        return True


def _either(given: bool | None, stored: int) -> bool:
    return bool(stored) if given is None else given

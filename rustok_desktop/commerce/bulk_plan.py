"""What a bulk edit does to one product, worked out on what is stored of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rustok_desktop.commerce import rules
from rustok_desktop.commerce.price_formula import PriceWorker
from rustok_desktop.commerce.price_plan import PricedVariant, plan_prices
from rustok_desktop.commerce.schemas import BulkChanges
from rustok_desktop.commerce.views import BulkField
from rustok_desktop.core.errors import FieldProblem

VARIANT_FIELDS = ("inventory_policy", "manage_inventory", "taxable", "requires_shipping")
_WEIGHT = len(VARIANT_FIELDS) + 1  # where the weight stands in a variant's row, its unit behind it
Plan = tuple[tuple[BulkField, ...], FieldProblem | None]


@dataclass(frozen=True, slots=True)
class BulkRow:
    """A product as far as a bulk edit looks at it.

    ``variants`` are (id, policy, managed, taxable, shipped, weight, unit); ``collections`` and ``categories`` those of
    the edit that it stands in; ``prices`` its variants in the formula's currency.
    """

    id: str
    version: int
    status: str
    vendor: str | None
    product_type: str | None
    tags: tuple[str, ...]
    in_trash: bool
    variants: tuple[tuple[Any, ...], ...] = ()
    collections: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    prices: tuple[PricedVariant, ...] = ()


def plan_bulk(row: BulkRow, changes: BulkChanges, worker: PriceWorker | None = None) -> Plan:
    """What the edit changes of one product, and what forbids it. Nothing: the product stays as it is.

    ``worker`` is that of the formula, where the edit has one.
    """
    if row.in_trash:
        return (), FieldProblem("product", "in_trash", {"id": row.id})
    given, fields = changes.model_fields_set, []
    for name in ("vendor", "product_type"):
        if name in given:
            becomes = rules.clean_text(getattr(changes, name))
            fields.append(BulkField(name, getattr(row, name), becomes))
    tags = _tags(row.tags, changes)
    problems = rules.tags_problems(tags)
    fields.append(BulkField("tags", list(row.tags), list(tags)))
    fields += _of_variants(row, changes)
    if changes.price is not None and worker is not None:
        field, wrong = _price(row, changes.price.target, changes.price.currency_code, worker)
        fields.append(field)
        problems += wrong
    fields.append(_lists("collections", row.collections, changes.add_collection_ids, changes.remove_collection_ids))
    fields.append(_lists("categories", row.categories, changes.add_category_ids, changes.remove_category_ids))
    if changes.status is not None:
        fields.append(BulkField("status", row.status, changes.status))
    return tuple(field for field in fields if field.differs), problems[0] if problems else None


def variant_patches(row: BulkRow, fields: Sequence[BulkField]) -> list[dict[str, Any]]:
    """The patch of every variant that does not hold what is planned for it."""
    wanted: dict[str, tuple[int, Any]] = {}
    for field in fields:
        if field.name in VARIANT_FIELDS:
            wanted[field.name] = (VARIANT_FIELDS.index(field.name) + 1, field.becomes)
        elif field.name == "weight":
            wanted |= {
                name: (_WEIGHT + place, value)
                for place, (name, value) in enumerate(zip(("weight_mg", "weight_unit"), field.becomes, strict=True))
            }
    patch = {name: value for name, (_, value) in wanted.items()}
    return [
        {"id": variant[0], **patch}
        for variant in row.variants
        if any(variant[place] != value for place, value in wanted.values())
    ]


def _of_variants(row: BulkRow, changes: BulkChanges) -> Iterable[BulkField]:
    for place, name in enumerate(VARIANT_FIELDS, 1):
        wanted = getattr(changes, name)
        if wanted is not None:
            was = {variant[place] for variant in row.variants}
            yield BulkField(name, _one(was), wanted, sum(v[place] != wanted for v in row.variants))
    if "weight_mg" in changes.model_fields_set:
        unit = None if changes.weight_mg is None else changes.weight_unit or "g"
        weight = (changes.weight_mg, unit)
        weights = [tuple(variant[_WEIGHT : _WEIGHT + 2]) for variant in row.variants]
        yield BulkField("weight", _one(set(weights)), weight, sum(known != weight for known in weights))


def _price(row: BulkRow, target: str, currency: str, worker: PriceWorker) -> tuple[BulkField, list[FieldProblem]]:
    plan = plan_prices(row.prices, worker, currency)
    after = {variant.variant_id: now for variant, now in plan.changed}
    was = [variant.amounts[worker.target] for variant in row.prices]
    becomes = [after.get(v.variant_id, v.amounts)[worker.target] for v in row.prices]
    problems = [problem for found in plan.problems.values() for problem in found]
    return BulkField(target, _range(was, currency), _range(becomes, currency), len(plan.changed)), problems


def _range(amounts: Iterable[int | None], currency: str) -> tuple[int, int, str] | None:
    known = [amount for amount in amounts if amount is not None]
    return (min(known), max(known), currency) if known else None


def _lists(name: str, known: frozenset[str], add: Sequence[str], remove: Sequence[str]) -> BulkField:
    """Told are the lists that the edit names; in which others a product stands does not matter."""
    named = list(dict.fromkeys((*remove, *add)))
    was = [one for one in named if one in known]
    becomes = [one for one in named if (one in known and one not in remove) or one in add]
    return BulkField(name, was, becomes)


def _tags(known: Sequence[str], changes: BulkChanges) -> tuple[str, ...]:
    base = known if changes.tags is None else changes.tags
    gone = {tag.strip().casefold() for tag in changes.remove_tags}
    return rules.clean_tags([*(tag for tag in base if tag.casefold() not in gone), *changes.add_tags])


def _one(values: set[Any]) -> Any:
    """The value that all have, None when they differ."""
    return next(iter(values)) if len(values) == 1 else None

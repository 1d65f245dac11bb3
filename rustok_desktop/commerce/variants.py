"""Planning single variants: new ones, changed fields and prices, removed ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rustok_desktop.commerce import rules
from rustok_desktop.commerce import statements as sql
from rustok_desktop.commerce.edit import Edit, in_the_way
from rustok_desktop.commerce.loading import Price, StoredVariant
from rustok_desktop.commerce.schemas import PriceInput, VariantInput, VariantPatch
from rustok_desktop.commerce.stock import Movement, check_quantity, default_location, plan_movement
from rustok_desktop.core.errors import FieldProblem, UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.storage.statements import Prepared
from rustok_desktop.storage.unit_of_work import UnitOfWork

_FLAGS = ("manage_inventory", "requires_shipping", "taxable")
_FIELDS = ("inventory_policy", *_FLAGS, "weight_mg", "weight_unit", "image_id")
_NEEDED = frozenset({"inventory_policy", *_FLAGS})
_CODES = frozenset({"sku", "barcode"})
_PRICE_PATHS = ("price", "compare_at", "cost")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new variant stands: its position, its choice as ids and as texts, its path in problems, its image."""

    position: int
    value_ids: Sequence[str]
    values: Sequence[str]
    path: str
    image_id: str | None = None


def plain_prices(prices: Mapping[str, Price]) -> dict[str, dict[str, int | None]]:
    """Prices as they stand in ``changes``."""
    return {currency: dict(zip(_PRICE_PATHS, price, strict=True)) for currency, price in prices.items()}


def plain_variant(variant: StoredVariant, values: Sequence[str]) -> dict[str, Any]:
    """A whole variant as it stands in ``changes``; ``values`` are the texts of its choice."""
    state: dict[str, Any] = {"position": variant.position, "option_values": list(values)}
    for name in ("sku", "barcode", *_FIELDS):
        value = getattr(variant, name)
        state[name] = bool(value) if name in _FLAGS else value
    state["prices"] = plain_prices(variant.prices)
    return state


def add_variant(uow: UnitOfWork, edit: Edit, given: VariantInput, place: Place) -> str:
    """Plan a new variant with its prices and its first stock; returns its id."""
    variant = StoredVariant(
        given.id or new_id(),
        place.position,
        rules.variant_title(place.values),
        rules.combination(place.value_ids),
        rules.clean_text(given.sku),
        rules.clean_barcode(given.barcode),
        given.inventory_policy,
        given.manage_inventory,
        given.requires_shipping,
        given.taxable,
        given.weight_mg,
        given.weight_unit,
        place.image_id,
        {price.currency_code: _price(price) for price in given.prices},
    )
    _check_codes(edit, place.path, variant)
    _check_prices(edit, place.path, given.prices)
    edit.note(f"variants/{variant.id}", None, plain_variant(variant, place.values))
    row = {name: getattr(variant, name) for name in ("position", "title", "combination", "sku", "barcode", *_FIELDS)}
    edit.write(sql.INSERT_VARIANT, id=variant.id, **row)
    for currency, price in variant.prices.items():
        amount, compare_at, cost = price
        amounts = {"amount": amount, "compare_at_amount": compare_at, "cost_amount": cost}
        edit.follow(sql.INSERT_PRICE, variant_id=variant.id, currency_code=currency, **amounts)
    if given.quantity:
        _first_stock(uow, edit, variant, given.quantity, place.path)
    return variant.id


def remove_variant(uow: UnitOfWork, edit: Edit, variant: StoredVariant, values: Sequence[str]) -> None:
    """Plan the removal; the whole former state, its stock and thresholds included, goes into ``changes``."""
    state = plain_variant(variant, values)
    levels = uow.all(sql.LEVELS_OF_VARIANT, at_tenant_id=edit.ctx.tenant_id, at_variant_id=variant.id)
    state["stock"] = {location_id: on_hand for location_id, on_hand, _ in levels}
    own = {location_id: threshold for location_id, _, threshold in levels if threshold is not None}
    if own:
        state["thresholds"] = own
    edit.note(f"variants/{variant.id}", state, None)
    edit.write(sql.DELETE_VARIANT, at_id=variant.id)
    edit.facet("variant.deleted", variant_id=variant.id)


def patch_variant(edit: Edit, variant: StoredVariant, patch: VariantPatch) -> bool:
    """Plan the given fields and prices of one variant; whether anything but prices changes.

    SKUs are only noted and checked here: :func:`write_codes` plans them for all variants together.
    """
    given = patch.model_fields_set
    path = f"variants/{variant.id}"
    changed = _patch_fields(edit, path, variant, patch) if not given.isdisjoint(_FIELDS) else False
    for price in patch.prices:
        changed |= _patch_price(edit, variant, price)
    if patch.prices or patch.remove_prices:
        _check_prices(edit, path, patch.prices, patch.remove_prices)
    for currency in patch.remove_prices:
        changed |= _remove_price(edit, variant, currency)
    return changed


def write_codes(edit: Edit, variants: Mapping[str, StoredVariant], patches: Sequence[VariantPatch]) -> set[str]:
    """Plan new SKUs and barcodes, also where variants swap them; the ids of the variants concerned."""
    changed: dict[str, tuple[str | None, str | None]] = {}
    for patch in patches:
        variant = variants[patch.id]
        if patch.model_fields_set.isdisjoint(_CODES):
            continue
        codes = _new_codes(variant, patch)
        path = f"variants/{variant.id}"
        if edit.note(f"{path}/sku", variant.sku, codes[0]) and codes[0] is not None:
            edit.add_problems(rules.sku_problems(f"{path}/sku", codes[0]))
            edit.skus[variant.id] = (f"{path}/sku", codes[0])
        if edit.note(f"{path}/barcode", variant.barcode, codes[1]):
            edit.add_problems(rules.barcode_problems(f"{path}/barcode", codes[1]))
        if codes != (variant.sku, variant.barcode):
            changed[variant.id] = codes
    for variant_id in in_the_way((i, variants[i].sku, codes[0]) for i, codes in changed.items()):
        edit.write(sql.UPDATE_CODES, at_id=variant_id, sku=None, barcode=variants[variant_id].barcode)
    for variant_id, (sku, barcode) in changed.items():
        edit.write(sql.UPDATE_CODES, at_id=variant_id, sku=sku, barcode=barcode)
    return set(changed)


def check_skus_differ(edit: Edit) -> None:
    """A problem for every SKU the command itself gives to two variants."""
    seen: set[str] = set()
    for path, sku in edit.skus.values():
        if sku in seen:
            edit.wrong(path, "given_twice", value=sku)
        seen.add(sku)


def _new_codes(variant: StoredVariant, patch: VariantPatch) -> tuple[str | None, str | None]:
    given = patch.model_fields_set
    sku = rules.clean_text(patch.sku) if "sku" in given else variant.sku
    barcode = rules.clean_barcode(patch.barcode) if "barcode" in given else variant.barcode
    return sku, barcode


def _patch_fields(edit: Edit, path: str, variant: StoredVariant, patch: VariantPatch) -> bool:
    values: dict[str, Any] = {name: getattr(variant, name) for name in _FIELDS}
    changed = False
    for name in patch.model_fields_set & values.keys():
        value, was = getattr(patch, name), values[name]
        if value is None and name in _NEEDED:
            edit.wrong(f"{path}/{name}", "required")
        changed |= edit.note(f"{path}/{name}", bool(was) if name in _FLAGS else was, value)
        values[name] = value
    if changed:
        edit.write(sql.UPDATE_VARIANT, at_id=variant.id, **values)
    return changed


def _patch_price(edit: Edit, variant: StoredVariant, given: PriceInput) -> bool:
    """Whether only the cost changed: RusToK's price event does not speak of costs."""
    currency, price = given.currency_code, _price(given)
    was = variant.prices.get(currency)
    if price == was:
        return False
    old: Price | tuple[None, None, None] = was or (None, None, None)
    for name, before, after in zip(_PRICE_PATHS, old, price, strict=True):
        edit.note(f"variants/{variant.id}/{name}@{currency}", before, after)
    if was is None:
        _write_price(edit, sql.INSERT_PRICE, price, variant_id=variant.id, currency_code=currency)
    else:
        _write_price(edit, sql.UPDATE_PRICE, price, at_variant_id=variant.id, at_currency_code=currency)
    if old[:2] == price[:2]:
        return True
    money = {"currency": currency, "old_amount": old[0], "new_amount": price[0]}
    edit.facet("price.updated", variant_id=variant.id, **money)
    return False


def _remove_price(edit: Edit, variant: StoredVariant, currency: str) -> bool:
    was = variant.prices.get(currency)
    if was is None:
        return False
    for name, before in zip(_PRICE_PATHS, was, strict=True):
        edit.note(f"variants/{variant.id}/{name}@{currency}", before, None)
    edit.write(sql.DELETE_PRICE, at_variant_id=variant.id, at_currency_code=currency)
    return True


def _write_price(edit: Edit, statement: Prepared, price: Price, **keys: str) -> None:
    amount, compare_at, cost = price
    edit.write(statement, amount=amount, compare_at_amount=compare_at, cost_amount=cost, **keys)


def _price(given: PriceInput) -> Price:
    return given.amount, given.compare_at_amount, given.cost_amount


def _check_prices(edit: Edit, path: str, given: Sequence[PriceInput], removed: Sequence[str] = ()) -> None:
    for price in given:
        edit.add_problems(rules.price_problems(path, price.currency_code, *_price(price)))
    for currency in rules.repeated([*(price.currency_code for price in given), *removed]):
        edit.wrong(f"{path}/price@{currency}", "given_twice", value=currency)


def _check_codes(edit: Edit, path: str, variant: StoredVariant) -> None:
    if variant.sku is not None:
        edit.skus[variant.id] = (f"{path}/sku", variant.sku)
        edit.add_problems(rules.sku_problems(f"{path}/sku", variant.sku))
    edit.add_problems(rules.barcode_problems(f"{path}/barcode", variant.barcode))


def _first_stock(uow: UnitOfWork, edit: Edit, variant: StoredVariant, quantity: int, path: str) -> None:
    try:
        check_quantity(0, quantity, variant.inventory_policy, managed=bool(variant.manage_inventory))
    except UserError as error:
        edit.add_problems([FieldProblem(f"{path}/quantity", error.code, error.params)])
        return
    if edit.location_id is None:
        edit.location_id = default_location(uow, edit.ctx)
    plan_movement(edit, variant.id, edit.location_id, None, Movement(quantity, "initial"))

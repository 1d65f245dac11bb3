"""A product as the paths that stand in ``changes``: what an event says of a product that comes or goes."""

from __future__ import annotations

from typing import Any

from rustok_desktop.commerce.views import VARIANT_FIELDS, OptionView, ProductView, VariantView

_PRODUCT = ("status", "vendor", "product_type", "category", "published_at", "deleted_at")
_WORDS = ("title", "handle", "description", "meta_title", "meta_description")
_VARIANT = ("position", *VARIANT_FIELDS)


def fields_of(view: ProductView, *, stock: bool = False) -> dict[str, Any]:
    """Every field that is not empty, by its path; with ``stock`` variants tell what is on hand and low per location.

    Stock is otherwise left out: it changes by movements, which are events of their own.
    """
    fields: dict[str, Any] = {name: getattr(view, name) for name in _PRODUCT}
    fields["tags"] = list(view.tags)
    for locale, words in view.translations.items():
        fields |= {f"{name}@{locale}": getattr(words, name) for name in _WORDS}
    fields["options"] = [_option(option) for option in view.options]
    fields["images"] = [{"id": image.id, "url": image.url, "alt_text": image.alt_text} for image in view.images]
    for variant in view.variants:
        fields[f"variants/{variant.id}"] = _variant(variant, stock=stock)
    return {path: value for path, value in fields.items() if value is not None and value != []}


def _option(option: OptionView) -> dict[str, Any]:
    values = [{"id": value.id, "value": value.value} for value in option.values]
    return {"id": option.id, "name": option.name, "values": values}


def _variant(variant: VariantView, *, stock: bool) -> dict[str, Any]:
    state: dict[str, Any] = {name: getattr(variant, name) for name in _VARIANT}
    state["option_values"] = list(variant.option_values)
    state["prices"] = {
        price.currency_code: {
            "price": price.amount,
            "compare_at": price.compare_at_amount,
            "cost": price.cost_amount,
        }
        for price in variant.prices
    }
    if stock:
        state["stock"] = {level.location_id: level.on_hand for level in variant.stock}
        own = {level.location_id: level.threshold for level in variant.stock if level.threshold is not None}
        if own:
            state["thresholds"] = own
    return state

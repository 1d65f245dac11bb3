"""Commands refuse what has the wrong shape before anything else sees it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from rustok_desktop.commerce.schemas import AdjustStock, CreateProduct, PriceInput, UpdateProduct, VariantPatch
from rustok_desktop.core import limits


def test_text_is_trimmed() -> None:
    command = CreateProduct.model_validate(
        {"translations": {"en": {"title": "  Mug "}}, "variants": [{"sku": " A "}], "tags": [" x "]}
    )
    assert command.translations["en"].title == "Mug"
    assert command.variants[0].sku == "A"
    assert command.tags == ("x",)


@pytest.mark.parametrize(
    "wrong",
    [
        {"translations": {"en": {"title": "  "}}},
        {"translations": {"en": {"title": "x" * (limits.TITLE + 1)}}},
        {"translations": {"en": {"title": "Mug", "subtitle": "?"}}},
        {"variants": [{"quantity": limits.QUANTITY_MAX + 1}]},
        {"variants": [{"inventory_policy": "maybe"}]},
        {"variants": [{"weight_mg": -1}]},
        {"variants": [{"weight_unit": "stone"}]},
        {"variants": [{"option_values": [""]}]},
        {"vendor": "x" * (limits.VENDOR + 1)},
        {"status": "active"},
    ],
)
def test_wrong_shapes_are_refused(wrong: dict[str, Any]) -> None:
    right: dict[str, Any] = {"translations": {"en": {"title": "Mug"}}, "variants": [{}]}
    CreateProduct.model_validate(right)
    with pytest.raises(ValidationError):
        CreateProduct.model_validate({**right, **wrong})


@pytest.mark.parametrize("price", [{"amount": -1}, {"amount": 1.5}, {"currency_code": "usd"}, {"cost_amount": -1}])
def test_wrong_prices_are_refused(price: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        PriceInput.model_validate({"currency_code": "USD", "amount": 1, **price})


def test_left_out_and_emptied_are_told_apart() -> None:
    patch = VariantPatch.model_validate({"id": "1", "sku": None})
    assert patch.model_fields_set == {"id", "sku"}
    assert UpdateProduct(product_id="1", base_version=1).model_fields_set == {"product_id", "base_version"}


def test_a_movement_has_a_reason() -> None:
    assert AdjustStock(variant_id="1", delta=1).reason == "correction"
    with pytest.raises(ValidationError):
        AdjustStock(variant_id="1", delta=1, reason=" ")

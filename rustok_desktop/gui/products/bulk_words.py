"""Fields of a bulk edit and their values in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from rustok_desktop.core.money import format_amount
from rustok_desktop.gui.products.entry import weight_text

CHOICES: dict[str, tuple[Any, ...]] = {
    "status": ("active", "draft", "archived"),
    "inventory_policy": ("deny", "continue"),
    "manage_inventory": (True, False),
    "taxable": (True, False),
    "requires_shipping": (True, False),
}
_NOTHING = "—"
_AMOUNTS = ("price", "compare_at", "cost")


def bulk_field_name(name: str) -> str:
    """Of a field to edit, ``Add tags``, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "vendor": translate("BulkFields", "Vendor"),
        "product_type": translate("BulkFields", "Type"),
        "tags": translate("BulkFields", "Replace tags"),
        "add_tags": translate("BulkFields", "Add tags"),
        "remove_tags": translate("BulkFields", "Remove tags"),
        "status": translate("BulkFields", "Status"),
        "inventory_policy": translate("BulkFields", "When sold out"),
        "manage_inventory": translate("BulkFields", "Track stock"),
        "taxable": translate("BulkFields", "Charge tax"),
        "requires_shipping": translate("BulkFields", "Needs shipping"),
        "weight": translate("BulkFields", "Weight"),
        "price": translate("BulkFields", "Price"),
        "add_collection_ids": translate("BulkFields", "Add to collection"),
        "remove_collection_ids": translate("BulkFields", "Out of collection"),
        "add_category_ids": translate("BulkFields", "Add to category"),
        "remove_category_ids": translate("BulkFields", "Out of category"),
    }[name]


def changed_field_name(name: str) -> str:
    """Of a field that differs in a product, as the preview tells it."""
    translate = QCoreApplication.translate
    own = {
        "tags": translate("BulkFields", "Tags"),
        "compare_at": translate("BulkFields", "Compare at"),
        "cost": translate("BulkFields", "Cost"),
        "collections": translate("BulkFields", "Collections"),
        "categories": translate("BulkFields", "Categories"),
    }
    return own.get(name) or bulk_field_name(name)


def bulk_value_text(name: str, value: Any, names: Mapping[str, str] | None = None, language: str = "en") -> str:
    """A value as the preview shows it; ``names`` are those of collections and categories by id."""
    translate = QCoreApplication.translate
    different = translate("BulkFields", "different")
    if name in _AMOUNTS:
        return _amounts(value, language)
    if name == "weight":
        return different if value is None else weight_text(*value) or _NOTHING
    if isinstance(value, (list, tuple)):
        return ", ".join((names or {}).get(one, one) for one in value) or _NOTHING
    if value is None:
        return different if name in CHOICES and name != "status" else _NOTHING
    if isinstance(value, bool):
        return translate("BulkFields", "yes") if value else translate("BulkFields", "no")
    return (
        {
            "active": translate("BulkFields", "Active"),
            "draft": translate("BulkFields", "Draft"),
            "archived": translate("BulkFields", "Archived"),
            "deny": translate("BulkFields", "Stop selling"),
            "continue": translate("BulkFields", "Keep selling"),
        }.get(value, str(value))
        if name in CHOICES
        else str(value)
    )


def _amounts(value: tuple[int, int, str] | None, language: str) -> str:
    if value is None:
        return _NOTHING
    low, high, currency = value
    texts = dict.fromkeys(format_amount(amount, currency, language) for amount in (low, high))
    return " – ".join(texts)

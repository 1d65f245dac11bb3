"""Field paths in words, for messages about a field that is not in sight."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.product_texts import variant_key


def field_names() -> dict[str, str]:
    """The fields of a product in words, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "title": translate("FieldNames", "Title"),
        "handle": translate("FieldNames", "Handle"),
        "description": translate("FieldNames", "Description"),
        "meta_title": translate("FieldNames", "Page title"),
        "meta_description": translate("FieldNames", "Description for search engines"),
        "vendor": translate("FieldNames", "Vendor"),
        "product_type": translate("FieldNames", "Type"),
        "category": translate("FieldNames", "Category"),
        "tags": translate("FieldNames", "Tags"),
        "options": translate("FieldNames", "Options"),
        "images": translate("FieldNames", "Images"),
        "sku": translate("FieldNames", "SKU"),
        "barcode": translate("FieldNames", "Barcode"),
        "price": translate("FieldNames", "Price"),
        "compare_at": translate("FieldNames", "Compare at"),
        "cost": translate("FieldNames", "Cost"),
        "weight": translate("FieldNames", "Weight"),
        "inventory_policy": translate("FieldNames", "When sold out"),
    }


def field_name(state: EditorState, path: str) -> str:
    """``Title (ru)``, ``Price of Indigo / XS``; the path itself for a field without a name."""
    last, _, detail = path.rpartition("/")[2].partition("@")
    name = field_names().get(last, last)
    key = variant_key(path)
    if key is not None and state.head is not None:
        if last.startswith("option"):
            place = int(last.removeprefix("option") or 0)
            options = state.options()
            name = options[place].name if place < len(options) else last
        variant = state.variants.get(key)
        title = variant.title if variant is not None else ""
        if title and len(state.variants) + state.missing > 1:
            pattern = QCoreApplication.translate("FieldNames", "{field} of {variant}")
            return pattern.format(field=name, variant=title)
        return name
    return f"{name} ({detail})" if detail and len(state.locales()) > 1 else name

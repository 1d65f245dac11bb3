"""Words of the import page that several of its parts share."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from rustok_desktop.exchange.schemas import ImportAction

CONTEXT = "ImportTexts"

_ACTIONS = {
    ImportAction.CREATE: (str(QT_TRANSLATE_NOOP("ImportTexts", "Create")), "ok"),
    ImportAction.UPDATE: (str(QT_TRANSLATE_NOOP("ImportTexts", "Change")), "neutral"),
    ImportAction.UNCHANGED: (str(QT_TRANSLATE_NOOP("ImportTexts", "Unchanged")), "neutral"),
    ImportAction.REJECT: (str(QT_TRANSLATE_NOOP("ImportTexts", "Rejected")), "danger"),
}

# The planner's field names -> words.
_FIELDS = {
    "title": str(QT_TRANSLATE_NOOP("ImportTexts", "Title")),
    "handle": str(QT_TRANSLATE_NOOP("ImportTexts", "Handle")),
    "description": str(QT_TRANSLATE_NOOP("ImportTexts", "Description")),
    "vendor": str(QT_TRANSLATE_NOOP("ImportTexts", "Vendor")),
    "product_type": str(QT_TRANSLATE_NOOP("ImportTexts", "Type")),
    "category": str(QT_TRANSLATE_NOOP("ImportTexts", "Category")),
    "tags": str(QT_TRANSLATE_NOOP("ImportTexts", "Tags")),
    "status": str(QT_TRANSLATE_NOOP("ImportTexts", "Status")),
    "meta_title": str(QT_TRANSLATE_NOOP("ImportTexts", "SEO title")),
    "meta_description": str(QT_TRANSLATE_NOOP("ImportTexts", "SEO description")),
    "metafields": str(QT_TRANSLATE_NOOP("ImportTexts", "Metafields")),
    "options": str(QT_TRANSLATE_NOOP("ImportTexts", "Options")),
    "images": str(QT_TRANSLATE_NOOP("ImportTexts", "Images")),
    "variants": str(QT_TRANSLATE_NOOP("ImportTexts", "Variants")),
    "sku": str(QT_TRANSLATE_NOOP("ImportTexts", "SKU")),
    "barcode": str(QT_TRANSLATE_NOOP("ImportTexts", "Barcode")),
    "price": str(QT_TRANSLATE_NOOP("ImportTexts", "Price")),
    "compare_at": str(QT_TRANSLATE_NOOP("ImportTexts", "Compare at")),
    "cost": str(QT_TRANSLATE_NOOP("ImportTexts", "Cost")),
    "weight": str(QT_TRANSLATE_NOOP("ImportTexts", "Weight")),
    "stock": str(QT_TRANSLATE_NOOP("ImportTexts", "Stock")),
    "published": str(QT_TRANSLATE_NOOP("ImportTexts", "Published")),
    "grams": str(QT_TRANSLATE_NOOP("ImportTexts", "Weight in grams")),
    "tracker": str(QT_TRANSLATE_NOOP("ImportTexts", "Stock is counted")),
    "quantity": str(QT_TRANSLATE_NOOP("ImportTexts", "Stock")),
    "policy": str(QT_TRANSLATE_NOOP("ImportTexts", "Overselling")),
    "image_url": str(QT_TRANSLATE_NOOP("ImportTexts", "Image address")),
    "image_position": str(QT_TRANSLATE_NOOP("ImportTexts", "Image position")),
    "image_alt": str(QT_TRANSLATE_NOOP("ImportTexts", "Image description")),
    "variant_image": str(QT_TRANSLATE_NOOP("ImportTexts", "Image of the variant")),
    "variant": str(QT_TRANSLATE_NOOP("ImportTexts", "Variant")),
    "tracked": str(QT_TRANSLATE_NOOP("ImportTexts", "Stock is counted")),
    "requires_shipping": str(QT_TRANSLATE_NOOP("ImportTexts", "Shipped")),
    "taxable": str(QT_TRANSLATE_NOOP("ImportTexts", "Taxed")),
    "weight_unit": str(QT_TRANSLATE_NOOP("ImportTexts", "Weight unit")),
    "image": str(QT_TRANSLATE_NOOP("ImportTexts", "Image")),
    "all": str(QT_TRANSLATE_NOOP("ImportTexts", "All fields")),
    "inventory_policy": str(QT_TRANSLATE_NOOP("ImportTexts", "Overselling")),
}


def action_text(action: ImportAction) -> str:
    """What happens to a product, in a word."""
    return QCoreApplication.translate(CONTEXT, _ACTIONS[action][0])


def action_tone(action: ImportAction) -> str:
    """The chip's tone for it."""
    return _ACTIONS[action][1]


_OPTION = re.compile(r"option(\d)_(name|value)")
_NAME_OF_OPTION = str(QT_TRANSLATE_NOOP("ImportTexts", "Name of option %1"))
_VALUE_OF_OPTION = str(QT_TRANSLATE_NOOP("ImportTexts", "Value of option %1"))
_STATUS = {
    "draft": str(QT_TRANSLATE_NOOP("ImportTexts", "Draft")),
    "active": str(QT_TRANSLATE_NOOP("ImportTexts", "Active")),
    "archived": str(QT_TRANSLATE_NOOP("ImportTexts", "Archived")),
}
_ONLY_VARIANT = "Default"  # the title of the only variant of a product without options


def value_text(field: str, value: str | None) -> str:
    """A value of the plan in words; a dash for none."""
    if value and field == "status" and value in _STATUS:
        return QCoreApplication.translate(CONTEXT, _STATUS[value])
    return value or "—"


def field_text(field: str, variant: str = "") -> str:
    """A field of the plan in words, with the variant concerned in brackets."""
    words = _words(field)
    return f"{words} ({variant})" if variant not in ("", _ONLY_VARIANT) and field != "variant" else words


def _words(field: str) -> str:
    if field.startswith("metafield:"):
        return QCoreApplication.translate(CONTEXT, _FIELDS["metafields"])
    if option := _OPTION.fullmatch(field):
        text = _NAME_OF_OPTION if option[2] == "name" else _VALUE_OF_OPTION
        return QCoreApplication.translate(CONTEXT, text).replace("%1", option[1])
    known = _FIELDS.get(field)
    return QCoreApplication.translate(CONTEXT, known) if known else field

"""Words of the import page that several of its parts share."""

from __future__ import annotations

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


def field_text(field: str, variant: str = "") -> str:
    """A field of the plan in words, with the variant concerned in brackets."""
    known = _FIELDS.get(field)
    words = QCoreApplication.translate(CONTEXT, known) if known else field
    return f"{words} ({variant})" if variant and field != "variant" else words

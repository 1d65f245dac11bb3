"""A product as a flat table of texts, one per field path: what fields show and drafts are compared with."""

from __future__ import annotations

import json
from dataclasses import dataclass

from rustok_desktop.commerce.views import ProductView, TranslationView, VariantView
from rustok_desktop.core.money import plain_amount
from rustok_desktop.gui.products.entry import weight_text

TRANSLATED = ("title", "handle", "description", "meta_title", "meta_description")
PLAIN = ("vendor", "product_type", "category")
MONEY = ("price", "compare_at", "cost")


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """An option in the editor; ``id`` is None until it is saved."""

    id: str | None
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImageDraft:
    """An image in the editor; ``id`` is None until it is saved."""

    id: str | None
    url: str
    alt_text: str


def options_text(options: tuple[OptionDraft, ...]) -> str:
    """Options as one comparable text."""
    return json.dumps([[o.id, o.name, list(o.values)] for o in options], ensure_ascii=False)


def options_of(text: str) -> tuple[OptionDraft, ...]:
    """The options that :func:`options_text` wrote."""
    return tuple(OptionDraft(i, name, tuple(values)) for i, name, values in json.loads(text or "[]"))


def images_text(images: tuple[ImageDraft, ...]) -> str:
    """Images as one comparable text."""
    return json.dumps([[i.id, i.url, i.alt_text] for i in images], ensure_ascii=False)


def images_of(text: str) -> tuple[ImageDraft, ...]:
    """The images that :func:`images_text` wrote."""
    return tuple(ImageDraft(i, url, alt) for i, url, alt in json.loads(text or "[]"))


def variant_path(key: str, column: str, currency: str) -> str:
    """The path of a grid cell, e.g. ``variants/<id>/price@USD``."""
    return f"variants/{key}/{column}@{currency}" if column in MONEY else f"variants/{key}/{column}"


def variant_key(path: str) -> str | None:
    """The variant a path belongs to, None for a product's own field."""
    if not path.startswith("variants/"):
        return None
    parts = path.split("/")
    return parts[1] if len(parts) == 3 else None


def is_money(path: str) -> bool:
    """Whether a path is of an amount, in whichever currency."""
    return path.rpartition("/")[2].partition("@")[0] in MONEY


def _translation(view: TranslationView) -> dict[str, str]:
    return {f"{name}@{view.locale}": getattr(view, name) or "" for name in TRANSLATED}


def variant_texts(view: VariantView, currency: str) -> dict[str, str]:
    """One variant's cells by path; money without its sign, in ``currency`` and whatever else it is priced in."""
    texts = {
        "sku": view.sku or "",
        "barcode": view.barcode or "",
        "inventory_policy": view.inventory_policy,
        "weight": weight_text(view.weight_mg, view.weight_unit),
    }
    for position, value in enumerate(view.option_values):
        texts[f"option{position}"] = value
    found = {variant_path(view.id, name, currency): text for name, text in texts.items()}
    priced = {price.currency_code: price for price in view.prices}
    for code in dict.fromkeys((currency, *priced)):
        price = priced.get(code)
        amounts = (price.amount, price.compare_at_amount, price.cost_amount) if price else (None, None, None)
        for name, amount in zip(MONEY, amounts, strict=True):
            found[variant_path(view.id, name, code)] = "" if amount is None else plain_amount(amount, code)
    return found


def product_texts(view: ProductView) -> dict[str, str]:
    """Every editable field of the product itself as text, by path; see :func:`variant_texts` for its variants."""
    texts: dict[str, str] = {}
    for translation in view.translations.values():
        texts.update(_translation(translation))
    for name in PLAIN:
        texts[name] = getattr(view, name) or ""
    texts["tags"] = ", ".join(view.tags)
    texts["options"] = options_text(
        tuple(OptionDraft(o.id, o.name, tuple(v.value for v in o.values)) for o in view.options)
    )
    texts["images"] = images_text(tuple(ImageDraft(i.id, i.url, i.alt_text or "") for i in view.images))
    return texts

"""The columns of Shopify's product CSV, in both generations of its header, and files that are something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rustok_desktop.core import limits
from rustok_desktop.core.errors import UserError

# Field -> (classic header, new header, further spellings), all in lower case.
_HEADERS: dict[str, tuple[str, ...]] = {
    "handle": ("handle", "url handle"),
    "title": ("title", "title"),
    "description": ("body (html)", "description", "body html"),
    "vendor": ("vendor", "vendor"),
    "category": ("product category", "product category", "standard product type", "standardized product type"),
    "product_type": ("type", "type", "custom product type"),
    "tags": ("tags", "tags"),
    "published": ("published", "published on online store"),
    "status": ("status", "status"),
    "sku": ("variant sku", "sku"),
    "barcode": ("variant barcode", "barcode", "variant barcodes"),
    "price": ("variant price", "price"),
    "compare_at": ("variant compare at price", "compare-at price", "compare at price"),
    "cost": ("cost per item", "cost per item"),
    "taxable": ("variant taxable", "charge tax"),
    "tracker": ("variant inventory tracker", "inventory tracker"),
    "quantity": ("variant inventory qty", "inventory quantity"),
    "policy": ("variant inventory policy", "continue selling when out of stock"),
    "grams": ("variant grams", "weight value (grams)"),
    "weight_unit": ("variant weight unit", "weight unit for display"),
    "requires_shipping": ("variant requires shipping", "requires shipping"),
    "image_url": ("image src", "product image url"),
    "image_position": ("image position", "image position"),
    "image_alt": ("image alt text", "image alt text"),
    "variant_image": ("variant image", "variant image url"),
    "meta_title": ("seo title", "seo title"),
    "meta_description": ("seo description", "seo description"),
} | {
    f"option{n}_{part}": (f"option{n} {part}", f"option{n} {part}")
    for n in range(1, limits.OPTIONS_PER_PRODUCT + 1)
    for part in ("name", "value")
}
_FIELD_OF = {header: field for field, headers in _HEADERS.items() for header in headers}
_CLASSIC_ONLY = frozenset(h[0] for h in _HEADERS.values() if h[0] != h[1])
_NEW_ONLY = frozenset(h[1] for h in _HEADERS.values() if h[0] != h[1])
# Shopify's own columns that have no place here yet; they are no reason to doubt the file.
_FOREIGN = re.compile(
    r"google shopping / .*|(?:included|price|compare at price) / .*|option\d linked to|unit price .*|gift card"
    r"|tax code|variant tax code|fulfillment service|variant fulfillment service|collection|published scope|id"
)
_METAFIELD = re.compile(r".*\(product\.metafields\.([^()]+)\)")
METAFIELD = "metafield:"
KNOWN_HEADERS = frozenset(_FIELD_OF)
# Fields whose empty cell can erase; the others always keep what the shop has.
ERASABLE = frozenset(
    {
        "description",
        "vendor",
        "category",
        "product_type",
        "tags",
        "sku",
        "barcode",
        "compare_at",
        "cost",
        "grams",
        "meta_title",
        "meta_description",
        "image_alt",
    }
)
_INVENTORY_ONLY = ("location", "on hand (current)", "on hand (new)", "available (not editable)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands. ``fields`` is one entry per header, None for a column that is left out."""

    headers: tuple[str, ...]
    fields: tuple[str | None, ...]
    generation: str

    def index(self, field: str) -> int:
        """The position of ``field``, -1 when the file has no such column."""
        return self.fields.index(field) if field in self.fields else -1

    def header(self, field: str) -> str:
        """The header as the file spells it; the field's own name when there is no such column."""
        place = self.index(field)
        return self.headers[place] if place >= 0 else field

    def metafields(self) -> tuple[tuple[int, str], ...]:
        """(position, ``namespace.key``) of the metafield columns."""
        return tuple(
            (place, field.removeprefix(METAFIELD))
            for place, field in enumerate(self.fields)
            if field is not None and field.startswith(METAFIELD)
        )

    def left_out(self) -> tuple[str, ...]:
        """Headers nobody knows: neither a field nor one of Shopify's columns without a place here."""
        return tuple(
            header
            for header, field in zip(self.headers, self.fields, strict=True)
            if field is None and header and not _FOREIGN.fullmatch(header.lower())
        )


def recognise(headers: Sequence[str]) -> Columns:
    """The columns of a Shopify product file; UserError for another program's file or missing columns."""
    lowered = [header.strip().lower() for header in headers]
    other = _other_program(set(lowered))
    if other is not None:
        raise UserError("wrong_format", found=other)
    fields = _fields(lowered)
    if "handle" not in fields and "title" not in fields:
        raise UserError("missing_columns", columns="Handle, Title")
    if len([field for field in fields if field]) < 2:
        raise UserError("missing_columns", columns="Title" if "title" not in fields else "Handle")
    classic = sum(header in _CLASSIC_ONLY for header in lowered)
    new = sum(header in _NEW_ONLY for header in lowered)
    return Columns(tuple(headers), fields, "new" if new > classic else "classic")


def _fields(lowered: Sequence[str]) -> tuple[str | None, ...]:
    """The first column of a field wins; a repeated one is left out."""
    seen: set[str] = set()
    fields: list[str | None] = []
    for header in lowered:
        field = _FIELD_OF.get(header)
        metafield = _METAFIELD.fullmatch(header) if field is None else None
        if metafield is not None:
            field = METAFIELD + metafield[1]
        if field in seen:
            field = None
        if field is not None:
            seen.add(field)
        fields.append(field)
    return tuple(fields)


def other_format(head: bytes) -> str | None:
    """What a file that is no CSV at all seems to be, by its first bytes; None for one that may be a table."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:4096]
    for magic, name in ((b"PK\x03\x04", "spreadsheet or archive"), (b"%PDF", "PDF document")):
        if start.startswith(magic):
            return name
    if start.startswith(b"<"):
        wordpress = b"wordpress" in head.lower() or b"wp:wxr_version" in head
        return "WordPress export (WXR)" if wordpress else "XML or HTML file"
    if start.startswith((b"{", b'["', b"[{", b"[\n", b"[\r", b"[ ")):
        return "JSON file"
    return None


def _other_program(headers: set[str]) -> str | None:
    woo = {"regular price", "is featured?", "visibility in catalog", "in stock?", "attribute 1 name", "tax status"}
    if len(headers & woo) >= 2:
        return "WooCommerce product file"
    if any(header in headers for header in ("product handle", "product title")) and any(
        header.startswith(("variant ", "product ")) for header in headers
    ):
        return "Medusa product file"
    if "handle" in headers and sum(header in headers for header in _INVENTORY_ONLY) >= 2:
        return "Shopify inventory file"
    if {"slug", "optiongroups"} <= headers:
        return "Vendure product file"
    return None

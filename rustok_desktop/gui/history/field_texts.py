"""Field paths and their values in words, for people who look back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from rustok_desktop.core.locale import format_date, format_number, format_time, local_time
from rustok_desktop.core.money import format_amount
from rustok_desktop.core.text import strip_html
from rustok_desktop.gui.products.entry import weight_text

NOTHING = "—"
_CUT = 160
_MONEY = ("price", "compare_at", "cost")
_MOMENTS = (
    "published_at",
    "deleted_at",
    "closed_at",
    "starts_at",
    "ends_at",
    "publish_at",
    "unpublish_at",
    "archived_at",
)
_ORDERED = ("products", "members", "nodes")  # parts of lists, told one by one


def _names() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "title": translate("HistoryFields", "Title"),
        "handle": translate("HistoryFields", "Handle"),
        "description": translate("HistoryFields", "Description"),
        "meta_title": translate("HistoryFields", "Page title"),
        "meta_description": translate("HistoryFields", "Search description"),
        "vendor": translate("HistoryFields", "Vendor"),
        "product_type": translate("HistoryFields", "Type"),
        "category": translate("HistoryFields", "Category"),
        "tags": translate("HistoryFields", "Tags"),
        "options": translate("HistoryFields", "Options"),
        "images": translate("HistoryFields", "Images"),
        "variants": translate("HistoryFields", "Variant"),
        "sku": translate("HistoryFields", "SKU"),
        "barcode": translate("HistoryFields", "Barcode"),
        "price": translate("HistoryFields", "Price"),
        "compare_at": translate("HistoryFields", "Compare-at price"),
        "cost": translate("HistoryFields", "Cost"),
        "weight_mg": translate("HistoryFields", "Weight"),
        "weight_unit": translate("HistoryFields", "Unit of weight"),
        "inventory_policy": translate("HistoryFields", "When sold out"),
        "manage_inventory": translate("HistoryFields", "Stock is counted"),
        "requires_shipping": translate("HistoryFields", "Is shipped"),
        "taxable": translate("HistoryFields", "Is taxed"),
        "image_id": translate("HistoryFields", "Image of the variant"),
        "option_values": translate("HistoryFields", "Choice"),
        "status": translate("HistoryFields", "Status"),
        "published_at": translate("HistoryFields", "Published"),
        "deleted_at": translate("HistoryFields", "In the trash since"),
        "metadata": translate("HistoryFields", "Further fields"),
        "stock": translate("HistoryFields", "Stock"),
        "name": translate("HistoryFields", "Name"),
        "slug": translate("HistoryFields", "Address"),
        "parent_id": translate("HistoryFields", "Stands under"),
        "position": translate("HistoryFields", "Place in the order"),
        "products": translate("HistoryFields", "Product's place"),
        "members": translate("HistoryFields", "Product's place"),
        "distinct": translate("HistoryFields", "Different products"),
        "rule": translate("HistoryFields", "Rule"),
        "kind": translate("HistoryFields", "Kind"),
        "alt_text": translate("HistoryFields", "Alternative text"),
        "filename": translate("HistoryFields", "File"),
        "code": translate("HistoryFields", "Code"),
        "is_default": translate("HistoryFields", "Is the main location"),
        "closed_at": translate("HistoryFields", "Closed"),
        "currency_code": translate("HistoryFields", "Currency"),
        "currencies": translate("HistoryFields", "Further currencies"),
        "type": translate("HistoryFields", "Kind"),
        "priority": translate("HistoryFields", "Priority"),
        "starts_at": translate("HistoryFields", "Begins"),
        "ends_at": translate("HistoryFields", "Ends"),
        "prices": translate("HistoryFields", "Price"),
        "default_locale": translate("HistoryFields", "Main language"),
        "nodes": translate("HistoryFields", "Page or post"),
    } | _of_nodes_and_files()


def _of_nodes_and_files() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "excerpt": translate("HistoryFields", "Excerpt"),
        "body": translate("HistoryFields", "Text"),
        "format": translate("HistoryFields", "Format of the text"),
        "author_id": translate("HistoryFields", "Author"),
        "author_name": translate("HistoryFields", "Author"),
        "category_id": translate("HistoryFields", "Category"),
        "template": translate("HistoryFields", "Template"),
        "featured_media_id": translate("HistoryFields", "Lead picture"),
        "publish_at": translate("HistoryFields", "Is published"),
        "unpublish_at": translate("HistoryFields", "Is taken back"),
        "archived_at": translate("HistoryFields", "In the archive since"),
        "archive_reason": translate("HistoryFields", "Why archived"),
        "moderation": translate("HistoryFields", "Moderation"),
        "redirect": translate("HistoryFields", "Old address"),
        "thread": translate("HistoryFields", "Discussion"),
        "mime_type": translate("HistoryFields", "Type of file"),
        "size": translate("HistoryFields", "Size"),
        "sha256": translate("HistoryFields", "Checksum"),
        "width": translate("HistoryFields", "Width"),
        "height": translate("HistoryFields", "Height"),
        "original_name": translate("HistoryFields", "File as it was called"),
        "storage_path": translate("HistoryFields", "Place of the file"),
        "frames": translate("HistoryFields", "Frames"),
    } | _of_shop()


def _of_shop() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "enabled": translate("HistoryFields", "Language is in use"),
        "language": translate("HistoryFields", "Name of the language"),
        "fallback": translate("HistoryFields", "Used where texts are missing"),
        "threshold": translate("HistoryFields", "Low below"),
        "merged_into": translate("HistoryFields", "Merged into"),
    }


def _values() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "draft": translate("HistoryFields", "Draft"),
        "active": translate("HistoryFields", "Active"),
        "archived": translate("HistoryFields", "Archived"),
        "published": translate("HistoryFields", "Is public"),
        "pending": translate("HistoryFields", "Waiting"),
        "approved": translate("HistoryFields", "Approved"),
        "rejected": translate("HistoryFields", "Rejected"),
        "hidden": translate("HistoryFields", "Hidden"),
        "deny": translate("HistoryFields", "Stop selling"),
        "continue": translate("HistoryFields", "Go on selling"),
        "sale": translate("HistoryFields", "Sale"),
        "override": translate("HistoryFields", "Replaces prices"),
    }


def name_text(name: str) -> str:
    """A bare field name, e.g. ``compare_at``; the name itself when it has no words."""
    return _names().get(name, name)


def path_text(path: str, variants: dict[str, str] | None = None, *, several: bool = True) -> str:
    """A path, e.g. ``Price · S / M``; ``variants`` are the titles of those there are, by id.

    Where a shop writes ``several`` languages, the one that is meant follows.
    """
    parts = path.split("/")
    if parts[0] in _ORDERED:
        title = (variants or {}).get(parts[1], "")
        return f"{name_text(parts[0])} · {title}" if title else name_text(parts[0])
    last, _, detail = parts[-1].partition("@")
    last = parts[0] if parts[0] == "redirect" else last
    if parts[0] == "prices":
        variant_id, _, quantity = last.partition(":")
        return _list_price_text((variants or {}).get(variant_id, ""), int(quantity))
    if parts[0] != "variants":
        return f"{name_text(last)} ({detail})" if detail and several else name_text(last)
    title = (variants or {}).get(parts[1], "")
    name = name_text("variants" if len(parts) == 2 else last)
    return f"{name} · {title}" if title else name


def _list_price_text(title: str, quantity: int) -> str:
    """A variant's price in a list, ``Price · Mug / S · from 10``."""
    parts = [name_text("prices"), title]
    if quantity > 1:
        parts.append(QCoreApplication.translate("HistoryFields", "from {quantity}").format(quantity=quantity))
    return " · ".join(part for part in parts if part)


def value_text(path: str, value: Any, language: str) -> str:
    """A value as people read it, on one line."""
    if value is None or value in ("", [], {}):
        return NOTHING
    last, _, detail = path.rpartition("/")[2].partition("@")
    if path.startswith("redirect/"):
        return f"/{value}"
    if path.partition("/")[0] in (*_ORDERED, "position") and type(value) is int:
        return format_number(value + 1, language)
    if path.startswith("variants/") and path.count("/") == 1:
        return _variant(value)
    if isinstance(value, bool):
        yes, no = QCoreApplication.translate("HistoryFields", "Yes"), QCoreApplication.translate("HistoryFields", "No")
        return yes if value else no
    if (last in _MONEY or path.startswith("prices/")) and isinstance(value, int):
        return format_amount(value, detail or "USD", language)
    if last == "weight_mg":
        return weight_text(value, "g" if value < 1_000_000 else "kg")
    if last in _MOMENTS:
        return moment_text(str(value), language)
    if isinstance(value, list):
        return _cut(", ".join(_item(last, item) for item in value))
    if isinstance(value, dict):
        return _cut(", ".join(sorted(value)))
    if isinstance(value, int):
        return format_number(value, language)
    return _values().get(value, _cut(strip_html(value) if last == "description" else str(value)))


def moment_text(moment: str, language: str, *, year: bool = True) -> str:
    """``12 Nov 2026, 14:02`` by the clock of this computer."""
    there = local_time(moment)
    return f"{format_date(there, language, year=year)}, {format_time(there)}"


def _variant(value: dict[str, Any]) -> str:
    parts = [" / ".join(value.get("option_values") or []), value.get("sku") or ""]
    return ", ".join(part for part in parts if part) or QCoreApplication.translate("HistoryFields", "Without options")


def _item(name: str, item: Any) -> str:
    if not isinstance(item, dict):
        return str(item)
    if name == "options":
        return f"{item['name']}: " + " · ".join(value["value"] for value in item["values"])
    return str(item.get("url", "")).rpartition("/")[2]


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _CUT else f"{text[: _CUT - 1]}…"

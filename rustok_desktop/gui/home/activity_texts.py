"""Acts in words: who, what, which field, from what to what. Knows no widget."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QCoreApplication

from rustok_desktop.core.locale import format_number
from rustok_desktop.core.money import format_amount
from rustok_desktop.core.text import strip_html
from rustok_desktop.gui.products.field_names import field_names
from rustok_desktop.runtime.overview_views import Act, FieldChange

translate = QCoreApplication.translate
_LONGEST = 80
_MONEY = ("price", "compare_at", "cost")


def who(act: Act, owner: str | None) -> str:
    """``You`` for the owner of this device."""
    if act.kind == "import":
        return translate("Activity", "Import")
    if act.actor_id is None:
        return translate("Activity", "Program")
    return translate("Activity", "You") if act.actor_id == owner else translate("Activity", "Colleague")


def what(act: Act) -> str:
    """The one thing, by its title."""
    if act.kind == "import":
        return PurePath(act.title).name
    return act.title or _one(act.subject)


def _one(subject: str) -> str:
    names = {
        "product": translate("Activity", "Product"),
        "tenant": translate("Activity", "Shop"),
        "category": translate("Activity", "Category"),
        "tag": translate("Activity", "Tag"),
        "collection": translate("Activity", "Collection"),
        "media": translate("Activity", "Image"),
        "node": translate("Activity", "Page or post"),
        "location": translate("Activity", "Place"),
        "stocktake": translate("Activity", "Stocktake"),
        "distinction": translate("Activity", "Not duplicates"),
        "price_list": translate("Activity", "Price list"),
    }
    return names.get(subject, subject.replace("_", " ").capitalize())


def done(act: Act) -> str:
    """What became of the thing as a whole; '' for an edit of its fields."""
    words = {
        "created": translate("Activity", "Created"),
        "deleted": translate("Activity", "Deleted"),
        "trashed": translate("Activity", "In the trash"),
        "restored": translate("Activity", "Restored"),
        "archived": translate("Activity", "Archived"),
        "unarchived": translate("Activity", "Out of the archive"),
        "published": translate("Activity", "Published"),
        "unpublished": translate("Activity", "Draft"),
        "scheduled": translate("Activity", "Scheduled"),
        "unscheduled": translate("Activity", "Not scheduled any more"),
    }
    return words.get(act.kind, "")


def fields(act: Act) -> str:
    """The one field, '' for several."""
    if done(act):
        return translate("Activity", "Status")
    if len(act.changes) == 1:
        return field_name(act.changes[0])
    return ""


def outcome(act: Act, language: str) -> str:
    """The right end of an import's line: ``120 new · 14 changed``, and whether it was stopped."""
    patterns = {
        "created": translate("Activity", "{count} new"),
        "updated": translate("Activity", "{count} changed"),
        "rejected": translate("Activity", "{count} refused"),
    }
    parts = [patterns[name].format(count=format_number(number, language)) for name, number in act.tally]
    if act.state in ("interrupted", "failed"):
        parts.append(translate("Activity", "interrupted"))
    elif act.state == "cancelled":
        parts.append(translate("Activity", "cancelled"))
    elif act.state == "running":
        parts.append(translate("Activity", "running"))
    return " · ".join(parts) or translate("Activity", "nothing changed")


def field_name(change: FieldChange) -> str:
    """``Title (ru)``, ``Price of Indigo / XS``; the path's end for a field without a name."""
    last, _, detail = change.path.rpartition("/")[2].partition("@")
    parts = change.path.split("/")
    if parts[0] == "prices":
        return translate("Activity", "Price in the list")
    if parts[0] == "variants" and len(parts) == 2:
        return translate("Activity", "Variant")
    name = _names().get(last, last.replace("_", " ").capitalize())
    if change.variant and parts[0] == "variants" and change.variant != "Default":
        return translate("Activity", "{field} of {variant}").format(field=name, variant=change.variant)
    return f"{name} ({detail})" if detail and last not in _MONEY else name


def value(change: FieldChange, side: Any, language: str) -> str:
    """One side of a change, short enough for a column."""
    last, _, detail = change.path.rpartition("/")[2].partition("@")
    if side is None or side in ("", [], {}):
        return translate("Activity", "none")
    if isinstance(side, bool):
        return translate("Activity", "yes") if side else translate("Activity", "no")
    if isinstance(side, int):
        money = last in _MONEY or change.path.startswith("prices/")
        return format_amount(side, detail, language) if money and detail else format_number(side, language)
    if isinstance(side, dict):
        return str(side.get("title") or side.get("sku") or side.get("name") or translate("Activity", "set"))
    if isinstance(side, list):
        return _short(", ".join(_item(item) for item in side))
    return _status(side) if last == "status" else _short(strip_html(str(side)))


def _item(item: Any) -> str:
    return str(item.get("name") or item.get("url") or "") if isinstance(item, dict) else str(item)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _status(side: Any) -> str:
    words = {
        "draft": translate("Activity", "Draft"),
        "active": translate("Activity", "Active"),
        "published": translate("Activity", "Published"),
        "archived": translate("Activity", "Archived"),
    }
    return words.get(str(side), str(side))


def _names() -> dict[str, str]:
    return {
        **field_names(),
        "stock": translate("Activity", "Stock"),
        "status": translate("Activity", "Status"),
        "name": translate("Activity", "Name"),
        "body": translate("Activity", "Text"),
        "slug": translate("Activity", "Address"),
        "excerpt": translate("Activity", "Summary"),
        "author_name": translate("Activity", "Author"),
        "locales": translate("Activity", "Languages"),
        "default_locale": translate("Activity", "Main language"),
        "currency_code": translate("Activity", "Currency"),
        "currencies": translate("Activity", "Further currencies"),
        "type": translate("Activity", "Kind"),
        "priority": translate("Activity", "Priority"),
        "starts_at": translate("Activity", "Begins"),
        "ends_at": translate("Activity", "Ends"),
    }

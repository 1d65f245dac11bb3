"""What ``products bulk-edit`` may be told to change, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from rustok_desktop.core.errors import FieldProblem, Invalid


class Becomes(StrEnum):
    """What a bulk edit can make of a product."""

    DRAFT = "draft"
    ACTIVE = "active"
    ARCHIVED = "archived"


class Amount(StrEnum):
    """What a formula can change."""

    PRICE = "price"
    COMPARE_AT = "compare_at"
    COST = "cost"


def _ids(option: str, text: str) -> Any:
    return typer.Option(option, metavar="ID", help=f"{text}, by its id; repeatable.")


SetVendor = Annotated[str | None, typer.Option("--set-vendor", help="The vendor; '' empties it.")]
SetType = Annotated[str | None, typer.Option("--set-type", help="The type; '' empties it.")]
SetStatus = Annotated[Becomes | None, typer.Option("--set-status", help="The status.")]
SetTags = Annotated[str | None, typer.Option("--set-tags", help="All tags, by commas; '' takes all.")]
AddTag = Annotated[list[str] | None, typer.Option("--add-tag", help="A tag to add; repeatable.")]
RemoveTag = Annotated[list[str] | None, typer.Option("--remove-tag", help="A tag to take; repeatable.")]
SetWeight = Annotated[str | None, typer.Option("--set-weight", help="As 250 g; '' empties it.")]
Price = Annotated[str | None, typer.Option("--price", metavar="FORMULA", help="As '+10 %, round to .99'.")]
PriceOf = Annotated[Amount, typer.Option("--price-of", help="What the formula changes.")]
AddCollection = Annotated[list[str] | None, _ids("--add-collection", "Into this collection")]
RemoveCollection = Annotated[list[str] | None, _ids("--remove-collection", "Out of this collection")]
AddCategory = Annotated[list[str] | None, _ids("--add-category", "Into this category")]
RemoveCategory = Annotated[list[str] | None, _ids("--remove-category", "Out of this category")]

_PLAIN = {"set_vendor": "vendor", "set_type": "product_type"}
_LISTS = {
    "add_tag": "add_tags",
    "remove_tag": "remove_tags",
    "add_collection": "add_collection_ids",
    "remove_collection": "remove_collection_ids",
    "add_category": "add_category_ids",
    "remove_category": "remove_category_ids",
}


def changes_of(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given, by the names of ``BulkChanges``. Invalid when there are none."""
    found: dict[str, Any] = {
        name: options[option] or None for option, name in _PLAIN.items() if options[option] is not None
    }
    found |= {name: list(options[option]) for option, name in _LISTS.items() if options[option]}
    if options["set_status"] is not None:
        found["status"] = options["set_status"].value
    if options["set_tags"] is not None:
        found["tags"] = [tag.strip() for tag in options["set_tags"].split(",") if tag.strip()]
    if options["set_weight"] is not None:
        found |= _weight(options["set_weight"])
    if options["price"]:
        found["price"] = {"formula": options["price"], "target": options["price_of"].value}
    if not found:
        raise Invalid([FieldProblem("changes", "required")])
    return found


def _weight(text: str) -> dict[str, Any]:
    from rustok_desktop.gui.products.entry import read_weight

    weight, unit, problem = read_weight("weight", text)
    if problem is not None:
        raise Invalid([problem])
    return {"weight_mg": weight, "weight_unit": unit if weight is not None else None}

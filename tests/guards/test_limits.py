"""One limit per kind of value: tables, commands and events all hold the same one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from sqlalchemy import String, Text

import rustok_desktop
from rustok_desktop.commerce.price_formula import FormulaError, parse_formula
from rustok_desktop.core import limits
from rustok_desktop.core.event_rules import EventInvalid
from rustok_desktop.core.event_types import EVENT_SCHEMAS
from rustok_desktop.storage.schema import ID, TIME, metadata

from . import statements

# What a text of this name may hold, wherever it stands; ``owner.name`` where a name means something else there.
TEXTS = {
    "add_tags": "TAG",
    "address": "URL",
    "ContactTexts.address": "BLOCK_TEXT",
    "CodeData.code": "BLOCK_TEXT",
    "CodeData.language": "CODE",
    "alt": "TITLE",
    "author": "TITLE",
    "button": "TITLE",
    "caption": "TITLE",
    "captions": "TITLE",
    "consent": "TITLE",
    "email": "NAME",
    "html": "BLOCK_TEXT",
    "link": "URL",
    "map_link": "URL",
    "phone": "TITLE",
    "picture": "URL",
    "pictures": "URL",
    "points": "TITLE",
    "role": "TITLE",
    "subtitle": "BLOCK_TEXT",
    "titles": "TITLE",
    "aggregate_type": "AGGREGATE_TYPE",
    "alt_text": "ALT_TEXT",
    "archive_reason": "ARCHIVE_REASON",
    "author_name": "NAME",
    "barcode": "BARCODE",
    "body": "BODY",
    "AddComment.body": "COMMENT",
    "CreateTopic.body": "COMMENT",
    "EditComment.body": "COMMENT",
    "EditTopic.body": "COMMENT",
    "category": "CATEGORY_PATH",
    "code": "CODE",
    "CountStock.code": "BARCODE",  # a SKU or a barcode as it was scanned
    "combination": "COMBINATION",
    "consumer": "NAME",
    "currency": "CURRENCY",
    "currency_code": "CURRENCY",
    "default_locale": "LOCALE",
    "price_lists.description": "PRICE_LIST_DESCRIPTION",
    "CreatePriceList.description": "PRICE_LIST_DESCRIPTION",
    "UpdatePriceList.description": "PRICE_LIST_DESCRIPTION",
    "price_lists.name": "PRICE_LIST_NAME",
    "CreatePriceList.name": "PRICE_LIST_NAME",
    "UpdatePriceList.name": "PRICE_LIST_NAME",
    "starts_at": "TIME_TEXT",
    "ends_at": "TIME_TEXT",
    "price_lists.type": "STATUS",
    "description": "DESCRIPTION",
    "event_type": "EVENT_TYPE",
    "excerpt": "EXCERPT",
    "fallback_locale": "LOCALE",
    "filename": "FILE_NAME",
    "fingerprint": "NAME",
    "folded": "SEARCH_TEXT",
    "format": "CODE",
    "formula": "PRICE_FORMULA",
    "handle": "HANDLE",
    "inventory_policy": "STATUS",
    "key": "NAME",
    "kind": "STATUS",
    "locale": "LOCALE",
    "meta_description": "META_DESCRIPTION",
    "meta_title": "META_TITLE",
    "mime_type": "MIME_TYPE",
    "moderation": "STATUS",
    "name": "NAME",
    "CategoryPatch.name": "CATEGORY_NAME",
    "CategoryWords.name": "CATEGORY_NAME",
    "OptionInput.name": "OPTION_NAME",
    "RenameTag.name": "TAG",
    "category_translations.name": "CATEGORY_NAME",
    "product_options.name": "OPTION_NAME",
    "tag_translations.name": "TAG",
    "tags.name": "TAG",
    "names": "TAG",
    "number": "CODE",
    "option_values": "OPTION_VALUE",
    "original_name": "FILE_NAME",
    "publish_at": "TIME_TEXT",
    "published_at": "TIME_TEXT",
    "unpublish_at": "TIME_TEXT",
    "created_at": "TIME_TEXT",
    "path": "CATEGORY_ID_PATH",
    "product_type": "PRODUCT_TYPE",
    "reason": "REASON",
    "ArchiveNode.reason": "ARCHIVE_REASON",
    "reference": "REFERENCE",
    "remove_prices": "CURRENCY",
    "remove_tags": "TAG",
    "sku": "SKU",
    "slug": "HANDLE",
    "slugs": "HANDLE",
    "tenants.slug": "TENANT_SLUG",
    "state": "STATUS",
    "status": "STATUS",
    "stock_state": "STATUS",
    "storage_driver": "STATUS",
    "storage_path": "STORAGE_PATH",
    "tag": "TAG",
    "tags": "TAG",
    "target_type": "AGGREGATE_TYPE",
    "template": "CODE",
    "CtaTexts.text": "BLOCK_TEXT",
    "ContactTexts.text": "BLOCK_TEXT",
    "Feature.text": "BLOCK_TEXT",
    "NewsletterTexts.text": "BLOCK_TEXT",
    "PlanTexts.text": "BLOCK_TEXT",
    "Question.text": "BLOCK_TEXT",
    "Testimonial.text": "BLOCK_TEXT",
    "TextTexts.text": "BLOCK_TEXT",
    "text": "SEARCH_TEXT",
    "thumbnail_url": "URL",
    "title": "TITLE",
    "title_sort": "TITLE",
    "trace_id": "NAME",
    "url": "URL",
    "value": "OPTION_VALUE",
    "values": "OPTION_VALUE",
    "vendor": "VENDOR",
    "weight_unit": "UNIT",
}
NUMBERS = {
    "columns": "BLOCK_COLUMNS",
    "shown": "BLOCK_ITEMS",
    "add": "QUANTITY_MAX",
    "amount": "AMOUNT_MAX",
    "compare_at_amount": "AMOUNT_MAX",
    "cost_amount": "AMOUNT_MAX",
    "delta": "QUANTITY_MAX",
    "min_quantity": "QUANTITY_MAX",
    "new_amount": "AMOUNT_MAX",
    "new_quantity": "QUANTITY_MAX",
    "old_amount": "AMOUNT_MAX",
    "old_quantity": "QUANTITY_MAX",
    "priority": "PRICE_LIST_PRIORITY",
    "quantity": "QUANTITY_MAX",
    "remaining": "QUANTITY_MAX",
    "threshold": "QUANTITY_MAX",
    "total": "AMOUNT_MAX",
    "value": "AMOUNT_MAX",
    "weight_mg": "WEIGHT_MG_MAX",
}
# Numbers that are places, versions and sizes: what is there bounds them.
UNBOUNDED = {"base_version", "base_versions", "index", "position"}
# Lengths that follow from others.
DERIVED = {
    "tags.key": 2 * limits.TAG,  # folding may double a letter
    "media.sha256": 64,
}
# Texts of RusToK's events about things that have no table here.
FOREIGN = {
    "index.reindex_requested.target_type",
    "index.updated.index_name",
    "order.cancelled.reason",
    "order.status_changed.new_status",
    "order.status_changed.old_status",
}
_IDS = re.compile(r"(?:.*_)?ids?|remove_variants|children|products|value_ids")


def _limit(owner: str, name: str) -> int | None:
    known = TEXTS.get(f"{owner}.{name}") or TEXTS.get(name)
    return None if known is None else int(getattr(limits, known))


def test_columns_hold_their_limits() -> None:
    wrong = {}
    for table in metadata.tables.values() if statements.modules() else ():
        for column in table.c:
            if not isinstance(column.type, String) or isinstance(column.type, Text):
                continue
            place, length = f"{table.name}.{column.name}", column.type.length
            if (
                column.type is not ID
                and column.type is not TIME
                and length != DERIVED.get(place, _limit(table.name, column.name))
            ):
                wrong[place] = length
    assert wrong == {}


def _commands() -> list[type[BaseModel]]:
    found: dict[str, type[BaseModel]] = {}
    for module in statements.modules():
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, BaseModel) and value.__module__ == module.__name__:
                found[value.__qualname__] = value
    return list(found.values())


def _leaves(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The plain values inside a field's JSON schema: of a list its items, of alternatives each."""
    if schema.get("type") in ("string", "integer"):
        yield schema
    inner = [*schema.get("anyOf", ()), *schema.get("prefixItems", ())]
    inner += [schema[name] for name in ("items", "additionalProperties") if isinstance(schema.get(name), dict)]
    for part in inner:
        yield from _leaves(part)


def test_commands_hold_their_limits() -> None:
    wrong = {}
    for command in _commands():
        for name, field in command.model_json_schema().get("properties", {}).items():
            for leaf in _leaves(field):
                if leaf["type"] == "string" and not _text_is_bound(command.__name__, name, leaf):
                    wrong[f"{command.__name__}.{name}"] = leaf
                if leaf["type"] == "integer" and name not in UNBOUNDED and not _number_is_bound(name, leaf):
                    wrong[f"{command.__name__}.{name}"] = leaf
    assert wrong == {}
    assert len(_commands()) > 15


def _text_is_bound(owner: str, name: str, leaf: dict[str, Any]) -> bool:
    if owner in ("ChangePrices", "FormulaForList") and name == "formula":
        return True  # refused by its parser, in words; see below
    if "enum" in leaf or "const" in leaf or _IDS.fullmatch(name):
        return True
    if TEXTS.get(name) == "CURRENCY":
        return leaf.get("pattern") == rf"^[A-Z]{{{limits.CURRENCY}}}$"
    return leaf.get("maxLength") == (limits.TITLE if (owner, name) == ("Condition", "value") else _limit(owner, name))


def _number_is_bound(name: str, leaf: dict[str, Any]) -> bool:
    most = getattr(limits, NUMBERS[name]) if name in NUMBERS else None
    return leaf.get("maximum") == most and leaf.get("minimum") in (0, 1, -(most or 0))


def _refuses(check: Callable[[str, Any], None], value: object) -> bool:
    try:
        check("field", value)
    except EventInvalid:
        return True
    return False


@pytest.mark.parametrize("event_type", sorted(EVENT_SCHEMAS))
def test_events_hold_their_limits(event_type: str) -> None:
    for field in EVENT_SCHEMAS[event_type].fields:
        place = f"{event_type}.{field.name}"
        if place in FOREIGN or _refuses(field.check, "a/b") is _refuses(field.check, 1):
            continue  # ids, currencies, mappings: their shape is their limit
        if _refuses(field.check, 1):
            most = 64 if field.name == "kind" else limits.NAME if field.name == "email" else _limit("", field.name)
            assert most is not None, f"{place} is text without a limit in TEXTS"
            assert not _refuses(field.check, "a/" + "b" * (most - 2)), place
            assert _refuses(field.check, "a/" + "b" * (most - 1)), place
        elif field.name != "size":
            most = getattr(limits, NUMBERS[field.name]) * (2 if field.name == "delta" else 1)
            assert not _refuses(field.check, most), place
            assert _refuses(field.check, most + 1), place


def test_a_formula_holds_its_limit() -> None:
    with pytest.raises(FormulaError) as refused:
        parse_formula("+" + "1" * limits.PRICE_FORMULA)
    assert refused.value.params == {"limit": limits.PRICE_FORMULA}


def test_a_combination_of_every_option_fits() -> None:
    assert limits.OPTIONS_PER_PRODUCT * (ID.length or 0) + limits.OPTIONS_PER_PRODUCT - 1 <= limits.COMBINATION


def test_every_limit_is_somebody_s() -> None:
    """One that nobody reads bounds nothing."""
    package = Path(rustok_desktop.__file__).parent
    sources = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    names = {name for name in vars(limits) if name.isupper()}
    assert {name for name in names if not re.search(rf"\blimits\.{name}\b", sources)} == set()

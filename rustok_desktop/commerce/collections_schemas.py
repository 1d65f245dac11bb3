"""Commands on collections. A field left out stays as it is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from rustok_desktop.commerce.schemas import Command, Handle, Title
from rustok_desktop.core import limits

RuleField = Literal["title", "vendor", "type", "category", "tag", "status", "price", "stock"]
Operator = Literal["is", "is_not", "contains", "not_contains", "starts", "ends", "over", "under"]
_Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.TITLE)]
_Number = Annotated[int, Field(strict=True, ge=-limits.AMOUNT_MAX, le=limits.AMOUNT_MAX)]
ProductIds = Annotated[tuple[str, ...], Field(min_length=1, max_length=limits.COLLECTION_MEMBERS)]


class Condition(Command):
    """One comparison. Text for words, a whole number for stock and for prices (minor units of the shop's money)."""

    field: RuleField
    operator: Operator
    value: _Number | _Words


class Rule(Command):
    """Conditions of which all, or any, must hold."""

    match: Literal["all", "any"] = "all"
    conditions: Annotated[tuple[Condition, ...], Field(max_length=limits.COLLECTION_CONDITIONS)]


class CollectionWords(Command):
    """One language of a new collection; an empty handle is made from the title."""

    title: Title
    handle: Handle | None = None


class CollectionPatch(Command):
    """Fields of one language to change; a language the collection lacks needs a title."""

    title: Title | None = None
    handle: Handle | None = None


class CreateCollection(Command):
    """A new collection: by ``rule``, or by hand with these products in this order."""

    translations: dict[str, CollectionWords]
    rule: Rule | None = None
    product_ids: Annotated[tuple[str, ...], Field(max_length=limits.COLLECTION_MEMBERS)] = ()


class UpdateCollection(Command):
    """An edit of words and rule as they were at ``base_version``; a translation given as None goes away."""

    collection_id: str
    base_version: int
    translations: dict[str, CollectionPatch | None] = Field(default_factory=dict)
    rule: Rule | None = None


class CollectionCommand(Command):
    """An act on a whole collection."""

    collection_id: str
    base_version: int | None = None


class AddToCollection(CollectionCommand):
    """Products to put in front of the one at ``position`` (at the end when left out); members stay where they are."""

    product_ids: ProductIds
    position: Annotated[int, Field(ge=0)] | None = None


class RemoveFromCollection(CollectionCommand):
    """Products to take out; those that are no members are ignored."""

    product_ids: ProductIds


class MoveInCollection(CollectionCommand):
    """Members to stand together, in this order, in front of what is at ``position`` now."""

    product_ids: ProductIds
    position: Annotated[int, Field(ge=0)]

"""Commands on categories and tags. A field left out stays as it is; ``None`` empties it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from rustok_desktop.core import limits


def _text(limit: int, *, least: int = 0) -> object:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=limit)


Name = Annotated[str, _text(limits.CATEGORY_NAME, least=1)]
Slug = Annotated[str, _text(limits.HANDLE)]
Description = Annotated[str, _text(limits.DESCRIPTION)]
Index = Annotated[int, Field(ge=0)]
Products = Annotated[tuple[str, ...], Field(min_length=1, max_length=limits.PRODUCTS_PER_ASSIGNMENT)]
TagName = Annotated[str, _text(limits.TAG, least=1)]


class Command(BaseModel):
    """Base of all commands: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CategoryWords(Command):
    """One language of a new category; an empty slug is made from the name."""

    name: Name
    slug: Slug | None = None
    description: Description | None = None


class CategoryPatch(Command):
    """Fields of one language to change. A new language needs a name; an empty slug is made anew."""

    name: Name | None = None
    slug: Slug | None = None
    description: Description | None = None


class CreateCategory(Command):
    """A new category below ``parent_id`` (None: at the top), at ``index`` among its siblings, else last."""

    parent_id: str | None = None
    index: Index | None = None
    translations: dict[str, CategoryWords]


class UpdateCategory(Command):
    """Words by language; ``None`` takes a language away."""

    category_id: str
    base_version: int | None = None
    translations: dict[str, CategoryPatch | None]


class MoveCategory(Command):
    """To another parent or place. ``index`` counts the siblings without the moved one; None is last."""

    category_id: str
    base_version: int | None = None
    parent_id: str | None = None
    index: Index | None = None


class DeleteCategory(Command):
    """Without ``lift_children`` only a category without children goes; with it they take its place."""

    category_id: str
    base_version: int | None = None
    lift_children: bool = False


class RestoreCategory(Command):
    """A deleted category under its old id. Children, products and nodes that are still there come back to it."""

    category_id: str
    parent_id: str | None = None
    index: Index | None = None
    translations: dict[str, CategoryWords]
    children: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()


class AssignProducts(Command):
    """Products into a category, at ``index`` of its list or last; those in it already only move."""

    category_id: str
    product_ids: Products
    index: Index | None = None


class UnassignProducts(Command):
    """Products out of a category."""

    category_id: str
    product_ids: Products


class RenameTag(Command):
    """The tag's name in every product that carries it."""

    tag_id: str
    base_version: int | None = None
    name: TagName


class TranslateTag(Command):
    """The tag's words in other languages; ``None`` takes one away. The products' lists stay as they are.

    ``slugs`` are addresses by language, also for the lists' own one; an empty one, or none for a new name, is made
    from the name.
    """

    tag_id: str
    base_version: int | None = None
    names: dict[str, TagName | None] = Field(default_factory=dict)
    slugs: dict[str, Slug | None] = Field(default_factory=dict)


class MergeTags(Command):
    """``tag_id`` becomes ``into_id`` in every product and is gone."""

    tag_id: str
    into_id: str
    base_version: int | None = None

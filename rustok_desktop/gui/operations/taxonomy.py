"""What the Categories page asks of the platform. Plain values; the platform is touched on the core thread only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.taxonomy.views import (
    Assigned,
    CategoryNode,
    CategoryProduct,
    CategorySaved,
    DeletedCategory,
    TagSaved,
    TagView,
)

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

HITS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class FoundProduct:
    """A hit of the search for products to add; ``inside`` when the category has it already."""

    product: CategoryProduct
    inside: bool


@dataclass(frozen=True, slots=True)
class ReadTree:
    """All categories with their names in ``locale``; '' is the shop's own language."""

    locale: str = ""

    async def __call__(self, platform: Platform) -> tuple[CategoryNode, ...]:
        return await platform.categories.tree(platform.context(self.locale or None))


@dataclass(frozen=True, slots=True)
class ReadCategoryProducts:
    """A part of a category's products."""

    category_id: str
    skip: int
    limit: int

    async def __call__(self, platform: Platform) -> tuple[CategoryProduct, ...]:
        ctx = platform.context()
        return await platform.categories.products(ctx, self.category_id, limit=self.limit, skip=self.skip)


@dataclass(frozen=True, slots=True)
class FindProducts:
    """Products to add to a category."""

    category_id: str
    text: str

    async def __call__(self, platform: Platform) -> tuple[FoundProduct, ...]:
        ctx = platform.context()
        result = await platform.search.search(ctx, self.text, limit=HITS_SHOWN)
        rows = [hit.row for hit in result.hits]
        inside = await platform.categories.contained(ctx, self.category_id, [row.product_id for row in rows])
        return tuple(
            FoundProduct(
                CategoryProduct(row.product_id, row.title, row.status, row.sku or None), row.product_id in inside
            )
            for row in rows
        )


@dataclass(frozen=True, slots=True)
class AddCategory:
    """A new category called ``name`` in ``locale``."""

    name: str
    locale: str
    parent_id: str | None

    async def __call__(self, platform: Platform) -> CategorySaved:
        from rustok_desktop.taxonomy.schemas import CategoryWords, CreateCategory

        words = {self.locale: CategoryWords(name=self.name)}
        command = CreateCategory(parent_id=self.parent_id, translations=words)
        return await platform.categories.create(platform.context(), command)


@dataclass(frozen=True, slots=True)
class RenameCategory:
    """Another name in one language."""

    category_id: str
    base_version: int
    locale: str
    name: str

    async def __call__(self, platform: Platform) -> CategorySaved:
        from rustok_desktop.taxonomy.schemas import CategoryPatch, UpdateCategory

        words = {self.locale: CategoryPatch(name=self.name)}
        command = UpdateCategory(category_id=self.category_id, base_version=self.base_version, translations=dict(words))
        return await platform.categories.update(platform.context(), command)


@dataclass(frozen=True, slots=True)
class PlaceCategory:
    """To another parent or place among its siblings; without a version when it is taken back."""

    category_id: str
    parent_id: str | None
    index: int | None
    base_version: int | None = None

    async def __call__(self, platform: Platform) -> CategorySaved:
        from rustok_desktop.taxonomy.schemas import MoveCategory

        command = MoveCategory(
            category_id=self.category_id,
            base_version=self.base_version,
            parent_id=self.parent_id,
            index=self.index,
        )
        return await platform.categories.move(platform.context(), command)


@dataclass(frozen=True, slots=True)
class RemoveCategory:
    """Delete one; its children move up."""

    category_id: str
    base_version: int

    async def __call__(self, platform: Platform) -> DeletedCategory:
        from rustok_desktop.taxonomy.schemas import DeleteCategory

        command = DeleteCategory(category_id=self.category_id, base_version=self.base_version, lift_children=True)
        return await platform.categories.delete(platform.context(), command)


@dataclass(frozen=True, slots=True)
class PutProducts:
    """Products into a category (``out`` false) or out of it."""

    category_id: str
    product_ids: tuple[str, ...]
    out: bool = False

    async def __call__(self, platform: Platform) -> Assigned:
        from rustok_desktop.taxonomy.schemas import AssignProducts, UnassignProducts

        ctx, service = platform.context(), platform.categories
        if self.out:
            return await service.unassign(
                ctx, UnassignProducts(category_id=self.category_id, product_ids=self.product_ids)
            )
        return await service.assign(ctx, AssignProducts(category_id=self.category_id, product_ids=self.product_ids))


@dataclass(frozen=True, slots=True)
class ReadTags:
    """All tags with how many products carry them."""

    async def __call__(self, platform: Platform) -> tuple[TagView, ...]:
        return await platform.tags.tags(platform.context())


@dataclass(frozen=True, slots=True)
class RenameTagTo:
    """Another name in every product; without a version when it is taken back."""

    tag_id: str
    name: str
    base_version: int | None = None

    async def __call__(self, platform: Platform) -> TagSaved:
        from rustok_desktop.taxonomy.schemas import RenameTag

        command = RenameTag(tag_id=self.tag_id, base_version=self.base_version, name=self.name)
        return await platform.tags.rename(platform.context(), command)


@dataclass(frozen=True, slots=True)
class WordTag:
    """The tag's name or address in one language; None takes it away, or makes the address from the name."""

    tag_id: str
    base_version: int
    locale: str
    field: str  # name | slug
    text: str | None

    async def __call__(self, platform: Platform) -> TagSaved:
        from rustok_desktop.taxonomy.schemas import TranslateTag

        words = {f"{self.field}s": {self.locale: self.text}}
        given = {"tag_id": self.tag_id, "base_version": self.base_version, **words}
        return await platform.tags.translate(platform.context(), TranslateTag.model_validate(given))


@dataclass(frozen=True, slots=True)
class MergeInto:
    """One tag becomes another in every product."""

    tag_id: str
    into_id: str

    async def __call__(self, platform: Platform) -> TagSaved:
        from rustok_desktop.taxonomy.schemas import MergeTags

        return await platform.tags.merge(platform.context(), MergeTags(tag_id=self.tag_id, into_id=self.into_id))


@dataclass(frozen=True, slots=True)
class RemoveUnusedTags:
    """Delete the tags no product carries; how many."""

    async def __call__(self, platform: Platform) -> int:
        return await platform.tags.remove_unused(platform.context())

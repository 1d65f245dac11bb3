"""What the Collections page asks of the platform; plain values, as those of products."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.commerce.collections_views import (
    CollectionRow,
    CollectionSaved,
    CollectionView,
    MemberPage,
    RulePreview,
    RuleView,
)
from rustok_desktop.index.schemas import ProductQuery, ProductRow

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.collections_schemas import Rule

FOUND = 20


@dataclass(frozen=True, slots=True)
class ReadCollections:
    """All collections of the shop."""

    async def __call__(self, platform: Platform) -> tuple[CollectionRow, ...]:
        return await platform.collections.list(platform.context())


@dataclass(frozen=True, slots=True)
class LoadedCollection:
    """A collection with its first members."""

    view: CollectionView
    page: MemberPage


@dataclass(frozen=True, slots=True)
class LoadCollection:
    """A collection for the editor."""

    collection_id: str

    async def __call__(self, platform: Platform) -> LoadedCollection:
        ctx = platform.context()
        view = await platform.collections.get(ctx, self.collection_id)
        return LoadedCollection(view, await platform.collections.members(ctx, self.collection_id))


@dataclass(frozen=True, slots=True)
class ReadMembers:
    """Further members, behind a cursor."""

    collection_id: str
    after: str

    async def __call__(self, platform: Platform) -> MemberPage:
        return await platform.collections.members(platform.context(), self.collection_id, after=self.after)


@dataclass(frozen=True, slots=True)
class SaveCollection:
    """Words by locale as (title, handle), and the rule; a new collection when there is no id yet."""

    collection_id: str | None
    base_version: int
    words: tuple[tuple[str, str, str], ...]
    rule: RuleView | None

    async def __call__(self, platform: Platform) -> CollectionSaved:
        from rustok_desktop.commerce.collections_schemas import CreateCollection, UpdateCollection

        ctx = platform.context().with_new_correlation()
        words = {locale: {"title": title, "handle": handle or None} for locale, title, handle in self.words}
        given: dict[str, object] = {"translations": words, "rule": _rule(self.rule) if self.rule is not None else None}
        if self.collection_id is None:
            return await platform.collections.create(ctx, CreateCollection.model_validate(given))
        given |= {"collection_id": self.collection_id, "base_version": self.base_version}
        return await platform.collections.update(ctx, UpdateCollection.model_validate(given))


@dataclass(frozen=True, slots=True)
class DeleteCollection:
    """A collection away, not its products."""

    collection_id: str

    async def __call__(self, platform: Platform) -> CollectionSaved:
        from rustok_desktop.commerce.collections_schemas import CollectionCommand

        command = CollectionCommand(collection_id=self.collection_id)
        return await platform.collections.delete(platform.context().with_new_correlation(), command)


@dataclass(frozen=True, slots=True)
class ChangeMembers:
    """``act`` is add, remove or move; ``position`` is where to."""

    act: str
    collection_id: str
    product_ids: tuple[str, ...]
    position: int | None = None

    async def __call__(self, platform: Platform) -> CollectionSaved:
        from rustok_desktop.commerce import collections_schemas as commands

        service, ctx = platform.collections, platform.context().with_new_correlation()
        given: dict[str, object] = {"collection_id": self.collection_id, "product_ids": self.product_ids}
        if self.act == "remove":
            return await service.remove(ctx, commands.RemoveFromCollection.model_validate(given))
        given["position"] = self.position
        if self.act == "move":
            return await service.move(ctx, commands.MoveInCollection.model_validate(given))
        return await service.add(ctx, commands.AddToCollection.model_validate(given))


@dataclass(frozen=True, slots=True)
class PreviewRule:
    """What a rule would choose."""

    rule: RuleView

    async def __call__(self, platform: Platform) -> RulePreview:
        return await platform.collections.preview(platform.context(), _rule(self.rule))


@dataclass(frozen=True, slots=True)
class FindProducts:
    """Products to add, by what was typed."""

    text: str

    async def __call__(self, platform: Platform) -> tuple[ProductRow, ...]:
        from rustok_desktop.index.schemas import ProductSort

        query = ProductQuery(text=self.text, sort=ProductSort.RELEVANCE)
        return (await platform.listing.page(platform.context(), query, limit=FOUND)).rows


def _rule(view: RuleView) -> Rule:
    from rustok_desktop.commerce.collections_schemas import Rule

    conditions = [{"field": c.field, "operator": c.operator, "value": c.value} for c in view.conditions]
    return Rule.model_validate({"match": view.match, "conditions": conditions})

"""Finding the things of the shop that something may lead to: pages, posts, products, categories, collections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.text import fold

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

FOUND = 8  # of each kind
NODES = ("page", "post", "article")


@dataclass(frozen=True, slots=True)
class Target:
    """A thing to lead to, or an ``address`` (then ``id`` is the address). ``state`` is its status, '' without one."""

    kind: str
    id: str
    title: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class FindTargets:
    """The best of each kind for a text."""

    text: str
    kinds: tuple[str, ...]

    async def __call__(self, platform: Platform) -> tuple[Target, ...]:
        found: list[Target] = []
        ctx = platform.context()
        for kind in self.kinds:
            if kind in NODES:
                result = await platform.content_listing.search(ctx, self.text, kind=kind, limit=FOUND)
                found += [Target(kind, hit.row.node_id, hit.row.title, hit.row.status) for hit in result.hits]
            elif kind == "product":
                hits = (await platform.search.search(ctx, self.text, limit=FOUND)).hits
                found += [Target(kind, hit.row.product_id, hit.row.title, hit.row.status) for hit in hits]
            else:
                found += [target for target in await _named(platform, kind) if fold(self.text) in fold(target.title)][
                    :FOUND
                ]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class NameTargets:
    """What things are called, by kind and id; those that are gone are left out."""

    things: tuple[tuple[str, str], ...]

    async def __call__(self, platform: Platform) -> dict[tuple[str, str], str]:
        names: dict[tuple[str, str], str] = {}
        for kind, thing_id in self.things:
            try:
                titles = await titles_of(platform, kind, thing_id)
            except NotFound:
                continue
            names[kind, thing_id] = next(iter(titles.values()), "")
        return names


async def titles_of(platform: Platform, kind: str, thing_id: str) -> dict[str, str]:
    """A thing's titles by language, the shop's own first. NotFound for one that is gone."""
    ctx = platform.context()
    if kind == "category":
        category = await platform.categories.get(ctx, thing_id)
        found = {locale: words.name for locale, words in category.translations.items()}
    elif kind == "collection":
        collection = await platform.collections.get(ctx, thing_id)
        found = {locale: words.title for locale, words in collection.translations.items()}
    elif kind == "product":
        product = await platform.catalog.get_product(ctx, thing_id)
        found = {locale: words.title for locale, words in product.translations.items()}
    else:
        node = await platform.nodes.get_node(ctx, thing_id)
        found = {locale: words.title for locale, words in node.translations.items()}
    return dict(sorted(found.items(), key=lambda pair: (pair[0] != ctx.locale, pair[0])))


async def _named(platform: Platform, kind: str) -> list[Target]:
    if kind == "category":
        return [Target(kind, node.id, node.path) for node in await platform.categories.tree(platform.context())]
    rows = await platform.collections.list(platform.context())
    return [Target("collection", row.id, row.title) for row in rows]

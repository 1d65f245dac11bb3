"""What is answered about categories and tags: plain records, light enough for the window to import."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordsView:
    """A category in one language."""

    locale: str
    name: str
    slug: str
    description: str | None


@dataclass(frozen=True, slots=True)
class CategoryNode:
    """One line of the tree. ``name`` and ``path`` (names from the top down) are in the asked language or its fallback.

    ``own`` counts the products in it, ``total`` those in it or below, each once; the trash does not count.
    """

    id: str
    parent_id: str | None
    position: int
    depth: int
    version: int
    name: str
    path: str
    locales: tuple[str, ...]
    own: int
    total: int


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category with all its words; ``version`` goes back with the next command."""

    node: CategoryNode
    translations: dict[str, WordsView]


@dataclass(frozen=True, slots=True)
class CategoryProduct:
    """A product of a category, in the category's order."""

    product_id: str
    title: str
    status: str
    sku: str | None


@dataclass(frozen=True, slots=True)
class CategorySaved:
    """What a command did: the version now, and the paths that changed (empty when nothing did)."""

    category_id: str
    version: int
    changed: tuple[str, ...]
    txid: str | None


@dataclass(frozen=True, slots=True)
class DeletedCategory:
    """A category that is gone, with everything that is needed to bring it back."""

    category_id: str
    parent_id: str | None
    index: int
    translations: dict[str, WordsView]
    children: tuple[str, ...]
    products: tuple[str, ...]
    txid: str
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many products came into a category or left it."""

    category_id: str
    count: int
    txid: str | None


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag. ``name`` is the word in the products' lists, ``shown`` the one in the asked language.

    ``names`` and ``slugs`` by language. ``use_count`` counts the products that carry it, also those in the trash.
    """

    id: str
    version: int
    name: str
    shown: str
    names: dict[str, str]
    use_count: int
    slugs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TagSaved:
    """What a command did to a tag: the version now, and how many products changed."""

    tag_id: str
    version: int
    products: int
    txid: str | None

"""The shape of a shop's categories on plain values: who stands below whom, in which order. No database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rustok_desktop.core import limits
from rustok_desktop.core.errors import NotFound, UserError


@dataclass(frozen=True, slots=True)
class Place:
    """Where a category stands. ``path`` holds the ids from the top down: ``/a/b/``."""

    id: str
    parent_id: str | None
    position: int
    depth: int
    path: str


class Tree:
    """Categories by parent, each list in its order. Acts either succeed or change nothing.

    Positions, depths and paths are never kept by hand: :meth:`places` works them out from the shape, and
    :meth:`moved` tells which of them differ from what was loaded.
    """

    def __init__(self, rows: Iterable[Place] = ()) -> None:
        self._loaded = {row.id: row for row in rows}
        self._parents: dict[str, str | None] = {row.id: row.parent_id for row in self._loaded.values()}
        self._children: dict[str | None, list[str]] = {}
        for row in sorted(self._loaded.values(), key=lambda row: (row.position, row.id)):
            self._children.setdefault(row.parent_id, []).append(row.id)

    def __contains__(self, category_id: str) -> bool:
        return category_id in self._parents

    def __len__(self) -> int:
        return len(self._parents)

    def parent(self, category_id: str) -> str | None:
        """The one above; NotFound for an unknown category."""
        self._need(category_id)
        return self._parents[category_id]

    def children(self, category_id: str | None) -> tuple[str, ...]:
        """Those directly below, or the top ones for None."""
        return tuple(self._children.get(category_id, ()))

    def index(self, category_id: str) -> int:
        """The place among the siblings."""
        return self._children[self.parent(category_id)].index(category_id)

    def add(self, category_id: str, parent_id: str | None, index: int | None = None) -> None:
        """A new one. NotFound for the parent; UserError when the tree is full or would grow too deep."""
        if len(self) >= limits.CATEGORIES_PER_SHOP:
            raise UserError("too_many_categories", limit=limits.CATEGORIES_PER_SHOP)
        self._check_depth(parent_id, 1)
        self._put(category_id, parent_id, index)

    def move(self, category_id: str, parent_id: str | None, index: int | None = None) -> None:
        """With everything below it. UserError when the new parent stands below it, or it would be too deep."""
        self._need(category_id)
        if parent_id is not None and category_id in self._upwards(parent_id):
            raise UserError("category_cycle", id=category_id)
        self._check_depth(parent_id, self._height(category_id))
        self._children[self._parents[category_id]].remove(category_id)
        self._put(category_id, parent_id, index)

    def remove(self, category_id: str) -> None:
        """One without children; UserError otherwise."""
        self._need(category_id)
        if self.children(category_id):
            raise UserError("category_has_children", count=len(self.children(category_id)))
        self._children[self._parents.pop(category_id)].remove(category_id)

    def places(self) -> Iterator[Place]:
        """All categories, parents before children, siblings in order."""
        return self._below(None, 0, "/")

    def moved(self) -> list[Place]:
        """Those whose place is not what was loaded, new ones included, removed ones not."""
        return [place for place in self.places() if self._loaded.get(place.id) != place]

    def _below(self, parent_id: str | None, depth: int, path: str) -> Iterator[Place]:
        for position, category_id in enumerate(self._children.get(parent_id, ())):
            own = f"{path}{category_id}/"
            yield Place(category_id, parent_id, position, depth, own)
            yield from self._below(category_id, depth + 1, own)

    def _put(self, category_id: str, parent_id: str | None, index: int | None) -> None:
        siblings = self._children.setdefault(parent_id, [])
        siblings.insert(len(siblings) if index is None else index, category_id)
        self._parents[category_id] = parent_id

    def _need(self, category_id: str) -> None:
        if category_id not in self._parents:
            raise NotFound("not_found", kind="category", id=category_id)

    def _upwards(self, category_id: str) -> list[str]:
        """The category and all above it."""
        chain: list[str] = []
        step: str | None = category_id
        while step is not None:
            self._need(step)
            chain.append(step)
            step = self._parents[step]
        return chain

    def _height(self, category_id: str) -> int:
        """Levels from this one down."""
        return 1 + max((self._height(child) for child in self.children(category_id)), default=0)

    def _check_depth(self, parent_id: str | None, height: int) -> None:
        above = len(self._upwards(parent_id)) if parent_id is not None else 0
        if above + height > limits.CATEGORY_LEVELS:
            raise UserError("category_too_deep", limit=limits.CATEGORY_LEVELS)

"""What the ids in a product query are called, also when what they mean was deleted."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.gui.operations.products import FilterChoices
from rustok_desktop.index.schemas import ProductQuery


class FilterNames:
    """Names of categories and collections: of those there are, and of those heard of before."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._there: frozenset[str] | None = None
        self.choices = FilterChoices((), ())

    def show(self, choices: FilterChoices) -> None:
        """What there is now."""
        self.choices = choices
        present = {node.id: node.name for node in choices.categories}
        present |= {row.id: row.title for row in choices.collections}
        self._names |= present
        self._there = frozenset(present)

    def know(self, names: Mapping[str, str]) -> None:
        """What ids were called when somebody wrote them down; a name heard since is better."""
        self._names = {**names, **self._names}

    def of(self, thing_id: str | None) -> str:
        """The name of a category or collection, '' when it was never heard of."""
        return self._names.get(thing_id or "", "")

    def used_by(self, query: ProductQuery) -> dict[str, str]:
        """The names of what a query means, to be written down with it."""
        return {one: self._names[one] for one in (query.category, query.collection) if one in self._names}

    def is_gone(self, thing_id: str | None) -> bool:
        """Whether something that is asked for is not there (any more); false as long as nobody knows."""
        return thing_id is not None and self._there is not None and thing_id not in self._there

"""What tags need of the catalog, without knowing it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from rustok_desktop.core.context import Context
from rustok_desktop.storage.unit_of_work import UnitOfWork


class TagLists(Protocol):
    """The products' own lists of tags, which are the truth about who carries what."""

    def of(self, uow: UnitOfWork, ctx: Context, product_ids: Sequence[str]) -> dict[str, list[str]]:
        """The lists of these products, as far as they are there."""

    def carrying(self, uow: UnitOfWork, ctx: Context, keys: Collection[str]) -> dict[str, list[str]]:
        """The lists of all products that have one of these case-folded names."""

    def write(self, uow: UnitOfWork, ctx: Context, product_id: str, tags: Sequence[str]) -> None:
        """Another list for a product, with its event."""

"""What the catalog needs of other modules, without knowing them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rustok_desktop.core.context import Context
from rustok_desktop.storage.unit_of_work import UnitOfWork


class CategoryLists(Protocol):
    """The categories' lists of products, written inside a unit of work. The caller has asked for permission.

    NotFound for a category the shop does not have; products that are in, or out, already are passed over.
    """

    def put(self, uow: UnitOfWork, ctx: Context, category_id: str, product_ids: Sequence[str]) -> None:
        """Products at the end of a category's list, with its event."""

    def take(self, uow: UnitOfWork, ctx: Context, category_id: str, product_ids: Sequence[str]) -> None:
        """Products out of it, with its event."""

"""What tags need of whatever carries them, without knowing it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from rustok_desktop.core.context import Context
from rustok_desktop.storage.unit_of_work import UnitOfWork


class TagLists(Protocol):
    """The lists of tags in products, or in nodes, which are the truth about who carries what.

    ``target_type`` is their aggregate type, ``event_types`` what can change a list.
    """

    @property
    def target_type(self) -> str: ...

    @property
    def event_types(self) -> frozenset[str]: ...

    def of(self, uow: UnitOfWork, ctx: Context, ids: Sequence[str]) -> dict[str, list[str]]:
        """The lists of these owners, as far as they are there."""

    def carrying(self, uow: UnitOfWork, ctx: Context, keys: Collection[str]) -> dict[str, list[str]]:
        """The lists of all owners that have one of these case-folded names."""

    def write(self, uow: UnitOfWork, ctx: Context, owner_id: str, tags: Sequence[str]) -> None:
        """Another list for an owner, with its event."""

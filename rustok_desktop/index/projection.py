"""What one read model consists of. The machinery around it (staging, rebuild, merging) is the same for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Query = Callable[..., list[tuple[Any, ...]]]  # (statement, **params) -> rows, as UnitOfWork.all
Build = Callable[[Query, str, Sequence[str]], Iterator[Any]]  # (query, shop, ids) -> documents


@dataclass(frozen=True, slots=True)
class Projection:
    """Names and columns of a read model.

    ``owner`` is the write table, with ``id``, ``tenant_id`` and ``version``; ``rows`` the table of index rows, with
    ``key`` for the owner's id and ``columns`` taken from documents of the same field names. ``search`` maps
    each full-text table's columns to document fields. ``labels`` is the table of (scope, in_trash, tag,
    index_id), fed from the JSON list in the document's ``tags``.

    ``document`` is a NamedTuple with at least tenant_id, key, locale, in_trash, version and tags.
    """

    name: str
    aggregate: str  # the type of the events that concern an owner
    owner: str
    key: str
    rows: str
    columns: tuple[str, ...]
    labels: str
    document: type[Any]
    search: tuple[tuple[str, Mapping[str, str]], ...]
    build: Build

    @property
    def tables(self) -> tuple[str, ...]:
        """The full-text tables."""
        return tuple(table for table, _ in self.search)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a document."""
        found: tuple[str, ...] = self.document._fields
        return found

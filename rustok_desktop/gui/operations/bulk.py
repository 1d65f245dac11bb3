"""One edit over many products, as the window asks for it: looked at, then done as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rustok_desktop.commerce.collections_views import CollectionRow
from rustok_desktop.commerce.views import BulkLine
from rustok_desktop.taxonomy.views import CategoryNode

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.schemas import BulkEdit

Report = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class BulkAsked:
    """What is to change, by the names of ``BulkChanges``; of these products at these versions.

    A formula for prices is meant in the shop's own currency.
    """

    changes: dict[str, Any] = field(hash=False)
    product_ids: tuple[str, ...] = ()
    versions: dict[str, int] = field(default_factory=dict, hash=False)

    def command(self, platform: Platform) -> BulkEdit:
        """All of it: one transaction."""
        from rustok_desktop.commerce.schemas import BulkEdit

        changes = dict(self.changes)
        if changes.get("price"):
            changes["price"] = {"currency_code": platform.tenant.currency_code, **changes["price"]}
        given = {"product_ids": self.product_ids, "changes": changes, "base_versions": self.versions}
        return BulkEdit.model_validate(given)


@dataclass(frozen=True, slots=True)
class BulkLists:
    """Where products can be put: collections made by hand, and categories."""

    collections: tuple[CollectionRow, ...]
    categories: tuple[CategoryNode, ...]


@dataclass(frozen=True, slots=True)
class ReadBulkLists:
    """Read both."""

    async def __call__(self, platform: Platform) -> BulkLists:
        ctx = platform.context()
        rows = await platform.collections.list(ctx)
        return BulkLists(tuple(row for row in rows if row.kind == "manual"), await platform.categories.tree(ctx))


@dataclass(frozen=True, slots=True)
class BulkProgress:
    """How far it is; nothing is changed before the end."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class BulkResult:
    """How many products changed, and how many were so already."""

    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class PreviewBulk:
    """What it would do to each."""

    asked: BulkAsked

    async def __call__(self, platform: Platform) -> tuple[BulkLine, ...]:
        return (await platform.catalog.preview_bulk(platform.context(), self.asked.command(platform))).lines


@dataclass(frozen=True, slots=True)
class ApplyBulk:
    """Do it to all or none; cancelled before the end, to none."""

    asked: BulkAsked

    async def __call__(self, platform: Platform, report: Report | None = None) -> BulkResult:
        def told(done: int, total: int) -> None:
            if report is not None:
                report(BulkProgress(done, total))

        ctx = platform.context().with_new_correlation()
        result = await platform.catalog.edit_many(ctx, self.asked.command(platform), told)
        return BulkResult(len(result.changed), result.unchanged)

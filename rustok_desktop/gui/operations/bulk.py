"""One edit over many products, as the window asks for it: looked at in pieces, done in pieces, one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rustok_desktop.commerce.views import BulkLine
from rustok_desktop.core import limits

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.schemas import BulkEdit

Report = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class BulkAsked:
    """What is to change, by the names of ``BulkChanges``; of these products at these versions."""

    changes: dict[str, Any] = field(hash=False)
    product_ids: tuple[str, ...] = ()
    versions: dict[str, int] = field(default_factory=dict, hash=False)

    def commands(self) -> Iterator[BulkEdit]:
        """One per transaction."""
        from rustok_desktop.commerce.schemas import BulkEdit

        for ids in _pieces(self.product_ids):
            versions = {product_id: self.versions[product_id] for product_id in ids if product_id in self.versions}
            yield BulkEdit.model_validate({"product_ids": ids, "changes": self.changes, "base_versions": versions})


@dataclass(frozen=True, slots=True)
class BulkProgress:
    """How far it is; ``changed`` stays so if it is stopped now."""

    done: int
    total: int
    changed: int


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
        lines: list[BulkLine] = []
        for command in self.asked.commands():
            lines += (await platform.catalog.preview_bulk(platform.context(), command)).lines
        return tuple(lines)


@dataclass(frozen=True, slots=True)
class ApplyBulk:
    """Do it. What is done when it is stopped or refused stays done, and one undo takes all of it back."""

    asked: BulkAsked

    async def __call__(self, platform: Platform, report: Report | None = None) -> BulkResult:
        ctx = platform.context().with_new_correlation()
        changed = unchanged = done = 0
        for command in self.asked.commands():
            result = await platform.catalog.edit_many(ctx, command)
            changed, unchanged = changed + len(result.changed), unchanged + result.unchanged
            done += len(command.product_ids)
            if report is not None:
                report(BulkProgress(done, len(self.asked.product_ids), changed))
        return BulkResult(changed, unchanged)


def _pieces(ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(ids), limits.PRODUCTS_PER_BULK):
        yield tuple(ids[start : start + limits.PRODUCTS_PER_BULK])

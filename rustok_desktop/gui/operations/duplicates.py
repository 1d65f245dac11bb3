"""What the Duplicates page asks of the platform."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rustok_desktop.commerce.matching_views import Candidate, Distinction, DuplicateReport, OthersTrashed, ToldPage

if TYPE_CHECKING:
    from rustok_desktop.app import Platform


@dataclass(frozen=True, slots=True)
class FindDuplicates:
    """Search the whole shop; ``report`` hears (done, total)."""

    async def __call__(self, platform: Platform, report: Callable[[Any], None] | None = None) -> DuplicateReport:
        def told(done: int, total: int) -> None:
            if report is not None:
                report((done, total))

        return await platform.duplicates.find(platform.context(), told)


@dataclass(frozen=True, slots=True)
class CompareProducts:
    """What stands side by side."""

    product_ids: tuple[str, ...]

    async def __call__(self, platform: Platform) -> tuple[Candidate, ...]:
        return await platform.duplicates.candidates(platform.context(), self.product_ids)


@dataclass(frozen=True, slots=True)
class SayDistinct:
    """These are different products."""

    product_ids: tuple[str, ...]

    async def __call__(self, platform: Platform) -> Distinction:
        from rustok_desktop.commerce.matching_schemas import TellApart

        return await platform.duplicates.tell_apart(platform.context(), TellApart(product_ids=self.product_ids))


@dataclass(frozen=True, slots=True)
class ReadToldApart:
    """What was said to be different and holds, the latest first."""

    after: str | None = None

    async def __call__(self, platform: Platform) -> ToldPage:
        return await platform.duplicates.told_apart(platform.context(), after=self.after)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """That does not hold any more."""

    distinction_id: str

    async def __call__(self, platform: Platform) -> Distinction:
        return await platform.duplicates.take_back(platform.context(), self.distinction_id)


@dataclass(frozen=True, slots=True)
class KeepOne:
    """One stays, the others go into the trash; ``versions`` are those that were compared."""

    keep_id: str
    product_ids: tuple[str, ...]
    versions: dict[str, int] = field(default_factory=dict, hash=False)

    async def __call__(self, platform: Platform) -> OthersTrashed:
        from rustok_desktop.commerce.matching_schemas import TrashOthers

        command = TrashOthers(keep_id=self.keep_id, product_ids=self.product_ids, base_versions=self.versions)
        return await platform.duplicates.trash_others(platform.context(), command)

"""What the import page asks of the platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from rustok_desktop.exchange.schemas import ImportAction, ImportOptions, ImportPlan, ImportReport, PlannedProduct

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.exchange.schemas import ImportProgress

    Report = Callable[[ImportProgress], None]


def plan_import(
    path: Path, options: ImportOptions, language: str
) -> Callable[[Platform, Report], Awaitable[ImportPlan]]:
    """Read the file and say what an import would do; cancelling the handle stops the reading.

    ``language`` is that of the messages about rows.
    """

    async def run(platform: Platform, report: Report) -> ImportPlan:
        return await platform.imports.plan(platform.context(language), path, options, on_progress=report)

    run.__qualname__ = "plan_import"
    return run


def load_planned(
    plan: ImportPlan, action: ImportAction | None, text: str, after: int, limit: int
) -> Callable[[Platform], Awaitable[list[PlannedProduct]]]:
    """The next products of a plan behind ordinal ``after``, in file order."""

    async def run(platform: Platform) -> list[PlannedProduct]:
        ctx = platform.context()
        return await platform.imports.planned(ctx, plan, action=action, text=text, after=after, limit=limit)

    run.__qualname__ = "load_planned"
    return run


def exclude_planned(plan: ImportPlan, ordinals: Sequence[int], excluded: bool) -> Callable[[Platform], Awaitable[None]]:
    """Leave products of a plan out, or take them in again."""

    async def run(platform: Platform) -> None:
        await platform.imports.exclude(platform.context(), plan, ordinals, excluded)

    run.__qualname__ = "exclude_planned"
    return run


def commit_import(
    plan: ImportPlan, stop: Event, language: str
) -> Callable[[Platform, Report], Awaitable[ImportReport]]:
    """Do what the plan says, batch by batch; setting ``stop`` ends it after the present batch."""

    async def run(platform: Platform, report: Report) -> ImportReport:
        return await platform.imports.commit(
            platform.context(language), plan, on_progress=report, cancelled=stop.is_set
        )

    run.__qualname__ = "commit_import"
    return run


def discard_import(plan: ImportPlan) -> Callable[[Platform], Awaitable[None]]:
    """Throw a plan's staging file away."""

    async def run(platform: Platform) -> None:
        await platform.imports.discard(platform.context(), plan)

    run.__qualname__ = "discard_import"
    return run

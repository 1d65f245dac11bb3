"""What the page for content files asks of the platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from rustok_desktop.exchange.nodes.schemas import (
    ContentAction,
    ContentPlan,
    ContentReport,
    ExportOptions,
    ExportReport,
    PlannedItem,
)

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.exchange.schemas import ImportProgress

    Report = Callable[[ImportProgress], None]


def plan_content(path: Path, language: str) -> Callable[[Platform, Report], Awaitable[ContentPlan]]:
    """Read a file or folder and say what an import would do; cancelling the handle stops the reading."""

    async def run(platform: Platform, report: Report) -> ContentPlan:
        return await platform.content_imports.plan(platform.context(language), path, on_progress=report)

    run.__qualname__ = "plan_content"
    return run


def load_content_items(
    plan: ContentPlan, action: ContentAction | None, noted: bool, after: int, limit: int
) -> Callable[[Platform], Awaitable[list[PlannedItem]]]:
    """The next items of a plan behind ordinal ``after``, in file order."""

    async def run(platform: Platform) -> list[PlannedItem]:
        ctx = platform.context()
        found = platform.content_imports.planned(ctx, plan, action=action, noted=noted, after=after, limit=limit)
        return await found

    run.__qualname__ = "load_content_items"
    return run


def exclude_content(plan: ContentPlan, ordinal: int, excluded: bool) -> Callable[[Platform], Awaitable[None]]:
    """Leave an item out, or take it back in."""

    async def run(platform: Platform) -> None:
        await platform.content_imports.exclude(platform.context(), plan, [ordinal], excluded)

    run.__qualname__ = "exclude_content"
    return run


def commit_content(
    plan: ContentPlan, stop: Event, language: str
) -> Callable[[Platform, Report], Awaitable[ContentReport]]:
    """Do what the plan says, batch by batch; setting ``stop`` ends it after the present batch."""

    async def run(platform: Platform, report: Report) -> ContentReport:
        return await platform.content_imports.commit(
            platform.context(language), plan, on_progress=report, cancelled=stop.is_set
        )

    run.__qualname__ = "commit_content"
    return run


def discard_content(plan: ContentPlan) -> Callable[[Platform], Awaitable[None]]:
    """Throw a plan's staging file away."""

    async def run(platform: Platform) -> None:
        await platform.content_imports.discard(platform.context(), plan)

    run.__qualname__ = "discard_content"
    return run


def undo_content(import_id: str) -> Callable[[Platform], Awaitable[None]]:
    """Take an import back, if it is still what was done last."""

    async def run(platform: Platform) -> None:
        await platform.history.undo(platform.context(), import_id)

    run.__qualname__ = "undo_content"
    return run


def export_content(
    target: Path, options: ExportOptions, language: str
) -> Callable[[Platform, Report], Awaitable[ExportReport]]:
    """Write everything to a folder or file; cancelling the handle leaves nothing behind."""

    async def run(platform: Platform, report: Report) -> ExportReport:
        return await platform.content_exports.export(platform.context(language), target, options, report, nice=10)

    run.__qualname__ = "export_content"
    return run

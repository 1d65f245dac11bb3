"""What the exchange of texts with translators asks of the platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rustok_desktop.exchange.nodes.schemas import ContentPlan
from rustok_desktop.exchange.words.schemas import TextsOptions, TextsReport

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.exchange.schemas import ImportProgress

    Report = Callable[[ImportProgress], None]


def export_texts(
    target: Path, options: TextsOptions, language: str
) -> Callable[[Platform, Report], Awaitable[TextsReport]]:
    """Write texts to a file; cancelling the handle leaves nothing behind."""

    async def run(platform: Platform, report: Report) -> TextsReport:
        return await platform.texts.export(platform.context(language), target, options, report, nice=10)

    run.__qualname__ = "export_texts"
    return run


def plan_texts(path: Path, language: str) -> Callable[[Platform, Report], Awaitable[ContentPlan]]:
    """Read a file of texts and say what an import would do; cancelling the handle stops the reading."""

    async def run(platform: Platform, report: Report) -> ContentPlan:
        return await platform.texts.plan(platform.context(language), path, on_progress=report)

    run.__qualname__ = "plan_texts"
    return run

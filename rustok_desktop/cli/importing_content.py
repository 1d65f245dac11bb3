"""``import content``: pages and posts from a folder of Markdown, a WordPress file or one of Ghost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.output import DONE, DONE_WITH_REJECTS, Answer, Progress, pairs, plain, table
from rustok_desktop.cli.session import catch_up, run_on_platform
from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.nodes.schemas import ContentAction, ContentOptions, ContentReport, PlannedItem
from rustok_desktop.exchange.schemas import ImportProgress, Tally

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

_ITEMS_SHOWN = 40
_HEADERS = ("", "created", "updated", "unchanged", "skipped")


def content(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="FILE|FOLDER", help="Markdown, a WXR file or Ghost's JSON.")],
    file_format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="auto, markdown, wxr or ghost")
    ] = "auto",
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Of texts that name none; else the shop's own.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, change nothing.")] = False,
) -> int:
    """Import pages and posts."""
    chosen = ContentOptions(file_format, language)

    async def work(platform: Platform) -> Answer:
        progress = Progress("Importing:")

        def report(state: ImportProgress) -> None:
            progress.report(state.done, state.total, state.phase)

        result = await platform.content_imports.run(
            platform.context(), source, chosen, dry_run=dry_run, on_progress=report
        )
        if not dry_run:
            await catch_up(platform)
        progress.finish()
        code = DONE_WITH_REJECTS if result.tally.rejected else DONE
        return Answer(plain(result), lambda: told(result), code)

    return run_on_platform(context.obj, work, read_only=False)


def told(report: ContentReport) -> str:
    """The report for people."""
    rows = [(part, *_counts(tally)) for part, tally in [*report.parts.items(), ("all", report.tally)]]
    facts: list[tuple[str, object]] = [
        ("format", f"{report.found.format} {report.found.version}".strip()),
        ("items", format_number(report.found.items)),
        ("took", f"{report.took_ms / 1000:.1f} s"),
        ("import", report.import_id),
    ]
    if report.report_file is not None:
        facts.append(("every item", report.report_file))
    notes = "\n".join(report.found.notes)
    parts = [table(_HEADERS, rows), pairs(facts), notes, _items(report.items)]
    if report.dry_run:
        parts.insert(0, "A dry run: nothing was changed.")
    if report.cancelled:
        parts.insert(0, "Stopped early: what is counted here was kept.")
    return "\n\n".join(filter(None, parts))


def _counts(tally: Tally) -> tuple[str, ...]:
    return tuple(format_number(n) for n in (tally.created, tally.updated, tally.unchanged, tally.rejected))


def _items(items: tuple[PlannedItem, ...]) -> str:
    shown = items[:_ITEMS_SHOWN]
    rows = [(_place(item), item.part, item.title[:40], item.action.value, _said(item)) for item in shown]
    lines = table(("place", "kind", "title", "result", "to know"), rows)
    hidden = len(items) - len(shown)
    return f"{lines}\n… and {format_number(hidden)} more" if hidden > 0 else lines


def _place(item: PlannedItem) -> str:
    return f"{item.source}:{item.line}" if item.source else f"line {item.line}"


def _said(item: PlannedItem) -> str:
    said = " ".join(filter(None, (item.reason, *item.notes)))
    if not said and item.action is ContentAction.UPDATE:
        said = ", ".join(diff.field for diff in item.diffs)
    return said[:160]

"""``import products``: a file into the catalog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rustok_desktop.cli.output import DONE, DONE_WITH_REJECTS, Answer, Progress, pairs, plain, table
from rustok_desktop.cli.session import catch_up, run_on_platform
from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.schemas import ImportOptions, ImportProgress, ImportReport, RowError, Tally

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

app = typer.Typer(help="Bring files in.", no_args_is_help=False)
_ERRORS_SHOWN = 20


@app.callback()
def importing() -> None:
    """Bring files in."""


@app.command("products")
def products(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A Shopify product CSV.")],
    file_format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="auto or shopify")] = "auto",
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="e.g. utf-8; found out when left out.")
    ] = None,
    erase_empty: Annotated[
        list[str] | None,
        typer.Option("--erase-empty", metavar="COLUMN", help="Empty cells of this column erase; repeatable."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, change nothing.")] = False,
) -> int:
    """Import products."""
    chosen = ImportOptions(file_format, encoding, frozenset(erase_empty or ()))

    async def work(platform: Platform) -> Answer:
        progress = Progress("Importing:")

        def report(state: ImportProgress) -> None:
            progress.report(state.done, state.total, state.phase)

        result = await platform.imports.run(platform.context(), file, chosen, dry_run=dry_run, on_progress=report)
        if not dry_run:
            await catch_up(platform)
        progress.finish()
        return Answer(_payload(result), lambda: _human(result), _exit_code(result))

    return run_on_platform(context.obj, work, read_only=False)


def _exit_code(report: ImportReport) -> int:
    left_out = report.products.rejected or report.variants.rejected
    left_out = left_out or any(error.severity in ("row", "product") for error in report.errors)
    return DONE_WITH_REJECTS if left_out else DONE


def _payload(report: ImportReport) -> dict[str, Any]:
    payload: dict[str, Any] = plain(report)
    return payload


def _human(report: ImportReport) -> str:
    rows = [(name, *_counts(getattr(report, name))) for name in ("products", "variants", "images")]
    parts = [
        table(("", "created", "updated", "unchanged", "rejected"), rows),
        pairs(_facts(report)),
        _problems(report.errors),
    ]
    if report.dry_run:
        parts.insert(0, "A dry run: nothing was changed.")
    if report.cancelled:
        parts.insert(0, "Stopped early: what is counted here was kept.")
    return "\n\n".join(filter(None, parts))


def _counts(tally: Tally) -> tuple[str, ...]:
    counts = (tally.created, tally.updated, tally.unchanged, tally.rejected)
    return tuple(format_number(count) for count in counts)


def _facts(report: ImportReport) -> list[tuple[str, object]]:
    facts: list[tuple[str, object]] = [
        ("format", report.format),
        ("records", format_number(report.records)),
        ("took", f"{report.took_ms / 1000:.1f} s"),
        ("import", report.import_id),
    ]
    if report.rejected_file is not None:
        facts.append(("rejected rows", report.rejected_file))
    return facts


def _problems(errors: tuple[RowError, ...]) -> str:
    rows = [(e.line, e.column, e.value[:40], e.message, e.suggestion) for e in errors[:_ERRORS_SHOWN]]
    lines = table(("line", "column", "value", "problem", "suggestion"), rows)
    hidden = len(errors) - len(rows)
    return f"{lines}\n… and {format_number(hidden)} more" if hidden > 0 else lines

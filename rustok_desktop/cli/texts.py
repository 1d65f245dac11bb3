"""``texts``: the shop's texts out for translators, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.importing_content import told
from rustok_desktop.cli.output import DONE, DONE_WITH_REJECTS, Answer, Progress, pairs, plain
from rustok_desktop.cli.session import catch_up, run_on_platform
from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.words.schemas import FoundTexts, TextsChosen, TextsOptions, TextsReport
from rustok_desktop.exchange.words.units import KINDS

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.exchange.nodes.schemas import ContentReport
    from rustok_desktop.exchange.schemas import ImportProgress

app = typer.Typer(help="Texts out for translators, and back.", no_args_is_help=True)
_COUNTS = ("changed", "unchanged", "empty", "moved", "unknown", "refused")


@app.command("export")
def export(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="OUT", help="A new file.")],
    to: Annotated[str, typer.Option("--to", metavar="CODE", help="The language to translate into.")],
    origin: Annotated[str | None, typer.Option("--from", metavar="CODE", help="Else from the shop's own.")] = None,
    file_format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="xliff-1.2, xliff-2.0 or csv")
    ] = "xliff-1.2",
    kinds: Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help=", ".join(KINDS))] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what is translated and up to date.")] = False,
    semicolon: Annotated[bool, typer.Option("--semicolon", help="Between a table's columns, not commas.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file that is there.")] = False,
) -> int:
    """Write the texts that are not translated yet, or out of date."""
    options = TextsOptions(
        to, origin, file_format, everything, tuple(kinds or KINDS), ";" if semicolon else ",", overwrite
    )

    async def work(platform: Platform) -> Answer:
        progress = Progress("Exporting:")

        def report(state: ImportProgress) -> None:
            progress.report(state.done, state.total)

        result = await platform.texts.export(platform.context(), target.absolute(), options, report)
        progress.finish()
        return Answer(plain(result), lambda: _written(result))

    return run_on_platform(context.obj, work, read_only=True)


@app.command("import")
def bring_in(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="FILE", help="XLIFF or a table, as exported.")],
    to: Annotated[str | None, typer.Option("--to", metavar="CODE", help="Refuse a file into another language.")] = None,
    moved: Annotated[
        bool, typer.Option("--moved", help="Also translations of originals that changed since the export.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, change nothing.")] = False,
) -> int:
    """Take in translated texts, one by one."""
    chosen = TextsChosen(to, moved)

    async def work(platform: Platform) -> Answer:
        progress = Progress("Importing:")

        def report(state: ImportProgress) -> None:
            progress.report(state.done, state.total, state.phase)

        result = await platform.texts.run(platform.context(), source, chosen, dry_run=dry_run, on_progress=report)
        if not dry_run:
            await catch_up(platform)
        progress.finish()
        code = DONE_WITH_REJECTS if result.tally.rejected else DONE
        return Answer(plain(result), lambda: _read(result), code)

    return run_on_platform(context.obj, work, read_only=False)


def _written(report: TextsReport) -> str:
    counts: list[tuple[str, object]] = [(kind, format_number(n)) for kind, n in report.written.items()]
    if not counts:
        counts = [("texts", "none: everything is translated")]
    facts: list[tuple[str, object]] = [
        ("languages", f"{report.source_locale} → {report.target_locale}"),
        ("written to", report.target),
    ]
    return pairs([*counts, *facts])


def _read(report: ContentReport) -> str:
    parts = [told(report)]
    if isinstance(report.found, FoundTexts):
        counts = report.found.counts
        parts.insert(0, pairs([(name, format_number(getattr(counts, name))) for name in _COUNTS]))
    return "\n\n".join(parts)

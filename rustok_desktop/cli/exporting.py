"""``export content``: pages and posts into files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.output import Answer, Progress, pairs, plain
from rustok_desktop.cli.session import run_on_platform
from rustok_desktop.core.locale import format_number
from rustok_desktop.exchange.nodes.schemas import ExportOptions, ExportReport
from rustok_desktop.exchange.schemas import ImportProgress

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

app = typer.Typer(help="Take things out as files.", no_args_is_help=True)


@app.callback()
def exporting() -> None:
    """Take things out as files."""


@app.command("content")
def content(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="OUT", help="A new folder, or for WXR a new file.")],
    file_format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="markdown or wxr")] = "markdown",
    site: Annotated[
        str, typer.Option("--site", metavar="URL", help="The address that a WXR file gives the shop.")
    ] = "https://shop.invalid",
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file that is there.")] = False,
) -> int:
    """Export pages and posts."""
    chosen = ExportOptions(file_format, site, overwrite)

    async def work(platform: Platform) -> Answer:
        progress = Progress("Exporting:")

        def report(state: ImportProgress) -> None:
            progress.report(state.done, state.total)

        result = await platform.content_exports.export(platform.context(), target.absolute(), chosen, report)
        progress.finish()
        return Answer(plain(result), lambda: _human(result))

    return run_on_platform(context.obj, work, read_only=True)


def _human(report: ExportReport) -> str:
    counts: list[tuple[str, object]] = [(part, format_number(n)) for part, n in sorted(report.written.items())]
    where: list[tuple[str, object]] = [("written to", report.target)]
    return "\n\n".join(filter(None, (pairs([*counts, *where]), "\n".join(report.notes))))

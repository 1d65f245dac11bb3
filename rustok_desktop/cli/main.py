"""The command line: global options, the command groups, and one place where everything ends in an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, cast

import typer
from typer.main import get_command

from rustok_desktop import __version__
from rustok_desktop.cli import (
    categories,
    collections,
    demo,
    doctor,
    events,
    exporting,
    history,
    importing,
    importing_content,
    index,
    media,
    nodes,
    prices,
    products,
    search,
    self_test,
    stock,
    stocktake,
    tags,
    texts,
    window,
)
from rustok_desktop.cli.options import DATA_DIR_VARIABLE, DEFAULT_SHOP, GlobalOptions, default_data_dir, wants_json
from rustok_desktop.cli.output import BAD_USE, DONE, Answer, show, show_error
from rustok_desktop.cli.session import report_failure

PROGRAM = "rustok-desktop"
# The parser's own class; it has moved between releases, its place above this public one has not.
_UsageError = cast("type[Exception]", typer.BadParameter.__mro__[1])

app = typer.Typer(
    name=PROGRAM,
    help="A shop's catalog in one program. Without a command the window opens.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(importing.app, name="import")
app.add_typer(exporting.app, name="export")
importing.app.command("content")(importing_content.content)
app.add_typer(index.app, name="index")
app.add_typer(events.app, name="events")
app.add_typer(history.app, name="history")
app.add_typer(categories.app, name="categories")
app.add_typer(tags.app, name="tags")
app.add_typer(collections.app, name="collections")
app.add_typer(prices.app, name="prices")
app.add_typer(stock.app, name="stock")
app.add_typer(stocktake.app, name="stocktake")
app.add_typer(media.app, name="media")
app.add_typer(texts.app, name="texts")
app.add_typer(nodes.app, name="nodes")
app.add_typer(products.app, name="products")
app.command("undo")(history.undo)
app.command("redo")(history.redo)
importing.app.command("undo")(history.undo_import)
app.command("search")(search.search)
app.command("doctor")(doctor.doctor)
app.command("demo")(demo.demo)
app.command("self-test")(self_test.self_test)


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        typer.Option("--data-dir", metavar="DIR", envvar=DATA_DIR_VARIABLE, help="Where the data lies."),
    ] = None,
    shop: Annotated[str, typer.Option("--shop", metavar="SLUG", help="Which shop.")] = DEFAULT_SHOP,
    as_json: Annotated[bool, typer.Option("--json", help="Print exactly one JSON object.")] = False,
    log_level: Annotated[
        str | None,
        typer.Option("--log-level", metavar="LEVEL", help="debug, info, warning, error, or module=level."),
    ] = None,
) -> int:
    """Read the global options; without a command, open the window."""
    context.obj = GlobalOptions(
        data_dir=data_dir.expanduser() if data_dir else default_data_dir(),
        shop=shop,
        json=as_json,
        log_level=log_level,
    )
    return window.open_window(context.obj) if context.invoked_subcommand is None else DONE


@app.command("version")
def version(context: typer.Context) -> int:
    """Print the program's version."""
    return show(Answer({"version": __version__}, lambda: __version__), as_json=context.obj.json)


def run(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` (without the program's name) ask for; the exit code."""
    as_json = wants_json(arguments)
    try:
        code = get_command(app).main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except _UsageError as error:
        return _misused(error, as_json=as_json)
    except typer.Abort:
        return report_failure(KeyboardInterrupt(), as_json=as_json)
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the end of the line: it becomes an exit code
        return report_failure(error, as_json=as_json)
    return code if isinstance(code, int) else DONE


def _misused(error: Exception, *, as_json: bool) -> int:
    describe = getattr(error, "format_message", None)
    show_error("usage", describe() if callable(describe) else str(error), as_json=as_json)
    if not as_json:
        print(f"Try: {PROGRAM} --help", file=sys.stderr)
    return BAD_USE

"""``history``, ``undo`` and ``redo``: what happened to a product, and taking the last step back."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rustok_desktop.cli.output import Answer, table
from rustok_desktop.cli.session import catch_up, run_on_platform
from rustok_desktop.core.codec import dumps

if TYPE_CHECKING:
    from rustok_desktop.app import Platform
    from rustok_desktop.history.views import HistoryEntry, StepView, Undone, UndoState

app = typer.Typer(help="What happened to products.", no_args_is_help=True)


@app.command("list")
def list_history(
    context: typer.Context,
    product: Annotated[str, typer.Argument(metavar="PRODUCT", help="The product's id.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many entries.")] = 30,
    before: Annotated[int | None, typer.Option("--before", metavar="SEQ", min=1, help="Only older ones.")] = None,
) -> int:
    """List what happened to a product, the latest first, field by field."""

    async def work(platform: Platform) -> Answer:
        page = await platform.history.entries(platform.context(), "product", product, limit, before)
        payload = {"entries": [asdict(entry) for entry in page.entries], "next": page.next}
        return Answer(payload, lambda: _entries(page.entries))

    return run_on_platform(context.obj, work, read_only=True)


@app.command("state")
def state(context: typer.Context) -> int:
    """Show what undo and redo would do now."""

    async def work(platform: Platform) -> Answer:
        found = await platform.history.state(platform.context())
        return Answer(asdict(found), lambda: _state(found))

    return run_on_platform(context.obj, work, read_only=False)


def undo(context: typer.Context) -> int:
    """Take back the last change, bulk change or import made on this computer."""
    return _turn(context, back=True)


def redo(context: typer.Context) -> int:
    """Do again what was undone last."""
    return _turn(context, back=False)


def undo_import(
    context: typer.Context,
    import_id: Annotated[str, typer.Argument(metavar="IMPORT_ID", help="As the import printed it.")],
) -> int:
    """Take an import back, as long as nothing was done since."""
    return _turn(context, back=True, step_id=import_id)


def _turn(context: typer.Context, *, back: bool, step_id: str | None = None) -> int:
    async def work(platform: Platform) -> Answer:
        act = platform.history.undo if back else platform.history.redo
        undone = await act(platform.context(), step_id)
        await catch_up(platform)
        return Answer(asdict(undone), lambda: _turned(undone, back))

    return run_on_platform(context.obj, work, read_only=False)


def _entries(entries: tuple[HistoryEntry, ...]) -> str:
    rows: list[tuple[Any, ...]] = []
    for entry in entries:
        head = (entry.seq, entry.at, f"{entry.origin} {entry.act}".strip())
        rows += [(*head, field.path, dumps(field.was), dumps(field.now)) for field in entry.fields]
        for move in entry.movements:
            rows.append((*head, f"variants/{move.variant_id}/stock", move.quantity - move.delta, move.quantity))
    return table(("seq", "time", "act", "field", "was", "is"), rows) or "Nothing is known of this product."


def _state(found: UndoState) -> str:
    return f"undo  {_named(found.undo)}\nredo  {_named(found.redo)}"


def _turned(undone: Undone, back: bool) -> str:
    return f"{'Undone' if back else 'Done again'}: {_named(undone.step)}"


def _named(step: StepView | None) -> str:
    if step is None:
        return "-"
    parts = [step.kind, step.source or step.title, step.detail, ", ".join(step.fields)]
    count = f"({step.products} products)" if step.products != 1 and step.thing == "product" else ""
    if step.thing != "product":
        parts[0] = f"{step.kind} {step.thing}"
    return " ".join(part for part in (*parts, count) if part)

"""``index status`` and ``index rebuild``: where the projections stand, and making one anew."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rustok_desktop.cli.output import Answer, Progress, table
from rustok_desktop.cli.session import catch_up, run_on_platform
from rustok_desktop.core.locale import format_number
from rustok_desktop.index.schemas import ProjectionStatus

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

app = typer.Typer(help="The search index.", no_args_is_help=False)


@app.command("status")
def status(context: typer.Context) -> int:
    """Show where each projection stands."""

    async def work(platform: Platform) -> Answer:
        found = await platform.index.status(platform.context())
        return Answer(_payload(found), lambda: _human(found))

    return run_on_platform(context.obj, work, read_only=True)


@app.command("rebuild")
def rebuild(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which projection.")] = "products",
    batch: Annotated[int, typer.Option("--batch", min=1, max=10_000, help="Products per step.")] = 500,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a rebuild stopped.")] = False,
) -> int:
    """Make a projection anew from the catalog."""

    async def work(platform: Platform) -> Answer:
        ctx = platform.context()
        progress = Progress("Rebuilding:")
        started = time.perf_counter()
        processed, total = await platform.index.rebuild(
            ctx, name, batch=batch, resume=resume, on_progress=progress.report
        )
        took_ms = round((time.perf_counter() - started) * 1000)
        progress.finish()
        await catch_up(platform)
        found = await platform.index.status(ctx)
        payload = {**_payload(found), "processed": processed, "total": total, "took_ms": took_ms}
        return Answer(payload, lambda: f"{_done(processed, total, took_ms)}\n\n{_human(found)}")

    return run_on_platform(context.obj, work, read_only=False)


def _done(processed: int, total: int, took_ms: int) -> str:
    return f"{format_number(processed)} of {format_number(total)} products in {took_ms / 1000:.1f} s"


def _payload(found: Sequence[ProjectionStatus]) -> dict[str, Any]:
    return {"projections": [asdict(status) for status in found]}


def _human(found: Sequence[ProjectionStatus]) -> str:
    rows = [(s.name, s.state, s.position, s.head, s.lag, s.rows, s.detail) for s in found]
    return table(("name", "state", "position", "head", "lag", "rows", "detail"), rows)

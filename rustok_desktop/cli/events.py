"""``events``: what the log holds and how far its readers are."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rustok_desktop.cli.output import Answer, pairs, table
from rustok_desktop.cli.session import run_on_platform
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.errors import NotFound
from rustok_desktop.core.events import Envelope

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

app = typer.Typer(help="The event log.", no_args_is_help=False)


@app.command("list")
def list_events(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most so many.")] = 50,
    event_type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="e.g. product.updated")] = None,
    aggregate: Annotated[str | None, typer.Option("--aggregate", metavar="ID", help="e.g. a product's id")] = None,
    after: Annotated[
        int | None, typer.Option("--after", metavar="SEQ", min=0, help="Only later ones, oldest first.")
    ] = None,
) -> int:
    """List events: the newest first, or with --after those that follow a place in the log."""

    async def work(platform: Platform) -> Answer:
        found = await platform.log.read(
            after or 0,
            limit,
            tenant_id=platform.tenant.id,
            event_type=event_type,
            aggregate_id=aggregate,
            descending=after is None,
        )
        payload = {"head": await platform.log.head(), "events": [asdict(event) for event in found]}
        return Answer(payload, lambda: _table(found))

    return run_on_platform(context.obj, work, read_only=True)


@app.command("show")
def show_event(
    context: typer.Context, event_id: Annotated[str, typer.Argument(metavar="ID", help="The event's id.")]
) -> int:
    """Show one event whole."""

    async def work(platform: Platform) -> Answer:
        event = await platform.log.get(event_id)
        if event is None or event.tenant_id != platform.tenant.id:
            raise NotFound("not_found", kind="event", id=event_id)
        return Answer(asdict(event), lambda: _whole(asdict(event)))

    return run_on_platform(context.obj, work, read_only=True)


@app.command("consumers")
def consumers(context: typer.Context) -> int:
    """Show how far each reader of the log is."""

    async def work(platform: Platform) -> Answer:
        found = await platform.consumers.status()
        headers = ("name", "position", "head", "lag", "retrying", "waiting", "dead", "fault")
        rows = [tuple(asdict(status).values()) for status in found]
        payload = {"consumers": [asdict(status) for status in found]}
        return Answer(payload, lambda: table(headers, rows) or "Nobody reads the log yet.")

    return run_on_platform(context.obj, work, read_only=True)


def _table(found: list[Envelope]) -> str:
    rows = [(event.seq, event.timestamp, event.event_type, event.aggregate_id, _changed(event.data)) for event in found]
    return table(("seq", "time", "type", "aggregate", "changed"), rows) or "No events."


def _changed(data: dict[str, Any]) -> str:
    """The first few changed paths; the body of a thin event otherwise."""
    paths = list(data.get("changes") or {})
    shown = ", ".join(paths[:3])
    return f"{shown} +{len(paths) - 3}" if len(paths) > 3 else shown


def _whole(event: dict[str, Any]) -> str:
    data = event.pop("data")
    changes = data.pop("changes", {})
    parts = [pairs(event.items()), pairs((name, dumps(value)) for name, value in data.items())]
    if changes:
        rows = [(path, dumps(was), dumps(now)) for path, (was, now) in changes.items()]
        parts.append(table(("changed", "was", "is"), rows))
    return "\n\n".join(filter(None, parts))

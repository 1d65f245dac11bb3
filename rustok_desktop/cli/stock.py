"""``stock``: what lies where, corrected and moved."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import plain, table
from rustok_desktop.core.errors import NotFound, UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.stock_views import LevelPage, Transferred
    from rustok_desktop.commerce.views import LocationView, Saved
    from rustok_desktop.core.context import Context

app = typer.Typer(help="Stock by location.", no_args_is_help=True)


class State(StrEnum):
    """Of which variants to tell: fewer available than the threshold, or none."""

    LOW = "low"
    OUT = "out"


Variant = Annotated[str, typer.Argument(metavar="VARIANT", help="The variant's id, as `stock list` shows it.")]
Location = Annotated[str | None, typer.Option("--location", metavar="LOCATION", help="Its id; else the default one.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")]
After = Annotated[str | None, typer.Option("--after", metavar="NEXT", help="As `next` of the page before.")]
Reference = Annotated[str | None, typer.Option("--reference", metavar="TEXT", help="An order, a delivery note.")]


@app.command("list")
def list_levels(
    context: typer.Context,
    code: Annotated[str, typer.Option("--code", metavar="TEXT", help="Part of a SKU or barcode.")] = "",
    state: Annotated[State | None, typer.Option("--state", help="Only such variants.")] = None,
    location: Location = None,
    limit: Limit = 50,
    after: After = None,
) -> int:
    """List variants with what is on hand, reserved and available at a location."""

    async def look(platform: Platform) -> dict[str, Any]:
        return await _levels(platform, location, code, state.value if state else "", limit, after)

    return run_look(context.obj, look, lambda found: _table(found["levels"]))


@app.command("low")
def low(context: typer.Context, location: Location = None, limit: Limit = 50, after: After = None) -> int:
    """List variants of which fewer are available than their threshold."""

    async def look(platform: Platform) -> dict[str, Any]:
        return await _levels(platform, location, "", State.LOW.value, limit, after)

    return run_look(context.obj, look, lambda found: _table(found["levels"]))


@app.command("locations")
def locations(context: typer.Context) -> int:
    """List where stock is kept, the default location first."""

    async def look(platform: Platform) -> dict[str, Sequence[LocationView]]:
        return {"locations": await platform.catalog.locations(platform.context())}

    return run_look(context.obj, look, lambda found: _locations(found["locations"]))


@app.command("adjust", context_settings={"ignore_unknown_options": True})
def adjust(
    context: typer.Context,
    variant: Variant,
    delta: Annotated[int, typer.Argument(metavar="DELTA", help="Units to add, negative to take away.")],
    reason: Annotated[str | None, typer.Option("--reason", help="Why; else a correction.")] = None,
    reference: Reference = None,
    location: Location = None,
) -> int:
    """Write one line of the stock ledger."""

    async def change(platform: Platform) -> Saved:
        from rustok_desktop.commerce.schemas import AdjustStock

        asked = command(
            AdjustStock, variant_id=variant, delta=delta, reason=reason, reference=reference, location_id=location
        )
        return await platform.catalog.adjust_stock(platform.context(), asked)

    return run_change(context.obj, change, lambda saved: f"Saved as version {saved.version}.")


@app.command("transfer")
def transfer(
    context: typer.Context,
    origin: Annotated[str, typer.Argument(metavar="FROM", help="The id of the location they leave.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="The id of the location they go to.")],
    lines: Annotated[list[str], typer.Argument(metavar="VARIANT=UNITS...", help="What goes, and how many.")],
    reference: Reference = None,
) -> int:
    """Move goods between locations, all lines or none."""

    async def change(platform: Platform) -> Transferred:
        from rustok_desktop.commerce.stock_schemas import TransferStock

        moved = [dict(zip(("variant_id", "quantity"), line.rsplit("=", 1), strict=False)) for line in lines]
        asked = command(TransferStock, from_location_id=origin, to_location_id=target, lines=moved, reference=reference)
        return await platform.inventory.transfer(platform.context(), asked)

    return run_change(context.obj, change, lambda done: f"Moved: {done.units} ({done.reference})")


async def default_location(platform: Platform, ctx: Context) -> str:
    """The id of the shop's default location. NotFound before there is one."""
    found = await platform.catalog.locations(ctx)
    if not found:
        raise NotFound("not_found", kind="location", id="")
    return found[0].id


async def _levels(
    platform: Platform, location: str | None, code: str, state: str, limit: int, after: str | None
) -> dict[str, Any]:
    from rustok_desktop.commerce.stock_views import LevelQuery

    ctx = platform.context()
    at = location or await default_location(platform, ctx)
    page = await platform.inventory.levels(ctx, LevelQuery(at, code, state=state), after=_cursor(after), limit=limit)
    levels = [plain(row) | {"available": row.available, "state": row.state} for row in page.rows]
    return {"location_id": at, "levels": levels, "next": _next(page)}


def _next(page: LevelPage) -> str | None:
    return "/".join(str(part) for part in page.next) if page.next else None


def _cursor(text: str | None) -> tuple[str, int, str] | None:
    if text is None:
        return None
    product, _, rest = text.partition("/")
    position, _, variant = rest.partition("/")
    if not (position.removeprefix("-").isdecimal() and variant):
        raise UserError("not_found", kind="page", id=text)
    return product, int(position), variant


def _table(levels: Sequence[dict[str, Any]]) -> str:
    columns = ("variant_id", "sku", "product_title", "variant_title", "on_hand", "reserved", "available", "state")
    heads = ("id", "sku", "product", "variant", "on hand", "reserved", "available", "state")
    return table(heads, [[level[name] for name in columns] for level in levels]) or "No such variants."


def _locations(found: Sequence[LocationView]) -> str:
    rows = [(one.id, one.name, one.code, "default" if one.is_default else "") for one in found]
    return table(("id", "name", "code", ""), rows) or "There are no locations."

"""``stocktake``: count what is there, look at the differences, make the counts true."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.commands import command, run_change, run_look
from rustok_desktop.cli.output import pairs, table
from rustok_desktop.cli.stock import Location, default_location
from rustok_desktop.core.errors import NotFound

if TYPE_CHECKING:
    from typing import Any

    from rustok_desktop.app import Platform
    from rustok_desktop.commerce.stock_views import Applied, CountView, StocktakeView

app = typer.Typer(help="Counting stock.", no_args_is_help=True)

Stocktake = Annotated[str, typer.Argument(metavar="STOCKTAKE", help="The stocktake's id.")]


@app.command("open")
def open_stocktake(
    context: typer.Context,
    location: Location = None,
    vendor: Annotated[str | None, typer.Option("--vendor", help="Only goods of this vendor.")] = None,
    product_type: Annotated[str | None, typer.Option("--type", help="Only goods of this type.")] = None,
) -> int:
    """Begin to count a location."""

    async def change(platform: Platform) -> dict[str, Any]:
        from rustok_desktop.commerce.stock_schemas import OpenStocktake

        asked = command(OpenStocktake, location_id=location, vendor=vendor, product_type=product_type)
        return shaped(await platform.inventory.open_stocktake(platform.context(), asked))

    return run_change(context.obj, change, lambda found: f"Opened: {found['number']} {found['id']}")


@app.command("count", context_settings={"ignore_unknown_options": True})
def count(
    context: typer.Context,
    stocktake: Stocktake,
    code: Annotated[str, typer.Argument(metavar="CODE", help="A SKU or barcode, as a scanner reads it.")],
    add: Annotated[int, typer.Option("--add", help="So many more were found.")] = 1,
    quantity: Annotated[int | None, typer.Option("--quantity", min=0, help="Exactly so many are there.")] = None,
) -> int:
    """Count an article: one more of it, or so many."""

    async def change(platform: Platform) -> dict[str, Any]:
        from rustok_desktop.commerce.stock_schemas import CountStock

        more = 0 if quantity is not None else add
        asked = command(CountStock, stocktake_id=stocktake, code=code, add=more, quantity=quantity)
        return _count(await platform.inventory.count(platform.context(), asked))

    return run_change(context.obj, change, lambda one: f"{one['sku'] or one['product_title']}: {one['counted']}")


@app.command("show")
def show(
    context: typer.Context,
    stocktake: Annotated[str | None, typer.Argument(metavar="[STOCKTAKE]", help="Its id; else the open one.")] = None,
    location: Location = None,
) -> int:
    """Show a stocktake with its counts and differences; without an id the one open at the location."""

    async def look(platform: Platform) -> dict[str, Any]:
        ctx = platform.context()
        if stocktake is not None:
            return shaped(await platform.inventory.stocktake(ctx, stocktake))
        at = location or await default_location(platform, ctx)
        found = await platform.inventory.open_stocktake_at(ctx, at)
        if found is None:
            raise NotFound("not_found", kind="stocktake", id=at)
        return shaped(found)

    return run_look(context.obj, look, _shown)


@app.command("apply")
def apply(
    context: typer.Context,
    stocktake: Stocktake,
    zero: Annotated[bool, typer.Option("--uncounted-zero", help="What nobody counted is not there.")] = False,
    version: Annotated[int | None, typer.Option("--version", min=1, help="Refuse when counted on since.")] = None,
) -> int:
    """Make the counts true; what was sold since an article was counted stays sold."""

    async def change(platform: Platform) -> Applied:
        from rustok_desktop.commerce.stock_schemas import CloseStocktake

        uncounted = "zero" if zero else "keep"
        asked = command(CloseStocktake, stocktake_id=stocktake, base_version=version, uncounted=uncounted)
        return await platform.inventory.apply_stocktake(platform.context(), asked)

    return run_change(
        context.obj, change, lambda done: f"{done.number} applied: {done.corrected} corrected, {done.units:+d} units."
    )


def shaped(found: StocktakeView) -> dict[str, Any]:
    """The stocktake as an object, each count with its difference."""
    return asdict(found) | {"counts": [_count(one) for one in found.counts]}


def _count(one: CountView) -> dict[str, Any]:
    return asdict(one) | {"difference": one.difference, "moved": one.moved, "after": one.after}


def _shown(found: dict[str, Any]) -> str:
    names = ("id", "number", "status", "location_name", "version", "uncounted", "uncounted_units")
    head = pairs([(name.replace("_", " "), found[name]) for name in names])
    columns = ("sku", "product_title", "variant_title", "counted", "seen", "difference", "on_hand", "after")
    heads = ("sku", "product", "variant", "counted", "seen", "difference", "on hand", "after")
    counts = table(heads, [[one[name] for name in columns] for one in found["counts"]])
    return f"{head}\n\n{counts or 'Nothing is counted yet.'}"

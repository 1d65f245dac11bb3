"""``demo``: fills the shop with an invented ceramics studio's catalog."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.output import Answer, Progress
from rustok_desktop.cli.session import catch_up, run_on_platform
from rustok_desktop.core.context import Context
from rustok_desktop.core.errors import Invalid
from rustok_desktop.core.locale import format_number

if TYPE_CHECKING:
    from rustok_desktop.app import Platform

ONE_BY_ONE = 200  # above this many a file is written and imported
_TAKEN = frozenset({"duplicate_sku", "duplicate_handle"})


def demo(
    context: typer.Context,
    products: Annotated[int, typer.Option("--products", min=1, max=1_000_000, help="How many.")] = 60,
    seed: Annotated[int, typer.Option("--seed", help="Another seed, another catalog.")] = 1,
) -> int:
    """Fill the shop with invented products."""

    async def work(platform: Platform) -> Answer:
        started = time.perf_counter()
        ctx = platform.context()
        progress = Progress("Products:")
        fill = _create if products <= ONE_BY_ONE else _import
        created, skipped = await fill(platform, ctx, products, seed, progress)
        await catch_up(platform)
        progress.finish()
        took_ms = round((time.perf_counter() - started) * 1000)
        payload = {"created": created, "skipped": skipped, "took_ms": took_ms}
        text = f"{format_number(created)} products in {took_ms / 1000:.1f} s"
        return Answer(payload, lambda: f"{text}, {format_number(skipped)} were there already" if skipped else text)

    return run_on_platform(context.obj, work, read_only=False)


async def _create(platform: Platform, ctx: Context, products: int, seed: int, progress: Progress) -> tuple[int, int]:
    """(created, skipped because their handle or SKU is taken); English and Russian."""
    from rustok_desktop.exchange.demo import create_command, demo_products

    locales = {view.locale for view in await platform.tenants.locales(platform.tenant.id) if view.is_enabled}
    if "ru" not in locales:
        await platform.tenants.enable_locale(ctx, "ru", "Русский", ctx.locale)
    created = skipped = 0
    for product in demo_products(products, seed):
        try:
            await platform.catalog.create_product(ctx, create_command(product, platform.tenant.currency_code))
            created += 1
        except Invalid as error:
            if not {problem.code for problem in error.fields} <= _TAKEN:
                raise
            skipped += 1
        progress.report(created + skipped, products)
    return created, skipped


async def _import(platform: Platform, ctx: Context, products: int, seed: int, progress: Progress) -> tuple[int, int]:
    """(created, not created), by way of a Shopify file; English."""
    from rustok_desktop.exchange.demo import write_shopify_csv
    from rustok_desktop.exchange.schemas import ImportOptions

    with TemporaryDirectory(prefix="rustok-demo-") as folder:
        path = Path(folder) / "demo.csv"
        write_shopify_csv(path, products, seed)
        report = await platform.imports.run(
            ctx,
            path,
            ImportOptions(format="shopify"),
            on_progress=lambda state: progress.report(state.done, state.total, state.phase),
        )
    return report.products.created, products - report.products.created

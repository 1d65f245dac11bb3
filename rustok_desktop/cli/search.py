"""``search``: what the search field of the window finds."""

from __future__ import annotations

import time
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rustok_desktop.cli.output import Answer, table
from rustok_desktop.cli.session import run_on_platform
from rustok_desktop.core.locale import format_number
from rustok_desktop.core.money import format_amount
from rustok_desktop.index.schemas import ProductRow, SearchResult

if TYPE_CHECKING:
    from rustok_desktop.app import Platform


class Kind(StrEnum):
    """What can be searched for."""

    PRODUCT = "product"


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Words, a SKU or a barcode.")],
    kind: Annotated[Kind, typer.Option("--kind", help="What to look for.")] = Kind.PRODUCT,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many.")] = 20,
) -> int:
    """Search the catalog."""

    async def work(platform: Platform) -> Answer:
        started = time.perf_counter()
        result = await platform.search.search(platform.context(), text, limit=limit)
        took_ms = round((time.perf_counter() - started) * 1000, 1)
        return _answer(result, kind, took_ms)

    return run_on_platform(context.obj, work, read_only=True)


def _answer(result: SearchResult, kind: Kind, took_ms: float) -> Answer:
    payload = {
        "total": result.total.value,
        "total_exact": result.total.exact,
        "took_ms": took_ms,
        "items": [_item(hit.row, kind) for hit in result.hits],
    }
    return Answer(payload, lambda: _human(result, took_ms))


def _item(row: ProductRow, kind: Kind) -> dict[str, object]:
    return {
        "id": row.product_id,
        "kind": kind.value,
        "title": row.title,
        "handle": row.handle,
        "sku": row.sku,
        "status": row.status,
        "vendor": row.vendor,
        "product_type": row.product_type,
        "tags": list(row.tags),
        "variant_count": row.variant_count,
        "currency_code": row.currency_code,
        "price_min": row.price_min,
        "price_max": row.price_max,
        "on_hand": row.on_hand,
        "updated_at": row.updated_at,
    }


def _human(result: SearchResult, took_ms: float) -> str:
    more = "" if result.total.exact else " or more"
    summary = f"{format_number(result.total.value)}{more} found in {took_ms} ms"
    rows = [_cells(hit.row) for hit in result.hits]
    lines = table(("title", "sku", "status", "stock", "price"), rows)
    return f"{lines}\n\n{summary}" if lines else summary


def _cells(row: ProductRow) -> tuple[object, ...]:
    price = "" if row.price_min is None else format_amount(row.price_min, row.currency_code)
    return row.title, row.sku, row.status, row.on_hand, price
